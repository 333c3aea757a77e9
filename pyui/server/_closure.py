"""The import closure of the routes module: all that ships of a user's code, and the proof that nothing else does.

Imports are followed in the source (`ast`) and resolved by asking the interpreter's own finders for specs; no module is
run. What the closure must not hold is an error that shows the way to it, import by import.
"""

import pkgutil
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._errors import CompiledModuleError, ImportStringError, ServerOnlyImportError
from pyui.server._imports import ImportStatement, read_imports

SERVER_NAMES = frozenset({"App"})
"""What `from pyui import …` takes out of `pyui.server`."""

_SERVER_MODULES = frozenset({"build", "cli", "server", "server_only", "templates", "testing"})
_BROWSER_MODULES = frozenset({"js", "pyodide", "pyodide_js", "_pyodide"})


class _Step(NamedTuple):
    """An import on the way from the routes module."""

    target: str
    where: Location
    previous: "_Step | None"

    def chain(self) -> list[str]:
        """The way from the routes module to the target, one line for each import."""
        before = self.previous.chain() if self.previous is not None else []
        return [*before, f"  {self.where} imports {self.target}"]


class Closure:
    """The modules that a module needs, itself included, without pyui and the standard library.

    Args:
        root: the dotted name of the module to start from.
        where: the place that names it, for errors about the module itself.

    Attributes:
        files: for each module that has a file, its path in an archive and the file, in the order of discovery.

    Raises:
        ImportStringError: the module does not exist.
        ServerOnlyImportError: server-only code is among the modules.
        CompiledModuleError: a compiled extension module is.
    """

    def __init__(self, root: str, where: Location | None = None) -> None:
        self.files: dict[str, Path] = {}
        self._where = where
        self._specs: dict[str, ModuleSpec | None] = {}
        self._seen: set[str] = set()
        self._pending: list[tuple[str, _Step | None]] = []
        if self._spec(root) is None:
            raise ImportStringError(f'The routes module "{root}" cannot be found.', "Check its name.", where=where)
        self._add(root, None, optional=False)
        while self._pending:
            self._follow(*self._pending.pop(0))

    def _add(self, name: str, step: _Step | None, *, optional: bool) -> None:
        """Adds a module and the packages that it is in: importing `a.b.c` runs `a` and `a.b` first."""
        parts = name.split(".")
        for end in range(1, len(parts) + 1):
            part = ".".join(parts[:end])
            spec = self._spec(part)
            if part in self._seen or spec is None:
                continue
            if _is_compiled(spec) and optional:
                continue
            self._seen.add(part)
            self._check(part, spec, step)
            self._pending.append((part, step))

    def _follow(self, name: str, step: _Step | None) -> None:
        spec = self._spec(name)
        if spec is None or spec.origin is None or not spec.has_location:
            return
        file = Path(spec.origin)
        is_package = spec.submodule_search_locations is not None
        inner = name.replace(".", "/")
        self.files[f"{inner}/__init__.py" if is_package else f"{inner}.py"] = file
        package = name if is_package else name.rpartition(".")[0]
        for statement in read_imports(file.read_bytes(), package):
            for target in self._targets(statement, _location(file, statement), step):
                here = _Step(target, _location(file, statement), step)
                self._add(target, here, optional=statement.optional)

    def _targets(self, statement: ImportStatement, where: Location, step: _Step | None) -> Iterator[str]:
        module, name = statement.module, statement.name
        top, _, rest = module.partition(".")
        if top == "pyui":
            self._check_pyui(rest or name, _Step(f"{module}.{name}" if name else module, where, step))
        elif top not in sys.stdlib_module_names and top not in _BROWSER_MODULES:
            yield module
            if name and self._spec(f"{module}.{name}") is not None:
                yield f"{module}.{name}"

    def _check(self, name: str, spec: ModuleSpec, step: _Step | None) -> None:
        parts = name.split(".")
        folders = parts if spec.submodule_search_locations is not None else parts[:-1]
        if "server" in folders:
            raise self._server_only(f'the module "{name}", which is in a server folder', step)
        if _is_compiled(spec):
            what = f'The compiled module "{name}" would ship to the browser, which cannot run it.'
            raise CompiledModuleError(what + _way(step), _FIX, where=step.where if step is not None else self._where)

    def _check_pyui(self, name: str, step: _Step) -> None:
        if name.partition(".")[0] in _SERVER_MODULES or name in SERVER_NAMES:
            raise self._server_only(f'"{step.target}"', step)

    def _server_only(self, what: str, step: _Step | None) -> ServerOnlyImportError:
        where = step.where if step is not None else self._where
        what = f"Server-only code would ship to the browser: {what}.{_way(step)}"
        return ServerOnlyImportError(what, _FIX, where=where)

    def _spec(self, name: str) -> ModuleSpec | None:
        if name not in self._specs:
            self._specs[name] = self._find(name)
        return self._specs[name]

    def _find(self, name: str) -> ModuleSpec | None:
        parent, _, _ = name.rpartition(".")
        if not parent:
            found = (finder.find_spec(name, None) for finder in sys.meta_path)
            return next((spec for spec in found if spec is not None), None)
        spec = self._spec(parent)
        locations = spec.submodule_search_locations if spec is not None else None
        return _find_below(name, locations) if locations is not None else None


def _find_below(name: str, locations: Iterable[str]) -> ModuleSpec | None:
    """Finds a submodule. The finders of `sys.meta_path` cannot do it for a namespace package that is not imported."""
    portions: list[str] = []
    for location in locations:
        finder = pkgutil.get_importer(location)
        spec = finder.find_spec(name) if finder is not None else None
        if spec is not None and spec.loader is not None:
            return spec
        portions.extend(spec.submodule_search_locations or () if spec is not None else ())
    if not portions:
        return None
    namespace = ModuleSpec(name, None, is_package=True)
    namespace.submodule_search_locations = portions
    return namespace


_FIX = "Move what the pages need into a module of its own, or get the data in a loader."


def _is_compiled(spec: ModuleSpec) -> bool:
    return spec.origin is not None and spec.origin.endswith(tuple(EXTENSION_SUFFIXES))


def _location(file: Path, statement: ImportStatement) -> Location:
    return Location(str(file), statement.line)


def _way(step: _Step | None) -> str:
    return "\n" + "\n".join(step.chain()) + "\n" if step is not None else ""
