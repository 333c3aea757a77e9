"""In development each page is checked as a parser reads it; elsewhere none is."""

from pathlib import Path

import httpx
import pytest

from pyui import App, raw
from pyui.build._blocking import wait_for
from pyui.html import meta
from pyui.server import RenderMode, ServerRoute
from tests.hybrid_app import markup
from tests.hybrid_app.markup import Waiting

LINES = [ServerRoute("/client", RenderMode.CLIENT), ServerRoute("/**", RenderMode.SERVER)]


def get(path: str, **options: object) -> httpx.Response:
    app = App("tests.hybrid_app.markup:routes", LINES, **options)  # type: ignore[arg-type]

    async def request() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.get(path)

    return wait_for(request())


def line_of(text: str) -> int:
    lines = Path(markup.__file__).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_error_page_names_the_line() -> None:
    response = get("/bad", debug=True)
    assert response.status_code == 500
    assert "ContentModelError [PYUI212]" in response.text
    assert "&lt;tr&gt; stands in &lt;table&gt;, written by Bad" in response.text
    assert "Wrap the rows in tbody(...)." in response.text
    assert f"{markup.__file__}:{line_of('tr(signal')}" in response.text


def test_pages_are_served_as_they_are_without_debug() -> None:
    response = get("/bad")
    assert response.status_code == 200
    assert "<table><tr" in response.text


@pytest.mark.parametrize("path", ["/", "/client", "/_pyui/data.json"])
def test_good_pages_are_the_same_with_debug(path: str) -> None:
    response = get(path, debug=True)
    assert response.status_code == 200
    assert response.text == get(path).text


def test_page_in_a_layout() -> None:
    assert "written by Layout &gt; Good" in get("/frame", debug=True).text


def test_page_for_what_is_not_found() -> None:
    assert "PYUI212" in get("/nothing/at/all", debug=True).text


def test_data_of_a_page_whose_markup_is_refused() -> None:
    assert get("/_pyui/data/bad.json").status_code == 200
    response = get("/_pyui/data/bad.json", debug=True)
    assert response.status_code == 500
    assert "PYUI212" in response.text


def test_shell_of_the_app() -> None:
    response = get("/client", debug=True, shell=Waiting)
    assert "written by Waiting" in response.text
    assert f"{markup.__file__}:{line_of('one moment')}" in response.text


@pytest.mark.parametrize("item", [raw("<meta name=a content=b />"), meta(name="a", content="b")])
def test_head_of_the_app(item: object) -> None:
    assert get("/", debug=True, head=[item]).status_code == 200


def test_head_of_the_app_that_a_parser_ends() -> None:
    text = get("/", debug=True, head=[raw("<meta name=a content=b>"), raw("<div>x</div>")]).text
    assert "The raw markup &quot;&lt;div&gt;x&lt;/div&gt;&quot;: the HTML parser changes" in text
