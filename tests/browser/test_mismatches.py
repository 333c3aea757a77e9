"""Whole pages that differ between the server and the browser, in real Chromium: reports and escape hatches."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import pages
from tests.browser.conftest import UNTOUCHED

type Open = Callable[..., dict[str, Any]]

LISTEN = "globalThis.events = []; addEventListener('pyui:mismatch', (event) => events.push(event.detail))"
TYPE = """
addEventListener("DOMContentLoaded", () => {
  globalThis.kept = document.getElementById("kept");
  kept.value = "x";
});
"""


def line_of(component: Any) -> int:
    line: int = component.function.__code__.co_firstlineno
    return line


def test_a_mismatch_is_reported_everywhere(open_page: Open, page: Page, console: list[str]) -> None:
    page.add_init_script(LISTEN)
    page.add_init_script(TYPE)
    assert open_page("/differs")["mismatches"] == 3
    events = page.evaluate("events")
    assert [event["kind"] for event in events] == ["text", "rows", "attribute"]
    clock, rows, theme = events
    assert clock["path"] == ["Differs", "Clock"]
    assert clock["where"] == f"tests/browser/pages.py:{line_of(pages.Clock)}"
    assert clock["used_at"] == f"tests/browser/pages.py:{line_of(pages.Differs) + 7}"
    assert (clock["expected"], clock["found"]) == ("12:01", "12:00")
    assert "a time" in clock["hint"]
    assert rows["where"] == f"tests/browser/pages.py:{line_of(pages.Differs)}"
    assert rows["used_at"] == ""
    assert rows["found"] == ""
    assert (theme["expected"], theme["found"]) == ('class="light"', 'class="dark"')
    expect(page.locator("#seen")).to_have_text("text rows attribute text rows attribute")
    assert [line[:9] for line in console[:3]] == ["[PYUI401]"] * 3
    assert f"(tests/browser/pages.py:{line_of(pages.Clock)}, used at" in console[0]
    assert "a callback failed on purpose" in console[3]
    assert len(console) == 4


def test_a_mismatch_is_repaired_where_it_is(open_page: Open, page: Page) -> None:
    page.add_init_script(TYPE)
    open_page("/differs")
    assert page.evaluate("kept === document.getElementById('kept') && kept.value") == "x"
    assert page.inner_text("#clock") == "12:01"
    page.locator("li").nth(2).click()
    expect(page.locator("ul")).to_have_text("a 1b 1c 1")


def test_a_page_without_a_mismatch_reports_nothing(open_page: Open, page: Page, console: list[str]) -> None:
    page.add_init_script(LISTEN)
    open_page("/rows")
    assert page.evaluate("events") == []
    assert console == []


def test_what_may_differ_is_not_reported(open_page: Open, page: Page, console: list[str]) -> None:
    page.add_init_script(LISTEN)
    assert open_page("/allowed")["mismatches"] == 1
    assert [(event["kind"], event["expected"]) for event in page.evaluate("events")] == [("text", "browser")]
    assert len(console) == 1
    assert page.inner_text("#text") == "text browser"
    assert page.get_attribute("#class", "class") == "browser"
    assert page.get_attribute("#style", "style") == "--at: browser"
    assert page.get_attribute("#title", "title") == "browser"
    assert page.inner_text("#children").split() == ["one", "two"]
    assert page.inner_text("#live") == "live browser"


def test_client_only(open_page: Open, page: Page, console: list[str]) -> None:
    page.add_init_script(TYPE)
    result = open_page("/later")
    assert result["mismatches"] == 0
    assert page.evaluate("kept === document.getElementById('kept') && kept.value") == "x"
    assert page.locator("#wait").count() == 0
    page.click("#window")
    expect(page.locator("#window")).to_have_text("True 1")
    assert console == []


def test_client_only_shows_its_fallback_at_first(page: Page, pages_url: str) -> None:
    text = page.request.get(pages_url + "/later").text()
    assert '<p id="wait">wait</p>' in text
    assert 'id="window"' not in text


def test_what_is_skipped_is_left_alone(open_page: Open, page: Page, console: list[str]) -> None:
    result = open_page("/skips")
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert (result["mismatches"], result["skipped"]) == (0, 1)
    page.click("#dead")
    page.click("#count")
    expect(page.locator("#log")).to_have_text("1 []")
    assert page.inner_text("#ran") == "ran on the server"
    assert console == []


def test_what_is_skipped_may_have_been_changed(open_page: Open, page: Page, console: list[str]) -> None:
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        "  document.getElementById('ran').replaceWith('by a script');"
        "  document.getElementById('dead').insertAdjacentHTML('afterend', '<p data-p>x</p><!--[-->');"
        "  globalThis.changed = document.body.innerHTML;"
        "})"
    )
    result = open_page("/skips")
    assert page.evaluate("changed === document.body.innerHTML")
    assert result["mismatches"] == 0
    page.click("#count")
    expect(page.locator("#log")).to_have_text("1 []")
    assert console == []


@pytest.mark.parametrize("stripped", ["<!--{-->", "<!--}-->", "<!--{--> <!--}-->"])
def test_what_is_skipped_survives_lost_comments(stripped: str, open_page: Open, page: Page, console: list[str]) -> None:
    def answer(route: Route) -> None:
        text = route.fetch().text()
        for comment in stripped.split():
            text = text.replace(comment, "")
        route.fulfill(body=text, content_type="text/html")

    page.route("**/skips", answer)
    open_page("/skips")
    assert page.inner_text("#ran") == "ran on the server"
    page.click("#count")
    expect(page.locator("#log")).to_have_text("1 []")
    assert {line[:9] for line in console} == {"[PYUI401]"}


def test_a_page_without_its_root_stays_readable(open_page: Open, page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=route.fetch().text().replace("pyui-root", "other"), content_type="text/html")

    page.route("**/typed/*", answer)
    with pytest.raises(Exception, match="PYUI402"):
        open_page("/typed/Ann")
    assert page.inner_text("#typed").startswith("Ann")


def test_a_block_that_redirects_shows_nothing_old(open_page: Open, page: Page, console: list[str]) -> None:
    open_page("/leaves")
    assert page.evaluate("document.getElementById('go').click(), document.getElementById('old')") is None
    expect(page.locator("#typed")).to_be_visible()
    assert console == []
