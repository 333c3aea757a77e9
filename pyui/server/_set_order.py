"""Loops over sets in code that ships: their order differs between processes, and so would server and browser.

Found in the source, as far as it says that something is a set: literals, comprehensions, calls of `set` and
`frozenset`, operators on those, and arguments, local names and names of the module that are nothing else. What other
calls return and what attributes hold is not known.
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


def loops_over_sets(files: Iterable[Path]) -> list[Location]:
    """Lists where the order of a set matters in source files.

    Args:
        files: Python files.

    Returns:
        The places, in the order of the files and lines.
    """
    found: list[Location] = []
    for file in files:
        tree = ast.parse(file.read_bytes(), str(file))
        found.extend(Location(str(file), line) for line in sorted(set(_loops(tree))))
    return found


def _loops(tree: ast.Module) -> Iterator[int]:
    top = _Scope(tree.body)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from _Scope(node.body, node.args, top).loops()


class _Scope:
    """A module or a function, without the functions in it, which have names of their own; lambdas see its names.

    Args:
        body: its statements.
        arguments: its arguments.
        outer: the module around a function.

    Attributes:
        bound: for each name that it binds, whether each time that is done it becomes a set.
    """

    def __init__(
        self, body: list[ast.stmt], arguments: ast.arguments | None = None, outer: "_Scope | None" = None
    ) -> None:
        self._outer = outer
        self._nodes = [node for statement in body for node in _own_nodes(statement)]
        self._harmless = {id(found) for node in self._nodes for found in _without_order(node)}
        self.bound: dict[str, bool] = {}
        for argument in (
            [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs] if arguments is not None else []
        ):
            self.bound[argument.arg] = _is_annotated(argument.annotation)
        targets = {id(target): is_set for target, is_set in self._assignments()}
        for node in self._nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.bound[node.id] = self.bound.get(node.id, True) and targets.get(id(node), False)

    def _assignments(self) -> Iterator[tuple[ast.expr, bool]]:
        for node in self._nodes:
            if isinstance(node, ast.Assign):
                yield node.targets[0], self._is_set(node.value)
            elif isinstance(node, ast.AnnAssign):
                yield node.target, _is_annotated(node.annotation)

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
        return isinstance(value, ast.Name) and self._holds_set(value.id)

    def _holds_set(self, name: str) -> bool:
        if name in self.bound or self._outer is None:
            return self.bound.get(name, False)
        return self._outer.bound.get(name, False)


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node
        for child in ast.iter_child_nodes(node):
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
