"""Parts of a page without a browser that are taken over by themselves, and those that are left alone."""

import re
from typing import NamedTuple

from pyui.testing._dom import Comment, Element, Node
from pyui.view import protocol

_SKIPS = re.compile(f"<!--([{protocol.SKIP_START}{protocol.SKIP_END}])-->")
_NOTES = re.compile(f"<!--(?:{protocol.COMPONENT_START}\\d+|{protocol.COMPONENT_END})-->")


class Island(NamedTuple):
    """An island.

    Args:
        start: the comment before it.
        end: the comment behind it.
    """

    start: Comment
    end: Comment

    @property
    def parent(self) -> Element:
        """The element that it stands in."""
        if self.start.parent is None:
            raise RuntimeError("an island that is no longer in the page")
        return self.start.parent

    def nodes(self) -> list[Node]:
        """Lists what stands in it, without what is inside of that."""
        siblings = self.parent.children
        return siblings[siblings.index(self.start) + 1 : siblings.index(self.end)]


def every(nodes: list[Node]) -> list[Node]:
    """Lists nodes and all that is inside of them, in document order."""
    return [each for node in nodes for each in (node, *(node.descendants() if isinstance(node, Element) else ()))]


def find_islands(nodes: list[Node]) -> list[Island]:
    """Lists the islands in nodes, without those inside of them."""
    found: list[Island] = []
    opened: list[Comment] = []
    for node in every(nodes):
        if isinstance(node, Comment) and node.data.startswith(protocol.ISLAND_START):
            opened.append(node)
        elif isinstance(node, Comment) and node.data == protocol.ISLAND_END and opened:
            start = opened.pop()
            if not opened:
                found.append(Island(start, node))
    return found


def emptied(html: str) -> str:
    """Returns markup without what stands between `SKIP_START` and `SKIP_END`, which hydration leaves alone."""
    depth = 0
    kept: list[str] = []
    for index, part in enumerate(_SKIPS.split(html)):
        if index % 2:
            depth += 1 if part == protocol.SKIP_START else -1
        elif not depth:
            kept.append(part)
    return "<!---->".join(kept)


def without_notes(html: str) -> str:
    """Returns markup without the comments that tell of components."""
    return _NOTES.sub("", html)
