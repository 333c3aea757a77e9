"""Which computeds are being evaluated, and what may not happen meanwhile.

In the graph they are `graph.running`. Under a static owner nothing shared is written: there each outermost evaluation
has a dict of its own, in a context variable.
"""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, cast

from pyui.errors import ReactiveError
from pyui.reactive._graph import graph, is_static

if TYPE_CHECKING:
    from pyui.reactive._computed import Computed
    from pyui.reactive._signal import Signal

_UNFINISHED: Final = object()

static_results: ContextVar["dict[Computed[Any], object] | None"] = ContextVar("pyui.reactive.static", default=None)


class CycleError(ReactiveError):
    """A computed depends on itself."""

    code = "PYUI101"


class WriteInComputedError(ReactiveError):
    """A signal is set while a computed is evaluated."""

    code = "PYUI102"


def cycle_error(running: "Sequence[Computed[Any]]", again: "Computed[Any]") -> CycleError:
    """Names a cycle.

    Args:
        running: what is being evaluated, the outermost first.
        again: the one of them that was read.
    """
    cycle = [*running[running.index(again) :], again]
    return CycleError(
        f"A computed depends on itself: {' → '.join(node.describe() for node in cycle)}.",
        "Take one of these reads out, or keep one of the values in a signal.",
    )


def forbid_write(signal: "Signal[Any]") -> None:
    """Refuses a write while a computed is evaluated.

    Raises:
        WriteInComputedError: a computed is being evaluated here.
    """
    results = static_results.get()
    if results is not None:
        running: Sequence[Computed[Any]] = _unfinished(results)
    else:
        running = () if is_static() else graph.running
    if running:
        raise WriteInComputedError(
            f"{signal.describe()} was set in {running[-1].describe()}.",
            "A computed only returns a value: set signals in an event handler or an effect.",
        )


def evaluate_static[T](computed: "Computed[T]", evaluate: Callable[[], T]) -> T:
    """Evaluates a computed under a static owner, at most once for each outermost evaluation.

    Args:
        computed: what is evaluated.
        evaluate: how; its value is kept until the outermost evaluation is done.

    Returns:
        The value.

    Raises:
        CycleError: the computed is being evaluated already.
    """
    results = static_results.get()
    if results is not None:
        return _evaluate_within(results, computed, evaluate)
    token = static_results.set({})
    try:
        return evaluate_static(computed, evaluate)
    finally:
        static_results.reset(token)


def _evaluate_within[T](
    results: "dict[Computed[Any], object]", computed: "Computed[T]", evaluate: Callable[[], T]
) -> T:
    if computed in results:
        if results[computed] is _UNFINISHED:
            raise cycle_error(_unfinished(results), computed)
        return cast("T", results[computed])
    results[computed] = _UNFINISHED
    try:
        value = evaluate()
    except BaseException:
        del results[computed]
        raise
    results[computed] = value
    return value


def _unfinished(results: "dict[Computed[Any], object]") -> "list[Computed[Any]]":
    return [computed for computed, result in results.items() if result is _UNFINISHED]
