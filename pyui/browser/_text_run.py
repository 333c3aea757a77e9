"""Text runs that are bound. Browser only."""

from typing import TYPE_CHECKING, Any

from pyui.browser._bindings import Hole
from pyui.browser._numbers import Range, numbers
from pyui.browser._ops import emit
from pyui.browser._region import Region
from pyui.view._node import Text, is_textual
from pyui.view._scope import Scope, enter_scope, leave_scope
from pyui.view.protocol import OP_FENCE, OP_TEXT

if TYPE_CHECKING:
    from pyui.browser._recorder import LiveRecorder


class TextRun:
    """Adjacent text and live text in one text node.

    Args:
        recorder: renders what takes the run's place when a value is no longer text.
        number: the number of the element whose only content it is, or of its `TEXT_START`.
        parts: text and holes.
    """

    __slots__ = ("_number", "_parts", "_position", "_recorder", "_scope")

    def __init__(self, recorder: "LiveRecorder", number: int, parts: list[Any]) -> None:
        self._recorder = recorder
        self._number = number
        self._parts = parts
        self._scope = Scope.current()
        self._position = recorder.position
        for part in parts:
            if isinstance(part, Hole):
                part.place = self

    def show(self, value: object) -> None:
        """Called by a hole whose value has changed.

        Args:
            value: the new value.
        """
        if is_textual(value):
            text = "".join([part if isinstance(part, str) else str(part.value) for part in self._parts])
            emit(OP_TEXT, self._number, text)
        else:
            self._become_block()

    def _become_block(self) -> None:
        """Goes on as a block, because a value is no longer text: the same live text is rendered anew in it."""
        parts: list[Any] = [part if isinstance(part, str) else part.fn for part in self._parts]
        for part in self._parts:
            if isinstance(part, Hole):
                part.dispose()
        entered = enter_scope(self._scope)
        try:
            fences = Range(self._scope.owner)
            region = Region(self._recorder, self._position.block())
            region.end = numbers.next_comment()
            fences.close()
            emit(OP_FENCE, self._number, region.start, region.end)
            region.show(Text(parts))
        finally:
            leave_scope(entered)
