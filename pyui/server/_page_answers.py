"""Answers with pages: what the mode of a route means for a request."""

from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pyui.router import Redirect, RouteMatch, match_catch_all
from pyui.server._conditional import CommonHeaders, common_headers, respond, respond_with
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


class _Entry(NamedTuple):
    """A route, and what its answers have in common.

    Args:
        joined: the route.
        status: the status, where the page says nothing else.
        headers: the headers of its pages.
        is_kept: whether a build makes its pages, or the first request; else each request does.
    """

    joined: JoinedRoute
    status: int
    headers: CommonHeaders
    is_kept: bool


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
        self._entries = {joined.chain: self._entry(joined) for joined in table.entries}

    def _entry(self, joined: JoinedRoute) -> _Entry:
        line = joined.server_route
        headers = common_headers("text/html", _HEADERS | line.headers)
        is_kept = line.mode is RenderMode.PRERENDER and joined != self._table.not_found
        return _Entry(joined, joined.status, headers, is_kept)

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
            if entry.is_kept:
                return await self._kept_page(request, entry, target, own, keep=keep)
            text = await self._pages.render(target, keep_shell=keep)
        except Redirect as found:
            return redirect_response(found, target.base, own)
        except NotFound:
            raise HTTPException(404) from None
        return _respond(request, entry, own, _encoded(text))

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
        joined = entry.joined
        if joined.server_route.mode is RenderMode.PRERENDER:
            if self._prerendered is not None and self._prerendered.page(path) is None and not joined.is_literal:
                target = _fall_back(target)
            else:
                target = target._replace(request=None)
        try:
            text = await self._pages.data_document(target)
        except Redirect as found:
            text = data_text(redirect_document(found, target.base))
        except NotFound:
            raise HTTPException(404) from None
        headers = {**REVALIDATE, **joined.server_route.headers}
        return own.add_to(respond(request, text, "application/json", headers))

    def _target(
        self, request: Request, match: RouteMatch, path: str, *, keep: bool
    ) -> tuple[_Entry, Target, PageResponse]:
        entry, own = self._entries[match.chain], PageResponse()
        base, seen = request_base(request), page_request(request, match.params)
        return entry, Target(match, entry.joined.server_route, path, base, seen, False, True, not keep, own), own

    async def _kept_page(
        self, request: Request, entry: _Entry, target: Target, own: PageResponse, *, keep: bool
    ) -> Response:
        found = self._prerendered.page(target.path) if self._prerendered is not None else None
        if found is not None:
            return _file_response(request, found)
        if self._prerendered is None or entry.joined.is_literal:
            body = await self._once(target, keep=keep)
        else:
            body = _encoded(await self._pages.render(_fall_back(target), keep_shell=keep))
        return _respond(request, entry, own, body)

    async def not_found(self, request: Request, path: str, *, keep: bool) -> Response | None:
        """Answers with the app's own page for what is not found; None where it has none, or that is missing itself."""
        match, joined = match_catch_all(self._table.routes, path), self._table.not_found
        if match is None or joined is None or match.chain != joined.chain:
            return None
        entry, target, own = self._target(request, match, path, keep=keep)
        try:
            text = await self._pages.render(target._replace(is_found=False), keep_shell=keep)
        except Redirect as found:
            return redirect_response(found, target.base, own)
        except NotFound:
            return None
        return _respond(request, entry, own, _encoded(text))

    async def _once(self, target: Target, *, keep: bool) -> bytes:
        key = (target.path, target.base)
        body = self._kept.get(key)
        if body is None:
            body = _encoded(await self._pages.render(target._replace(request=None), keep_shell=keep))
            if keep and len(self._kept) < _MOST_KEPT:
                self._kept[key] = body
        return body


def _fall_back(target: Target) -> Target:
    fallback = target.server_route.fallback
    if fallback is PrerenderFallback.NONE:
        raise HTTPException(404)
    return target._replace(is_shell=fallback is PrerenderFallback.CLIENT)


def _respond(request: Request, entry: _Entry, own: PageResponse, body: bytes) -> Response:
    status = own.status if own.status is not None else entry.status
    return own.add_to(respond_with(request, body, entry.headers, status))


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")


def _file_response(request: Request, page: PrerenderedPage) -> Response:
    return variant_response(request, page.file, {**REVALIDATE, **page.headers}, page.tag)
