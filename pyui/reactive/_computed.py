"""Computeds: values derived from signals, lazy and cached."""

from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Never, cast

from pyui.reactive._equality import same
from pyui.reactive._graph import CLEAN, DIRTY, RUNNING, current, graph, is_static
from pyui.reactive._names import describe_function
from pyui.reactive._owner import Owner
from pyui.reactive._refresh import refresh
from pyui.reactive._running import cycle_error, evaluate_static
from pyui.reactive._source import Edge, Source, drop_unread, link, unsubscribe

_NEVER = -1
# No version of it is ever the one that was read, so what has it for a source is evaluated at every check.
_ALWAYS_CHANGED = Source()


class _Failure:
    """An exception in place of a value."""

    __slots__ = ("error", "traceback")

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.traceback: TracebackType | None = error.__traceback__

    def raise_again(self) -> Never:
        # Every raise adds to the traceback of the exception, so it starts from the first one each time.
        raise self.error.with_traceback(self.traceback)


class Computed[T](Source):
    """A value derived from others, read with `c()`. Made by `computed()`.

    Attributes:
        owner: the current owner when it was made, which gives its function the contexts.
        sources: what the last evaluation read, in order, with the versions.
        state: CLEAN, CHECK, DIRTY or RUNNING.
        subscribed: True while an effect depends on it; only then do its sources notify it.
    """

    __slots__ = (
        "_equals",
        "_failure",
        "_fn",
        "_name",
        "_seen",
        "_static",
        "_value",
        "owner",
        "sources",
        "state",
        "subscribed",
    )

    def __init__(
        self, fn: Callable[[], T], name: str | None = None, equals: Callable[[T, T], bool] | None = None
    ) -> None:
        self.observers = None
        self.version = 0
        self.owner = current.get()
        self.sources: dict[Source, int] = {}
        self.state = DIRTY
        self.subscribed = False
        self._fn = fn
        self._name = name
        self._equals = same if equals is None else equals
        self._value = cast("T", None)
        self._failure: _Failure | None = None
        self._seen = _NEVER
        self._static = self.owner is not None and self.owner.static

    def __call__(self) -> T:
        """Returns the value; within a computed or an effect it becomes a dependency.

        Raises:
            CycleError: it depends on itself.
            Exception: what its function raised.
        """
        if self._static or is_static():
            return self._read_static()
        if self.state != CLEAN or not (self.subscribed or self._seen == graph.clock):
            self.settle()
        observer = graph.observer
        if observer is not None and self not in observer.sources and self.state == CLEAN:
            link(self, observer)
        if self._failure is not None:
            self._failure.raise_again()
        return self._value

    def peek(self) -> T:
        """Returns the value without making it a dependency.

        Raises:
            CycleError: it depends on itself.
            Exception: what its function raised.
        """
        if self._static or is_static():
            return self._read_static()
        if self.state != CLEAN or not (self.subscribed or self._seen == graph.clock):
            self.settle()
        if self._failure is not None:
            self._failure.raise_again()
        return self._value

    def stale(self) -> "Computed[Any] | None":
        """Returns itself if a source may have changed since the last look, else None."""
        if self.state == CLEAN and (self.subscribed or self._seen == graph.clock):
            return None
        return self

    def settle(self) -> None:
        """Brings the value up to date.

        Raises:
            CycleError: it is being evaluated already.
        """
        if self.state == DIRTY:
            self.evaluate()
        elif self.state == RUNNING:
            self._report_cycle()
        else:
            refresh(self)

    def mark_seen(self, clock: int) -> None:
        """Notes that no source has changed up to a tick of the clock."""
        self.state = CLEAN
        self._seen = clock

    def evaluate(self) -> None:
        """Calls the function and keeps its outcome; the version changes if the value does."""
        clock, old, subscribed, observer = graph.clock, self.sources, self.subscribed, graph.observer
        self.sources = {}
        self.state = RUNNING
        graph.observer = self
        graph.running.append(self)
        token = current.set(self.owner)
        try:
            self._compute()
            self.mark_seen(_NEVER if _ALWAYS_CHANGED in self.sources else clock)
        finally:
            current.reset(token)
            graph.running.pop()
            graph.observer = observer
            if self.state == RUNNING:
                self.state = DIRTY
            if subscribed:
                drop_unread(self, old)
            if graph.cyclic:
                self._leave_cycle()

    def _compute(self) -> None:
        try:
            value = self._fn()
            if self.version and self._failure is None and self._equals(self._value, value):
                return
            self._value, self._failure = value, None
        except Exception as error:  # noqa: BLE001 - every reader gets it
            self._value, self._failure = cast("T", None), _Failure(error)
            if isinstance(error, RecursionError):
                # It tells of the stack at this moment; the sources may give a value the next time.
                self.sources[_ALWAYS_CHANGED] = _NEVER
        self.version += 1

    def _report_cycle(self) -> Never:
        graph.cyclic.update(graph.running[graph.running.index(self) + 1 :])
        raise cycle_error(graph.running, self)

    def _leave_cycle(self) -> None:
        """Hands its sources to its reader and forgets its outcome, if it depends on a computed that depends on it.

        Edges between the two would form a ring, which would keep them subscribed for ever. So the one that was read
        first stands for all of them: it depends on all that they have read.
        """
        if self not in graph.cyclic:
            return
        graph.cyclic.discard(self)
        for source in self.sources:
            link(source, graph.running[-1])
            unsubscribe(source, self)
        self.state = DIRTY

    def _read_static(self) -> T:
        if not self._static:
            return evaluate_static(self, self._fn)
        if self._seen != graph.clock:
            evaluate_static(cast("Computed[Any]", self), self._cache_static)
        if self._failure is not None:
            self._failure.raise_again()
        return self._value

    def _cache_static(self) -> None:
        clock = graph.clock
        owner = cast("Owner", self.owner)
        owner.run(self._compute)
        self._seen = clock

    def connect(self) -> Iterable[Edge]:
        """Called with the first observer, right after a read."""
        self.subscribed = True
        return [(source, self) for source in self.sources]

    def disconnect(self) -> Iterable[Edge]:
        """Called when the last observer has left."""
        self.subscribed = False
        return [(source, self) for source in self.sources]

    def describe(self) -> str:
        """Returns the name, as far as known, and the place in the user's source."""
        return describe_function("computed", self._name, self._fn)

    def __repr__(self) -> str:
        return f"<{self.describe()}>"


def computed[T](
    f: Callable[[], T], *, name: str | None = None, equals: Callable[[T, T], bool] | None = None
) -> Computed[T]:
    """Derives a value from signals and other computeds. Works as a decorator as well.

    Args:
        f: computes the value; called when it is read for the first time and when a source has changed since.
        name: for messages; by default that of the function or of the variable it is assigned to.
        equals: tells whether an old and a new value are the same; by default `is` or `==`.

    Returns:
        The computed: `c()` reads it, `c.peek()` reads it untracked.
    """
    return Computed(f, name, equals)
