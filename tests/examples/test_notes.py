"""The notes: a package of somebody else in a hydrated component, in the bundle and in the memory snapshot."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.file_server import file_server
from tests.support.snapshot import Built, build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("notes"), "examples.notes.main:app", "--output", "static")


@pytest.fixture(scope="module")
def url(built: Built) -> Iterator[str]:
    with file_server(built.folder) as address:
        yield address


def test_the_package_is_in_the_snapshot(built: Built) -> None:
    page = (built.folder / "index.html").read_text()
    assert '"whole":true' in page
    assert "<em>Markdown</em>" in page
    assert "PYUI6" not in built.said


@pytest.mark.parametrize("without", ["", "**/snapshot.*.bin"])
def test_it_renders_in_the_browser(page: Page, url: str, without: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    if without:
        page.route(without, lambda route: route.abort())
    page.goto(url)
    result = page.evaluate("pyui.ready")
    assert result["mismatches"] == 0
    page.fill("textarea", "## A *title*\n\n<b>no HTML</b>")
    expect(page.locator("article h2 em")).to_have_text("title")
    expect(page.locator("article p")).to_have_text("<b>no HTML</b>")
    assert any("client." in address for address in fetched) == bool(without)
