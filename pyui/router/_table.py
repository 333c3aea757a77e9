"""The route table as a whole: its leaves, and what only shows when routes are seen together."""

from collections.abc import Iterable, Iterator, Sequence

from pyui.router._errors import DuplicateRouteError, RoutePatternError, RouteTargetError
from pyui.router._pattern import Segment, check_names
from pyui.router._route import Route, check_is_route

type Chain = tuple[Route, ...]


def leaves(routes: Iterable[Route], parents: Chain = ()) -> Iterator[Chain]:
    """Yields the way to each route that answers paths, outermost route first, in the order of the table."""
    for route in routes:
        chain = (*parents, route)
        if route.children:
            yield from leaves(route.children, chain)
        else:
            yield chain


def full_path(chain: Sequence[Route]) -> str:
    """Returns the pattern of a chain of routes from the root, such as `/docs/{page:path}`."""
    return "/" + "/".join(part for part in (route.path.strip("/") for route in chain) if part)


def check_routes(routes: Iterable[Route]) -> None:
    """Checks a route table.

    Raises:
        RouteTableError: something in it is not a route.
        RoutePatternError: a path of the table does not start with a slash, a child's does, a name occurs twice on the
            way to a route, or something follows a `{name:path}` or `**`.
        RouteTargetError: a redirect names a parameter that its path does not have.
        DuplicateRouteError: two routes have the same shape.
    """
    table = list(routes)
    for route in table:
        check_is_route(route)
        if not route.path.startswith("/"):
            what = f'The path "{route.path}" does not start with a slash.'
            raise RoutePatternError(what, f'Write "/{route.path}".', where=route.where)
    seen: dict[tuple[str, ...], Chain] = {}
    for chain in leaves(table):
        segments = _check_chain(chain)
        _check_redirect(chain, segments)
        shape = tuple(segment.shape for segment in segments)
        if shape in seen:
            raise _duplicate(seen[shape], chain)
        seen[shape] = chain


def _check_chain(chain: Chain) -> tuple[Segment, ...]:
    segments: tuple[Segment, ...] = ()
    for route in chain:
        if segments and segments[-1].takes_rest and route.segments:
            what = f'The path "{full_path(chain)}" has something behind {segments[-1]}.'
            raise RoutePatternError(what, "Move it to the end.", where=route.where)
        if route is not chain[0] and route.path.startswith("/"):
            what = f'The path "{route.path}" of a child starts with a slash.'
            raise RoutePatternError(what, f'It is relative to its parent: write "{route.path[1:]}".', where=route.where)
        segments += route.segments
        check_names(full_path(chain), segments, route.where)
    return segments


def _check_redirect(chain: Chain, segments: tuple[Segment, ...]) -> None:
    target = chain[-1].redirect_to
    if target is None:
        return
    for segment in segments:
        if segment.text and segment.kind:
            target = target.replace(f"{{{segment.text}}}", "")
    if "{" in target or "}" in target:
        what = f'The redirect "{chain[-1].redirect_to}" names a parameter that "{full_path(chain)}" does not have.'
        raise RouteTargetError(what, "Use the names of the path, as {name}.", where=chain[-1].where)


def _duplicate(first: Chain, second: Chain) -> DuplicateRouteError:
    one, two = (f'"{full_path(chain)}" ({chain[-1].where})' for chain in (first, second))
    what = f"The routes {one} and {two} match the same paths."
    return DuplicateRouteError(what, "Remove one of them: the first always wins.", where=second[-1].where)
