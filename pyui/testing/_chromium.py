"""The system's Chromium, for those who have not downloaded Playwright's. A plugin that is registered behind its.

The fixture takes the place of the one of the same name in pytest-playwright, so it has to be registered later.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Pyodide starts a quarter faster: its code is not compiled a second time for speed that no test is long enough for.
_TEST_FLAGS = (*CHROMIUM_FLAGS, "--js-flags=--liftoff-only")


def find_chromium() -> str | None:
    """Returns the path of the system's Chromium or Chrome; None where there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], browser_type: Any) -> dict[str, Any]:
    """What the browser is started with: the system's Chromium where Playwright's own is not there."""
    chosen = {"channel", "executable_path"} & browser_type_launch_args.keys()
    if chosen or browser_type.name != "chromium" or Path(browser_type.executable_path).exists():
        return browser_type_launch_args
    found = find_chromium()
    if found is None:
        return browser_type_launch_args  # Playwright says what to install
    flags = [*browser_type_launch_args.get("args", ()), *_TEST_FLAGS]
    return {**browser_type_launch_args, "executable_path": found, "args": flags}
