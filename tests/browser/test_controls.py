"""Two-way bindings, in real Chromium."""

import ast
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route

type Open = Callable[..., dict[str, Any]]

FIRST = ("first", "a\nb", 1, False, "b", ["x"], "m", ["ham"])


def state(page: Page) -> tuple[Any, ...]:
    """The signals' values, as the page shows them."""
    values: tuple[Any, ...] = ast.literal_eval(page.inner_text("#state"))
    return values


def change_all(page: Page) -> None:
    """Does to each control what a user may do."""
    page.fill("#text", "typed")
    page.fill("#area", "c\nd")
    page.fill("#number", "42")
    page.check("#checked")
    page.select_option("#one", "a")
    page.select_option("#many", ["y", "z"])
    page.check("#size-l")
    page.check("#olives")
    page.uncheck("#ham")


CHANGED = ("typed", "c\nd", 42, True, "a", ["y", "z"], "l", ["olives"])


def test_first_values(open_page: Open, page: Page) -> None:
    open_page("/controls")
    assert state(page) == FIRST
    assert page.input_value("#one") == "b"
    assert page.evaluate("Array.from(document.querySelector('#many').selectedOptions, (o) => o.value)") == ["x"]
    assert page.is_checked("#size-m")
    assert page.is_checked("#ham")


def test_what_the_user_enters_reaches_the_signals(open_page: Open, page: Page) -> None:
    open_page("/controls")
    change_all(page)
    assert state(page) == CHANGED


def test_what_signals_are_set_to_reaches_the_controls(open_page: Open, page: Page) -> None:
    open_page("/controls")
    page.click("#set")
    assert page.input_value("#text") == "set"
    assert page.input_value("#one") == "c"
    assert page.is_checked("#checked")


def test_what_the_user_entered_before_hydration_wins(page: Page, pages_url: str) -> None:
    held: list[Route] = []
    page.route("**/*.zip", lambda route: held.append(route))  # noqa: PLW0108 - Playwright refuses a builtin
    page.goto(pages_url + "/controls", wait_until="domcontentloaded")
    page.wait_for_function("globalThis.pyui")
    change_all(page)
    page.focus("#text")
    for route in held:
        route.continue_()
    page.evaluate("pyui.ready")
    assert state(page) == CHANGED
    assert page.input_value("#text") == "typed"
    assert page.evaluate("document.activeElement.id") == "text"


SHOWN = """() => {
  const chosen = (select) => Array.from(select.selectedOptions, (option) => option.value);
  const on = (name) => Array.from(document.querySelectorAll(`${name}:checked`), (box) => box.value);
  const find = (id) => document.getElementById(id);
  const texts = ["text", "area"].map((id) => find(id).value);
  return [...texts, Number(find("number").value), find("checked").checked, find("one").value, chosen(find("many")),
    on("[name=size]")[0], on("fieldset ~ label > [type=checkbox]")];
}"""


@pytest.mark.parametrize("way", ["reload", "back"])
def test_what_the_browser_restores_wins(way: str, open_page: Open, page: Page, pages_url: str) -> None:
    open_page("/controls")
    change_all(page)
    if way == "reload":
        page.reload()
    else:
        page.goto(pages_url + "/rows")
        page.go_back()
    assert page.evaluate("pyui.ready")["mismatches"] == 0
    assert state(page) == tuple(page.evaluate(SHOWN))
    if way == "back":  # what is restored after a reload differs between browsers
        assert state(page) == CHANGED
