"""What the user does before Python is there: nothing is lost, and all of it is delivered once, in real Chromium.

What the browser loads is held back until the user has done everything; nothing here waits for time to pass. The pages
have a content security policy that allows no inline script but the one whose hash `script_hash` returns.
"""

import ast
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from pyui import App
from pyui.server import ServerRoute, script_hash

SCRIPTS = f"'self' 'wasm-unsafe-eval' {script_hash()}"
POLICY = f"default-src 'self'; img-src data:; style-src 'unsafe-inline'; script-src {SCRIPTS}"
RUNTIME, PYTHON = "**/runtime-*/runtime.js", "**/pyodide.asm.wasm"


class Held:
    """Requests that are not answered before `let_go` or `fail` is called."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._waiting: list[Route] = []
        self._answer: Callable[[Route], None] = self._waiting.append
        page.route(pattern, lambda route: self._answer(route))  # noqa: PLW0108 - it changes

    def let_go(self) -> None:
        self._end(lambda route: route.continue_())

    def fail(self) -> None:
        self._end(lambda route: route.abort())

    def _end(self, answer: Callable[[Route], None]) -> None:
        self._answer = answer
        while self._waiting:
            answer(self._waiting.pop())


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    app = App("tests.browser.replay_pages:routes", [ServerRoute("/**", headers={"Content-Security-Policy": POLICY})])
    return serve_module(app)


@pytest.fixture
def errors(page: Page) -> list[str]:
    """The errors that the page writes to the console."""
    lines: list[str] = []
    page.on("console", lambda message: lines.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: lines.append(str(error)))
    return lines


def state(page: Page) -> tuple[Any, ...]:
    values: tuple[Any, ...] = ast.literal_eval(page.inner_text("#state"))
    return values


def log(page: Page) -> list[str]:
    return page.locator("#log li").all_inner_texts()


def waiting(page: Page) -> list[str]:
    ids: list[str] = page.evaluate("Array.from(document.querySelectorAll('[data-waiting]'), (element) => element.id)")
    return ids


def test_nothing_is_lost(page: Page, url: str, errors: list[str]) -> None:
    runtime, python = Held(page, RUNTIME), Held(page, PYTHON)
    page.goto(url + "/early", wait_until="commit")
    page.type("#text", "ab")
    page.click("#inside")
    runtime.let_go()
    page.wait_for_load_state("domcontentloaded")
    page.check("#checked")
    page.check("#unbound")
    page.check("#size-l")
    page.select_option("#one", "c")
    page.fill("#copied", "copy")
    page.click("#refused")
    page.press("#typed", "Enter")
    page.type("#text", "c")
    page.evaluate("document.querySelector('#text').setSelectionRange(1, 2)")
    assert waiting(page) == ["checked", "button", "refused", "send"]
    assert page.locator("#log li").count() == 0

    python.let_go()
    page.evaluate("pyui.ready")
    assert log(page) == [
        "text focus", "key a", "text input", "key b", "text input",
        "outer pointerdown", "text blur", "button click", "outer click",
        "checked click", "unbound True", "one change",
        "refused click True", "refused submit True",
        "text focus", "key c", "text input",
    ]  # fmt: skip
    assert state(page) == ("cab", True, "l", "c", "copy")
    assert page.is_checked("#checked")
    assert page.is_checked("#unbound")
    assert waiting(page) == []
    assert page.evaluate("[document.activeElement.id, text.selectionStart, text.selectionEnd]") == ["text", 1, 2]
    assert page.url == url + "/early"

    before = len(log(page))
    page.click("#button")
    page.click("#send")
    assert log(page)[before:] == [
        "outer pointerdown", "text blur", "button click", "outer click", "refused submit True",
    ]  # fmt: skip
    assert errors == []


def test_what_was_entered_last_wins(page: Page, url: str) -> None:
    python = Held(page, PYTHON)
    page.goto(url + "/early")
    page.type("#text", "a")
    page.click("#clear")
    page.fill("#text", "b")
    python.let_go()
    page.evaluate("pyui.ready")
    assert state(page)[0] == "b"
    assert page.input_value("#text") == "b"
    page.click("#clear")
    assert page.input_value("#text") == ""


@pytest.mark.parametrize(
    ("before", "after", "stays", "row"),
    [
        ("<output", "<span data-p></span><output", True, ["y click"]),
        ('<a class="row" data-p="click">x</a>', "", True, ["y click"]),
        # The button is found again by its id; where a row was, nothing says which of the others it is.
        ('<button id="button" type="button" data-p="click"><span id="inside">press</span></button>',
         '<b id="button" data-p="click"><i id="inside">press</i></b>', False, ["y click"]),
        ('<a class="row" data-p="click">y</a>', '<b class="row" data-p="click">y</b>', True, []),
    ],
)  # fmt: skip
def test_the_place_of_a_node_that_is_replaced(
    page: Page, url: str, before: str, after: str, *, stays: bool, row: list[str]
) -> None:
    def corrupt(route: Route) -> None:
        response = route.fetch()
        assert before in response.text()
        route.fulfill(response=response, body=response.text().replace(before, after))

    page.route("**/early", corrupt)
    python = Held(page, PYTHON)
    page.goto(url + "/early")
    page.evaluate("globalThis.old = button")
    page.click("#inside")
    page.click(".row:text('y')")
    page.fill("#text", "typed")
    page.press("#typed", "Enter")
    python.let_go()
    assert page.evaluate("pyui.ready")["mismatches"] > 0
    assert page.evaluate("old.isConnected") is stays
    assert [entry for entry in log(page) if "click" in entry or "submit" in entry] == [
        "button click", "outer click", *row, "refused submit True",
    ]  # fmt: skip
    assert state(page)[0] == "typed"
    assert page.input_value("#text") == "typed"


@pytest.mark.parametrize(
    ("control", "address", "kept"),
    [
        ("#client", "/landed", "click "),
        ("#whole", "/static.txt", "click "),
        ("#first", "/landed?typed=x&via=first", "submit "),
        ("#second", "/landed?typed=x&via=second", "click submit "),
    ],
)
def test_default_actions_follow(page: Page, url: str, control: str, address: str, kept: str) -> None:
    python = Held(page, PYTHON)
    page.goto(url + "/leaving")
    page.evaluate("globalThis.same = true")
    page.fill("#typed", "x")
    page.click(control)
    assert waiting(page) == [control[1:]]
    assert page.url == url + "/leaving"
    python.let_go()
    page.wait_for_url(url + address)
    assert page.evaluate("sessionStorage.kept") == kept
    assert page.evaluate("globalThis.same ?? false") == (control == "#client"), "only that link is the app's own"


@pytest.mark.parametrize(("control", "address"), [("#unhandled", "/landed?unhandled"), ("#send", "/landed?plain=1")])
def test_what_nobody_handles_is_not_held(page: Page, url: str, control: str, address: str) -> None:
    Held(page, PYTHON)
    page.goto(url + "/leaving")
    page.click(control)
    page.wait_for_url(url + address)


def test_other_windows_are_not_held(page: Page, url: str) -> None:
    python = Held(page, PYTHON)
    page.goto(url + "/leaving")
    with page.context.expect_page():
        page.click("#blank")
    with page.context.expect_page():
        page.click("#whole", modifiers=["ControlOrMeta"])
    python.let_go()
    page.evaluate("pyui.ready")
    assert page.evaluate("sessionStorage.kept") == "click click "
    assert page.url == url + "/leaving"


@pytest.mark.parametrize("missing", [RUNTIME, PYTHON])
@pytest.mark.parametrize(("control", "address"), [("#client", "/landed"), ("#second", "/landed?typed=x&via=second")])
def test_nothing_is_dead_without_python(page: Page, url: str, missing: str, control: str, address: str) -> None:
    held = Held(page, missing)
    page.goto(url + "/leaving", wait_until="commit")
    page.fill("#typed", "x")
    page.click(control)
    assert waiting(page) == [control[1:]]
    held.fail()
    page.wait_for_url(url + address)


def test_what_was_opened_stays(page: Page, url: str, errors: list[str]) -> None:
    python = Held(page, PYTHON)
    page.goto(url + "/kept")
    page.click("#more")
    page.evaluate("dialog.show()")
    page.set_input_files("#file", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})
    page.fill("#area", "second")
    page.fill("#number", "7")
    page.focus("#upper")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "a", "selectionStart": 1, "selectionEnd": 1})
    page.evaluate("scrollTo(0, 500)")
    python.let_go()
    assert page.evaluate("pyui.ready")["mismatches"] == 0
    assert page.evaluate("[details.open, dialog.open, file.files.length, area.value, scrollY]") == [
        True, True, 1, "second", 500,
    ]  # fmt: skip
    assert state(page) == (7, "not a number", ["y"], "none", "A", ["t", 1])
    assert page.input_value("#upper") == "a", "text that is being composed is left alone"
    session.send("Input.imeSetComposition", {"text": "ab", "selectionStart": 2, "selectionEnd": 2})
    assert page.input_value("#upper") == "ab"
    session.send("Input.insertText", {"text": "abc"})
    expect(page.locator("#upper")).to_have_value("ABC")
    page.evaluate("new Promise((done) => { addEventListener('scroll', done, { once: true }); scrollTo(0, 0); })")
    assert errors == []
