"""What the shop asks the browser for. `js` exists there alone, so it is imported when it is needed."""

import asyncio
from collections.abc import Callable

YEAR = 365 * 24 * 60 * 60


def read_cookie(name: str) -> str:
    """Returns the text of a cookie; empty where there is none."""
    import js  # noqa: PLC0415

    for pair in js.document.cookie.split("; "):
        key, _, value = pair.partition("=")
        if key == name:
            return str(js.decodeURIComponent(value))
    return ""


def write_cookie(name: str, value: str) -> None:
    """Keeps a text for a year; an empty one is forgotten."""
    import js  # noqa: PLC0415

    age = YEAR if value else 0
    js.document.cookie = f"{name}={js.encodeURIComponent(value)}; path=/; max-age={age}; samesite=lax"


def read_storage(name: str) -> str:
    """Returns a text that this browser keeps and no server sees; empty where there is none."""
    import js  # noqa: PLC0415

    return str(js.localStorage.getItem(name) or "")


def write_storage(name: str, value: str) -> None:
    """Keeps a text in this browser."""
    import js  # noqa: PLC0415

    js.localStorage.setItem(name, value)


def write_query(query: str) -> None:
    """Puts a query into the address bar, so that reloading the page and coming back to it show the same."""
    import js  # noqa: PLC0415

    js.history.replaceState(js.history.state, "", js.location.pathname + query)


def today() -> str:
    """Returns the date where the visitor is, such as `2026-05-31`."""
    import js  # noqa: PLC0415

    now = js.Date.new()
    return f"{now.getFullYear():04}-{now.getMonth() + 1:02}-{now.getDate():02}"


def when_live(work: Callable[[], object]) -> None:
    """Calls a function as soon as the page is hydrated: what it changes is no part of that. For `on_mount`."""
    asyncio.get_running_loop().call_soon(work)
