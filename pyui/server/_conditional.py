"""Answers with entity tags, as RFC 9110 §8.8.3 and §13.1.2 describe them."""

import functools
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import NamedTuple

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


class CommonHeaders(NamedTuple):
    """The headers that all answers of a kind have, made ready once.

    Args:
        raw: as a server takes them, with the type.
        by_name: without the type, for an answer without a body.
        tag: the entity tag, where it is one of them; else it is made for each body.
    """

    raw: _RawHeaders
    by_name: dict[str, str]
    tag: str | None


def common_headers(media_type: str, headers: Mapping[str, str]) -> CommonHeaders:
    """Makes headers ready.

    Args:
        media_type: the type of the bodies; `text/…` gets the charset UTF-8.
        headers: further headers.
    """
    raw = Response(None, HTTPStatus.NO_CONTENT, headers, media_type).raw_headers
    kept = [(name, value) for name, value in raw if name != b"content-length"]
    return CommonHeaders(kept, dict(headers), headers.get("ETag"))


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
    """Answers as `respond_with` does.

    Args:
        request: the request.
        body: the whole body.
        media_type: its type.
        headers: further headers.
        status: the status of a whole answer.
    """
    return respond_with(request, body, _kept_headers(media_type, tuple(headers.items())), status)


@functools.lru_cache(maxsize=256)
def _kept_headers(media_type: str, headers: tuple[tuple[str, str], ...]) -> CommonHeaders:
    return common_headers(media_type, dict(headers))


def respond_with(request: Request, body: bytes, common: CommonHeaders, status: int) -> Response:
    """Answers a GET or HEAD with a body: the whole of it, only its headers, or 304 where the client has it already.

    Args:
        request: the request.
        body: the whole body.
        common: the headers, but for the length and the tag.
        status: the status of a whole answer. Only 200 can become 304.
    """
    scope = request.scope
    raw_headers = [*common.raw, (b"content-length", b"%d" % len(body))]
    if status == 200:
        tag = common.tag
        if tag is None:
            tag = entity_tag(body)
            raw_headers.append((b"etag", tag.encode()))
        for name, _ in scope["headers"]:
            if name == b"if-none-match" and is_not_modified(request.headers, tag):
                return Response(status_code=304, headers={**common.by_name, "ETag": tag})
    return _Answer(b"" if scope["method"] == "HEAD" else body, status, raw_headers)
