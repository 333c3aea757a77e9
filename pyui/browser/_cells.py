"""Cells: the bindings of rows, which are made by the thousand. Browser only.

They are effects as others are; only their first run is written out, without what cannot happen in it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, override

from pyui.browser._bindings import AttributeBinding
from pyui.browser._ops import emit
from pyui.reactive import Effect, Signal, untracked
from pyui.reactive._effect import orders
from pyui.reactive._graph import CLEAN, current, graph
from pyui.reactive._source import Source
from pyui.view._attributes import attribute_value
from pyui.view._node import is_textual
from pyui.view.protocol import OP_TEXT

if TYPE_CHECKING:
    from pyui.browser._rows import RowOwner


class NotTextual(Exception):
    """The value of live text of a row is no text, so the row needs a block in its place."""


def _begin(cell: Effect, fn: Any, owner: "RowOwner") -> Any:
    """Makes an effect of a cell and runs it for the first time.

    Returns:
        The value of its function.
    """
    cell.fn = fn
    cell.order = next(orders)
    cell.state = CLEAN
    cell.subscribed = True
    cell.children = None
    cell.cleanups = None
    cell.live = 0
    cell.disposed = False
    cell.parent = owner
    cell.static = False
    cell.contexts = owner.contexts
    children = owner.children
    if children is None:
        owner.children = {cell: None}
    else:
        children[cell] = None
    if fn.__class__ is Signal:
        signal: Signal[Any] = fn
        cell.sources = {signal: signal.version}
        if signal.observers:
            signal.observers[cell] = None
        else:
            signal.observers = {cell: None}
        return signal.peek()
    cell.sources = dict[Source, int]()
    graph.observer = cell
    current.set(cell)
    try:
        return fn()
    finally:
        graph.observer = None
        current.set(owner)


class AttributeCell(AttributeBinding):
    """A live attribute of a row."""

    __slots__ = ()

    def __init__(self, getter: Callable[[], object], owner: "RowOwner", element: int, tag: str, name: str) -> None:
        self.element = element
        self.tag = tag
        self.name = name
        self.text = attribute_value(name, _begin(self, getter, owner))


class TextCell(Effect):
    """Live text of a row."""

    __slots__ = ("_before", "_behind", "_number", "text")

    def __init__(self, getter: Callable[[], object], owner: "RowOwner", number: int, before: str, behind: str) -> None:
        self._number = number
        self._before = before
        self._behind = behind
        value = _begin(self, getter, owner)
        kind = value.__class__
        if kind is not str:
            if not is_textual(value):
                raise NotTextual
            value = str(value)
        self.text: str = value

    @override
    def compute(self) -> None:
        value = self.fn()
        if is_textual(value):
            text = str(value)
            if text != self.text:
                self.text = text
                emit(OP_TEXT, self._number, self._before + text + self._behind)
        else:
            owner: Any = self.parent
            parts = [part for part in (self._before, self.fn, self._behind) if part != ""]
            number = self._number
            self.dispose()
            untracked(lambda: owner.become_block(number, parts))


def attribute_cell(getter: Callable[[], object], owner: "RowOwner", element: int, tag: str, name: str) -> str | None:
    """Binds a live attribute; returns its text, or None where it is absent."""
    return AttributeCell(getter, owner, element, tag, name).text


def text_cell(getter: Callable[[], object], owner: "RowOwner", number: int, before: str, behind: str) -> str:
    """Binds live text; returns it without what stands around it.

    Raises:
        NotTextual: it is none.
    """
    return TextCell(getter, owner, number, before, behind).text
