"""Deferred values: they lag behind what they are taken from, so that what is urgent comes first.

After React's `useDeferredValue` (https://react.dev/reference/react/useDeferredValue). There, what is rendered for the
new value is thrown away when a newer one comes; here nothing is done for a value before it is shown.
"""

from collections.abc import Callable
from typing import Any, override

from pyui.reactive._batch import batch
from pyui.reactive._effect import Effect
from pyui.reactive._equality import same
from pyui.reactive._graph import is_static, untracked
from pyui.reactive._owner import require_owner
from pyui.reactive._signal import Signal
from pyui.reactive._slices import can_wait, later


class Deferred[T]:
    """A value that lags behind its source, read with `d()`. Made by `deferred()`."""

    __slots__ = ("_behind", "_source", "_value")

    def __init__(self, source: Callable[[], T]) -> None:
        self._source = source
        self._value = Signal(untracked(source))
        self._behind = Signal(False)
        if not is_static():
            _Lag(source, self._value, self._behind)

    def __call__(self) -> T:
        """Returns the value; within a computed or an effect it becomes a dependency."""
        return self._source() if is_static() else self._value()

    def peek(self) -> T:
        """Returns the value without making it a dependency."""
        return untracked(self._source) if is_static() else self._value.peek()

    def pending(self) -> bool:
        """Returns whether the source has another value by now. Tracked."""
        return self._behind()


class _Lag(Effect):
    """Notes what the source is whenever that changes, and has all that lag catch up later."""

    __slots__ = ("_behind", "_latest", "_value")

    def __init__(self, source: Callable[[], Any], value: Signal[Any], behind: Signal[bool]) -> None:
        Effect.__init__(self, source, defer=True)
        self._value = value
        self._behind = behind
        self._latest: Any = value.peek()
        self.run_now()

    @override
    def compute(self) -> None:
        self._latest = self.fn()
        lags = not same(self._value.peek(), self._latest)
        if lags and not can_wait():
            self._value.set(self._latest)
            return
        self._behind.set(lags)
        if lags:
            _lagging[self] = None
            later(_catch_up)

    def catch_up(self) -> None:
        """Gives the deferred value what the source was when this ran last."""
        if not self.disposed:
            self._value.set(self._latest)
            self._behind.set(False)


_lagging: dict[_Lag, None] = {}


def _catch_up() -> None:
    """Has all that lag catch up at once, so that no two of them are seen at different times."""
    due = list(_lagging)
    _lagging.clear()
    with batch():
        for lag in due:
            lag.catch_up()


def deferred[T](source: Callable[[], T]) -> Deferred[T]:
    """Makes a value that lags behind a source: what depends on it is updated after what depends on the source itself.

    When the source changes, its own readers run first, and the page shows what they have changed. Later, when nothing
    more urgent is to be done, the deferred value takes the value that the source has by then. On the server, and where
    no browser schedules the work, it does not lag.

    Args:
        source: a signal, or a function of signals.

    Returns:
        The value: `d()` reads it, `d.peek()` reads it untracked, `d.pending()` tells whether it lags.

    Raises:
        NoOwnerError: nothing here is ever disposed.
    """
    require_owner("deferred()", "it would watch its source for ever")
    return Deferred(source)
