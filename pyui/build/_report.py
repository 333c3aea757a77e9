"""What a build tells about itself."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pyui.build._page_writer import Output
from pyui.errors import PyuiError


class Sizes(NamedTuple):
    """Bytes, as they are and compressed.

    Args:
        raw: as they are.
        gzip: as gzip.
        brotli: as brotli.
    """

    raw: int
    gzip: int
    brotli: int


class SiteSizes(NamedTuple):
    """What a site sends.

    Args:
        assets: what the start of a live page loads, by name.
        visits: what a first visit downloads, by route. Pages that a server renders count without their HTML.
    """

    assets: dict[str, Sizes]
    visits: dict[str, Sizes]


class BuiltRoute(NamedTuple):
    """What a build made of a route.

    Args:
        route: the path of the route.
        mode: `"prerender"`, `"client"`, `"redirect"`, `"server"` for a page that waits for requests, or `"skipped"` for
            a route that no page could be made of.
        pages: the number of pages that were written.
        size: their size in bytes.
        seconds: the time from the beginning of the first to the end of the last; other pages are made meanwhile.
        largest: the file of the largest page; empty where none was written.
        largest_size: its size in bytes.
    """

    route: str
    mode: str
    pages: int
    size: int
    seconds: float
    largest: str = ""
    largest_size: int = 0


class BuiltSite(NamedTuple):
    """What a build wrote.

    Args:
        out: the folder.
        output: for whom it is.
        routes: a line for each route, in the order of the table.
        size: the size of all files in bytes.
        seconds: the time that the build took.
        sizes: what it sends; None where nobody wanted to know.
    """

    out: Path
    output: Output
    routes: tuple[BuiltRoute, ...]
    size: int
    seconds: float
    sizes: SiteSizes | None = None


def _ignore(_: object) -> None:
    pass


class Progress(NamedTuple):
    """Who is told while a build runs.

    Args:
        on_route: called when a route is done.
        on_page: called when a page is done, with its path.
        on_snapshot: called before a memory snapshot is taken, which takes seconds.
        on_warning: called with what is wrong, but no reason to fail.
    """

    on_route: Callable[[BuiltRoute], object] = _ignore
    on_page: Callable[[str], object] = _ignore
    on_snapshot: Callable[[], object] = lambda: None
    on_warning: Callable[[PyuiError], object] = _ignore
