"""Loads what `package.module:name` names, and says precisely where the way ends."""

import difflib
import importlib
import pkgutil
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from pyui._location import Location, user_location
from pyui.server._errors import ImportStringError


def load_object(text: str, where: Location | None = None) -> object:
    """Imports a module and returns a name of it.

    Args:
        text: the import string, such as `shop.main:app`.
        where: the place where it is written, for errors; found on the stack where it is not given.

    Raises:
        ImportStringError: the text is no import string, or the module or the name does not exist. Errors that the
            module itself raises are not caught.
    """
    place = where if where is not None else user_location()
    module_name, colon, name = text.partition(":")
    if not colon or not all(part.isidentifier() for part in (*module_name.split("."), *name.split("."))):
        raise ImportStringError(f'"{text}" is no import string.', 'Write it as "package.module:name".', where=place)
    value: object = _load_module(text, module_name, place)
    for part in name.split("."):
        if not hasattr(value, part):
            raise _missing(text, f'"{module_name}" has no "{part}"', _close(part, dir(value)), place)
        value = getattr(value, part)
    return value


def _load_module(text: str, name: str, where: Location | None) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if name != missing and not name.startswith(f"{missing}."):
            raise
        parent, _, last = missing.rpartition(".")
        matches = _close(last, _modules_in(parent))
        found = f'"{parent}" has no module "{last}"' if parent else f'there is no module "{last}" in {Path.cwd()}'
        raise _missing(text, found, [f"{parent}.{match}" if parent else match for match in matches], where) from error


def _modules_in(package: str) -> list[str]:
    folders = list(importlib.import_module(package).__path__) if package else [str(Path.cwd())]
    names = [module.name for module in pkgutil.iter_modules(folders)]
    # A folder without `__init__.py` is a package too, which `iter_modules` does not list.
    return names + [path.parent.name for folder in folders for path in Path(folder).glob("*/*.py")]


def _close(name: str, known: Iterable[str]) -> list[str]:
    return difflib.get_close_matches(name, sorted(set(known)), n=3)


def _missing(text: str, found: str, matches: list[str], where: Location | None) -> ImportStringError:
    fix = f"Did you mean {' or '.join(matches)}?" if matches else "Check the spelling and the folder that you are in."
    return ImportStringError(f'"{text}" cannot be imported: {found}.', fix, where=where)
