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
        following: the row behind them, if there is one that the walk went through.
    """

    __slots__ = ("_batch", "_binding", "_called", "_comment", "_element", "_texts", "following")

    def __new__(cls, binding: "ListBinding", batch: RowBatch) -> Self:  # noqa: ARG004 - as of a text, which it is
        return super().__new__(cls)

    def __init__(self, binding: "ListBinding", batch: RowBatch) -> None:
        self._binding = binding
        self._batch = batch
        self._element = numbers.element
        self._comment = numbers.comment
        self.following: Row | None = None
        self._texts: list[Any] = []
        self._called: list[bool] = []  # which rows are components, where that is noted

    def add(self, texts: list[Any], call: "ComponentCall | None", walk: "Walk") -> None:
        """Adds the row that was added to the batch last.

        Args:
            texts: the texts that it shows.
            call: the component that it is, if any.
            walk: the walk that the list is in.
        """
        self._texts += texts
        if walk.calls is not None:
            self._called.append(call is not None)
            if call is not None:
                walk.calls.append(call)

    def emit(self) -> None:
        """Has the runtime make the rows, when what they stand in is there."""
        before = self._binding.end if self.following is None else self.following.number
        emit_rows(before, self._batch, 0, len(self._batch.rows), self._texts)

    def about(self) -> dict[str, Any]:
        """Returns what the runtime wants to know to find the rows.

        Returns:
            The numbers of the first element and the first comment behind them, and what `OP_TEMPLATE` and `OP_ROWS`
            get, but for the node that they stand before.
        """
        batch = self._batch
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
            "values": self._texts,
        }

    def pieces(self) -> Iterator[str]:
        """Writes the markup of the rows, with notes of the components that they are."""
        count = len(self._batch.rows)
        each = len(self._texts) // count
        html = self._batch.shape.html
        for index in range(count):
            markup = html(self._texts[index * each : (index + 1) * each])
            if self._called and self._called[index]:
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
