"""What components put into the head of the document."""

from typing import Any

import pytest

from pyui import ErrorBoundary, LinkTag, Meta, Script, Title, component, raw, signal
from pyui.html import div, p
from pyui.view import HeadItemError, Node, render_page
from pyui.view._head import LEVEL, head_html


@component
def Fails() -> Node:
    raise ValueError("on purpose")


def head(*children: Any) -> tuple[str | None, str]:
    return head_html(render_page(div(children)).head)


def test_nothing_is_written_in_place() -> None:
    rendered = render_page(div("a", Title("t"), "b"))
    assert rendered.html == "<div>ab</div>"
    assert rendered.live == 0


def test_only_a_live_part_makes_a_page_live() -> None:
    name = signal("x")
    assert render_page(Title("a ", name)).live == 1
    assert render_page(Meta(name="a", content=name)).live == 1
    assert render_page(Script(lambda: {"@type": name()})).live == 1
    assert render_page([Title("a"), Meta(name="a", content="b"), LinkTag(rel="me", href="/")]).live == 0


def test_a_title_is_text() -> None:
    assert head(Title("<a> ", 1, None, signal(2.5), lambda: " & b"))[0] == "&lt;a&gt; 12.5 &amp; b"
    assert head() == (None, "")


def test_the_innermost_wins_and_of_equals_the_last() -> None:
    assert head(LEVEL.provide(2, Title("inner")), LEVEL.provide(1, Title("outer")), Title("page"))[0] == "inner"
    assert head(Title("a"), Title("b"))[0] == "b"


KEYS = [
    ((Meta(name="a", content="1"), Meta(name="a", content="2")), 1),
    ((Meta(name="a", content="1"), Meta(property="a", content="2")), 2),
    ((Meta(property="og:image", content="1", key="one"), Meta(property="og:image", content="2", key="two")), 2),
    ((Meta(charset="utf-8"), Meta(charset="latin-1")), 1),
    ((LinkTag(rel="canonical", href="/a"), LinkTag(rel="canonical", href="/b")), 1),
    ((LinkTag(rel="alternate", hreflang="de", href="/a"), LinkTag(rel="alternate", hreflang="fr", href="/a")), 2),
    ((LinkTag(rel="stylesheet", href="/a"), LinkTag(rel="stylesheet", href="/a")), 1),
    ((Script({"@type": "A"}), Script({"@type": "A"}), Script([1]), Script({"@type": "B"})), 3),
]


@pytest.mark.parametrize(("items", "count"), KEYS)
def test_what_is_the_same(items: tuple[Node, ...], count: int) -> None:
    assert head(*items)[1].count("data-head=") == count


def test_what_failed_is_not_in_the_head() -> None:
    fallback = ErrorBoundary(Title("a"), Fails(), fallback=p("failed"))
    assert head(Title("page"), fallback)[0] == "page"


def test_markup_is_escaped() -> None:
    html = head(Meta(name='a"', content="<b>"), Script({"@type": "T", "x": "</script><!--"}))[1]
    assert '<meta data-head="meta name a&quot;" content="&lt;b&gt;" name="a&quot;">' in html
    assert "</script><!--" not in html
    assert "\\u003c/script>\\u003c!--" in html


REFUSED: list[Any] = [
    lambda: Meta(content="x"),
    Meta,
    lambda: LinkTag(href="/"),
    lambda: render_page(Title(raw("<b>"))),
    lambda: render_page(Script({"a": object()})),
    lambda: render_page(Script({"a": float("nan")})),
]


@pytest.mark.parametrize("make", REFUSED)
def test_refuses(make: Any) -> None:
    with pytest.raises(HeadItemError) as caught:
        make()
    assert caught.value.code == "PYUI223"
