"""Answers with entity tags, as RFC 9110 §8.8.3 and §13.1.2 describe them."""

import re

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from pyui.server._digest import digest

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def entity_tag(body: bytes) -> str:
    """Returns the tag of a body; weak, because a middleware may still compress it."""
    return f'W/"{digest([body])}"'


def is_not_modified(headers: Headers, tag: str) -> bool:
    """Tells whether `If-None-Match` names a tag, by weak comparison."""
    wanted = ",".join(headers.getlist("if-none-match")).strip()
    return wanted == "*" or _TAG.sub(r"\1", tag) in _TAG.findall(wanted)


def respond(request: Request, body: bytes, media_type: str, headers: dict[str, str], *, status: int = 200) -> Response:
    """Answers a GET or HEAD with a body: the whole of it, only its headers, or 304 where the client has it already.

    Args:
        request: the request.
        body: the whole body.
        media_type: its type; `text/…` gets the charset UTF-8.
        headers: further headers.
        status: the status of a whole answer. Only 200 can become 304.
    """
    if status == 200:
        headers = {"ETag": entity_tag(body), **headers}
        if is_not_modified(request.headers, headers["ETag"]):
            return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        headers = {**headers, "Content-Length": str(len(body))}
        body = b""
    return Response(body, status, headers, media_type)
