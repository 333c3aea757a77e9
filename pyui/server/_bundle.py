"""The client bundle: one zip archive with the part of pyui that ships and the import closure of the routes module."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._closure import Closure
from pyui.server._digest import digest
from pyui.templates import Shipped
from pyui.view import _waiting

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED_FOLDERS = ("browser", "reactive", "router", "view")
_SHIPPED_FILES = ("__init__.py", "_location.py", "_version.py", "errors.py", "html.py", "svg.py", "template_strings.py")
_MODULES_FILE = "pyui/browser/_modules.py"
_TEMPLATES_FILE = "pyui/view/_compiled.py"
_MODULES_TEXT = '"""The user\'s modules in this bundle. Browser only."""\n\nMODULES = frozenset({!r})\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Bundle(NamedTuple):
    """A client bundle.

    Args:
        data: the zip archive.
        digest: a hash of the names and contents of its files. It does not depend on the archive's compression, which
            differs between versions of zlib.
        names: the names of its files, sorted.
        modules: the names of the user's modules in it.
    """

    data: bytes
    digest: str
    names: tuple[str, ...]
    modules: frozenset[str]


def make_bundle(routes_module: str, where: Location | None = None) -> Bundle:
    """Packs what the browser needs to run the routes of a module.

    The closure of imports and nothing else ships, so that code that the pages do not need cannot leak. Equal files give
    equal bytes: names are sorted, and time stamps and modes are fixed.

    Args:
        routes_module: the dotted name of the module.
        where: the place that names it, for errors.

    Raises:
        ServerOnlyImportError: server-only code is in the closure.
        CompiledModuleError: a compiled extension module is.
    """
    users = Closure(routes_module, where).files
    modules = sorted(map(_module_name, users))
    files = {**_shipped_files(), **users}
    contents = {name: files[name].read_bytes() for name in sorted(files)}
    contents.update(_with_templates(contents, users))
    contents[_MODULES_FILE] = _MODULES_TEXT.format(modules).encode()
    parts = (part for name, content in contents.items() for part in (name.encode(), content))
    return Bundle(_zip(contents), digest(parts), tuple(contents), frozenset(modules))


def _with_templates(contents: dict[str, bytes], users: Iterable[str]) -> dict[str, bytes]:
    """Returns the user's sources with templates in them, and the module that these are in."""
    if not _waiting.enabled:
        return {}
    shipped = Shipped("pyui.view._compiled")
    sources = {name: shipped.source(contents[name]) for name in sorted(users)}
    return {**sources, _TEMPLATES_FILE: shipped.templates.encode()}


def _module_name(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _shipped_files() -> dict[str, Path]:
    files = [_PACKAGE / name for name in _SHIPPED_FILES]
    for folder in _SHIPPED_FOLDERS:
        files.extend((_PACKAGE / folder).rglob("*.py"))
    return {file.relative_to(_PACKAGE.parent).as_posix(): file for file in files}


def _zip(contents: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
