"""The path of a request below the base, whatever a server says of it."""

import pytest
from starlette.requests import Request

from pyui.server._paths import request_base, request_path


def request_of(path: str, raw: bytes | None, root: str) -> Request:
    scope = {"type": "http", "path": path, "root_path": root}
    return Request(scope if raw is None else {**scope, "raw_path": raw})


@pytest.mark.parametrize(
    ("path", "raw", "root", "expected"),
    [
        ("/a", b"/a", "", "/a"),
        ("/a", None, "", "/a"),
        ("/a", b"/a?b=c", "", "/a"),
        ("/a?b", b"/a%3Fb", "", "/a%3Fb"),
        ("/ä", b"/%C3%A4", "", "/%C3%A4"),
        ("/ä", "/ä".encode(), "", "/%C3%A4"),
        ("/a%b", b"/a%25b", "", "/a%25b"),
        ("/a%b", b"/a%b", "", "/a%b"),
        ("/a/b", b"/a%2Fb", "", "/a%2Fb"),
        ("", b"", "", "/"),
        ("/shop/a", b"/shop/a", "/shop", "/a"),
        ("/shop/a", b"/shop/a", "/shop/", "/a"),
        ("/shop/a", b"/a", "/shop", "/a"),
        ("/shop", b"/shop", "/shop", "/"),
        ("/a", b"/a", "/shop", "/a"),
        ("/ö/a", b"/%C3%B6/a%2Fb", "/ö", "/a"),
    ],
)
def test_request_path(path: str, raw: bytes | None, root: str, expected: str) -> None:
    assert request_path(request_of(path, raw, root)) == expected


@pytest.mark.parametrize(
    ("root", "base"), [("", ""), ("/", ""), ("/shop", "/shop"), ("/shop/", "/shop"), ("/ö", "/%C3%B6")]
)
def test_request_base(root: str, base: str) -> None:
    assert request_base(request_of("/", b"/", root)) == base
