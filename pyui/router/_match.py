"""Finds the route of a path."""

from collections.abc import Iterable
from typing import NamedTuple

from pyui.router._path import percent_encode, split_path
from pyui.router._pattern import match_segments
from pyui.router._route import Route
from pyui.router._table import full_path, leaves


class RouteMatch(NamedTuple):
    """What a path shows.

    Args:
        chain: the routes on the way to the matched one, outermost first.
        params: the values of the path parameters by name.
        redirect_to: the path to go to instead, its parameters filled in; None for a page.
    """

    chain: tuple[Route, ...]
    params: dict[str, object]
    redirect_to: str | None

    @property
    def pattern(self) -> str:
        """The whole pattern that matched, such as `/docs/{page:path}`."""
        return full_path(self.chain)

    def title(self) -> str | None:
        """Returns the title of the innermost route that has one."""
        for route in reversed(self.chain):
            if route.title is not None:
                return route.title if isinstance(route.title, str) else route.title(**self.params)
        return None

    def meta(self) -> dict[str, str]:
        """Returns the meta entries of all routes of the chain, inner ones laid over outer ones."""
        return {name: content for route in self.chain for name, content in route.meta.items()}


def match_route(routes: Iterable[Route], path: str) -> RouteMatch | None:
    """Finds the first route that matches a path.

    Args:
        routes: the route table.
        path: the path of the URL below the app's base, percent-encoded, without query. A trailing slash means nothing.

    Returns:
        The match, or None where no route matches.
    """
    texts = split_path(path)
    if texts is None:
        return None
    found = _match(routes, texts, 0, {})
    if found is None:
        return None
    chain, params = found
    target = chain[-1].redirect_to
    return RouteMatch(chain, params, _fill(target, params) if target is not None else None)


def match_catch_all(routes: Iterable[Route], path: str) -> RouteMatch | None:
    """Matches a path that is not found with the route for all paths, `/**` or such as `/{rest:path}`.

    Args:
        routes: the route table.
        path: the path, which earlier routes may match as well.

    Returns:
        The match, or None where there is no such page.
    """
    for chain in leaves(routes):
        segments = [segment for route in chain for segment in route.segments]
        if len(segments) == 1 and segments[0].takes_rest and chain[-1].redirect_to is None:
            texts = split_path(path) or [""]
            params: dict[str, object] = {segments[0].text: "/".join(texts)} if segments[0].text else {}
            return RouteMatch(chain, params, None)
    return None


def _match(
    routes: Iterable[Route], texts: list[str], start: int, outer: dict[str, object]
) -> tuple[tuple[Route, ...], dict[str, object]] | None:
    for route in routes:
        params = outer.copy()
        end = match_segments(route.segments, texts, start, params)
        if end is None:
            continue
        if not route.children:
            if end == len(texts):
                return (route,), params
            continue
        found = _match(route.children, texts, end, params)
        if found is not None:
            return (route, *found[0]), found[1]
    return None


def _fill(target: str, params: dict[str, object]) -> str:
    for name, value in params.items():
        target = target.replace(f"{{{name}}}", percent_encode(str(value)))
    return target
