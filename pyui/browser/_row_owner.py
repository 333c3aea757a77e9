"""The owners of rows. Browser only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, override

from pyui.browser._shaped_owner import ShapedOwner
from pyui.browser._text_run import show_as_block
from pyui.reactive import Owner
from pyui.view._position import Position
from pyui.view._scope import Scope

if TYPE_CHECKING:
    from pyui.browser._rows import RowBatch
    from pyui.view._for import Row


class RowOwner(ShapedOwner):
    """Who owns what is made in a row.

    Args:
        row: the row.
        outer: the owner of the list.
        contexts: the contexts that the list sees.

    Attributes:
        position: the position of the row, once something needs it.
        batch: the batch that it is in, if any.
    """

    __slots__ = ("batch", "position", "row")

    def __init__(self, row: "Row", outer: Owner, contexts: Mapping[object, object]) -> None:
        ShapedOwner.__init__(self, outer, contexts)
        self.row = row
        self.batch: RowBatch | None = None
        self.position: Position | None = None
        row.owner = self

    @override
    def detach(self) -> None:
        if self.batch is not None:
            self.batch.leave(self)
        self.row.owner = None  # a row that is gone must not wait for the garbage collector
        self.let_go()

    @override
    def first_numbers(self) -> tuple[int, int]:
        if self.batch is None:
            raise RuntimeError("a row that is in no batch")
        return self.batch.numbers_of(self)

    @override
    def become_block(self, number: int, parts: list[Any]) -> None:
        show_as_block(self.row.binding.recorder(), Scope(self, self.contexts), self.place(), number, parts)

    def place(self) -> Position:
        """Returns the position of the row."""
        if self.position is None:
            self.position = Position(self.row.binding.position, self.row)
        return self.position
