"""The path of a request below the app's base."""

from urllib.parse import quote, unquote

from starlette.requests import Request


def request_base(request: Request) -> str:
    """Returns the path that the app is mounted at, percent-encoded; empty at the root."""
    return quote(_root(request))


def request_path(request: Request) -> str:
    """Returns the path below the base as it stands in the URL, so that an encoded slash is still told from a slash."""
    root, path = _root(request), str(request.scope["path"])
    raw: bytes = request.scope.get("raw_path") or b""
    text = raw.partition(b"?")[0].decode("latin-1")
    if not root and text == path and text.startswith("/") and "%" not in text:
        return text  # as most are
    if root and path != root and not path.startswith(f"{root}/"):
        root = ""
    parts = text.split("/")
    depth = root.count("/") + 1
    # Some servers leave out the raw path, or the mount path in it.
    if unquote(text) != path or unquote("/".join(parts[:depth])) != root:
        return quote(path.removeprefix(root)) or "/"
    return "/" + "/".join(parts[depth:])


def _root(request: Request) -> str:
    root: str = request.scope.get("root_path", "")
    return root.rstrip("/")
