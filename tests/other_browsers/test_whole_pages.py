"""Whole pages, served and opened in Firefox and WebKit."""

from collections.abc import Callable
from typing import Any

import pytest

from examples.shop.main import app as shop
from pyui import App
from pyui.server import ServerRoute
from tests.browser.conftest import UNTOUCHED
from tests.other_browsers.driven_page import DrivenPage
from tests.other_browsers.recording_app import RecordingApp

type Serve = Callable[[Any], str]


def open_untouched(page: DrivenPage, url: str) -> None:
    """Opens a page and waits for Python; fails where hydration changed the page or had something to say."""
    page.console.clear()
    page.goto(url)
    ready = page.evaluate("pyui.ready")
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert ready["mismatches"] == 0
    assert ready["bindings"] > 0
    assert page.console == []


@pytest.mark.parametrize("path", ["/rows", "/controls", "/events", "/typed/Ann"])
def test_hydration_leaves_the_page_as_it_was(path: str, driven_page: DrivenPage, serve_module: Serve) -> None:
    app = App(routes="tests.browser.pages:routes", server_routes=[ServerRoute("/**")])
    open_untouched(driven_page, serve_module(RecordingApp(app)) + path)


@pytest.mark.parametrize("path", ["/", "/products"])
def test_the_shop(path: str, driven_page: DrivenPage, serve_module: Serve) -> None:
    open_untouched(driven_page, serve_module(RecordingApp(shop)) + path)
