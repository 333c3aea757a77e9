"""Selectors: which of many keys is the value of a signal, without looking at all of them. Runs on both sides.

After Solid's `createSelector` (https://docs.solidjs.com/reference/secondary-primitives/create-selector).
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, cast, override

from pyui.reactive._effect import Effect
from pyui.reactive._graph import current, graph, ticks, untracked
from pyui.reactive._owner import require_owner
from pyui.reactive._signal import Signal, mark
from pyui.reactive._source import Edge, Source, link


class _Flag(Source):
    """Whether one key is selected, as far as somebody observes it."""

    __slots__ = ("_flags", "_key")
    leaf = True

    def __init__(self, flags: "dict[Any, _Flag]", key: object) -> None:
        self.observers = None
        self.version = 0
        self._flags = flags
        self._key = key
        flags[key] = self

    def flip(self) -> None:
        """Tells the observers that it is another now."""
        self.version = graph.clock = next(ticks)
        if self.observers:
            mark(self.observers)

    @override
    def disconnect(self) -> Iterable[Edge]:
        # Nobody tells it of changes from here on, so whoever has read it has to look again.
        self.version = next(ticks)
        self._flags.pop(self._key, None)
        return ()


class _Selection(Effect):
    """Tells the flags of the key that was selected and of the one that is."""

    __slots__ = ("_flags", "_now")

    def __init__(self, source: Callable[[], object], flags: dict[Any, _Flag]) -> None:
        Effect.__init__(self, source, defer=True)
        self._flags = flags
        self._now: object = None
        self.run_now()

    @override
    def compute(self) -> None:
        before, self._now = self._now, self.fn()
        if before != self._now:
            for key in (before, self._now):
                flag = self._flags.get(key)
                if flag is not None:
                    flag.flip()


def selector[T](source: Callable[[], T]) -> Callable[[T], bool]:
    """Makes a function that tells whether a key is selected. A change of the selection concerns two keys, not all.

    Args:
        source: a signal, or a function that returns the key that is selected.

    Returns:
        Tells of a key, which has to be hashable, whether it is the source's value; an observer that calls it runs again
        only when that changes for this key.

    Raises:
        NoOwnerError: nothing here is ever disposed.
    """
    require_owner("selector()", "it would watch its source for ever")
    flags: dict[Any, _Flag] = {}
    is_signal = isinstance(source, Signal)
    peek: Callable[[], T] = cast("Signal[T]", source).peek if is_signal else partial(untracked, source)
    _Selection(source, flags)

    # A function and no object that is called: each row of a list comes by here, and Python calls functions faster.
    def is_selected(key: T) -> bool:
        observer = graph.observer
        owner = current.get()  # as `is_static` and `link` do, written in place
        if observer is None or not observer.subscribed or (owner is not None and owner.static):
            # An observer that nobody tells of changes compares versions: it needs a source that has them at all times.
            return source() == key
        flag = flags.get(key)
        if flag is None:
            flag = _Flag(flags, key)
            flag.observers = {observer: None}
            observer.sources[flag] = 0
        elif flag not in observer.sources:
            link(flag, observer)
        return peek() == key

    return is_selected
