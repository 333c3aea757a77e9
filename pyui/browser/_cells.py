"""Cells: the bindings of elements that are alike, such as rows, which are made by the thousand. Browser only.

They are effects as others are. Only their first run is written out, without what cannot happen in it, and one that
shows a signal as it is knows its only source.
"""

from collections.abc import Callable
from typing import Any, override

from pyui.browser._bindings import AttributeBinding
from pyui.browser._ops import emit
from pyui.reactive import Effect, Owner, Signal, untracked
from pyui.reactive._effect import orders
from pyui.reactive._graph import CLEAN, current, graph
from pyui.reactive._source import Source
from pyui.view._attributes import URLS, attribute_value
from pyui.view._node import is_textual
from pyui.view.protocol import OP_TEXT

_NO_SOURCES: dict[Source, int] = {}


class NotTextual(Exception):
    """The value of live text is no text, so that a block is needed in its place."""


class CellOwner(Owner):
    """Who owns what is made in an element that is bound by its shape.

    Attributes:
        cells: the bindings of the element.
    """

    __slots__ = ("cells",)
    cells: list[Effect]

    @override
    def detach(self) -> None:
        self.drop_cells()

    def drop_cells(self) -> None:
        """Disposes the bindings of the element."""
        for cell in self.cells:
            if cell.children is None and cell.cleanups is None:
                cell.disposed = True
                cell.parent = None
                cell.detach()
            elif self.children is None:
                self.children = {cell: None}
            else:
                self.children[cell] = None
        self.cells = []

    def become_block(self, number: int, parts: list[Any]) -> None:
        """Goes on as a block where live text of the element was, because a value is no longer text.

        Args:
            number: the number of the text run.
            parts: text, and the functions that return the values.
        """
        raise NotImplementedError


def _begin(cell: Effect, fn: Callable[[], object], owner: CellOwner) -> Any:
    """Makes an effect of a cell, gives it to its owner, and runs it for the first time.

    Returns:
        The value of its function.
    """
    cell.fn = fn
    cell.order = next(orders)
    cell.state = CLEAN
    cell.subscribed = True
    cell.children = cell.cleanups = None
    cell.disposed = False
    cell.parent = owner
    cell.contexts = owner.contexts
    cell.sources = {}
    graph.observer = cell
    current.set(cell)
    try:
        value = fn()
    except BaseException:
        owner.cells.append(cell)
        raise
    finally:
        graph.observer = None
        current.set(owner)
    if cell.sources or cell.children or cell.cleanups:  # else it never runs again, and there is nothing to dispose
        owner.cells.append(cell)
    return value


class AttributeCell(AttributeBinding):
    """A live attribute."""

    __slots__ = ()
    live, static = 0, False

    def __init__(self, getter: Callable[[], object], owner: CellOwner, element: int, tag: str, name: str) -> None:
        self.element = element
        self.tag = tag
        self.name = name
        value = _begin(self, getter, owner)
        plain = value is None or (value.__class__ is str and name not in URLS)
        self.text = value if plain else attribute_value(name, value)


class TextCell(Effect):
    """Live text.

    Attributes:
        text: what it shows, without what stands around it.
    """

    __slots__ = ("_before", "_behind", "_number", "text")
    live, static = 0, False

    def __init__(self, getter: Callable[[], object], owner: CellOwner, number: int, before: str, behind: str) -> None:
        self._number = number
        self._before = before
        self._behind = behind
        value = _begin(self, getter, owner)
        if value.__class__ is not str:
            value = _text_of(value)
        self.text: str = value

    @override
    def compute(self) -> None:
        self.show(self.fn())

    def show(self, value: object) -> None:
        """Shows a value."""
        if is_textual(value):
            text = str(value)
            if text != self.text:
                self.text = text
                emit(OP_TEXT, self._number, self._before + text + self._behind)
            return
        owner: Any = self.parent
        parts = [part for part in (self._before, self.fn, self._behind) if part != ""]
        number = self._number
        self.dispose()
        owner.cells.remove(self)
        untracked(lambda: owner.become_block(number, parts))


class SignalCell(TextCell):
    """Live text that is the value of a signal. Nothing is made in it."""

    __slots__ = ("_version",)
    children = cleanups = None
    subscribed = True
    sources = _NO_SOURCES
    fn: Signal[Any]

    def __init__(self, signal: Signal[Any], owner: CellOwner, number: int, before: str, behind: str) -> None:
        self._number = number
        self._before = before
        self._behind = behind
        self.fn = signal
        self.order = next(orders)
        self.state = CLEAN
        self.disposed = False
        self.parent = owner
        self.contexts = owner.contexts
        owner.cells.append(self)
        self._version = signal.version
        if signal.observers:
            signal.observers[self] = None
        else:
            signal.observers = {self: None}
        value = signal.peek()
        if value.__class__ is not str:
            value = _text_of(value)
        self.text = value

    @override
    def refresh(self) -> None:
        if self.state == CLEAN or self.disposed:
            return
        self.state = CLEAN
        signal = self.fn
        if signal.version != self._version:
            self._version = signal.version
            self.show(signal.peek())

    @override
    def detach(self) -> None:
        observers = self.fn.observers
        if observers:
            observers.pop(self, None)


def _text_of(value: object) -> str:
    if not is_textual(value):
        raise NotTextual
    return str(value)
