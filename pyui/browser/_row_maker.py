"""Makes the rows of a list: those that a template makes alike at once, the others by the walk. Browser only."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, cast

from pyui.browser._cells import NotTextual
from pyui.browser._ops import after_mount
from pyui.browser._row_owner import RowOwner
from pyui.browser._rows import RowBatch, emit_rows
from pyui.browser._shape import shape_of
from pyui.browser._stand_in import StandIn
from pyui.reactive import Owner
from pyui.reactive._graph import current, graph
from pyui.view._component import ComponentCall
from pyui.view._for import Row
from pyui.view._node import Item, normalise
from pyui.view._position import Position, walking
from pyui.view._scope import Scope
from pyui.view._template import TemplateNode, last
from pyui.view._walk import Walk
from pyui.view.protocol import OP_INSERT

if TYPE_CHECKING:
    from pyui.browser._fragment import Fragment
    from pyui.browser._list import ListBinding
    from pyui.browser._recorder import LiveRecorder


class Piece(Protocol):
    """New rows next to each other that are inserted by one op."""

    def emit(self, before: int) -> None:
        """Has the runtime insert them before the node with a number."""
        ...


class Walked:
    """Rows that were rendered by the walk.

    Args:
        fragment: their markup.
    """

    __slots__ = ("_fragment",)

    def __init__(self, fragment: "Fragment") -> None:
        self._fragment = fragment

    def emit(self, before: int) -> None:
        """Has the runtime insert them before the node with a number."""
        self._fragment.emit(OP_INSERT, before)


class Run(Protocol):
    """Rows of a batch that are next to each other.

    Attributes:
        texts: what they show, row by row.
    """

    texts: list[Any]

    def note(self, call: ComponentCall, walk: Walk) -> None:
        """Notes that the row that was added last is a component."""
        ...


class Alike:
    """Rows of a batch, for a page that is there.

    Args:
        batch: the batch.

    Attributes:
        texts: what they show, row by row.
    """

    __slots__ = ("_batch", "texts")

    def __init__(self, batch: RowBatch) -> None:
        self._batch = batch
        self.texts: list[Any] = []

    def note(self, call: ComponentCall, walk: Walk) -> None:
        """Notes nothing: no markup is written that could be compared."""

    def emit(self, before: int) -> None:
        """Has the runtime insert them before the node with a number."""
        emit_rows(before, self._batch, self.texts)


class RowMaker:
    """Makes rows of one list, one after the other.

    Args:
        binding: the list.
        recorder: the recorder of the page.
        scope: the scope of the list.
        position: the position of the list.
    """

    __slots__ = ("_binding", "_outer", "_position", "_recorder", "_scope")
    binds = True
    """Whether rows that a template makes are bound by it."""

    def __init__(self, binding: "ListBinding", recorder: "LiveRecorder", scope: Scope, position: Position) -> None:
        self._binding = binding
        self._recorder = recorder
        self._scope = scope
        self._position = position
        self._outer: tuple[Owner | None, Any] = None, None

    def write(self, rows: Iterable[Row], walk: Walk) -> Iterator[Item]:
        """Writes rows in a walk.

        Returns:
            The rows that the walk itself has to go through, each when it is its turn. The others are not written: in
            their place are stand-ins.
        """
        made: list[StandIn] = []  # since the last row that the walk went through

        def begin(batch: RowBatch, row: Row) -> StandIn:  # noqa: ARG001 - as of `make`
            stand_in = StandIn(self._binding, batch)
            made.append(stand_in)
            walk.out.append(stand_in)
            return stand_in

        left = iter(rows)
        while (row := self._bind(left, walk, _nothing, begin)) is not None:
            for each in made:
                each.following = row
            made.clear()
            yield row

    def make(self, rows: list[Row]) -> list[tuple[Row, Piece]]:
        """Makes rows that are next to each other, for a page that is there.

        Returns:
            The pieces, each behind its first row.
        """
        walk = Walk(self._recorder)
        pieces: list[tuple[Row, Piece]] = []
        walked: list[Row] = []

        def walk_left() -> None:
            if walked:
                self._walk(walked, pieces)

        def begin(batch: RowBatch, row: Row) -> Alike:
            alike = Alike(batch)
            pieces.append((row, alike))
            return alike

        before, graph.defer = graph.defer, after_mount
        token = walking.set(self._recorder)
        left = iter(rows)
        try:
            while (row := self._bind(left, walk, walk_left, begin)) is not None:
                walked.append(row)
            walk_left()
        finally:
            walking.reset(token)
            graph.defer = before
        return pieces

    def _walk(self, rows: list[Row], pieces: list[tuple[Row, Piece]]) -> None:
        self._leave()
        try:
            fragment = self._recorder.fragment(self._scope.owner, rows, self._position, owned=False)
        finally:
            self._enter()
        pieces.append((rows[0], Walked(fragment)))
        rows.clear()

    def _enter(self) -> None:
        self._outer = current.get(), graph.observer
        graph.observer = None
        last.asked = True

    def _leave(self) -> None:
        owner, graph.observer = self._outer
        current.set(owner)
        last.asked = False
        last.made = None
        self._recorder.position = self._position

    def _bind(
        self,
        rows: Iterator[Row],
        walk: Walk,
        before: Callable[[], None],
        begin: Callable[[RowBatch, Row], Run],
    ) -> Row | None:
        """Binds rows, as long as they are made by templates.

        Args:
            rows: goes through them.
            walk: the walk that they are in.
            before: called before each batch.
            begin: called with each batch and its first row; returns what takes the others.

        Returns:
            The first row that the walk has to render, if there is one.
        """
        node, (outer, contexts), recorder = self._binding.node, self._scope, self._recorder
        children, takes_index, bound_class = node.children, node.takes_index, TemplateNode if self.binds else None
        position: Position | None = None
        shape: Any = None
        batch: Any = None
        run: Run | None = None
        self._enter()
        try:
            for row in rows:
                owner = RowOwner(row, outer, contexts)
                if position is None:
                    position = recorder.position = Position(self._position, row)
                else:
                    position.label = row
                current.set(owner)
                made: Any = children(row.item, row.index) if takes_index else children(row.item)
                call: ComponentCall | None = None
                if made.__class__ is not bound_class:
                    call, made = _looked_into(made, walk)
                    if made.__class__ is not bound_class:
                        return _left(row, call, made, walk, position)
                if made.shape is not shape:
                    self._close(batch)
                    before()
                    shape, run = made.shape, None
                    batch = RowBatch(shape)
                    recorder.position = position
                    current.set(owner)
                try:
                    texts = batch.add(owner, made.values)
                except NotTextual:
                    return _left(row, call, made, walk, position)
                if run is None:
                    run = begin(batch, row)
                run.texts += texts
                if call is not None:
                    run.note(call, walk)
                if position.used:
                    owner.position, position = position, None
            return None
        finally:
            self._close(batch)
            self._leave()

    def _close(self, batch: RowBatch | None) -> None:
        if batch is not None:
            batch.close()
            self._recorder.live += batch.shape.live * len(batch.rows)


def _looked_into(made: Any, walk: Walk) -> tuple[ComponentCall | None, Any]:
    """Returns the component that a row is, if any, and what that makes; what a template makes as of its shape."""
    call: ComponentCall | None = None
    if made.__class__ is ComponentCall:
        call = made
        made = made.run(walk)
    return call, made if last.made is None else _learnt(made)


def _left(row: Row, call: ComponentCall | None, made: Any, walk: Walk, position: Position) -> Row:
    """Leaves a row to the walk, with what was made for it."""
    cast("RowOwner", row.owner).position = position
    row.content = (normalise((made,)) if call is None else call.items(walk, made), call)
    return row


def _nothing() -> None:
    """Nothing comes before."""


def _learnt(made: Any) -> Any:
    """Finds out the shape of what a template has made for the first time; returns it as one of that shape."""
    seen, last.made = last.made, None
    if seen is None or seen.node is not made:
        return made
    shape = shape_of(seen.template, seen.values)
    seen.template.learn(seen.values, shape)
    return made if shape is None else TemplateNode(seen.template, shape, seen.values)
