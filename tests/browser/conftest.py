"""Fixtures for tests that open pages of `tests.browser.pages`."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from pyui import App
from pyui.server import ServerRoute

WATCH = """
document.addEventListener("DOMContentLoaded", () => {
  globalThis.mutations = [];
  globalThis.markup = document.documentElement.outerHTML;
  globalThis.elements = Array.from(document.querySelectorAll("*"));
  new MutationObserver((records) => mutations.push(...records.map((r) => `${r.type} of ${r.target.nodeName}`)))
    .observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
});
"""

UNTOUCHED = """() => ({
  mutations,
  same: elements.every((element, index) => document.querySelectorAll("*")[index] === element),
  unchanged: markup === document.documentElement.outerHTML,
})"""


@pytest.fixture(scope="module")
def pages_url(serve_module: Callable[[Any], str]) -> str:
    """The address of the pages, served for real."""
    props = ServerRoute("/typed/{name}", loader=lambda request, name: {"count": 7})
    return serve_module(App(routes="tests.browser.pages:routes", server_routes=[props, ServerRoute("/**")]))


@pytest.fixture
def open_page(page: Page, pages_url: str) -> Callable[..., dict[str, Any]]:
    """A function that opens a path, waits until it is hydrated and returns what `pyui.ready` resolves to."""
    page.add_init_script(WATCH)

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
