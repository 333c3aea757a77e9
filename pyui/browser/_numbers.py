"""The numbers of nodes, and what happens when nodes are gone. Browser only."""

from collections.abc import Mapping
from typing import NamedTuple

from pyui.browser._ops import emit_free
from pyui.reactive import Owner
from pyui.view._bind import Bind
from pyui.view._element import Handler

_FIRST_OF_ROWS = 1 << 29  # engines keep whole numbers below 2**30 without an object for each


class Handlers(NamedTuple):
    """What an element does on events.

    Args:
        by_type: event types to handlers.
        bind: its two-way binding.
    """

    by_type: Mapping[str, Handler]
    bind: Bind | None


class Numbers:
    """Counts the marked nodes in the order in which they are written.

    Those of rows that are made alike have numbers of their own, so that a piece of the page can do without its rows.

    Attributes:
        element: the next element's number; they go up from 1.
        comment: the next comment's number; they go down from -1.
        row_element: the number of the next element of such a row.
        row_comment: the number of the next comment of such a row.
        handlers: the handlers of the elements that have any.
    """

    __slots__ = ("comment", "element", "handlers", "row_comment", "row_element")

    def __init__(self) -> None:
        self.element = 1
        self.comment = -1
        self.row_element = _FIRST_OF_ROWS
        self.row_comment = -_FIRST_OF_ROWS
        self.handlers: dict[int, Handlers] = {}

    def next_element(self) -> int:
        """Returns the number of the element that is written now."""
        self.element += 1
        return self.element - 1

    def next_comment(self) -> int:
        """Returns the number of the comment that is written now."""
        self.comment -= 1
        return self.comment + 1


numbers = Numbers()


class Range:
    """The numbers given out between two moments of a walk; forgotten when their owner is disposed.

    Args:
        owner: who owns what the numbers stand for.
    """

    __slots__ = ("first_comment", "first_element", "next_comment", "next_element")

    def __init__(self, owner: Owner) -> None:
        self.first_element = self.next_element = numbers.element
        self.first_comment = self.next_comment = numbers.comment
        owner.on_cleanup(self._free)

    def close(self) -> None:
        """Ends the range at the present numbers."""
        self.next_element = numbers.element
        self.next_comment = numbers.comment

    def arguments(self) -> tuple[int, int, int, int]:
        """Returns what ops want to know: first element, element count, first comment, comment count."""
        return (
            self.first_element,
            self.next_element - self.first_element,
            self.first_comment,
            self.first_comment - self.next_comment,
        )

    def _free(self) -> None:
        if self.next_element == self.first_element and self.next_comment == self.first_comment:
            return
        for number in range(self.first_element, self.next_element):
            numbers.handlers.pop(number, None)
        emit_free(self.first_element, self.next_element, self.first_comment, self.next_comment)
