"""Long lists of which a part is in the page. Browser only."""

from typing import TYPE_CHECKING, override

from pyui.browser._list import ListBinding
from pyui.browser._ops import before_send, emit, mounts
from pyui.browser._row_maker import RowMaker
from pyui.reactive import untracked
from pyui.view._list_view import Reveal
from pyui.view._virtual_row import Rows
from pyui.view._walk import Leave
from pyui.view.protocol import OP_HOLD, OP_REVEAL, OP_VIEWPORT

if TYPE_CHECKING:
    from pyui.browser._recorder import LiveRecorder


class WindowBinding(ListBinding):
    """The rows of a `VirtualFor` that are in the page.

    Args:
        node: the list.
    """

    __slots__ = ("_revealed", "_there")
    node: Rows

    def __init__(self, node: Rows) -> None:
        self._there = False
        self._revealed: Reveal | None = None
        super().__init__(node)

    @override
    def compute(self) -> None:
        view = self.node.view
        items, seen, wanted = self.node.all_items(), view.seen(), view.wanted()
        view.measured()
        held = untracked(lambda: view.look(items, seen, wanted if self._there else None))
        self.items = view.items()
        self._keys = self.node.keys(self.items)
        if self._there:
            if held or view.measures():
                emit(OP_HOLD, self.start)
            untracked(self._update)
            self._tell_indices(0)
            before_send(self._tell)

    @override
    def open(self, recorder: "LiveRecorder") -> Leave:
        mounts.append((self, self._begin))
        return super().open(recorder)

    def _begin(self) -> None:
        """Called when the list is in the page: from now on it changes with what is seen."""
        self._there = True
        self.run_now()

    @override
    def _maker(self) -> RowMaker:
        return _Walker(self, self.recorder(), self._scope, self.position)

    @override
    def _tell_indices(self, start: int) -> None:
        for row, index in zip(self._shown.rows[start:], self.node.view.indices()[start:], strict=True):
            row.index.set(index)

    def _tell(self) -> None:
        """Tells the runtime which rows there are, and which it has to scroll to."""
        view = self.node.view
        rows = {row.index.peek(): row for row in self._shown.rows}
        first, end = view.window.peek()
        row = rows.get(first)
        height = view.offset(max(first, end - 1)) - view.offset(first) if view.measures() else None
        emit(OP_VIEWPORT, self.start, row.number if row else 0, view.offset(first), *view.limits(), height)
        wanted = view.row_to_reveal()
        if wanted is not None and wanted is not self._revealed:
            self._revealed = wanted
            found = rows.get(max(0, min(wanted.row, view.count.peek() - 1)))
            if found is not None:
                emit(OP_REVEAL, found.number, wanted.block, int(wanted.focus))


class _Walker(RowMaker):
    """Has the walk make all rows: what a template makes cannot be dressed."""

    __slots__ = ()
    binds = False
