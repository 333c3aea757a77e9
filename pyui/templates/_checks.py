"""Makes the expressions that tell whether a value can be written at any time. Runs on the server."""

import ast
import copy

from pyui.templates._constants import Constants
from pyui.templates._parts import Hole
from pyui.templates._runtime import MOST_NUMBER


def tests_of(constants: Constants, hole: Hole, value: ast.expr) -> list[ast.expr]:
    """Makes the tests of the value of a hole.

    Args:
        constants: the constants of the module.
        hole: the hole.
        value: what has the value: a name, or what gives it to a name.

    Returns:
        Expressions, all of which have to be true.
    """
    kinds = hole.allows
    read = ast.Name(value.target.id, ast.Load()) if isinstance(value, ast.NamedExpr) else value
    tests: list[ast.expr] = []
    for kind, known in ((str, kinds.text), (float, kinds.real and not kinds.text), (int, kinds.whole)):
        if known:
            test = _is_of(constants, copy.deepcopy(read) if tests else value, kind)
            tests.append(all_of([test, _is_short(copy.deepcopy(read))]) if kind is int else test)
    made = [tests[0] if len(tests) == 1 else ast.BoolOp(ast.Or(), tests)]
    if kinds.is_url:
        made.append(ast.Compare(ast.Constant(":"), [ast.NotIn()], [copy.deepcopy(read)]))
    return made


def all_of(tests: list[ast.expr]) -> ast.expr:
    """Joins tests by `and`."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), tests)


def _is_of(constants: Constants, value: ast.expr, kind: type) -> ast.expr:
    constants.give(f"!{kind.__name__}", kind)
    constant = constants.expression(f"!{kind.__name__}", value)
    return ast.Compare(ast.Attribute(value, "__class__", ast.Load()), [ast.Is()], [constant])


def _is_short(value: ast.expr) -> ast.expr:
    """Makes what tells that an integer has few enough digits for `str`."""
    ends = (ast.Constant(-MOST_NUMBER), ast.Constant(MOST_NUMBER))
    return ast.Compare(ends[0], [ast.Lt(), ast.Lt()], [value, ends[1]])
