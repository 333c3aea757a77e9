"""The owners of rows, which are also the effects of new ones. Browser only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, override

from pyui.browser._live_part import LivePart
from pyui.browser._text_run import show_as_block
from pyui.reactive import Effect, Owner
from pyui.reactive._effect import orders
from pyui.reactive._graph import CHECK, CLEAN, graph
from pyui.reactive._source import Source, unsubscribe
from pyui.view._position import Position
from pyui.view._scope import Scope

if TYPE_CHECKING:
    from pyui.browser._rows import RowBatch
    from pyui.view._for import Row

_NONE: list[Any] = []
"""Nothing, which is never added to."""


class RowOwner(Effect):
    """Who owns what is made in a row, and the effect of all that a new row of a batch shows.

    Args:
        row: the row.
        outer: the owner of the list.
        contexts: the contexts that the list sees.

    Attributes:
        position: the position of the row, once something needs it.
        batch: the batch that it is in, if any.
        values: the values of its template, if it is in a batch.
        texts: what is shown of them, until it has cells.
        reads: what the functions among them have read, in order, until they have cells.
        cells: the cells of the row, once there are any.
    """

    __slots__ = ("batch", "cells", "position", "reads", "row", "texts", "values")
    live, static, subscribed = 0, False, True
    values: tuple[Any, ...]
    texts: list[Any]
    reads: list[dict[Source, int] | None]

    def __init__(self, row: "Row", outer: Owner, contexts: Mapping[object, object]) -> None:
        self.row = row
        self.parent = outer
        self.contexts = contexts
        self.disposed = outer.disposed
        self.order = next(orders)
        self.state = CLEAN
        self.cells: list[Effect] = _NONE
        self.batch: RowBatch | None = None
        self.position: Position | None = None
        self.children = self.cleanups = None
        row.owner = self
        children = outer.children
        if children is None:
            outer.children = {self: None}
        else:
            children[self] = None

    @override
    def refresh(self) -> None:
        if self.state == CLEAN or self.disposed:
            return
        self.state = CLEAN
        self._divide()

    def _divide(self) -> None:
        """Makes cells, which go on by themselves, and has those run again that show something old."""
        if self.batch is None:
            return
        reads = iter(self.reads)
        made: list[Effect] = []
        for part in self.batch.shape.parts:
            sources = None if part.is_signal else next(reads)
            if part.is_signal or sources is not None:
                made.append(self._cell(part, sources))
        self._leave_sources()
        self.cells = [*self.cells, *made]
        for cell in made:
            cell.state = CHECK
        graph.queue += made

    def _cell(self, part: LivePart, sources: dict[Source, int] | None) -> Effect:
        batch: Any = self.batch
        element, comment = batch.numbers_of(self)
        return part.make(self, part, sources, element + part.node if part.node >= 0 else comment + part.node + 1)

    def own_cell(self, part: LivePart) -> None:
        """Makes a cell of the part that has just run for the first time, because something was made in it."""
        cell = self._cell(part, self.sources)
        cell.children, self.children = self.children, None
        cell.cleanups, self.cleanups = self.cleanups, None
        for child in cell.children or ():
            child.parent = cell
        for source in self.sources:
            unsubscribe(source, self)
        self.reads[-1] = None
        self.cells = [*self.cells, cell]

    @override
    def detach(self) -> None:
        if self.batch is not None:
            self.batch.leave(self)
        self.row.owner = None  # a row that is gone must not wait for the garbage collector
        self.let_go()

    def let_go(self) -> None:
        """Leaves what it has read, and disposes its cells."""
        self._leave_sources()
        for cell in self.cells:
            if cell.children is None and cell.cleanups is None:
                cell.disposed = True
                cell.parent = None
                cell.detach()
            elif self.children is None:
                self.children = {cell: None}
            else:
                self.children[cell] = None
        self.cells = _NONE

    def _leave_sources(self) -> None:
        if self.batch is None or self.texts is _NONE:
            return
        for index in self.batch.shape.signals:
            observers = self.values[index].observers
            if observers:
                observers.pop(self, None)
        for sources in self.reads:
            for source in sources or ():
                unsubscribe(source, self)
        self.reads = self.texts = _NONE

    def become_block(self, number: int, parts: list[Any]) -> None:
        """Goes on as a block where live text of the row was, because a value is no longer text.

        Args:
            number: the number of the text run.
            parts: text, and the functions that return the values.
        """
        show_as_block(self.row.binding.recorder(), Scope(self, self.contexts), self.place(), number, parts)

    def place(self) -> Position:
        """Returns the position of the row."""
        if self.position is None:
            self.position = Position(self.row.binding.position, self.row)
        return self.position
