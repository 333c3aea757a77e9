"""Fixtures for all tests: the system's Chromium and a real server."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.support.server import serving

# To take a snapshot takes seconds, and a test that is not about snapshots starts few pages.
os.environ.setdefault("PYUI_NO_SNAPSHOT", "1")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test that drives a page, so that `-m "not browser"` leaves them all out."""
    for item in items:
        if "chromium_path" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of the system's Chromium or Chrome."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.fail("No Chromium was found; `make setup` installs one.")
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium_path: str) -> dict[str, Any]:
    """Has pytest-playwright start the system's browser."""
    return {**browser_type_launch_args, "executable_path": chromium_path, "args": list(CHROMIUM_FLAGS)}


@pytest.fixture
def serve() -> Iterator[Callable[[Any], str]]:
    """A function that serves an ASGI app until the test ends and returns its base URL."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(serving(app))


@pytest.fixture(scope="module")
def serve_module() -> Iterator[Callable[[Any], str]]:
    """The same as `serve`, until the last test of the module ends."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(serving(app))
