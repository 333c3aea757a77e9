"""Client navigation, in real Chromium."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect
from starlette.exceptions import HTTPException

from pyui import App, redirect
from pyui.server import RenderMode, ServerRoute

CLIENT, PRERENDER = RenderMode.CLIENT, RenderMode.PRERENDER


class Gate:
    """Lets the slow loader go on."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.asked: list[str] = []

    def load(self, request: Any, name: str) -> dict[str, Any]:
        """Answers at once for a page that is loaded as a whole, and for all but `a`."""
        self.asked.append(name)
        if name == "a" and request.headers.get("accept") == "application/json":
            self.open.wait(20)
        return {"greeting": "Slow"}


gate = Gate()
loaded: list[str] = []


def load_typed(request: Any, name: str) -> dict[str, Any]:
    loaded.append(name)
    return {"greeting": "Hello", "served": request.url.path}


def load_moved(request: Any) -> dict[str, Any]:
    redirect("/items/1")


def load_failing(request: Any) -> dict[str, Any]:
    if request.headers.get("accept") == "application/json":
        raise HTTPException(503)
    return {}


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    """The address of the app."""
    server_routes = [
        ServerRoute("/typed/{name}", loader=load_typed),
        ServerRoute("/slow/{name}", loader=gate.load),
        ServerRoute("/moved", loader=load_moved),
        ServerRoute("/failing", loader=load_failing),
        ServerRoute("/gone", status=410),
        ServerRoute("/search"),
        ServerRoute("/private", CLIENT),
        ServerRoute("/items/{id}", CLIENT),
        ServerRoute("/**", PRERENDER),
    ]
    return serve_module(App("tests.browser.navigation_pages:routes", server_routes, title="Site"))


@pytest.fixture(autouse=True)
def fresh_gate() -> Iterator[None]:
    gate.open.clear()
    gate.asked.clear()
    loaded.clear()
    yield
    gate.open.set()


@pytest.fixture
def visit(page: Page, url: str) -> Callable[[str], None]:
    """A function that opens a path and waits until it is hydrated; what it sets survives client navigation alone."""

    def go(path: str) -> None:
        page.goto(url + path)
        page.evaluate("pyui.ready")
        page.evaluate("globalThis.same = true")

    return go


@pytest.fixture
def requests(page: Page, url: str) -> list[str]:
    """The paths of the requests that were made, but for the script that navigates: it is loaded when it is needed."""
    made: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith("/navigation.js"):
            made.append(request.url.removeprefix(url))

    page.on("request", note)
    return made


def stayed(page: Page) -> bool:
    """Tells whether the document is still the same."""
    same: bool = page.evaluate("globalThis.same === true")
    return same


def text(page: Page, selector: str, wanted: str) -> None:
    expect(page.locator(selector)).to_have_text(wanted)


def test_a_link_changes_the_page_and_nothing_is_loaded(visit: Any, page: Page, url: str, requests: list[str]) -> None:
    visit("/")
    requests.clear()
    page.click("#one")
    text(page, "#item", "item 1")
    assert stayed(page)
    assert requests == []
    assert page.url == url + "/items/1"
    assert page.title() == "Item 1"
    text(page, "#path", "/items/1")


def test_layouts_keep_their_state(visit: Any, page: Page) -> None:
    visit("/items/1")
    page.click("#count")
    page.click("#inner")
    page.click("#two")
    text(page, "#item", "item 2")
    text(page, "#of", "item 2")
    text(page, "#inner", "1")
    page.click("#home")
    text(page, "h1", "Home")
    page.click("#two")
    text(page, "#inner", "0")
    text(page, "#count", "1")


def test_nodes_of_layouts_are_not_touched(visit: Any, page: Page) -> None:
    visit("/items/1")
    page.evaluate("globalThis.before = [document.querySelector('nav'), document.querySelector('#inner')]")
    page.click("#two")
    text(page, "#item", "item 2")
    assert page.evaluate("before.every((node) => node.isConnected)")


def test_head_follows(visit: Any, page: Page) -> None:
    visit("/")
    assert page.locator("meta[name=description]").count() == 1
    page.click("#tall")
    expect(page).to_have_title("Tall")
    assert page.locator("meta[name=description]").count() == 0
    page.click("#home")
    expect(page).to_have_title("Home")
    assert page.locator("meta[name=description]").get_attribute("content") == "first"


def test_back_and_forward_restore_the_scroll_position(visit: Any, page: Page) -> None:
    visit("/tall")
    page.evaluate("window.scrollTo(0, 2500)")
    page.evaluate("document.querySelector('#deep').click()")
    text(page, "#item", "item 1")
    assert page.evaluate("scrollY") == 0
    page.go_back()
    text(page, "main h1 >> nth=0", "Tall")
    assert page.evaluate("scrollY") == 2500
    page.go_forward()
    text(page, "#item", "item 1")
    assert page.evaluate("scrollY") == 0
    assert stayed(page)


def test_the_scroll_position_survives_another_document(visit: Any, page: Page, url: str) -> None:
    visit("/tall")
    page.click("#one")
    text(page, "#item", "item 1")
    page.go_back()
    text(page, "main h1 >> nth=0", "Tall")
    page.evaluate("window.scrollTo(0, 1500)")
    assert page.evaluate("new Promise((done) => requestAnimationFrame(() => done(scrollY)))") == 1500
    page.reload()
    page.evaluate("pyui.ready")
    page.wait_for_function("scrollY === 1500")
    page.go_forward()
    text(page, "#item", "item 1")
    page.go_back()
    text(page, "main h1 >> nth=0", "Tall")
    assert page.evaluate("scrollY") == 1500


def test_hash_links_of_the_page(visit: Any, page: Page, url: str) -> None:
    visit("/tall")
    page.click("#hash")
    page.wait_for_function("scrollY > 5000")
    assert page.url == url + "/tall#end"
    page.evaluate("document.querySelector('#one').click()")
    text(page, "#item", "item 1")
    page.go_back()
    text(page, "main h1 >> nth=0", "Tall")
    assert page.evaluate("scrollY > 5000")
    page.go_back()
    page.wait_for_function("scrollY === 0")
    assert page.url == url + "/tall"
    assert stayed(page)


def test_a_link_to_a_part_of_another_page(visit: Any, page: Page) -> None:
    visit("/")
    page.click("#halfway")
    text(page, "main h1 >> nth=0", "Tall")
    assert 2900 < page.evaluate("scrollY") < 3300
    expect(page.locator("#middle")).to_be_focused()


def test_query_and_fragment_are_signals(visit: Any, page: Page, url: str) -> None:
    visit("/search?q=a#x")
    text(page, "#asked", "q=a sort= #x")
    page.click("#kept")
    page.click("#next")
    text(page, "#asked", "q=b sort=")
    page.click("#part")
    text(page, "#asked", "q=b sort= #part")
    page.click("#sort")
    text(page, "#asked", "q= sort=x")
    text(page, "#kept", "1")
    assert page.url == url + "/search?sort=x"
    assert stayed(page)


def test_navigate(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.click("#go")
    text(page, "#item", "item 3")
    page.click("#replace")
    text(page, "#item", "item 4")
    page.go_back()
    text(page, "main h1", "Home")
    assert page.url == url + "/"
    assert stayed(page)


def test_data_is_loaded_and_pending_tells_so(visit: Any, page: Page, url: str, requests: list[str]) -> None:
    visit("/")
    requests.clear()
    page.click("#slow")
    text(page, "#pending", "pending")
    assert page.url == url + "/", "the address is that of the page that is shown"
    gate.open.set()
    text(page, "main h1", "Slow a")
    text(page, "#pending", "idle")
    assert requests == ["/_pyui/data/slow/a.json"]
    assert page.title() == "Slow a"
    assert stayed(page)


def test_a_loader_sees_the_request_of_the_page(visit: Any, page: Page) -> None:
    visit("/")
    page.click("#typed")
    text(page, "main h1", "Hello Ann")
    text(page, "#served", "/typed/Ann")


def test_the_last_navigation_wins(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.click("#slow")
    text(page, "#pending", "pending")
    page.click("#other-slow")
    text(page, "main h1", "Slow b")
    gate.open.set()
    text(page, "#pending", "idle")
    page.click("#one")
    text(page, "#item", "item 1")
    assert page.url == url + "/items/1"
    assert page.evaluate("history.length") == 4, "about:blank, home, slow b, item 1"
    assert stayed(page)


def test_two_at_the_same_moment(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.evaluate("document.querySelector('#one').click(), document.querySelector('#tall').click()")
    text(page, "main h1 >> nth=0", "Tall")
    expect(page).to_have_url(url + "/tall")
    assert stayed(page)


def test_redirects_are_followed(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.click("#old")
    text(page, "#item", "item 2")
    assert page.url == url + "/items/2?from=old"
    page.click("#moved")
    text(page, "#item", "item 1")
    assert page.url == url + "/items/1"
    page.click("#raised")
    text(page, "#item", "item 2")
    assert page.url == url + "/items/2"
    page.go_back()
    text(page, "#item", "item 1")
    assert stayed(page)


def test_focus_and_announcement(visit: Any, page: Page) -> None:
    visit("/")
    assert page.locator("#pyui-announcer").count() == 0
    page.click("#tall")
    expect(page.locator("main h1 >> nth=0")).to_be_focused()
    announcer = page.locator("#pyui-announcer")
    expect(announcer).to_have_text("Tall")
    assert announcer.get_attribute("aria-live") == "polite"
    assert page.locator("#pyui-root #pyui-announcer").count() == 0
    page.click("#two")
    expect(announcer).to_have_text("Item 2")
    assert page.locator("[tabindex='-1']").count() == 1


def test_a_page_that_takes_the_focus_keeps_it(visit: Any, page: Page) -> None:
    visit("/")
    page.click("#careful")
    expect(page.locator("#field")).to_be_focused()


def test_active_links(visit: Any, page: Page) -> None:
    visit("/items/1")
    one, two, items = page.locator("#one"), page.locator("#two"), page.locator("#items")
    assert one.get_attribute("aria-current") == "page"
    assert items.get_attribute("aria-current") == "true"
    two.click()
    expect(two).to_have_class("on")
    assert one.get_attribute("aria-current") is None
    assert one.get_attribute("class") is None
    assert two.get_attribute("aria-current") == "page"
    page.click("#home")
    expect(items).to_have_class("own")
    page.click("#items")
    expect(items).to_have_class("own on")


@pytest.mark.parametrize("name", ["missing", "gone"])
def test_what_is_not_the_apps_is_loaded_as_a_whole(name: str, visit: Any, page: Page, url: str) -> None:
    visit("/")
    with page.expect_navigation():
        page.click(f"#{name}")
    assert page.url == url + {"missing": "/nowhere", "gone": "/gone"}[name]
    assert not stayed(page)


@pytest.mark.parametrize("name", ["broken", "failing"])
def test_a_failure_loads_the_page_as_a_whole(name: str, visit: Any, page: Page, url: str) -> None:
    visit("/")
    with page.expect_navigation(url=f"{url}/{name}", wait_until="load"):
        page.click(f"#{name}")
    page.wait_for_function("globalThis.same === undefined")
    assert page.url == f"{url}/{name}"
    page.go_back()
    text(page, "h1", "Home")


@pytest.mark.parametrize(
    ("name", "modifier"),
    [
        ("one", "Control"),
        ("one", "Shift"),
        ("one", "Alt"),
        ("download", None),
        ("external", None),
        ("blank", None),
        ("elsewhere", None),
        ("prevented", None),
    ],
)
def test_clicks_that_are_the_browsers(name: str, modifier: str | None, visit: Any, page: Page, url: str) -> None:
    visit("/")
    # What the browser would do is told from what it is asked to leave: the last listener sees it, and stops it.
    page.evaluate(
        "addEventListener('click', (event) => { globalThis.left = !event.defaultPrevented; event.preventDefault() })"
    )
    page.click(f"#{name}", modifiers=[modifier] if modifier else [])  # type: ignore[list-item]
    assert page.evaluate("left") is (name != "prevented")
    text(page, "main h1", "Home")
    assert page.url == url + "/"


def test_a_middle_click_is_the_browsers(visit: Any, page: Page) -> None:
    visit("/")
    page.click("#one", button="middle")
    text(page, "main h1", "Home")


def test_can_leave(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.click("#edit")
    text(page, "main h1", "Edit")
    page.click("#one")
    page.go_back()
    page.wait_for_function("history.state.pyui === 1")
    text(page, "main h1", "Edit")
    expect(page).to_have_url(url + "/edit")
    page.click("#save")
    page.go_back()
    text(page, "main h1", "Home")
    assert page.url == url + "/"
    assert stayed(page)


def test_can_enter(visit: Any, page: Page, url: str) -> None:
    visit("/edit")
    page.click("#private")
    text(page, "main h1", "Edit")
    page.click("#save")
    page.click("#private")
    expect(page).to_have_title("Private")
    assert page.url == url + "/private"


def test_can_enter_sends_elsewhere(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.click("#private")
    text(page, "#item", "item 1")
    assert page.url == url + "/items/1"
    text(page, "#pending", "idle")


def test_crossings_are_few(visit: Any, page: Page) -> None:
    visit("/items/1")
    before = page.evaluate("pyui.crossings")
    page.click("#two")
    text(page, "#item", "item 2")
    assert page.evaluate("pyui.crossings") - before <= 4, "plan, guards of none, show, one batch of ops"
    before = page.evaluate("pyui.crossings")
    page.click("#typed")
    text(page, "main h1", "Hello Ann")
    assert page.evaluate("pyui.crossings") - before <= 7, "with pending, on and off"


def test_the_page_that_is_left_leaves_nothing_behind(visit: Any, page: Page) -> None:
    visit("/items/1")
    page.click("#two")
    text(page, "#item", "item 2")
    page.fill("#text", "abc")
    text(page, "#item + input + button + span", "abc")
    page.click("#one")
    text(page, "#item", "item 1")
    page.click("#held")
    bound, held = page.evaluate("pyui.bound()"), page.inner_text("#held")
    for _ in range(3):
        page.click("#two")
        text(page, "#item", "item 2")
        page.click("#one")
        text(page, "#item", "item 1")
    page.click("#held")
    assert page.evaluate("pyui.bound()") == bound
    assert page.inner_text("#held") == held != "0"
    page.click("#log")
    text(page, "#lines", "left 1 left 2 " * 4 + "left 1")


def test_prefetch_on_hover(visit: Any, page: Page, requests: list[str]) -> None:
    visit("/")
    requests.clear()
    with page.expect_response("**/_pyui/data/typed/Bob.json"):
        page.hover("#ahead")
    page.hover("#home")
    page.hover("#ahead")
    page.click("#ahead")
    text(page, "main h1", "Hello Bob")
    assert requests == ["/_pyui/data/typed/Bob.json"]
    assert loaded == ["Bob"]


def test_a_static_page_is_left_without_its_scripts(visit: Any, page: Page, url: str) -> None:
    visit("/")
    page.click("#static")
    text(page, "h1", "Plain")
    assert stayed(page)
    page.click("#home")
    text(page, "main h1", "Home")
    text(page, "#count", "0")
    assert stayed(page)
    page.goto(url + "/plain")
    assert page.locator("script").count() == 0
    assert "<!--" not in page.content()


def test_view_transition(visit: Any, page: Page) -> None:
    visit("/")
    page.evaluate(
        "globalThis.transitions = 0; const start = document.startViewTransition.bind(document);"
        "document.startViewTransition = (update) => { transitions += 1; return start(update) }; null"
    )
    page.click("#one")
    text(page, "#item", "item 1")
    assert page.evaluate("transitions") == 1
    page.emulate_media(reduced_motion="reduce")
    page.click("#two")
    text(page, "#item", "item 2")
    assert page.evaluate("transitions") == 1
