"""Reads element calls: what they consist of, as far as it can be known before they run. Runs on the server."""

import ast
from types import FunctionType
from typing import Any

from pyui.errors import PyuiError
from pyui.templates._parts import (
    AttributeHole,
    Child,
    ComponentPart,
    ElementPart,
    HelperPart,
    Hole,
    ListPart,
    PlainComponent,
)
from pyui.templates._resolve import Resolver
from pyui.templates._scopes import Scope
from pyui.view._element import attribute_markup
from pyui.view._escape import escape_text
from pyui.view._plan import URL, Entry, plan_of

_DISPLAYS = (ast.Constant, ast.Dict, ast.List, ast.Tuple)
_SCALARS = (str, int, float, type(None))


class Reader:
    """Reads element calls.

    Args:
        resolver: tells which functions make elements.

    Attributes:
        helpers: the functions of which a call is a `HelperPart`.
        components: the plain components, of which a call is a `ComponentPart` while `inlines` holds.
        inlines: whether what is read is written when the walk comes by, and nowhere else.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.helpers: frozenset[FunctionType] = frozenset()
        self.components: dict[FunctionType, PlainComponent] = {}
        self.inlines = False

    def element(self, call: ast.Call, scope: Scope) -> ElementPart | None:
        """Reads a call.

        Args:
            call: the call.
            scope: what its names mean.

        Returns:
            The element, or None where it is none, is unusual, has a live part, or would surely fail.
        """
        tag = self._resolver.tag(call.func, scope)
        keywords = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
        starred = any(isinstance(argument, ast.Starred) for argument in call.args)
        if tag is None or starred or len(keywords) < len(call.keywords) or (tag.void and call.args):
            return None
        try:
            plan = plan_of(tuple(keywords))
            attributes = [_attribute(entry, keywords[entry[0]], scope) for entry in plan]
        except (PyuiError, ValueError, TypeError):
            return None  # it fails when it runs, at the user's line
        if any(kind > URL for _, _, kind in plan):
            return None
        return ElementPart(call, tag, attributes, [self._child(argument, scope) for argument in call.args])

    def _child(self, expression: ast.expr, scope: Scope) -> Child:
        if isinstance(expression, ast.Constant) and isinstance(expression.value, _SCALARS):
            value = expression.value
            return "" if value is None or isinstance(value, bool) else escape_text(str(value))
        found: Child | None = None
        if isinstance(expression, ast.Call):
            found = self.element(expression, scope) or self._helper(expression, scope)
            found = found or self._component(expression, scope)
        elif isinstance(expression, ast.ListComp):
            found = self._list(expression, scope)
        return found or Hole(expression, scope, _is_quiet(expression, scope))

    def _helper(self, call: ast.Call, scope: Scope) -> HelperPart | None:
        function = self._resolver.function(call.func, scope)
        if function is None or function not in self.helpers:
            return None
        return HelperPart(call, scope, function)

    def plain_component(self, function: ast.FunctionDef) -> PlainComponent | None:
        """Reads a component at the top of the module, or returns None where it is not a plain one."""
        component = self._resolver.component(ast.Name(function.name, ast.Load()), Scope())
        *before, last = function.body
        documented = not before or (len(before) == 1 and ast.get_docstring(function) is not None)
        arguments = function.args
        unusual = (*arguments.posonlyargs, arguments.vararg, *arguments.kwonlyargs, arguments.kwarg)
        if (
            component is None
            or not documented
            or any(unusual)
            or not isinstance(last, ast.Return)
            or not isinstance(last.value, ast.Call)
        ):
            return None
        scope = Scope().inside_function(function)
        element = self.element(last.value, scope)
        if element is None or not _is_plain(element, scope):
            return None
        return PlainComponent(component, tuple(argument.arg for argument in arguments.args), element)

    def _component(self, call: ast.Call, scope: Scope) -> ComponentPart | None:
        component = self._resolver.component(call.func, scope) if self.inlines else None
        plain = self.components.get(component.function) if component is not None else None
        if plain is None or any(isinstance(argument, ast.Starred) for argument in call.args):
            return None
        names = [*plain.parameters[: len(call.args)], *(keyword.arg or "" for keyword in call.keywords)]
        if len(names) < len(call.args) + len(call.keywords) or sorted(names) != sorted(plain.parameters):
            return None  # it takes a default, or fails
        if any(node.id in scope.bound for node in plain.functions):
            return None  # the name of an element function means something else here
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        return ComponentPart(call, plain, [Hole(value, scope, _is_quiet(value, scope)) for value in values], names)

    def _list(self, comprehension: ast.ListComp, scope: Scope) -> ListPart | None:
        inside = scope.inside_comprehension(comprehension)
        if not isinstance(comprehension.elt, ast.Call) or any(part.is_async for part in comprehension.generators):
            return None
        element = self.element(comprehension.elt, inside) or self._component(comprehension.elt, inside)
        if element is None:
            return None
        first = comprehension.generators[0]
        plain = len(comprehension.generators) == 1 and not first.ifs and isinstance(first.target, ast.Name)
        target = first.target.id if plain and isinstance(first.target, ast.Name) and element.quiet else None
        return ListPart(comprehension, Hole(first.iter, scope, _is_quiet(first.iter, scope)), target, element)


def _is_plain(element: ElementPart, scope: Scope) -> bool:
    """Tells whether nothing but parameters stand in an element."""
    for part in (*element.attributes, *element.children):
        if isinstance(part, ElementPart):
            if not _is_plain(part, scope):
                return False
        elif isinstance(part, Hole):
            if not isinstance(part.expression, ast.Name) or part.expression.id not in scope.steady:
                return False
        elif not isinstance(part, str):
            return False
    return True


def _attribute(entry: Entry, expression: ast.expr, scope: Scope) -> str | AttributeHole:
    keyword, name, kind = entry
    if kind <= URL and isinstance(expression, _DISPLAYS):
        value = _literal(expression)
        if value is not expression:
            return attribute_markup(name, value)
    return AttributeHole(expression, scope, _is_quiet(expression, scope), name, keyword)


def _literal(expression: ast.expr) -> Any:
    """Returns the value of a display of constants, or the expression itself where it holds something else."""
    if any(not isinstance(node, (*_DISPLAYS, ast.expr_context)) for node in ast.walk(expression)):
        return expression
    return ast.literal_eval(expression)


def _is_quiet(expression: ast.expr, scope: Scope) -> bool:
    return isinstance(expression, ast.Constant) or (isinstance(expression, ast.Name) and expression.id in scope.steady)
