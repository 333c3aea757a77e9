"""Pages that record what hydration changes, and the hosts of the example shop."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from pyui.testing._hydration_watch import HydrationWatch
from tests.support.file_server import file_server
from tests.support.process import listening_url

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "some/where"
_SHOP = "examples.shop.main:app"

expect.set_options(timeout=20_000)  # pages that Python renders in the browser take seconds to appear

type Open = Callable[[str], dict[str, Any]]


class Host(NamedTuple):
    """Where the shop is served.

    Args:
        kind: `"server"`; or `"static"` and `"prefixed"`, plain files at the root and below a prefix.
        url: the address of the shop, without a slash at the end.
    """

    kind: str
    url: str


@pytest.fixture
def service_workers() -> str:
    """Whether pages may have a service worker; without one a test does not have the whole site loaded behind it."""
    return "block"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], service_workers: str) -> dict[str, Any]:
    return {**browser_context_args, "service_workers": service_workers}


@pytest.fixture(scope="session")
def server_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop, built for a server."""
    folder = tmp_path_factory.mktemp("server") / "dist"
    build(_SHOP, folder, "--output", "server")
    return folder


@pytest.fixture(scope="session")
def static_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop, built for a static host: the folder above its prefix."""
    root = tmp_path_factory.mktemp("static")
    build(_SHOP, root / PREFIX)
    return root


@pytest.fixture(scope="session")
def server_url(server_build: Path) -> Iterator[str]:
    """The shop, as `make demo` serves it."""
    with serving_process(*_pyui("serve", _SHOP, "--port", "0", "--dist", str(server_build))) as url:
        yield url


@pytest.fixture(scope="session")
def mounted_url(server_build: Path) -> Iterator[str]:
    """The same, mounted in another application."""
    command = (sys.executable, "-m", "uvicorn", "tests.examples.mounted_shop:app", "--port", "0")
    with serving_process(*command, PYUI_PRERENDERED=str(server_build)) as url:
        yield f"{url}/{PREFIX}"


@pytest.fixture(scope="session")
def static_url(static_build: Path) -> Iterator[str]:
    with file_server(static_build / PREFIX) as url:
        yield url


@pytest.fixture(scope="session")
def prefixed_url(static_build: Path) -> Iterator[str]:
    with file_server(static_build) as url:
        yield f"{url}/{PREFIX}"


@pytest.fixture(params=["server", "static", "prefixed"])
def host(request: pytest.FixtureRequest) -> Host:
    """Each host of the shop in turn."""
    return Host(request.param, request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def clean_console(page: Page) -> Iterator[None]:
    """Fails in the end where an error or a warning was written to the console."""
    problems: list[str] = []
    page.on("console", lambda message: problems.extend(_problem(message)))
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield
    assert problems == []


@pytest.fixture
def open_live(page: Page, clean_console: None) -> Open:
    """A function that opens a URL, waits for Python, and returns what `pyui.ready` resolved to.

    It fails where hydration changed the page.
    """
    HydrationWatch(page)

    def open_url(url: str) -> dict[str, Any]:
        page.goto(url)
        return wait_until_live(page)

    return open_url


def wait_until_live(page: Page) -> dict[str, Any]:
    """Waits for Python; fails where hydration changed the page."""
    page.wait_for_function("globalThis.pyuiWatch?.hydrated")
    found: dict[str, Any] = page.evaluate("pyuiWatch.hydrated")
    assert (found["mutations"], found["lost"], found["unchanged"]) == ([], [], True)
    ready: dict[str, Any] = found["ready"]
    assert ready["mismatches"] == 0
    assert ready["bindings"] > 0
    return ready


def build(app: str, out: Path, *options: str) -> None:
    """Builds a site as a user does; in this process Playwright's event loop would be in the way."""
    command = _pyui("build", app, "--out", str(out), *options)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def serving_process(*command: str, **environment: str) -> Iterator[str]:
    """Runs a server as a user does; gives its base URL."""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield listening_url(process)
        finally:
            process.terminate()


def _pyui(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from pyui.cli import main; main()", *arguments]


def _problem(message: ConsoleMessage) -> list[str]:
    blocked = message.text == "Service Worker registration blocked by Playwright"
    return [message.text] if message.type in ("error", "warning") and not blocked else []
