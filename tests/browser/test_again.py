"""What is shown again is cloned, in real Chromium, and is what it was."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App

_NOTE_MARKUP = """() => {
  const { set, ...others } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  globalThis.markup = [];
  const note = function (html) { markup.push(html); set.call(this, html); };
  Object.defineProperty(Element.prototype, "innerHTML", { ...others, set: note });
}"""
_SENT = "() => markup.splice(0).join('')"
_KEEP = """() => {
  globalThis.first ??= document.getElementById("parts").cloneNode(true);
  return document.getElementById("parts").isEqualNode(first);
}"""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App("tests.browser.again_pages:routes"))


@pytest.fixture
def opened(page: Page, url: str, console: list[str]) -> Page:
    page.goto(url)
    page.wait_for_function("globalThis.pyui")
    page.evaluate("pyui.ready")
    page.evaluate(_NOTE_MARKUP)
    return page


def showings(page: Page, count: int) -> list[str]:
    """Opens all parts and closes them; they have to be the same each time. Returns the markup that was parsed."""
    found: list[str] = []
    for _ in range(count):
        page.evaluate(_SENT)
        page.click("#open")
        assert page.evaluate(_KEEP)
        found.append(page.evaluate(_SENT))
        page.click("#open")
    return found


def test_what_is_shown_again_sends_no_markup(opened: Page) -> None:
    first, *_, last = showings(opened, 4)
    for part in ("<section", "element", "<td", "portal "):
        assert part in first
        assert part not in last
    assert last.count("<!--\ue000-->") == 7
    assert "<input" in last  # with a two-way binding


def test_everything_in_it_works(opened: Page, console: list[str]) -> None:
    bound = opened.evaluate("pyui.bound()")
    showings(opened, 3)
    assert opened.evaluate("pyui.bound()") == bound
    opened.click("#open")
    for value in ("b", "a"):
        opened.click(f"#{value}")
        expect(opened.locator("h2")).to_have_text([value] * 4)
        expect(opened.locator("section p")).to_have_text([f"Lives in {value}.?", f"!{value}"] * 4)
        assert opened.locator("section[title]").count() == (4 if value == "a" else 0)
        expect(opened.locator("#parts > .element")).to_have_text(f"{value} element")
        expect(opened.locator("tr")).to_have_text(f"{value}x")
        expect(opened.locator("[data-portal]")).to_have_text(f"portal {value}")
    opened.click("td + td")
    expect(opened.locator("#log")).to_have_text("cell")
    opened.click(".element")
    expect(opened.locator("#log")).to_have_text("element")
    opened.locator(".log").nth(2).click()
    expect(opened.locator("#log")).to_have_text("element click")
    opened.click("#open")
    expect(opened.locator("#log")).to_have_text("element click gone gone gone gone")
    assert opened.evaluate("pyui.bound()") == bound
    assert console == []


def test_text_becomes_a_block_and_text_again(opened: Page, console: list[str]) -> None:
    showings(opened, 3)
    opened.click("#open")
    opened.click("#block")
    expect(opened.locator("section h2 i")).to_have_text(["node"] * 4)
    opened.click("#a")
    expect(opened.locator("h2")).to_have_text(["a"] * 4)
    opened.click("#open")
    opened.click("#block")
    opened.click("#open")  # what is cloned cannot begin with a block
    expect(opened.locator("section h2 i")).to_have_text(["node"] * 4)
    opened.click("#open")
    opened.click("#a")
    opened.click("#open")
    expect(opened.locator("h2")).to_have_text(["a"] * 4)
    assert console == []


def test_a_function_that_returns_either(opened: Page) -> None:
    for expected in ("aone", "zero a") * 3:
        opened.click("#kind")
        expect(opened.locator("#parts > p")).to_have_text(expected)
    assert (
        opened.evaluate(_SENT).count("<!--\ue000-->") == 5
    )  # the page itself has shown the one before, and a click the other
