"""Rendering that remembers which component wrote what, so that a difference can be given a name."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pyui._location import Location, is_own_code
from pyui.server._trace import components_at, render_traced
from pyui.view._transfer import Transfers


class Traced(NamedTuple):
    """A render.

    Args:
        html: the HTML, as `render_to_string` writes it.
        live: how many live parts there are.
        pieces: the pieces of the HTML, with marks of the components between them.
        transferred: the values that were computed for the browser as well.
    """

    html: str
    live: int
    pieces: Sequence[str]
    transferred: dict[str, Any]

    def difference(self, found: str) -> tuple[str, Location | None]:
        """Tells where a text differs from what was rendered.

        Returns:
            Which component, what it wrote and what was found instead; and where the component is defined.
        """
        offset = first_difference(self.html, found)
        calls = [
            call for call in components_at(self.pieces, offset) if not is_own_code(call.component.function.__code__)
        ]
        name = f"in {calls[-1].component.name}" if calls else "outside of all components"
        told = f"{name}:\n  rendered: {excerpt(self.html, offset)}\n  found:    {excerpt(found, offset)}\n"
        if not calls:
            return told, None
        code = calls[-1].component.function.__code__
        return told, Location(code.co_filename, code.co_firstlineno)


def traced_render(node: object, transferred: Mapping[str, Any] | None = None) -> Traced:
    """Renders a tree as a server does.

    Args:
        node: the tree.
        transferred: values that were computed by an earlier render, and are to be used again.

    Returns:
        The HTML, and who wrote what.
    """
    with Transfers(transferred) as transfers:
        page = render_traced(node)
    return Traced(page.rendered.html, page.rendered.live, page.pieces, transfers.values)


def first_difference(one: str, other: str) -> int:
    """Returns the offset at which two texts begin to differ; their length, or that of the shorter one, if nowhere."""
    shorter = min(len(one), len(other))
    return next((index for index in range(shorter) if one[index] != other[index]), shorter)


def excerpt(text: str, offset: int) -> str:
    """Returns what stands around a place in a text."""
    start = max(0, offset - 40)
    return ("…" if start else "") + text[start : offset + 60] + ("…" if offset + 60 < len(text) else "")
