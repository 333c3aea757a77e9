"""Data and head in real Chromium, with the codec in real Pyodide."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Page, expect

from pyui import App
from pyui.server import RenderMode, ServerRoute
from pyui.view import encode
from tests.browser.conftest import UNTOUCHED
from tests.view.codec_types import Colour, Item
from tests.view.codec_values import SAMPLES, values

type Open = Callable[[str], dict[str, Any]]


def load(request: Any) -> dict[str, Any]:
    first = Item("a", [2**60, float("inf"), (b"x", {1: None})])
    when = datetime(2024, 10, 27, 2, 30, tzinfo=UTC, fold=1)
    return {
        "items": [first, Item("b", first)],
        "when": when,
        "price": Decimal("1.20"),
        "colour": Colour.RED,
        "ids": {2, 1},
    }


@pytest.fixture(scope="module")
def pages_url(serve_module: Callable[[Any], str]) -> str:
    """The address of the pages, served for real."""
    server_routes = [
        ServerRoute("/values", loader=load),
        ServerRoute("/client-head", RenderMode.CLIENT),
        ServerRoute("/client-leaving", RenderMode.CLIENT),
        ServerRoute("/client-missing", RenderMode.CLIENT),
        ServerRoute("/**", status=404),
    ]
    return serve_module(App("tests.browser.data_pages:routes", server_routes, title="App"))


@pytest.mark.parametrize("path", ["/values", "/where", "/head"])
def test_hydration_changes_neither_page_nor_head(path: str, open_page: Open, page: Page, console: list[str]) -> None:
    result = open_page(path)
    if path != "/where":  # its effects do change the page
        assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert result["mismatches"] == 0
    assert console == []


def test_props_and_transferred_values_arrive(open_page: Open, page: Page) -> None:
    open_page("/values")
    assert page.inner_text("#rate") == "(1, Decimal('2.5'))"
    assert page.inner_text("#side") == "server"
    assert page.inner_text("#props").endswith("True]")


def test_where_a_component_runs(open_page: Open, page: Page) -> None:
    open_page("/where")
    expect(page.locator("#seen")).to_have_text("True False False None None")
    expect(page.locator("#later")).to_have_text("False")


def sample_texts() -> list[str]:
    texts = [json.dumps(encode(value)) for value in SAMPLES]

    @settings(max_examples=150, derandomize=True, database=None, phases=[Phase.generate], deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(values)
    def collect(value: Any) -> None:
        texts.append(json.dumps(encode(value)))

    collect()
    return texts


def test_the_codec_in_the_browser(open_page: Open, page: Page) -> None:
    open_page("/recode")
    texts = sample_texts()
    assert len(texts) > 200
    assert json.loads(page.evaluate("texts => recode(texts)", json.dumps(texts))) == texts


def head(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        """() => ({
          title: document.title,
          meta: Object.fromEntries([...document.head.querySelectorAll("meta[name]:not([name=viewport])")]
            .map((meta) => [meta.name, meta.content])),
          scripts: document.head.querySelectorAll("script[type='application/ld+json']").length,
          keys: [...document.head.querySelectorAll("[data-head]")].map((e) => e.dataset.head),
        })"""
    )
    assert len(set(found["keys"])) == len(found.pop("keys"))
    return found


def test_the_head_follows_signals(open_page: Open, page: Page) -> None:
    open_page("/head")
    meta = {"author": "route", "description": "of the page", "robots": "all", "only": "shown"}
    assert head(page) == {"title": "Shown", "meta": meta, "scripts": 1}
    page.click("#count")
    assert head(page)["title"] == "Shown"
    page.click("#show")
    rest = {"author": "route", "description": "of the page", "robots": "all"}
    assert head(page) == {"title": "Count 1", "meta": rest, "scripts": 0}
    page.click("#count")
    assert head(page) == {"title": "Count 2", "meta": {**rest, "robots": "none"}, "scripts": 0}
    page.click("#show")
    assert head(page) == {"title": "Shown", "meta": {**meta, "robots": "none"}, "scripts": 1}


def test_a_change_of_the_head_is_in_the_one_flush(open_page: Open, page: Page) -> None:
    open_page("/head")
    before = page.evaluate("pyui.crossings")
    page.click("#show")
    assert page.evaluate("pyui.crossings") - before == 2
    page.click("#show")
    page.evaluate("pyuiWatch.take()")
    page.click("#same")
    mutations: list[str] = page.evaluate("pyuiWatch.take()")["mutations"]
    assert [change for change in mutations if "<head" in change or "<title" in change] == []


def test_the_head_of_a_page_that_the_browser_renders(open_page: Open, page: Page) -> None:
    open_page("/client-head")
    meta = {"author": "route", "description": "there"}
    assert head(page) == {"title": "Made in the browser", "meta": meta, "scripts": 0}


def test_redirects_in_the_browser(open_page: Open, page: Page, pages_url: str) -> None:
    open_page("/leaving")
    page.click("#go")
    page.wait_for_url(f"{pages_url}/arrived?a=1")
    expect(page.locator("#arrived")).to_be_visible()
    page.goto(f"{pages_url}/client-leaving")
    page.wait_for_url(f"{pages_url}/arrived?b=2")  # Python has to start first
    expect(page.locator("#arrived")).to_be_visible()


@pytest.mark.parametrize("path", ["/missing", "/client-missing"])
def test_missing_pages_hydrate_and_mount(path: str, open_page: Open, page: Page, console: list[str]) -> None:
    result = open_page(path)
    expect(page.locator("#lost")).to_have_text(f"Nothing at {path[1:]}")
    assert page.title() == "Lost"
    assert result["mismatches"] == 0
    assert [line for line in console if "404" not in line] == []
