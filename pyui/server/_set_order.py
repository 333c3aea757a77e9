"""Loops over sets in code that ships: their order differs between processes, and so would server and browser.

Found in the source, as far as it says that something is a set: literals, comprehensions, calls of `set` and `frozenset`,
operators on those, names and arguments that are nothing else, attributes of none. What a call returns is not known.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyui._location import Location

_MAKERS = frozenset({"set", "frozenset"})
_ANNOTATIONS = frozenset({"set", "frozenset", "Set", "AbstractSet", "MutableSet", "FrozenSet"})
_ORDERLESS = frozenset({"all", "any", "dict", "frozenset", "len", "max", "min", "set", "sorted", "sum", "Counter"})
_KEEPING = frozenset({"enumerate", "iter", "list", "map", "filter", "reversed", "tuple", "zip"})
_OPERATORS = (ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor)

type Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def loops_over_sets(files: Iterable[Path]) -> list[Location]:
    """Lists where the order of a set matters in source files.

    Args:
        files: Python files.

    Returns:
        The places, in the order of the files and lines.
    """
    return [
        Location(str(file), line) for file in files for line in sorted(set(_loops(ast.parse(file.read_bytes(), str(file)))))
    ]


def _loops(tree: ast.Module) -> Iterator[int]:
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from _Scope(function).loops()


class _Scope:
    """One function, without those in it.

    Args:
        function: the function.
    """

    def __init__(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._nodes = list(_own_nodes(function))
        self._sets = self._names_of_sets(function)
        self._harmless = {id(found) for node in self._nodes for found in _without_order(node)}

    def loops(self) -> Iterator[int]:
        """Gives the lines on which something goes through a set."""
        for node in self._nodes:
            if id(node) in self._harmless:
                continue
            if isinstance(node, (ast.For, ast.AsyncFor)):
                yield from self._line(node.iter)
            elif isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.DictComp)):
                for generator in node.generators:
                    yield from self._line(generator.iter)
            elif isinstance(node, ast.Starred):
                yield from self._line(node.value)
            elif isinstance(node, ast.Call):
                for argument in _kept_in_order(node):
                    yield from self._line(argument)

    def _line(self, iterable: ast.expr) -> Iterator[int]:
        if self._is_set(iterable):
            yield iterable.lineno

    def _is_set(self, value: ast.expr) -> bool:
        if isinstance(value, (ast.Set, ast.SetComp)):
            return True
        if isinstance(value, ast.Call):
            return isinstance(value.func, ast.Name) and value.func.id in _MAKERS
        if isinstance(value, ast.BinOp) and isinstance(value.op, _OPERATORS):
            return self._is_set(value.left) and self._is_set(value.right)
        return isinstance(value, ast.Name) and value.id in self._sets

    def _names_of_sets(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> frozenset[str]:
        """The names that hold nothing but sets: each way to bind one has to be an assignment of a set."""
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        self._sets = frozenset(argument.arg for argument in arguments if _is_annotated(argument.annotation))
        bound: dict[str, list[bool]] = {argument.arg: [argument.arg in self._sets] for argument in arguments}
        for node in self._nodes:
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                bound.setdefault(node.targets[0].id, []).append(self._is_set(node.value))
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                bound.setdefault(node.target.id, []).append(_is_annotated(node.annotation))
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                bound.setdefault(node.id, []).append(True)  # counted by the assignment, or else below
        stored = [node.id for node in self._nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
        assigned = [
            target.id
            for node in self._nodes
            for target in (node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)])
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(target, ast.Name)
        ]
        return frozenset(name for name, kinds in bound.items() if all(kinds) and stored.count(name) == assigned.count(name))


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """Goes through a function, without the functions in it, which have names of their own; lambdas see its names."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield child
            yield from _own_nodes(child)


def _is_annotated(annotation: ast.expr | None) -> bool:
    kind = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    name = kind.attr if isinstance(kind, ast.Attribute) else kind.id if isinstance(kind, ast.Name) else ""
    return name in _ANNOTATIONS


def _without_order(node: ast.AST) -> Iterator[ast.AST]:
    """Gives what stands where the order makes no difference."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ORDERLESS:
        yield from node.args


def _kept_in_order(call: ast.Call) -> list[ast.expr]:
    """Returns the arguments that a call goes through in their order."""
    if isinstance(call.func, ast.Name) and call.func.id in _KEEPING:
        return call.args
    if isinstance(call.func, ast.Attribute) and call.func.attr in ("join", "extend"):
        return call.args
    return []
