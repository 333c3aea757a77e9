"""Makes the rows of a list: those that a template makes alike at once, the others by the walk. Browser only."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, cast

from pyui.browser._cells import NotTextual
from pyui.browser._ops import after_mount
from pyui.browser._rows import RowBatch, RowOwner, emit_rows
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


class Alike:
    """Rows of a batch.

    Args:
        batch: the batch.

    Attributes:
        batch: as above.
    """

    __slots__ = ("_count", "_first", "_texts", "batch")

    def __init__(self, batch: RowBatch) -> None:
        self.batch = batch
        self._first = len(batch.rows) - 1
        self._count = 0
        self._texts: list[Any] = []

    def add(self, texts: Iterable[Any]) -> None:
        """Adds the row that was added to the batch last."""
        self._count += 1
        self._texts += texts

    def emit(self, before: int) -> None:
        """Has the runtime insert them before the node with a number."""
        emit_rows(before, self.batch, self._first, self._count, self._texts)


class RowMaker:
    """Makes rows of one list, one after the other.

    Args:
        binding: the list.
        recorder: the recorder of the page.
        scope: the scope of the list.
        position: the position of the list.
    """

    __slots__ = ("_batch", "_binding", "_outer", "_position", "_recorder", "_scope", "_unused")
    binds = True
    """Whether rows that a template makes are bound by it."""

    def __init__(self, binding: "ListBinding", recorder: "LiveRecorder", scope: Scope, position: Position) -> None:
        self._binding = binding
        self._recorder = recorder
        self._scope = scope
        self._position = position
        self._unused: Position | None = None
        self._batch: RowBatch | None = None
        self._outer: tuple[Owner | None, Any] = None, None

    def write(self, rows: Iterable[Row], walk: Walk) -> Iterator[Item]:
        """Writes rows in a walk.

        Returns:
            The rows that the walk itself has to go through, each when it is its turn. The others are not written: in
            their place are stand-ins.
        """
        entered = False
        stand_in: StandIn | None = None
        made: list[StandIn] = []  # since the last row that the walk went through
        try:
            for row in rows:
                if not entered:
                    self._enter()
                    entered = True
                call, texts = self._row(row, walk)
                if texts is not None:
                    if stand_in is None or stand_in.batch is not self._batch:
                        stand_in = StandIn(self._binding, cast("RowBatch", self._batch))
                        made.append(stand_in)
                        walk.out.append(stand_in)
                    stand_in.texts += texts
                    if call is not None:
                        stand_in.note(call, walk)
                    continue
                self._leave()
                entered = False
                stand_in = None
                for each in made:
                    each.following = row
                made.clear()
                yield row
        finally:
            if entered:
                self._leave()

    def make(self, rows: list[Row]) -> list[tuple[Row, Piece]]:
        """Makes rows that are next to each other, for a page that is there.

        Returns:
            The pieces, each behind its first row.
        """
        walk = Walk(self._recorder)
        pieces: list[tuple[Row, Piece]] = []
        walked: list[Row] = []
        alike: Alike | None = None
        before, graph.defer = graph.defer, after_mount
        token = walking.set(self._recorder)
        self._enter()
        try:
            for row in rows:
                _, texts = self._row(row, walk)
                if texts is None:
                    walked.append(row)
                    alike = None
                    continue
                batch = cast("RowBatch", self._batch)
                if walked:
                    self._walk(walked, pieces)
                if alike is None or alike.batch is not batch:
                    alike = Alike(batch)
                    pieces.append((row, alike))
                alike.add(texts)
            if walked:
                self._walk(walked, pieces)
        finally:
            self._leave()
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
        self._batch = self._unused = None  # numbers and the recorder's position may have gone on since
        self._outer = current.get(), graph.observer
        graph.observer = None
        last.asked = True

    def _leave(self) -> None:
        owner, graph.observer = self._outer
        current.set(owner)
        last.asked = False
        last.made = None
        self._recorder.position = self._position

    def _row(self, row: Row, walk: Walk) -> tuple[ComponentCall | None, Iterable[Any] | None]:
        """Makes a row.

        Returns:
            The component that it is, if any, and the texts that it shows; None where the walk has to render it.
        """
        node = row.node
        owner = row.owner = RowOwner(row, self._scope)
        position = self._unused
        if position is None:
            position = self._unused = self._recorder.position = Position(self._position, row)
        else:
            position.label = row
        current.set(owner)
        made: Any = node.children(row.item, row.index) if node.takes_index else node.children(row.item)
        call: ComponentCall | None = None
        if made.__class__ is not TemplateNode:
            if made.__class__ is ComponentCall:
                call = made
                made = made.run(walk)
            if last.made is not None:
                made = _learnt(made)
        if made.__class__ is TemplateNode and self.binds:
            shape: Any = made.shape
            batch = self._batch
            if batch is None or batch.shape is not shape:
                batch = self._batch = RowBatch(shape)
            try:
                texts = batch.add(owner, made.values)
            except NotTextual:
                owner.drop_cells()
            else:
                self._recorder.live += shape.live
                if not position.is_unused():
                    owner.position = position
                    self._unused = None
                return call, texts
        self._unused = None
        owner.position = position
        row.content = (normalise((made,)) if call is None else call.items(walk, made), call)
        return call, None


def _learnt(made: Any) -> Any:
    """Finds out the shape of what a template has made for the first time; returns it as one of that shape."""
    seen, last.made = last.made, None
    if seen is None or seen.node is not made:
        return made
    shape = shape_of(seen.template, seen.values)
    seen.template.learn(seen.values, shape)
    return made if shape is None else TemplateNode(seen.template, shape, seen.values)
