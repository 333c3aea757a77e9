"""What stands in markup in the place of rows that the runtime finds, or makes, by itself. Browser only."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self

from pyui.browser._numbers import numbers
from pyui.browser._rows import RowBatch, emit_rows, template_of
from pyui.view._trace import ENDS, STARTS, Note

if TYPE_CHECKING:
    from pyui.browser._list import ListBinding
    from pyui.view._component import ComponentCall
    from pyui.view._for import Row
    from pyui.view._walk import Walk


class StandIn(Note):
    """An empty piece of markup in the place of the rows of a batch.

    Args:
        binding: the list.
        batch: the batch.

    Attributes:
        batch: as above.
        following: the row behind them, if there is one that the walk went through.
        texts: what they show, row by row.
    """

    __slots__ = ("_binding", "_calls", "_comment", "_element", "batch", "following", "texts")

    def __new__(cls, binding: "ListBinding", batch: RowBatch) -> Self:  # noqa: ARG004 - as of a text, which it is
        return super().__new__(cls)

    def __init__(self, binding: "ListBinding", batch: RowBatch) -> None:
        self._binding = binding
        self.batch = batch
        self._element = numbers.element
        self._comment = numbers.comment
        self.following: Row | None = None
        self.texts: list[Any] = []
        self._calls: set[int] = set()  # the indices of the rows that are components, where that is noted

    def note(self, call: "ComponentCall", walk: "Walk") -> None:
        """Notes that the row that was added to the batch last is a component.

        Args:
            call: the component.
            walk: the walk that the list is in.
        """
        if walk.calls is not None:
            walk.calls.append(call)
            self._calls.add(len(self.batch.rows) - 1)

    def emit(self) -> None:
        """Has the runtime make the rows, when what they stand in is there."""
        before = self._binding.end if self.following is None else self.following.number
        emit_rows(before, self.batch, self.texts)

    def about(self) -> dict[str, Any]:
        """Returns what the runtime wants to know to find the rows.

        Returns:
            The numbers of the first element and the first comment behind them, and what `OP_TEMPLATE` and `OP_ROWS`
            get, but for the node that they stand before.
        """
        batch = self.batch
        shape = batch.shape
        markup, text = template_of(shape)
        return {
            "nextElement": self._element,
            "nextComment": self._comment,
            "markup": markup,
            "text": text,
            "count": len(batch.rows),
            "element": batch.element,
            "elements": shape.elements,
            "comment": batch.comment,
            "comments": shape.comments,
            "values": shape.sent(self.texts),
        }

    def pieces(self) -> Iterator[str]:
        """Writes the markup of the rows, with notes of the components that they are."""
        count = len(self.batch.rows)
        each = len(self.texts) // count
        html = self.batch.shape.html
        for index in range(count):
            markup = html(self.texts[index * each : (index + 1) * each])
            if index in self._calls:
                yield from (STARTS, markup, ENDS)
            else:
                yield markup


def filled(pieces: Iterable[str]) -> list[str]:
    """Returns pieces of markup with those of the rows in the place of stand-ins."""
    found: list[str] = []
    for piece in pieces:
        if isinstance(piece, StandIn):
            found.extend(piece.pieces())
        else:
            found.append(piece)
    return found


def sections(pieces: Iterable[str]) -> list[str]:
    """Joins the pieces of markup between stand-ins."""
    found: list[list[str]] = [[]]
    for piece in pieces:
        if isinstance(piece, StandIn):
            found.append([])
        else:
            found[-1].append(piece)
    return list(map("".join, found))


def with_rows(numbers: tuple[int, int, int, int], rows: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    """Adds the numbers of nodes in rows, as `StandIn.about` tells them, to those of the nodes around."""
    first_element, elements, first_comment, comments = numbers
    elements += sum(each["count"] * each["elements"] for each in rows)
    comments += sum(each["count"] * each["comments"] for each in rows)
    return first_element, elements, first_comment, comments
