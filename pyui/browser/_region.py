"""Blocks whose content is replaced. Browser only."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, override

from pyui.browser._numbers import Range, numbers
from pyui.browser._ops import emit
from pyui.reactive import Owner
from pyui.reactive._owner import swap_owner
from pyui.view import ControlFlow
from pyui.view._node import Item, normalise
from pyui.view._position import Position
from pyui.view._scope import Scope
from pyui.view._walk import Leave
from pyui.view.protocol import OP_BLOCK, OP_CLEAR

if TYPE_CHECKING:
    from pyui.browser._recorder import LiveRecorder
    from pyui.view._walk import Walk


class Region:
    """What stands between a `BLOCK_START` and its `BLOCK_END`.

    Made when the walk comes to the start; belongs to the owner that is current then.

    Args:
        recorder: renders new content.
        position: the position of the content.

    Attributes:
        start: the number of the start.
        end: the number of the end.
    """

    __slots__ = ("_owner", "_position", "_recorder", "_scope", "end", "start")

    def __init__(self, recorder: "LiveRecorder", position: Position) -> None:
        self._recorder = recorder
        self._position = position
        self._scope = Scope.current()
        self.start = numbers.next_comment()
        self.end = 0
        self._owner = self._scope.child()

    def enter(self) -> Leave:
        """Makes the content's owner the current one until the walk leaves the block."""
        return RegionLeave(self, self._owner)

    def show(self, value: object) -> None:
        """Replaces the content.

        Args:
            value: anything that may be a child.
        """
        self.show_items(normalise((value,)))

    def show_items(self, items: Iterable[Item]) -> None:
        """Replaces the content. When rendering it fails the block is left empty.

        Args:
            items: the new content.
        """
        self._owner.dispose()
        self._owner = self._scope.child()
        try:
            fragment = self._recorder.fragment(self._owner, items, self._position.restart())
        except (Exception, ControlFlow):
            self._owner.dispose()  # what was bound already has no nodes
            emit(OP_CLEAR, self.start, self.end)
            raise
        fragment.emit(OP_BLOCK, self.start, self.end)


class OwnerLeave(Leave):
    """Enters an owner when it is made and leaves it with the place; the numbers given out meanwhile go with the owner.

    Args:
        owner: the owner.
    """

    __slots__ = ("_outer", "_range")

    def __init__(self, owner: Owner) -> None:
        self._range = Range(owner)
        self._outer = swap_owner(owner)

    @override
    def leave(self, walk: "Walk") -> None:
        swap_owner(self._outer)
        self._range.close()

    @override
    def abandon(self, walk: "Walk") -> None:
        swap_owner(self._outer)


class RegionLeave(OwnerLeave):
    """Leaves the owner of a block's first content, and numbers the block's end.

    Args:
        region: the block.
        owner: the owner of the content.
    """

    __slots__ = ("_region",)

    def __init__(self, region: Region, owner: Owner) -> None:
        super().__init__(owner)
        self._region = region

    @override
    def leave(self, walk: "Walk") -> None:
        super().leave(walk)
        self._region.end = numbers.next_comment()
