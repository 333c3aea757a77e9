"""The ops of the present flush, and sending them. Browser only."""

import traceback
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any

from pyui.browser import _bridge
from pyui.browser._sent_text import to_json
from pyui.reactive import Effect, Owner
from pyui.reactive._graph import flush as run_effects
from pyui.reactive._graph import graph
from pyui.reactive._slices import has_more, run_slice
from pyui.router import Redirect, navigate
from pyui.view import ControlFlow
from pyui.view.protocol import OP_FREE, OP_LISTEN

type Mount = tuple[Owner, Callable[[], object]]

_batch: list[Any] = []
_freed: list[tuple[int, int, int, int]] = []
_listened: set[str] = set()
_due: dict[Callable[[], object], None] = {}

mounts: list[Mount] = []
"""What runs when the nodes that are being made are in the page."""


def after_mount(effect: Effect) -> None:
    """Leaves the first run of an effect until what is being rendered is in the page."""
    mounts.append((effect, effect.run_now))


def emit(*op: Any) -> None:
    """Adds an op to the present flush.

    Args:
        op: the opcode and its arguments, as `pyui.view.protocol` lists them.
    """
    _batch.extend(op)


def emit_free(first_element: int, next_element: int, first_comment: int, next_comment: int) -> None:
    """Has the runtime forget ranges of numbers at the end of the present flush."""
    _freed.append((first_element, next_element, first_comment, next_comment))


def freed_count() -> int:
    """Returns how many ranges are to be forgotten so far, for `forget_freed`."""
    return len(_freed)


def forget_freed(count: int) -> None:
    """Keeps the first ranges only: the numbers of the others were never used in the page."""
    del _freed[count:]


def emit_listen(types: Iterable[str]) -> None:
    """Has the runtime listen to types of events, to each once."""
    for kind in types:
        if kind not in _listened:
            _listened.add(kind)
            emit(OP_LISTEN, kind)


def before_send(function: Callable[[], object]) -> None:
    """Has a function called before the ops of the present flush are sent, once however often it is asked for."""
    _due[function] = None


def send() -> None:
    """Sends the ops, in one crossing, then runs the `on_mount` functions; those may add ops, which are sent as well."""
    while _batch or _freed or mounts or _due:
        while _due:
            guarded(_due.popitem()[0])
        if _freed:
            _emit_freed()
        if _batch:
            batch = to_json(_batch)
            _batch.clear()
            _bridge.apply(batch)
        due, mounts[:] = mounts[:], []
        for owner, function in due:
            if not owner.disposed:
                guarded(lambda owner=owner, function=function: owner.run(function))  # type: ignore[misc]
        guarded(run_effects)


def _emit_freed() -> None:
    """Adds ops for the ranges to forget. Those in or next to each other go together, as rows made together do."""
    elements = _joined([(first, following) for first, following, _, _ in _freed])
    comments = _joined([(-first, -following) for _, _, first, following in _freed])
    _freed.clear()
    for (first, following), (first_comment, next_comment) in zip_longest(elements, comments, fillvalue=(0, 0)):
        emit(OP_FREE, first, following - first, -first_comment, next_comment - first_comment)


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, following in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], following))
        elif first < following:
            joined.append((first, following))
    return joined


class Turn:
    """What is done in a `with` block of it comes from the browser; at its end, `turn` says what happens.

    The block may be that of a generator that stops in between: what becomes pending then waits for its end.

    Attributes:
        depth: how many are going on: an op may make the browser send an event at once.
    """

    __slots__ = ("depth",)

    def __init__(self) -> None:
        self.depth = 0

    def __enter__(self) -> None:
        self.depth += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if error is None and not graph.depth:  # else it is in a batch, at whose end that is done
                guarded(run_effects)
                send()
        finally:
            self.depth -= 1


turning = Turn()


def turn(work: Callable[[], object]) -> None:
    """Does work that comes from the browser, then runs the effects that became pending and sends their ops.

    Args:
        work: an event's handlers, or the start of the page.

    Raises:
        Exception: what the work raised.
    """
    with turning:
        work()


def schedule() -> None:
    """Asks for a flush in a microtask, unless a turn ends with one anyway."""
    if not turning.depth:
        _bridge.schedule()


def flush() -> None:
    """Runs the pending effects and sends their ops. Called by the runtime."""
    turn(_nothing)


def work_on() -> bool:
    """Does a slice of what can wait. Called by the runtime.

    Returns:
        Whether there is more.
    """
    turn(lambda: guarded(run_slice))
    return has_more()


def _nothing() -> None:
    """The work of a turn that only flushes."""


def guarded(work: Callable[[], object]) -> None:
    """Does work and reports what it raises: nobody above could, and the page has to go on."""
    try:
        work()
    except Redirect as found:
        navigate(found.url)
    except (Exception, ControlFlow) as error:  # noqa: BLE001 - the boundary to the browser
        report(error)


def report(error: BaseException) -> None:
    """Writes an error with its traceback to the browser's console."""
    _bridge.report("".join(traceback.format_exception(error)))
