"""Fixtures for all tests: a real server. Chromium is found by the test kit."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from pyui.testing._server import serving

pytest_plugins = ["pytester"]

# To take a snapshot takes seconds, and a test that is not about snapshots starts few pages.
os.environ.setdefault("PYUI_NO_SNAPSHOT", "1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test that drives a page, so that `-m "not browser"` leaves them all out."""
    for item in items:
        if "browser_type_launch_args" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


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
