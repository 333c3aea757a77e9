"""Which expressions are pyui's own element functions, and how that is checked again when the code runs. Server only."""

import ast
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any, cast

from pyui.templates._elements import Tag, tag_of
from pyui.templates._scopes import Scope
from pyui.view import Component

_DISPLAYS = (ast.Constant, ast.Dict, ast.List, ast.Tuple, ast.expr_context)


def is_constant(expression: ast.expr) -> bool:
    """Tells whether an expression is a constant, or a display of constants alone."""
    return all(isinstance(node, _DISPLAYS) for node in ast.walk(expression))


class Resolver:
    """Looks names up in the globals of a module.

    Args:
        names: the globals.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names

    def tag(self, function: ast.expr, scope: Scope) -> Tag | None:
        """Returns what an expression makes when it is called, or None where it is no element function."""
        return tag_of(self._value(function, scope))

    def element_call(self, call: ast.Call, scope: Scope) -> tuple[Tag, dict[str, ast.expr]] | None:
        """Returns what an element call makes, and its keywords; None where it is none, or has unusual arguments."""
        tag = self.tag(call.func, scope)
        keywords = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
        starred = any(isinstance(argument, ast.Starred) for argument in call.args)
        if tag is None or starred or len(keywords) < len(call.keywords) or (tag.void and call.args):
            return None
        return tag, keywords

    def function(self, name: ast.expr, scope: Scope) -> FunctionType | None:
        """Returns the function of the user's that a name leads to."""
        found = self._value(name, scope) if isinstance(name, ast.Name) else None
        return found if isinstance(found, FunctionType) else None

    def component(self, name: ast.expr, scope: Scope) -> Component[..., Any] | None:
        """Returns the component that a name leads to."""
        found: Any = self._value(name, scope) if isinstance(name, ast.Name) else None
        return cast("Component[..., Any]", found) if isinstance(found, Component) else None

    def checks(self, function: ast.expr) -> Iterator[tuple[ast.expr, object]]:
        """Returns the expressions which have to be the same objects as now for `tag` to be true, and these objects."""
        if isinstance(function, ast.Attribute):
            yield from self.checks(function.value)
        yield function, self._value(function, Scope())

    def _value(self, expression: ast.expr, scope: Scope) -> object:
        match expression:
            # A name that begins with two underscores is another one in a class.
            case ast.Name(id=name) if name not in scope.bound and not name.startswith("__"):
                return self._names.get(name)
            case ast.Attribute(value=inner, attr=name):
                module = self._value(inner, scope)
                return vars(module).get(name) if isinstance(module, ModuleType) else None
            case _:
                return None
