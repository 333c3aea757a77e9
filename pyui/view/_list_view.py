"""What is seen of a long list, and so which rows are in the page. Runs on both sides."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, NamedTuple

from pyui.reactive import Signal, batch, signal
from pyui.view._event import Event
from pyui.view._heights import Heights
from pyui.view._window import Seen, Window, find_row, find_shift, limits_of, window_of

type Block = Literal["start", "center", "end", "nearest"]
"""Where in the viewport a row is scrolled to."""

_NOBODY: Final = -1


class Reveal(NamedTuple):
    """A wish to see a row.

    Args:
        row: its index.
        block: where it is to be.
        focus: whether it gets the focus.
        turn: tells wishes for the same row apart.
    """

    row: int
    block: Block
    focus: bool
    turn: int


class ListView:
    """What is seen of a long list, and which of its rows are in the page.

    Attributes:
        seen: what is seen, as the runtime told it last.
        wanted: the row that should be seen.
        window: the rows that are in the page.
        count: how many items there are.
        kept: the index of the row that is in the page for its focus alone; -1 where there is none.
        measured: changes when rows turn out to have other heights.
        stop: the index of the row that Tab goes to.
        active: the index of the row that has had the focus last; -1 where none has.
        focused: whether it has the focus now.
    """

    __slots__ = (
        "_active_key",
        "_handled",
        "_heights",
        "_items",
        "_key_of",
        "_overscan",
        "_taken",
        "_top",
        "active",
        "count",
        "focused",
        "kept",
        "measured",
        "seen",
        "stop",
        "wanted",
        "window",
    )

    def __init__(self) -> None:
        self.seen: Signal[Seen] = signal(Seen(0, 0), name="seen")
        self.wanted: Signal[Reveal | None] = signal(None, name="wanted")
        self.window = signal(Window(0, 0), name="window")
        self.count = signal(0, name="count")
        self.kept = signal(_NOBODY, name="kept")
        self.measured = signal(0, name="measured")
        self.stop = signal(0, name="stop")
        self.begin(Heights(1), 0, 0, _itself)

    def want(self, row: int, block: Block, *, focus: bool) -> None:
        """Asks for a row to be scrolled into view.

        Args:
            row: the index of its item.
            block: where it is to be.
            focus: whether it gets the focus.
        """
        before = self.wanted.peek()
        self.wanted.set(Reveal(row, block, focus, 0 if before is None else before.turn + 1))

    def begin(self, heights: Heights, height: float, overscan: int, key_of: Callable[[Any], object]) -> None:
        """Makes it that of a list.

        Args:
            heights: where its rows are.
            height: the height of the viewport, as far as it is known.
            overscan: how many rows there are around what is seen.
            key_of: returns the key of an item.
        """
        self._heights = heights
        self._overscan = overscan
        self._key_of = key_of
        self._items: Sequence[Any] = ()
        self._top = 0.0
        self._taken: Seen | None = None
        self._handled: Reveal | None = None
        self._active_key: object = None
        self.active = _NOBODY
        self.focused = False
        self.seen.set(Seen(0, height))

    def look(self, items: Sequence[Any], seen: Seen, wanted: Reveal | None = None) -> bool:
        """Chooses the rows to have in the page.

        Args:
            items: all items.
            seen: what is seen, as far as it was told.
            wanted: what should be seen.

        Returns:
            Whether what is seen has to stay where it is, because the list has changed.
        """
        if seen is not self._taken:
            self._taken, self._top = seen, seen.top
        held = items is not self._items and self._follow(items)
        if wanted is not self._handled:
            self._handled = wanted
            if wanted is not None:
                self._go_to(wanted, seen.height)
        now = Seen(self._top, seen.height)
        with batch():
            self.count.set(len(items))
            self.window.set(window_of(now, self._heights, len(items), self._overscan))
            self._settle_focus(now)
        return held

    def _follow(self, items: Sequence[Any]) -> bool:
        """Takes a new list; returns whether rows that are seen are in it."""
        before, self._items = self._items, items
        longer = len(items) - len(before)
        if self.active != _NOBODY:
            self._follow_active(items, longer)
        seen, end = self._heights.index_at(max(0.0, self._top)), min(self.window.peek().end, len(before))
        rows = [(index, self._key_of(before[index])) for index in range(seen, min(end, seen + 3))]
        found = find_shift(items, self._key_of, rows, longer)
        if found is None:
            self._heights.move(0, range(0))
            return False
        index, now = found
        above = self._top - self._heights.offset(index)
        self._heights.move(now - index, range(*self.window.peek()))
        if self._top < 1:
            return False
        self._top = self._heights.offset(now) + above
        return True

    def _follow_active(self, items: Sequence[Any], longer: int) -> None:
        found = find_row(items, self._key_of, self._active_key, (self.active, self.active + longer))
        if found is None and self.focused:
            # The focus must not go to another row because its own is far away now.
            found = next((index for index, item in enumerate(items) if self._key_of(item) == self._active_key), None)
        if found is not None:
            self.active = found
        elif self.focused and items:
            self._focus_on(min(self.active, len(items) - 1))
        else:
            self.active = _NOBODY

    def _focus_on(self, index: int) -> None:
        self._activate(index)
        self.want(index, "nearest", focus=True)

    def _go_to(self, wanted: Reveal, height: float) -> None:
        """Moves what is seen, as the runtime is going to."""
        index = max(0, min(wanted.row, len(self._items) - 1))
        start, end = self._heights.offset(index), self._heights.offset(index + 1)
        tops = {"start": start, "center": (start + end - height) / 2, "end": end - height}
        nearest = min(max(self._top, end - height), start)
        self._top = max(0.0, tops.get(wanted.block, nearest))

    def _settle_focus(self, now: Seen) -> None:
        active, (first, end) = self.active, self.window.peek()
        self.kept.set(active if active != _NOBODY and not first <= active < end else _NOBODY)
        seen = self._heights.index_at(max(0.0, now.top))
        if self._heights.offset(seen) < now.top:
            seen += 1
        self.stop.set(active if active != _NOBODY else min(seen, max(0, end - 1)))

    def items(self) -> list[Any]:
        """Returns the items of the rows that are in the page."""
        return [self._items[index] for index in self.indices()]

    def indices(self) -> list[int]:
        """Returns the indices of the rows that are in the page, which the kept row may be in front of or behind."""
        first, end = self.window.peek()
        kept = self.kept.peek()
        rows = list(range(first, end))
        if kept == _NOBODY:
            return rows
        return [kept, *rows] if kept < first else [*rows, kept]

    def paddings(self) -> tuple[float, float]:
        """Returns the heights of what is above and below the window. Tracked."""
        (first, end), count, _ = self.window(), self.count(), self.measured()
        above = self._heights.offset(first)
        return above, self._heights.offset(count) - self._heights.offset(end)

    def offset(self, index: int) -> float:
        """Returns where a row begins."""
        return self._heights.offset(index)

    def measures(self) -> bool:
        """Tells whether rows have the height that their content gives them."""
        return self._heights.measured

    def limits(self) -> tuple[float, float]:
        """Returns within which pixels what is seen may move without another window."""
        seen = Seen(self._top, self.seen.peek().height)
        return limits_of(self.window.peek(), seen, self._heights, self.count.peek(), self._overscan)

    def row_to_reveal(self) -> Reveal | None:
        """Returns the wish that was taken last."""
        return self._handled

    def see(self, event: Event) -> None:
        """Takes what is seen from the runtime: the event's detail is its top, its height, and those of rows."""
        top, height, *heights = map(float, str(event.detail).split())
        if self._heights.measure(self.window.peek().first, heights):
            self.measured.update(lambda times: times + 1)
        self.seen.set(Seen(top, height))

    def enter(self, index: int) -> None:
        """Called when a row, or something in it, gets the focus."""
        self.focused = True
        if index != self.active:
            self._activate(index)
            with batch():
                self._settle_focus(Seen(self._top, self.seen.peek().height))

    def leave(self) -> None:
        """Called when the focus leaves a row."""
        self.focused = False

    def _activate(self, index: int) -> None:
        self.active = index
        self._active_key = self._key_of(self._items[index])

    def page(self) -> int:
        """Returns by how many rows a page key moves."""
        first = self._heights.index_at(max(0.0, self._top))
        return max(1, self._heights.index_at(max(0.0, self._top) + self.seen.peek().height) - first - 1)

    def move(self, to: int) -> None:
        """Moves the focus to a row; to the first or last where there is none at an index."""
        count = self.count.peek()
        if count:
            self._focus_on(max(0, min(to, count - 1)))


def _itself(item: Any) -> Any:
    return item
