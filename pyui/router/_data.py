"""Where the data of a page is, for a browser that goes there by itself. Runs on both sides."""

from typing import Final

DATA_PREFIX: Final = "/_pyui/data"
"""What stands before the path of a page in the path of its data."""

DATA_FILE: Final = "/index.json"
"""What stands behind it: a file server cannot have both a file and a folder of one name."""


def data_path(path: str) -> str:
    """Returns the path of the data of a page: `/_pyui/data/products/7/index.json` for `/products/7`.

    Args:
        path: the path of the page below the app's base, percent-encoded, without query. A query belongs behind the result.

    Returns:
        The path below the app's base, the same for a server and for the files of a static build.
    """
    return f"{DATA_PREFIX}{path.rstrip('/')}{DATA_FILE}"
