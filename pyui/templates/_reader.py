"""Reads element calls: what they consist of, as far as it can be known before they run. Runs on the server."""

import ast
from types import FunctionType

from pyui.errors import PyuiError
from pyui.templates._elements import Tag
from pyui.templates._parts import (
    ArgumentHole,
    AttributeHole,
    Child,
    ElementPart,
    HandlerHole,
    HelperPart,
    Hole,
    ListPart,
    PlainFunction,
    PlainPart,
    UsesHole,
)
from pyui.templates._plain import allowed_of_parameters, is_plain
from pyui.templates._resolve import Resolver, is_constant
from pyui.templates._scopes import Scope
from pyui.view._element import attribute_markup
from pyui.view._escape import escape_text
from pyui.view._plan import BIND, HANDLER, URL, Entry, plan_of

_SCALARS = (str, int, float, type(None))


class Reader:
    """Reads element calls.

    Args:
        resolver: tells which functions make elements.

    Attributes:
        helpers: the functions of which a call is a `HelperPart`, or a `PlainPart`.
        plain: what is known of plain functions, by helper or by the function of a component.
        inlines: whether what is read is written when the walk comes by, and nowhere else: a use of a plain component is
            a `PlainPart` then.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.helpers: frozenset[FunctionType] = frozenset()
        self.plain: dict[FunctionType, PlainFunction] = {}
        self.inlines = False

    def element(self, call: ast.Call, scope: Scope) -> ElementPart | None:
        """Reads a call.

        Args:
            call: the call.
            scope: what its names mean.

        Returns:
            The element, or None where it is none, is unusual, or would surely fail.
        """
        found = self._resolver.element_call(call, scope)
        if found is None:
            return None
        tag, keywords = found
        try:
            plan = plan_of(tuple(keywords))
            attributes = [_attribute(entry, keywords[entry[0]], scope) for entry in plan]
        except (PyuiError, ValueError, TypeError):
            return None  # it fails when it runs, at the user's line
        bound = [part for part, (_, _, kind) in zip(attributes, plan, strict=True) if kind == BIND]
        if any(kind > BIND for _, _, kind in plan) or not all(_binds(tag, keywords, hole) for hole in bound):
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

    def _helper(self, call: ast.Call, scope: Scope) -> HelperPart | PlainPart | None:
        function = self._resolver.function(call.func, scope)
        if function is None or function not in self.helpers:
            return None
        return self._plain(call, scope, function) or HelperPart(call, scope, function)

    def plain_function(self, node: ast.FunctionDef) -> PlainFunction | None:
        """Reads a helper or a component at the top of the module, or returns None where it is not a plain one."""
        name = ast.Name(node.name, ast.Load())
        component = self._resolver.component(name, Scope())
        function = component if component is not None else self._resolver.function(name, Scope())
        *before, last = node.body
        documented = not before or (len(before) == 1 and ast.get_docstring(node) is not None)
        arguments = node.args
        unusual = (*arguments.posonlyargs, arguments.vararg, *arguments.kwonlyargs, arguments.kwarg)
        if function is None or not documented or any(unusual):
            return None
        if not isinstance(last, ast.Return) or not isinstance(last.value, ast.Call):
            return None
        scope = Scope().inside_function(node)
        element = self.element(last.value, scope)
        # A list that a component is given may be another one by the time that the walk comes by.
        if element is None or not is_plain(element, scope.steady, lists=component is None):
            return None
        parameters = allowed_of_parameters(element, [argument.arg for argument in arguments.args])
        return PlainFunction(function, parameters, element)

    def _component(self, call: ast.Call, scope: Scope) -> PlainPart | None:
        component = self._resolver.component(call.func, scope) if self.inlines else None
        function = component.function if component is not None else None
        return self._plain(call, scope, function) if isinstance(function, FunctionType) else None

    def _plain(self, call: ast.Call, scope: Scope, function: FunctionType) -> PlainPart | None:
        plain = self.plain.get(function)
        if plain is None or any(isinstance(argument, ast.Starred) for argument in call.args):
            return None
        names = [*list(plain.parameters)[: len(call.args)], *(keyword.arg or "" for keyword in call.keywords)]
        if len(names) < len(call.args) + len(call.keywords) or sorted(names) != sorted(plain.parameters):
            return None  # it takes a default, or fails
        if any(node.id in scope.bound for node in plain.names):
            return None  # the name of an element function means something else here
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        given = zip(values, names, strict=True)
        arguments = [ArgumentHole(v, scope, _is_quiet(v, scope), plain.parameters[name]) for v, name in given]
        return PlainPart(call, plain, arguments, names)

    def _uses(self, comprehension: ast.ListComp, call: ast.Call, scope: Scope) -> UsesHole | None:
        component = self._resolver.component(call.func, scope.inside_comprehension(comprehension))
        names = tuple(keyword.arg or "" for keyword in call.keywords)
        starred = any(isinstance(argument, ast.Starred) for argument in call.args)
        if component is None or starred or not component.takes(len(call.args), names):
            return None
        return UsesHole(comprehension, scope, False, comprehension, call, component)

    def _list(self, comprehension: ast.ListComp, scope: Scope) -> ListPart | UsesHole | None:
        inside = scope.inside_comprehension(comprehension)
        if not isinstance(comprehension.elt, ast.Call) or any(part.is_async for part in comprehension.generators):
            return None
        element = self.element(comprehension.elt, inside) or self._component(comprehension.elt, inside)
        if element is None:
            return self._uses(comprehension, comprehension.elt, scope)
        first = comprehension.generators[0]
        plain = len(comprehension.generators) == 1 and not first.ifs and isinstance(first.target, ast.Name)
        plain = plain and element.quiet and not (isinstance(element, ElementPart) and element.is_live)
        target = first.target.id if plain and isinstance(first.target, ast.Name) else None
        return ListPart(comprehension, Hole(first.iter, scope, _is_quiet(first.iter, scope)), target, element)


def _attribute(entry: Entry, expression: ast.expr, scope: Scope) -> str | AttributeHole:
    keyword, name, kind = entry
    if kind <= URL and is_constant(expression):
        return attribute_markup(name, ast.literal_eval(expression))
    make = HandlerHole if kind in (HANDLER, BIND) else AttributeHole
    return make(expression, scope, _is_quiet(expression, scope), name, keyword)


def _binds(tag: Tag, keywords: dict[str, ast.expr], hole: str | AttributeHole) -> bool:
    """Tells whether `bind_value=` or `bind_checked=` surely fits to an `input`, and notes its type."""
    control = keywords.get("type", ast.Constant("text"))
    if tag.name != "input" or not isinstance(hole, HandlerHole) or not isinstance(control, ast.Constant):
        return False
    hole.control = str(control.value).lower()
    if hole.name == "bind_checked":
        return hole.control == "checkbox" and "checked" not in keywords
    return hole.name == "bind_value" and hole.control not in ("checkbox", "radio", "file") and "value" not in keywords


def _is_quiet(expression: ast.expr, scope: Scope) -> bool:
    if isinstance(expression, ast.Name):
        return expression.id in scope.steady or scope.assigned.get(expression.id, expression.lineno) < expression.lineno
    if isinstance(expression, ast.Lambda):  # its names are read when it is called
        return not (expression.args.defaults or any(expression.args.kw_defaults))
    return isinstance(expression, ast.Constant)
