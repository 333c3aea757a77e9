"""Elements: a tag, attributes, event handlers and children. Runs on both sides."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, override

from pyui.errors import ViewError
from pyui.view._attributes import allowed_mismatch, attribute_value, is_live
from pyui.view._bind import Bind, take_bind
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Item, Node, Text, normalise
from pyui.view._plan import ALLOW, BIND, HANDLER, REF, plan_of
from pyui.view._ref import Ref

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


type Names = tuple[str, str, str]
"""An element's name, `<` and the name, and the end tag, which is empty for a void element."""


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

    Attributes:
        opening: the start tag with the static attributes, without its `>`.
    """

    __slots__ = ("children", "closing", "dynamic", "opening", "run", "tag")
    starts_markup = True

    def __init__(self, names: Names, children: tuple[object, ...], attributes: dict[str, Any]) -> None:
        self.tag, self.opening, self.closing = names
        self.dynamic: Dynamic | None = None
        self.run: Text | None = None
        if attributes:
            self._take_attributes(attributes)
        self.children: tuple[Item, ...] = self._take_children(children)

    @override
    def enter(self, walk: "Walk") -> None:
        walk.element(self)

    def enter_row(self, walk: "Walk") -> int | None:
        """Does what `enter` does for an element that is all of a row, and returns its id."""
        return walk.element(self, force=True)

    def element(self) -> "Element":
        """Returns what has the attributes of an element: itself, but for those that templates make."""
        return self

    def start(self, walk: "Walk") -> str:  # noqa: ARG002 - others look into the walk
        """Returns the start tag without its `>`, so that more attributes can follow."""
        return self.opening

    def body(self, walk: "Walk") -> tuple[Item, ...]:  # noqa: ARG002 - others look into the walk
        """Returns what stands inside, where that is not one text run."""
        return self.children

    def encode(self, text: str) -> str:
        """Writes the text of an element that holds nothing else."""
        return escape_text(text)

    def leave(self, walk: "Walk") -> "str | Leave":  # noqa: ARG002 - others look into the walk
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
        live: list[tuple[str, Callable[[], object]]] = []
        handlers: dict[str, Handler] = {}
        bind, ref = None, None
        for key, name, kind in plan_of(tuple(attributes)):
            value = attributes[key]
            if kind == HANDLER:
                if value is not None:
                    handlers[name] = _checked_handler(self.tag, key, value)
            elif kind == BIND:
                bind = take_bind(self.tag, key, value, attributes)
            elif kind == REF:
                ref = _checked_ref(self.tag, value)
            elif kind == ALLOW:
                if value is not None and value is not False:
                    self.opening += f' {name}="{allowed_mismatch(value)}"'
            elif is_live(value):
                live.append((name, value if callable(value) else _constant(value)))
            else:
                self.opening += attribute_markup(name, value)
        if live or handlers or bind is not None or ref is not None:
            marker = " ".join(handlers) if bind is None else _marker(handlers, bind)
            self.dynamic = Dynamic(tuple(live), handlers, bind, ref, marker)


class StaticElement(Element):
    """An element in which nothing is live: it is written when it is made, and the walk never goes through it.

    Attributes:
        html: all of its markup. It has no other attribute of an element.
    """

    __slots__ = ("html",)
    html: str

    @override
    def enter(self, walk: "Walk") -> None:
        walk.out.append(self.html)


def attribute_markup(name: str, value: object) -> str:
    """Writes a static attribute.

    Args:
        name: its name in HTML.
        value: its value.

    Returns:
        Its markup behind a space, or nothing where it is absent.
    """
    text = attribute_value(name, value)
    return "" if text is None else f' {name}="{escape_attribute(text)}"'


def _constant(value: object) -> Callable[[], object]:
    return lambda: value


def _checked_handler(tag: str, key: str, handler: object) -> Handler:
    if not callable(handler):
        raise HandlerError(
            f"{key}= of <{tag}> got {handler!r}, which cannot be called.",
            "Give a function, without parentheses after it.",
        )
    return handler


def _checked_ref(tag: str, ref: object) -> object:
    if not (ref is None or isinstance(ref, Ref) or callable(ref)):
        raise HandlerError(f"ref= of <{tag}> got {ref!r}.", "Give a Ref(), or a function of the node.")
    return ref


def _marker(handlers: dict[str, Handler], bind: Bind) -> str:
    return " ".join([*sorted({*handlers, bind.event}), ":" + bind.prop])
