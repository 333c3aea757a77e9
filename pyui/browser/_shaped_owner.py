"""Owners of elements that are bound by their shape, and, while these are new, their effects as well. Browser only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, override

from pyui.browser._live_part import LivePart
from pyui.reactive import Effect, Owner
from pyui.reactive._effect import orders
from pyui.reactive._graph import CHECK, CLEAN, graph
from pyui.reactive._source import Source, unsubscribe

if TYPE_CHECKING:
    from pyui.browser._shape import RowShape

_NONE: list[Any] = []
"""Nothing, which is never added to."""


class ShapedOwner(Effect):
    """Who owns what is made in an element, and the effect of all that it shows until something of that changes.

    Args:
        outer: the owner around it.
        contexts: the contexts that it sees.

    Attributes:
        shape: the shape of the element, once it is bound.
        values: the values of its template, once it is bound.
        texts: what is shown of them, until it has cells.
        reads: what the functions among them have read, in order, until they have cells.
        cells: its cells, once there are any.
    """

    __slots__ = ("cells", "reads", "shape", "texts", "values")
    live, static, subscribed = 0, False, True
    shape: "RowShape"
    values: tuple[Any, ...]
    texts: list[Any]
    reads: list[dict[Source, int] | None]
    cells: list[Effect]

    def __init__(self, outer: Owner, contexts: Mapping[object, object]) -> None:
        self.parent = outer
        self.contexts = contexts
        self.disposed = outer.disposed
        self.order = next(orders)
        self.state = CLEAN
        self.cells = self.texts = _NONE
        self.children = self.cleanups = None
        children = outer.children
        if children is None:
            outer.children = {self: None}
        else:
            children[self] = None

    def bind(self, shape: "RowShape", values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Binds the live parts of the element, in the order in which they are evaluated.

        Args:
            shape: its shape.
            values: the values of its template.

        Returns:
            The texts that it shows, in the order of the markup.

        Raises:
            NotTextual: it needs a block, and so the walk.
        """
        if self.children is not None or self.cleanups is not None:
            return self._bind_owning(shape, values)
        self.shape = shape
        self.values = values
        self.texts = texts = [*values]
        reads: list[dict[Source, int] | None] = []
        self.reads = reads
        try:
            for index, is_signal, plain, convert in shape.bound:
                live = values[index]
                if is_signal:
                    observers = live.observers
                    if observers:
                        observers[self] = None
                    else:
                        live.observers = {self: None}
                    value = live.peek()
                else:
                    self.sources = {}
                    reads.append(self.sources)
                    graph.observer = self
                    value = live()
                    graph.observer = None
                if value.__class__ not in plain:
                    value = convert(value)
                texts[index] = value
                if self.children is not None or self.cleanups is not None:
                    self._own_cell(next(part for part in shape.parts if part.value == index))
        except BaseException:
            graph.observer = None
            self.let_go()
            raise
        return shape.shown(texts)

    def _bind_owning(self, shape: "RowShape", values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Binds where something was made before, as well as perhaps by the live parts."""
        children, cleanups = self.children, self.cleanups
        self.children = self.cleanups = None
        try:
            return self.bind(shape, values)
        finally:
            self.children = {**(children or {}), **(self.children or {})} or None
            self.cleanups = [*(cleanups or ()), *(self.cleanups or ())] or None

    @override
    def refresh(self) -> None:
        if self.state == CLEAN or self.disposed:
            return
        self.state = CLEAN
        self._divide()

    def _divide(self) -> None:
        """Makes cells, which go on by themselves, and has those run again that show something old."""
        if self.texts is _NONE:
            return
        reads = iter(self.reads)
        made: list[Effect] = []
        for part in self.shape.parts:
            sources = None if part.is_signal else next(reads)
            if part.is_signal or sources is not None:
                made.append(self._cell(part, sources))
        self._leave_sources()
        self.cells = [*self.cells, *made]
        for cell in made:
            cell.state = CHECK
        graph.queue += made

    def _cell(self, part: LivePart, sources: dict[Source, int] | None) -> Effect:
        element, comment = self.first_numbers()
        return part.make(self, part, sources, element + part.node if part.node >= 0 else comment + part.node + 1)

    def _own_cell(self, part: LivePart) -> None:
        """Makes a cell of the part that has just run for the first time, because something was made in it."""
        cell = self._cell(part, self.sources)
        cell.children, self.children = self.children, None
        cell.cleanups, self.cleanups = self.cleanups, None
        for child in cell.children or ():
            child.parent = cell
        for source in self.sources:
            unsubscribe(source, self)
        self.reads[-1] = None
        self.cells = [*self.cells, cell]

    @override
    def describe(self) -> str:
        return "effect of what a template made"

    @override
    def detach(self) -> None:
        self.let_go()

    def let_go(self) -> None:
        """Leaves what it has read, and disposes its cells."""
        self._leave_sources()
        for cell in self.cells:
            if cell.children is None and cell.cleanups is None:
                cell.disposed = True
                cell.parent = None
                cell.detach()
            elif self.children is None:
                self.children = {cell: None}
            else:
                self.children[cell] = None
        self.cells = _NONE

    def _leave_sources(self) -> None:
        if self.texts is _NONE:
            return
        for index in self.shape.signals:
            observers = self.values[index].observers
            if observers:
                observers.pop(self, None)
        for sources in self.reads:
            for source in sources or ():
                unsubscribe(source, self)
        self.reads = self.texts = _NONE

    def first_numbers(self) -> tuple[int, int]:
        """Returns the numbers of the first element and the first comment of the element, also before it has them."""
        raise NotImplementedError

    def become_block(self, number: int, parts: list[Any]) -> None:
        """Goes on as a block where live text of the element was, because a value is no longer text.

        Args:
            number: the number of the text run.
            parts: text, and the functions that return the values.
        """
        raise NotImplementedError
