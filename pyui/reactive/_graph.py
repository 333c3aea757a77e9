"""The state of the reactive graph that all parts share, and the flush that runs pending effects.

The algorithm is push-pull: a change of a signal pushes only the mark "may be stale" to what observes it; values are
pulled, and computed only where the version of a source did change. After Reactively's three colours
(https://github.com/milomg/reactively) and the versions and lazy subscriptions of Preact Signals
(https://preactjs.com/blog/signal-boosting/).
"""

from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from itertools import count
from typing import TYPE_CHECKING, Any

from pyui.errors import ReactiveError

if TYPE_CHECKING:
    from pyui.reactive._computed import Computed
    from pyui.reactive._effect import Effect
    from pyui.reactive._owner import Owner
    from pyui.reactive._source import Observer

CLEAN = 0  # the value is that of the current sources
CHECK = 1  # a source, direct or not, was set: compare versions
DIRTY = 2  # never evaluated, or interrupted
RUNNING = 3  # being evaluated

MAX_ROUNDS = 100
_NAMED_ROUNDS = 10

ticks: Iterator[int] = count(1)
current: ContextVar["Owner | None"] = ContextVar("pyui.reactive.owner", default=None)


class Graph:
    """The state of the one graph of the process. Nothing writes to it while the current owner is static."""

    __slots__ = (
        "clock",
        "cyclic",
        "defer",
        "depth",
        "flushing",
        "observer",
        "queue",
        "running",
        "scheduled",
        "scheduler",
    )

    def __init__(self) -> None:
        self.clock = 0
        self.cyclic: set[Computed[Any]] = set()
        self.defer: Callable[[Effect], object] | None = None
        self.depth = 0
        self.flushing = False
        self.observer: Observer | None = None
        self.queue: list[Effect] = []
        self.running: list[Computed[Any]] = []
        self.scheduled = False
        self.scheduler: Callable[[], object] | None = None


graph = Graph()


class EffectLoopError(ReactiveError):
    """Effects trigger each other, or themselves, without end."""

    code = "PYUI103"


def is_static() -> bool:
    """Tells whether the current owner is static, as it is in a render on the server."""
    owner = current.get()
    return owner is not None and owner.static


def untracked[T](f: Callable[[], T]) -> T:
    """Calls a function whose reads become no dependencies.

    Args:
        f: called at once, without arguments.

    Returns:
        What `f` returns.
    """
    observer = graph.observer
    if observer is None or is_static():
        return f()
    graph.observer = None
    try:
        return f()
    finally:
        graph.observer = observer


def quietly(f: Callable[[], object]) -> None:
    """Calls a function untracked; effects that it makes pending wait until it is done."""
    graph.depth += 1
    try:
        untracked(f)
    finally:
        graph.depth -= 1
        settle()


def set_scheduler(scheduler: Callable[[], object] | None) -> None:
    """Puts something else in charge of when effects run that become pending outside a batch.

    Args:
        scheduler: called once when effects become pending, and not again before `flush()`, which it has to bring
            about; None for a flush at once.
    """
    graph.scheduler = scheduler
    graph.scheduled = False


def settle() -> None:
    """Runs the pending effects, or asks the scheduler to, unless a batch or a flush is going to."""
    if not graph.queue or graph.depth or graph.flushing:
        return
    if graph.scheduler is None:
        flush()
    elif not graph.scheduled:
        graph.scheduled = True
        graph.scheduler()


def flush() -> None:
    """Runs the pending effects, parents before children; within a batch or a flush it leaves them to that one.

    Raises:
        EffectLoopError: effects go on triggering each other after 100 rounds.
        Exception: what an effect raised and no error handler took; an ExceptionGroup where there are several.
    """
    if graph.flushing or graph.depth:
        return
    graph.flushing = True
    graph.scheduled = False
    errors: list[Exception] = []
    try:
        _run_rounds(errors)
    finally:
        graph.flushing = False
    raise_all("several effects failed", errors)


def _run_rounds(errors: list[Exception]) -> None:
    recent: dict[Effect, None] = {}
    for number in range(MAX_ROUNDS):
        if not graph.queue:
            return
        effects = graph.queue
        graph.queue = []
        effects.sort(key=_order)
        effects.reverse()  # cells of one row have the same number, and run in the order in which they were queued
        if number >= MAX_ROUNDS - _NAMED_ROUNDS:
            recent.update(dict.fromkeys(effects))
        _run_round(effects, errors)
    if graph.queue:
        errors.append(_give_up(recent))


def _order(effect: "Effect") -> int:
    return effect.order


def _run_round(effects: list["Effect"], errors: list[Exception]) -> None:
    try:
        while effects:
            effect = effects[-1]
            if graph.queue:
                # An ancestor that is not in this round may have been made pending by an effect that is.
                for ancestor in effect.pending_ancestors():
                    _run_effect(ancestor, errors)
            _run_effect(effect, errors)
            effects.pop()
    finally:
        graph.queue.extend(effects)


def _run_effect(effect: "Effect", errors: list[Exception]) -> None:
    try:
        try:
            effect.refresh()
        except Exception as error:
            if not effect.handle_error(error):
                raise
    except Exception as error:  # noqa: BLE001 - the caller raises it, as it does what the handler itself raised
        errors.append(error)


def _give_up(recent: dict["Effect", None]) -> EffectLoopError:
    names = ", ".join(effect.describe() for effect in recent)
    for effect in graph.queue:
        effect.state = CLEAN
    graph.queue.clear()
    return EffectLoopError(
        f"Effects trigger each other without end (stopped after {MAX_ROUNDS} rounds): {names}.",
        "Do not set a signal in an effect that depends on it; derive the value with computed() or read it with peek().",
    )


def raise_all(message: str, errors: Sequence[Exception]) -> None:
    """Raises the only error as it is, several as an ExceptionGroup, and nothing where there are none."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise ExceptionGroup(message, errors)
