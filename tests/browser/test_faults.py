"""What a page is worth when a part of its start is missing: it is readable, leads on, and says once what is wrong."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from pyui.server import script_hash
from tests.support.file_server import file_server
from tests.support.snapshot import build

SNAPSHOT, WASM, RUNTIME = "**/snapshot.*.bin", "**/pyodide.asm.wasm", "**/runtime-*/runtime.js"
POLICY = f"default-src 'self'; img-src data:; script-src 'self' 'wasm-unsafe-eval' {script_hash()}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("faults"), "app", "--output", "static").folder


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    with file_server(site) as base:
        yield f"{base}/"


def answer(status: int) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, body="No.")


def assert_leads_on(page: Page, url: str) -> None:
    """The page can be read, its form is sent by the browser, and so is its link followed."""
    expect(page.locator("output")).to_have_text("nothing")
    page.click("text=Search")
    page.wait_for_url("**/about/?q=apple")
    page.goto(url)
    page.click("text=About")
    expect(page.locator("h1")).to_have_text("About")


def coded(console: list[str]) -> list[str]:
    return [line for line in console if "[PYUI" in line]


FAULTS = {
    "wasm": (WASM, answer(500)),
    "wasm cut": (WASM, lambda route: route.fulfill(response=(got := route.fetch()), body=got.body()[:500_000])),
    "wasm blocked": (WASM, lambda route: route.abort()),
    "all of Python": ("**/pyodide*", lambda route: route.abort()),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_without_python_a_page_leads_on_and_says_so_once(fault: str, page: Page, url: str, console: list[str]) -> None:
    pattern, change = FAULTS[fault]
    page.route(pattern, change)
    page.goto(url)
    page.wait_for_function("globalThis.pyui")
    page.evaluate("pyui.ready.catch(() => {})")
    (line,) = coded(console)
    assert line.startswith("[PYUI400]")
    assert_leads_on(page, url)


def test_wasm_of_another_version_loads_the_page_anew_once(page: Page, url: str, console: list[str]) -> None:
    opened: list[str] = []
    page.on("framenavigated", lambda frame: opened.append(frame.url))
    page.route(WASM, answer(404))
    with page.expect_event("load"):
        page.goto(url)
    page.wait_for_function("() => sessionStorage.getItem('pyui:outdated')")
    page.wait_for_function("() => performance.getEntriesByType('navigation')[0].type === 'reload' && globalThis.pyui")
    page.evaluate("pyui.ready.catch(() => {})")
    assert opened == [url, url]
    assert_leads_on(page, url)


def older(change: Callable[[str], str]) -> Callable[[Route], None]:
    """Answers the first request with the page as an older build would have written it, the others as it is."""
    loads: list[str] = []

    def answer_older(route: Route) -> None:
        found = route.fetch()
        loads.append(route.request.url)
        route.fulfill(response=found, body=change(found.text()) if len(loads) == 1 else found.text())

    return answer_older


def test_a_page_whose_snapshot_and_bundle_are_gone_recovers_by_itself(page: Page, url: str, console: list[str]) -> None:
    page.route(url, older(lambda text: re.sub(r"(snapshot|client)\.[0-9a-f]{12}", r"\1.000000000000", text)))
    page.goto(url)
    page.wait_for_function("performance.getEntriesByType('navigation')[0].type === 'reload' && globalThis.pyui")
    assert "restore" in page.evaluate("pyui.ready")["timings"]
    assert [line[:10] for line in coded(console)] == ["[PYUI420] ", "[PYUI400] "]


def test_a_page_of_which_all_is_gone_recovers_when_it_is_reloaded(page: Page, url: str) -> None:
    page.route(url, older(lambda text: re.sub(r"([.-])[0-9a-f]{12}([./])", r"\g<1>000000000000\2", text)))
    page.goto(url)
    assert_leads_on(page, url)
    page.goto(url)
    assert "restore" in page.evaluate("pyui.ready")["timings"]


def test_without_the_runtime_a_page_leads_on_and_says_so_once(page: Page, url: str, console: list[str]) -> None:
    page.route(RUNTIME, answer(404))
    page.goto(url)
    page.wait_for_function("globalThis.pyui")
    assert page.evaluate("pyui.ready.catch(() => true)")
    assert [line for line in console if "Failed to load resource" not in line] == ["[PYUI424] No script"]
    assert_leads_on(page, url)


def test_without_the_first_script_a_page_leads_on_and_says_so_once(page: Page, url: str, console: list[str]) -> None:
    page.route("**/runtime-*/start.js", answer(404))
    page.goto(url)
    assert coded(console) == ["[PYUI424] No script"]
    assert_leads_on(page, url)


def test_without_scripts_a_page_leads_on(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    assert_leads_on(page, url)
    context.close()


def test_without_room_to_store_anything_a_page_starts(page: Page, url: str, console: list[str]) -> None:
    session = page.context.new_cdp_session(page)
    origin = url.rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 0})
    page.goto(url)
    assert "restore" in page.evaluate("pyui.ready")["timings"]
    assert console == []


def test_a_strict_policy_is_not_violated(page: Page, url: str, console: list[str]) -> None:
    """Neither by the start from a snapshot nor, where that is missing, by the other."""

    def add(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, headers={**found.headers, "Content-Security-Policy": POLICY})

    page.route(url, add)
    page.add_init_script(
        "globalThis.violations = []; addEventListener('securitypolicyviolation', (event) => "
        "violations.push(`${event.violatedDirective} ${event.blockedURI}`));"
    )
    page.goto(url)
    assert "restore" in page.evaluate("pyui.ready")["timings"]
    assert page.evaluate("violations") == []
    assert console == []
    page.route(SNAPSHOT, answer(500))
    page.goto(url)
    assert "pyodide" in page.evaluate("pyui.ready")["timings"]
    assert page.evaluate("violations") == []
    (line,) = coded(console)
    assert line.startswith("[PYUI420]")
