"""Whole pages, served and opened in Firefox and WebKit."""

import ast
from collections.abc import Callable
from typing import Any

import pytest

from examples.shop.main import app as shop
from pyui import App
from pyui.server import ServerRoute
from tests.browser.conftest import UNTOUCHED
from tests.other_browsers.driven_page import DrivenPage
from tests.other_browsers.recording_app import RecordingApp

type Serve = Callable[[Any], str]

ENTER = """() => {
  document.querySelector("#text").value = "typed";
  document.querySelector("#text").dispatchEvent(new InputEvent("input", { bubbles: true }));
  document.querySelector("#one").value = "c";
  document.querySelector("#one").dispatchEvent(new Event("change", { bubbles: true }));
  for (const id of ["checked", "size-l", "olives"]) document.getElementById(id).click();
}"""
ENTERED = ("typed", "a\nb", 1, True, "c", ["x"], "l", ["ham", "olives"])

FOLLOW = """async (path) => {
  const title = document.title;
  document.querySelector(`a[href$="${path}"]`).click();
  while (document.title === title) await new Promise((go) => setTimeout(go, 10));
}"""


@pytest.fixture(scope="module")
def pages_url(serve_module: Serve) -> str:
    return serve_module(RecordingApp(App(routes="tests.browser.pages:routes", server_routes=[ServerRoute("/**")])))


@pytest.fixture(scope="module")
def shop_url(serve_module: Serve) -> str:
    return serve_module(RecordingApp(shop))


def open_untouched(page: DrivenPage, url: str) -> None:
    """Opens a page and waits for Python; fails where hydration changed the page or had something to say."""
    page.console.clear()
    page.goto(url)
    ready = page.ready()
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert ready["mismatches"] == 0
    assert ready["bindings"] > 0
    assert page.console == []


@pytest.mark.parametrize("path", ["/events", "/typed/Ann"])
def test_hydration_leaves_the_page_as_it_was(path: str, driven_page: DrivenPage, pages_url: str) -> None:
    open_untouched(driven_page, pages_url + path)


def test_a_thousand_rows(driven_page: DrivenPage, pages_url: str) -> None:
    open_untouched(driven_page, f"{pages_url}/rows")
    driven_page.evaluate("pyuiWatch.take()")
    driven_page.evaluate("document.querySelector('#swap').click()")
    assert driven_page.evaluate("document.querySelectorAll('tr')[1].innerText").startswith("row 998")
    moves: list[str] = driven_page.evaluate("pyuiWatch.take()")["mutations"]
    assert [move.startswith("children of <tbody") for move in moves] == [True] * 4


def test_controls_before_and_after_going_back(driven_page: DrivenPage, pages_url: str) -> None:
    open_untouched(driven_page, f"{pages_url}/controls")
    driven_page.evaluate(ENTER)
    assert state(driven_page) == ENTERED
    driven_page.goto(f"{pages_url}/typed/Ann")
    driven_page.go_back()
    driven_page.ready()
    assert state(driven_page) == ENTERED
    assert driven_page.evaluate("document.querySelector('#text').value") == "typed"
    assert driven_page.evaluate("document.querySelector('#checked').checked")


def state(page: DrivenPage) -> tuple[Any, ...]:
    """The signals behind the controls, as the page shows them."""
    values: tuple[Any, ...] = ast.literal_eval(page.evaluate("document.querySelector('#state').innerText"))
    return values


def test_the_shop(driven_page: DrivenPage, shop_url: str) -> None:
    open_untouched(driven_page, f"{shop_url}/")
    driven_page.evaluate(FOLLOW, "/products")
    assert driven_page.evaluate("location.pathname") == "/products"
    assert driven_page.evaluate("document.querySelectorAll('.card').length") > 0
    assert driven_page.console == []


def test_the_products_of_the_shop(driven_page: DrivenPage, shop_url: str) -> None:
    open_untouched(driven_page, f"{shop_url}/products")
