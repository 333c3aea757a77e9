"""A walk that keeps which component wrote which part of a page, and which parts are trusted markup."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self, override

from pyui.view import ComponentCall, Node, RenderedPage, render_page
from pyui.view._element import Element
from pyui.view._for import Row, RowBlock, RowElement
from pyui.view._node import Item, normalise
from pyui.view._recorder import Recorder
from pyui.view._walk import Leave, Walk, unfenced


class Trusted(str):
    """A piece of markup that pyui did not write."""

    __slots__ = ()


class ComponentMark(str):
    """An empty piece: where the markup of a component begins; without a call, where the innermost one ends.

    Attributes:
        call: the use of the component.
    """

    __slots__ = ("call",)
    call: ComponentCall | None

    def __new__(cls, call: ComponentCall | None) -> Self:
        """Makes the piece."""
        mark = super().__new__(cls)
        mark.call = call
        return mark


class TracedPage(NamedTuple):
    """A page's content, and where it comes from.

    Args:
        rendered: the content.
        pieces: the pieces of its HTML.
    """

    rendered: RenderedPage
    pieces: Sequence[str]


def render_plain(node: object) -> TracedPage:
    """Renders a tree by `render_page`, without marks.

    Args:
        node: anything that may be a child.
    """
    page = render_page(node)
    return TracedPage(page, (page.html,))


def render_traced(node: object) -> TracedPage:
    """Renders a tree as `render_page` does, with marks between the pieces of its HTML.

    Args:
        node: anything that may be a child.
    """
    walk = TracingWalk(Recorder())
    page = render_page(node, walk)
    main = walk.main if page.live else [piece for piece in walk.main if not piece or unfenced((piece,))]
    return TracedPage(page, [*main, *walk.portals])


def components_at(pieces: Iterable[str], offset: int) -> list[ComponentCall]:
    """Returns the components that wrote the character at an offset, outermost first."""
    before: list[str] = []
    end = 0
    for piece in pieces:
        before.append(piece)
        end += len(piece)
        if end > offset:
            break
    return _open_components(before)


def _open_components(pieces: Iterable[str]) -> list[ComponentCall]:
    calls: list[ComponentCall] = []
    for piece in pieces:
        if isinstance(piece, ComponentMark):
            if piece.call is not None:
                calls.append(piece.call)
            else:
                calls.pop()
    return calls


class TracingWalk(Walk):
    """Writes the same HTML as `Walk`.

    Attributes:
        main: the pieces of what is not in portals.
        portals: the pieces of what is.
    """

    __slots__ = ("main", "portals")

    def __init__(self, recorder: Recorder, *, marked: bool = True) -> None:
        super().__init__(recorder, marked=marked)
        self.main: list[str] = []
        self.portals: list[str] = []

    @override
    def render(self, node: object) -> str:
        html = super().render(node)
        self.main = self.out
        return html

    @override
    def render_portals(self) -> Iterator[str]:
        for html in super().render_portals():
            self.portals.extend(self.out)
            yield html

    @override
    def add_portal(self, items: Iterable[Item]) -> None:
        calls = _open_components(self.out)
        opening, closing = Marks([*calls]), Marks([None] * len(calls))
        super().add_portal([opening, *items, closing])

    @override
    def push(self, items: Iterable[Item], closing: str | Leave) -> None:
        super().push(map(_traced, items), closing)

    @override
    def _run(self, items: Iterator[Item], closing: str | Leave) -> None:
        super()._run(map(_traced, items), closing)

    @override
    def raw(self, html: str) -> None:
        super().raw(html)
        self.out[-1] = Trusted(self.out[-1])


def _traced(item: Item) -> Item:
    if isinstance(item, ComponentCall):
        return TracedCall(item)
    if isinstance(item, Row):
        index = item.index() if item.node.takes_index else item.index
        return TracedRow(item.node, item.item, index, item.binding)
    return item


class Marks(Node):
    """Marks without anything between them.

    Args:
        calls: the calls of the marks.
    """

    __slots__ = ("_calls",)

    def __init__(self, calls: Sequence[ComponentCall | None]) -> None:
        self._calls = calls

    @override
    def enter(self, walk: Walk) -> None:
        walk.out.extend(map(ComponentMark, self._calls))


class TracedCall(Node, Leave):
    """A component between marks.

    Args:
        call: the use of the component.
    """

    __slots__ = ("_call",)

    def __init__(self, call: ComponentCall) -> None:
        self._call = call

    @override
    def enter(self, walk: Walk) -> None:
        walk.out.append(ComponentMark(self._call))
        walk.push(self._call.expand(walk), self)

    @override
    def leave(self, walk: Walk) -> None:
        walk.out.append(ComponentMark(None))

    @override
    def catch(self, walk: Walk, error: Exception) -> bool:
        return self._call.catch(walk, error)


class TracedRow(Row, Leave):
    """A row of a list; components that are all of it stand between marks."""

    __slots__ = ("_open",)
    _open: int

    @override
    def enter(self, walk: Walk) -> None:
        self._open = 0
        walk.recorder.open_row(self)
        walk.push(self._content(walk), self)

    @override
    def _content(self, walk: Walk) -> Iterator[Item]:
        node = self.node
        items = normalise((node.children(self.item, self.index) if node.takes_index else node.children(self.item),))
        while len(items) == 1 and isinstance(call := items[0], ComponentCall):
            walk.out.append(ComponentMark(call))
            self._open += 1
            items = call.expand(walk)
        yield RowElement(self, items[0]) if len(items) == 1 and isinstance(items[0], Element) else RowBlock(self, items)

    @override
    def leave(self, walk: Walk) -> None:
        walk.recorder.leave_position()
        walk.out.extend(ComponentMark(None) for _ in range(self._open))

    @override
    def abandon(self, walk: Walk) -> None:
        walk.recorder.leave_position()
