"""The lines that made elements, as the interpreter tells them."""

import sys

import pytest

from pyui import component, signal
from pyui.html import br, div, p, pre, span
from pyui.server import ContentModelError, render_checked
from pyui.server._element_lines import ElementLines
from pyui.view import Child


def lines_of(lines: ElementLines, *markup: str) -> list[int | None]:
    found = [lines.find(each) for each in markup]
    return [where.line - FIRST if where is not None and where.file == __file__ else None for where in found]


FIRST = sys._getframe().f_lineno + 4


def make() -> None:
    div("static")
    div("live ", signal(1), id="live")
    pre("special")
    br(id="void")
    span("twice"), span("twice")
    span(
        "two lines",
    )


def test_lines() -> None:
    lines = ElementLines()
    with lines.watching():
        make()
    make()
    found = lines_of(lines, "<div>static</div><p>", '<div id="live" data-p="">', "<pre>x", '<br id="void">', "<i>")
    assert found == [0, 1, 2, 3, None]
    assert lines_of(lines, "<span>twice</span>", "<span>two lines</span>") == [4, 5]
    assert lines_of(lines, "<span>neither</span>") == [None]  # two lines have made such a start tag


def test_without_a_free_place_among_the_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.monitoring, "get_tool", lambda tool: "another")

    @component
    def Bad() -> Child:
        return p(p("x"))

    with pytest.raises(ContentModelError) as caught:
        render_checked(Bad())
    assert caught.value.where is not None
    assert caught.value.where.file == __file__


def test_nothing_is_left_behind() -> None:
    before = [sys.monitoring.get_tool(tool) for tool in range(6)]
    with pytest.raises(ContentModelError):
        render_checked(p(p("x")))
    assert [sys.monitoring.get_tool(tool) for tool in range(6)] == before
