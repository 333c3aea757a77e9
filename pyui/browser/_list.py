"""Keyed lists in the page. Browser only."""

from itertools import groupby
from typing import TYPE_CHECKING, Any, override

from pyui.browser._numbers import numbers
from pyui.browser._ops import emit
from pyui.browser._region import OwnerLeave
from pyui.browser._reorder import longest_increasing
from pyui.reactive import Effect, untracked
from pyui.reactive._equality import same
from pyui.view import ControlFlow
from pyui.view._for import For, Row
from pyui.view._position import Position
from pyui.view._scope import Scope
from pyui.view._walk import Leave
from pyui.view.protocol import OP_CLEAR, OP_INSERT, OP_MOVE, OP_REMOVE

if TYPE_CHECKING:
    from pyui.browser._recorder import Fragment, LiveRecorder
    from pyui.view._walk import Walk


class ListBinding(Effect):
    """The rows of a `For`.

    Args:
        node: the list.

    Attributes:
        items: the items now.
    """

    __slots__ = ("_keys", "_node", "_position", "_recorder", "_rows", "_scope", "end", "items", "start")

    def __init__(self, node: For) -> None:
        self._scope = Scope.current()
        self._node = node
        self._keys: list[Any] = []
        self._rows: dict[Any, Row] = {}
        self._recorder: LiveRecorder | None = None
        self._position = Position()
        self.items: list[Any] = []
        self.start = self.end = 0
        Effect.__init__(self, node.items, defer=True)
        self.run_now()

    @override
    def compute(self) -> None:
        self.items = self._node.items()
        self._keys = self._node.keys(self.items)
        recorder = self._recorder
        if recorder is not None:
            untracked(lambda: self._update(recorder))

    def open(self, recorder: "LiveRecorder") -> Leave:
        """Makes the block that the rows stand in."""
        self._recorder = recorder
        self._position = recorder.position
        self.start = numbers.next_comment()
        return ListLeave(self)

    def open_row(self, row: Row) -> Leave:
        """Makes the owner of a row and enters it."""
        row.owner = self._scope.child()
        if self.end == 0:  # the first rows, in the walk that the list itself is in
            self._rows[self._keys[len(self._rows)]] = row
        return OwnerLeave(row.owner)

    def _update(self, recorder: "LiveRecorder") -> None:
        old = self._rows
        rows = self._next_rows(old)
        fragments = self._render(recorder, rows)
        kept = set(map(id, rows.values()))
        removed = [row for row in old.values() if id(row) not in kept]
        self._rows = rows
        self._remove(removed, everything=len(removed) == len(old))
        self._place(old, rows, fragments)
        if self._node.takes_index:
            for index, row in enumerate(rows.values()):
                row.index.set(index)

    def _next_rows(self, old: dict[Any, Row]) -> dict[Any, Row]:
        rows: dict[Any, Row] = {}
        for index, (key, item) in enumerate(zip(self._keys, self.items, strict=True)):
            row = old.get(key)
            rows[key] = row if row is not None and same(row.item, item) else Row(self._node, item, index, self)
        return rows

    def _render(self, recorder: "LiveRecorder", rows: dict[Any, Row]) -> "dict[int, Fragment]":
        """Renders the new rows, those next to each other together, before anything in the page is changed.

        Returns:
            The fragments, by the identity of their first row.
        """
        fragments: dict[int, Fragment] = {}
        groups = [list(group) for new, group in groupby(rows.values(), lambda row: row.owner is None) if new]
        try:
            for group in groups:
                fragments[id(group[0])] = recorder.fragment(self._scope.owner, group, self._position, owned=False)
        except (Exception, ControlFlow):
            for row in [row for group in groups for row in group]:
                if row.owner is not None:
                    row.owner.dispose()
            raise
        return fragments

    def _remove(self, removed: list[Row], *, everything: bool) -> None:
        for row in removed:
            if row.owner is not None:
                row.owner.dispose()
            if not everything:
                emit(OP_REMOVE, row.number)
        if everything and removed:
            emit(OP_CLEAR, self.start, self.end)

    def _place(self, old: dict[Any, Row], rows: dict[Any, Row], fragments: "dict[int, Fragment]") -> None:
        """Moves and inserts, from the last row to the first: each goes before the one that was placed before it."""
        positions = {id(row): index for index, row in enumerate(old.values())}
        kept = [positions[id(row)] for row in rows.values() if id(row) in positions]
        staying = longest_increasing(kept) if kept else set[int]()
        before = self.end
        for row in reversed(rows.values()):
            position = positions.get(id(row))
            if position is not None:
                if position not in staying:
                    emit(OP_MOVE, row.number, before)
                before = row.number
                continue
            fragment = fragments.get(id(row))
            if fragment is not None:
                emit(OP_INSERT, before, fragment.html, *fragment.numbers)
                before = row.number


class ListLeave(Leave):
    """Numbers the end of a list's block."""

    __slots__ = ("_binding",)

    def __init__(self, binding: ListBinding) -> None:
        self._binding = binding

    @override
    def leave(self, walk: "Walk") -> None:
        self._binding.end = numbers.next_comment()
