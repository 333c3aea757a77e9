"""The path of a request below the app's base."""

from urllib.parse import quote, unquote

from starlette.requests import Request


def request_base(request: Request) -> str:
    """Returns the path that the app is mounted at, percent-encoded; empty at the root."""
    root = _root(request)
    return quote(root) if root else ""


def request_path(request: Request) -> str:
    """Returns the path below the base as it stands in the URL, so that an encoded slash is still told from a slash."""
    scope, root = request.scope, _root(request)
    path: str = scope["path"]
    raw: bytes = scope.get("raw_path") or b""
    if not root and path.isascii() and raw == path.encode() and path.startswith("/") and "%" not in path:
        return path  # as most are
    text = raw.partition(b"?")[0].decode("latin-1")
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
