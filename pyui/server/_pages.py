"""Renders a matched route to a whole document. The server and the static build share it."""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from pyui.router import Route, RouteMatch, page_node, with_base
from pyui.server._client_assets import ClientAssets
from pyui.server._document import Shell
from pyui.server._head import HeadSettings
from pyui.server._payload import json_props
from pyui.server._server_route import Hydrate, Loader, RenderMode, ServerRoute
from pyui.view import Component, RenderedPage, render_page, render_to_string
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
    """

    match: RouteMatch
    server_route: ServerRoute
    path: str
    base: str
    request: Request | None
    is_shell: bool = False
    is_found: bool = True

    @property
    def mode(self) -> RenderMode:
        """When the HTML of the page is made."""
        return RenderMode.CLIENT if self.is_shell else self.server_route.mode

    @property
    def hydrate(self) -> Hydrate:
        """When the browser takes the page over."""
        return self.server_route.hydrate


class Pages:
    """Renders the pages of an app.

    Args:
        title: the title of pages whose route has none.
        head: the head of all documents.
        shell: the component that fills pages until the browser has rendered them; None leaves them empty.
        assets: returns the client assets; called when the first live page is rendered.
        routes: returns the import string of the routes, likewise.
    """

    def __init__(
        self,
        title: str,
        head: HeadSettings,
        shell: Component[..., Any] | None,
        assets: Callable[[], ClientAssets],
        routes: Callable[[], str],
    ) -> None:
        self._title = title
        self._head = head
        self._waiting = shell
        self._assets = assets
        self._routes = routes
        self._shells: dict[tuple[Sequence[Route], str, bool], Shell] = {}

    async def render(self, target: Target, *, keep_shell: bool = True) -> str:
        """Renders a page to a whole document.

        Rendering runs in the event loop: it is computing that holds the interpreter's lock, so that a thread would add
        its own cost and take nothing off. What waits belongs into a loader; sync loaders do run in a thread.

        Args:
            target: the page.
            keep_shell: whether the document is built once for its route; else it follows changes of the static files.
        """
        props = await load_props(target)
        rendered = self._render_page(target, props)
        live = rendered.live > 0 and target.hydrate != "never"
        title = target.match.title() or self._title
        payload = await self._payload(target, props) if live else {}
        return self._shell(target, live=live, keep=keep_shell).fill(title, rendered.html, payload)

    def _render_page(self, target: Target, props: dict[str, Any]) -> RenderedPage:
        if target.mode is RenderMode.CLIENT:
            html = render_to_string(with_base(target.base, self._waiting())) if self._waiting is not None else ""
            return RenderedPage(html, live=1)
        return render_page(page_node(target.match, props, target.base))

    async def _payload(self, target: Target, props: dict[str, Any]) -> dict[str, object]:
        # The first call hashes and packs files.
        assets = await run_in_threadpool(self._assets)
        return {
            "version": PAYLOAD_VERSION,
            "build": assets.build,
            "routes": self._routes(),
            "path": target.path,
            "base": target.base,
            "found": target.is_found,
            "mode": target.mode.value,
            "hydrate": target.hydrate,
            "props": props,
            "runtime": target.base + assets.runtime,
            "pyodide": target.base + assets.pyodide,
            "bundle": target.base + assets.bundle,
        }

    def _shell(self, target: Target, *, live: bool, keep: bool) -> Shell:
        key = (target.match.chain, target.base, live)
        shell = self._shells.get(key) if keep else None
        if shell is None:
            head = self._head.head(target.base, target.match.meta())
            preload = target.hydrate == "immediate"
            shell = Shell(head, self._assets() if live else None, target.base, preload=preload)
            if keep and len(self._shells) < _MOST_SHELLS:
                self._shells[key] = shell
        return shell


async def load_props(target: Target) -> dict[str, Any]:
    """Calls the loader of a page.

    Returns:
        Its props as the browser will see them; none where there is no loader.

    Raises:
        PropsError: they are not what JSON can hold.
    """
    loader = target.server_route.loader
    if loader is None:
        return {}
    return json_props(await _call(loader, target), target.server_route.where)


async def _call(loader: Loader, target: Target) -> object:
    if target.request is None or inspect.iscoroutinefunction(loader):
        result = loader(target.request, **target.match.params)
    else:
        result = await run_in_threadpool(loader, target.request, **target.match.params)
    return await result if isinstance(result, Awaitable) else result
