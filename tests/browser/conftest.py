"""Fixtures for tests that open pages of `tests.browser.pages`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from pyui import App
from pyui.server import ServerRoute
from pyui.testing._hydration_watch import HydrationWatch

HARNESS = Path(__file__).with_name("harness.js").read_text(encoding="utf-8")

UNTOUCHED = """async () => {
  const { mutations, lost, unchanged } = (await pyuiWatch.hydrated) ?? pyuiWatch.take();
  return { mutations, same: !lost.length, unchanged };
}"""


@pytest.fixture(scope="module")
def pages_url(serve_module: Callable[[Any], str]) -> str:
    """The address of the pages, served for real."""
    props = ServerRoute("/typed/{name}", loader=lambda request, name: {"count": 7})
    return serve_module(App(routes="tests.browser.pages:routes", server_routes=[props, ServerRoute("/**")]))


@pytest.fixture
def open_page(page: Page, pages_url: str) -> Callable[..., dict[str, Any]]:
    """A function that opens a path, waits until it is hydrated and returns what `pyui.ready` resolves to."""
    HydrationWatch(page)

    def go(path: str) -> dict[str, Any]:
        page.goto(pages_url + path)
        result: dict[str, Any] = page.evaluate("pyui.ready")
        return result

    return go


@pytest.fixture
def console(page: Page) -> list[str]:
    """What the page writes to the console."""
    lines: list[str] = []
    page.on("console", lambda message: lines.append(message.text))
    page.on("pageerror", lambda error: lines.append(str(error)))
    return lines


def harness_app() -> App:
    """The page of the harness. It waits for a trigger, so it has what repairs pages from the start."""
    return App("tests.browser.harness:routes", [ServerRoute("/**", hydrate="idle")])


@pytest.fixture(scope="module")
def harness(browser: Browser, serve_module: Callable[[Any], str]) -> Iterator[Page]:
    """A page in which the harness is ready. One page for all cases: to start Python takes seconds."""
    page = browser.new_page()
    page.goto(serve_module(harness_app()))
    page.evaluate("pyui.ready")
    page.evaluate(HARNESS)
    yield page
    page.close()


@pytest.fixture
def harness_console(harness: Page) -> Iterator[list[str]]:
    """What the page writes to the console during a test."""
    lines: list[str] = []

    def listen(message: Any) -> None:
        lines.append(message.text)

    harness.on("console", listen)
    yield lines
    harness.remove_listener("console", listen)
