"""The walk that takes over a page. It pauses, so that the browser can do what waits. Browser only."""

from collections.abc import Callable, Iterable, Iterator
from itertools import batched, chain
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, override

from pyui.browser import _bridge
from pyui.reactive._graph import graph
from pyui.reactive._owner import swap_owner
from pyui.view._environment import environment
from pyui.view._node import Item
from pyui.view._pause import PAUSE, Steps
from pyui.view._walk import Leave, Walk

if TYPE_CHECKING:
    from pyui.view._for import Row
    from pyui.view._recorder import Recorder

FIRST_SECONDS, SLICE_SECONDS = 0.025, 0.012
"""How long the walk goes on before its first pause, so that it takes over most pages in one piece, and between two."""

LOOKS = 16
"""How many rows, or places that have content, are come by between two looks at the clock."""


class PageWalk(Walk):
    """A walk that pauses.

    What runs in a pause finds no page yet: events are still captured, effects wait, and no owner is current. Code that
    awaits something would find that out. Where there is any, the walk does not pause.

    Args:
        recorder: is told of each live part.
        pauses: whether it does pause.

    Attributes:
        paused: whether it has paused.
        exact: whether no signal was set in a pause: else what was rendered behind it may be newer than the page.
    """

    __slots__ = ("_due", "_left", "exact", "paused")

    def __init__(self, recorder: "Recorder", *, pauses: bool) -> None:
        super().__init__(recorder, traced=True)
        self.paused = False
        self.exact = True
        self._due = perf_counter() + FIRST_SECONDS if pauses else inf
        self._left = LOOKS

    def in_slices(
        self, rows: Iterable["Row"], write: Callable[[Iterable["Row"], Walk], Iterator[Item]]
    ) -> Iterator[Item]:
        """Writes the rows of a list.

        Args:
            rows: the rows.
            write: writes some of them in a walk; returns the items that the walk has to go through.

        Returns:
            The items, and pauses.
        """
        some = batched(rows, LOOKS)
        left = True

        def until_due() -> Iterator[tuple["Row", ...]]:
            nonlocal left
            for each in some:
                yield each
                if self._is_due():
                    return
            left = False

        while left:
            yield from write(chain.from_iterable(until_due()), self)
            if left:
                yield PAUSE

    @override
    def push(self, items: Iterable[Item], closing: str | Leave) -> None:
        self._left -= 1
        if self._left == 0:
            self._left = LOOKS
            if self._is_due():
                items = chain((PAUSE,), items)
        self._pending = (iter(items), closing)

    @override
    def render_portals(self) -> Iterator[str]:
        self._due = inf  # portals stand in no pauses
        return super().render_portals()

    def _is_due(self) -> bool:
        return perf_counter() > self._due and not _bridge.is_awaiting()

    def resting[T](self, rendering: Steps[T]) -> Steps[T]:
        """Puts aside in pauses what is in force in a rendering.

        Args:
            rendering: a rendering by this walk.
        """
        while True:
            try:
                next(rendering)
            except StopIteration as end:
                result: T = end.value
                return result
            owner, hydrating, clock = swap_owner(None), environment.hydrating, graph.clock
            environment.hydrating = False
            self.paused = True
            yield
            environment.hydrating = hydrating
            swap_owner(owner)
            self.exact = self.exact and graph.clock == clock
            self._due = perf_counter() + SLICE_SECONDS
