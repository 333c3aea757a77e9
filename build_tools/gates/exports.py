"""`__all__` says exactly what a public module exports."""

import ast
from collections.abc import Iterator

from build_tools.gates.imports import Place, imports_of
from build_tools.gates.source import Module


def exported_names(modules: list[Module]) -> list[str]:
    """Lists where `__all__` of a public module is missing, has a name twice, or differs from the public names in it.

    A package's public names are those that it imports from pyui and those that it defines; any other module's are
    those that it defines.
    """
    return [violation for module in modules if _is_public(module) for violation in _differences(module)]


def _is_public(module: Module) -> bool:
    return not any(part.startswith("_") for part in module.name.split("."))


def _differences(module: Module) -> Iterator[str]:
    declared = _declared(module.tree)
    public = set(_defined(module.tree))
    if module.is_package:
        public |= _imported(module)
    if declared is None:
        if module.is_package and public:
            yield f"{module.name} has no `__all__` and exports {', '.join(sorted(public))}."
        return
    if len(declared) != len(set(declared)):
        yield f"{module.name}: `__all__` names something twice."
    for name in sorted(set(declared) - public - set(_bound(module))):
        yield f"{module.name}: `__all__` names {name}, which the module does not have."
    for name in sorted(public - set(declared)):
        yield f"{module.name}: {name} is public and not in `__all__`."


def _assigned(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.AnnAssign(target=ast.Name(name)) | ast.TypeAlias(name=ast.Name(name)):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case _:
            return


def _declared(tree: ast.Module) -> list[str] | None:
    for statement in tree.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and "__all__" in _assigned(statement):
            return _strings(statement.value)
    return None


def _strings(expression: ast.expr | None) -> list[str]:
    elements = expression.elts if isinstance(expression, (ast.List, ast.Tuple)) else []
    values = (element.value for element in elements if isinstance(element, ast.Constant))
    return [value for value in values if isinstance(value, str)]


def _defined(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        yield from (name for name in _assigned(statement) if not name.startswith("_"))


def _bound(module: Module) -> Iterator[str]:
    for statement in ast.walk(module.tree):
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in statement.names)
    yield from (name for statement in module.tree.body for name in _assigned(statement))


def _imported(module: Module) -> set[str]:
    names = {
        found.target.rpartition(".")[2]
        for found in imports_of(module)
        if found.target.startswith("pyui.") and found.place is Place.TOP
    }
    return {name for name in names if not name.startswith("_")}
