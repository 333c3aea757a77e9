"""The one renderer: goes through a tree of nodes and writes HTML. Runs on both sides.

The walk keeps its own stack, so a tree may be as deep as memory allows. A frame of the stack is an iterator over
items that remain and what to do when they are used up: text to write, or a `Leave`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyui.reactive._owner import ERROR_HANDLER
from pyui.view._attributes import attribute_value
from pyui.view._control_flow import ControlFlow
from pyui.view._element import Dynamic, Element, StaticElement
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Item, Node, Text, is_textual, normalise
from pyui.view._position import Position, walking
from pyui.view._recorder import Recorder
from pyui.view._scope import Scope, enter_scope, leave_scope
from pyui.view.protocol import (
    BLOCK_END,
    BLOCK_START,
    CLONE,
    ISLAND_END,
    ISLAND_START,
    MARKER,
    PORTAL,
    SKIP_END,
    SKIP_START,
    TEXT_END,
    TEXT_START,
)

if TYPE_CHECKING:
    from pyui.view._component import ComponentCall

_BLOCK_START = f"<!--{BLOCK_START}-->"
_BLOCK_END = f"<!--{BLOCK_END}-->"
_TEXT_START = f"<!--{TEXT_START}-->"
_TEXT_END = f"<!--{TEXT_END}-->"
_SKIP_START = f"<!--{SKIP_START}-->"
_SKIP_END = f"<!--{SKIP_END}-->"
_MARKS = (
    f"{MARKER}=",
    *(f"<!--{kind}-->" for kind in (BLOCK_START, BLOCK_END, TEXT_START, TEXT_END, SKIP_START, SKIP_END)),
    f"<!--{ISLAND_START}",
    f"<!--{ISLAND_END}-->",
    f"<!--{CLONE}-->",
)
_FENCES = (f"{SKIP_START}-->", f"{SKIP_END}-->", ISLAND_START, f"{ISLAND_END}-->", f"{CLONE}-->")


class Leave:
    """What happens when the walk leaves a place."""

    __slots__ = ()

    def leave(self, walk: "Walk") -> None:
        """Called when all items of the place have been written."""

    def abandon(self, walk: "Walk") -> None:
        """Called instead of `leave` when an error ended the place early."""

    def catch(self, walk: "Walk", error: Exception) -> bool:  # noqa: ARG002 - others look into them
        """Called behind `abandon`; returns whether the walk goes on with what was pushed in place of the place."""
        return False


type Frame = tuple[Iterator[Item], str | Leave]
type ErrorHandler = Callable[[Exception], object]


class FailedPortal(Exception):
    """A portal failed that stands in an error boundary of the same walk.

    Args:
        handler: the boundary's handler.
        error: what was raised.
    """

    def __init__(self, handler: ErrorHandler, error: Exception) -> None:
        super().__init__(error)
        self.handler = handler
        self.error = error


class Walk:
    """One walk over a tree of nodes.

    Args:
        recorder: is told of each live part.
        marked: whether markers are written.
        traced: whether the places of components are noted.

    Attributes:
        marked: whether markers are written.
        out: the pieces of HTML written so far.
        calls: the components that the walk came by, in order; None where they are not noted.
        fenced: whether marks around blocks were written.
        handlers: the error handlers of the boundaries that the walk came by.
        fallen: the errors of boundaries that show their fallback from the start, by their index in `handlers`.
    """

    __slots__ = ("_pending", "_portals", "_stack", "calls", "fallen", "fenced", "handlers", "marked", "out", "recorder")

    def __init__(self, recorder: Recorder, *, marked: bool = True, traced: bool = False) -> None:
        self.calls: list[ComponentCall] | None = [] if traced else None
        self.handlers: list[ErrorHandler] = []
        self.fallen: dict[int, Exception] = {}
        self.recorder = recorder
        self.marked = marked
        self.fenced = False
        self.out: list[str] = []
        self._stack: list[Frame] = []
        self._pending: Frame | None = None
        self._portals: list[tuple[Iterable[Item], Scope, Position]] = []

    def render(self, node: object) -> str:
        """Writes a tree.

        Args:
            node: anything that may be a child.

        Returns:
            The HTML; portals are left for `render_portals`.
        """
        return "".join(self.write(node))

    def write(self, node: object) -> list[str]:
        """Writes a tree as `render` does, and returns the pieces of its HTML."""
        self.out = []
        self._run(iter(normalise((node,))), "")
        return self.out

    def go_on(self) -> list[str]:
        """Goes on with `write` where it came by a `Pause`; returns the pieces as well."""
        self._go(0)
        return self.out

    def render_portals(self) -> Iterator[str]:
        """Writes the elements of the portals that the tree held, in the order in which the walk came by them.

        Returns:
            The HTML of each. A portal inside of a portal comes later.

        Raises:
            FailedPortal: one failed in a boundary of this walk. The others remain for the next call.
        """
        while self._portals:
            items, scope, self.recorder.position = self._portals.pop(0)
            self.out = [f'<div {PORTAL}="" {MARKER}="">']
            before = enter_scope(scope)
            mark = self.recorder.begin()
            try:
                self.recorder.portal()
                self._run(iter(items), "</div>")
                self.recorder.commit(mark)
            except Exception as error:
                self.recorder.rollback(mark)
                handler: Any = scope.contexts.get(ERROR_HANDLER)
                if handler in self.handlers:
                    raise FailedPortal(handler, error) from error
                raise
            finally:
                leave_scope(before)
            yield "".join(self.out)

    def restart(self, failed: FailedPortal) -> None:
        """Forgets all, but that a boundary has to show its fallback when the same tree is rendered again."""
        index = self.handlers.index(failed.handler)
        # The boundaries behind it are counted anew: those inside of it are not there next time.
        self.fallen = {**{key: error for key, error in self.fallen.items() if key < index}, index: failed.error}
        self._portals.clear()
        self.handlers.clear()
        if self.calls is not None:
            self.calls.clear()

    def inert(self, children: Iterable[object]) -> list[str]:
        """Writes children in which nothing lives, without markers.

        Returns:
            The pieces of their HTML.
        """
        return Walk(Recorder(self.recorder.position), marked=False).write(children)

    def add_portal(self, items: Iterable[Item]) -> None:
        """Puts a portal's content aside for `render_portals`, with the scope that it is in."""
        self._portals.append((items, Scope.current(), self.recorder.position.block()))

    def portals_added(self) -> int:
        """Returns how many portals are put aside, for `drop_portals`."""
        return len(self._portals)

    def drop_portals(self, count: int) -> None:
        """Leaves out the portals that were put aside behind the first `count`."""
        del self._portals[count:]

    def written(self) -> tuple[int, int, int]:
        """Returns how much has been written so far, for `rewind`."""
        return len(self.out), len(self._portals), len(self.calls or ())

    def rewind(self, written: tuple[int, int, int]) -> None:
        """Takes back what was written since `written`."""
        pieces, portals, calls = written
        del self.out[pieces:]
        del self._portals[portals:]
        if self.calls is not None:
            del self.calls[calls:]

    def push(self, items: Iterable[Item], closing: str | Leave) -> None:
        """Makes the walk go through these items next. Called at most once by a node's `enter`."""
        self._pending = (iter(items), closing)

    def _run(self, items: Iterator[Item], closing: str | Leave) -> None:
        floor = len(self._stack)
        self._stack.append((items, closing))
        self._go(floor)

    def _go(self, floor: int) -> None:
        token = walking.set(self.recorder)
        try:
            while len(self._stack) > floor:
                try:
                    self._loop(floor)
                except ControlFlow:
                    self._unwind(floor, None)
                    raise
                except Exception as error:  # every kind: a boundary may show it, and else it goes on to the caller
                    if not self._unwind(floor, error):
                        raise
        finally:
            walking.reset(token)

    def _loop(self, floor: int) -> None:
        item: Any
        closing: Any
        stack, append = self._stack, self.out.append
        items, closing = stack[-1]
        while True:
            for item in items:
                kind = item.__class__
                if kind is str:
                    append(escape_text(item))
                elif kind is StaticElement:
                    append(item.html)
                else:
                    item.enter(self)
                    if self._pending is not None:
                        items, closing = self._pending
                        stack.append(self._pending)
                        self._pending = None
                        break
            else:
                if closing.__class__ is str:
                    append(closing)
                else:
                    closing.leave(self)
                stack.pop()
                if len(stack) == floor:
                    return
                items, closing = stack[-1]

    def _unwind(self, floor: int, error: Exception | None) -> bool:
        """Leaves all places, or those inside of the one that catches the error; returns whether one did."""
        self._pending = None
        while len(self._stack) > floor:
            _, closing = self._stack.pop()
            if isinstance(closing, Leave):
                closing.abandon(self)
                if error is not None and closing.catch(self, error):
                    if self._pending is not None:
                        self._stack.append(self._pending)
                        self._pending = None
                    return True
        return False

    def element(self, element: Element, *, force: bool = False) -> int | None:
        """Writes an element that may have live parts.

        Args:
            element: the element.
            force: whether it is marked even where it has no live part, because it is a row.

        Returns:
            Its id where it is marked.
        """
        if isinstance(element, StaticElement):
            return self._static_row(element)
        recorder, run = self.recorder, element.run
        values, holes = recorder.holes(run.parts) if run is not None else ([], [])
        whole = run is not None and all(map(is_textual, values))
        marked = force or whole or element.dynamic is not None
        number = self._start_tag(element, marked=marked)
        if whole:
            recorder.text_run(number, holes)
            self.out.append(element.encode("".join(map(str, values))) + element.closing)
        else:
            items = element.body(self) if run is None else segments(run, values, holes)
            self.push(items, element.leave(self))
        return number

    def _static_row(self, element: StaticElement) -> int:
        number = self.recorder.element(element, None)
        end = element.html.index(">")  # in attributes it is escaped
        self.out.append(f'{element.html[:end]} {MARKER}=""{element.html[end:]}' if self.marked else element.html)
        return number

    def _start_tag(self, element: Element, *, marked: bool) -> int | None:
        dynamic = element.dynamic
        number = self.recorder.element(element, dynamic) if marked else None
        self.out.append(element.start(self))
        if dynamic is not None:
            self._attributes(element.tag, dynamic, number or 0)
        marker = dynamic.marker if dynamic is not None else ""
        self.out.append(f' {MARKER}="{marker}">' if marked and self.marked else ">")
        return number

    def _attributes(self, tag: str, dynamic: Dynamic, number: int) -> None:
        pairs = [(name, self.recorder.attribute(number, tag, name, get)) for name, get in dynamic.attributes]
        if dynamic.bind is not None:
            pairs.extend(dynamic.bind.initial())
        for name, value in pairs:
            text = attribute_value(name, value)
            if text is not None:
                self.out.append(f' {name}="{escape_attribute(text)}"')

    def text(self, run: Text) -> None:
        """Writes a text run that has siblings; parts of it whose value is no text become blocks."""
        values, holes = self.recorder.holes(run.parts)
        if all(map(is_textual, values)):
            self.text_run(values, holes, followed=run.followed)
        else:
            self.push(segments(run, values, holes), "")

    def text_run(self, values: list[object], holes: list[object], *, followed: bool) -> None:
        """Writes a text run between its comments."""
        text = escape_text("".join(map(str, values)))
        if self.marked:
            text = _TEXT_START + text + (_TEXT_END if followed else "")
        self.out.append(text)
        self.recorder.text_run(None, holes)

    def open_block(self, items: Iterable[Item], leave: Leave | None) -> None:
        """Writes the start of a block and makes the walk go through its content next."""
        if self.marked:
            self.fenced = True
            self.out.append(_BLOCK_START)
        self.push(items, BlockLeave(leave, _BLOCK_END if self.marked else ""))

    def raw(self, html: str) -> None:
        """Writes trusted markup."""
        if self.marked and any(mark in html for mark in _MARKS):
            # Marks of the same kind inside would be taken for the end, or for one more start.
            for fence in _FENCES:
                html = html.replace(f"<!--{fence}", f"<!-- {fence}")
            html = _SKIP_START + html + _SKIP_END
        self.out.append(html)

    def skip(self, pieces: Iterable[str]) -> None:
        """Writes pieces of markup that hydration leaves alone."""
        if self.marked:
            pieces = (_SKIP_START, *pieces, _SKIP_END)
        self.out.extend(pieces)


def unfenced(pieces: Iterable[str]) -> str:
    """Joins pieces of HTML without the marks around blocks, for a page of which nothing is live."""
    return "".join([piece for piece in pieces if piece is not _BLOCK_START and piece is not _BLOCK_END])


class PositionLeave(Leave):
    """Leaves a position in the tree.

    Args:
        inner: what the recorder wants to do there.
    """

    __slots__ = ("_inner",)

    def __init__(self, inner: Leave | None = None) -> None:
        self._inner = inner

    def leave(self, walk: Walk) -> None:
        walk.recorder.leave_position()
        if self._inner is not None:
            self._inner.leave(walk)

    def abandon(self, walk: Walk) -> None:
        walk.recorder.leave_position()
        if self._inner is not None:
            self._inner.abandon(walk)


class BlockLeave(PositionLeave):
    """Writes the end of a block.

    Args:
        inner: what the recorder wants to do there.
        end: what to write.
    """

    __slots__ = ("_end",)

    def __init__(self, inner: Leave | None, end: str) -> None:
        super().__init__(inner)
        self._end = end

    def leave(self, walk: Walk) -> None:
        walk.out.append(self._end)
        super().leave(walk)


class TextSegment(Node):
    """Parts of an evaluated text run that are all text."""

    __slots__ = ("_followed", "_holes", "_values")

    def __init__(self, values: list[object], holes: list[object], followed: bool) -> None:
        self._values = values
        self._holes = holes
        self._followed = followed

    def enter(self, walk: Walk) -> None:
        walk.text_run(self._values, self._holes, followed=self._followed)


class BlockSegment(Node):
    """A part of an evaluated text run whose value is no text."""

    __slots__ = ("_hole", "_value")

    def __init__(self, value: object, hole: object) -> None:
        self._value = value
        self._hole = hole

    def enter(self, walk: Walk) -> None:
        walk.open_block(self._content(), walk.recorder.open_block(self._hole))

    def _content(self) -> Iterator[Item]:
        yield from normalise((self._value,))


def segments(run: Text, values: list[object], holes: list[object]) -> list[Item]:
    """Divides a text run: what is text, and blocks for the values that are none.

    Args:
        run: the run.
        values: the values of its parts.
        holes: what the recorder returned for each part.
    """
    made: list[Item] = []
    first = 0
    for index in [*(i for i, value in enumerate(values) if not is_textual(value)), len(values)]:
        if first < index:
            followed = run.followed and index == len(values)
            if all(isinstance(part, str) for part in run.parts[first:index]):
                made.append("".join(map(str, values[first:index])))
            else:
                made.append(TextSegment(values[first:index], holes[first:index], followed))
        if index < len(values):
            made.append(BlockSegment(values[index], holes[index]))
        first = index + 1
    return made
