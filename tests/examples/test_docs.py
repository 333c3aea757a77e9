"""The documentation site: as a static build, and its live examples in Chromium."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from examples.docs.contents import PAGES
from examples.docs.contents import Page as Entry
from examples.docs.live import EXAMPLES
from examples.docs.main import app
from examples.docs.server import markdown
from examples.docs.server.highlighting import UnknownExampleError, example_source, highlighted
from examples.docs.server.markdown import DOCS, BrokenLinkError, heading_id, render_page
from tests.examples.conftest import Open, build
from tests.support.file_server import file_server

LIVE = {"/", "/getting-started", "/components", "/flow", "/long-lists"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built site, served below a prefix."""
    folder = tmp_path_factory.mktemp("site")
    build("examples.docs.main:app", folder / "docs")
    with file_server(folder) as url:
        yield f"{url}/docs"


def test_every_file_is_a_page() -> None:
    files = {file.relative_to(DOCS).as_posix().removesuffix(".md") for file in DOCS.rglob("*.md")}
    assert {page.slug for page in PAGES} == files


def test_every_example_is_used() -> None:
    text = "".join(file.read_text() for file in DOCS.glob("*.md"))
    assert set(re.findall(r"^```pyui-example (\w+)$", text, re.MULTILINE)) == set(EXAMPLES)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.slug)
def test_pages(site: str, entry: Entry) -> None:
    response = httpx.get(f"{site}/{entry.slug}/")
    assert response.status_code == 200
    assert f"<title>{entry.title} · pyui</title>" in response.text
    assert ("<script" in response.text) == (entry.path in LIVE)
    assert response.text.count('aria-current="page"') == 1
    assert 'href="~/' not in response.text


def test_links_lead_to_pages_and_headings(site: str) -> None:
    ids: dict[str, set[str]] = {}
    links: set[tuple[str, str]] = set()
    for page in PAGES:
        url = httpx.URL(f"{site}/{page.slug}/")
        text = httpx.get(url).text
        ids[url.path] = set(re.findall(r' id="([^"]+)"', text))
        for link in re.findall(r'<a [^>]*href="([^"]+)"', text):
            target = url.join(link)
            if target.host == url.host:
                links.add((target.path.rstrip("/") + "/", target.fragment))
    home = httpx.URL(site).path + "/"
    assert {path for path, _ in links} == {home, *ids}
    assert [
        (path, fragment) for path, fragment in links if fragment and path != home and fragment not in ids[path]
    ] == []


@pytest.mark.parametrize("file", sorted(DOCS.glob("*.md")), ids=lambda file: file.stem)
def test_python_in_the_docs_is_python(file: Path) -> None:
    for source in re.findall(r"^```python\n(.*?)^```", file.read_text(), re.MULTILINE | re.DOTALL):
        ast.parse(source)


def test_highlighting() -> None:
    assert (
        highlighted("if x:", "python") == '<span class="k">if</span> <span class="n">x</span><span class="p">:</span>\n'
    )
    assert highlighted("<b>", "no-such-language") == "&lt;b&gt;"
    assert "signal" in example_source("counter")
    with pytest.raises(UnknownExampleError, match="nothing"):
        example_source("nothing")


def test_heading_ids() -> None:
    assert heading_id("PYUI101: A computed, on itself") == "pyui101-a-computed-on-itself"


def test_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "DOCS", tmp_path)
    text = "# A\n\n## B *c*\n\n## B c\n\n[x](../flow.md#for) <b>\n\n```pyui-example counter\n```\n\nEnd."
    (tmp_path / "design").mkdir()
    (tmp_path / "design/page.md").write_text(text)
    page: Any = render_page("design/page")
    before, example, after = page["parts"]
    assert '<h2 id="b-c">' in before
    assert '<h2 id="b-c-1">' in before
    assert '<a href="~/flow#for">x</a> &lt;b&gt;' in before
    assert example["name"] == "counter"
    assert after == "<p>End.</p>\n"
    assert page["headings"] == [["b-c", "B c"], ["b-c-1", "B c"]]


def test_broken_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "DOCS", tmp_path)
    (tmp_path / "page.md").write_text("[x](nowhere.md)")
    with pytest.raises(BrokenLinkError, match=r"page\.md links to \"nowhere\.md\""):
        render_page("page")


# In Chromium


def test_counter(site: str, page: Page, open_live: Open) -> None:
    open_live(f"{site}/getting-started/")
    plus = page.get_by_role("button", name="+")
    for _ in range(10):
        plus.click()
    expect(page.get_by_text("Count: 10 (double: 20)")).to_be_visible()
    expect(page.locator(".stage > div")).to_have_class("counter high")


def test_tabs_and_todo(site: str, page: Page, open_live: Open) -> None:
    open_live(f"{site}/flow/")
    page.get_by_role("button", name="For", exact=True).click()
    expect(page.get_by_text("For is a row for each item")).to_be_visible()
    page.get_by_label("A new task").fill("Write a test")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("3 left", exact=True)).to_be_visible()
    expect(page.get_by_label("A new task")).to_have_value("")
    for name in ("Read this page", "Write a component"):
        page.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Remove Write a test").click()
    expect(page.get_by_text("All done.", exact=True)).to_be_visible()
    expect(page.locator(".stage li")).to_have_count(2)


def test_temperature(site: str, page: Page, open_live: Open) -> None:
    open_live(f"{site}/components/")
    page.get_by_label("Celsius").fill("30")
    expect(page.locator("output")).to_have_text("86.0 °F")
    expect(page.get_by_label("or by hand")).to_have_value("30")


def test_first_page_and_menu_on_a_phone(site: str, page: Page, open_live: Open) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_live(f"{site}/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Routing", exact=True).click()
    expect(page.get_by_role("heading", name="Routing", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_served(serve: Callable[[Any], str]) -> None:
    url = serve(app)
    text = httpx.get(f"{url}/getting-started").text
    assert 'href="/components"' in text
    assert 'data-example="counter"' in text
