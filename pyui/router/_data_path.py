"""Where the data of a page is. Runs on both sides."""

_PREFIX = "/_pyui/data"
_SUFFIX = ".json"


def data_path(path: str) -> str:
    """Returns the path of a page's data: what its payload says of the page, without the page.

    The suffix keeps a file apart from the folder of the pages below it, so that a static build can write both.

    Args:
        path: the path of the page below the app's base, percent-encoded. A trailing slash means nothing.

    Returns:
        The path below the base: `/_pyui/data.json` for the root, `/_pyui/data/posts/5.json` for `/posts/5`.
    """
    return f"{_PREFIX}{path.rstrip('/')}{_SUFFIX}"


def page_path(path: str) -> str | None:
    """Returns the path of the page whose data is at a path, or None where a path is not one of data.

    Args:
        path: the path below the app's base, percent-encoded.
    """
    inner = path.removeprefix(_PREFIX)
    if inner == path or not inner.endswith(_SUFFIX) or inner[0] not in "/.":
        return None
    return inner.removesuffix(_SUFFIX) or "/"
