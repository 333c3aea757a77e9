"""The two route tables, joined: which server route each route has. Done once, when the app is made."""

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyui._location import Location
from pyui.router import Route, RouteMatch, full_path, leaves, match_route, percent_encode
from pyui.router._pattern import Segment, match_segments
from pyui.server._errors import (
    MissingParamsError,
    ParameterMismatchError,
    ServerRouteError,
    ServerRouteUnmatchedError,
    UncoveredRouteError,
)
from pyui.server._server_route import RenderMode, ServerRoute
from pyui.server._source_line import with_line

type Chain = tuple[Route, ...]


class JoinedRoute(NamedTuple):
    """A route that answers paths, and its server route.

    Args:
        chain: the route with its parents, outermost first.
        segments: the segments of the whole pattern.
        server_route: the server route.
        sources: the server routes whose `prerender_params` give its parameters, outermost first.
    """

    chain: Chain
    segments: tuple[Segment, ...]
    server_route: ServerRoute
    sources: tuple[ServerRoute, ...]

    @property
    def pattern(self) -> str:
        """The whole pattern, such as `/docs/{page:path}`."""
        return full_path(self.chain)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parameters."""
        return tuple(segment.text for segment in self.segments if segment.kind and segment.text)

    @property
    def is_literal(self) -> bool:
        """Whether the pattern stands for one path."""
        return not any(segment.kind for segment in self.segments)

    @property
    def is_redirect(self) -> bool:
        """Whether the route goes elsewhere instead of showing a page."""
        return self.chain[-1].redirect_to is not None

    @property
    def catches_all(self) -> bool:
        """Whether the route answers every path."""
        return len(self.segments) == 1 and self.segments[0].takes_rest

    @property
    def status(self) -> int:
        """The status of the route's pages."""
        status = self.server_route.status
        takes_rest = bool(self.segments) and self.segments[-1].takes_rest
        if status is not None and (status < 400 or takes_rest or not self.server_route.takes_rest):
            return status
        return 404 if self.catches_all and not self.names else 200


class ServerTable:
    """The joined route tables.

    Args:
        routes: the route table that ships, checked.
        server_routes: the one that stays. If it is empty, each route has the default: rendered for each request.
        where: the place where the app is made, for errors.

    Attributes:
        not_found: the route whose page answers for paths that have none: it catches all paths, with the status 404.

    Raises:
        ServerRouteError: the table holds something else, or the `prerender_params` of a server route would be for
            routes with different parameters.
        ServerRouteUnmatchedError: a server route covers no route.
        UncoveredRouteError: a route is covered by no server route.
        ParameterMismatchError: a server route and a route differ in their parameters.
        MissingParamsError: a prerendered route has parameters, and no server route gives them.
    """

    def __init__(self, routes: Sequence[Route], server_routes: Sequence[ServerRoute], where: Location | None) -> None:
        self.routes = routes
        self._server_routes = _checked(server_routes, where)
        self._by_chain: dict[Chain, JoinedRoute] = {chain: self._join(chain) for chain in leaves(routes)}
        self._covered: dict[ServerRoute, list[JoinedRoute]] = {}
        for entry in self._by_chain.values():
            self._covered.setdefault(entry.server_route, []).append(entry)
        self._by_chain = {
            chain: entry._replace(sources=self._sources(entry)) for chain, entry in self._by_chain.items()
        }
        for server_route in self._server_routes:
            self._check_use(server_route)
        for entry in self.entries:
            self._check_entry(entry)
        self._literal = dict(self._literal_matches())
        found = (entry for entry in self.entries if entry.catches_all and entry.status == 404)
        self.not_found = next((entry for entry in found if not entry.is_redirect), None)

    @property
    def entries(self) -> tuple[JoinedRoute, ...]:
        """All routes, in the order of the route table."""
        return tuple(self._by_chain.values())

    def match(self, path: str) -> RouteMatch | None:
        """Finds the route of a path, as `match_route` does; what routes without parameters match is found at once.

        Args:
            path: the path below the app's base, percent-encoded.
        """
        chain = self._literal.get(path)
        return RouteMatch(chain, {}, chain[-1].redirect_to) if chain is not None else match_route(self.routes, path)

    def _literal_matches(self) -> Iterator[tuple[str, Chain]]:
        for entry in self.entries:
            if entry.is_literal:
                path = percent_encode("/" + "/".join(segment.text for segment in entry.segments))
                match = match_route(self.routes, path)
                if match is not None and not match.params:  # an earlier route may take the path
                    yield path, match.chain

    def entry(self, chain: Chain) -> JoinedRoute:
        """Returns the joined route of a match."""
        return self._by_chain[chain]

    def _join(self, chain: Chain) -> JoinedRoute:
        segments = tuple(segment for route in chain for segment in route.segments)
        found = next((line for line in self._server_routes if line.covers(segments)), _DEFAULT)
        return JoinedRoute(chain, segments, found, ())

    def _sources(self, entry: JoinedRoute) -> tuple[ServerRoute, ...]:
        if not entry.names:
            return ()
        parents = [line for line in self._server_routes if self._is_parent(line, entry)]
        own = [entry.server_route] if entry.server_route.prerender_params is not None else []
        return (*sorted(parents, key=lambda line: len(line.segments)), *own)

    def _is_parent(self, line: ServerRoute, entry: JoinedRoute) -> bool:
        """Tells whether the parameters that a server route lists are among the first ones of a route further down."""
        if line is entry.server_route or line.prerender_params is None:
            return False
        length = len(line.segments) - line.takes_rest
        above = entry.segments[:length]
        names = {name for other in self._covered.get(line, ()) for name in other.names}
        known = {segment.text for segment in above if segment.kind}
        return length < len(entry.segments) and line.covers(above) and bool(names) and names <= known

    def _check_use(self, line: ServerRoute) -> None:
        if line in self._covered or line.path == "/**":
            return
        taken = [entry for entry in self.entries if line.covers(entry.segments)]
        if taken:
            before = taken[0].server_route
            what = f'The server route "{line.path}" is never used: "{before.path}" ({before.where}) takes its routes.'
            fix = "The first one wins: put it before that one, or remove it."
            raise ServerRouteUnmatchedError(with_line(what, line.where), fix, where=line.where)
        for entry in self.entries:
            if line.resembles(entry.segments):
                raise _mismatch(line, entry)
        raise self._unmatched(line)

    def _unmatched(self, line: ServerRoute) -> ServerRouteUnmatchedError:
        what = f'The server route "{line.path}" matches no route.'
        texts = line.path.strip("/").split("/")
        wider = [server_pattern(entry) for entry in self.entries if _matches(entry.segments, texts)]
        close = wider or difflib.get_close_matches(line.path, [server_pattern(entry) for entry in self.entries], n=1)
        fix = f'Write ServerRoute("{close[0]}", …).' if close else "Remove it, or add a Route for it to the routes."
        return ServerRouteUnmatchedError(with_line(what, line.where), fix, where=line.where)

    def _check_entry(self, entry: JoinedRoute) -> None:
        line = entry.server_route
        if entry.is_redirect:
            return
        if line is _DEFAULT and self._server_routes:
            route = entry.chain[-1]
            what = f'The route "{entry.pattern}" is covered by no server route.'
            example = f'ServerRoute("{server_pattern(entry)}", RenderMode.SERVER)'
            fix = f'Add {example}, or ServerRoute("/**", RenderMode.SERVER) at the end.'
            raise UncoveredRouteError(with_line(what, route.where), fix, where=route.where)
        if line.mode is RenderMode.PRERENDER and not entry.is_literal:
            self._check_params(entry)

    def _check_params(self, entry: JoinedRoute) -> None:
        line, names = entry.server_route, entry.names
        if not names and entry.catches_all:
            return
        unnamed = [str(segment) for segment in entry.segments if segment.kind and not segment.text]
        if unnamed:
            what = f'The route "{entry.pattern}" is prerendered, but "{unnamed[0]}" has no name to give it values by.'
            fix = "Write {name} for * and {name:path} for ** in the route, or choose another mode."
            raise MissingParamsError(with_line(what, line.where), fix, where=line.where)
        if not entry.sources:
            what = f'The route "{entry.pattern}" is prerendered and has parameters, but nothing lists their values.'
            example = f"lambda: [{{{', '.join(f'"{name}": …' for name in names)}}}]"
            fix = f'Write ServerRoute("{server_pattern(entry)}", RenderMode.PRERENDER, prerender_params={example}).'
            raise MissingParamsError(with_line(what, line.where), fix, where=line.where)
        if line.prerender_params is not None:
            self._check_shared_params(entry)

    def _check_shared_params(self, entry: JoinedRoute) -> None:
        line = entry.server_route
        for other in self._covered[line]:
            if other.names and not other.is_redirect and set(other.names) != set(entry.names):
                what = f'The prerender_params of "{line.path}" would be for "{entry.pattern}" and "{other.pattern}".'
                fix = f'They have different parameters: write ServerRoute("{server_pattern(other)}", …) before it.'
                raise ServerRouteError(with_line(what, line.where), fix, where=line.where)


def server_pattern(entry: JoinedRoute) -> str:
    """Returns the pattern of a server route for a route alone: the kinds of its parameters are the route's."""
    parts = [
        "**" if segment.takes_rest else f"{{{segment.text}}}" if segment.text and segment.kind else str(segment)
        for segment in entry.segments
    ]
    return "/" + "/".join(parts)


def _matches(segments: tuple[Segment, ...], texts: list[str]) -> bool:
    return match_segments(segments, texts, 0, {}) == len(texts)


def _mismatch(line: ServerRoute, entry: JoinedRoute) -> ParameterMismatchError:
    what = f'The server route "{line.path}" and the route "{entry.pattern}" have different parameters.'
    fix = f'Write ServerRoute("{server_pattern(entry)}", …), with the names of the route ({entry.chain[-1].where}).'
    return ParameterMismatchError(with_line(what, line.where), fix, where=line.where)


def _checked(server_routes: Sequence[ServerRoute], where: Location | None) -> tuple[ServerRoute, ...]:
    for server_route in server_routes:
        if not isinstance(server_route, ServerRoute):  # pyright: ignore[reportUnnecessaryIsInstance]
            what = f"The server routes hold {server_route!r}, which is no ServerRoute."
            raise ServerRouteError(what, "Wrap it: ServerRoute(path, mode).", where=where)
    return tuple(server_routes)


_DEFAULT = ServerRoute("/**")
