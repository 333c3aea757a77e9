"""Redirects and missing pages, as raised by components and loaders. Runs on both sides."""

from typing import Final, Never

from pyui.errors import RouteError
from pyui.view import ControlFlow, NotFound

REDIRECT_STATUSES: Final = frozenset({301, 302, 303, 307, 308})
"""The statuses of HTTP that send the browser to the address in `Location` (RFC 9110 §15.4)."""


class RedirectError(RouteError):
    """A redirect leads to no address, or has no status of a redirect."""

    code = "PYUI310"


class Redirect(ControlFlow):
    """The page is elsewhere.

    Args:
        url: a path of the app, or the URL of another site.
        status: the HTTP status.
    """

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url)
        self.url = url
        self.status = status


def redirect(url: str, status: int = 303) -> Never:
    """Ends the render or the loader and sends the browser elsewhere. A static build writes a page that does.

    Args:
        url: a path from the root of the app, such as `/login`, or a whole URL.
        status: 301, 302, 303, 307 or 308. Browsers keep 301 and 308 for good; 303 always leads to a GET.

    Raises:
        Redirect: always, unless
        RedirectError: the URL is none, or the status is none of these.
    """
    check_target(url)
    if status not in REDIRECT_STATUSES:
        raise RedirectError(f"A redirect has the status {status!r}.", "Use 301, 302, 303, 307 or 308.")
    raise Redirect(url, status)


def not_found() -> Never:
    """Ends the render or the loader: there is no such page.

    The server answers with status 404 and the page of the route that takes every path, or with a plain one. A static
    build leaves the page out.

    Raises:
        NotFound: always.
    """
    raise NotFound


def check_target(url: object) -> None:
    """Refuses what no redirect should lead to: text from a visitor may become one.

    Raises:
        RedirectError: the URL is neither a path nor that of a web page.
    """
    if not isinstance(url, str):
        raise RedirectError(f"A redirect leads to {url!r}, which is no text.", 'Write a path, such as "/login".')
    is_path = url.startswith("/") and not url.startswith(("//", "/\\"))
    is_url = url.lower().startswith(("http://", "https://"))
    if not (is_path or is_url) or any(char <= " " or char == "\x7f" for char in url):
        what = f"A redirect leads to {url[:100]!r}, which is neither a path of the app nor the URL of a web page."
        raise RedirectError(what, 'Write "/login", or "https://…" for another site.')
