"""Templates: what the element calls of shipped modules were made into, for rows that are alike. Runs on both sides.

The server puts calls of templates into the source that it ships (`pyui.templates`). A template makes the elements as
the user's code would have, until a list has found out what all its rows have in common: their *shape*. From then on it
only holds the values, and the list does the rest at once for all rows.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, override

from pyui.view._attributes import is_script_url
from pyui.view._element import Element
from pyui.view._node import Node
from pyui.view._walk import Walk

type Kinds = tuple[type, ...]
"""The classes of the values of a template: what it makes depends on nothing else but the values themselves."""

_MOST_SHAPES = 64  # a template with many holes can have many


class Shape(Protocol):
    """What the elements have in common that a template makes of values of the same classes."""

    @property
    def urls(self) -> tuple[int, ...]:
        """Returns which values are URLs: they are looked at each time."""
        ...


class Made(NamedTuple):
    """What a template made the general way.

    Args:
        template: the template.
        values: of these values.
        element: what it made.
    """

    template: "Template"
    values: tuple[Any, ...]
    element: Element


class Last:
    """Remembers what the last template made, while a list asks for rows.

    Attributes:
        asked: whether somebody asks.
        made: what was made.
    """

    __slots__ = ("asked", "made")

    def __init__(self) -> None:
        self.asked = False
        self.made: Made | None = None


last = Last()


class Template:
    """An element call of the user's, of values that are there.

    Args:
        general: makes the element by calls of element functions.

    Attributes:
        shapes: what is known of its elements, by the classes of the values; None where nothing can be known.
    """

    __slots__ = ("general", "shapes")

    def __init__(self, general: Callable[..., Element]) -> None:
        self.general = general
        self.shapes: dict[Kinds, Shape | None] = {}

    def __call__(self, *values: Any) -> Node:
        """Returns the element, or the values and what is known of it."""
        shape = self.shapes.get(tuple(map(type, values)))
        if shape is not None and not (shape.urls and any(is_script_url(values[index]) for index in shape.urls)):
            return TemplateNode(self, shape, values)
        element = self.general(*values)
        if last.asked:
            last.made = Made(self, values, element)
        return element

    def learn(self, values: tuple[Any, ...], shape: Shape | None) -> None:
        """Remembers the shape of elements that are made of values like these; None where they have none."""
        if len(self.shapes) < _MOST_SHAPES:
            self.shapes[tuple(map(type, values))] = shape


class TemplateNode(Node):
    """The values of a template, in place of its element.

    Args:
        template: the template.
        shape: the shape of the element.
        values: the values.
    """

    __slots__ = ("shape", "template", "values")
    starts_markup = True

    def __init__(self, template: Template, shape: Shape, values: tuple[Any, ...]) -> None:
        self.template = template
        self.shape = shape
        self.values = values

    def element(self) -> Element:
        """Makes the element."""
        return self.template.general(*self.values)

    @override
    def enter(self, walk: Walk) -> None:
        self.element().enter(walk)
