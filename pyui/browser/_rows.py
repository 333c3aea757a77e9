"""Rows of a template, which are made, numbered and let go of together. Browser only."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import count
from typing import Any

from pyui.browser._numbers import Handlers, numbers
from pyui.browser._ops import before_send, emit, emit_free, emit_listen
from pyui.browser._row_owner import RowOwner
from pyui.browser._shape import Marked, RowShape
from pyui.view.protocol import OP_ROWS, OP_TEMPLATE


class RowBatch:
    """Rows of one shape whose numbers follow each other.

    Args:
        shape: the shape.

    Attributes:
        element: the number of the first element of the first row.
        rows: the owners of the rows; None for those that are gone.
    """

    __slots__ = ("_gone", "_left", "comment", "element", "rows", "shape")

    def __init__(self, shape: RowShape) -> None:
        self.shape = shape
        self.element = numbers.row_element
        self.comment = numbers.row_comment
        self.rows: list[Any] = []
        self._gone = 0
        self._left: list[int] = []

    def add(self, owner: RowOwner, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Binds the next row.

        Args:
            owner: who owns what is made.
            values: the values of its template.

        Returns:
            The texts that it shows, in the order of the markup.

        Raises:
            NotTextual: it needs a block, and so the walk.
        """
        owner.batch = self
        try:
            texts = owner.bind(self.shape, values)
        except BaseException:
            owner.batch = None
            raise
        self.rows.append(owner)
        return texts

    def close(self) -> None:
        """Gives the rows their numbers, when all have been added."""
        shape, rows = self.shape, self.rows
        if not rows:
            return
        batches.append(self)
        for types in shape.handlers.values():
            emit_listen(types)
        for owner, number in zip(rows, count(self.element, shape.elements), strict=False):
            owner.row.number = number
        numbers.row_element = self.element + len(rows) * shape.elements
        numbers.row_comment = self.comment - len(rows) * shape.comments

    def numbers_of(self, owner: RowOwner) -> tuple[int, int]:
        """Returns the numbers of the first element and the first comment of a row, also of one that is to be added."""
        number = owner.row.number
        return self.numbers((number - self.element) // self.shape.elements if number else len(self.rows))

    def numbers(self, index: int) -> tuple[int, int]:
        """Returns the numbers of the first element and of the first comment of a row."""
        return self.element + index * self.shape.elements, self.comment - index * self.shape.comments

    def leave(self, owner: RowOwner) -> None:
        """Forgets a row that is gone."""
        index = (owner.row.number - self.element) // self.shape.elements
        self.rows[index] = None
        self._gone += 1
        if not self._left:
            before_send(self._free)
        self._left.append(index)

    def _free(self) -> None:
        """Has the runtime forget the rows that have gone since it was last told."""
        left, self._left = self._left, []
        if self._gone < len(self.rows):
            for index in left:
                self._emit_free(index, 1)
        elif left:
            batches.remove(self)
            self._emit_free(0, len(self.rows))

    def _emit_free(self, first: int, count: int) -> None:
        element, comment = self.numbers(first)
        next_element, next_comment = self.numbers(first + count)
        emit_free(element, next_element, comment, next_comment)

    def drop(self) -> None:
        """Forgets the batch: its numbers were never used in the page."""
        self._left = []

    def handlers(self, number: int) -> Handlers | None:
        """Returns what an element of a row does on events."""
        index, element = divmod(number - self.element, self.shape.elements)
        owner = self.rows[index] if index < len(self.rows) else None
        found = self.shape.handlers.get(element)
        if owner is None or found is None:
            return None
        by_type: Mapping[str, Any] = {kind: owner.values[value] for kind, value in found.items()}
        return Handlers(by_type, None)


class Batches:
    """The batches of rows on the page, by their numbers, which only go up."""

    __slots__ = ("_batches", "_firsts")

    def __init__(self) -> None:
        self._batches: list[RowBatch] = []
        self._firsts: list[int] = []

    def append(self, batch: RowBatch) -> None:
        """Adds a batch."""
        index = bisect_right(self._firsts, batch.element)
        self._batches.insert(index, batch)
        self._firsts.insert(index, batch.element)

    def remove(self, batch: RowBatch) -> None:
        """Takes a batch out."""
        index = self._batches.index(batch)
        del self._batches[index], self._firsts[index]

    def rollback(self, element: int) -> None:
        """Forgets the batches whose numbers begin at one or behind it: they were never used in the page."""
        index = bisect_left(self._firsts, element)
        for batch in self._batches[index:]:
            batch.drop()
        del self._batches[index:], self._firsts[index:]

    def handlers(self, number: int) -> Handlers | None:
        """Returns what an element does on events, if it is one of a row."""
        index = bisect_right(self._firsts, number) - 1
        return self._batches[index].handlers(number) if index >= 0 else None


batches = Batches()

_shape_numbers = count(1)


def template_of(shape: Marked) -> tuple[int, str | None]:
    """Returns the number by which the runtime knows the markup of a shape, and the markup where it does not know it."""
    if shape.number:
        return shape.number, None
    shape.number = next(_shape_numbers)
    return shape.number, shape.markup


def number_of(shape: Marked) -> int:
    """Returns the number by which the runtime knows the markup of a shape; has it learn the markup if it must."""
    number, markup = template_of(shape)
    if markup is not None:
        emit(OP_TEMPLATE, number, markup)
    return number


def emit_rows(before: int, batch: RowBatch, texts: list[Any]) -> None:
    """Has the runtime make the rows of a batch.

    Args:
        before: the number of the node to insert them before.
        batch: the batch.
        texts: the texts that they show, row by row.
    """
    shape = batch.shape
    number = number_of(shape)
    places = batch.element, shape.elements, batch.comment, shape.comments
    emit(OP_ROWS, before, number, len(batch.rows), *places, shape.sent(texts))
