"""Elements: a tag, attributes, event handlers and children. Runs on both sides."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, override

from pyui.errors import ViewError
from pyui.view._attributes import AttributeValue, attribute_value, is_live, is_script_url
from pyui.view._bind import Bind, take_bind
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Child, Item, Node, Text, normalise
from pyui.view._plan import BIND, HANDLER, PLAIN, REF, TOKENS, URL, Entry, class_markup, few_values, make_plan, plans
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
        html: all of the markup where that is static and short; there are no `children` then.
    """

    __slots__ = ("children", "closing", "dynamic", "html", "opening", "run", "tag")
    starts_markup = True

    def __init__(
        self, names: Names, children: tuple[object, ...], attributes: dict[str, Any], class_: AttributeValue = None
    ) -> None:
        self.tag, opening, self.closing = names
        self.dynamic: Dynamic | None = None
        self.run: Text | None = None
        self.html: str | None = None
        self.children: tuple[Item, ...] = ()
        if class_ is not None:
            if type(class_) is str and not attributes:
                opening += class_markup.get(class_) or few_values("class", class_markup, class_)
            else:
                attributes["class_"] = class_
        if attributes:
            opening = self._take_attributes(opening, attributes)
        self.opening = opening
        if self.dynamic is not None or self.__class__ is not Element:
            self.children = self._take_children(children)
        elif len(children) == 1 and type(text := children[0]) is str:
            self.html = f"{opening}>{escape_text(text)}{self.closing}"
        else:
            html = _static(opening + ">", children)
            if html is not None and len(html) < _MOST_MERGED:
                self.html = html + self.closing
            else:
                self.children = self._take_children(children)

    @override
    def enter(self, walk: "Walk") -> None:
        walk.element(self)

    def start(self, walk: "Walk") -> str:  # noqa: ARG002 - others look into the walk
        """Returns the start tag without its `>`, so that more attributes can follow."""
        return self.opening

    def body(self) -> tuple[Item, ...]:
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

    def _take_attributes(self, opening: str, attributes: dict[str, Any]) -> str:
        live: list[tuple[Entry, Any]] | None = None
        keywords = tuple(attributes)
        for entry in plans.get(keywords) or make_plan(keywords):
            key, name, kind, known = entry
            value = attributes[key]
            if value.__class__ is str:
                if kind == TOKENS:
                    opening += known.get(value) or few_values(name, known, value)
                    continue
                if kind == PLAIN or (kind == URL and not is_script_url(value)):
                    opening += f' {name}="{escape_attribute(value)}"'
                    continue
            if kind >= HANDLER or is_live(value):
                if live is None:
                    live = []
                live.append((entry, value))
            elif (text := attribute_value(name, value)) is not None:
                opening += f' {name}="{escape_attribute(text)}"'
        if live is not None:
            self.dynamic = _dynamic(self.tag, live, attributes)
        return opening


def _dynamic(tag: str, parts: list[tuple[Entry, Any]], attributes: dict[str, Any]) -> Dynamic:
    live: list[tuple[str, Callable[[], object]]] = []
    handlers: dict[str, Handler] = {}
    bind, ref = None, None
    for (key, name, kind, _), value in parts:
        if kind == HANDLER:
            handlers[name] = _checked_handler(tag, key, value)
        elif kind == BIND:
            bind = take_bind(tag, key, value, attributes)
        elif kind == REF:
            ref = _checked_ref(tag, value)
        else:
            live.append((name, value if callable(value) else _constant(value)))
    return Dynamic(tuple(live), handlers, bind, ref, " ".join(handlers) if bind is None else _marker(handlers, bind))


_MOST_MERGED = 4096  # markup is copied once more on each level that it is merged into


def _static(html: str, children: Iterable[object], *, nested: bool = False) -> str | None:
    """Returns markup with that of static children behind it, or None where it takes a walk to write them.

    Most elements are static: they are written when they are made, and the walk never goes through them.
    """
    child: Any
    for child in children:
        kind = child.__class__
        if kind is str:
            html += escape_text(child)
        elif kind is Element:
            if child.html is None:
                return None
            html += child.html
        elif kind is int:
            html += str(child)
        elif kind is list and not nested:
            inner = _static(html, child, nested=True)
            if inner is None:
                return None
            html = inner
        elif child is not None and kind is not bool:
            return None
    return html


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


class ElementFunction(Protocol):
    """A function that makes elements of one name."""

    def __call__(self, *children: Child, class_: AttributeValue = None, **attributes: AttributeValue) -> Element:
        """Makes an element.

        Args:
            children: text, numbers, elements, components, signals, functions, lists of those; None, True and False are
                nothing.
            class_: class names: a string, or a list or dict of them.
            attributes: `for_`, `data_id`, `aria_label` and so on; `on_click=` and other handlers; `bind_value=`,
                `bind_checked=`, `bind_group=`; `ref=`. A signal or a function as a value makes the attribute live.

        Returns:
            The element.
        """
        ...


def element_function(tag: str, kind: type[Element]) -> ElementFunction:
    """Makes the function for an element, without checking its name.

    Args:
        tag: the element's name.
        kind: the class that renders it.

    Returns:
        A function with the calling convention of `pyui.html`.
    """
    names = (tag, "<" + tag, f"</{tag}>")

    # A parameter of its own for the most frequent attribute saves most elements the making of a dict.
    def make(*children: Child, class_: AttributeValue = None, **attributes: AttributeValue) -> Element:
        return kind(names, children, attributes, class_)

    make.__name__ = make.__qualname__ = tag
    return make


def void_function(tag: str) -> ElementFunction:
    """Makes the function for a void element, without checking its name.

    Args:
        tag: the element's name.

    Returns:
        A function with the calling convention of `pyui.html`; children are a `ContentError`.
    """
    names = (tag, "<" + tag, "")

    def make(*children: Child, class_: AttributeValue = None, **attributes: AttributeValue) -> Element:
        if children:
            raise ContentError(f"<{tag}> got children.", "It is a void element; put them beside it.")
        return Element(names, (), attributes, class_)

    make.__name__ = make.__qualname__ = tag
    return make
