"""Pieces of the page that were just rendered. Browser only."""

from typing import Any, NamedTuple, Self

from pyui.browser._clone import Clone
from pyui.browser._ops import emit
from pyui.browser._stand_in import StandIn
from pyui.view._component import ComponentCall


class Fragment(NamedTuple):
    """A piece of the page.

    Args:
        html: its markup.
        clones: what stands in it in the place of elements that are cloned.
        numbers: first element, element count, first comment, comment count.
        rows: what stands in the markup in the place of rows.
    """

    html: str
    clones: list[Clone]
    numbers: tuple[int, int, int, int]
    rows: list[StandIn]

    @classmethod
    def of(cls, pieces: list[str], numbers: tuple[int, int, int, int]) -> Self:
        """Makes a fragment of the pieces of its markup."""
        clones = [piece for piece in pieces if isinstance(piece, Clone)]
        rows = [piece for piece in pieces if isinstance(piece, StandIn)]
        return cls("".join(pieces), clones, numbers, rows)

    def emit(self, *op: Any) -> None:
        """Adds an op that puts it into the page, and those that make the rows in it.

        Args:
            op: the opcode, and the arguments before the markup.
        """
        emit(*op, self.html, [clone.sent() for clone in self.clones], *self.numbers)
        for rows in self.rows:
            rows.emit()


class RenderedPage(NamedTuple):
    """A whole page, portals and all.

    Args:
        pieces: the pieces of its markup, with notes of the components, and with stand-ins.
        numbers: as of a `Fragment`.
        calls: the components, in the order of the notes.
        paused: whether the walk has paused.
        exact: whether the page must be the same: nothing that it shows can have changed since the page was begun.
    """

    pieces: list[str]
    numbers: tuple[int, int, int, int]
    calls: list[ComponentCall]
    paused: bool = False
    exact: bool = True
