"""The app: an ASGI application that answers with pages, static files and the assets of the browser."""

import logging
import os
import threading
from collections.abc import Collection, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Router
from starlette.types import Lifespan, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from pyui._location import Location, user_location
from pyui.router import Chooser, Regional, Route, RouteMatch, join_base, page_path
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._client_assets import SERVICE_WORKER, ClientAssets, client_assets
from pyui.server._closure import Closure
from pyui.server._conditional import respond
from pyui.server._data import data_text, moved_document, request_of_page
from pyui.server._error_pages import status_page, traceback_page
from pyui.server._errors import ShellError, TimeZoneError
from pyui.server._file_answers import FileAnswers, is_file_path
from pyui.server._files import NO_SNIFFING, REVALIDATE
from pyui.server._head import HeadSettings
from pyui.server._page_answers import PageAnswers
from pyui.server._pages import Pages
from pyui.server._paths import request_base, request_path
from pyui.server._prerendered import Prerendered
from pyui.server._routes_source import RoutesSource
from pyui.server._server_route import ServerRoute
from pyui.server._server_table import ServerTable
from pyui.server._set_order import loops_over_sets
from pyui.server._snapshot import Snapshot, SnapshotSource, SnapshotSubject, find_snapshot
from pyui.server._static_files import StaticFiles
from pyui.view import Component

PRERENDERED_VARIABLE = "PYUI_PRERENDERED"
"""The environment variable that names the output of a build, for an app that names none itself."""

SNAPSHOT_VARIABLE = "PYUI_SNAPSHOT"
"""The environment variable that names a folder with a memory snapshot, for an app that no build has made one for."""

_NO_SNIFFING = (b"x-content-type-options", b"nosniff")

_LOG = logging.getLogger("pyui.server")


class App:
    """An app of pages: an ASGI application, to be served alone or mounted in another one.

    Args:
        routes: the route table that ships, as an import string such as `"shop.routes:routes"`, or as a list. A list
            must be a global of an importable module if any of its pages is live.
        server_routes: the route table that stays on the server. It covers all routes, or is empty: each page is then
            rendered for each request.
        title: the title of pages whose route has none.
        lang: the language of the documents.
        static: a folder of files to serve below `/static/`, relative to the module that makes the app.
        stylesheets: names in that folder, paths of the app, or URLs of other sites.
        head: further markup for the head of each document: elements, dominate trees, `raw(html)`.
        locale: what `pyui.locale()` returns for a request, which is None in a build and for prerendered pages; by
            default what the browser asks for, or `lang`.
        time_zone: the zone of `pyui.time_zone()`, such as `"Europe/Berlin"`, or a function of the request, likewise.
        shell: a component that fills the pages that are rendered in the browser, until they are.
        prerendered: the output of `pyui build --output server`, relative to the current folder; by default what the
            environment variable `PYUI_PRERENDERED` names.
        lifespan: what Starlette and FastAPI take as `lifespan`: a function of the app that returns an asynchronous
            context manager. A server enters it, and so does a build. It is not entered where the app is mounted.
        offline: whether browsers keep the prerendered pages of a build, and what they load, for use without a network.
        debug: whether errors are shown in the browser, with their tracebacks.

    Attributes:
        snapshot_source: finds the memory snapshot when the client assets are made; by default that of the build.

    Raises:
        ImportStringError: `routes` leads nowhere.
        RouteError: a route table is wrong.
        ServerError: `server_routes` does not fit to `routes`.
        StaticFilesError: the folder or a stylesheet does not exist.
        HeadError: an item of `head` is no markup.
        ShellError: `shell` is no component.
        TimeZoneError: `time_zone` is none that the server knows.
        PrerenderedFolderError: `prerendered` is no such output.
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
        locale: Chooser | None = None,
        time_zone: str | Chooser = "UTC",
        shell: Component[..., Any] | None = None,
        prerendered: str | Path | None = None,
        lifespan: "Lifespan[App] | None" = None,
        offline: bool = False,
        debug: bool = False,
    ) -> None:
        where = user_location()
        self.debug = debug
        self.routes = RoutesSource(routes, where)
        self.table = ServerTable(self.routes.table, server_routes, where)
        self.static = StaticFiles(_folder(static, where), where) if static is not None else None
        self.head = HeadSettings(lang, stylesheets, head, self.static, where)
        waiting = _checked_shell(shell, where)
        settings = Regional(lang, locale, _chooser(time_zone, where))
        self.pages = Pages(
            title, self.head, waiting, self.assets, self.routes.import_string, table=self.table, settings=settings
        )
        self.prerendered = _prerendered(prerendered, where)
        self.offline = offline
        self.pages.offline = offline and self.prerendered is not None and self.prerendered.has(SERVICE_WORKER)
        self._answers = PageAnswers(self.pages, self.table, self.prerendered)
        self._files = FileAnswers(self.assets, self.prerendered, self.static, self.head)
        self._router = Router(lifespan=lifespan)
        self._assets: ClientAssets | None = None
        self._assets_lock = threading.Lock()
        self.snapshot_source: SnapshotSource = self._built_snapshot

    def assets(self) -> ClientAssets:
        """Returns the client assets; they are made at the first call.

        Raises:
            BuildError: the client bundle cannot be made.
            RoutesModuleError: the routes are in no module that the browser could import.
            RuntimeAssetsError: this installation lacks files.
        """
        with self._assets_lock:
            if self._assets is None:
                routes = self.routes.import_string()
                self._assets = client_assets(routes, self.snapshot_source, self.routes.where, self._built_assets())
                if self.debug:
                    _report_set_order(routes.partition(":")[0], self._assets.packages.imports)
            return self._assets

    def _built_assets(self) -> Path | None:
        return self.prerendered.folder / ASSETS_PREFIX.strip("/") if self.prerendered is not None else None

    def _built_snapshot(self, subject: SnapshotSubject) -> Snapshot | None:
        folders = (self._built_assets(), os.environ.get(SNAPSHOT_VARIABLE))
        found = (find_snapshot(Path(folder), subject.key) for folder in folders if folder)
        return next(filter(None, found), None)

    @property
    def made_assets(self) -> ClientAssets | None:
        """The client assets, if any page has needed them so far."""
        return self._assets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            response = await self.respond(Request(scope, receive))
            if _NO_SNIFFING not in response.raw_headers:
                response.headers.update(NO_SNIFFING)
            await response(scope, receive, send)
        elif scope["type"] == "lifespan":
            scope.setdefault("app", self)
            await self._router.lifespan(scope, receive, send)
        else:
            await WebSocketClose()(scope, receive, send)

    async def respond(self, request: Request) -> Response:
        """Answers a request. A route of FastAPI may call it, when its dependencies have filled `request.state`.

        Args:
            request: the request; its path, below `root_path`, is that of the page.
        """
        try:
            try:
                return await self._find(request, request_path(request))
            except HTTPException as error:
                own = await self._not_found(request) if error.status_code == 404 else None
                return own or _status_response(request, error.status_code, error.detail, error.headers)
        except Exception as error:  # noqa: BLE001 - the boundary: what a page raises is logged and answered with a page
            _LOG.exception("%s %s failed", request.method, request.url.path)
            if self.debug:
                return HTMLResponse(traceback_page(error), 500, REVALIDATE)
            return _status_response(request, 500)

    async def _find(self, request: Request, path: str) -> Response:
        if is_file_path(path):
            found = await self._files.answer(request, path)
            if found is not None:
                _check_method(request)
                return found
            page = page_path(path)
            if page is not None:
                return await self._data(request, page)
        match = self._match(request, path)
        response = _redirect(request, match, path)
        return response or await self._answers.page(request, match, path, keep=not self.debug)

    async def _data(self, request: Request, path: str) -> Response:
        match = self._match(request, path)
        if match.redirect_to is not None:
            text = data_text(moved_document(match, request_base(request)))
            return respond(request, text, "application/json", REVALIDATE)
        seen = request_of_page(request, request_base(request), path)
        return await self._answers.data(seen, match, path, keep=not self.debug)

    def _match(self, request: Request, path: str) -> RouteMatch:
        match = self.table.match(path)
        if match is None:
            raise HTTPException(404)
        _check_method(request)
        return match

    async def _not_found(self, request: Request) -> Response | None:
        if page_path(request_path(request)) is not None:
            return respond(request, data_text({"found": False}), "application/json", REVALIDATE, status=404)
        return await self._answers.not_found(request, request_path(request), keep=not self.debug)


def _folder(static: str | Path, where: Location | None) -> Path:
    return Path(where.file).parent / static if where is not None else Path(static)


def _checked_shell(shell: Component[..., Any] | None, where: Location | None) -> Component[..., Any] | None:
    if shell is not None and not isinstance(shell, Component):  # pyright: ignore[reportUnnecessaryIsInstance]
        fix = "Write @component above the function, and pass it without calling it."
        raise ShellError(f"The shell is {shell!r}, which is no component.", fix, where=where)
    return shell


def _report_set_order(module: str, packages: Collection[str]) -> None:
    for place in loops_over_sets(Closure(module, None, packages).files.values()):
        _LOG.warning("%s goes through a set, whose order may be another in the browser: sort it.", place)


def _chooser(time_zone: str | Chooser, where: Location | None) -> Chooser:
    if callable(time_zone):
        return time_zone
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        fix = 'Give a name of the IANA database, such as "Europe/Berlin"; on Windows it is in the package tzdata.'
        raise TimeZoneError(f"This machine knows no time zone {time_zone!r}.", fix, where=where) from None

    def always(_request: Request | None) -> str:
        return time_zone

    return always


def _prerendered(folder: str | Path | None, where: Location | None) -> Prerendered | None:
    named = folder if folder is not None else os.environ.get(PRERENDERED_VARIABLE)
    return Prerendered(Path(named), where) if named else None


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
    status = match.chain[-1].status if match.redirect_to is not None else 308
    return RedirectResponse(url, status, REVALIDATE)


def _status_response(
    request: Request, status: int, detail: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    everything = {**REVALIDATE, **(headers or {})}
    if status < 200 or status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
        return Response(status_code=status, headers=everything)
    return respond(request, status_page(status, detail).encode(), "text/html", everything, status=status)
