"""What a page says about the response to its request."""

from typing import Never

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pyui.router import Redirect, join_base, redirect

NO_STORE = {"Cache-Control": "no-store"}


class PageResponse(Response):
    """Collects status, headers and cookies while a page is rendered: a response without a body, Starlette's own.

    Attributes:
        status: the HTTP status; None for that of the route.
    """

    def __init__(self) -> None:  # pyright: ignore[reportMissingSuperCall] - there is no body, and no header yet
        self.raw_headers: list[tuple[bytes, bytes]] = []
        self.status: int | None = None

    def redirect(self, url: str, status: int = 303) -> Never:
        """Ends the render and sends the browser elsewhere.

        Raises:
            Redirect: always, unless
            RedirectError: the URL or the status is none.
        """
        redirect(url, status)

    def add_to(self, answer: Response) -> Response:
        """Puts the headers and the cookies into the answer with the page; returns it."""
        if not self.raw_headers:
            return answer
        for name, value in self.headers.items():
            if name == "set-cookie":
                answer.headers.append(name, value)
            else:
                answer.headers[name] = value
        return answer


def redirect_response(found: Redirect, base: str, own: PageResponse) -> Response:
    """Answers with a redirect that a page or a loader has raised.

    Args:
        found: the redirect.
        base: what stands before the paths of the app.
        own: what the page has said about its response before, such as cookies.
    """
    # It may depend on the cookies of the request, and 301 and 308 would be kept.
    return own.add_to(RedirectResponse(join_base(base, found.url), found.status, NO_STORE))


def page_request(request: Request, params: dict[str, object]) -> Request:
    """Returns the request as a page sees it: with the parameters of its path."""
    if not params:
        return request
    request.scope.setdefault("state", {})  # so that both have the same
    return Request({**request.scope, "path_params": {**request.path_params, **params}}, request.receive)
