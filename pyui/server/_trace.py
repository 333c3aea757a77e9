"""A walk that keeps which component wrote which part of a page, and which parts are trusted markup."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self, override

from pyui.view import ComponentCall, Node, RenderedPage, render_page
from pyui.view._node import Item
from pyui.view._recorder import Recorder
from pyui.view._trace import ENDS, STARTS, Note
from pyui.view._walk import FailedPortal, Walk, unfenced


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
    is_fenced = page.live or page.islands
    main = walk.main if is_fenced else [piece for piece in walk.main if not piece or unfenced((piece,))]
    return TracedPage(page, list(_marked([*main, *walk.portals], walk.traced)))


def _marked(pieces: Iterable[str], calls: Iterable[ComponentCall]) -> Iterator[str]:
    remaining = iter(calls)
    for piece in pieces:
        if piece is STARTS:
            yield ComponentMark(next(remaining))
        else:
            yield ComponentMark(None) if piece is ENDS else piece


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

    @property
    def traced(self) -> list[ComponentCall]:
        """The components that the walk came by, in order."""
        return self.calls if self.calls is not None else []

    def __init__(self, recorder: Recorder, *, marked: bool = True) -> None:
        super().__init__(recorder, marked=marked, traced=True)
        self.main: list[str] = []
        self.portals: list[str] = []

    @override
    def write(self, node: object) -> list[str]:
        self.main = super().write(node)
        return self.main

    @override
    def render_portals(self) -> Iterator[str]:
        for html in super().render_portals():
            self.portals.extend(self.out)
            yield html

    @override
    def restart(self, failed: FailedPortal) -> None:
        super().restart(failed)
        self.portals.clear()

    @override
    def inert(self, children: Iterable[object]) -> list[str]:
        walk = TracingWalk(Recorder(self.recorder.position), marked=False)
        pieces = walk.write(children)
        self.traced.extend(walk.traced)
        return pieces

    @override
    def add_portal(self, items: Iterable[Item]) -> None:
        written = sum(piece is STARTS for piece in self.out)
        around = _open_components(_marked(self.out, self.traced[len(self.traced) - written :]))
        super().add_portal([Around(around, STARTS), *items, Around(around, ENDS)])

    @override
    def raw(self, html: str) -> None:
        super().raw(html)
        self.out[-1] = Trusted(self.out[-1])


class Around(Node):
    """Notes of the components that a portal stands in.

    Args:
        calls: the uses of the components, outermost first.
        note: where the portal begins or ends.
    """

    __slots__ = ("_calls", "_note")

    def __init__(self, calls: Sequence[ComponentCall], note: Note) -> None:
        self._calls = calls
        self._note = note

    @override
    def enter(self, walk: Walk) -> None:
        if self._note is STARTS and walk.calls is not None:
            walk.calls.extend(self._calls)
        walk.out.extend([self._note] * len(self._calls))
