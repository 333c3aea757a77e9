"""The client bundle: one zip archive with the part of pyui that ships and the import closure of the routes module."""

import functools
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._archive import pack
from pyui.server._client_packages import NO_PACKAGES, ClientPackages
from pyui.server._closure import Closure
from pyui.server._digest import digest
from pyui.server._stdlib import Trimmed, imported_by, trim
from pyui.templates import Shipped
from pyui.view import _waiting

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED_FOLDERS = ("browser", "reactive", "router", "view")
_SHIPPED_FILES = ("__init__.py", "_location.py", "_version.py", "errors.py", "html.py", "svg.py", "template_strings.py")
_COMPILED = _PACKAGE / "build" / "assets" / "pyui.zip"
_MODULES_FILE = "pyui/browser/_modules.py"
_TEMPLATES_FILE = "pyui/view/_compiled.py"


class Bundle(NamedTuple):
    """A client bundle.

    Args:
        data: the zip archive.
        digest: a hash of the names and contents of its files. It does not depend on the archive's compression, which
            differs between versions of zlib.
        names: the names of its files, sorted.
        modules: the names of the user's modules in it.
        packages: what can be imported from the client packages beside it.
        early: what they import from client packages and the standard library while they are imported.
        stdlib: the part of the standard library that goes with it.
    """

    data: bytes
    digest: str
    names: tuple[str, ...]
    modules: frozenset[str]
    packages: frozenset[str]
    early: frozenset[str]
    stdlib: Trimmed

    def has(self, module: str) -> bool:
        """Tells whether the browser can import a module of the user's or of a client package."""
        return module in self.modules or module.partition(".")[0] in self.packages


def make_bundle(
    routes_module: str,
    where: Location | None = None,
    packages: ClientPackages = NO_PACKAGES,
    *,
    bytecode: bool = True,
) -> Bundle:
    """Packs what the browser needs to run the routes of a module.

    The closure of imports and nothing else ships, so that code that the pages do not need cannot leak. Equal files give
    equal bytes: names are sorted, and time stamps and modes are fixed.

    Args:
        routes_module: the dotted name of the module.
        where: the place that names it, for errors.
        packages: the client packages.
        bytecode: whether the bytecode of pyui's modules ships in place of their sources, as far as it is there.

    Raises:
        ServerOnlyImportError: server-only code is in the closure.
        CompiledModuleError: a compiled extension module is.
        UnlistedPackageError: an installed package is that is no client package.
    """
    given = frozenset(packages.imports)
    closure = Closure(routes_module, where, given)
    users, shipped = closure.files, _shipped_files()
    modules = frozenset(map(_module_name, users))
    files = {**shipped, **users}
    contents = {name: files[name].read_bytes() for name in sorted(files)}
    ours = imported_by(contents[name] for name in shipped)
    stdlib = trim(closure.outside.union(packages.standard, ours))
    contents.update(_with_templates(contents, users))
    names = {"MODULES": modules, "PACKAGES": given, "LATER": stdlib.later}
    contents[_MODULES_FILE] = _with_names(contents[_MODULES_FILE], names)
    if bytecode:
        contents = dict(sorted(_with_bytecode(contents)))
    parts = (part for name, content in contents.items() for part in (name.encode(), content))
    return Bundle(
        pack(contents), digest(parts), tuple(contents), modules, given, frozenset(closure.outside_early), stdlib
    )


def _with_names(source: bytes, names: Mapping[str, frozenset[str]]) -> bytes:
    """Returns the module that tells what there is, with the names filled in."""
    text = source.decode()
    for variable, values in names.items():
        line = f"{variable}: frozenset[str] = frozenset("
        text = text.replace(f"{line})", f"{line}{sorted(values)!r})")
    return text.encode()


def _with_bytecode(contents: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Puts bytecode in the place of sources that are still what was compiled."""
    compiled = _compiled()
    for name, content in contents.items():
        digest_then, found = compiled.get(f"{name}c", ("", b""))
        if found and digest_then == sha256(content).hexdigest():
            yield f"{name}c", found
        else:
            yield name, content


@functools.cache
def _compiled() -> dict[str, tuple[str, bytes]]:
    """Reads the bytecode that comes with pyui: for each file the hash of its source, and the code."""
    if not _COMPILED.is_file():
        return {}
    with zipfile.ZipFile(_COMPILED) as archive:
        return {info.filename: (info.comment.decode(), archive.read(info)) for info in archive.infolist()}


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
