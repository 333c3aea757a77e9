"""Every case in real Chromium: hydrated, mounted, updated and disposed, against the server's string."""

import pytest
from playwright.sync_api import Page

from pyui import render_to_string
from pyui.testing._live_page import LivePage
from tests.cases import CASES, Case
from tests.testing.test_cases import states


def final_html(case: Case) -> str:
    """The server's HTML for the state after all updates."""
    node, updates = case.make()
    for update in updates:
        update()
    return render_to_string(node)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hydrate_changes_nothing(case: Case, harness: Page, harness_console: list[str]) -> None:
    html = render_to_string(case.make()[0])
    result = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    assert result["mutations"] == []
    assert result["same"]
    assert result["unchanged"]
    assert result["counts"]["mismatches"] == 0
    assert harness_console == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hydrating_with_pauses_is_as_without(case: Case, harness: Page, harness_console: list[str]) -> None:
    html = render_to_string(case.make()[0])
    without, paused = (
        harness.evaluate("([name, html, pauses]) => cases.hydrate(name, html, {pauses})", [case.name, html, pauses])
        for pauses in (False, True)
    )
    assert paused == without
    assert harness_console == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hydrate_mount_and_server_agree(case: Case, harness: Page, harness_console: list[str]) -> None:
    html = render_to_string(case.make()[0])
    hydrated = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    mounted = harness.evaluate("name => cases.mount(name)", case.name)
    assert hydrated["states"] == mounted["states"]
    assert hydrated["states"][-1] == harness.evaluate("html => cases.plain(html)", final_html(case))
    assert harness_console == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_test_kit_agrees_with_the_browser(case: Case, harness: Page) -> None:
    html = render_to_string(case.make()[0])
    hydrated = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    assert states(case, LivePage(html), hydrates=True) == hydrated["states"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_disposal_leaves_nothing(case: Case, harness: Page) -> None:
    html = render_to_string(case.make()[0])
    result = harness.evaluate("([name, html]) => cases.hydrate(name, html)", [case.name, html])
    assert result["left"] == {"handlers": 0, "bound": 0}
