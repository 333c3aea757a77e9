"""Work that can wait. It is done a slice at a time, and between two slices its host does what is more urgent."""

from collections.abc import Callable

type Work = Callable[[], object]


class Slices:
    """What waits.

    Attributes:
        ask: has the host call `run_slice` soon; None where there is no host, and nothing can wait.
        asked: whether it has been asked.
        waiting: the work, what was asked for first comes first.
    """

    __slots__ = ("ask", "asked", "waiting")

    def __init__(self) -> None:
        self.ask: Callable[[], object] | None = None
        self.asked = False
        self.waiting: dict[Work, None] = {}


slices = Slices()


def set_slicer(ask: Callable[[], object] | None) -> None:
    """Puts a host in charge of work that can wait; what waits is forgotten.

    Args:
        ask: called when there is work, and not again before `run_slice()` has returned False; None for no host.
    """
    slices.ask = ask
    slices.asked = False
    slices.waiting.clear()


def can_wait() -> bool:
    """Tells whether somebody calls `run_slice`."""
    return slices.ask is not None


def later(work: Work) -> None:
    """Has work done in a slice of its own, once however often it is asked for until then.

    Args:
        work: what to do; it may ask for more of itself.
    """
    slices.waiting[work] = None
    if slices.ask is not None and not slices.asked:
        slices.asked = True
        slices.ask()


def forget(work: Work) -> None:
    """Leaves work that waits undone."""
    slices.waiting.pop(work, None)


def run_slice() -> None:
    """Does what has waited longest. Called by the host, outside of batches and flushes."""
    for work in slices.waiting:
        del slices.waiting[work]
        work()
        return


def has_more() -> bool:
    """Tells the host whether it has to call `run_slice` again."""
    slices.asked = bool(slices.waiting)
    return slices.asked
