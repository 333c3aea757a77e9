"""Lists whose new rows are made a slice at a time. Browser only."""

from collections.abc import Callable
from time import perf_counter
from typing import Any, override

from pyui.browser._list import ListBinding
from pyui.browser._list_change import Change
from pyui.reactive import batch, untracked
from pyui.reactive._equality import same
from pyui.reactive._slices import can_wait, forget, later
from pyui.view._environment import is_hydrating
from pyui.view._for import For

SLICE_SECONDS = 0.008
"""How long a slice should take: half a frame, so that a frame has time for the rest."""

_FIRST, _FEWEST = 50, 5
_MOST = 500  # the browser has to lay them out as well, which is not in the time that is measured


class Pace:
    """How many rows a slice makes, learnt from the slices before.

    Attributes:
        rows: the number.
    """

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows = _FIRST

    def took(self, rows: int, seconds: float) -> None:
        """Learns how long it took to make rows; at most twice as many come next, as one slice says little."""
        fit = int(rows * SLICE_SECONDS / max(seconds, 1e-6))
        self.rows = max(_FEWEST, min(fit, 2 * self.rows, _MOST))


class SlicedBinding(ListBinding):
    """The rows of a `For` with `sliced=True`.

    What it shows is at each moment a part of the list in its order: all rows that were there before and stay, and the
    first of the new ones.

    Args:
        node: the list.
    """

    __slots__ = ("_all_items", "_all_keys", "_done", "_indices", "_pace")

    def __init__(self, node: For) -> None:
        self._all_items: list[Any] = []
        self._all_keys: list[Any] = []
        self._indices: list[int] = []
        self._done = 0
        self._pace = Pace()
        super().__init__(node)

    @override
    def compute(self) -> None:
        self._all_items = self.node.items()
        self._all_keys = self.node.keys(self._all_items)
        forget(self._go_on)
        self._choose()
        if self._recorder is not None:
            untracked(lambda: self._timed(self._update))
            if self.node.takes_index:
                self._tell_indices(0)
        self._go_on_later()

    @override
    def detach(self) -> None:
        forget(self._go_on)
        super().detach()

    def _choose(self) -> None:
        """Chooses what to show at first: all that is there already, and as many of the rest as fit into a slice."""
        items, keys, left = self._all_items, self._all_keys, self._pace.rows
        if is_hydrating() or not can_wait():
            left = len(items)
        there = dict(zip(self._shown.keys, self._shown.items, strict=True))
        indices: list[int] = []
        self._done = len(items)
        for index, key in enumerate(keys):
            if key not in there or not same(there[key], items[index]):
                if not left:
                    self._done = min(self._done, index)
                    continue
                left -= 1
            indices.append(index)
        self._indices = indices
        if len(indices) == len(items):
            self.items, self._keys = items, keys
        else:
            self.items, self._keys = [items[index] for index in indices], [keys[index] for index in indices]

    def _go_on_later(self) -> None:
        if self._done < len(self._all_items):
            later(self._go_on)

    def _go_on(self) -> None:
        """Makes the next rows; errors go where those of an update go."""
        try:
            with batch():
                self.run(lambda: self._timed(self._next))
        except Exception as error:
            if not self.handle_error(error):
                raise
        else:
            self._go_on_later()

    def _next(self) -> None:
        shown, start = self._shown, self._done
        place, left, index = start, self._pace.rows, start
        while index < len(self._all_keys):
            if place < len(shown.keys) and shown.keys[place] == self._all_keys[index]:
                place += 1
            elif left:
                left -= 1
            else:
                break
            index += 1
        self._done = index
        keys, items = self._all_keys[start:index], self._all_items[start:index]
        following = shown.rows[place] if place < len(shown.rows) else None
        self._keys = [*shown.keys[:start], *keys, *shown.keys[place:]]
        self.items = [*shown.items[:start], *items, *shown.items[place:]]
        self._indices = []
        self._carry_out(Change(start, place, shown.rows[start:place], shown.keys[start:place], keys, items, following))

    def _timed(self, work: Callable[[], None]) -> None:
        before, start = len(self._shown.rows), perf_counter()
        work()
        made = len(self._shown.rows) - before
        if made > 0:
            self._pace.took(made, perf_counter() - start)

    @override
    def _tell_indices(self, start: int) -> None:
        # Of the rows that stay, those behind the new ones have had their indices in the whole list from the beginning.
        for row, index in zip(self._shown.rows[start:], self._indices[start:], strict=False):
            row.index.set(index)
