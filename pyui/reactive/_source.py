"""The edges of the graph: what is read (sources) and what reads it (observers).

An observer always holds its sources, with the versions that it read. A source holds an observer only while that leads
to an effect, so a computed that no effect uses is freed like any other object.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyui.reactive._computed import Computed
    from pyui.reactive._effect import Effect

type Observer = Computed[Any] | Effect
type Edge = tuple[Source, Observer]


class Source:
    """What a signal and a computed have in common.

    Attributes:
        observers: in the order of subscription; a dict, so that leaving takes constant time.
        version: another number after each change of the value.
    """

    __slots__ = ("__weakref__", "observers", "version")
    leaf = False
    """Whether it has no sources of its own."""

    def __init__(self) -> None:
        self.observers: dict[Observer, None] | None = None
        self.version = 0

    def stale(self) -> "Computed[Any] | None":
        """Returns itself if it is a computed that has to be checked, else None."""
        return None

    def connect(self) -> Iterable[Edge]:
        """Called with the first observer. Returns the edges that have to be made for it."""
        return ()

    def disconnect(self) -> Iterable[Edge]:
        """Called when the last observer has left. Returns the edges that are no longer needed."""
        return ()


def link(source: Source, observer: Observer) -> None:
    """Records that an observer, which is running, has read a source."""
    observer.sources[source] = source.version
    if not observer.subscribed:
        return
    observers = source.observers
    if observers:
        observers[observer] = None
    elif source.leaf:
        source.observers = {observer: None}
    else:
        subscribe(source, observer)


def subscribe(source: Source, observer: Observer) -> None:
    """Makes a source notify an observer, and so its own sources notify it."""
    stack: list[Edge] = [(source, observer)]
    while stack:
        source, observer = stack.pop()
        if source.observers:
            source.observers[observer] = None
        else:
            source.observers = {observer: None}
            stack.extend(source.connect())


def unsubscribe(source: Source, observer: Observer) -> None:
    """Undoes `subscribe`; does nothing where there is no such edge."""
    observers = source.observers
    if not observers or observer not in observers:
        return
    del observers[observer]
    stack: list[Edge] = [] if observers else [*source.disconnect()]
    while stack:
        source, observer = stack.pop()
        observers = source.observers
        if observers and observer in observers:
            del observers[observer]
            if not observers:
                stack.extend(source.disconnect())


def drop_unread(observer: Observer, old: dict[Source, int]) -> None:
    """Leaves the sources of the run before that were not read again.

    Args:
        observer: what has run; all sources are left if it has been unsubscribed meanwhile.
        old: the sources of the run before.
    """
    kept = observer.sources if observer.subscribed else ()
    for source in old:
        if source not in kept:
            unsubscribe(source, observer)
