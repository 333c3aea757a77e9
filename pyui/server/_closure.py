"""The import closure of the routes module: all that ships of a user's code, and the proof that nothing else does.

Imports are followed in the source (`ast`); no module is run. What the closure must not hold is an error that shows the
way to it, import by import. It ends where the client packages begin: those ship whole.
"""

import sys
from collections.abc import Collection, Iterator
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from pathlib import Path
from typing import NamedTuple

from pyui._location import Location
from pyui.server._errors import (
    CompiledModuleError,
    ImportStringError,
    ServerOnlyImportError,
    UnlistedPackageError,
)
from pyui.server._imports import ImportStatement, read_imports
from pyui.server._module_finder import ModuleFinder, is_installed
from pyui.server._project import KEY

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
        packages: what can be imported from the client packages.

    Attributes:
        files: for each module that has a file, its path in an archive and the file, in the order of discovery.
        outside: the modules of the standard library and of client packages that are imported.
        outside_early: those of them that are imported while the modules are.

    Raises:
        ImportStringError: the module does not exist.
        ServerOnlyImportError: server-only code is among the modules.
        CompiledModuleError: a compiled extension module is.
        UnlistedPackageError: an installed package is that is no client package.
    """

    def __init__(self, root: str, where: Location | None = None, packages: Collection[str] = ()) -> None:
        self.files: dict[str, Path] = {}
        self.outside: set[str] = set()
        self.outside_early: set[str] = set()
        self._where = where
        self._packages = packages
        self._finder = ModuleFinder()
        self._seen: set[str] = set()
        self._unlisted: UnlistedPackageError | None = None
        self._pending: list[tuple[str, _Step | None]] = []
        spec = self._finder.spec(root)
        if spec is None:
            raise ImportStringError(f'The routes module "{root}" cannot be found.', "Check its name.", where=where)
        # Where the app itself is installed, its own packages lie beside those of others.
        self._tells_others = not is_installed(spec)
        self._add(root, None, optional=False)
        while self._pending:
            self._follow(*self._pending.pop(0))
        # Last: a module that should not ship at all explains it better than a package that it imports.
        if self._unlisted is not None:
            raise self._unlisted

    def _add(self, name: str, step: _Step | None, *, optional: bool) -> None:
        """Adds a module and the packages that it is in: importing `a.b.c` runs `a` and `a.b` first."""
        parts = name.split(".")
        for end in range(1, len(parts) + 1):
            part = ".".join(parts[:end])
            spec = self._finder.spec(part)
            if part in self._seen or spec is None:
                continue
            if optional and (_is_compiled(spec) or self._is_unlisted(spec)):
                continue
            self._seen.add(part)
            if self._is_unlisted(spec):
                self._unlisted = self._unlisted or _unlisted_error(part, step)
                return
            self._check(part, spec, step)
            self._pending.append((part, step))

    def _follow(self, name: str, step: _Step | None) -> None:
        spec = self._finder.spec(name)
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
        elif top in sys.stdlib_module_names or top in self._packages:
            # Which of the two a name is, a module or something in one, is not looked up: nobody has to know.
            names = (module, f"{module}.{name}") if name else (module,)
            self.outside.update(names)
            if not statement.late:
                self.outside_early.update(names)
        elif top not in _BROWSER_MODULES:
            yield module
            if name and self._finder.spec(f"{module}.{name}") is not None:
                yield f"{module}.{name}"

    def _check(self, name: str, spec: ModuleSpec, step: _Step | None) -> None:
        parts = name.split(".")
        folders = parts if spec.submodule_search_locations is not None else parts[:-1]
        if "server" in folders:
            raise self._server_only(f'the module "{name}", which is in a server folder', step)
        if _is_compiled(spec):
            what = f'The compiled module "{name}" would ship to the browser, which cannot run it.'
            raise CompiledModuleError(what + _way(step), _FIX, where=step.where if step is not None else self._where)

    def _is_unlisted(self, spec: ModuleSpec) -> bool:
        return self._tells_others and is_installed(spec)

    def _check_pyui(self, name: str, step: _Step) -> None:
        if name.partition(".")[0] in _SERVER_MODULES or name in SERVER_NAMES:
            raise self._server_only(f'"{step.target}"', step)

    def _server_only(self, what: str, step: _Step | None) -> ServerOnlyImportError:
        where = step.where if step is not None else self._where
        what = f"Server-only code would ship to the browser: {what}.{_way(step)}"
        return ServerOnlyImportError(what, _FIX, where=where)


_FIX = "Move what the pages need into a module of its own, or get the data in a loader."


def _unlisted_error(name: str, step: _Step | None) -> UnlistedPackageError:
    top = name.partition(".")[0]
    what = f'"{name}" would ship to the browser: it is installed, but no client package.{_way(step)}'
    fix = (
        f'Add the package of "{top}" to `{KEY}` in [tool.pyui] of pyproject.toml and run `pyui lock`, '
        "or import it where nothing ships, such as in the module of a loader."
    )
    return UnlistedPackageError(what, fix, where=step.where if step is not None else None)


def _is_compiled(spec: ModuleSpec) -> bool:
    return spec.origin is not None and spec.origin.endswith(tuple(EXTENSION_SUFFIXES))


def _location(file: Path, statement: ImportStatement) -> Location:
    return Location(str(file), statement.line)


def _way(step: _Step | None) -> str:
    return "\n" + "\n".join(step.chain()) + "\n" if step is not None else ""
