"""Cells: the bindings of elements that are alike, such as rows. Browser only.

They are made by the thousand, and most of them never change. So one that is new is one effect for all that it shows
(`ShapedOwner`); when something that it has read changes for the first time, it makes its cells.
"""

from typing import TYPE_CHECKING, Any, override

from pyui.browser._bindings import AttributeBinding
from pyui.browser._ops import emit
from pyui.reactive import Effect, Signal, untracked
from pyui.reactive._graph import CLEAN
from pyui.reactive._source import Source, subscribe
from pyui.view._node import is_textual
from pyui.view.protocol import OP_TEXT

if TYPE_CHECKING:
    from pyui.browser._live_part import LivePart
    from pyui.browser._shaped_owner import ShapedOwner

_UNSEEN = -1
"""A version that no source has."""


class NotTextual(Exception):
    """The value of live text is no text, so that a block is needed in its place."""


def _begin(cell: Effect, owner: "ShapedOwner", part: "LivePart", sources: dict[Source, int]) -> None:
    """Makes an effect of a cell, whose function has run already."""
    cell.fn = owner.values[part.value]
    cell.order = owner.order
    cell.state = CLEAN
    cell.subscribed = True
    cell.children = cell.cleanups = None
    cell.disposed = False
    cell.parent = owner
    cell.contexts = owner.contexts
    cell.sources = sources
    for source in sources:
        subscribe(source, cell)


class AttributeCell(AttributeBinding):
    """A live attribute.

    Args:
        owner: the owner of the element that is alike.
        part: which attribute.
        sources: what its function has read; None for a signal whose value may be newer than what is shown.
        number: the number of the element.
    """

    __slots__ = ()
    live, static = 0, False

    def __init__(self, owner: "ShapedOwner", part: "LivePart", sources: dict[Source, int] | None, number: int) -> None:
        _begin(self, owner, part, {owner.values[part.value]: _UNSEEN} if sources is None else sources)
        self.element = number
        self.tag = part.first
        self.name = part.second
        self.text = owner.texts[part.value]


class TextCell(Effect):
    """Live text.

    Args:
        owner: the owner of the element that is alike.
        part: which text.
        sources: what its function has read; None for a signal.
        number: the number of the text run.

    Attributes:
        text: what it shows, without what stands around it.
    """

    __slots__ = ("_before", "_behind", "_number", "text")
    live, static = 0, False

    def __init__(self, owner: "ShapedOwner", part: "LivePart", sources: dict[Source, int] | None, number: int) -> None:
        _begin(self, owner, part, sources or {})
        self._number = number
        self._before = part.first
        self._behind = part.second
        self.text: str = owner.texts[part.value]

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
    """Live text: the value of a signal, which may be newer than what is shown. Nothing is made in it."""

    __slots__ = ("_version",)
    fn: Signal[Any]

    def __init__(self, owner: "ShapedOwner", part: "LivePart", sources: dict[Source, int] | None, number: int) -> None:
        super().__init__(owner, part, sources, number)
        self._version = _UNSEEN
        subscribe(self.fn, self)

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


def text_of(value: object) -> str:
    """Returns the text of a value.

    Raises:
        NotTextual: it has none.
    """
    if not is_textual(value):
        raise NotTextual
    return str(value)
