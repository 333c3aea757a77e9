"""Which names of a module are element functions, as its source says. The module need not be imported. Server only."""

import ast
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pyui import html
from pyui.templates._scopes import bindings


def element_names(tree: ast.Module) -> dict[str, Any]:
    """Returns the element functions, and `pyui.html` itself, by the names that only an import at the top binds.

    Args:
        tree: the tree of the module.
    """
    bound = Counter(name for statement in tree.body for name in bindings(statement))
    bound.update(name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names)
    found: dict[str, Any] = {}
    for statement in tree.body:
        found.update(_imported(statement))
    return {name: value for name, value in found.items() if bound[name] == 1}


def _imported(statement: ast.stmt) -> Iterator[tuple[str, object]]:
    match statement:
        case ast.ImportFrom(module="pyui.html", level=0, names=names):
            for each in names:
                if each.name in html.__all__:
                    yield each.asname or each.name, getattr(html, each.name)
        case ast.ImportFrom(module="pyui", level=0, names=names):
            for each in names:
                if each.name == "html":
                    yield each.asname or each.name, html
        case ast.Import(names=names):
            for each in names:
                if each.name == "pyui.html" and each.asname is not None:
                    yield each.asname, html
        case _:
            pass
