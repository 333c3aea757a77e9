"""Client packages in real Chromium: a compiled one that is loaded when it is asked for, and one that a module needs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.file_server import file_server
from tests.support.snapshot import build

WHEEL, SNAPSHOT = "**/msgpack-*.whl", "**/snapshot.*.bin"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """A function that builds and serves an app of `tests.package_app`."""
    base: Path = tmp_path_factory.mktemp("sites")
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(
            file_server(build(base, f"tests.package_app.main:{app}", "--output", "static").folder)
        )


@pytest.fixture(scope="module")
def late(site: Callable[[str], str]) -> str:
    return site("late")


@pytest.mark.parametrize("without", ["", SNAPSHOT])
def test_a_compiled_package_is_loaded_when_it_is_asked_for(
    page: Page, late: str, without: str, console: list[str]
) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    if without:
        page.route(without, lambda route: route.abort())
    page.goto(late)
    result = page.evaluate("pyui.ready")
    assert result["mismatches"] == 0
    expect(page.locator("output")).to_have_text("a%20b")
    assert not [url for url in fetched if url.endswith(".whl")]
    page.click("button")
    expect(page.locator("output")).to_have_text("920102 msgpack._cmsgpack")
    assert len([url for url in fetched if url.endswith(".whl")]) == 1
    assert all(url.startswith(late) for url in fetched), "from this site alone"
    assert [line for line in console if "PYUI" in line and "[PYUI420]" not in line] == []


def test_a_package_that_cannot_be_loaded_is_an_error_of_the_handler(page: Page, late: str, console: list[str]) -> None:
    page.route(WHEEL, lambda route: route.fulfill(status=404, body="No."))
    page.goto(late)
    page.evaluate("pyui.ready")
    with page.expect_console_message(lambda message: "[PYUI425]" in message.text):
        page.click("button")
    expect(page.locator("output")).to_have_text("a%20b")


def test_a_package_that_was_changed_is_refused(page: Page, late: str) -> None:
    page.route(WHEEL, lambda route: route.fulfill(body=b"PK" + route.fetch().body()))
    page.goto(late)
    page.evaluate("pyui.ready")
    with page.expect_console_message(lambda message: "[PYUI425]" in message.text):
        page.click("button")


def test_a_package_that_a_module_imports_is_there_before_the_page_is(page: Page, site: Callable[[str], str]) -> None:
    page.goto(site("early"))
    result = page.evaluate("pyui.ready")
    assert "restore" in result["timings"], "pyui itself is in a snapshot"
    assert result["mismatches"] == 0
    expect(page.locator("output")).to_have_text("9103")
    page.click("button")
    expect(page.locator("output")).to_have_text("920102")
