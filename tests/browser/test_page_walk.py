"""What may come between while a page is taken over with pauses, in real Chromium."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App
from pyui.testing._hydration_watch import HydrationWatch
from tests.browser.conftest import UNTOUCHED
from tests.browser.pause_pages import MANY
from tests.support.tasks import COUNT_TASKS

FORTH = 4
"""The number of a task in the middle of the take-over."""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App("tests.browser.pause_pages:routes"))


def open_page(page: Page, url: str, *, between: str = "") -> dict[str, Any]:
    """Opens a page, has a script run in the middle of its take-over, and waits until that is over."""
    HydrationWatch(page)
    page.add_init_script(COUNT_TASKS)
    page.add_init_script(f"addEventListener('task', ({{ detail }}) => {{ if (detail === {FORTH}) {{ {between} }} }})")
    page.goto(url)
    ready: dict[str, Any] = page.evaluate("pyui.ready")
    return ready


def test_nothing_changes(page: Page, url: str, console: list[str]) -> None:
    open_page(page, url)
    assert page.evaluate("tasks") > MANY / 16
    changes = page.evaluate("pyuiWatch.hydrated")["mutations"]
    assert changes == ['children of <p#mounted>: + #text "mounted"']
    page.locator("[data-row='299'] button").click()
    page.locator("#island").click()
    expect(page.locator("#log")).to_have_text("log 299 island")
    page.evaluate("setWord('new')")
    expect(page.locator("#rows b", has_text="new")).to_have_count(MANY)
    assert console == []


def test_behind_elements_that_are_alike(page: Page, url: str, console: list[str]) -> None:
    open_page(page, url + "/cards")
    assert page.evaluate("tasks") > MANY / 16
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    page.locator("#cards button").last.click()
    expect(page.locator("#log")).to_have_text(f"log {MANY - 1}")
    assert console == []


def test_events_wait_until_all_is_bound(page: Page, url: str, console: list[str]) -> None:
    press = "document.querySelector('[data-row=\"{}\"] button').click();"
    between = press.format(250) + "island.click();" + press.format(1)
    between += "globalThis.waiting = () => document.querySelectorAll('[data-waiting]').length;"
    between += (
        "addEventListener('task', () => { globalThis.last = [waiting(), log.textContent, mounted.textContent]; });"
    )
    open_page(page, url, between=between)
    assert page.evaluate("last") == [3, "log", ""]
    expect(page.locator("#log")).to_have_text("log 250 island 1")
    assert page.evaluate("waiting()") == 0
    assert page.inner_text("#mounted") == "mounted"
    assert console == []


def test_a_link_is_followed_when_all_is_bound(page: Page, url: str, console: list[str]) -> None:
    open_page(page, url, between="globalThis.same = 1; link.click(); globalThis.path = () => location.pathname;")
    assert page.evaluate("[path(), tasks > 20]") == ["/", True]
    expect(page.locator("#elsewhere")).to_have_text("elsewhere")
    assert page.evaluate("same") == 1
    page.go_back()
    expect(page.locator("#rows li")).to_have_count(MANY)
    assert page.evaluate("same") == 1
    assert console == []


def test_a_signal_that_is_set_in_between(page: Page, url: str, console: list[str]) -> None:
    between = "setWord('new'); globalThis.shown = document.querySelector('h1').textContent;"
    ready = open_page(page, url, between=between)
    assert page.evaluate("shown") == "old"
    assert ready["mismatches"] == 0
    expect(page.locator("b", has_text="new")).to_have_count(MANY)
    expect(page.locator("h1")).to_have_text("new")
    page.evaluate("setWord('newer')")
    expect(page.locator("b", has_text="newer")).to_have_count(MANY)
    assert console == []


def test_a_row_that_differs(page: Page, url: str, console: list[str]) -> None:
    change = "document.querySelector('[data-row=\"200\"] b').textContent = 'other'"
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {change} }})")
    ready = open_page(page, url)
    assert ready["mismatches"] == 1
    expect(page.locator("#rows b", has_text="old")).to_have_count(MANY)
    assert ["PYUI401" in line for line in console] == [True]
    page.locator("[data-row='200'] button").click()
    expect(page.locator("#log")).to_have_text("log 200")


def test_a_row_that_is_changed_in_between(page: Page, url: str, console: list[str]) -> None:
    between = "document.querySelector('[data-row=\"2\"] b').textContent = 'other'"
    assert open_page(page, url, between=between)["mismatches"] == 1
    expect(page.locator("#rows b", has_text="old")).to_have_count(MANY)
    assert len(console) == 1


def test_a_page_that_is_gone(page: Page, url: str, console: list[str]) -> None:
    with pytest.raises(Exception, match="PYUI402"):
        open_page(page, url, between="document.querySelector('#pyui-root').remove()")
    assert ["PYUI400" in line for line in console] == [True]


def test_an_error_in_the_last_row(page: Page, url: str) -> None:
    open_page(page, url + "/broken")
    assert page.evaluate("tasks") > MANY / 16
    expect(page.locator("#failed")).to_have_text("failed")
    expect(page.locator("li")).to_have_count(0)


def test_code_that_waits_finds_all_bound(page: Page, url: str, console: list[str]) -> None:
    open_page(page, url + "/task")
    assert page.evaluate("tasks") <= 2
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    expect(page.locator("#log")).to_have_text("log there there there")
    expect(page.locator("#rows b", has_text="new")).to_have_count(MANY)
    assert console == []
