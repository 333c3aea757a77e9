"""Sites that a browser keeps for use without a network, in real Chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.conditions import wait_until
from tests.support.file_server import file_server
from tests.support.snapshot import build

# Tells when the worker that waits has taken over.
TAKEN_OVER = """async (url) => {
  const { waiting } = await navigator.serviceWorker.getRegistration(url);
  globalThis.takenOver = new Promise((resolve) => {
    waiting.onstatechange = () => waiting.state === "activated" && resolve();
  });
}"""

# Tells what has become of a worker that was registered.
INSTALLED = """
const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
navigator.serviceWorker.register = async (url) => {
  const registration = await register(url), worker = registration.installing;
  globalThis.installed = new Promise((resolve) => {
    worker.onstatechange = () => worker.state !== "installing" && resolve(worker.state);
  });
  return registration;
};
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("offline")


@pytest.fixture
def site(base: Path, tmp_path: Path) -> Path:
    """A folder with the first version of the site."""
    return shutil.copytree(build(base, "offline", "--output", "static").folder, tmp_path / "site")


@pytest.fixture
def url(site: Path) -> Iterator[str]:
    with file_server(site) as address:
        yield f"{address}/"


def visit(page: Page, url: str) -> None:
    """Visits a page until the site is kept."""
    page.goto(url)
    page.evaluate("pyui.ready")
    wait_until(page, "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')")


def assert_works(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("pyui.ready")
    page.click("#draw")
    expect(page.locator("output")).not_to_have_text("nothing")
    page.click("#wait")
    expect(page.locator("output")).to_have_text("waited")
    page.goto(f"{url}about/")
    expect(page.locator("h1")).to_have_text("About")


def test_after_one_visit_the_site_works_without_a_network(site: Path, page: Page, console: list[str]) -> None:
    with file_server(site) as address:
        visit(page, f"{address}/")
    assert_works(page, f"{address}/")
    page.goto(f"{address}/")
    page.evaluate("pyui.ready")
    page.click("text=About")  # its data is not kept, so the browser loads the page
    expect(page.locator("h1")).to_have_text("About")
    assert page.url == f"{address}/about/"
    with pytest.raises(Exception, match="ERR_"):
        page.goto(f"{address}/unknown")
    assert [line[:10] for line in console if "PYUI" in line] == ["[PYUI406] "]


def test_below_a_prefix(site: Path, page: Page) -> None:
    shutil.copytree(site, site / "some" / "where")
    with file_server(site) as address:
        visit(page, f"{address}/some/where/")
    assert_works(page, f"{address}/some/where/")


def test_an_update_during_a_visit_waits_for_the_next(
    base: Path, site: Path, context: BrowserContext, page: Page, console: list[str]
) -> None:
    (site.parent / "outside.txt").write_text("Not of the site, so its worker does not wait for this page.")
    with file_server(site.parent) as address:
        url = f"{address}/{site.name}/"
        visit(page, url)
        page.goto(url)  # the first page was there before the worker, and is none of its pages
        page.evaluate("pyui.ready")
        assert page.evaluate("!!navigator.serviceWorker.controller")
        newer = build(base, "newer", "--output", "static").folder
        shutil.rmtree(site)
        shutil.copytree(newer, site)
        page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
        wait_until(page, "navigator.serviceWorker.ready.then(({ waiting }) => waiting?.state === 'installed')")
        page.click("#wait")
        expect(page.locator("output")).to_have_text("waited")
        assert len(page.evaluate("caches.keys()")) == 2
        assert page.evaluate("document.documentElement.lang") == "en"
        outside = context.new_page()
        outside.goto(f"{address}/outside.txt")
        outside.evaluate(TAKEN_OVER, url)
        page.close()
        outside.evaluate("takenOver")
        assert len(outside.evaluate("caches.keys()")) == 1
        assert_works(outside, url)
        outside.goto(url)
        assert outside.evaluate("document.documentElement.lang") == "en-GB"
    assert not [line for line in console if "PYUI" in line]


def test_a_site_of_which_a_part_is_missing_is_not_kept(site: Path, url: str, page: Page) -> None:
    shutil.rmtree(site / "about")
    page.add_init_script(INSTALLED)
    page.goto(url)
    page.wait_for_function("globalThis.installed")
    assert page.evaluate("installed") == "redundant"
    assert page.evaluate("navigator.serviceWorker.getRegistration()") is None
