"""Mounting and disposing the shop's list of products over and over leaves nothing behind, in real Chromium."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from pyui import App

ROUNDS = 100

_ROUNDS = """async (rounds) => {
  const $ = (selector) => document.querySelector(selector);
  const enter = (control, value) => {
    control.value = value;
    control.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  let cards = 0;
  for (let round = 0; round < rounds; round++) {
    $("#toggle").click();
    $(".more a").click();
    enter($("[type=search]"), "oak");
    enter($("[type=search]"), "no such thing");
    $(".empty button").click();
    cards += document.querySelectorAll(".card").length;
    $("#toggle").click();
    await 0;
    if ($(".card")) throw new Error("The list is still there.");
  }
  return cards;
}"""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App("tests.browser.leak_pages:routes"))


def test_garbage_is_collected_when_the_page_has_started(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("pyui.ready")
    page.wait_for_function("collects()")


def test_a_hundred_mounts_leave_nothing(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("pyui.ready")
    session = page.context.new_cdp_session(page)

    def counts() -> dict[str, int]:
        session.send("HeapProfiler.collectGarbage")
        found: dict[str, int] = {"bound": page.evaluate("pyui.bound()"), **json.loads(page.evaluate("living()"))}
        session.send("HeapProfiler.collectGarbage")
        return {**found, **session.send("Memory.getDOMCounters")}

    assert page.evaluate(_ROUNDS, 3) > 0
    counts()
    before = counts()
    assert page.evaluate(_ROUNDS, ROUNDS) >= ROUNDS
    after = counts()
    assert before["jsEventListeners"] > 0
    assert before["Signal"] > 0
    assert before["held by JavaScript"] > 0
    assert after == before

    page.evaluate(
        "leak(); document.body.append(globalThis.kept = document.createElement('b')); kept.onclick = () => {}"
    )
    leaked = counts()
    more = {name for name in before if leaked[name] > before[name]}
    assert {"Signal", "Owner", "held by Python", "held by JavaScript", "jsEventListeners", "nodes"} <= more
