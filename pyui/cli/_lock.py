"""The lock file of the client packages."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from rich.console import Console

from pyui.build import LockToolsError
from pyui.server._project import KEY, read_project

_TOOLS = "pyui.build._lock"


def lock_packages(file: Path, find_links: Sequence[Path]) -> None:
    """Writes the lock file of a project, and prints what is in it.

    Args:
        file: the project's `pyproject.toml`.
        find_links: folders with wheels to take before those of the indexes.

    Raises:
        LockToolsError: the extra is not installed.
        BuildError: the packages cannot be resolved, or fetched.
    """
    project = read_project(file)
    try:
        tools = import_module(_TOOLS)
    except ModuleNotFoundError as error:
        what = f"`pyui lock` needs the package {error.name}, which is not installed."
        raise LockToolsError(what, "`pip install pyui[client-packages]`.", where=project.where) from error
    console = Console(highlight=False, markup=False, soft_wrap=True)
    versions: dict[str, str] = tools.write_lock(project, find_links)
    for name, version in versions.items():
        console.print(f"{name} {version}")
    if not versions:
        console.print(f"`{KEY}` in {file} names no package.")
