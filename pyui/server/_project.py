"""The user's project: the `pyproject.toml` above the routes module, and the packages that it says are to ship."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._errors import ClientDependenciesError

KEY = "client-dependencies"
_FIX = f'Write a list of requirements, such as {KEY} = ["markdown-it-py>=4"].'


class Requirement(NamedTuple):
    """A package that is to ship, as the project names it.

    Args:
        text: a requirement as PEP 508 defines it, or the path of a folder with a package's source.
        where: its line.
    """

    text: str
    where: Location


class Project(NamedTuple):
    """A project.

    Args:
        file: its `pyproject.toml`.
        requirements: the packages of others that ship.
        where: the line that names them; the first one where there is none.
    """

    file: Path
    requirements: tuple[Requirement, ...]
    where: Location


def find_project(module_file: Path) -> Path | None:
    """Returns the `pyproject.toml` that is nearest above a file; None where there is none."""
    files = (folder / "pyproject.toml" for folder in module_file.absolute().parents)
    return next((file for file in files if file.is_file()), None)


def read_project(file: Path) -> Project:
    """Reads what a project says of its client packages.

    Args:
        file: its `pyproject.toml`.

    Raises:
        ClientDependenciesError: the file cannot be read, or the list is none.
    """
    try:
        text = file.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (OSError, ValueError) as error:
        what = f"{file} cannot be read: {error}."
        raise ClientDependenciesError(what, "Correct the file.", where=Location(str(file), 1)) from error
    lines = text.splitlines()
    listed: object = tables.get("tool", {}).get("pyui", {}).get(KEY, [])
    where = Location(str(file), _line(lines, KEY))
    if not isinstance(listed, list):
        raise ClientDependenciesError(f"`{KEY}` is {listed!r}, which is no list.", _FIX, where=where)
    found: list[Requirement] = []
    for item in listed:  # pyright: ignore[reportUnknownVariableType] - a file
        if not isinstance(item, str):
            raise ClientDependenciesError(f"`{KEY}` has {item!r}, which is no text.", _FIX, where=where)
        found.append(Requirement(item, Location(str(file), _line(lines, item, where.line))))
    return Project(file, tuple(found), where)


def _line(lines: list[str], text: str, start: int = 1) -> int:
    """Returns the number of the first line that holds a text, from a line on; that line where none does."""
    return next((number for number, line in enumerate(lines, 1) if number >= start and text in line), start)
