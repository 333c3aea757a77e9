"""Rows that a template makes alike, in real Chromium."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App
from pyui.server import RenderMode, ServerRoute

_COUNT_CLONES = """() => {
  const clone = Node.prototype.cloneNode;
  globalThis.clones = 0;
  Element.prototype.cloneNode = function (deep) { clones += 1; return clone.call(this, deep); };
}"""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    client = ServerRoute("/client", RenderMode.CLIENT)
    return serve_module(App("tests.browser.row_pages:routes", [client, ServerRoute("/**", RenderMode.SERVER)]))


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


# The markup of the lists; attributes have no order.
_LISTS = """Array.from(document.querySelectorAll("ul"), (list) =>
  list.outerHTML.replace(/<\\w+ [^>]*/g, (tag) => tag.split(/ (?=[\\w-]+=")/).sort().join(" ")))"""


def states(page: Page, address: str) -> list[str]:
    """What the lists of the page with mixed rows are, at first and after each of some changes."""
    page.goto(address)
    assert page.evaluate("pyui.ready.then(ready => ready.mismatches)") == 0
    found = [page.evaluate(_LISTS)]
    for selector in ("#open", "#change", "#turn", "#first > li:nth-child(3)", "#open", "#change", "#open"):
        page.click(selector)
        found.append([page.evaluate(_LISTS), page.text_content("#log")])
    assert found[-1][0][0] == found[-1][0][1].replace("<ul", '<ul id="first"')
    assert found[4][1] == "row 9"
    return found


def test_rows_of_several_kinds(page: Page, url: str, console: list[str]) -> None:
    assert states(page, f"{url}/mixed") == states(page, f"{url}/client")
    assert console == []


def test_rows_that_are_there_are_not_numbered_before_they_are_needed(page: Page, url: str) -> None:
    page.add_init_script("""
      globalThis.log = [];
      const watch = new MutationObserver((records) => log.push(...records.map(({ type }) => type)));
      addEventListener("DOMContentLoaded", () => watch.observe(document.body, {
        attributes: true, characterData: true, childList: true, subtree: true }));
    """)
    page.goto(f"{url}/mixed")
    page.evaluate("pyui.ready")
    assert page.evaluate("log") == []
    symbols = "row => Object.getOwnPropertySymbols(row).map(symbol => symbol.description)"
    rows = f"Array.from(document.querySelectorAll('#first > li'), {symbols}).map(([first]) => first)"
    assert page.evaluate(rows) == ["pyui" if number % 6 == 2 else "pyui row" for number in range(12)]
    page.click("#first > li:nth-child(2)")
    expect(page.locator("#log")).to_have_text("row 1")
    assert page.evaluate(rows)[:4] == ["pyui row", "pyui", "pyui", "pyui row"]


def test_rows_that_differ_are_repaired(page: Page, url: str) -> None:
    def change(route: Any) -> None:
        text = route.fetch().text()
        assert text.count("row 5") == text.count('class="row 1"') == 1
        route.fulfill(
            body=text.replace("row 5", "row five").replace('class="row 1"', 'class="one"'), content_type="text/html"
        )

    page.route("**/mixed", change)
    page.goto(f"{url}/mixed")
    ready = page.evaluate("pyui.ready")
    assert ready["mismatches"] == 2
    page.unroute("**/mixed")
    repaired = page.evaluate(_LISTS)
    page.click("#first > li:nth-child(2)")
    expect(page.locator("#log")).to_have_text("row 1")
    page.goto(f"{url}/client")
    page.evaluate("pyui.ready")
    assert page.evaluate(_LISTS) == repaired


def test_each_function_of_a_row_runs_for_what_it_has_read(page: Page, url: str, console: list[str]) -> None:
    page.goto(f"{url}/owning")
    assert page.evaluate("pyui.ready.then(ready => ready.mismatches)") == 0

    def ran(*clicks: str) -> str | None:
        for each in (*clicks, "show"):
            page.click(f"#{each}")
        return page.text_content("#log")

    first = ", ".join(f"left {number}, right {number}" for number in range(3))
    assert ran() == first
    for _ in range(2):
        assert ran("left") == ", ".join(f"cleaned {number}, left {number}" for number in range(3))
        assert ran("right") == "right 0, right 1, right 2"
    expect(page.locator("li")).to_have_text(["left!!right!!right!!right!!"] * 3)
    assert page.eval_on_selector_all("li", "rows => rows.map(row => row.title)") == ["left!!"] * 3
    assert ran("fewer") == "cleaned 0"
    assert ran("right") == "right 1, right 2"
    assert ran("fewer") == "cleaned 1, row 1"
    assert ran("more") == "left 0, right 0, left 1, right 1"
    assert ran("fewer", "fewer", "fewer") == "cleaned 0, cleaned 1, row 1, cleaned 2"
    assert ran("left", "right") == ""
    assert console == []
