"""What the routes and the components of a page put into the head of its document."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyui.router import Route, RouteMatch
from pyui.view._escape import escape_text
from pyui.view._head import HeadEntry, head_html, meta_entries

_OUTSIDE = -1  # the level of what stands in no component


class _RouteHead(NamedTuple):
    """What a route puts there.

    Args:
        title: the title as HTML, where no component gives one.
        entries: the rest.
    """

    title: str
    entries: list[HeadEntry]


class RouteHeads:
    """Writes the heads of pages. Where the title of a route is text, its own part is written once.

    Args:
        chains: the routes with their parents, outermost first.
        title: the title of pages whose route has none.
    """

    def __init__(self, chains: Iterable[Sequence[Route]], title: str) -> None:
        self._title = title
        self._kept: dict[Sequence[Route], _RouteHead] = {}
        for chain in chains:
            if not any(callable(route.title) for route in chain):
                match = RouteMatch(tuple(chain), {}, None)
                self._kept[chain] = _RouteHead(self._written_title(match), meta_entries(match.meta(), _OUTSIDE))

    def title(self, match: RouteMatch) -> str:
        """Returns the title of a match, as text."""
        return match.title() or self._title

    def write(self, match: RouteMatch, entries: Sequence[HeadEntry]) -> tuple[str, str]:
        """Writes the head of a page.

        Args:
            match: the match of its path.
            entries: what its components put there, in the order in which the walk came by them.

        Returns:
            The title as HTML, and the markup of the rest.
        """
        kept = self._kept.get(match.chain)
        found = kept.entries if kept is not None else meta_entries(match.meta(), _OUTSIDE)
        title, head = head_html([*found, *entries]) if found or entries else (None, "")
        if title is None:
            title = kept.title if kept is not None else self._written_title(match)
        return title, head

    def _written_title(self, match: RouteMatch) -> str:
        return escape_text(self.title(match))
