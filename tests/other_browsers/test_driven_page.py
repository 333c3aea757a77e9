"""What the other tests here rely on: that a page which misbehaves is found out."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tests.browser.conftest import UNTOUCHED
from tests.other_browsers.driven_page import DrivenPage
from tests.other_browsers.recording_app import RecordingApp

_PAGE = """<!DOCTYPE html><html><head><title>Plain</title></head><body><p>text</p><script>
const change = () => {
  console.warn("a warning", 1);
  document.querySelector("p").replaceWith(document.createElement("b"));
  throw new Error("on purpose");
};
</script></body></html>"""


def page_of(request: Request) -> HTMLResponse:
    return HTMLResponse(_PAGE)


@pytest.fixture
def plain(driven_page: DrivenPage, serve: Callable[[Any], str]) -> DrivenPage:
    driven_page.console.clear()
    driven_page.goto(serve(RecordingApp(Starlette(routes=[Route("/", page_of)]))))
    return driven_page


def test_values(plain: DrivenPage) -> None:
    text = "\u2028 \U0001f600 \"'\\ </script>\n"
    assert plain.evaluate("document.title") == "Plain"
    assert plain.evaluate("([a, b]) => Promise.resolve({ a, b })", [text, None]) == {"a": text, "b": None}
    assert plain.evaluate("() => undefined") is None


def test_a_page_that_changes_nothing(plain: DrivenPage) -> None:
    assert plain.evaluate(UNTOUCHED) == {"mutations": [], "same": True, "unchanged": True}
    assert plain.console == []


def test_a_page_that_changes(plain: DrivenPage) -> None:
    plain.evaluate("() => new Promise((done) => { addEventListener('error', () => done()); setTimeout(change); })")
    found = plain.evaluate(UNTOUCHED)
    assert [change.partition(":")[0] for change in found["mutations"]] == ["children of <body>"]
    assert not found["unchanged"]
    assert plain.console[0] == "a warning 1"
    assert "on purpose" in plain.console[1]


def test_code_that_throws(plain: DrivenPage) -> None:
    with pytest.raises(RuntimeError, match="on purpose"):
        plain.evaluate("change()")
