"""Answers with pages: what the mode of a route means for a request."""

from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pyui.router import Redirect, RouteMatch, match_catch_all
from pyui.server._conditional import respond
from pyui.server._data import data_text, redirect_document
from pyui.server._files import NO_SNIFFING, REVALIDATE
from pyui.server._page_response import PageResponse, page_request, redirect_response
from pyui.server._pages import Pages, Target
from pyui.server._paths import request_base
from pyui.server._prerendered import Prerendered, PrerenderedPage, variant_response
from pyui.server._server_route import PrerenderFallback, RenderMode
from pyui.server._server_table import JoinedRoute, ServerTable
from pyui.view import NotFound

_MOST_KEPT = 1000
_HEADERS = {**REVALIDATE, **NO_SNIFFING}


class _Head(NamedTuple):
    """What the answers of a route begin with.

    Args:
        status: the status, where the page says nothing else.
        headers: the headers.
    """

    status: int
    headers: dict[str, str]


class PageAnswers:
    """Answers with the pages of an app.

    Args:
        pages: renders them.
        table: the joined route tables.
        prerendered: the output of a build; None where there is none.
    """

    def __init__(self, pages: Pages, table: ServerTable, prerendered: Prerendered | None) -> None:
        self._pages = pages
        self._table = table
        self._prerendered = prerendered
        self._kept: dict[tuple[str, str], bytes] = {}
        self._heads = {
            entry.chain: _Head(entry.status, _HEADERS | entry.server_route.headers) for entry in table.entries
        }

    async def page(self, request: Request, match: RouteMatch, path: str, *, keep: bool) -> Response:
        """Answers with the page of a match.

        Args:
            request: the request, a GET or HEAD.
            match: the match of its path; not one of a redirect.
            path: the path below the app's base, percent-encoded.
            keep: whether what does not depend on the request is rendered once; else, in development, it is checked.

        Raises:
            HTTPException: 404 for a prerendered route without that path whose fallback is NONE.
        """
        entry, target, own = self._target(request, match, path, keep=keep)
        try:
            return await self._page(target, entry, keep=keep)
        except Redirect as found:
            return redirect_response(found, target.base, own)
        except NotFound:
            raise HTTPException(404) from None

    async def data(self, request: Request, match: RouteMatch, path: str, *, keep: bool) -> Response:
        """Answers with the data of the page of a match.

        Args:
            request: the request, as one for the page.
            match: the match of its path; not one of a redirect.
            path: the path of the page.
            keep: as for the page.

        Raises:
            HTTPException: 404 where the page does not exist.
        """
        entry, target, own = self._target(request, match, path, keep=keep)
        if entry.server_route.mode is RenderMode.PRERENDER:
            if self._prerendered is not None and self._prerendered.page(path) is None and not entry.is_literal:
                target = self._fall_back(target, entry)
            else:
                target = target._replace(request=None)
        try:
            text = await self._pages.data_document(target)
        except Redirect as found:
            text = data_text(redirect_document(found, target.base))
        except NotFound:
            raise HTTPException(404) from None
        headers = {**REVALIDATE, **entry.server_route.headers}
        return own.add_to(respond(request, text, "application/json", headers))

    def _target(
        self, request: Request, match: RouteMatch, path: str, *, keep: bool
    ) -> tuple[JoinedRoute, Target, PageResponse]:
        entry, own = self._table.entry(match.chain), PageResponse()
        base, seen = request_base(request), page_request(request, match.params)
        return entry, Target(match, entry.server_route, path, base, seen, is_checked=not keep, response=own), own

    async def _page(self, target: Target, entry: JoinedRoute, *, keep: bool) -> Response:
        if entry.server_route.mode is not RenderMode.PRERENDER or entry == self._table.not_found:
            return await self._rendered(target, keep=keep)
        found = self._prerendered.page(target.path) if self._prerendered is not None else None
        if found is not None and target.request is not None:
            return _file_response(target.request, found)
        if self._prerendered is None or entry.is_literal:
            return self._respond(target, await self._once(target, keep=keep))
        return await self._rendered(self._fall_back(target, entry), keep=keep)

    async def _rendered(self, target: Target, *, keep: bool) -> Response:
        return self._respond(target, _encoded(await self._pages.render(target, keep_shell=keep)))

    async def not_found(self, request: Request, path: str, *, keep: bool) -> Response | None:
        """Answers with the app's own page for what is not found; None where it has none, or that is missing itself."""
        match, entry = match_catch_all(self._table.routes, path), self._table.not_found
        if match is None or entry is None or match.chain != entry.chain:
            return None
        _, target, own = self._target(request, match, path, keep=keep)
        try:
            return await self._rendered(target._replace(is_found=False), keep=keep)
        except Redirect as found:
            return redirect_response(found, target.base, own)
        except NotFound:
            return None

    def _fall_back(self, target: Target, entry: JoinedRoute) -> Target:
        fallback = entry.server_route.fallback
        if fallback is PrerenderFallback.NONE:
            raise HTTPException(404)
        return target._replace(is_shell=fallback is PrerenderFallback.CLIENT)

    def _respond(self, target: Target, body: bytes) -> Response:
        request, own = target.request, target.response
        if request is None or own is None:
            raise RuntimeError("an answer without a request")
        head = self._heads[target.match.chain]
        status = own.status if own.status is not None else head.status
        return own.add_to(respond(request, body, "text/html", head.headers, status=status))

    async def _once(self, target: Target, *, keep: bool) -> bytes:
        key = (target.path, target.base)
        body = self._kept.get(key)
        if body is None:
            body = _encoded(await self._pages.render(target._replace(request=None), keep_shell=keep))
            if keep and len(self._kept) < _MOST_KEPT:
                self._kept[key] = body
        return body


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")


def _file_response(request: Request, page: PrerenderedPage) -> Response:
    return variant_response(request, page.file, {**REVALIDATE, **page.headers}, page.tag)
