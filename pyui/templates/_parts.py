"""What an element expression consists of: static markup, and holes for the user's expressions. Runs on the server."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from pyui.templates._allowed import Allowed
from pyui.templates._elements import Tag
from pyui.templates._scopes import Scope
from pyui.view import Component
from pyui.view._attributes import ENUMERATED, URLS

_BOOLEANS = frozenset(
    "autofocus autoplay checked controls default defer disabled hidden inert ismap loop multiple muted novalidate open "
    "readonly required reversed selected".split()
)
_CHOICES = (ast.BoolOp, ast.Compare, ast.IfExp)


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

    @property
    def allows(self) -> Allowed:
        """Which values it takes at any time."""
        return Allowed()


@dataclass
class ArgumentHole(Hole):
    """An argument of a plain function.

    Args:
        allowed: which values of it make no difference to when the function is called.
    """

    allowed: Allowed

    @property
    def allows(self) -> Allowed:
        return self.allowed


@dataclass
class UsesHole(Hole):
    """A list comprehension that uses a component for each item, with positional arguments alone.

    Args:
        comprehension: the comprehension.
        call: the use.
        component: the component.
    """

    comprehension: ast.ListComp
    call: ast.Call
    component: Component[..., Any]


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

    @property
    def allows(self) -> Allowed:
        if self.is_url:
            return Allowed(whole=False, real=False, is_url=True)
        return Allowed(whole=self.name not in ("class", "style"), real=False)


@dataclass
class HandlerHole(AttributeHole):
    """A place for the handler of an event, whose type is the name, or for a signal that an `input` is bound to.

    Args:
        control: the type of the `input` that is bound; empty for a handler.
    """

    control: str = ""

    @property
    def is_url(self) -> bool:
        return False

    @property
    def may_be_absent(self) -> bool:
        return False

    @property
    def harmless(self) -> bool:
        return isinstance(self.expression, ast.Lambda)


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
    def is_live(self) -> bool:
        """Whether it, or an element in it, has a handler or is bound."""
        handled = any(isinstance(part, HandlerHole) for part in self.attributes)
        return handled or any(isinstance(part, ElementPart) and part.is_live for part in self.children)

    @property
    def markup(self) -> str | None:
        """All of it; None where something of the user's is in it."""
        html = f"<{self.tag.name}"
        for part in (*self.attributes, ">", *self.children):
            found = part.markup if isinstance(part, ElementPart) else part
            if not isinstance(found, str):
                return None
            html += found
        return html if self.tag.void else f"{html}</{self.tag.name}>"

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
        element: the element, or the use of a component.
    """

    comprehension: ast.ListComp
    source: Hole
    target: str | None
    element: "ElementPart | PlainPart"
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


@dataclass
class PlainFunction:
    """A helper or a component that does nothing but return an element with its arguments in it.

    Nothing of the user's runs in it if its arguments are plain, so that nobody can tell when it is called.

    Args:
        function: what is called: the helper or the component.
        parameters: its parameters in order, and what they may be.
        element: the element.
    """

    function: "FunctionType | Component[..., Any]"
    parameters: dict[str, Allowed]
    element: ElementPart

    @property
    def names(self) -> Iterator[ast.Name]:
        """The names by which it finds element functions."""
        calls = (node for node in ast.walk(self.element.call) if isinstance(node, ast.Call))
        yield from (node for call in calls for node in ast.walk(call.func) if isinstance(node, ast.Name))


@dataclass
class PlainPart:
    """A call of a plain function of the same module.

    Args:
        call: the call.
        plain: the function.
        arguments: the arguments, in the order in which they are evaluated.
        names: the parameters that they are for.
    """

    call: ast.Call
    plain: PlainFunction
    arguments: list[ArgumentHole]
    names: list[str]

    @property
    def is_component(self) -> bool:
        """Whether it runs when the walk comes by, rather than at once."""
        return isinstance(self.plain.function, Component)

    @property
    def harmless(self) -> bool:
        """Whether calling it can neither raise nor have an effect."""
        return self.is_component

    @property
    def quiet(self) -> bool:
        """Whether all arguments can be evaluated at any time."""
        return all(argument.quiet for argument in self.arguments)


type Child = str | Hole | ElementPart | ListPart | HelperPart | PlainPart
"""What may stand between the parentheses of an element."""
