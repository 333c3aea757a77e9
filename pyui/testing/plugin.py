"""The pytest plugin, registered by the entry point `pytest11`: fixtures for tests of an app."""

import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from pyui.server._import_string import load_object
from pyui.testing import _chromium
from pyui.testing._current_test import HAS_PLAYWRIGHT, current_test
from pyui.testing._errors import NoTestAppError
from pyui.testing._hydration_watch import HydrationWatch
from pyui.testing._live_page import close_page
from pyui.testing._server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page


class OpenHydrated(Protocol):
    """What the fixture `hydrated_page` gives."""

    def __call__(self, url: str = "/", *, may_change: bool = False) -> "Page":
        """Opens a page, waits until it is hydrated, and fails where that was not clean.

        Args:
            url: a path of the app of `pyui_server`, or any URL.
            may_change: whether the page's own code changes it as soon as it is hydrated.

        Returns:
            Playwright's page.

        Raises:
            NotHydratedError: a mutation, a mismatch, an error in the console, or a node that is another.
        """
        ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the setting that names the app."""
    parser.addini("pyui_app", 'the import string of the app that pyui_server serves, such as "shop.main:app"')


def pytest_configure(config: pytest.Config) -> None:
    """Adds the marker that names the app of one test, and finds a browser."""
    config.addinivalue_line("markers", "pyui_app(import_string): the app that pyui_server serves to this test")
    if HAS_PLAYWRIGHT and not config.pluginmanager.has_plugin("pyui_chromium"):
        config.pluginmanager.register(_chromium, "pyui_chromium")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Closes what `render` has opened, when the test is over."""
    current_test.request = getattr(item, "_request", None)
    try:
        return (yield)
    finally:
        current_test.request = None
        close_page()


@pytest.fixture
def pyui_app(request: pytest.FixtureRequest) -> Any:
    """The app that `pyui_server` serves: that of the marker `pyui_app`, or of the setting. Override it for another."""
    marker = request.node.get_closest_marker("pyui_app")
    named: str = marker.args[0] if marker is not None else str(request.config.getini("pyui_app"))
    if not named:
        fix = 'Write pyui_app = "package.main:app" into the settings of pytest, or a fixture pyui_app that returns it.'
        raise NoTestAppError("Nothing says which app pyui_server is to serve.", fix)
    root = str(request.config.rootpath)
    if root not in sys.path:
        sys.path.insert(0, root)
    return load_object(named)


@pytest.fixture(scope="session")
def _pyui_serve() -> Generator[Callable[[Any], str]]:
    """A function that serves an app until the session ends, each app once, and returns its address."""
    served: dict[int, tuple[Any, str]] = {}
    with ExitStack() as stack:

        def serve(app: Any) -> str:
            if id(app) not in served:
                served[id(app)] = (app, stack.enter_context(serving(app)))
            return served[id(app)][1]

        yield serve


@pytest.fixture
def pyui_server(pyui_app: Any, _pyui_serve: Callable[[Any], str]) -> str:
    """The address of the app, without a slash at the end: a real server on a free port, until the session ends."""
    return _pyui_serve(pyui_app)


@pytest.fixture
def hydrated_page(request: pytest.FixtureRequest) -> OpenHydrated:
    """A function that opens a page and fails where hydrating it is not clean."""
    page: Page = current_test.browser_fixture("page")
    watch = HydrationWatch(page)

    def open_page(url: str = "/", *, may_change: bool = False) -> "Page":
        page.goto(request.getfixturevalue("pyui_server") + url if url.startswith("/") else url)
        watch.check(may_change=may_change)
        return page

    return open_page
