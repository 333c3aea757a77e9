"""Renders a matched route to a whole document. The server and the static build share it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from pyui.router import Exchange, Place, Regional, RouteMatch, page_node, with_base
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._client_assets import SERVICE_WORKER, ClientAssets
from pyui.server._client_routes import client_routes
from pyui.server._content_model import check_pieces
from pyui.server._data import data_text
from pyui.server._document import Shell
from pyui.server._head import HeadSettings
from pyui.server._loading import call_loader
from pyui.server._page_response import PageResponse
from pyui.server._payload import NO_PROPS, Props, check_ships, encode_props, script_json
from pyui.server._route_heads import RouteHeads
from pyui.server._server_route import Hydrate, RenderMode, ServerRoute
from pyui.server._server_table import ServerTable
from pyui.server._trace import TracedPage, render_plain, render_traced
from pyui.view import Component, RenderedPage
from pyui.view._transfer import Transfers
from pyui.view.protocol import PAYLOAD_VERSION

_MOST_SHELLS = 1000


class Target(NamedTuple):
    """A page to render.

    Args:
        match: the match of its path.
        server_route: the server route of its path.
        path: the path below the app's base, percent-encoded.
        base: what stands before the paths of the app in links.
        request: the request; None at build time.
        is_shell: whether the page is left to the browser, whatever its mode.
        is_found: whether the match is that of the path; else the route is that for what is not found.
        is_checked: whether it is checked that a parser reads the page as it was meant: in a build and in development.
        response: takes what the page says about its response; None where there is no request.
    """

    match: RouteMatch
    server_route: ServerRoute
    path: str
    base: str
    request: Request | None
    is_shell: bool = False
    is_found: bool = True
    is_checked: bool = False
    response: PageResponse | None = None

    @property
    def mode(self) -> RenderMode:
        """When the HTML of the page is made."""
        return RenderMode.CLIENT if self.is_shell else self.server_route.mode

    @property
    def query(self) -> str:
        """The query that the page is rendered for, with its question mark; empty where the page is for all of them."""
        query: bytes = self.request.scope["query_string"] if self.request is not None else b""
        return f"?{query.decode(errors='replace')}" if query else ""

    @property
    def hydrate(self) -> Hydrate:
        """When the browser takes the page over."""
        return self.server_route.hydrate


class MadePage(NamedTuple):
    """A page whose loader and components have run.

    Args:
        target: what was rendered.
        props: the loader's props.
        rendered: the content.
        transfers: the values that were computed for the browser as well.
        pieces: the content in pieces; with marks where it is to be checked.
    """

    target: Target
    props: Props
    rendered: RenderedPage
    transfers: Transfers
    pieces: Sequence[str]

    @property
    def is_live(self) -> bool:
        """Whether the browser takes the page over."""
        return (self.rendered.live > 0 or self.rendered.islands > 0) and self.target.hydrate != "never"

    @property
    def hydrate(self) -> str:
        """When the browser takes the page over: as its route says, or with the first island if nothing else is live."""
        return self.target.hydrate if self.rendered.live else "islands"


class Pages:
    """Renders the pages of an app.

    Args:
        title: the title of pages whose route has none.
        head: the head of all documents.
        shell: the component that fills pages until the browser has rendered them; None leaves them empty.
        assets: returns the client assets; called when the first live page is rendered.
        routes: returns the import string of the routes, likewise.
        table: the joined route tables.
        settings: the app's settings of language and time zone.

    Attributes:
        offline: whether live pages register the service worker that a build has written.
    """

    def __init__(
        self,
        title: str,
        head: HeadSettings,
        shell: Component[..., Any] | None,
        assets: Callable[[], ClientAssets],
        routes: Callable[[], str],
        *,
        table: ServerTable,
        settings: Regional,
    ) -> None:
        self.offline = False
        self._title = title
        self._regional = settings
        self._head = head
        self._heads = RouteHeads((entry.chain for entry in table.entries), title)
        self._waiting = shell
        self._assets = assets
        self._routes = routes
        self._client_routes = client_routes(table)
        self._client_assets: ClientAssets | None = None
        self._fixed: dict[str, str] = {}
        self._shells: dict[tuple[str, bool, bool], Shell] = {}

    async def render(self, target: Target, *, keep_shell: bool = True) -> str:
        """Renders a page to a whole document.

        Args:
            target: the page.
            keep_shell: whether the document is built once for its route; else it follows changes of the static files.

        Raises:
            ControlFlow: the page is elsewhere, or there is none.
            EncodeError: a value cannot travel.
            ContentModelError: a parser would make another tree of a page that is to be checked.
        """
        page = await self.make(target)
        assets = await self._made_assets() if page.is_live else None
        return self._document(page, assets, keep_shell=keep_shell)

    async def data_document(self, target: Target) -> bytes:
        """Renders a page to what the browser needs of it when it goes there by itself.

        Returns:
            JSON text: `props` and `transfer`, encoded, `title` and `meta`.

        Raises:
            ControlFlow: as `render`.
            EncodeError: as `render`.
        """
        return await self.data(await self.make(target))

    async def make(self, target: Target) -> MadePage:
        """Runs the loader and the components of a page.

        Rendering runs in the event loop: it is computing that holds the interpreter's lock, so that a thread would add
        its own cost and take nothing off. What waits belongs into a loader; sync loaders do run in a thread.

        Raises:
            ControlFlow: as `render`.
            EncodeError: as `render`.
        """
        with self._exchange(target), Transfers() as transfers:
            loader, props = target.server_route.loader, NO_PROPS
            if loader is not None:
                loaded = await call_loader(loader, target.request, target.match.params)
                props = encode_props(loaded, target.server_route.where)
            rendered, pieces = self._render_page(target, props.values)
            return MadePage(target, props, rendered, transfers, pieces)

    async def document(self, page: MadePage, *, keep_shell: bool = True) -> str:
        """Returns the whole document of a page; the arguments and errors are those of `render`."""
        assets = await self._made_assets() if page.is_live else None
        return self._document(page, assets, keep_shell=keep_shell)

    def _document(self, page: MadePage, assets: ClientAssets | None, *, keep_shell: bool) -> str:
        target = page.target
        title, head = self._heads.write(target.match, page.rendered.head)
        payload = self._payload(page, assets) if assets is not None else ""
        shell = self._shell(target, assets, keep=keep_shell)
        pieces = shell.fill(title, head, page.pieces, payload)
        if target.is_checked:
            check_pieces(pieces, lambda: self._render_again(page))
        return "".join(pieces)

    async def data(self, page: MadePage) -> bytes:
        """Returns the JSON text of a page; the errors are those of `data_document`."""
        if page.target.is_checked:
            around = self._shell(page.target, None, keep=False)
            check_pieces(around.fill("", "", page.pieces, ""), lambda: self._render_again(page))
        assets = await self._made_assets()
        target, match = page.target, page.target.match
        title = self._heads.title(match)
        document = {"build": assets.build, "path": target.path, "found": target.is_found, "title": title}
        return data_text({**document, "meta": match.meta(), **self._values(page, assets)})

    def _exchange(self, target: Target) -> Exchange:
        request = target.request
        return Exchange(request, target.response if request is not None else None, self._regional)

    def _render_page(self, target: Target, props: dict[str, Any]) -> TracedPage:
        render = render_traced if target.is_checked else render_plain
        if target.mode is RenderMode.CLIENT:
            waiting = self._waiting() if self._waiting is not None else None
            rendered, pieces = render(with_base(target.base, waiting))
            return TracedPage(RenderedPage(rendered.html, live=1), pieces)
        place = Place(target.path, target.query)
        return render(page_node(target.match, props, target.base, place))

    def _render_again(self, page: MadePage) -> None:
        with self._exchange(page.target), Transfers():
            self._render_page(page.target, page.props.values)

    def _values(self, page: MadePage, assets: ClientAssets) -> dict[str, object]:
        transfer, encoders = page.transfers.encode()
        props = page.props.encode()
        check_ships([props.encoder, *encoders], assets.ships, page.target.server_route.where)
        return {"props": props.node, "transfer": transfer}

    async def _made_assets(self) -> ClientAssets:
        if self._client_assets is None:
            self._client_assets = await run_in_threadpool(self._assets)  # the first call hashes and packs files
        return self._client_assets

    def _payload(self, page: MadePage, assets: ClientAssets) -> str:
        """Returns the payload as JSON text, of which only what varies between pages is written anew."""
        target = page.target
        varying = {
            "path": target.path,
            "query": target.query,
            "found": target.is_found,
            "mode": target.mode.value,
            "hydrate": page.hydrate,
            **self._values(page, assets),
        }
        fixed = self._fixed.get(target.base)
        if fixed is None:
            fixed = script_json(self._fixed_payload(assets, target.base))
            if len(self._fixed) < _MOST_SHELLS:
                self._fixed[target.base] = fixed
        return f"{fixed[:-1]},{script_json(varying)[1:]}"

    def _fixed_payload(self, assets: ClientAssets, base: str) -> dict[str, object]:
        return {
            "version": PAYLOAD_VERSION,
            "build": assets.build,
            "routes": self._routes(),
            "base": base,
            "title": self._title,
            **self._client_routes,
            "pyodide": base + assets.pyodide,
            "stdlib": base + assets.stdlib,
            "archives": {path: base + url for path, url in assets.archives.items()},
            "packages": _packages(assets, base),
            "snapshot": _snapshot(assets, base),
            **({"offline": base + SERVICE_WORKER} if self.offline else {}),
        }

    def _shell(self, target: Target, assets: ClientAssets | None, *, keep: bool) -> Shell:
        made_here = target.mode is not RenderMode.CLIENT
        key = (target.base, assets is not None, made_here)
        shell = self._shells.get(key) if keep else None
        if shell is None:
            shell = Shell(self._head.head(target.base), assets, target.base, capture=made_here)
            if keep and len(self._shells) < _MOST_SHELLS:
                self._shells[key] = shell
        return shell


def _packages(assets: ClientAssets, base: str) -> dict[str, object]:
    found, folder = assets.packages, f"{base}{ASSETS_PREFIX}/"
    return {"base": folder, "lock": {"info": assets.info, "packages": found.compiled}, "load": assets.load}


def _snapshot(assets: ClientAssets, base: str) -> dict[str, object] | None:
    found = assets.snapshot
    if found is None:
        return None
    url = f"{base}{ASSETS_PREFIX}/{found.file.name}"
    return {"url": url, "integrity": found.integrity, "gzip": found.gzip, "whole": not found.problem}
