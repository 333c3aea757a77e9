"""What an element expression consists of: static markup, and holes for the user's expressions. Runs on the server."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

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
        element: the element, or the use of a component.
    """

    comprehension: ast.ListComp
    source: Hole
    target: str | None
    element: "ElementPart | ComponentPart"
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
class PlainComponent:
    """A component that does nothing but return an element with its arguments in it.

    Nothing of the user's runs in it, so that it may be written before the walk comes by, if its arguments are plain.

    Args:
        component: the component.
        parameters: the names of its parameters.
        element: the element.
    """

    component: Component[..., Any]
    parameters: tuple[str, ...]
    element: ElementPart

    @property
    def functions(self) -> Iterator[ast.Name]:
        """The names by which it finds element functions."""
        calls = (node for node in ast.walk(self.element.call) if isinstance(node, ast.Call))
        yield from (node for call in calls for node in ast.walk(call.func) if isinstance(node, ast.Name))


@dataclass
class ComponentPart:
    """A use of a plain component of the same module.

    Args:
        call: the call.
        plain: the component.
        arguments: the arguments, in the order in which they are evaluated.
        names: the parameters that they are for.
    """

    call: ast.Call
    plain: PlainComponent
    arguments: list[Hole]
    names: list[str]
    harmless = True

    @property
    def quiet(self) -> bool:
        """Whether all arguments can be evaluated at any time."""
        return all(argument.quiet for argument in self.arguments)


type Child = str | Hole | ElementPart | ListPart | HelperPart | ComponentPart
