"""One line of the route table that stays on the server: how and with which data pages are rendered."""

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Literal, cast, get_args

from pyui._location import user_location
from pyui.router._pattern import Segment, parse_pattern
from pyui.server._errors import PrerenderStatusError, ServerRouteError
from pyui.server._source_line import with_line

type Loader = Callable[..., Mapping[str, Any] | Awaitable[Mapping[str, Any]]]

type ParamsList = Iterable[Mapping[str, object]] | AsyncIterable[Mapping[str, object]]
type PrerenderParams = Callable[..., ParamsList | Awaitable[ParamsList]]

type Hydrate = Literal["immediate", "idle", "viewport", "interaction", "never"]
_HYDRATE: tuple[str, ...] = get_args(Hydrate.__value__)


class RenderMode(Enum):
    """When the HTML of a page is made."""

    SERVER = "server"
    """For each request."""

    PRERENDER = "prerender"
    """Once for all requests, by the build; by a server without a build at the first request."""

    CLIENT = "client"
    """Never: the browser renders the page into a shell."""


class PrerenderFallback(Enum):
    """What a server does with a path of a prerendered route that the build did not write."""

    SERVER = "server"
    """It renders the page for each request."""

    CLIENT = "client"
    """It sends the shell, and the browser renders the page."""

    NONE = "none"
    """There is no such page: 404."""


class ServerRoute:
    """Says how the pages below a path are rendered. The first server route that covers a route wins.

    Args:
        path: a pattern as for `Route`. A parameter without a kind stands for one of any kind, `*` for any one segment,
            and `**` at the end for any rest, also for none.
        mode: when the HTML is made. Without it, for each request on a server, and once in a static build.
        loader: a function, sync or async, that is called with the request (None at build time) and the path parameters
            by keyword, and returns props for the page's components. They may be of all types that travel.
        headers: headers of the answer.
        status: the status of the answer, 200 by default. From 400 on, and with `**`, it is meant for what has no route
            of its own, so that only a route that takes a rest answers with it.
        prerender_params: for a prerendered route with parameters, a function, sync or async, that returns or yields
            dicts of their values. It runs at build time alone. It is called with those parameters of the routes above
            that it accepts by name, and with the `output` of the build, `"server"` or `"static"`, if it accepts that.
        fallback: for a prerendered route with parameters, what a server does with values that are not listed.
        hydrate: when the browser takes over: at once; when it is `idle`; when the page is in the `viewport`; at the
            first `interaction`; or `never`, and the page has no script.

    Raises:
        RoutePatternError: the path is not a pattern.
        PrerenderStatusError: a prerendered route has a status.
        ServerRouteError: another argument has no meaning.
    """

    def __init__(
        self,
        path: str,
        mode: RenderMode | None = None,
        *,
        loader: Loader | None = None,
        headers: Mapping[str, str] | None = None,
        status: int | None = None,
        prerender_params: PrerenderParams | None = None,
        fallback: PrerenderFallback | None = None,
        hydrate: Hydrate = "immediate",
    ) -> None:
        self.where = user_location()
        self.path = path
        self.segments = parse_pattern(path, self.where)
        self.has_mode = mode is not None
        self.mode = mode if mode is not None else RenderMode.SERVER
        self.loader = loader
        self.headers = dict(headers) if headers is not None else {}
        self.status = status
        self.prerender_params = prerender_params
        self.has_fallback = fallback is not None
        self.fallback = fallback if fallback is not None else PrerenderFallback.SERVER
        self.hydrate: Hydrate = hydrate
        self._check()

    def __repr__(self) -> str:
        return f"ServerRoute({self.path!r}, {self.mode})"

    @property
    def takes_rest(self) -> bool:
        """Whether the path ends in `**` or `{name:path}`."""
        return bool(self.segments) and self.segments[-1].takes_rest

    def covers(self, segments: Sequence[Segment]) -> bool:
        """Tells whether each path of a route's pattern is one of this server route's."""
        return self._compare(segments, self._covers_segment)

    def resembles(self, segments: Sequence[Segment]) -> bool:
        """Tells whether the server route would cover a pattern if its parameters had other names or kinds."""
        return self._compare(segments, _resembles_segment)

    def _compare(self, segments: Sequence[Segment], compare: Callable[[Segment, Segment], bool]) -> bool:
        for index, own in enumerate(self.segments):
            if own.kind == "**":
                return True
            if index >= len(segments) or not compare(own, segments[index]):
                return False
        return len(self.segments) == len(segments)

    def _covers_segment(self, own: Segment, other: Segment) -> bool:
        if own.kind == "*":
            return not other.takes_rest
        if own.kind == "str" and f"{{{own.text}}}" in self.path:
            return own.text == other.text and bool(other.kind) and not other.takes_rest
        return own == other

    def _check(self) -> None:
        for name, function in (("loader", self.loader), ("prerender_params", self.prerender_params)):
            if function is not None and not callable(function):
                fix = "Pass a function, without calling it."
                raise self._error(f"has the {name} {function!r}, which cannot be called.", fix)
        if self.hydrate not in _HYDRATE:
            fix = f"Write one of {', '.join(map(repr, _HYDRATE))}."
            raise self._error(f"is to hydrate {self.hydrate!r}.", fix)
        if not isinstance(self.mode, RenderMode):  # pyright: ignore[reportUnnecessaryIsInstance]: users need not check types
            fix = "Write RenderMode.SERVER, RenderMode.PRERENDER or RenderMode.CLIENT."
            raise self._error(f"has the mode {self.mode!r}.", fix)
        self._check_mode()
        self._check_answer()

    def _check_mode(self) -> None:
        if self.mode is not RenderMode.PRERENDER:
            for name, given in (
                ("prerender_params", self.prerender_params is not None),
                ("fallback", self.has_fallback),
            ):
                if given:
                    fix = f"Leave {name} out, or write RenderMode.PRERENDER."
                    raise self._error(f"has {name}, but its pages are not prerendered.", fix)
        if not isinstance(self.fallback, PrerenderFallback):  # pyright: ignore[reportUnnecessaryIsInstance]: as above
            fix = "Write PrerenderFallback.SERVER, PrerenderFallback.CLIENT or PrerenderFallback.NONE."
            raise self._error(f"has the fallback {self.fallback!r}.", fix)
        if self.mode is RenderMode.CLIENT and self.hydrate == "never":
            fix = "Choose another mode, or leave hydrate out."
            raise self._error("is rendered by the browser, and never is.", fix)

    def _check_answer(self) -> None:
        status = cast("object", self.status)
        if status is not None and self.mode is RenderMode.PRERENDER:
            what = f'The server route "{self.path}" is prerendered and has the status {status}.'
            fix = "A file is always answered with 200: leave status out, or write RenderMode.SERVER."
            raise PrerenderStatusError(with_line(what, self.where), fix, where=self.where)
        if status is not None and not (isinstance(status, int) and 200 <= status <= 599):
            raise self._error(f"has the status {status!r}.", "Write a number from 200 to 599.")
        for name, value in self.headers.items():
            if not (_is_header_text(name) and _is_header_text(value)) or not name or not set(name).isdisjoint(" :"):
                raise self._error(f"has the header {name!r}: {value!r}.", "Names and values are text of one line.")

    def _error(self, what: str, fix: str) -> ServerRouteError:
        text = with_line(f'The server route "{self.path}" {what}', self.where)
        return ServerRouteError(text, fix, where=self.where)


def _resembles_segment(own: Segment, other: Segment) -> bool:
    return bool(other.kind) if own.kind else own == other


def _is_header_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and all(ord(char) < 256 for char in value)
