"""Effects: functions that run again when what they have read changes."""

from collections.abc import Callable
from itertools import count

from pyui.reactive._graph import CLEAN, current, graph, settle
from pyui.reactive._names import describe_function
from pyui.reactive._owner import Owner, forbid_in_computed
from pyui.reactive._refresh import has_changed
from pyui.reactive._source import Source, drop_unread, unsubscribe

orders = count()


class Effect(Owner):
    """A function that runs at once, and again after each batch that changed what it has read. Made by `effect()`.

    It owns what is made while it runs, and disposes that before it runs again. A subclass may override `compute`.
    Under a static owner it is disposed from the start and never runs; the owner counts it.

    Args:
        fn: called without arguments.
        defer: True leaves the first run to `run_now()`.

    Attributes:
        order: the number in the order of creation; parents have lower ones than their children.
        sources: what the last run has read, with the versions.
        state: CLEAN, or CHECK while it is pending.
        subscribed: False once it is disposed.

    Raises:
        NoOwnerError: made in the function of a computed.
        Exception: what the first run raised; the effect is disposed then.
    """

    __slots__ = ("fn", "order", "sources", "state", "subscribed")

    def __init__(self, fn: Callable[[], object], *, defer: bool = False) -> None:
        parent = current.get()
        self.fn = fn
        self.order = next(orders)
        self.sources: dict[Source, int] = {}
        self.state = CLEAN
        if parent is not None and parent.static:
            Owner.__init__(self)
            self.disposed = True
            self.subscribed = False
            parent.live += 1
            return
        if graph.running:
            forbid_in_computed("effect()", parent)
        Owner.__init__(self, parent)
        self.subscribed = not self.disposed
        if defer:
            return
        try:
            self.run_now()
        except BaseException:
            self.dispose()
            raise

    def compute(self) -> None:
        """Does the work of a run; called with this as the current owner and with tracking."""
        self.fn()

    def run_now(self) -> None:
        """Runs the effect, whether or not it is pending; a disposed one does nothing.

        What it sets takes effect after the run, as in a batch.

        Raises:
            Exception: what `compute` or a clean-up raised.
        """
        if self.disposed:
            return
        graph.depth += 1
        try:
            self._run()
        finally:
            graph.depth -= 1
            if graph.queue:
                settle()

    def _run(self) -> None:
        if self.children is None and self.cleanups is None:
            self._track()
            return
        try:
            self.clear()
        finally:
            if not self.disposed:
                self._track()

    def _track(self) -> None:
        old, observer = self.sources, graph.observer
        self.sources = {}
        self.state = CLEAN
        graph.observer = self
        token = current.set(self)
        try:
            self.compute()
        finally:
            current.reset(token)
            graph.observer = observer
            if old:
                drop_unread(self, old)

    def refresh(self) -> None:
        """Runs the effect if it is pending and something that it has read has changed. The flush calls it.

        Raises:
            Exception: as `run_now`.
        """
        if self.state == CLEAN or self.disposed:
            return
        if has_changed(self):
            self._run()
        else:
            self.state = CLEAN

    def pending_ancestors(self) -> "list[Effect]":
        """Returns the pending effects that own this one, directly or not, the outermost first."""
        pending: list[Effect] = []
        owner = self.parent
        while owner is not None:
            if isinstance(owner, Effect) and owner.state != CLEAN:
                pending.append(owner)
            owner = owner.parent
        return pending[::-1]

    def detach(self) -> None:
        """Unsubscribes from all sources."""
        self.subscribed = False
        sources, self.sources = self.sources, {}
        for source in sources:
            unsubscribe(source, self)

    def describe(self) -> str:
        """Returns the name, as far as known, and the place in the user's source."""
        return describe_function("effect", None, self.fn)

    def __repr__(self) -> str:
        return f"<{self.describe()}>"


def effect(f: Callable[[], object]) -> Effect:
    """Runs a function at once, and again after each batch that changed what it has read. Works as a decorator as well.

    In a component the first run waits until what is being rendered is in the page: the server runs no effects, so none
    may have a part in what the browser renders first.

    Args:
        f: called without arguments. What is made in it, and `on_cleanup`, last until it runs again.

    Returns:
        The effect; `.dispose()` ends it, as does the disposal of the current owner.

    Raises:
        NoOwnerError: called in the function of a computed.
        Exception: what the first run raised.
    """
    if graph.defer is None:
        return Effect(f)
    deferred = Effect(f, defer=True)
    if not deferred.disposed:
        graph.defer(deferred)
    return deferred
