"""Answers with pages: what the mode of a route means for a request."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pyui.router import RouteMatch, match_catch_all
from pyui.server._conditional import respond
from pyui.server._files import REVALIDATE
from pyui.server._pages import Pages, Target
from pyui.server._paths import request_base
from pyui.server._prerendered import Prerendered, PrerenderedPage, variant_response
from pyui.server._server_route import PrerenderFallback, RenderMode
from pyui.server._server_table import JoinedRoute, ServerTable

_MOST_KEPT = 1000


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
        self._kept: dict[tuple[str, str], str] = {}

    async def page(self, request: Request, match: RouteMatch, path: str, *, keep: bool) -> Response:
        """Answers with the page of a match.

        Args:
            request: the request, a GET or HEAD.
            match: the match of its path; not one of a redirect.
            path: the path below the app's base, percent-encoded.
            keep: whether what does not depend on the request is rendered once.

        Raises:
            HTTPException: 404 for a prerendered route without that path whose fallback is NONE.
        """
        entry = self._table.entry(match.chain)
        target = Target(match, entry.server_route, path, request_base(request), request)
        if entry.server_route.mode is not RenderMode.PRERENDER or entry == self._table.not_found:
            return self._respond(request, entry, await self._pages.render(target, keep_shell=keep))
        found = self._prerendered.page(path) if self._prerendered is not None else None
        if found is not None:
            return _file_response(request, found)
        if self._prerendered is None or entry.is_literal:
            return self._respond(request, entry, await self._once(target, keep=keep))
        return await self._fall_back(request, entry, target, keep=keep)

    async def not_found(self, request: Request, path: str, *, keep: bool) -> Response | None:
        """Answers with the app's own page for what is not found; None where it has none."""
        match, entry = match_catch_all(self._table.routes, path), self._table.not_found
        if match is None or entry is None or match.chain != entry.chain:
            return None
        target = Target(match, entry.server_route, path, request_base(request), request, is_found=False)
        return self._respond(request, entry, await self._pages.render(target, keep_shell=keep))

    async def _fall_back(self, request: Request, entry: JoinedRoute, target: Target, *, keep: bool) -> Response:
        fallback = entry.server_route.fallback
        if fallback is PrerenderFallback.NONE:
            raise HTTPException(404)
        target = target._replace(is_shell=fallback is PrerenderFallback.CLIENT)
        return self._respond(request, entry, await self._pages.render(target, keep_shell=keep))

    async def _once(self, target: Target, *, keep: bool) -> str:
        key = (target.path, target.base)
        text = self._kept.get(key)
        if text is None:
            text = await self._pages.render(target._replace(request=None), keep_shell=keep)
            if keep and len(self._kept) < _MOST_KEPT:
                self._kept[key] = text
        return text

    def _respond(self, request: Request, entry: JoinedRoute, text: str) -> Response:
        headers = {**REVALIDATE, **entry.server_route.headers}
        return respond(request, text.encode(), "text/html", headers, status=entry.status)


def _file_response(request: Request, page: PrerenderedPage) -> Response:
    return variant_response(request, page.file, {**REVALIDATE, **page.headers}, page.tag)
