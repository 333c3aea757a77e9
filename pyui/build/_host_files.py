"""Files that tell a static host what a server would do: `_headers`, `_redirects`, `404.html`, `200.html`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pyui.build._lists import host_pattern
from pyui.router import RouteMatch, match_catch_all, percent_encode
from pyui.server import App, PrerenderFallback, RenderMode, ServerRoute
from pyui.server._error_pages import status_page
from pyui.server._pages import Target
from pyui.server._server_table import JoinedRoute

_IMMUTABLE = "Cache-Control: public, max-age=31536000, immutable"
SHELL_FILE = "200.html"
"""The page for paths that have no file, and that the browser renders."""


async def not_found_page(app: App, base: str) -> str:
    """Returns the page for what is not found: the app's own, or a plain one.

    Args:
        app: the app.
        base: the path of the app's root on the host. The page is shown at any depth, so no relative one would do.
    """
    entry, match = app.table.not_found, match_catch_all(app.routes.table, "/404")
    if entry is None or match is None or match.chain != entry.chain:
        return status_page(404)
    return await app.pages.render(
        Target(match, entry.server_route, "/404", base, None, is_found=False, is_checked=True)
    )


async def shell_page(app: App, base: str) -> str:
    """Returns a page in which the browser renders whatever its address says."""
    nowhere = RouteMatch((), {}, None)
    return await app.pages.render(
        Target(nowhere, ServerRoute("/**", RenderMode.CLIENT), "", base, None, is_checked=True)
    )


def needs_shell(entry: JoinedRoute) -> bool:
    """Tells whether the browser renders paths of a route that no build can know."""
    line = entry.server_route
    if entry.is_literal or entry.is_redirect:
        return False
    return line.mode is RenderMode.CLIENT or (
        line.mode is RenderMode.PRERENDER and line.fallback is PrerenderFallback.CLIENT
    )


def write_host_files(folder: Path, entries: Sequence[JoinedRoute], immutable: Sequence[str]) -> None:
    """Writes `_headers` and `_redirects`, in the format that several static hosts read.

    Args:
        folder: the output folder.
        entries: the routes.
        immutable: the paths of files that never change.
    """
    (folder / "_headers").write_text("".join(_headers(entries, immutable)), encoding="utf-8")
    redirects = "".join(_redirects(entries))
    if redirects:
        (folder / "_redirects").write_text(redirects, encoding="utf-8")


def _headers(entries: Sequence[JoinedRoute], immutable: Sequence[str]) -> Iterator[str]:
    for path in immutable:
        yield f"{percent_encode(path)}\n  {_IMMUTABLE}\n"
    for entry in entries:
        lines = "".join(f"  {name}: {value}\n" for name, value in entry.server_route.headers.items())
        if lines and not entry.is_redirect:
            pattern = host_pattern(entry)
            yield f"{pattern}\n{lines}"
            if entry.segments and not entry.segments[-1].takes_rest:
                yield f"{pattern}/\n{lines}"


def _redirects(entries: Sequence[JoinedRoute]) -> Iterator[str]:
    for entry in entries:
        target = entry.chain[-1].redirect_to
        if target is not None:
            for segment in entry.segments:
                place = ":splat" if segment.takes_rest else f":{segment.text}"
                target = target.replace(f"{{{segment.text}}}", place) if segment.kind and segment.text else target
            yield f"{host_pattern(entry)} {target} {entry.chain[-1].status}\n"
        elif needs_shell(entry):
            yield f"{host_pattern(entry)} /{SHELL_FILE} 200\n"
