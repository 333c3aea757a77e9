"""Every case in real Chromium: hydrated, mounted, updated and disposed, against the server's string."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from pyui import App, render_to_string
from tests.cases import CASES, Case

HARNESS = Path(__file__).with_name("harness.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def harness(browser: Browser, chromium_path: str, serve_module: Callable[[Any], str]) -> Iterator[Page]:
    """A page in which the harness is ready. One page for all cases: to start Python takes seconds."""
    page = browser.new_page()
    page.goto(serve_module(App(routes="tests.browser.harness:routes")))
    page.evaluate("pyui.ready")
    page.evaluate(HARNESS)
    yield page
    page.close()


@pytest.fixture
def console(harness: Page) -> Iterator[list[str]]:
    """What the page writes to the console during a test."""
    lines: list[str] = []

    def listen(message: Any) -> None:
        lines.append(message.text)

    harness.on("console", listen)
    yield lines
    harness.remove_listener("console", listen)


def final_html(case: Case) -> str:
    """The server's HTML for the state after all updates."""
    node, updates = case.make()
    for update in updates:
        update()
    return render_to_string(node)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hydrate_changes_nothing(case: Case, harness: Page, console: list[str]) -> None:
    html = render_to_string(case.make()[0])
    result = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    assert result["mutations"] == []
    assert result["same"]
    assert result["unchanged"]
    assert result["counts"]["mismatches"] == 0
    assert console == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hydrate_mount_and_server_agree(case: Case, harness: Page, console: list[str]) -> None:
    html = render_to_string(case.make()[0])
    hydrated = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    mounted = harness.evaluate("name => cases.mount(name)", case.name)
    assert hydrated["states"] == mounted["states"]
    assert hydrated["states"][-1] == harness.evaluate("html => cases.plain(html)", final_html(case))
    assert console == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_disposal_leaves_nothing(case: Case, harness: Page) -> None:
    html = render_to_string(case.make()[0])
    result = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    assert result["left"] == {"handlers": 0, "bound": 0}
