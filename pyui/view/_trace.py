"""Where in the markup each component is, for reports of mismatches. Runs on both sides; used in the browser alone."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from pyui.view.protocol import COMPONENT_END, COMPONENT_START

if TYPE_CHECKING:
    from pyui.view._component import ComponentCall


class Note(str):
    """An empty piece of markup, known by its identity: pieces that are joined do not show it."""

    __slots__ = ()


STARTS = Note()
"""Stands before what a component renders."""

ENDS = Note()
"""Stands behind it."""


def noted(pieces: Iterable[str]) -> str:
    """Joins pieces of markup, with a comment at each note."""
    index = count()
    return "".join(
        f"<!--{COMPONENT_START}{next(index)}-->"
        if piece is STARTS
        else f"<!--{COMPONENT_END}-->"
        if piece is ENDS
        else piece
        for piece in pieces
    )


def paths(pieces: Iterable[str], calls: Iterable["ComponentCall"]) -> Iterator[tuple["ComponentCall", ...]]:
    """Tells which components each component is in, outermost first, itself last.

    Args:
        pieces: markup with notes.
        calls: the components, in the order of the notes.
    """
    remaining = iter(calls)
    path: tuple[ComponentCall, ...] = ()
    for piece in pieces:
        if piece is STARTS:
            path = (*path, next(remaining))
            yield path
        elif piece is ENDS:
            path = path[:-1]
