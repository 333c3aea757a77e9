"""Elements: a tag, attributes, event handlers and children. Runs on both sides."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from pyui.errors import ViewError
from pyui.view._attributes import AttributeValue, InvalidNameError, attribute_name, attribute_value, is_live
from pyui.view._bind import Bind, take_bind
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Child, Item, Node, Text, normalise

if TYPE_CHECKING:
    from pyui.view._walk import Leave, Walk

type Handler = Callable[[Any], object]
"""What `on_…=` takes: a function of the event, or one that takes nothing."""


class ContentError(ViewError):
    """An element was given children that it cannot have."""

    code = "PYUI205"


class HandlerError(ViewError):
    """An event handler that cannot be called."""

    code = "PYUI206"


class Names(NamedTuple):
    """An element's name as it is written.

    Args:
        tag: the name.
        opening: `<` and the name.
        closing: the end tag, empty for a void element.
    """

    tag: str
    opening: str
    closing: str


class Dynamic(NamedTuple):
    """The live parts of an element.

    Args:
        attributes: pairs of an attribute's name in HTML and a function that returns its value.
        handlers: event types to handlers.
        bind: the two-way binding of a form control.
        ref: what receives the live node in the browser.
        marker: the value of the marker attribute.
    """

    attributes: tuple[tuple[str, Callable[[], object]], ...]
    handlers: dict[str, Handler]
    bind: Bind | None
    ref: object
    marker: str


class Element(Node):
    """One element. Made by the functions of `pyui.html` and `pyui.svg`, and by `element`.

    Args:
        names: the element's name, `<name` and `</name>` (empty for a void element).
        children: what stands inside.
        attributes: attributes, handlers, bindings and `ref`, under the names that `ElementFunction` documents.
    """

    __slots__ = ("children", "closing", "dynamic", "opening", "run", "tag")
    starts_markup = True

    def __init__(self, names: Names, children: tuple[object, ...], attributes: dict[str, Any]) -> None:
        self.tag, self.opening, self.closing = names
        self.dynamic: Dynamic | None = None
        self.run: Text | None = None
        if attributes:
            self._take_attributes(attributes)
        for child in children:
            kind = child.__class__
            if kind is not str and kind is not Element:
                children = self._take_children(children)
                break
        self.children: tuple[Item, ...] = children  # type: ignore[assignment]
        if self.dynamic is None and self.run is None:
            self.opening += ">"

    def enter(self, walk: "Walk") -> None:
        walk.element(self)

    def start(self, walk: "Walk") -> str:
        """Returns the start tag without its `>`, so that more attributes can follow."""
        return self.opening.removesuffix(">")

    def body(self) -> tuple[Item, ...]:
        """Returns what stands inside, where that is not one text run."""
        return self.children

    def encode(self, text: str) -> str:
        """Writes the text of an element that holds nothing else."""
        return escape_text(text)

    def leave(self, walk: "Walk") -> "str | Leave":
        """Returns what happens when all that stands inside has been written. Called when the start tag has been."""
        return self.closing

    def _take_children(self, children: tuple[object, ...]) -> tuple[Item, ...]:
        items = normalise(children)
        if items and isinstance(items[-1], Text):
            items[-1].followed = False
            if len(items) == 1:
                self.run = items[-1]
        return tuple(items)

    def _take_attributes(self, attributes: dict[str, Any]) -> None:
        static: list[tuple[str, str]] = []
        live: list[tuple[str, Callable[[], object]]] = []
        handlers: dict[str, Handler] = {}
        bind, ref = None, None
        for key, value in attributes.items():
            if key[:3] in _SPECIAL and value.__class__ is not str:
                if key[:3] == "on_":
                    handlers[key[3:].replace("_", "")] = _checked_handler(self.tag, key, value)
                    continue
                if key[:5] == "bind_":
                    bind = take_bind(self.tag, key, value, attributes)
                    continue
                if key == "ref":
                    ref = value
                    continue
            if value.__class__ is not str and is_live(value):
                live.append(_live_attribute(key, value))
            else:
                _add_static(static, key, value)
        self._write_opening(static)
        if live or handlers or bind is not None or ref is not None:
            self.dynamic = Dynamic(tuple(live), handlers, bind, ref, _marker(handlers, bind))

    def _write_opening(self, static: list[tuple[str, str]]) -> None:
        if len(static) > 1:
            static.sort()  # the order that dominate writes, so that the same attributes give the same HTML
        for name, text in static:
            self.opening += f' {name}="{escape_attribute(text)}"'


_SPECIAL = frozenset(("on_", "ref", "bin"))


def _add_static(static: list[tuple[str, str]], key: str, value: object) -> None:
    name = attribute_name(key)
    text = attribute_value(name, value)
    if text is not None:
        static.append((name, text))


def _live_attribute(key: str, value: Any) -> tuple[str, Callable[[], object]]:
    name = attribute_name(key)
    return (name, value if callable(value) else lambda: value)


def _checked_handler(tag: str, key: str, handler: object) -> Handler:
    if not callable(handler):
        raise HandlerError(
            f"{key}= of <{tag}> got {handler!r}, which cannot be called.", "Give a function, without parentheses after it."
        )
    return handler


def _marker(handlers: dict[str, Handler], bind: Bind | None) -> str:
    types = set(handlers)
    if bind is not None:
        types |= {bind.event, ":" + bind.prop}
    return " ".join(sorted(types, key=lambda item: (item[0] == ":", item)))


class ElementFunction(Protocol):
    """A function that makes elements of one name."""

    def __call__(self, *children: Child, **attributes: AttributeValue) -> Element:
        """Makes an element.

        Args:
            children: text, numbers, elements, components, signals, functions, lists of those; None and booleans are nothing.
            attributes: `class_`, `for_`, `data_id`, `aria_label` and so on; `on_click=` and other handlers; `bind_value=`,
                `bind_checked=`, `bind_group=`; `ref=`. A signal or a function as a value makes the attribute live.

        Returns:
            The element.
        """
        ...


def element(tag: str) -> ElementFunction:
    """Makes a function for an element that pyui has no function for, such as a custom element.

    Args:
        tag: the element's name.

    Returns:
        A function with the calling convention of `pyui.html`.

    Raises:
        InvalidNameError: the parser would not read the name as written.
    """
    plain = tag.replace("-", "").replace(".", "").replace("_", "").replace(":", "")
    if not (plain.isascii() and plain.isalnum() and tag[0].isalpha()):
        raise InvalidNameError(f"{tag!r} is not an element name.", "Begin with a letter; use letters, digits and dashes.")

    return element_function(tag, Element)


def element_function(tag: str, kind: type[Element]) -> ElementFunction:
    """Makes the function for an element, without checking its name.

    Args:
        tag: the element's name.
        kind: the class that renders it.

    Returns:
        A function with the calling convention of `pyui.html`.
    """
    names = Names(tag, "<" + tag, f"</{tag}>")

    def make(*children: Child, **attributes: AttributeValue) -> Element:
        return kind(names, children, attributes)

    make.__name__ = make.__qualname__ = tag
    return make


def void_function(tag: str) -> ElementFunction:
    """Makes the function for a void element, without checking its name.

    Args:
        tag: the element's name.

    Returns:
        A function with the calling convention of `pyui.html`; children are a `ContentError`.
    """
    names = Names(tag, "<" + tag, "")

    def make(*children: Child, **attributes: AttributeValue) -> Element:
        if children:
            raise ContentError(f"<{tag}> got children.", "It is a void element; put them beside it.")
        return Element(names, (), attributes)

    make.__name__ = make.__qualname__ = tag
    return make
