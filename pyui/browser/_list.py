"""Keyed lists in the page. Browser only."""

from collections.abc import Iterable
from itertools import count, groupby, repeat
from typing import TYPE_CHECKING, Any, override

from pyui.browser._list_change import Change, Shown, change_of
from pyui.browser._numbers import numbers
from pyui.browser._ops import emit
from pyui.browser._page_walk import PageWalk
from pyui.browser._reorder import longest_increasing
from pyui.browser._row_maker import Piece, RowMaker
from pyui.reactive import Effect, untracked
from pyui.reactive._equality import same
from pyui.view import ControlFlow
from pyui.view._for import For, Row
from pyui.view._node import Item
from pyui.view._position import Position
from pyui.view._scope import Scope
from pyui.view._walk import Leave
from pyui.view.protocol import OP_CLEAR, OP_MOVE, OP_REMOVE

if TYPE_CHECKING:
    from pyui.browser._recorder import LiveRecorder
    from pyui.view._walk import Walk


class ListBinding(Effect):
    """The rows of a `For`.

    Args:
        node: the list.

    Attributes:
        items: the items now.
        node: the list.
        position: the position that it is at.
    """

    __slots__ = ("_keys", "_recorder", "_scope", "_shown", "end", "items", "node", "position", "start")

    def __init__(self, node: For) -> None:
        self._scope = Scope.current()
        self.node = node
        self._keys: list[Any] = []
        self._shown = Shown([], [], [])
        self._recorder: LiveRecorder | None = None
        self.position = Position()
        self.items: list[Any] = []
        self.start = self.end = 0
        Effect.__init__(self, node.items, defer=True)
        self.run_now()

    @override
    def compute(self) -> None:
        self.items = self.node.items()
        self._keys = self.node.keys(self.items)
        if self._recorder is not None:
            untracked(self._update)

    def open(self, recorder: "LiveRecorder") -> Leave:
        """Makes the block that the rows stand in."""
        self._recorder = recorder
        self.position = recorder.position
        self.start = numbers.next_comment()
        return ListLeave(self)

    def first_rows(self, walk: "Walk") -> Iterable[Item]:
        """Writes the first rows, in the walk that the list itself is in; returns those that it has to go through."""
        rows, write = self._first_rows(), self._maker().write
        return walk.in_slices(rows, write) if isinstance(walk, PageWalk) else write(rows, walk)

    def recorder(self) -> "LiveRecorder":
        """Returns the recorder that renders what is in the list."""
        if self._recorder is None:
            raise RuntimeError("a list that has not been opened")
        return self._recorder

    def _maker(self) -> RowMaker:
        return RowMaker(self, self.recorder(), self._scope, self.position)

    def _first_rows(self) -> list[Row]:
        node = self.node
        row_class = node.row_class
        rows = list(map(row_class, repeat(node), self.items, count(), repeat(self)))
        self._shown = Shown(rows, self._keys, self.items)
        return rows

    def _update(self) -> None:
        change = change_of(self._shown, self._keys, self.items)
        if change is not None:
            self._carry_out(change)

    def _carry_out(self, change: Change) -> None:
        """Makes the rows those of `_keys` and `items`, which differ from what is shown by a change."""
        old = dict(zip(change.keys, change.rows, strict=True))
        rows = [
            self._row(old.get(key), item, index)
            for index, (key, item) in enumerate(zip(change.new_keys, change.new_items, strict=True), change.start)
        ]
        pieces = self._render(rows)
        kept = set(map(id, rows)) if old else set[int]()
        removed = [row for row in change.rows if id(row) not in kept]
        before = change.following.number if change.following is not None else self.end
        shown = self._shown.rows
        self._shown = Shown([*shown[: change.start], *rows, *shown[change.end :]], self._keys, self.items)
        self._remove(removed, everything=len(removed) == len(shown))
        if len(removed) == len(change.rows):
            for row, piece in reversed(pieces):
                piece.emit(before)
                before = row.number
        else:
            self._place(change.rows, rows, {id(row): piece for row, piece in pieces}, before)
        if self.node.takes_index:
            self._tell_indices(change.start)

    def _tell_indices(self, start: int) -> None:
        """Tells the rows from an index on which they are now."""
        for index, row in enumerate(self._shown.rows[start:], start):
            row.index.set(index)

    def _row(self, row: Row | None, item: Any, index: int) -> Row:
        return row if row is not None and same(row.item, item) else self.node.row_class(self.node, item, index, self)

    def _render(self, rows: list[Row]) -> list[tuple[Row, Piece]]:
        """Renders the new rows before anything in the page is changed.

        Returns:
            What to insert, behind its first row.
        """
        pieces: list[tuple[Row, Piece]] = []
        maker = self._maker()
        groups = [list(group) for new, group in groupby(rows, _is_new) if new]
        try:
            for group in groups:
                pieces += maker.make(group)
        except (Exception, ControlFlow):
            for row in [row for group in groups for row in group]:
                if row.owner is not None:
                    row.owner.dispose()
            raise
        return pieces

    def _remove(self, removed: list[Row], *, everything: bool) -> None:
        if not removed:
            return
        if everything:
            emit(OP_CLEAR, self.start, self.end)
        else:
            for row in removed:
                emit(OP_REMOVE, row.number)
        self._scope.owner.dispose_children([row.owner for row in removed if row.owner is not None])

    def _place(self, old: list[Row], rows: list[Row], pieces: dict[int, Piece], before: int) -> None:
        """Moves and inserts, from the last row to the first: each goes before the one that was placed before it."""
        positions = {id(row): index for index, row in enumerate(old)}
        kept = [positions[id(row)] for row in rows if id(row) in positions]
        staying = longest_increasing(kept)
        for row in reversed(rows):
            position = positions.get(id(row))
            if position is not None:
                if position not in staying:
                    emit(OP_MOVE, row.number, before)
                before = row.number
                continue
            piece = pieces.get(id(row))
            if piece is not None:
                piece.emit(before)
                before = row.number


def _is_new(row: Row) -> bool:
    return row.owner is None


class ListLeave(Leave):
    """Numbers the end of a list's block."""

    __slots__ = ("_binding",)

    def __init__(self, binding: ListBinding) -> None:
        self._binding = binding

    @override
    def leave(self, walk: "Walk") -> None:
        self._binding.end = numbers.next_comment()
