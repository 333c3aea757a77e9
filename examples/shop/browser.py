"""What the shop asks the browser for. `js` exists there alone, so it is imported when it is needed."""

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


def read_query() -> list[tuple[str, str]]:
    """Returns the pairs of the query of the page's URL."""
    import js  # noqa: PLC0415

    return [(pair[0], pair[1]) for pair in js.URLSearchParams.new(js.location.search).entries()]


def write_query(query: str) -> None:
    """Puts a query into the address bar, so that reloading the page and coming back to it show the same."""
    import js  # noqa: PLC0415

    js.history.replaceState(js.history.state, "", js.location.pathname + query)
