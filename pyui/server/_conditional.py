"""Answers with entity tags, as RFC 9110 §8.8.3 and §13.1.2 describe them."""

import functools
import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from pyui.server._digest import digest

type _RawHeaders = list[tuple[bytes, bytes]]

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def entity_tag(body: bytes) -> str:
    """Returns the tag of a body; weak, because a middleware may still compress it."""
    return f'W/"{digest([body])}"'


def is_not_modified(headers: Headers, tag: str) -> bool:
    """Tells whether `If-None-Match` names a tag, by weak comparison."""
    wanted = ",".join(headers.getlist("if-none-match")).strip()
    return wanted == "*" or _TAG.sub(r"\1", tag) in _TAG.findall(wanted)


class _Answer(Response):
    """A response whose headers are bytes already, and whose length is known."""

    def __init__(self, body: bytes, status: int, raw_headers: _RawHeaders) -> None:  # pyright: ignore[reportMissingSuperCall]
        self.status_code = status
        self.body = body
        self.background = None
        self.raw_headers = raw_headers


def respond(
    request: Request, body: bytes, media_type: str, headers: Mapping[str, str], *, status: int = 200
) -> Response:
    """Answers a GET or HEAD with a body: the whole of it, only its headers, or 304 where the client has it already.

    Args:
        request: the request.
        body: the whole body.
        media_type: its type; `text/…` gets the charset UTF-8.
        headers: further headers.
        status: the status of a whole answer. Only 200 can become 304.
    """
    raw_headers = [*_raw_headers(tuple(headers.items()), media_type), (b"content-length", b"%d" % len(body))]
    if status == 200:
        tag = headers.get("ETag")
        if tag is None:
            tag = entity_tag(body)
            raw_headers.append((b"etag", tag.encode()))
        for name, _ in request.scope["headers"]:
            if name == b"if-none-match" and is_not_modified(request.headers, tag):
                return Response(status_code=304, headers={**headers, "ETag": tag})
    return _Answer(b"" if request.method == "HEAD" else body, status, raw_headers)


@functools.lru_cache(maxsize=256)
def _raw_headers(headers: tuple[tuple[str, str], ...], media_type: str) -> _RawHeaders:
    """Returns headers as a server takes them; made once, for the same ones stand in the answers of a route."""
    raw_headers = Response(None, HTTPStatus.NO_CONTENT, dict(headers), media_type).raw_headers
    return [(name, value) for name, value in raw_headers if name != b"content-length"]
