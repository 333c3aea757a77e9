"""Client navigation wherever the app is: mounted in another one, or as files below a prefix."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import BrowserType, Page, Route, expect

from pyui import App
from pyui.build import build_site
from pyui.server import RenderMode, ServerRoute
from tests.support.file_server import file_server

NAMES = [{"name": "Ann"}, {"name": "Bob"}]


def load_greeting(request: Any, name: str) -> dict[str, Any]:
    return {"greeting": "Hello", "served": name}


def make_app() -> App:
    names = {"loader": load_greeting, "prerender_params": lambda: NAMES}
    server_routes = [
        ServerRoute("/typed/{name}", RenderMode.PRERENDER, **names),  # type: ignore[arg-type]
        ServerRoute("/items/{id}", RenderMode.PRERENDER, prerender_params=lambda: [{"id": 1}, {"id": 2}]),
        ServerRoute("/slow/{name}", RenderMode.CLIENT),
        ServerRoute("/**"),
    ]
    return App("tests.browser.navigation_pages:routes", server_routes)


@pytest.fixture(scope="module")
def static_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a static build below a prefix."""
    root = tmp_path_factory.mktemp("root")
    (root / "some").mkdir()
    with ThreadPoolExecutor() as pool:  # Playwright has an event loop in this thread
        pool.submit(build_site, make_app(), root / "some" / "where").result()
    with file_server(root) as url:
        yield f"{url}/some/where"


@pytest.fixture(scope="module")
def mounted_url(serve_module: Callable[[Any], str]) -> str:
    """The address of the app, mounted in another one."""
    outer = FastAPI()
    outer.mount("/some/where", make_app())
    return serve_module(outer) + "/some/where"


@pytest.fixture(params=["mounted", "static"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of the app in one of the places."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("pyui.ready")
    page.evaluate("globalThis.same = true")


def test_below_a_prefix(url: str, page: Page) -> None:
    visit(page, url + "/items/1")
    page.click("#typed")
    expect(page.locator("main h1")).to_have_text("Hello Ann")
    assert page.url == url + "/typed/Ann"
    page.click("#home")
    expect(page.locator("main h1")).to_have_text("Home")
    assert page.url == url + "/"
    page.click("#two")
    expect(page.locator("#item")).to_have_text("item 2")
    assert page.url == url + "/items/2"
    page.click("#tall")
    page.click("#deep")
    expect(page.locator("#item")).to_have_text("item 1")
    page.click("#old")
    expect(page.locator("#item")).to_have_text("item 2")
    assert page.url == url + "/items/2?from=old"
    page.click("#go")
    expect(page.locator("#item")).to_have_text("item 3")
    page.go_back()
    expect(page.locator("#item")).to_have_text("item 2")
    assert page.evaluate("same")


def test_links_outside_of_the_app_are_the_browsers(url: str, page: Page) -> None:
    visit(page, url + "/")
    page.evaluate("document.querySelector('#one').href = new URL('/elsewhere', location)")
    with page.expect_navigation():
        page.click("#one")
    assert page.url == url.removesuffix("/some/where") + "/elsewhere"


_WATCH = """
globalThis.texts = [];
const asked = document.querySelector("#asked");
const note = () => texts.push(asked.textContent.trim());
new MutationObserver(note).observe(asked, { subtree: true, childList: true, characterData: true });
history.replaceState(history.state, "", "?q=own");
document.querySelector("#next").href = location.pathname;
"""


def test_a_query_that_the_page_changed_by_itself_is_noticed(url: str, page: Page) -> None:
    visit(page, url + "/search")
    page.evaluate(_WATCH)
    page.click("#next")
    page.wait_for_function("texts.length > 1")
    assert page.evaluate("texts") == ["q=own sort=", "q= sort="]
    assert page.url.rstrip("/") == url + "/search"


def test_all_links_that_can_be_seen_are_loaded_ahead(mounted_url: str, page: Page) -> None:
    visit(page, mounted_url + "/")
    with page.expect_response("**/_pyui/data/typed/Bob.json"):
        page.evaluate("document.querySelector('#ahead').dataset.prefetch = 'viewport'")
        page.click("#one")


def test_a_page_of_a_newer_build_is_loaded_as_a_whole(url: str, page: Page) -> None:
    visit(page, url + "/")

    def newer(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, json={**found.json(), "build": "another"})

    page.route("**/_pyui/data/typed/Bob.json", newer)
    page.click("#ahead")
    expect(page.locator("main h1")).to_have_text("Hello Bob")
    assert not page.evaluate("globalThis.same === true")
    page.wait_for_function("globalThis.pyui?.ready")


def test_the_page_comes_back_from_the_browsers_cache(
    mounted_url: str, browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> None:
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    page = browser.new_page()
    visit(page, mounted_url + "/")
    page.click("#count")
    page.click("#one")
    expect(page.locator("#item")).to_have_text("item 1")
    page.click("#missing")
    page.wait_for_url(mounted_url + "/nowhere")
    page.go_back(wait_until="commit")
    expect(page.locator("#count")).to_have_text("1")
    assert page.evaluate("same")
    page.go_back(wait_until="commit")
    expect(page.locator("main h1")).to_have_text("Home")
    expect(page.locator("#pending")).to_have_text("idle")
    browser.close()


def test_a_page_that_the_browser_renders_is_left_and_found(mounted_url: str, page: Page) -> None:
    visit(page, mounted_url + "/slow/x")
    page.click("#one")
    expect(page.locator("#item")).to_have_text("item 1")
    page.go_back()
    expect(page.locator("main h1")).to_have_text("x")
    assert page.evaluate("same")


def test_the_payload_names_routes_by_number(mounted_url: str, page: Page) -> None:
    visit(page, mounted_url + "/")
    payload = page.evaluate("JSON.parse(document.getElementById('pyui-payload').textContent)")
    assert all(isinstance(index, int) for index in payload["data"] + payload["reload"])
    assert payload["reload"] == []
