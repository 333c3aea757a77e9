from typing import Any

import pytest

from pyui import Ref, Show, component, element, signal
from pyui.html import br, button, div, img, input, p, pre, span, ul
from pyui.svg import svg
from pyui.view import Element
from pyui.view._attributes import InvalidNameError
from pyui.view._element import ContentError, HandlerError, StaticElement
from pyui.view._tags import VOID
from tests.view.support import error_of, html, live


def test_children_in_order_and_attributes_by_name():
    node = div("a", span("b"), 1, id="x", class_="c")
    assert html(node) == '<div class="c" id="x">a<span>b</span>1</div>'


class Loud(str):
    """Equal to another string, and written otherwise, as members of an `Enum` of strings are."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.upper()


def test_equal_strings_may_be_written_differently():
    for _ in range(2):
        assert html(p("x", class_=Loud("equal"))) == '<p class="EQUAL">x</p>'
        assert html(p("x", class_="equal")) == '<p class="equal">x</p>'


@pytest.mark.parametrize("tag", sorted(VOID))
def test_void_elements(tag: str):
    make = element(tag)
    assert html(make(id="x")) == f'<{tag} id="x">'
    assert html(make(id=lambda: "x")) == f'<{tag} id="x" data-p="">'


@pytest.mark.parametrize("tag", sorted(VOID))
@pytest.mark.parametrize("child", ["text", "", None, span("x"), print])
def test_void_elements_have_no_children(tag: str, child: Any):
    assert f"<{tag}>" in error_of(lambda: element(tag)(child), ContentError).what


def test_what_is_static_is_written_when_it_is_made():
    for node in (div("x"), div(span("x"), br(), class_="c"), img(src="/x"), div([span(n) for n in range(3)])):
        assert isinstance(node, StaticElement)
        assert node.html == html(node)
    for node in (
        div(lambda: "x"),
        div(on_click=print),
        div(title=signal("t")),
        div(Show(print, "x")),
        input(ref=Ref()),
    ):
        assert isinstance(node, Element)
        assert not isinstance(node, StaticElement)


def test_static_elements_are_not_copied_on_each_level():
    big = div("x" * 10_000)
    assert not isinstance(div(big), StaticElement)
    assert html(div(div(big))) == f"<div><div>{html(big)}</div></div>"


@pytest.mark.parametrize(
    ("attributes", "marker"),
    [
        ({"on_click": print}, "click"),
        ({"on_click": print, "on_input": print}, "click input"),
        ({"on_input": print, "on_click": print}, "click input"),
        ({"on_key_down": print}, "keydown"),
        ({"on_keydown": print}, "keydown"),
        ({"on_my_event": print}, "myevent"),
        ({"ref": Ref()}, ""),
        ({"ref": lambda node: None}, ""),
        ({"title": lambda: None}, ""),
        ({"on_click": print, "title": lambda: None, "ref": Ref()}, "click"),
    ],
)
def test_markers(attributes: dict[str, Any], marker: str):
    assert html(p("x", **attributes)) == f'<p data-p="{marker}">x</p>'
    assert html(p("x", **attributes, id="i")) == f'<p id="i" data-p="{marker}">x</p>'
    assert html(br(**attributes)) == f'<br data-p="{marker}">'
    assert live(p("x", **attributes)) == 1


def test_static_elements_inside_of_live_ones_have_no_marker():
    assert html(div(p("x"), on_click=print)) == '<div data-p="click"><p>x</p></div>'


@pytest.mark.parametrize("handler", [1, "alert()", [print], True])
def test_what_is_no_handler(handler: Any):
    error = error_of(lambda: button("x", on_click=handler), HandlerError)
    assert repr(handler) in error.what
    assert "<button>" in error.what
    error_of(lambda: input(on_key_down=handler), HandlerError)


def test_none_is_no_handler():
    assert html(button("x", on_click=None)) == "<button>x</button>"


@pytest.mark.parametrize("ref", [1, "x", object(), [Ref()]])
def test_what_is_no_ref(ref: Any):
    error_of(lambda: p(ref=ref), HandlerError)


def test_no_ref():
    assert html(p("x", ref=None)) == "<p>x</p>"


@pytest.mark.parametrize("key", ["on_", "on__", "on_a-b", "on_é", "on_a b"])
def test_what_names_no_event(key: str):
    assert repr(key) in error_of(lambda: p(**{key: print}), InvalidNameError).what


@pytest.mark.parametrize("tag", ["my-card", "x-y.z", "a_b", "svg:g", "X", "h7", "blink", "a1"])
def test_other_elements(tag: str):
    assert html(element(tag)("x", data_x=1)) == f'<{tag} data-x="1">x</{tag}>'


@pytest.mark.parametrize("tag", ["", "-", "1a", "-a", "a b", "a>b", "<a", "a/", "é", "a\0", "a\n", "a=b", "a'b"])
def test_what_is_no_element(tag: str):
    assert repr(tag) in error_of(lambda: element(tag), InvalidNameError).what


def test_names_are_those_of_the_parser():
    assert html(element("BR")()) == "<BR>"
    assert html(element("PRE")("\nx")) == "<PRE>\n\nx</PRE>"


def test_functions_have_the_names_of_their_elements():
    assert (div.__name__, br.__name__, pre.__name__, svg.__name__) == ("div", "br", "pre", "svg")  # type: ignore[attr-defined]


def test_an_element_can_be_used_and_rendered_again():
    count = signal(1)
    row = p("n ", count, title=count)
    page = ul(row, row)
    first = html(page)
    assert html(page) == first == "<ul>" + '<p title="1" data-p="">n 1</p>' * 2 + "</ul>"
    count.set(2)
    assert html(page) == first.replace("1", "2")


def test_keywords_of_one_set_in_any_order():
    @component
    def Twice(flag: bool):
        return p(id="i", title=(lambda: "t") if flag else "t", lang="en")

    assert html(Twice(False)) == '<p id="i" lang="en" title="t"></p>'
    assert html(Twice(True)) == '<p id="i" lang="en" title="t" data-p=""></p>'
