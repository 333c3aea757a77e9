from typing import Any

import pytest

from pyui import For, Portal, Show, component, signal
from pyui.html import b, div, pre, select
from tests.view.support import html, live


def portal(content: str) -> str:
    return f'<div data-portal="" data-p="">{content}</div>'


@component
def Dialog(title: str) -> object:
    return Portal(b(title), "x")


TWO = signal([1, 2])


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Portal("x"), portal("x")),
        (Portal(), portal("")),
        (["a", Portal("x"), "b"], "ab" + portal("x")),
        (div("a", Portal("x"), "b"), "<div>ab</div>" + portal("x")),
        (div(Dialog("one"), Dialog("two")), "<div></div>" + portal("<b>one</b>x") + portal("<b>two</b>x")),
        (Portal(lambda: "x"), portal("<!--t-->x<!--/-->")),
        (Portal(b("x", on_click=print)), portal('<b data-p="click">x</b>')),
        (Portal("a", Portal("b", Portal("c"))), portal("a") + portal("b") + portal("c")),
        ([Portal("a", Portal("c")), Portal("b")], portal("a") + portal("b") + portal("c")),
        (Show(lambda: True, Portal("x")), "<!--[--><!--]-->" + portal("x")),
        (Show(lambda: False, Portal("x")), "<!--[--><!--]-->"),
        (pre(Portal("\nx"), "\ny"), "<pre>\n\ny</pre>" + portal("\nx")),
    ],
)
def test_portals_stand_at_the_end_in_the_order_of_their_places(node: Any, expected: str):
    assert html(node) == html(node) == expected


def test_a_portal_in_each_row():
    node = For(TWO, lambda n: div(n, Portal("row ", n)))
    assert html(node) == (
        '<!--[--><div data-p="">1</div><div data-p="">2</div><!--]-->' + portal("row 1") + portal("row 2")
    )


def test_a_portal_leaves_the_select_around_it():
    node = select(Portal("x"), bind_value=signal("a"))
    assert html(node) == '<select data-p="change :value"></select>' + portal("x")


def test_live_parts_of_a_portal_are_counted():
    assert live(Portal(lambda: "x", b("y", on_click=print))) >= 2


def test_an_error_in_a_portal_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        html(div(Portal(lambda: 1 // 0)))
