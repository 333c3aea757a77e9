"""Makes the bindings that the walk comes by. Browser only."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, override

from pyui.browser import _bridge
from pyui.browser._bindings import AttributeBinding, ChoiceBinding, ControlBinding, Hole
from pyui.browser._clone import bind_alike
from pyui.browser._fragment import Fragment, RenderedPage
from pyui.browser._head import HeadBinding
from pyui.browser._islands import IslandBinding
from pyui.browser._list import ListBinding
from pyui.browser._numbers import Handlers, Range, numbers
from pyui.browser._ops import after_mount, emit, emit_listen, forget_freed, freed_count, mounts
from pyui.browser._page_walk import PageWalk
from pyui.browser._region import OwnerLeave
from pyui.browser._row_owner import RowOwner
from pyui.browser._rows import batches
from pyui.browser._sliced_list import SlicedBinding
from pyui.browser._text_run import TextRun
from pyui.browser._window_list import WindowBinding
from pyui.reactive import Owner
from pyui.reactive._graph import graph
from pyui.reactive._owner import swap_owner
from pyui.view._choice import Choice
from pyui.view._element import Dynamic, Element
from pyui.view._environment import is_hydrating
from pyui.view._for import For, Row
from pyui.view._head import HeadItem
from pyui.view._island import IslandNode
from pyui.view._node import Item
from pyui.view._pause import Steps
from pyui.view._position import Position
from pyui.view._recorder import Part, Recorder
from pyui.view._ref import Ref
from pyui.view._scope import require_owner
from pyui.view._template import TemplateNode
from pyui.view._virtual_row import Rows
from pyui.view._walk import FailedPortal, Leave, Walk
from pyui.view._whole import render_with_pauses
from pyui.view.protocol import OP_PORTAL, OP_REMOVE


@contextmanager
def rendering(owner: Owner) -> Generator[None]:
    """Makes an owner the current one for a walk, and has effects that components make wait until it is in the page."""
    outer, before = swap_owner(owner), graph.defer
    graph.defer = after_mount
    try:
        yield
    finally:
        graph.defer = before
        swap_owner(outer)


class Mark(NamedTuple):
    """The state at the beginning of what may be taken back."""

    outer: Owner | None
    owner: Owner
    element: int
    comment: int
    freed: int
    mounts: int
    live: int
    islands: int
    row_element: int
    row_comment: int


class LiveRecorder(Recorder):
    """Makes a binding of each live part.

    Attributes:
        clock: the time of the reactive graph when the page was begun: nothing that it shows had changed by then.
        waiting: the islands that the present walk came by, for `pyui.browser._islands.await_triggers`.
    """

    __slots__ = ("_portal", "_portals_there", "clock", "waiting")

    def __init__(self) -> None:
        super().__init__()
        self.clock = graph.clock
        self._portal: Range | None = None
        self._portals_there: set[int] = set()
        self.waiting: list[IslandBinding] = []

    def fragment(self, owner: Owner, items: Iterable[Item], position: Position, *, owned: bool = True) -> Fragment:
        """Renders a piece of the page, with its bindings, and its portals into the present flush.

        Args:
            owner: who owns what is made.
            items: what to render.
            position: the position that it is at.
            owned: whether the numbers are forgotten with the owner; not so for rows, which have owners of their own.

        Returns:
            The markup and its numbers.
        """
        with rendering(owner):
            self.position = position
            walk = Walk(self)
            spent = Range(owner if owned else Owner())
            try:
                pieces = walk.write(items)
            finally:
                spent.close()
            fragment = Fragment.of(pieces, spent.arguments())
            self._emit_portals(walk)
        return fragment

    def _emit_portals(self, walk: Walk) -> None:
        for portal in self._portals(walk):
            portal.emit(OP_PORTAL)

    def _portals(self, walk: Walk) -> Iterator[Fragment]:
        try:
            for _ in walk.render_portals():
                if self._portal is not None:
                    self._portal.close()
                    yield Fragment.of(walk.out, self._portal.arguments())
        except FailedPortal as failed:
            failed.handler(failed.error)  # the boundary shows its fallback in the same flush
            yield from self._portals(walk)

    def page(self, owner: Owner, node: object) -> Steps[RenderedPage]:
        """Renders the whole page with its portals; while hydrating with pauses.

        Args:
            owner: who owns what is made.
            node: the page.

        Returns:
            The markup, as the server writes it but for rows, and its numbers.
        """
        with rendering(owner):
            walk = PageWalk(self, pauses=is_hydrating())
            spent = Range(owner)
            pieces, portals = yield from walk.resting(render_with_pauses(walk, node))
            spent.close()
        pieces += portals
        return RenderedPage(pieces, spent.arguments(), walk.calls or [], walk.paused, walk.exact)

    def part(self, owner: Owner, items: Iterable[Item], position: Position) -> RenderedPage:
        """Renders a part of the page that is there, an island; its portals go into the present flush.

        Args:
            owner: who owns what is made.
            items: the part.
            position: the position that it is at.

        Returns:
            As `page`.
        """
        with rendering(owner):
            self.position = position
            walk = Walk(self, traced=True)
            spent = Range(owner)
            pieces = walk.write(items)
            spent.close()
            self._emit_portals(walk)
        return RenderedPage(pieces, spent.arguments(), walk.calls or [], exact=graph.clock == self.clock)

    @override
    def element(self, element: Element, dynamic: Dynamic | None) -> int:
        number = numbers.next_element()
        if dynamic is not None:
            self.live += 1
            if dynamic.handlers or dynamic.bind is not None:
                numbers.handlers[number] = Handlers(dynamic.handlers, dynamic.bind)
                emit_listen(dynamic.handlers)
            if dynamic.bind is not None:
                emit_listen([dynamic.bind.event])
                ControlBinding(number, dynamic.bind)
            if dynamic.ref is not None:
                _attach(dynamic.ref, number)
        return number

    @override
    def template(self, node: TemplateNode, walk: Walk) -> None:
        if not bind_alike(node, self, walk):
            super().template(node, walk)

    @override
    def attribute(self, element: int, tag: str, name: str, getter: Callable[[], object]) -> object:
        return AttributeBinding(element, tag, name, getter).text

    @override
    def holes(self, parts: list[Part]) -> tuple[list[object], list[Any]]:
        self.live += 1
        holes = [part if isinstance(part, str) else Hole(part) for part in parts]
        return [hole.value if isinstance(hole, Hole) else hole for hole in holes], holes

    @override
    def text_run(self, element: int | None, holes: list[Any]) -> None:
        TextRun(self, numbers.next_comment() if element is None else element, holes)

    @override
    def choose(self, choice: Choice) -> tuple[object, Any]:
        self.live += choice.live
        binding = ChoiceBinding(choice)
        return binding.key, binding

    @override
    def each(self, node: For) -> tuple[list[Any], Any]:
        self.live += 1
        binding = _list_binding(node)
        return binding.items, binding

    @override
    def open_block(self, binding: Any) -> Leave:
        super().open_block(binding)
        return BlockNumbers() if binding is None else binding.open(self)

    @override
    def open_row(self, row: Row) -> Leave:
        owner: RowOwner = row.owner  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
        self.position = owner.place()
        return OwnerLeave(owner)

    @override
    def row_root(self, row: Row, element: int | None) -> None:
        row.number = numbers.comment + 1 if element is None else element

    @override
    def island(self, island: IslandNode) -> Iterable[Item] | None:
        if not is_hydrating():
            return None
        self.waiting.append(IslandBinding(self, island))
        return ()

    @override
    def portal(self) -> None:
        owner = require_owner()
        self._portal = Range(owner)
        number = numbers.next_element()
        self._portals_there.add(number)
        owner.on_cleanup(lambda: self._remove_portal(number))

    def _remove_portal(self, number: int) -> None:
        if number in self._portals_there:
            self._portals_there.remove(number)
            emit(OP_REMOVE, number)

    @override
    def head(self, item: HeadItem, level: int) -> None:
        self.live += item.live
        HeadBinding(item, level)

    @override
    def begin(self) -> Mark:
        owner = Owner.child()
        outer = swap_owner(owner)
        now = numbers.element, numbers.comment, freed_count(), len(mounts), self.live, len(self.waiting)
        return Mark(outer, owner, *now, numbers.row_element, numbers.row_comment)

    @override
    def commit(self, mark: Mark) -> None:
        swap_owner(mark.outer)

    @override
    def rollback(self, mark: Mark) -> None:
        swap_owner(mark.outer)
        self._portals_there = {number for number in self._portals_there if number < mark.element}
        mark.owner.dispose()
        for number in range(mark.element, numbers.element):
            numbers.handlers.pop(number, None)
        batches.rollback(mark.row_element)
        numbers.element, numbers.comment, self.live = mark.element, mark.comment, mark.live
        numbers.row_element, numbers.row_comment = mark.row_element, mark.row_comment
        forget_freed(mark.freed)
        del self.waiting[mark.islands :]
        del mounts[mark.mounts :]

    @override
    def rekey(self, binding: ChoiceBinding, key: object) -> None:
        binding.key = key


def _list_binding(node: For) -> ListBinding:
    if isinstance(node, Rows):
        return WindowBinding(node)
    return SlicedBinding(node) if node.sliced else ListBinding(node)


class BlockNumbers(Leave):
    """Numbers the start and the end of a block that is never replaced."""

    __slots__ = ()

    def __init__(self) -> None:
        numbers.next_comment()

    @override
    def leave(self, walk: Walk) -> None:
        numbers.next_comment()


def _attach(ref: Any, number: int) -> None:
    owner = require_owner()
    if isinstance(ref, Ref):
        ref.attach(lambda: _bridge.node(number))
        owner.on_cleanup(lambda: ref.attach(None))
    else:
        mounts.append((owner, lambda: ref(_bridge.node(number))))
