"""Rows that a template makes alike, in real Chromium."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App

_COUNT_CLONES = """() => {
  const clone = Node.prototype.cloneNode;
  globalThis.clones = 0;
  Element.prototype.cloneNode = function (deep) { clones += 1; return clone.call(this, deep); };
}"""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App("tests.browser.row_pages:routes"))


@pytest.fixture
def opened(page: Page, url: str, console: list[str]) -> Page:
    page.goto(url)
    page.evaluate("pyui.ready")
    page.evaluate(_COUNT_CLONES)
    page.click("#add")
    assert page.evaluate("clones") == 5
    assert console == []
    return page


def test_events_of_rows_alone(opened: Page) -> None:
    rows = opened.locator("li")
    for index, number in ((1, 1), (5, 12)):
        rows.nth(index).dblclick()
        expect(opened.locator("#log")).to_have_text(f"twice {number}")
        rows.nth(index).locator("b").hover()
        expect(opened.locator("#log")).to_have_text(f"over {number}")


def test_what_others_inserted_moves_nothing(opened: Page) -> None:
    opened.evaluate("""() => {
      for (const row of document.querySelectorAll("li")) {
        row.prepend(Object.assign(document.createElement("i"), { textContent: "new" }));
        row.lastChild.before(document.createComment("x"));
      }
    }""")
    opened.click("#change")
    expect(opened.locator("li")).to_have_text(["new<changed>!"] * 8)
    opened.locator("li").nth(7).dblclick()
    expect(opened.locator("#log")).to_have_text("twice 14")


def test_a_translator_around_the_text(opened: Page) -> None:
    opened.evaluate("""() => {
      for (const row of document.querySelectorAll("li")) {
        const text = Array.from(row.childNodes).find((node) => node instanceof Text);
        const font = Object.assign(document.createElement("font"), { style: "vertical-align: inherit" });
        text.replaceWith(font);
        font.append(text);
      }
    }""")
    opened.click("#change")
    expect(opened.locator("li")).to_have_text(["<changed>!"] * 8)


def test_text_becomes_a_block_and_text_again(opened: Page) -> None:
    opened.click("#block")
    expect(opened.locator("li").nth(6)).to_have_text("<bold>!")
    assert opened.locator("li").nth(6).locator("b").count() == 2
    opened.click("#change")
    expect(opened.locator("li")).to_have_text(["<changed>!"] * 8)
    opened.locator("li").nth(6).dblclick()
    expect(opened.locator("#log")).to_have_text("twice 13")


def test_rows_that_are_gone_leave_nothing(opened: Page) -> None:
    opened.click("#clear")
    empty = opened.evaluate("pyui.bound()")
    for _ in range(3):
        opened.click("#add")
        opened.click("#select")
        opened.click("#remove")
        expect(opened.locator("li")).to_have_text(["<row 10>!", "<row 12>!", "<row 14>!"])
        opened.locator("li").nth(1).dblclick()
        opened.click("#clear")
        assert opened.evaluate("pyui.bound()") == empty
    assert opened.locator("li").count() == 0
