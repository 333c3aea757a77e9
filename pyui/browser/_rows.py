"""Rows of a template, which are made, numbered and let go of together. Browser only."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

from pyui.browser._numbers import Handlers, numbers
from pyui.browser._ops import before_send, emit, emit_free, emit_listen
from pyui.browser._row_owner import RowOwner
from pyui.browser._shape import RowShape
from pyui.reactive._graph import graph
from pyui.reactive._source import Source
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

    def add(self, owner: RowOwner, values: tuple[Any, ...]) -> Iterable[Any]:
        """Binds the live parts of the next row, in the order of the walk.

        Args:
            owner: who owns what is made.
            values: the values of its template.

        Returns:
            The texts that it shows, in the order of the markup.

        Raises:
            NotTextual: it needs a block, and so the walk.
        """
        if owner.children is not None or owner.cleanups is not None:
            return self._add_owning(owner, values)
        shape = self.shape
        owner.batch = self
        owner.values = values
        owner.texts = texts = [*values]
        reads: list[dict[Source, int] | None] = []
        owner.reads = reads
        try:
            for index, is_signal, plain, convert in shape.bound:
                live = values[index]
                if is_signal:
                    observers = live.observers
                    if observers:
                        observers[owner] = None
                    else:
                        live.observers = {owner: None}
                    value = live.peek()
                else:
                    owner.sources = {}
                    reads.append(owner.sources)
                    graph.observer = owner
                    value = live()
                    graph.observer = None
                if value.__class__ not in plain:
                    value = convert(value)
                texts[index] = value
                if owner.children is not None or owner.cleanups is not None:
                    owner.own_cell(next(part for part in shape.parts if part.value == index))
        except BaseException:
            graph.observer = None
            owner.let_go()
            owner.batch = None
            raise
        self.rows.append(owner)
        return shape.shown(texts)

    def _add_owning(self, owner: RowOwner, values: tuple[Any, ...]) -> Iterable[Any]:
        """Adds a row in which something was made before its live parts are bound, which may make something as well."""
        children, cleanups = owner.children, owner.cleanups
        owner.children = owner.cleanups = None
        try:
            return self.add(owner, values)
        finally:
            owner.children = {**(children or {}), **(owner.children or {})} or None
            owner.cleanups = [*(cleanups or ()), *(owner.cleanups or ())] or None

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


def template_of(shape: RowShape) -> tuple[int, str | None]:
    """Returns the number by which the runtime knows the markup of a shape, and the markup where it does not know it."""
    if shape.number:
        return shape.number, None
    numbers.shape += 1
    shape.number = numbers.shape
    return shape.number, shape.markup


def emit_rows(before: int, batch: RowBatch, texts: list[Any]) -> None:
    """Has the runtime make the rows of a batch.

    Args:
        before: the number of the node to insert them before.
        batch: the batch.
        texts: the texts that they show, row by row.
    """
    shape = batch.shape
    number, markup = template_of(shape)
    if markup is not None:
        emit(OP_TEMPLATE, number, markup)
    places = batch.element, shape.elements, batch.comment, shape.comments
    emit(OP_ROWS, before, shape.number, len(batch.rows), *places, shape.sent(texts))
