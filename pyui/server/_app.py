"""The app: an ASGI application that answers with pages, static files and the assets of the browser."""

import logging
import threading
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from pyui._location import Location, user_location
from pyui.router import Route, RouteMatch, join_base, match_route
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._client_assets import ClientAssets, client_assets
from pyui.server._conditional import respond
from pyui.server._error_pages import status_page, traceback_page
from pyui.server._errors import ServerRouteError
from pyui.server._files import REVALIDATE, asset_response, file_response, static_response
from pyui.server._head import HeadSettings
from pyui.server._lifespan import serve_lifespan
from pyui.server._pages import Pages, Target
from pyui.server._paths import request_base, request_path
from pyui.server._routes_source import RoutesSource
from pyui.server._server_route import RenderMode, ServerRoute, find_server_route
from pyui.server._static_files import PREFIX as STATIC_PREFIX
from pyui.server._static_files import StaticFiles

_LOG = logging.getLogger("pyui.server")
_MOST_PRERENDERED = 1000


class App:
    """An app of pages: an ASGI application, to be served alone or mounted in another one.

    Args:
        routes: the route table that ships, as an import string such as `"shop.routes:routes"`, or as a list. A list
            must be a global of an importable module if any of its pages is live.
        server_routes: the route table that stays on the server.
        title: the title of pages whose route has none.
        lang: the language of the documents.
        static: a folder of files to serve below `/static/`, relative to the module that makes the app.
        stylesheets: names in that folder, paths of the app, or URLs of other sites.
        head: further markup for the head of each document: elements, dominate trees, `raw(html)`.
        debug: whether errors are shown in the browser, with their tracebacks.

    Raises:
        ImportStringError: `routes` leads nowhere.
        RouteError: a route table is wrong.
        ServerRouteError: `server_routes` holds something else.
        StaticFilesError: the folder or a stylesheet does not exist.
        HeadError: an item of `head` is no markup.
    """

    def __init__(
        self,
        routes: str | Sequence[Route],
        server_routes: Sequence[ServerRoute] = (),
        *,
        title: str = "pyui",
        lang: str = "en",
        static: str | Path | None = None,
        stylesheets: Sequence[str] = (),
        head: Sequence[object] = (),
        debug: bool = False,
    ) -> None:
        where = user_location()
        self.debug = debug
        self.routes = RoutesSource(routes, where)
        self.server_routes = _checked(server_routes, where)
        self.static = StaticFiles(_folder(static, where), where) if static is not None else None
        self.head = HeadSettings(lang, stylesheets, head, self.static, where)
        self.pages = Pages(title, self.head, self.assets, self.routes.import_string)
        self._assets: ClientAssets | None = None
        self._assets_lock = threading.Lock()
        self._prerendered: dict[tuple[str, str], str] = {}

    def assets(self) -> ClientAssets:
        """Returns the client assets; they are made at the first call.

        Raises:
            BuildError: the client bundle cannot be made.
            RoutesModuleError: the routes are in no module that the browser could import.
            RuntimeAssetsError: this installation lacks files.
        """
        with self._assets_lock:
            if self._assets is None:
                self._assets = client_assets(self.routes.import_string().partition(":")[0], self.routes.where)
            return self._assets

    @property
    def made_assets(self) -> ClientAssets | None:
        """The client assets, if any page has needed them so far."""
        return self._assets

    def server_route(self, path: str) -> ServerRoute:
        """Returns the server route of a path below the base."""
        return find_server_route(self.server_routes, path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await serve_lifespan(receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            response = await self._respond(Request(scope, receive))
            response.headers["X-Content-Type-Options"] = "nosniff"
            await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        try:
            return await self._find(request, request_path(request))
        except HTTPException as error:
            return _status_response(request, error.status_code, error.detail, error.headers)
        except Exception as error:  # noqa: BLE001 - the boundary: what a page raises is logged and answered with a page
            _LOG.exception("%s %s failed", request.method, request.url.path)
            if self.debug:
                return HTMLResponse(traceback_page(error), 500, REVALIDATE)
            return _status_response(request, 500)

    async def _find(self, request: Request, path: str) -> Response:
        response = await self._file(request, path)
        if response is None:
            match = match_route(self.routes.table, path)
            if match is None:
                raise HTTPException(404)
            _check_method(request)
            response = _redirect(request, match, path) or await self._page(request, match, path)
        return response

    async def _file(self, request: Request, path: str) -> Response | None:
        """Answers for the paths that are no pages; None where there is no such file."""
        found: Response | None = None
        if path.startswith(f"{ASSETS_PREFIX}/"):
            assets = await run_in_threadpool(self.assets)
            found = asset_response(request, assets, path.removeprefix(f"{ASSETS_PREFIX}/"))
        elif path.startswith(f"{STATIC_PREFIX}/") and self.static is not None:
            found = await static_response(request, self.static, path.removeprefix(f"{STATIC_PREFIX}/"))
        elif path == "/favicon.ico":
            icon = self.head.icon
            found = file_response(request, icon) if icon is not None else Response(status_code=204)
        if found is not None:
            _check_method(request)
        return found

    async def _page(self, request: Request, match: RouteMatch, path: str) -> Response:
        server_route = self.server_route(path)
        target = Target(match, server_route, path, request_base(request), request)
        text = await self._prerender(target) if _is_prerendered(server_route) else await self._render(target)
        headers = {**REVALIDATE, **server_route.headers}
        return respond(request, text.encode(), "text/html", headers, status=server_route.status)

    async def _prerender(self, target: Target) -> str:
        key = (target.path, target.base)
        text = self._prerendered.get(key)
        if text is None:
            text = await self._render(target._replace(request=None))
            if not self.debug and len(self._prerendered) < _MOST_PRERENDERED:
                self._prerendered[key] = text
        return text

    async def _render(self, target: Target) -> str:
        return await self.pages.render(target, keep_shell=not self.debug)


def _folder(static: str | Path, where: Location | None) -> Path:
    return Path(where.file).parent / static if where is not None else Path(static)


def _checked(server_routes: Sequence[ServerRoute], where: Location | None) -> tuple[ServerRoute, ...]:
    for server_route in server_routes:
        if not isinstance(server_route, ServerRoute):  # pyright: ignore[reportUnnecessaryIsInstance]
            what = f"The server routes hold {server_route!r}, which is no ServerRoute."
            raise ServerRouteError(what, "Wrap it: ServerRoute(path, mode).", where=where)
    return tuple(server_routes)


def _is_prerendered(server_route: ServerRoute) -> bool:
    return server_route.mode is not RenderMode.SERVER


def _check_method(request: Request) -> None:
    if request.method not in ("GET", "HEAD"):
        raise HTTPException(405, headers={"Allow": "GET, HEAD"})


def _redirect(request: Request, match: RouteMatch, path: str) -> Response | None:
    """Redirects where the route says so, and from `/x/` to `/x`, so that a page has one address."""
    if match.redirect_to is not None:
        target = match.redirect_to
    elif path.endswith("/") and path != "/":
        target = path.rstrip("/")
    else:
        return None
    url = join_base(request_base(request), target)
    query = request.url.query
    if query and "?" not in url and target.startswith("/"):
        url = f"{url}?{query}"
    return RedirectResponse(url, 308, REVALIDATE)


def _status_response(
    request: Request, status: int, detail: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    everything = {**REVALIDATE, **(headers or {})}
    if status < 200 or status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
        return Response(status_code=status, headers=everything)
    return respond(request, status_page(status, detail).encode(), "text/html", everything, status=status)
