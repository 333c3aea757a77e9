"""A page that records what hydration changes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from pyui.testing._hydration_watch import HydrationWatch

ROOT = Path(__file__).resolve().parents[2]

type Open = Callable[[str], dict[str, Any]]


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
    page.wait_for_function("globalThis.pyui?.ready")
    ready: dict[str, Any] = page.evaluate("pyui.ready")
    assert page.evaluate("pyuiWatch.take()") == {"mutations": [], "lost": [], "unchanged": True}
    assert ready["mismatches"] == 0
    assert ready["bindings"] > 0
    return ready


def build(app: str, out: Path) -> None:
    """Builds a static site as a user does; in this process Playwright's event loop would be in the way."""
    command = [sys.executable, "-c", "from pyui.cli import main; main()", "build", app, "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def static_site(folder: Path) -> Starlette:
    """Makes a server of the files in a folder."""
    return Starlette(routes=[Mount("/", StaticFiles(directory=folder, html=True))])


def _problem(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in ("error", "warning") else []
