"""What an element expression consists of: static markup, and holes for the user's expressions. Runs on the server."""

import ast
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from pyui.errors import PyuiError
from pyui.templates._elements import Tag
from pyui.templates._resolve import Resolver
from pyui.templates._scopes import Scope
from pyui.view._attributes import ENUMERATED, URLS
from pyui.view._element import attribute_markup
from pyui.view._escape import escape_text
from pyui.view._plan import URL, Entry, plan_of

_BOOLEANS = frozenset(
    "autofocus autoplay checked controls default defer disabled hidden inert ismap loop multiple muted novalidate open "
    "readonly required reversed selected".split()
)
_DISPLAYS = (ast.Constant, ast.Dict, ast.List, ast.Tuple)
_CHOICES = (ast.BoolOp, ast.Compare, ast.IfExp)
_SCALARS = (str, int, float, type(None))


@dataclass
class Hole:
    """A place for one of the user's expressions.

    Args:
        expression: the expression.
        scope: what its names mean.
        quiet: whether it can be evaluated at any time: its value is always the same, and nothing happens.
    """

    expression: ast.expr
    scope: Scope
    quiet: bool

    @property
    def is_text(self) -> bool:
        """Whether the value is a string for sure."""
        return isinstance(self.expression, ast.JoinedStr)

    @property
    def harmless(self) -> bool:
        """Whether an element with this value in it can be made at any time: nothing happens and nothing is raised."""
        return self.is_text


@dataclass
class AttributeHole(Hole):
    """A place for the value of an attribute.

    Args:
        name: the attribute's name in HTML.
        keyword: its keyword.
    """

    name: str
    keyword: str

    @property
    def is_url(self) -> bool:
        """Whether the attribute holds a URL."""
        return self.name.lower() in URLS

    @property
    def may_be_absent(self) -> bool:
        """Whether the attribute is likely to be a boolean, or absent."""
        name, expression = self.name, self.expression
        return not self.is_url and (
            name in _BOOLEANS
            or name in ENUMERATED
            or name.startswith("aria-")
            or isinstance(expression, (*_CHOICES, ast.Dict, ast.List))
            or (isinstance(expression, ast.UnaryOp) and isinstance(expression.op, ast.Not))
        )

    @property
    def harmless(self) -> bool:
        return self.is_text and not self.is_url


@dataclass
class ElementPart:
    """An element call.

    Args:
        call: the call.
        tag: what the function makes.
        attributes: markup and holes, in the order in which they are written.
        children: what stands inside, in order.
    """

    call: ast.Call
    tag: Tag
    attributes: list[str | AttributeHole]
    children: list["Child"]

    @property
    def attribute_holes(self) -> list[AttributeHole]:
        """The holes for attributes, in the order in which they are evaluated."""
        order = {keyword.arg: index for index, keyword in enumerate(self.call.keywords)}
        holes = [part for part in self.attributes if isinstance(part, AttributeHole)]
        return sorted(holes, key=lambda hole: order[hole.keyword])

    @property
    def quiet(self) -> bool:
        """Whether all that the user wrote in it can be evaluated at any time."""
        return all(isinstance(part, str) or part.quiet for part in (*self.attributes, *self.children))

    @property
    def harmless(self) -> bool:
        """Whether making the element can neither raise nor have an effect."""
        return all(isinstance(part, str) or part.harmless for part in (*self.attributes, *self.children))


@dataclass
class ListPart:
    """A list comprehension that makes an element for each item of an iterable.

    Args:
        comprehension: the comprehension.
        source: the iterable.
        target: the name that an item has, where the template itself can go through the iterable.
        element: the element.
    """

    comprehension: ast.ListComp
    source: Hole
    target: str | None
    element: ElementPart
    harmless = False

    @property
    def quiet(self) -> bool:
        """Whether all that the user wrote in it can be evaluated at any time, if the list is then made in its turn."""
        return self.target is not None and self.source.quiet


@dataclass
class HelperPart:
    """A call of a function of the same module that returns elements.

    Args:
        call: the call.
        scope: what its names mean.
        function: the function.
    """

    call: ast.Call
    scope: Scope
    function: FunctionType
    harmless = quiet = False


type Child = str | Hole | ElementPart | ListPart | HelperPart


class Reader:
    """Reads element calls.

    Args:
        resolver: tells which functions make elements.

    Attributes:
        helpers: the functions of which a call is a `HelperPart`.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.helpers: frozenset[FunctionType] = frozenset()

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
        elif isinstance(expression, ast.ListComp):
            found = self._list(expression, scope)
        return found or Hole(expression, scope, _is_quiet(expression, scope))

    def _helper(self, call: ast.Call, scope: Scope) -> HelperPart | None:
        function = self._resolver.function(call.func, scope)
        if function is None or function not in self.helpers:
            return None
        return HelperPart(call, scope, function)

    def _list(self, comprehension: ast.ListComp, scope: Scope) -> ListPart | None:
        inside = scope.inside_comprehension(comprehension)
        if not isinstance(comprehension.elt, ast.Call) or any(part.is_async for part in comprehension.generators):
            return None
        element = self.element(comprehension.elt, inside)
        if element is None:
            return None
        first = comprehension.generators[0]
        plain = len(comprehension.generators) == 1 and not first.ifs and isinstance(first.target, ast.Name)
        target = first.target.id if plain and isinstance(first.target, ast.Name) and element.quiet else None
        return ListPart(comprehension, Hole(first.iter, scope, _is_quiet(first.iter, scope)), target, element)


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
