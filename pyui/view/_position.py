"""Positions in the tree, which have names that are the same on both sides. Runs on both sides.

A position is that of something made as a whole: the page, the content of a block, a row of a list. Blocks are counted
within the position around them, rows go by their keys. So a name depends neither on what other blocks show nor on what
was shown before.
"""

from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from pyui.view._lifecycle import LifecycleError

if TYPE_CHECKING:
    import random

    from pyui.view._recorder import Recorder


class Keyed(Protocol):
    """What a position may be called by: a row."""

    def key(self) -> object:
        """Returns what tells it from others around."""
        ...


class Position:
    """A position in the tree.

    Args:
        outer: the position around it; None for a page.
        label: its number among the blocks of the position around it, or the row that stands there.

    Attributes:
        label: see above.
        outer: the position around it; a page's is itself.
        random: the generator of the random numbers at this position, when it has any.
        used: whether something has been named by it.
    """

    __slots__ = ("_blocks", "_ids", "label", "outer", "random", "used")

    def __init__(self, outer: "Position | None" = None, label: "int | Keyed" = 0) -> None:
        self.outer = self if outer is None else outer
        self.label = label
        self._blocks = self._ids = 0
        self.random: random.Random | None = None
        self.used = False

    def block(self) -> "Position":
        """Returns the position of the next block in it."""
        self._blocks += 1
        self.used = True
        return Position(self, self._blocks)

    def restart(self) -> "Position":
        """Begins anew, for other content in place of all that was there; returns itself."""
        self._blocks = self._ids = 0
        self.random = None
        return self

    def path(self) -> str:
        """Returns its name: letters, digits, hyphens and underscores; no two positions of a page have the same."""
        self.used = True
        position, labels = self, list[str]()
        while position.outer is not position:
            labels.append(position._text())
            position = position.outer
        return "-".join(["p", *reversed(labels)])

    def next_id(self) -> str:
        """Returns an id that nothing else on the page has."""
        self._ids += 1
        return f"{self.path()}-{self._ids}"

    def _text(self) -> str:
        if isinstance(self.label, int):
            return f"b{self.label}"
        key = self.label.key()
        if key.__class__ is int:
            return f"i{_escaped(str(key))}"
        if key.__class__ is str:
            return f"s{_escaped(str(key))}"
        # The text of other keys may hold the address of an object. Once counted, it keeps its number.
        self.outer._blocks += 1
        self.label = self.outer._blocks
        return f"b{self.label}"


def _escaped(text: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in text)


walking: "ContextVar[Recorder | None]" = ContextVar("pyui.walking", default=None)
"""The recorder of the walk that goes on, if any."""


def current_position() -> Position | None:
    """Returns the position that the walk is at; None where no walk goes on."""
    recorder = walking.get()
    return recorder.position if recorder is not None else None


def unique_id() -> str:
    """Returns an id that nothing else on the page has, for `id`, `for_` and the attributes of ARIA.

    It follows from the position in the tree, so that the server, hydration and a client render give the same.

    Returns:
        Letters, digits, hyphens and underscores, beginning with a letter.

    Raises:
        LifecycleError: no component is running.
    """
    position = current_position()
    if position is None:
        raise LifecycleError("unique_id() was called outside of a component.", "Call it in the body of a component.")
    return position.next_id()
