"""Work that can wait, in real Chromium: what is more urgent comes between."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App
from pyui.testing._hydration_watch import HydrationWatch
from tests.browser.conftest import UNTOUCHED
from tests.browser.sliced_pages import MANY

_WATCH = """() => {
  const list = document.querySelector("#list");
  const text = (id) => document.querySelector(id)?.textContent;
  globalThis.seen = [];
  globalThis.frames = 0;
  const frame = () => { frames += list.children.length < 20000; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  new MutationObserver(() => seen.push({
    rows: list.children.length,
    clicks: text("#clicks"),
    fast: text("#fast"),
    slow: text("#slow"),
    pending: document.querySelector("#slow")?.className === "pending",
    crossings: pyui.crossings,
  })).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
}"""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App("tests.browser.sliced_pages:routes"))


def test_clicks_are_handled_between_slices(page: Page, url: str, console: list[str]) -> None:
    HydrationWatch(page)
    page.goto(url)
    page.evaluate("pyui.ready")
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    page.evaluate(_WATCH)
    box = page.locator("#click").bounding_box()
    assert box is not None
    page.click("#all")
    for _ in range(2):
        page.mouse.click(box["x"] + 5, box["y"] + 5)  # as a user does it, who waits for nothing
    expect(page.locator("#list li")).to_have_count(MANY, timeout=30_000)
    seen = page.evaluate("seen")
    clicked = [each["rows"] for each in seen if each["clicks"] == "2"]
    assert clicked[0] < MANY  # both were done while rows were still to come
    growing = [each for each in seen if each["clicks"] == "2"][1:]
    assert [each["rows"] for each in growing] == sorted({each["rows"] for each in growing})
    assert len(growing) > 2
    costs = {after["crossings"] - before["crossings"] for before, after in pairwise(growing)}
    assert costs == {2}  # a slice takes a call, and a batch back
    assert page.evaluate("frames") > 2
    texts = page.locator("#list li").all_text_contents()
    assert texts == [f"number {number}" for number in range(MANY)]
    page.click("#turned")
    page.click("#none")  # what was to come never comes
    expect(page.locator("#list li")).to_have_count(0)
    crossings = page.evaluate("pyui.crossings")
    page.evaluate("() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))")
    assert page.evaluate("pyui.crossings") == crossings
    assert page.locator("#list li").count() == 0
    assert console == []


def test_typing_comes_before_what_is_found(page: Page, url: str, console: list[str]) -> None:
    HydrationWatch(page)
    page.goto(f"{url}/search")
    page.evaluate("pyui.ready")
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    page.evaluate(_WATCH)
    page.locator("#text").press_sequentially("1999")
    expect(page.locator("#slow")).to_have_text("1999")
    found = [str(number) for number in range(MANY) if "1999" in str(number)]
    expect(page.locator("#list li")).to_have_text(found)
    seen = page.evaluate("seen")
    for each in seen:
        assert each["pending"] == (each["fast"] != each["slow"])
        assert each["fast"].startswith(each["slow"])
    assert [each for each in seen if each["pending"]]  # the field was ahead, and the page showed it
    assert list(dict.fromkeys(each["fast"] for each in seen))[-4:] == ["1", "19", "199", "1999"]
    expect(page.locator("#slow")).not_to_have_class("pending")
    assert console == []
