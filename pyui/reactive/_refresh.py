"""Pulls: brings stale computeds up to date, sources first, with a stack of its own in place of recursion."""

from typing import TYPE_CHECKING, Any

from pyui.reactive._graph import DIRTY, graph

if TYPE_CHECKING:
    from pyui.reactive._computed import Computed
    from pyui.reactive._source import Observer

# Evaluations that call each other this deep are no longer lazy about the sources that they may not read again, so that
# a chain of computeds that all read one signal does not overflow the stack.
_DEEP = 32


class _Check:
    """The look at the sources of one computed, which stops for each stale source and then goes on."""

    __slots__ = ("_awaited", "_changed", "_clock", "_eager", "_items", "_node", "_sources", "_version")

    def __init__(self, node: "Computed[Any]") -> None:
        self._node = node
        self._clock = graph.clock
        self._eager = len(graph.running) >= _DEEP
        self._sources = node.sources
        self._items = iter(node.sources.items())
        self._awaited: Computed[Any] | None = None
        self._version = 0
        self._changed = False
        # Should one of its sources lead back to it, that one must not wait for it in turn: evaluation finds the cycle.
        node.state = DIRTY

    def next_stale(self) -> "Computed[Any] | None":
        """Returns the next source to bring up to date, or None when it is clear whether one has changed.

        The sources before the first that has changed are read again by an evaluation, for nothing that it has seen
        until then is new; so to evaluate them is never in vain. Those after it may not be.
        """
        if self._awaited is not None:
            self._changed |= self._awaited.version != self._version
        for source, version in self._items if self._eager or not self._changed else ():
            stale = source.stale()
            if stale is not None and stale.state < DIRTY:
                self._awaited, self._version = stale, version
                return stale
            self._changed |= stale is not None or source.version != version
            if self._changed and not self._eager:
                break
        return None

    def finish(self) -> None:
        """Evaluates the computed if a source has changed."""
        node = self._node
        if self._changed or node.sources is not self._sources:
            # One of its sources may have evaluated it already.
            if node.stale() is not None:
                node.evaluate()
        else:
            node.mark_seen(self._clock)


def refresh(node: "Computed[Any]") -> None:
    """Brings a computed up to date.

    Args:
        node: one that is stale and has been evaluated before.
    """
    stack = [_Check(node)]
    while stack:
        stale = stack[-1].next_stale()
        if stale is None:
            stack.pop().finish()
        else:
            stack.append(_Check(stale))


def has_changed(observer: "Observer") -> bool:
    """Tells whether what an observer has read is different now; stops at the first such source."""
    for source, version in observer.sources.items():
        if source.version != version:
            return True
        stale = source.stale()
        if stale is not None:
            stale.settle()
            if source.version != version:
                return True
    return False
