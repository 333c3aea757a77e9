"""The shop without a network, after one visit."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.examples.conftest import serving_process
from tests.support.conditions import wait_until

_SERVE = (sys.executable, "-c", "from pyui.cli import main; main()", "serve", "examples.shop.main:app", "--port", "0")


@pytest.fixture
def service_workers() -> str:
    return "allow"


def test_prerendered_pages_open_and_are_interactive(server_build: Path, page: Page) -> None:
    with serving_process(*_SERVE, "--dist", str(server_build)) as url:
        page.goto(url)
        page.evaluate("pyui.ready")
        wait_until(page, "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')")
    for path in ("/", "/about", "/products/1", "/products/400"):
        page.goto(url + path)
        expect(page.locator("h1")).to_be_visible()
    page.evaluate("pyui.ready")
    page.get_by_role("button", name="Add to cart").click()
    expect(page.get_by_role("link", name="Cart")).to_contain_text("1")
    page.goto(url)
    page.evaluate("pyui.ready")
    expect(page.get_by_role("link", name="Cart")).to_contain_text("1")
    with pytest.raises(Exception, match="ERR_"):
        page.goto(f"{url}/profile")  # somebody's own
