"""Signals: the values that change."""

import sys
from collections.abc import Callable
from types import CodeType

from pyui.reactive._effect import Effect
from pyui.reactive._equality import same
from pyui.reactive._graph import CHECK, CLEAN, graph, is_static, settle, ticks
from pyui.reactive._names import describe_creation
from pyui.reactive._running import forbid_write, static_results
from pyui.reactive._source import Observer, Source, link


class Signal[T](Source):
    """A value that can be read with `s()`, set, and observed. Made by `signal()`."""

    __slots__ = ("_code", "_equals", "_name", "_offset", "_value")
    leaf = True

    def __init__(
        self,
        value: T,
        name: str | None = None,
        equals: Callable[[T, T], bool] | None = None,
        code: CodeType | None = None,
        offset: int = 0,
    ) -> None:
        self.observers = None
        self.version = 0
        self._value = value
        self._name = name
        self._equals = same if equals is None else equals
        self._code = code
        self._offset = offset

    def __call__(self) -> T:
        """Returns the value; within a computed or an effect it becomes a dependency."""
        observer = graph.observer
        if observer is not None and self not in observer.sources and not is_static():
            link(self, observer)
        return self._value

    def peek(self) -> T:
        """Returns the value without making it a dependency."""
        return self._value

    def set(self, value: T) -> None:
        """Changes the value; an equal one changes nothing.

        Args:
            value: the new value.

        Raises:
            WriteInComputedError: called while a computed is evaluated.
        """
        if graph.running or static_results.get() is not None:
            forbid_write(self)
        if self._equals(self._value, value):
            return
        self._value = value
        # The value comes first, and no two changes share a tick: a reader in another thread then sees a tick that it
        # does not know and looks again, whatever the order of the writes.
        self.version = graph.clock = next(ticks)
        if self.observers:
            mark(self.observers)
            settle()

    def update(self, f: Callable[[T], T]) -> None:
        """Sets the value to what a function makes of it.

        Args:
            f: gets the value and returns the new one.

        Raises:
            WriteInComputedError: called while a computed is evaluated.
        """
        self.set(f(self._value))

    def describe(self) -> str:
        """Returns the name, as far as known, and the place in the user's source."""
        return describe_creation("signal", self._name, self._code, self._offset)

    def __repr__(self) -> str:
        return f"<{self.describe()}: {self._value!r}>"


def mark(observers: dict[Observer, None]) -> None:
    """Marks all that depends on a signal as possibly stale, and queues the effects among it."""
    stack = [observers]
    while stack:
        for observer in stack.pop():
            if observer.state != CLEAN:
                continue
            observer.state = CHECK
            if isinstance(observer, Effect):
                graph.queue.append(observer)
            elif observer.observers:
                stack.append(observer.observers)


def signal[T](value: T, *, name: str | None = None, equals: Callable[[T, T], bool] | None = None) -> Signal[T]:
    """Makes a value that can change and be observed.

    Args:
        value: the first value.
        name: for messages; by default that of the variable it is assigned to.
        equals: tells whether an old and a new value are the same; by default `is` or `==`.

    Returns:
        The signal: `s()` reads it, `s.set(v)` and `s.update(f)` change it, `s.peek()` reads it untracked.
    """
    # The line of the call is looked up for a message only: to decode it takes ten times as long as the rest.
    frame = sys._getframe(1)
    return Signal(value, name, equals, frame.f_code, frame.f_lasti)
