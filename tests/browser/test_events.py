"""Events, in real Chromium."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

type Open = Callable[..., dict[str, Any]]


def test_bubbling_and_stopping(open_page: Open, page: Page) -> None:
    open_page("/events")
    page.click("#bubbles")
    expect(page.locator("#log")).to_have_text("inner click outer")
    page.click("#stops")
    expect(page.locator("#log")).to_have_text("inner click outer stop")


def test_prevent_default_is_synchronous(open_page: Open, page: Page) -> None:
    open_page("/events")
    address = page.url
    page.click("#refused")
    expect(page.locator("#log")).to_have_text("refused")
    assert page.url == address


def test_one_call_per_event(open_page: Open, page: Page) -> None:
    open_page("/events")
    before = page.evaluate("pyui.crossings")
    page.click("#bubbles")
    assert page.evaluate("pyui.crossings") - before == 2, "one event with two handlers, one flush"


def test_direct_events_and_keys(open_page: Open, page: Page) -> None:
    open_page("/events")
    page.focus("#keys")
    page.keyboard.press("Enter")
    expect(page.locator("#log")).to_have_text("focus key Enter")


def test_async_handlers(open_page: Open, page: Page) -> None:
    open_page("/events")
    page.click("#waits")
    expect(page.locator("#log")).to_have_text("before after")


def test_a_failing_handler_is_reported_and_the_page_goes_on(open_page: Open, page: Page, console: list[str]) -> None:
    open_page("/events")
    page.click("#fails")
    page.click("#bubbles")
    expect(page.locator("#log")).to_have_text("inner click outer")
    assert len(console) == 1
    assert "a handler failed on purpose" in console[0]
    assert "pages.py" in console[0]
