"""What the browser tests stand on: a real server and a real browser."""

import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page

from pyui.testing._server import serving


async def hello(scope: dict[str, Any], receive: Any, send: Any) -> None:
    if scope["type"] == "lifespan":
        raise RuntimeError("no lifespan here")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"<title>hello</title>"})


async def broken(scope: dict[str, Any], receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "lifespan.startup.failed", "message": "on purpose"})


def test_answers_at_once_and_leaves_no_thread() -> None:
    before = threading.active_count()
    with serving(hello) as url:
        assert httpx.get(url).text == "<title>hello</title>"
    assert threading.active_count() == before


def test_two_at_the_same_time(serve: Callable[[Any], str]) -> None:
    assert serve(hello) != serve(hello)


def test_app_that_does_not_start() -> None:
    with pytest.raises(RuntimeError, match="did not start"), serving(broken):
        pass


def test_chromium(serve: Callable[[Any], str], page: Page) -> None:
    page.goto(serve(hello))
    assert page.title() == "hello"
