from collections import UserString, deque
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import pytest
from dominate import tags  # type: ignore[import-untyped]
from dominate.util import raw as dominate_raw  # type: ignore[import-untyped]
from markupsafe import Markup

from pyui import Show, Signal, component, raw, signal
from pyui.html import b, br, div, i, p, ul
from pyui.view import Node
from pyui.view._node import InvalidChildError, normalise
from tests.view.support import error_of, html, live, with_dominate


class Colour(StrEnum):
    RED = "red"


class Shouted(str):
    __slots__ = ()

    def __str__(self) -> str:
        return self.upper()


@component
def Word():
    return "word"


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        ("text", "text"),
        ("", ""),
        (0, "0"),
        (-7, "-7"),
        (10**30, "1" + "0" * 30),
        (2.5, "2.5"),
        (float("inf"), "inf"),
        (Decimal("1.50"), "1.50"),
        (Fraction(1, 3), "1/3"),
        (Colour.RED, "red"),
        (Shouted("a<"), "A&lt;"),
        (None, ""),
        (True, ""),
        (False, ""),
        ([], ""),
        (["a", ["b", ("c", None, [1])]], "abc1"),
        ((n for n in range(3)), "012"),
        (map(b, "xy"), "<b>x</b><b>y</b>"),
        (range(3), "012"),
        (deque("ab"), "ab"),
        ({"x": 1}.values(), "1"),
        (b("x"), "<b>x</b>"),
        (Word(), "word"),
    ],
)
def test_children(child: Any, expected: str):
    assert html(p(child)) == f"<p>{expected}</p>"


def test_children_as_root():
    assert html(None) == ""
    assert html([b("x"), "t", 1, None]) == "<b>x</b>t1"
    assert html(lambda: "t") == "<!--t-->t<!--/-->"


@pytest.mark.parametrize("child", [b"x", {"a": 1}, {"a"}, frozenset("a"), object(), 1j, UserString, Ellipsis])
def test_what_is_no_child(child: Any):
    if callable(child):
        return  # a class is a function as any other
    for make in (lambda: p(child), lambda: div(p("x"), child), lambda: html(child), lambda: html(p(lambda: child))):
        error = error_of(make, InvalidChildError)
        assert f"of type {type(child).__name__}" in error.what


def test_a_long_child_is_cut_in_the_message():
    error = error_of(lambda: p({"key": "v" * 1000}), InvalidChildError)
    assert "..." in error.what
    assert len(error.what) < 150


def test_an_abstract_node_cannot_be_rendered():
    with pytest.raises(NotImplementedError):
        html(p(Node()))


def test_a_generator_of_an_element_is_used_up_once():
    node = ul(b(n) for n in range(2))
    assert html(node) == html(node) == "<ul><b>0</b><b>1</b></ul>"


# --- text runs

COUNT = signal(1)
EMPTY = signal("")
NOTHING: Signal[object] = signal(None)
ELEMENT: Signal[object] = signal(b("x"))
T, E, S, F = "<!--t-->", "<!--/-->", "<!--[-->", "<!--]-->"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        # A run that is all of an element is bound through the element.
        (p(COUNT), '<p data-p="">1</p>'),
        (p(EMPTY), '<p data-p=""></p>'),
        (p("n ", COUNT, "!"), '<p data-p="">n 1!</p>'),
        (p(COUNT, COUNT), '<p data-p="">11</p>'),
        (p(["a", [COUNT]], 2), '<p data-p="">a12</p>'),
        (p(None, COUNT, False), '<p data-p="">1</p>'),
        (p(lambda: "<&>"), '<p data-p="">&lt;&amp;&gt;</p>'),
        (p(lambda: 2.5), '<p data-p="">2.5</p>'),
        (p(COUNT, class_="c"), '<p class="c" data-p="">1</p>'),
        # Among other nodes it has a comment, and one behind it where text may follow.
        (p(COUNT, b("x")), f"<p>{T}1<b>x</b></p>"),
        (p(b("x"), COUNT), f"<p><b>x</b>{T}1</p>"),
        (p(b("x"), COUNT, "!", b("y"), "z"), f"<p><b>x</b>{T}1!<b>y</b>z</p>"),
        (p(COUNT, br(), COUNT), f"<p>{T}1<br>{T}1</p>"),
        (p(EMPTY, b("x")), f"<p>{T}<b>x</b></p>"),
        (p(Word(), COUNT, Word()), f"<p>word{T}1{E}word</p>"),
        (p("a", Word(), COUNT), f"<p>aword{T}1</p>"),
        (p(COUNT, Show(COUNT, "y")), f"<p>{T}1{E}{S}y{F}</p>"),
        (p(COUNT, raw("text")), f"<p>{T}1{E}text</p>"),
        ([COUNT], f"{T}1{E}"),
        (["a", COUNT, b("x")], f"{T}a1<b>x</b>"),
        # What is no text stands in a block; what stays text is a run of its own.
        (p(NOTHING), f"<p>{S}{F}</p>"),
        (p(ELEMENT), f"<p>{S}<b>x</b>{F}</p>"),
        (p("a ", ELEMENT, " b"), f"<p>a {S}<b>x</b>{F} b</p>"),
        (p("a ", COUNT, NOTHING, COUNT), f"<p>{T}a 1{S}{F}{T}1</p>"),
        (p(NOTHING, COUNT, b("y")), f"<p>{S}{F}{T}1<b>y</b></p>"),
        (p(ELEMENT, ELEMENT), f"<p>{S}<b>x</b>{F}{S}<b>x</b>{F}</p>"),
        (p(lambda: True), f"<p>{S}{F}</p>"),
        (p(lambda: [1, "a", b("x")]), f"<p>{S}1a<b>x</b>{F}</p>"),
        (p(list), f"<p>{S}{F}</p>"),
        (p(lambda: (b(n) for n in range(2))), f"<p>{S}<b>0</b><b>1</b>{F}</p>"),
        (p(lambda: Decimal("1.5")), f"<p>{S}1.5{F}</p>"),
        (p(lambda: raw("<u>r</u>")), f"<p>{S}<u>r</u>{F}</p>"),
        (p(Word), f"<p>{S}word{F}</p>"),
        (p(lambda: lambda: "t"), f"<p>{S}{T}t{E}{F}</p>"),
        (p(lambda: p(COUNT)), f'<p>{S}<p data-p="">1</p>{F}</p>'),
    ],
)
def test_live_text(node: Node, expected: str):
    assert html(node) == expected


def test_live_text_is_evaluated_once_and_in_order():
    seen: list[int] = []

    def note(number: int) -> object:
        seen.append(number)
        return number if number % 2 else b(number)

    html(div(p(lambda: note(1), lambda: note(2), b(lambda: note(3))), lambda: note(4)))
    assert seen == [1, 2, 3, 4]


# --- trusted markup


class Trusted:
    def __html__(self) -> str:
        return "<u>&amp;</u>"


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        (raw("<u>&amp;</u>"), "<u>&amp;</u>"),
        (raw(""), ""),
        (Markup("<u>&amp;</u>"), "<u>&amp;</u>"),
        (Markup("<u>%s</u>") % "<", "<u>&lt;</u>"),
        (Trusted(), "<u>&amp;</u>"),
        (Markup(raw("<i>x</i>")), "<i>x</i>"),
        (with_dominate(lambda: tags.u("a < b", cls="c")), '<u class="c">a &lt; b</u>'),
        (with_dominate(lambda: tags.div(tags.p("x"), tags.br())), "<div><p>x</p><br></div>"),
        (with_dominate(lambda: dominate_raw("<i>x</i>")), "<i>x</i>"),
    ],
)
def test_trusted_markup(child: Any, expected: str):
    assert html(p("a", child, "b")) == f"<p>a{expected}b</p>"
    assert html(p([child])) == f"<p>{expected}</p>"
    assert html(child) == expected
    assert live(p(child)) == 0


@pytest.mark.parametrize("markup", ['<i data-p="">x</i>', "<!--[-->", "<!--]-->", "<!--t-->x", "<!--/-->"])
def test_markup_that_holds_markers_is_fenced(markup: str):
    assert html(p(raw(markup))) == f"<p><!--{{-->{markup}<!--}}--></p>"
    assert html(p(Markup(markup))) == f"<p><!--{{-->{markup}<!--}}--></p>"


def test_fences_in_markup_are_none():
    assert html(raw("<!--{-->x<!--}-->")) == "<!--{--><!-- {-->x<!-- }--><!--}-->"


def test_other_comments_need_no_fence():
    assert html(raw("<!-- [ --><!--x-->")) == "<!-- [ --><!--x-->"


def test_dominate_trees_are_read_when_they_become_children():
    tree = with_dominate(lambda: tags.p("one"))
    node = div(tree)
    with_dominate(lambda: tree.add("two"))
    assert html(node) == "<div><p>one</p></div>"


def test_normalise_joins_text():
    first, second, third = normalise(["a", 1, [None, "b"], i("x"), "", 2, lambda: "c"])
    assert first == "a1b"
    assert isinstance(second, Node)
    assert isinstance(third, Node)
    assert third.parts[:2] == ["", "2"]  # type: ignore[attr-defined]
