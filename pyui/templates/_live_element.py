"""Elements with live parts, kept as the values of their template until the walk writes them. Runs on the server."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import FunctionType
from typing import Any, override

from pyui.reactive import Signal
from pyui.templates._runtime import wrap, wrap_all
from pyui.view._bind import Bind
from pyui.view._element import Element, attribute_markup
from pyui.view._escape import escape_text
from pyui.view._node import Item, Node, Text
from pyui.view._recorder import Recorder
from pyui.view._walk import Walk, segments
from pyui.view.protocol import MARKER

type Write = Callable[..., Iterator[Item] | None]
"""Writes an element to a walk, of escaped strings and live values. Returns what the walk goes on with, if anything."""

_ROW = f' {MARKER}=""'


class LiveElement(Element):
    """An element whose template the walk fills in. It has no other attribute of an element.

    Attributes:
        write: writes it: takes the walk, the mark of a row, and the arguments.
        arguments: what it is written of.
        general: makes the element the general way, for walks that want to know its bindings, or write no marks.
        values: of these values.
    """

    __slots__ = ("arguments", "general", "values", "write")
    write: Write
    arguments: tuple[Any, ...]
    general: Callable[..., Element]
    values: tuple[Any, ...]

    @override
    def enter(self, walk: Walk) -> None:
        rest = self.begin(walk, "")
        if rest is not None:
            walk.push(rest, "")

    @override
    def enter_row(self, walk: Walk) -> int | None:
        if not _counts(walk):
            return self.element().enter_row(walk)
        rest = self.begin(walk, _ROW)
        if rest is not None:
            walk.push(rest, "")
        return None

    @override
    def element(self) -> Element:
        return self.general(*self.values)

    def begin(self, walk: Walk, row: str) -> Iterable[Item] | None:
        """Writes the element, or returns what the walk has to go through for that.

        Args:
            walk: the walk that came by.
            row: the mark of a row; empty for other elements.
        """
        return self.write(walk, row, *self.arguments) if _counts(walk) else (self.element(),)


def _counts(walk: Walk) -> bool:
    """Tells whether nobody wants to know more of live parts than their number."""
    return walk.marked and walk.recorder.__class__ is Recorder


def all_nodes(values: Any) -> list[Any] | None:
    """Returns the items of a list if there are some, and all of them are nodes."""
    return [*values] if values and all(isinstance(value, Node) for value in values) else None


def made_nodes(parts: Any) -> list[Any] | None:
    """Does what `all_nodes` does with what a template's comprehension made."""
    if parts and all(part.__class__ is str for part in parts):
        return [wrap("".join(parts))]
    return all_nodes(wrap_all(parts))


def live_text(value: Any) -> str | None:
    """Writes the value of live text; None where it is no text."""
    kind = value.__class__
    if kind is str:
        return escape_text(value)
    return str(value) if kind is int or kind is float else None


def live_attribute(name: str, value: Any) -> str:
    """Writes an attribute of what a signal or a function returns, or of what holds some of those.

    Args:
        name: its name in HTML.
        value: the signal, function, list or dict.

    Returns:
        Its markup behind a space, nothing where it is absent.

    Raises:
        InvalidAttributeError: the value has no text.
        UnsafeUrlError: it is a `javascript:` URL.
    """
    return attribute_markup(name, value() if callable(value) else value)


def bound_attributes(bind: Bind) -> str:
    """Writes the attributes that give a bound control what it shows first."""
    return "".join(attribute_markup(name, value) for name, value in bind.initial())


def blocks(parts: Sequence[Any], values: list[object], followed: bool) -> list[Item]:
    """Returns what is written of live text that has values which are no text.

    Args:
        parts: the parts of the run: text, and what returned the values.
        values: text, and the values.
        followed: whether the run needs an end.
    """
    run = Text(list(parts))
    run.followed = followed
    return segments(run, values, [*parts])


HELPERS: dict[str, object] = {
    "Bind": Bind,
    "LiveElement": LiveElement,
    "Signal": Signal,
    "all_nodes": all_nodes,
    "blocks": blocks,
    "bound_attributes": bound_attributes,
    "function": FunctionType,
    "live_attribute": live_attribute,
    "live_text": live_text,
    "made_nodes": made_nodes,
}
"""What the functions of live templates call, by name."""
