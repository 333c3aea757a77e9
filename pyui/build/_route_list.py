"""What an app's routes are, for people and for tools."""

from contextlib import aclosing
from typing import NamedTuple

from starlette.types import ASGIApp

from pyui.build._lifespan import entered_lifespan
from pyui.build._params import prerender_paths
from pyui.router import match_route, percent_encode
from pyui.server import App, RenderMode
from pyui.server._pages import Target
from pyui.server._server_table import JoinedRoute
from pyui.view.protocol import PAYLOAD_ID


class RouteInfo(NamedTuple):
    """A route that answers paths.

    Args:
        path: its pattern.
        mode: `"server"`, `"prerender"`, `"client"` or `"redirect"`.
        parameters: the names of its parameters.
        pages: how many pages a build for a server prerenders; None where it makes none.
        fallback: for a prerendered route with parameters, `"server"`, `"client"` or `"none"`.
        status: the status of the answer; None for a redirect.
        headers: headers of the answer.
        hydrate: when the browser takes over.
        script: whether the page loads a script; None where only a request can tell.
        redirect_to: where it redirects to.
    """

    path: str
    mode: str
    parameters: tuple[str, ...]
    pages: int | None
    fallback: str | None
    status: int | None
    headers: dict[str, str]
    hydrate: str
    script: bool | None
    redirect_to: str | None


async def list_routes(application: ASGIApp, app: App) -> list[RouteInfo]:
    """Lists the routes of an app in the order of the table. The lifespan of the application is entered for it.

    Raises:
        PrerenderParamsError: a `prerender_params` function gave something else than parameters.
        Exception: whatever such a function, or a prerendered page, raises.
    """
    async with entered_lifespan(application):
        return [await _describe(app, entry) for entry in app.table.entries]


async def _describe(app: App, entry: JoinedRoute) -> RouteInfo:
    line, target = entry.server_route, entry.chain[-1].redirect_to
    if target is not None:
        return RouteInfo(entry.pattern, "redirect", entry.names, None, None, None, {}, "never", False, target)
    pages, first = await _count(entry) if line.mode is RenderMode.PRERENDER else (None, None)
    return RouteInfo(
        entry.pattern,
        line.mode.value,
        entry.names,
        pages,
        line.fallback.value if line.mode is RenderMode.PRERENDER and not entry.is_literal else None,
        entry.status,
        line.headers,
        line.hydrate,
        await _has_script(app, entry, first),
        None,
    )


async def _count(entry: JoinedRoute) -> tuple[int, str | None]:
    if entry.is_literal:
        return 1, percent_encode(entry.pattern)
    if not entry.sources:
        return 0, None
    count, first = 0, None
    async with aclosing(prerender_paths(entry, "server")) as paths:
        async for path in paths:
            first = path if first is None else first
            count += 1
    return count, first


async def _has_script(app: App, entry: JoinedRoute, first: str | None) -> bool | None:
    if entry.server_route.hydrate == "never":
        return False
    if entry.server_route.mode is RenderMode.CLIENT:
        return True
    match = match_route(app.routes.table, first) if first is not None else None
    if first is None or match is None or match.chain != entry.chain:
        return None
    text = await app.pages.render(Target(match, entry.server_route, first, "", None))
    return f'id="{PAYLOAD_ID}"' in text
