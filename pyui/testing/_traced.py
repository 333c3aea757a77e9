"""Rendering that remembers which component wrote what, so that a difference can be given a name."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from pyui._location import Location
from pyui.reactive import Owner
from pyui.reactive._owner import swap_owner
from pyui.view import ComponentCall
from pyui.view._node import Item
from pyui.view._recorder import Recorder
from pyui.view._transfer import collecting
from pyui.view._walk import Walk


class Span(NamedTuple):
    """What one component wrote.

    Args:
        name: the component.
        file: where it is defined.
        line: the line of that.
        start: where it begins in the HTML.
        end: where it ends.
    """

    name: str
    file: str
    line: int
    start: int
    end: int


class Traced(NamedTuple):
    """A render.

    Args:
        html: the HTML, as `render_to_string` writes it.
        live: how many live parts there are.
        spans: what each component wrote, in the order in which they began.
        transferred: the values that were computed for the browser as well.
    """

    html: str
    live: int
    spans: list[Span]
    transferred: dict[str, Any]

    def component_at(self, offset: int) -> Span | None:
        """Returns the innermost component that wrote at a place."""
        return next(
            (span for span in reversed(self.spans) if span.start <= offset < max(span.end, span.start + 1)), None
        )


class _Begun:
    """A component that has begun to write."""

    __slots__ = ("call", "end", "out", "start")

    def __init__(self, call: ComponentCall, walk: Walk) -> None:
        self.call = call
        self.out = walk.out
        self.start = len(walk.out)
        self.end: int | None = None

    def span(self, offsets: list[int]) -> Span:
        """Returns what it wrote, when the offset of each piece is known."""
        code = self.call.component.function.__code__
        end = self.end if self.end is not None else len(offsets) - 1
        start, end = (offsets[min(piece, len(offsets) - 1)] for piece in (self.start, end))
        return Span(self.call.component.name, code.co_filename, code.co_firstlineno, start, end)


@contextmanager
def _tracing() -> Generator[list[_Begun]]:
    """Notes each component that runs. The walk itself has no hook for it: that would cost each component some time."""
    begun: list[_Begun] = []
    enter, expand = ComponentCall.enter, ComponentCall.expand

    def end(call: ComponentCall, walk: Walk) -> None:
        last = next((one for one in reversed(begun) if one.call is call and one.end is None), None)
        if last is not None:
            last.end = len(walk.out)

    def traced_expand(call: ComponentCall, walk: Walk) -> list[Item]:
        begun.append(_Begun(call, walk))
        return expand(call, walk)

    def traced_enter(call: ComponentCall, walk: Walk) -> None:
        enter(call, walk)
        if walk._pending is None:
            end(call, walk)

    with patch.multiple(ComponentCall, enter=traced_enter, expand=traced_expand, leave=end):
        yield begun


def traced_render(node: object, transferred: Mapping[str, Any] | None = None) -> Traced:
    """Renders a tree as a server does.

    Args:
        node: the tree.
        transferred: values that were computed by an earlier render, and are to be used again.

    Returns:
        The HTML, and who wrote what.
    """
    owner = Owner(static=True)
    recorder = Recorder()
    walk = Walk(recorder)
    parts: list[list[str]] = []
    outer = swap_owner(owner)
    try:
        with collecting(transferred) as transfers, _tracing() as begun:
            walk.render(node)
            parts.append(walk.out)
            parts.extend(walk.out for _ in walk.render_portals())
    finally:
        swap_owner(outer)
        owner.dispose()
    spans: list[Span] = []
    position = 0
    for pieces in parts:
        offsets = [position]
        for piece in pieces:
            offsets.append(offsets[-1] + len(piece))
        spans.extend(one.span(offsets) for one in begun if one.out is pieces)
        position = offsets[-1]
    html = "".join("".join(pieces) for pieces in parts)
    return Traced(html, recorder.live + owner.live, spans, transfers.values)


def first_difference(one: str, other: str) -> int:
    """Returns the offset at which two texts begin to differ; their length, or that of the shorter one, if nowhere."""
    shorter = min(len(one), len(other))
    return next((index for index in range(shorter) if one[index] != other[index]), shorter)


def excerpt(text: str, offset: int) -> str:
    """Returns what stands around a place in a text."""
    start = max(0, offset - 40)
    return ("…" if start else "") + text[start : offset + 60] + ("…" if offset + 60 < len(text) else "")


def difference(traced: Traced, found: str) -> tuple[str, Location | None]:
    """Tells where a text differs from what was rendered.

    Returns:
        Which component, what it wrote and what was found instead; and where the component is defined.
    """
    offset = first_difference(traced.html, found)
    span = traced.component_at(offset)
    name = f"in {span.name}" if span is not None else "outside of all components"
    told = f"{name}:\n  rendered: {excerpt(traced.html, offset)}\n  found:    {excerpt(found, offset)}\n"
    return told, Location(span.file, span.line) if span is not None else None
