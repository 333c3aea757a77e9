"""Writes what compares the names of a call again, each time that the code runs. Runs on the server."""

import ast
import copy
from collections.abc import Iterator

from pyui.templates._checks import all_of
from pyui.templates._constants import Constants, at_place
from pyui.templates._parts import ElementPart, HelperPart, ListPart, PlainPart, UsesHole
from pyui.templates._resolve import Resolver


def guard_of(part: ElementPart, resolver: Resolver, constants: Constants) -> ast.expr:
    """Makes the expression that is true while all names of an element call mean what they meant.

    Args:
        part: the call.
        resolver: tells what the names mean.
        constants: the constants of the module.
    """
    checks: dict[str, tuple[ast.expr, object]] = {}
    for function in _called(part):
        for expression, value in resolver.checks(function):
            checks[ast.unparse(expression)] = (expression, value)
    made: list[ast.expr] = []
    for name, (expression, value) in checks.items():
        constants.give(f"={name}", value)
        constant = constants.expression(f"={name}", part.call)
        check = ast.Compare(copy.deepcopy(expression), [ast.Is()], [constant])
        made.append(_all_at(check, part.call))
    return at_place(all_of(made), part.call)


def _called(part: object) -> Iterator[ast.expr]:
    """Returns what is called in an element call by templates instead of the user's code."""
    if isinstance(part, ListPart):
        yield from _called(part.element)
    elif isinstance(part, (HelperPart, UsesHole)):
        yield part.call.func
    elif isinstance(part, PlainPart):
        yield part.call.func
        yield from _called(part.plain.element)
    elif isinstance(part, ElementPart):
        yield part.call.func
        for child in part.children:
            yield from _called(child)


def _all_at[N: ast.AST](node: N, place: ast.AST) -> N:
    for part in ast.walk(node):
        ast.copy_location(part, place)
    return node
