"""Whole pages, served and opened in real Chromium."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import UNTOUCHED

type Open = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("path", ["/rows", "/controls", "/events", "/typed/Ann"])
def test_hydration_leaves_the_page_as_it_was(path: str, open_page: Open, page: Page, console: list[str]) -> None:
    result = open_page(path)
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert result["mismatches"] == 0
    assert result["skipped"] == 0
    assert console == []


def test_ready_tells_what_was_bound(open_page: Open, page: Page) -> None:
    result = open_page("/rows")
    assert set(result) == {"components", "nodes", "bindings", "skipped", "mismatches", "timings", "phases"}
    assert result["components"] == 1
    assert result["nodes"] > 7 * 1000
    assert result["bindings"] > 4 * 1000
    assert list(result["timings"]) == ["runtime", "pyodide", "bundle", "import", "ready"]
    assert set(result["phases"]) == {"fetch", "compile", "pyodide", "import", "hydrate", "replay"}
    assert page.evaluate("performance.getEntriesByName('pyui:ready').length") == 1


def test_a_thousand_rows_take_few_crossings(open_page: Open, page: Page) -> None:
    open_page("/rows")
    assert 0 < page.evaluate("pyui.crossings") <= 20


@pytest.mark.parametrize("operation", ["swap", "reverse", "append", "update", "clear"])
def test_an_update_is_one_event_and_one_flush(operation: str, open_page: Open, page: Page) -> None:
    open_page("/rows")
    before = page.evaluate("pyui.crossings")
    page.click(f"#{operation}")
    assert page.evaluate("pyui.crossings") - before == 2


def test_rows_move_as_little_as_possible(open_page: Open, page: Page) -> None:
    open_page("/rows")
    page.evaluate("pyuiWatch.take()")
    page.click("#swap")
    moves: list[str] = page.evaluate("pyuiWatch.take()")["mutations"]
    assert [move.startswith("children of <tbody") for move in moves] == [True] * 4
    assert page.locator("tr").nth(1).inner_text().startswith("row 998")
    assert page.locator("tr").nth(998).inner_text().startswith("row 1\t")


def test_rows_keep_their_nodes(open_page: Open, page: Page) -> None:
    open_page("/rows")
    page.evaluate("globalThis.rows = Array.from(document.querySelectorAll('tr'))")
    page.click("#reverse")
    assert page.evaluate("Array.from(document.querySelectorAll('tr')).every((row, i) => row === rows[999 - i])")
    page.locator("tr").nth(2).locator("button").click()
    assert page.locator("tr").count() == 999
    page.locator("tr").nth(2).locator("a").click()
    assert page.locator("tr.danger").inner_text().startswith("row 996")


def test_clear_forgets_the_rows(open_page: Open, page: Page) -> None:
    open_page("/rows")
    page.click("#clear")
    assert page.locator("tr").count() == 0
    assert page.evaluate("pyui.bound()") == 9, "five buttons, the fences of the list and of the page"


def test_props_and_path_parameters_arrive(open_page: Open, page: Page) -> None:
    open_page("/typed/Ann%20B")
    assert page.inner_text("#typed") == "Ann B 7 live"


def test_mount_and_clean_up(open_page: Open, page: Page, console: list[str]) -> None:
    open_page("/life")
    log = page.locator("#log")
    expect(log).to_have_text("effect 0mounted box")
    page.click("#count")
    expect(page.locator("#portal")).to_have_text("in a portal 1")
    page.click("#toggle")
    expect(page.locator("#portal")).to_have_count(0)
    assert page.locator("[data-portal]").count() == 0
    page.click("#toggle")
    expect(page.locator("[data-portal] #portal")).to_have_text("in a portal 1")
    expect(log).to_have_text("effect 0mounted boxeffect 1cleanedmounted box")
    assert console == []


def test_error_boundary_in_an_update(open_page: Open, page: Page, console: list[str]) -> None:
    open_page("/life")
    page.click("#break")
    expect(page.locator("#retry")).to_have_text("failed: on purpose")
    assert page.locator("#fragile").count() == 0
    page.click("#retry")
    expect(page.locator("#retry")).to_be_visible()
    assert console == []


def test_a_page_without_scripts_is_readable(browser: Any, pages_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages_url + "/rows")
    assert page.locator("tr").count() == 1000
    context.close()


def corrupted(page: Page, before: str, after: str) -> None:
    """Has the server's HTML reach the browser with a difference."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(before, after))

    page.route("**/typed/*", answer)


@pytest.mark.parametrize(
    ("before", "after", "mismatches"),
    [
        ("Ann 7 live", "Bob 7 live", 1),
        ('<p id="typed"', '<p id="other"', 1),
        ('data-p="">Ann 7 live', ">Ann 7 live", 1),
        ("<p id", "<section id", 2),  # which nothing closes, so that the end of the page's block is in it
        ('<p id="typed"', '<p id="typed" data-extension="1"', 0),
    ],
)
def test_a_difference_is_mended(  # noqa: PLR0917 - fixtures are found by name
    before: str, after: str, mismatches: int, open_page: Open, page: Page, console: list[str]
) -> None:
    corrupted(page, before, after)
    result = open_page("/typed/Ann")
    assert result["mismatches"] == mismatches
    assert page.inner_text("p#typed") == "Ann 7 live"
    assert [line[:9] for line in console] == ["[PYUI401]"] * mismatches
