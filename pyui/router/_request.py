"""The request that a page is rendered for, and the response to it. Runs on both sides; the server fills it."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, Never, Protocol

from pyui.view._setting import Setting

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.requests import Request

type Chooser = Callable[["Request | None"], str]


class ResponseHeaders(Protocol):
    """Headers, by name in any case."""

    def __getitem__(self, key: str) -> str: ...

    def __setitem__(self, key: str, value: str) -> None: ...

    def __delitem__(self, key: str) -> None: ...

    def __contains__(self, key: object, /) -> bool: ...

    def append(self, key: str, value: str) -> None:
        """Adds a header beside those of the same name."""
        ...

    def update(self, other: Mapping[str, str]) -> None:
        """Sets several headers."""
        ...


class Response(Protocol):
    """What a page may say about its response.

    Attributes:
        status: the HTTP status; None for that of the route.
    """

    status: int | None

    @property
    def headers(self) -> ResponseHeaders:
        """The headers to add, or to put in place of those of the route."""
        ...

    def set_cookie(  # noqa: PLR0917 - as Starlette has it
        self,
        key: str,
        value: str = "",
        max_age: int | None = None,
        expires: "datetime | str | int | None" = None,
        path: str | None = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: Literal["lax", "strict", "none"] | None = "lax",
    ) -> None:
        """Sets a cookie.

        Args:
            key: its name.
            value: its value.
            max_age: how long it is kept, in seconds.
            expires: until when it is kept: a time, its text, or seconds from now.
            path: the paths that it is sent with.
            domain: the host that it is sent to with its subdomains.
            secure: whether it is sent by HTTPS alone.
            httponly: whether scripts cannot see it.
            samesite: whether other sites' requests send it.
        """
        ...

    def delete_cookie(self, key: str, path: str = "/", domain: str | None = None) -> None:
        """Has the browser forget a cookie.

        Args:
            key: its name.
            path: the path that it was set with.
            domain: the domain that it was set with.
        """
        ...

    def redirect(self, url: str, status: int = 303) -> Never:
        """Ends the render and sends the browser elsewhere, as `pyui.redirect` does."""
        ...


class Regional(NamedTuple):
    """What an app says about languages and time zones.

    Args:
        lang: the language of pages that nobody has asked for in another.
        locale: chooses the locale of a request; None where the browser's wish counts.
        time_zone: chooses the name of the time zone, as the IANA database has it.
    """

    lang: str
    locale: Chooser | None
    time_zone: Chooser


class Exchange(Setting):
    """What a page is rendered for, by the code within `with`, and the threads and tasks that it starts.

    Args:
        request: the request; None in a build and for prerendered pages.
        response: the response to it; None where there is no request.
        regional: what the app says about languages and time zones.

    Attributes:
        request, response, regional: the same.
    """

    __slots__ = ("regional", "request", "response")
    variable: ClassVar[ContextVar["Exchange | None"]] = ContextVar("pyui.exchange", default=None)

    def __init__(self, request: "Request | None", response: Response | None, regional: Regional) -> None:
        self.request = request
        self.response = response
        self.regional = regional


_NONE = Exchange(None, None, Regional("en", None, lambda _request: "UTC"))  # pyright: ignore[reportUnknownLambdaType]


def current_exchange() -> Exchange:
    """Returns the present exchange; an empty one in the browser, and where no page is rendered."""
    return Exchange.variable.get() or _NONE


def request() -> "Request | None":
    """Returns the request that is being answered: Starlette's, as FastAPI hands it out.

    It has `method`, `url`, `headers`, `cookies`, `query_params`, `path_params`, and in `state` what middleware and
    dependencies have put there. A component and a loader see the same one.

    Returns:
        The request; None in the browser, in a build, and for prerendered pages.
    """
    return current_exchange().request


def response() -> Response | None:
    """Returns what a page may say about the response to the request: status, headers, cookies.

    Returns:
        The response; None where there is no request.
    """
    return current_exchange().response
