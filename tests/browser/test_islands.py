"""Islands in real Chromium: each is taken over by its own trigger, and by nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App
from pyui.testing._hydration_watch import HydrationWatch
from tests.browser.conftest import UNTOUCHED


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App(routes="tests.browser.island_pages:routes"))


def entries(page: Page) -> str:
    page.evaluate("show.click()")
    return page.inner_text("#log")


def wait_for_entry(page: Page, text: str) -> None:
    page.wait_for_function("text => (show.click(), log.textContent.includes(text))", arg=text)


def test_each_island_waits_for_its_trigger(page: Page, url: str) -> None:
    HydrationWatch(page)
    page.goto(url + "/mixed")
    assert page.evaluate("pyui.ready")["skipped"] == 8
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    ran = ["page", "immediate"]
    assert entries(page) == " ".join([*(f"run {name}" for name in ran), *(f"mount {name}" for name in ran)])

    page.click("#pressed")
    expect(page.locator("#pressed")).to_have_text("pressed 1 of 1 in dark")
    # Once each, the ancestor's too, and the island before its event.
    assert entries(page).split(" mount ")[-1].endswith("pressed click pressed outer")
    expect(page.locator("#page")).to_have_text("page 0 of 1 in dark")

    page.hover("#hovered")
    wait_for_entry(page, "mount hovered")
    assert page.inner_text("#hovered") == "hovered 0 of 1 in dark"

    page.set_viewport_size({"width": 400, "height": 600})
    wait_for_entry(page, "mount media")

    page.click("#open")
    wait_for_entry(page, "mount opened")

    page.locator("#below").scroll_into_view_if_needed()
    wait_for_entry(page, "mount below")

    before = entries(page)
    page.click("#static")
    assert entries(page) == before
    assert page.evaluate("pyui.waiting()") == 3
    page.click("#early")
    expect(page.locator("#early")).to_have_text("early 1 of 2 in dark")
    assert page.evaluate("pyui.waiting()") == 2


def test_ancestors_come_first(page: Page, url: str) -> None:
    page.goto(url + "/mixed")
    page.evaluate("pyui.ready")
    page.fill("#typed", "kept")
    page.click("#inside")
    expect(page.locator("#inside")).to_have_text("inside 1 of 1 in dark")
    order = ["run outside", "mount outside", "run inside", "mount inside", "click inside"]
    assert entries(page).endswith(" ".join(order))
    assert page.input_value("#typed") == "kept"


def test_nothing_is_loaded_before_the_first_trigger(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url + "/alone", wait_until="networkidle")
    assert not [name for name in asked if "pyodide" in name]
    page.evaluate("for (const button of document.querySelectorAll('button')) button.dataset.mine = ''")
    page.click("#one")
    assert page.evaluate("pyui.ready")["mismatches"] == 0
    expect(page.locator("#one")).to_have_text("one 1 of 1 in none")
    # Not triggered, so not brought up to date: that costs nothing.
    expect(page.locator("#two")).to_have_text("two 0 of 0 in none")
    page.click("#two")
    expect(page.locator("#two")).to_have_text("two 1 of 2 in none")
    expect(page.locator("#one")).to_have_text("one 1 of 2 in none")
    assert page.locator("[data-mine]").count() == 2


def test_an_island_that_fails_shows_the_fallback(page: Page, url: str) -> None:
    page.goto(url + "/guarded")
    page.evaluate("pyui.ready")
    page.click("#open")
    expect(page.locator("#failed")).to_have_text("failed: on purpose")
