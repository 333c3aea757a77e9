"""Which names mean what in a function: those that are bound in it, and those that always have a value. Server only."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Self

type Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_LOOKING = frozenset(("dir", "eval", "exec", "locals", "vars"))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Scope(NamedTuple):
    """The names that a place in a function sees.

    Args:
        bound: names that may be other than the module's; more of them than needed does no harm.
        steady: names of which reading neither fails nor depends on when it happens: parameters and targets of
            comprehensions that nothing else binds.
        assigned: names that one statement of a function's body binds, and nothing else, with its last line. Behind it
            they are as steady.
        keeps: whether values can be kept in names of the function: not in a comprehension, and not where somebody
            looks at all names.
    """

    bound: frozenset[str] = frozenset()
    steady: frozenset[str] = frozenset()
    assigned: Mapping[str, int] = MappingProxyType({})
    keeps: bool = False

    def inside_function(self, function: Function) -> Self:
        """Returns the scope of a function's body."""
        parameters = frozenset(_parameters(function.args))
        own = frozenset(name for part in _body(function) for name in bindings(part))
        types = frozenset(name.name for name in getattr(function, "type_params", ()))
        steady = (self.steady - own - types) | (parameters - own)
        rebound = _rebound_inside(function)
        kept = {name: line for name, line in self.assigned.items() if name not in own | parameters | types}
        assigned = {**kept, **{name: line for name, line in _assigned(function) if name not in parameters | rebound}}
        keeps = not any(_looks_at_names(part) for statement in _body(function) for part in ast.walk(statement))
        bound = self.bound | parameters | own | types
        return self._replace(bound=bound, steady=steady - rebound, assigned=assigned, keeps=keeps)

    def inside_comprehension(self, comprehension: Comprehension) -> Self:
        """Returns the scope of what a comprehension makes for each item."""
        targets = frozenset(name for part in comprehension.generators for name in bindings(part.target))
        assigned = {name: line for name, line in self.assigned.items() if name not in targets}
        steady = self.steady | targets
        return self._replace(bound=self.bound | targets, steady=steady, assigned=assigned, keeps=False)

    def in_iterable(self) -> Self:
        """Returns the scope of the first iterable of a comprehension, in which Python allows no assignment."""
        return self._replace(keeps=False)


def _looks_at_names(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in _LOOKING


def _body(function: Function) -> list[ast.AST]:
    return [function.body] if isinstance(function, ast.Lambda) else [*function.body]


def _parameters(arguments: ast.arguments) -> Iterator[str]:
    named = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
    yield from (argument.arg for argument in named if argument is not None)


def bindings(node: ast.AST) -> Iterator[str]:
    """Names the names that a part of a function binds in the function's own scope, and some that it does not.

    Comprehensions are gone through too, for `:=` binds in the function around them.
    """
    yield from _own_bindings(node)
    if isinstance(node, FUNCTIONS):
        yield from (name for part in _outside_parts(node) for name in bindings(part))
        return
    for part in ast.iter_child_nodes(node):
        yield from bindings(part)


def _assigned(function: Function) -> Iterator[tuple[str, int]]:
    """Names the names that one statement in the body of a function binds, where nothing else does."""
    bound = Counter(name for part in _body(function) for name in bindings(part))
    for statement in _body(function):
        match statement:
            case ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
                pass
            case _:
                continue
        if bound[name] == 1:
            yield name, statement.end_lineno or statement.lineno


def _outside_parts(function: Function) -> list[ast.AST]:
    """Returns the parts of a function that are evaluated where it stands."""
    arguments = function.args
    parts: list[ast.AST | None] = [*arguments.defaults, *arguments.kw_defaults]
    if not isinstance(function, ast.Lambda):
        parts += function.decorator_list
    return [part for part in parts if part is not None]


def _own_bindings(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.alias(name=name, asname=asname):
            yield asname or name.partition(".")[0]
        case (
            ast.ExceptHandler(name=str() as name)
            | ast.MatchAs(name=str() as name)
            | ast.MatchStar(name=str() as name)
            | ast.MatchMapping(rest=str() as name)
        ):
            yield name
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            yield from names
        case _:
            pass


def _rebound_inside(function: Function) -> frozenset[str]:
    """Returns the names that functions inside of a function bind in it."""
    found = (node.names for part in _body(function) for node in ast.walk(part) if isinstance(node, ast.Nonlocal))
    return frozenset(name for names in found for name in names)
