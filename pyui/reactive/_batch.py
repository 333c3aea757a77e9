"""Batches: several changes, one run of each effect."""

from pyui.reactive._graph import graph, is_static, settle


class Batch:
    """A block in which changes only collect; `batch()` returns it."""

    __slots__ = ()

    def __enter__(self) -> None:
        # A server render has no effects to hold back, and several of them run at a time.
        if not is_static():
            graph.depth += 1

    def __exit__(self, *_: object) -> None:
        if not is_static():
            graph.depth -= 1
            settle()


_BATCH = Batch()


def batch() -> Batch:
    """Holds effects back until the end of a `with` block.

    Values are always current: a computed read within the block sees the changes made before it. Blocks nest; the
    effects run once, at the end of the outermost, or where a scheduler is set (as in the browser) when that flushes.

    Returns:
        A context manager, which may be entered any number of times.
    """
    return _BATCH
