"""Islands that wait for their triggers. Browser only."""

from collections.abc import Callable
from typing import TYPE_CHECKING, override

from pyui.browser import _bridge
from pyui.reactive import Effect
from pyui.reactive._owner import ERROR_HANDLER
from pyui.view._scope import Scope

if TYPE_CHECKING:
    from pyui.browser._fragment import RenderedPage
    from pyui.browser._recorder import LiveRecorder
    from pyui.view._island import IslandNode

type TakeOver = Callable[[int, "RenderedPage"], object]
"""Binds a part of the page: its place, and what was rendered for it."""

_waiting: dict[int, "IslandBinding"] = {}


class IslandBinding:
    """An island that the walk came by and did not enter.

    Args:
        recorder: renders the island.
        island: the island.

    Attributes:
        number: its number, from `wait` on.
        recorder: renders it.
    """

    __slots__ = ("_island", "_position", "_scope", "number", "recorder")

    def __init__(self, recorder: "LiveRecorder", island: "IslandNode") -> None:
        self.recorder = recorder
        self._island = island
        self._scope = Scope.current()
        self._position = recorder.position
        self.number = 0

    def wait(self, number: int) -> None:
        """Begins to wait; the runtime calls `pyui.browser._boot.wake` with the number when the trigger comes."""
        self.number = number
        _waiting[number] = self
        self._scope.owner.on_cleanup(lambda: _waiting.pop(number, None))
        condition = self._island.condition
        if condition is not None:
            self._scope.owner.run(lambda: ConditionBinding(condition, number))

    def take_over(self, bind: TakeOver) -> None:
        """Renders the island and binds it to what is there.

        What is there may be older than a change of a signal that it shows. It is then brought up to date, and that is
        no mismatch.

        Args:
            bind: binds it.
        """
        owner = self._scope.child()
        try:
            rendered = self.recorder.part(owner, self._island.items, self._position)
            bind(self.number, rendered)
        except Exception as error:
            owner.dispose()
            handler = self._scope.contexts.get(ERROR_HANDLER)
            if not callable(handler):
                raise
            handler(error)


class ConditionBinding(Effect):
    """Triggers an island when its condition is true.

    Args:
        condition: the condition.
        island: the island's number.
    """

    __slots__ = ("_island",)

    def __init__(self, condition: Callable[[], object], island: int) -> None:
        Effect.__init__(self, condition, defer=True)
        self._island = island
        self.run_now()

    @override
    def compute(self) -> None:
        if self.fn():
            _bridge.trigger(self._island)


def awaken(number: int) -> IslandBinding | None:
    """Ends the waiting of an island.

    Args:
        number: its number.

    Returns:
        The island; None where it is gone, or taken over already.
    """
    return _waiting.pop(number, None)


def waiting_count() -> int:
    """Returns how many islands wait."""
    return len(_waiting)


_numbers = iter(range(1, 1 << 53))


def await_triggers(recorder: "LiveRecorder", place: int) -> None:
    """Has the islands that a walk came by wait for their triggers.

    Args:
        recorder: what the walk told of them.
        place: the number of the island that they stand in, 0 for the page.
    """
    islands, recorder.waiting = recorder.waiting, []
    if not islands:
        return
    given = [next(_numbers) for _ in islands]
    _bridge.islands(place, given[0], len(given))
    for number, island in zip(given, islands, strict=True):
        island.wait(number)
