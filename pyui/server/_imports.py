"""Reads the imports of a module out of its source, without running it."""

import ast
from collections.abc import Iterator
from typing import NamedTuple, cast


class ImportStatement(NamedTuple):
    """One module, or one name of a module, that a module imports.

    Args:
        module: the absolute dotted name of the module.
        name: the name taken out of it by `from`, which may be a submodule; empty for `import module`.
        line: the line of the statement.
        optional: whether the module goes on without it: it stands in a `try` that catches ImportError.
        late: whether it is imported when a function is called.
    """

    module: str
    name: str
    line: int
    optional: bool
    late: bool


def read_imports(source: bytes, package: str) -> list[ImportStatement]:
    """Lists the imports of a module: those at the top and those in functions, but not those for type checkers alone.

    Args:
        source: the source of the module.
        package: the package that relative imports start from: the module itself for an `__init__.py`.

    Raises:
        SyntaxError: the source is not Python.
    """
    return [
        found
        for node, optional, late in _walk(ast.parse(source), optional=False, late=False)
        for found in _imports_of(node, package, optional=optional, late=late)
    ]


def _walk(node: ast.AST, *, optional: bool, late: bool) -> Iterator[tuple[ast.AST, bool, bool]]:
    yield node, optional, late
    late = late or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
    for field, value in ast.iter_fields(node):
        children = cast("list[object]", value) if isinstance(value, list) else [value]
        if isinstance(node, ast.If) and field == "body" and _is_type_checking(node.test):
            continue
        inner = optional or (isinstance(node, ast.Try) and field == "body" and _catches_import_error(node))
        for child in children:
            if isinstance(child, ast.AST):
                yield from _walk(child, optional=inner, late=late)


def _is_type_checking(test: ast.expr) -> bool:
    name = test.attr if isinstance(test, ast.Attribute) else test.id if isinstance(test, ast.Name) else ""
    return name == "TYPE_CHECKING"


def _catches_import_error(node: ast.Try) -> bool:
    caught = [handler.type for handler in node.handlers]
    types = [item for type_ in caught for item in (type_.elts if isinstance(type_, ast.Tuple) else [type_])]
    names = {item.id if isinstance(item, ast.Name) else "" if item is not None else "Exception" for item in types}
    return not names.isdisjoint({"ImportError", "ModuleNotFoundError", "Exception"})


def _imports_of(node: ast.AST, package: str, *, optional: bool, late: bool) -> Iterator[ImportStatement]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield ImportStatement(alias.name, "", node.lineno, optional, late)
    elif isinstance(node, ast.ImportFrom):
        module = node.module or ""
        if node.level:
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            module = ".".join([*parents, module] if module else parents)
        for alias in node.names:
            yield ImportStatement(module, alias.name, node.lineno, optional, late)
