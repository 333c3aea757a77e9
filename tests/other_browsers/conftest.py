"""Fixtures of the same names as those for Chromium, for Firefox and WebKit: `make test-browsers`."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.conftest import HARNESS, harness_app
from tests.other_browsers.driven_page import DrivenPage, FirefoxPage, WebKitPage
from tests.other_browsers.recording_app import RecordingApp


def _firefox() -> DrivenPage:
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if not found:
        pytest.skip("Firefox was not found: on Debian, it is the package firefox-esr.")
    return FirefoxPage(found)


def _webkit() -> DrivenPage:
    found = shutil.which("WebKitWebDriver")
    if not found:
        pytest.skip("WebKitWebDriver was not found: on Debian, it is in the package webkit2gtk-driver.")
    if "DISPLAY" not in os.environ:
        pytest.skip("WebKit needs a display: run it with xvfb-run, of the package xvfb.")
    return WebKitPage(found)


@pytest.fixture(scope="session", params=[_firefox, _webkit], ids=["firefox", "webkit"])
def driven_page(request: pytest.FixtureRequest) -> Iterator[DrivenPage]:
    """A page in each of the browsers."""
    page: DrivenPage = request.param()
    yield page
    page.close()


@pytest.fixture(scope="module")
def harness(driven_page: DrivenPage, serve_module: Callable[[Any], str]) -> DrivenPage:
    """The page in which the harness is ready."""
    driven_page.goto(serve_module(RecordingApp(harness_app())))
    driven_page.ready()
    driven_page.evaluate(f"() => {{ {HARNESS} }}")
    return driven_page


@pytest.fixture
def harness_console(harness: DrivenPage) -> list[str]:
    """What the page writes to the console during a test."""
    harness.console.clear()
    return harness.console
