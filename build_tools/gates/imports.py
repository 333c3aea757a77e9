"""Imports go one way, and what ships imports nothing but pyui and the standard library."""

import ast
import sys
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple, TypeGuard

from build_tools.gates.source import Module


class Place(Enum):
    """Where in a module an import stands."""

    TOP = "at the top"
    TYPES = "under `if TYPE_CHECKING`"
    FUNCTION = "in a function"
    LAZY = "in a module's `__getattr__`"


class Import(NamedTuple):
    """One module that another one imports.

    Args:
        importer: the module that has the statement.
        target: the absolute dotted name of what is imported; for `from a import b`, `a.b`.
        line: the line of the statement.
        place: where it stands.
    """

    importer: Module
    target: str
    line: int
    place: Place

    @property
    def where(self) -> str:
        """The importing module and the line, for a message."""
        return f"{self.importer.name}:{self.line}"


BELOW = {
    "reactive": frozenset[str](),
    "view": frozenset({"reactive"}),
    "templates": frozenset({"reactive", "view"}),
    "router": frozenset({"reactive", "view"}),
    "browser": frozenset({"reactive", "view", "router"}),
    "server": frozenset({"reactive", "view", "templates", "router"}),
    "build": frozenset({"reactive", "view", "router", "browser", "server"}),
    "testing": frozenset({"reactive", "view", "router", "browser", "server", "build"}),
    "cli": frozenset({"reactive", "view", "router", "browser", "server", "build"}),
    "root": frozenset({"reactive", "view", "router"}),
}
"""For each layer, the layers that it may import besides itself."""

SHIPPED = frozenset({"reactive", "view", "router", "browser", "free", "root"})
"""The layers that run in the browser."""

_LAZY_PLACES = frozenset({Place.LAZY, Place.TYPES})  # where `pyui/__init__.py` may name what the browser lacks
_FREE = frozenset({"errors", "_location", "_version"})
_VIEW_MODULES = frozenset({"html", "svg", "mathml", "template_strings"})
_SERVER_MODULES = frozenset({"server_only", "__main__"})
_BROWSER_PACKAGES = frozenset({"js", "pyodide", "pyodide_js", "_pyodide"})
_BRIDGE = "pyui.browser._bridge"


def layer_of(name: str) -> str | None:
    """Returns the layer of a module of pyui, `"free"` for those that all may import, or None for an unknown one."""
    parts = name.split(".")
    head = parts[1] if len(parts) > 1 else "root"
    if head in _FREE:
        return "free"
    if head in _VIEW_MODULES:
        return "view"
    if head in _SERVER_MODULES:
        return "cli" if head == "__main__" else "server"
    return head if head in BELOW else None


def _is_type_checking(test: ast.expr) -> bool:
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (
        isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"
    )


def _statements(body: list[ast.stmt], place: Place) -> Iterator[tuple[ast.Import | ast.ImportFrom, Place]]:
    for statement in body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            yield statement, place
        elif isinstance(statement, ast.If) and _is_type_checking(statement.test):
            yield from _statements(statement.body, Place.TYPES)
            yield from _statements(statement.orelse, place)
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from _statements(statement.body, Place.FUNCTION)
        else:
            yield from _statements(_blocks(statement), place)


def _is_module_getattr(statement: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    return isinstance(statement, ast.FunctionDef) and statement.name == "__getattr__"


def _blocks(statement: ast.stmt) -> list[ast.stmt]:
    inner: list[ast.stmt] = []
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.stmt):
            inner.append(child)
        elif isinstance(child, (ast.ExceptHandler, ast.match_case)):
            inner.extend(child.body)
    return inner


def _targets(module: Module, statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(statement, ast.Import):
        yield from (alias.name for alias in statement.names)
        return
    base = statement.module or ""
    if statement.level:
        package = module.package.split(".")
        base = ".".join([*package[: len(package) - statement.level + 1], *([base] if base else [])])
    yield from (f"{base}.{alias.name}" for alias in statement.names)


def imports_of(module: Module) -> list[Import]:
    """Lists all imports of a module, those of its `__getattr__` last."""
    found = [
        *_statements([part for part in module.tree.body if not _is_module_getattr(part)], Place.TOP),
        *(pair for part in module.tree.body if _is_module_getattr(part) for pair in _statements(part.body, Place.LAZY)),
    ]
    return [
        Import(module, target, statement.lineno, place)
        for statement, place in found
        for target in _targets(module, statement)
    ]


def import_direction(modules: list[Module]) -> list[str]:
    """Lists the imports of pyui by pyui that go up or sideways, and the modules that belong to no layer."""
    known = {module.name for module in modules}
    violations = [
        f"{module.name} belongs to no layer: add it to build_tools/gates/imports.py."
        for module in modules
        if layer_of(module.name) is None
    ]
    for module in modules:
        for found in imports_of(module):
            violations.extend(_direction_of(found, known))
    return violations


def _direction_of(found: Import, known: set[str]) -> Iterator[str]:
    parts = found.target.split(".")
    if parts[0] != "pyui":
        return
    source = layer_of(found.importer.name)
    # `from pyui import x` imports the submodule x where there is one, and else a name out of `pyui/__init__.py`.
    is_submodule = len(parts) > 2 or found.target in known
    target = layer_of(found.target) if is_submodule else "root"
    if source is None or target in {"free", source} or (source == "root" and found.place in _LAZY_PLACES):
        return
    if target is None or target not in BELOW.get(source, frozenset()):
        yield f"{found.where} ({source}) imports {found.target} ({target or 'no layer'})."


def local_imports(modules: list[Module]) -> list[str]:
    """Lists the imports that stand in a function.

    Two kinds may: the lazy ones of `pyui/__init__.py`, and in what ships those of the standard library, where a module
    that few pages need would make every page's start longer.
    """
    return [
        f"{found.where} imports {found.target} {found.place.value}."
        for module in modules
        for found in imports_of(module)
        if (found.place is Place.FUNCTION and not _is_late_by_right(found))
        or (found.place is Place.LAZY and module.name != "pyui")
    ]


def _is_late_by_right(found: Import) -> bool:
    return layer_of(found.importer.name) in SHIPPED and found.target.partition(".")[0] in sys.stdlib_module_names


def shipped_imports(modules: list[Module]) -> list[str]:
    """Lists what the shipped layers import at run time besides pyui and the standard library."""
    return [
        f"{found.where} ships and imports {found.target}."
        for module in modules
        if layer_of(module.name) in SHIPPED
        for found in imports_of(module)
        if found.place is not Place.TYPES and not _may_ship(found.target)
    ]


def _may_ship(target: str) -> bool:
    top = target.partition(".")[0]
    return top == "pyui" or top in sys.stdlib_module_names or top in _BROWSER_PACKAGES


def bridge_imports(modules: list[Module]) -> list[str]:
    """Lists the imports of `js` and `pyodide` outside the one module that may have them."""
    return [
        f"{found.where} imports {found.target}: only {_BRIDGE} may."
        for module in modules
        if module.name != _BRIDGE
        for found in imports_of(module)
        if found.target.partition(".")[0] in _BROWSER_PACKAGES
    ]
