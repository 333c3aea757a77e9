"""Families of bugs that users of other frameworks report and that take a whole page, in real Chromium.

`docs/hydration-families.md` names all of them, and the test of each.
"""

import ast
import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from pyui import App
from pyui.server import ServerRoute, script_hash
from tests.browser.conftest import UNTOUCHED

type Open = Callable[[str], dict[str, Any]]

POLICY = (
    f"default-src 'self' data:; style-src 'nonce-abc'; script-src 'self' 'nonce-abc' 'wasm-unsafe-eval' {script_hash()}"
)


class InTwoParts:
    """An app whose page `/slow` stops in its middle until it may go on.

    Args:
        app: the ASGI app.
    """

    def __init__(self, app: Any) -> None:
        self._app = app
        self.goes_on = threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def in_two(message: Any) -> None:
            body = message.get("body", b"")
            first, middle, rest = body.partition(b'<p id="middle">')
            if not middle:
                await send(message)
                return
            await send({**message, "body": first + middle, "more_body": True})
            await asyncio.to_thread(self.goes_on.wait, 20)
            await send({**message, "body": rest})

        await self._app(scope, receive, in_two)


@pytest.fixture(scope="module")
def app() -> Iterator[InTwoParts]:
    headers = {"Content-Security-Policy": POLICY}
    app = InTwoParts(
        App("tests.browser.family_pages:routes", [ServerRoute("/loaded", headers=headers), ServerRoute("/**")])
    )
    yield app
    app.goes_on.set()


@pytest.fixture(scope="module")
def pages_url(app: InTwoParts, serve_module: Callable[[Any], str]) -> str:
    """The address of the pages, served for real."""
    return serve_module(app)


def state(page: Page) -> tuple[Any, ...]:
    values: tuple[Any, ...] = ast.literal_eval(page.inner_text("#state"))
    return values


def extend(route: Route) -> None:
    """Does what an extension does that is there first."""
    response = route.fetch()
    text = response.text().replace("<head>", '<head><meta name="ext" content="x">')
    assert 'name="ext"' in text
    route.fulfill(response=response, body=text.replace("<html", '<html data-ext="1"'))


def test_nothing_is_loaded_or_written_again(open_page: Open, page: Page, console: list[str]) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.rpartition("/")[2])
        if asked[-1] == "frame.html":
            route.fulfill(body="<p>frame</p>", content_type="text/html")
        else:
            route.fulfill(body='<svg xmlns="http://www.w3.org/2000/svg"/>', content_type="image/svg+xml")

    page.route("**/picture.svg*", answer)
    page.route("**/frame.html", answer)
    page.route("**/loaded", extend)
    result = open_page("/loaded")
    assert result["mismatches"] == 0
    assert page.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert page.evaluate("document.querySelector('script[nonce]').getAttribute('nonce')") == "", "browsers hide it"
    assert page.evaluate("ran") == 1
    page.click("#count")
    expect(page).to_have_title("Count 1")
    expect(page.locator("#half")).to_have_text("?1\ufffd")
    assert page.get_attribute("p[title]", "title") == "half ?"
    assert page.get_attribute("meta[name=description]", "content") == "count 1"
    assert page.get_attribute("meta[name=ext]", "content") == "x"
    assert page.locator("meta[name=description]").count() == 1
    assert sorted(asked) == ["frame.html", "picture.svg", "picture.svg?0"]
    assert console == []


def test_what_browsers_normalise(page: Page, pages_url: str, console: list[str]) -> None:
    held: list[Route] = []
    page.route("**/*.zip", lambda route: held.append(route))  # noqa: PLW0108 - Playwright refuses a builtin
    page.goto(pages_url + "/entered", wait_until="domcontentloaded")
    page.wait_for_function("globalThis.pyui")
    assert page.evaluate("document.activeElement.id") == "auto"
    page.fill("#day", "2025-03-04")
    page.fill("#number", "2.50")
    page.focus("#other")
    page.evaluate(
        "new Promise((done) => { audio.addEventListener('seeked', done, { once: true }); audio.currentTime = 1.5; })"
    )
    while held:
        held.pop().continue_()
    result = page.evaluate("pyui.ready")
    assert result["mismatches"] == 0
    assert page.evaluate("audio.currentTime") == 1.5
    # What was entered is taken, what the browser alone makes of a value is not.
    assert state(page) == ("2025-03-04", "10:30", 2.5, "2024-1-2", "#102030", 30)
    assert page.input_value("#odd") == ""
    assert page.input_value("#level") == "20"
    assert page.input_value("#number") == "2.50"
    assert page.evaluate("document.activeElement.id") == "other", "the focus is taken once, by the browser"
    assert page.inner_text("#focused") == "auto", "which the handler is told"
    page.click("#show")
    assert page.evaluate("document.activeElement.id") == "late"
    assert [line for line in console if "does not conform" not in line] == []


def test_one_side_fails(open_page: Open, page: Page, console: list[str]) -> None:
    result = open_page("/one-sided")
    assert result["mismatches"] == 4
    expect(page.get_by_text("no: fails, as it is not the server")).to_be_visible()
    expect(page.locator("#shown")).to_have_text("whole on the browser")
    page.click("#count")
    expect(page.locator("#count")).to_have_text("1")
    assert [line[:9] for line in console] == ["[PYUI401]"] * 4


def test_a_page_that_fails_in_the_browser_stays(page: Page, pages_url: str, console: list[str]) -> None:
    page.goto(pages_url + "/fails")
    with pytest.raises(Exception, match="fails, as it is not the server"):
        page.evaluate("pyui.ready")
    assert page.inner_text("#away") == "lead on"
    assert "whole on the server" in page.inner_text("#pyui-root")
    page.click("#away")
    page.wait_for_url("**/fails?on")
    assert "PYUI400" in console[0]


def log(page: Page) -> list[str]:
    return page.inner_text("#log").split(" | ")


def test_what_is_pythons_own(open_page: Open, page: Page, console: list[str]) -> None:
    open_page("/python")
    page.click("#null")
    assert log(page) == ["related True form False"]
    page.focus("#typed")
    page.keyboard.press("End")
    page.keyboard.insert_text("👩é")
    assert log(page)[1:] == ["code points 3 units 5 bound True"]
    page.evaluate("typed.value = 'a\\ud83d', typed.dispatchEvent(new InputEvent('input', { bubbles: true }))")
    assert log(page)[2:] == ["code points 2 units 2 bound True"]
    assert page.inner_text("#shown") == "a?"
    page.click("#later")
    expect(page.locator("#log")).to_contain_text("later")
    assert console == []
    told = {
        "block": "can't start new thread",
        "fail": "an async handler failed on purpose",
        "wait": "Cannot stack switch",
    }
    for name, words in told.items():
        with page.expect_console_message(lambda message, words=words: words in message.text):  # type: ignore[misc]
            page.click(f"#{name}")
    page.click("#null")
    assert log(page)[-1] == "related True form False", "the page goes on"


def test_a_page_that_arrives_in_parts(page: Page, pages_url: str, app: InTwoParts) -> None:
    page.goto(pages_url + "/slow", wait_until="commit")
    page.click("#first")
    assert page.locator("#last").count() == 0
    app.goes_on.set()
    page.wait_for_load_state("load")
    assert page.evaluate("pyui.ready")["mismatches"] == 0
    expect(page.locator("#last")).to_have_text("1")


class Older:
    """Serves pages as an older version of the site has written them."""

    def __init__(self, page: Page, before: str, after: str, *, times: int) -> None:
        self.loads = 0
        self._change = (before, after)
        self._times = times
        page.route("**/one-sided", self._answer)

    def _answer(self, route: Route) -> None:
        self.loads += 1
        response = route.fetch()
        text = response.text()
        assert self._change[0] in text
        route.fulfill(response=response, body=text.replace(*self._change) if self.loads <= self._times else text)


RELOADED = "performance.getEntriesByType('navigation')[0].type === 'reload' && !!globalThis.pyui?.ready"
BUNDLE, VERSION = ("/_pyui/client.", "/_pyui/older."), ('"version":', '"version":9')


@pytest.mark.parametrize("change", [BUNDLE, VERSION])
def test_an_older_page_is_loaded_anew(page: Page, pages_url: str, change: tuple[str, str]) -> None:
    older = Older(page, *change, times=1)
    page.goto(pages_url + "/one-sided")
    page.wait_for_function(RELOADED)
    page.evaluate("pyui.ready")
    page.click("#count")
    expect(page.locator("#count")).to_have_text("1")
    assert older.loads == 2


@pytest.mark.parametrize(("change", "code"), [(BUNDLE, "PYUI403"), (VERSION, "PYUI404")])
def test_an_older_page_is_loaded_anew_once(
    page: Page, pages_url: str, console: list[str], change: tuple[str, str], code: str
) -> None:
    older = Older(page, *change, times=9)
    page.goto(pages_url + "/one-sided")
    page.wait_for_function(RELOADED)
    assert page.evaluate("pyui.ready.then(() => false, () => true)")
    assert older.loads == 2
    assert page.inner_text("#served") == "whole on the server"
    assert len([line for line in console if code in line]) == 2


def test_an_older_page_stays_where_something_was_entered(page: Page, pages_url: str, console: list[str]) -> None:
    older = Older(page, *BUNDLE, times=9)
    page.add_init_script("addEventListener('DOMContentLoaded', () => { kept.value = 'typed'; })")
    page.goto(pages_url + "/one-sided")
    with pytest.raises(Exception, match="PYUI403"):
        page.evaluate("pyui.ready")
    assert page.input_value("#kept") == "typed"
    assert older.loads == 1
