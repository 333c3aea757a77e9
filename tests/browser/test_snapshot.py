"""Pages that start from a memory snapshot, in real Chromium; and what happens where that cannot be."""

import gzip
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.file_server import file_server
from tests.support.snapshot import build

type Open = Callable[[Page], dict[str, Any]]
SNAPSHOT = "**/snapshot.*.bin"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """A function that builds and serves an app of `tests.snapshot_app`."""
    base = tmp_path_factory.mktemp("sites")
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(file_server(build(base, app, "--output", "static").folder))


@pytest.fixture(scope="module")
def url(site: Callable[[str], str]) -> str:
    return site("app")


def ready(page: Page, url: str) -> dict[str, Any]:
    page.goto(url)
    page.wait_for_function("globalThis.pyui?.ready")
    found: dict[str, Any] = page.evaluate("pyui.ready")
    assert found["mismatches"] == 0
    return found


def press(page: Page, name: str) -> str:
    """Presses a button and returns what it shows."""
    before = page.locator("output").inner_text()
    page.click(f"#{name}")
    expect(page.locator("output")).not_to_have_text(before)
    return page.locator("output").inner_text()


def test_python_starts_from_it_and_fetches_nothing_else(page: Page, url: str, console: list[str]) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    result = ready(page, url)
    assert {"snapshot", "compile", "restore", "ready"} <= result["timings"].keys()
    assert set(result["phases"]) == {"fetch", "compile", "memory", "restore", "import", "hydrate", "replay"}
    assert press(page, "wait") == "waited"
    assert not [name for name in fetched if name.endswith(".zip")]
    assert len([name for name in fetched if name.startswith("snapshot.")]) == 1
    assert press(page, "compare") == "apple"
    assert [name.partition(".")[0] for name in fetched if name.endswith(".zip")] == ["python_start"]
    assert press(page, "look_up") == "colorsys encodings.cp1252"
    assert fetched.count("python_stdlib.zip") == 1
    assert console == []


def test_docstrings_are_those_of_the_app_alone(page: Page, url: str) -> None:
    ready(page, url)
    assert press(page, "docs") == "Tells which docstrings there are. None None None"


def test_an_error_shows_the_line_in_the_source(page: Page, url: str, console: list[str]) -> None:
    ready(page, url)
    with page.expect_console_message(lambda message: "on purpose" in message.text):
        page.click("#fail")
    assert "/lib/client.zip/tests/snapshot_app/pages.py" in console[0]
    assert "# the line in the traceback" in console[0]


def test_visitors_draw_different_numbers(browser: Browser, url: str) -> None:
    drawn: list[list[str]] = []
    for _ in range(2):
        page = browser.new_page()
        ready(page, url)
        drawn.append(press(page, "draw").split())
        page.close()
    assert len(drawn[0]) == 4
    assert not set(drawn[0]) & set(drawn[1])


def test_python_calls_c_without_a_detour_through_javascript(page: Page, url: str) -> None:
    """What the engine has set in the memory before it is filled must not be lost."""
    page.add_init_script(
        """globalThis.stacks = [];
        const draw = crypto.getRandomValues;
        crypto.getRandomValues = function (view) { stacks.push(new Error().stack); return draw.call(crypto, view); };
        Error.stackTraceLimit = 50;"""
    )
    ready(page, url)
    press(page, "draw")
    drawn: list[str] = [stack for stack in page.evaluate("stacks") if "wasm" in stack]
    assert drawn
    assert not [stack for stack in drawn if "Trampoline" in stack]


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("America/New_York", "18000 UTC-0500 -0500 UTC-0500"), ("Australia/Sydney", "-36000 UTC+1000 +1000 UTC+1000")],
)
def test_time_zone_and_language_are_the_visitors(browser: Browser, url: str, zone: str, shown: str) -> None:
    context = browser.new_context(timezone_id=zone, locale="de-AT")
    page = context.new_page()
    ready(page, url)
    assert press(page, "zone") == shown
    assert "'LANG': 'de_AT.UTF-8'" in press(page, "environment")
    context.close()


def test_modules_that_are_not_in_it_are_imported(page: Page, site: Callable[[str], str], console: list[str]) -> None:
    assert "restore" in ready(page, site("clock"))["timings"]
    assert press(page, "draw")
    assert console == []


def missing(route: Route) -> None:
    route.fulfill(status=404, body="No.")


def truncated(route: Route) -> None:
    route.fulfill(body=route.fetch().body()[:1_000_000])


def corrupted(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(body=bytes(body))


def a_page(route: Route) -> None:
    route.fulfill(body="<!doctype html><title>My host knows no such file</title>", content_type="text/html")


@pytest.mark.parametrize("fault", [missing, truncated, corrupted, a_page])
def test_a_fault_costs_time_and_nothing_else(
    fault: Callable[[Route], None], page: Page, url: str, console: list[str]
) -> None:
    page.route(SNAPSHOT, fault)
    timings = ready(page, url)["timings"]
    assert "restore" not in timings
    assert press(page, "wait") == "waited"
    (line,) = [line for line in console if "PYUI" in line]
    assert line.startswith("[PYUI420]")


@pytest.mark.parametrize(("corrupt", "starts"), [(False, "restore"), (True, "pyodide")])
def test_where_the_page_may_not_compute_a_hash_the_browser_does(
    *, corrupt: bool, starts: str, page: Page, url: str
) -> None:
    """Neither HTTPS nor this machine: scripts have no cryptography there."""
    foreign = "http://pyui.test"

    def answer(route: Route) -> None:
        found = route.fetch(url=url + route.request.url.removeprefix(foreign))
        body = bytearray(found.body())
        if corrupt and "/snapshot." in route.request.url:
            body[len(body) // 2] ^= 1
        route.fulfill(response=found, body=bytes(body))

    page.route(f"{foreign}/**", answer)
    assert starts in ready(page, foreign + "/")["timings"]
    assert page.evaluate("isSecureContext") is False


@pytest.mark.parametrize(
    ("place", "reason"), [(0, "no whole snapshot of this version"), (16, "no whole snapshot"), (40, "build id")]
)
def test_a_snapshot_of_another_version_is_refused(
    place: int, reason: str, page: Page, url: str, console: list[str]
) -> None:
    """The check of its hash is passed, so that Pyodide's own, or that of the runtime, has to find it."""
    text = page.request.get(url + "/").text()
    found = re.search(r'"url":"([^"]+)","integrity":"([^"]+)"', text)
    assert found is not None
    raw = bytearray(gzip.decompress(page.request.get(urljoin(url + "/", found[1])).body()))
    raw[place] ^= 1
    changed = gzip.compress(bytes(raw), 1)
    integrity = f"sha256-{b64encode(sha256(changed).digest()).decode()}"
    page.route(SNAPSHOT, lambda route: route.fulfill(body=changed))
    page.route(url + "/", lambda route: route.fulfill(body=text.replace(found[2], integrity), content_type="text/html"))
    assert "restore" not in ready(page, url + "/")["timings"]
    assert press(page, "wait") == "waited"
    (line,) = [line for line in console if "[PYUI420]" in line]
    assert reason in line
