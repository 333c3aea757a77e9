"""A new project that runs as it is, from the template in `template/`."""

import keyword
import re
from pathlib import Path

from pyui.build._errors import NewProjectError

_TEMPLATE = Path(__file__).resolve().parent / "template"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


def new_project(folder: Path) -> list[Path]:
    """Writes a project.

    Args:
        folder: the folder of the project; its last part is the project's name.

    Returns:
        The files that were written, relative to the folder.

    Raises:
        NewProjectError: the name cannot be that of a package, or the folder holds something.
    """
    folder = folder.absolute()
    package = _package(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = f'"{folder}" exists and is not empty.'
        raise NewProjectError(what, "Choose another name, or empty it yourself.")
    written: list[Path] = []
    for source in sorted(path for path in _TEMPLATE.rglob("*.txt")):
        text = source.read_text(encoding="utf-8").replace("{{name}}", folder.name).replace("{{package}}", package)
        inner = source.relative_to(_TEMPLATE).as_posix().removesuffix(".txt").replace("__package__", package)
        target = folder / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        written.append(Path(inner))
    return written


def _package(folder: Path) -> str:
    package = folder.name.replace("-", "_")
    if _NAME.fullmatch(folder.name) is None or keyword.iskeyword(package) or package in ("pyui", "tests"):
        what = f'"{folder.name}" cannot be the name of a project.'
        fix = "Use small letters, digits, and single hyphens or underscores between them, such as my-shop."
        raise NewProjectError(what, fix)
    return package
