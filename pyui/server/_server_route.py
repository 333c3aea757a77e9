"""The route table that stays on the server: how and with which data the pages are rendered."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from pyui._location import user_location
from pyui.router._path import split_path
from pyui.router._pattern import match_segments, parse_pattern
from pyui.server._errors import ServerRouteError

type Loader = Callable[..., Mapping[str, Any] | Awaitable[Mapping[str, Any]]]


class RenderMode(Enum):
    """When the HTML of a page is made."""

    SERVER = "server"
    """For each request."""

    PRERENDER = "prerender"
    """Once for all requests: by the build, and by a server at the first request. The loader gets None for a request."""

    CLIENT = "client"
    """Never: the browser renders the page into an empty root."""


class ServerRoute:
    """Says how the pages below a path are rendered. The first server route that matches a path wins.

    Args:
        path: a pattern as for `Route`; a last segment `**` stands for any rest, also for none.
        mode: when the HTML is made.
        loader: a function, sync or async, that is called with the request (None at build time) and the path parameters
            by keyword, and returns props for the page's components. They reach the browser as JSON.
        headers: headers of the answer.
        status: the status of the answer.

    Raises:
        RoutePatternError: the path is not a pattern.
        ServerRouteError: the loader is not callable.
    """

    def __init__(
        self,
        path: str,
        mode: RenderMode = RenderMode.SERVER,
        *,
        loader: Loader | None = None,
        headers: Mapping[str, str] | None = None,
        status: int = 200,
    ) -> None:
        self.where = user_location()
        self.path = path
        self.takes_rest = isinstance(path, str) and path.endswith("/**")  # pyright: ignore[reportUnnecessaryIsInstance]
        self.segments = parse_pattern(path.removesuffix("/**") if self.takes_rest else path, self.where)
        self.mode = mode
        self.loader = loader
        self.headers = dict(headers) if headers is not None else {}
        self.status = status
        if loader is not None and not callable(loader):
            what = f'The loader of the server route "{path}" is {loader!r}, which cannot be called.'
            raise ServerRouteError(what, "Pass a function that takes the request and returns a dict.", where=self.where)

    def __repr__(self) -> str:
        return f"ServerRoute({self.path!r}, {self.mode})"

    def matches(self, path: str) -> bool:
        """Tells whether the server route applies to a path, percent-encoded and below the app's base."""
        texts = split_path(path)
        if texts is None:
            return False
        end = match_segments(self.segments, texts, 0, {})
        return end is not None and (self.takes_rest or end == len(texts))


def find_server_route(server_routes: Iterable[ServerRoute], path: str) -> ServerRoute:
    """Returns the first server route that matches a path, or the default: rendered for each request, no loader."""
    for server_route in server_routes:
        if server_route.matches(path):
            return server_route
    return _DEFAULT


_DEFAULT = ServerRoute("/**")
