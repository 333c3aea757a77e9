"""The lock file of the client packages: each one that ships, pinned by the hash of its wheel.

It has the format of Pyodide's own, `pyodide-lock.json`, lies beside `pyproject.toml`, and is committed. `pyui lock`
writes it; everything else only reads it.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from pyui.server._errors import ClientLockError
from pyui.server._project import KEY, Project

LOCK_FILE = "pyodide-lock.json"
_LOCK = "Run `pyui lock`, and commit the file that it writes."


class LockedPackage(NamedTuple):
    """A package that ships.

    Args:
        name: its name.
        version: its version.
        file_name: its wheel: a name in an index, or a path from the folder of the lock file.
        sha256: the hash of the wheel.
        imports: the modules and packages that can be imported from it.
        depends: the packages that it needs.
        url: where its wheel is, if in no index.
    """

    name: str
    version: str
    file_name: str
    sha256: str
    imports: tuple[str, ...]
    depends: tuple[str, ...]
    url: str = ""

    @property
    def is_compiled(self) -> bool:
        """Whether it holds WebAssembly, which no archive on `sys.path` can."""
        return not self.file_name.endswith("-none-any.whl")


class ClientLock(NamedTuple):
    """A lock file.

    Args:
        file: the file.
        packages: the packages, by name.
    """

    file: Path
    packages: dict[str, LockedPackage]


def read_lock(project: Project, info: dict[str, Any]) -> ClientLock:
    """Reads the lock file of a project, and checks that it is the answer to what the project asks for.

    Args:
        project: the project.
        info: what Pyodide's own lock file says of the Python that the packages are for.

    Raises:
        ClientLockError: there is none, it cannot be read, or it is of other requirements or another Python.
    """
    file = project.file.with_name(LOCK_FILE)
    try:
        found: dict[str, Any] = json.loads(file.read_bytes())
        asked, packages = found["tool"]["pyui"]["requirements"], found["packages"]
        lock = ClientLock(file, {name: _package(entry) for name, entry in packages.items()})
    except FileNotFoundError:
        what = f"`{KEY}` names packages, and there is no {LOCK_FILE} beside it that pins them."
        raise ClientLockError(what, _LOCK, where=project.where) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = f"{file} cannot be read as a lock file: {type(error).__name__}: {error}."
        raise ClientLockError(what, _LOCK, where=project.where) from error
    wanted = [requirement.text for requirement in project.requirements]
    if asked != wanted:
        new = [requirement for requirement in project.requirements if requirement.text not in asked]
        gone = ", ".join(f'"{text}"' for text in asked if text not in wanted)
        what = f'"{new[0].text}" is not in {LOCK_FILE}' if new else f"{LOCK_FILE} still has {gone or 'another order'}"
        where = new[0].where if new else project.where
        raise ClientLockError(f"The lock file is older than `{KEY}`: {what}.", _LOCK, where=where)
    if any(found["info"].get(key) != info[key] for key in ("abi_version", "python")):
        what = f"{LOCK_FILE} is for Python {found['info'].get('python')}, and browsers get {info['python']}."
        raise ClientLockError(what, _LOCK, where=project.where)
    return lock


def _package(entry: dict[str, Any]) -> LockedPackage:
    return LockedPackage(
        entry["name"],
        entry["version"],
        entry["file_name"],
        entry["sha256"],
        tuple(entry["imports"]),
        tuple(entry["depends"]),
        entry.get("tool", {}).get("pyui", {}).get("url", ""),
    )
