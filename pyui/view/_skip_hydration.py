"""What hydration leaves alone. Runs on both sides."""

from typing import TYPE_CHECKING, override

from pyui.view._environment import is_hydrating
from pyui.view._node import Child, Item, Node, normalise
from pyui.view._static import static_pieces

if TYPE_CHECKING:
    from pyui.view._walk import Walk


def skip_hydration(*children: Child) -> Node:
    """Has hydration leave children alone: they stay what the server wrote, or what a script has made of it since.

    Nothing in them lives in the browser: no handler, no signal, no `on_mount`, no portal. When the page hydrates, their
    components do not even run there; they do when the browser renders the page itself, after a client navigation.

    Args:
        children: the children.

    Returns:
        A node that renders as the children.
    """
    return Skipped(normalise(children))


class Skipped(Node):
    """Children that hydration leaves alone."""

    __slots__ = ("_items",)
    starts_markup = True

    def __init__(self, items: list[Item]) -> None:
        self._items = items

    @override
    def enter(self, walk: "Walk") -> None:
        walk.recorder.skipped += 1
        walk.recorder.enter_block()
        try:
            pieces = [] if is_hydrating() else static_pieces(walk, self._items)
        finally:
            walk.recorder.leave_position()
        walk.skip(pieces)
