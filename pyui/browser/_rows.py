"""Rows of a template, which are made, numbered and let go of together. Browser only."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, override

from pyui.browser._cells import CellOwner
from pyui.browser._numbers import Handlers, numbers
from pyui.browser._ops import before_send, emit, emit_free, emit_listen
from pyui.browser._shape import Marked, RowShape
from pyui.browser._text_run import show_as_block
from pyui.view._position import Position
from pyui.view._scope import Scope
from pyui.view.protocol import OP_ROWS, OP_TEMPLATE

if TYPE_CHECKING:
    from pyui.view._for import Row


class RowOwner(CellOwner):
    """Who owns what is made in a row.

    Args:
        row: the row.
        scope: the scope of the list.

    Attributes:
        position: the position of the row, once something needs it.
        batch: the batch that it is in, if any.
        values: the values of its template, if it is in a batch.
    """

    __slots__ = ("batch", "position", "row", "values")
    live, static = 0, False
    values: tuple[Any, ...]

    def __init__(self, row: "Row", scope: Scope) -> None:
        outer, self.contexts = scope
        self.children = self.cleanups = None
        self.disposed = outer.disposed
        self.parent = outer
        self.row = row
        self.batch: RowBatch | None = None
        self.position: Position | None = None
        self.cells = []
        children = outer.children
        if children is None:
            outer.children = {self: None}
        else:
            children[self] = None

    @override
    def detach(self) -> None:
        if self.batch is not None:
            self.batch.leave(self)
        self.row.owner = None  # a row that is gone must not wait for the garbage collector
        self.drop_cells()

    @override
    def become_block(self, number: int, parts: list[Any]) -> None:
        show_as_block(self.row.binding.recorder(), Scope(self, self.contexts), self.place(), number, parts)

    def place(self) -> Position:
        """Returns the position of the row."""
        if self.position is None:
            self.position = Position(self.row.binding.position, self.row)
        return self.position


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
        self.rows: list[RowOwner | None] = []
        self._gone = 0
        self._left: list[int] = []

    def add(self, owner: RowOwner, values: tuple[Any, ...]) -> Iterable[Any]:
        """Binds the next row.

        Args:
            owner: who owns what is made.
            values: the values of its template.

        Returns:
            The texts that it shows.

        Raises:
            NotTextual: it needs a block, and so the walk.
        """
        shape = self.shape
        element, comment = numbers.row_element, numbers.row_comment
        texts = shape.bind(values, element, comment, owner)
        if not self.rows:
            self._begin()
        numbers.row_element = element + shape.elements
        numbers.row_comment = comment - shape.comments
        owner.batch = self
        owner.values = values
        owner.row.number = element
        self.rows.append(owner)
        return texts

    def _begin(self) -> None:
        batches.append(self)
        for types in self.shape.handlers.values():
            emit_listen(types)

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

_known: list[Marked] = []


def template_of(shape: Marked) -> tuple[int, str | None]:
    """Returns the number by which the runtime knows the markup of a shape, and the markup where it does not know it."""
    if shape.number:
        return shape.number, None
    _known.append(shape)
    shape.number = len(_known)
    return shape.number, shape.markup


def number_of(shape: Marked) -> int:
    """Returns the number by which the runtime knows the markup of a shape; has it learn the markup if it must."""
    number, markup = template_of(shape)
    if markup is not None:
        emit(OP_TEMPLATE, number, markup)
    return number


def emit_rows(before: int, batch: RowBatch, first: int, count: int, texts: list[Any]) -> None:
    """Has the runtime make rows of a batch.

    Args:
        before: the number of the node to insert them before.
        batch: the batch.
        first: the index of the first of the rows.
        count: how many they are.
        texts: the texts that they show, row by row.
    """
    shape = batch.shape
    number = number_of(shape)
    element, comment = batch.numbers(first)
    emit(OP_ROWS, before, number, count, element, shape.elements, comment, shape.comments, texts)
