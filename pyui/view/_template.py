"""Templates: what the element calls of shipped modules were made into, for what is made again. Runs on both sides.

The server puts calls of templates into the source that it ships (`pyui.templates`). A template makes the elements as
the user's code would have, until it is found out what all of them have in common: their *shape*. From then on it only
holds the values. A list looks for the shape at its first row, everything else when it is shown for the second time.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, override

from pyui.view._attributes import is_script_url
from pyui.view._element import Element, StaticElement
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
        node: what it returned.
    """

    template: "Template"
    values: tuple[Any, ...]
    node: Node


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

    __slots__ = ("_shown", "general", "shapes")

    def __init__(self, general: Callable[..., Element]) -> None:
        self.general = general
        self.shapes: dict[Kinds, Shape | None] = {}
        self._shown: set[Kinds] = set()

    def make(self, *values: Any) -> Node:
        """Returns the element, or the values and what is known of it."""
        shape = self.shapes.get(tuple(map(type, values)))
        if shape is not None and not (shape.urls and any(is_script_url(values[index]) for index in shape.urls)):
            return TemplateNode(self, shape, values)
        element = self.general(*values)
        node = element if element.__class__ is StaticElement else GeneralNode(self, values, element)
        if last.asked:
            last.made = Made(self, values, node)
        return node

    def shape_again(self, values: tuple[Any, ...], find: Callable[["Template", tuple[Any, ...]], Shape | None]) -> Any:
        """Returns the shape of elements that are shown, if such were shown before: for the first alone it does not pay.

        Args:
            values: the values.
            find: finds out a shape.
        """
        kinds = tuple(map(type, values))
        if kinds in self.shapes:
            return self.shapes[kinds]
        if kinds in self._shown:
            self.learn(values, find(self, values))
            return self.shapes.get(kinds)
        if len(self._shown) < _MOST_SHAPES:
            self._shown.add(kinds)
        return None

    def learn(self, values: tuple[Any, ...], shape: Shape | None) -> None:
        """Remembers the shape of elements that are made of values like these; None where they have none."""
        kinds = tuple(map(type, values))
        if kinds in self.shapes or len(self.shapes) < _MOST_SHAPES:
            self.shapes[kinds] = shape


class TemplateNode(Node):
    """The values of a template, in place of its element.

    Args:
        template: the template.
        shape: the shape of the element.
        values: the values.
    """

    __slots__ = ("shape", "template", "values")
    starts_markup = True
    shape: Shape | None

    def __init__(self, template: Template, shape: Shape, values: tuple[Any, ...]) -> None:
        self.template = template
        self.shape = shape
        self.values = values

    def element(self) -> Element:
        """Makes the element."""
        return self.template.general(*self.values)

    @override
    def enter(self, walk: Walk) -> None:
        walk.recorder.template(self, walk)


class GeneralNode(TemplateNode):
    """A live element that a template made the general way, because it did not know its shape.

    Args:
        template: the template.
        values: the values.
        made: the element.
    """

    __slots__ = ("_made",)

    def __init__(self, template: Template, values: tuple[Any, ...], made: Element) -> None:
        self.template = template
        self.shape = None
        self.values = values
        self._made = made

    @override
    def element(self) -> Element:
        return self._made
