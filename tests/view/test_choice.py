from typing import Any

import pytest

from pyui import Match, Show, Switch, component, signal
from pyui.html import b, div, p
from pyui.view._choice import FlowError
from tests.reactive.support import noting
from tests.view.support import error_of, html, live

ON, OFF = signal(True), signal(False)


@component
def Never() -> object:
    raise AssertionError("a content that is not shown is not made")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Show(ON, "a", p("b")), "<!--[-->a<p>b</p><!--]-->"),
        (Show(OFF, Never()), "<!--[--><!--]-->"),
        (Show(OFF, Never(), fallback=b("f")), "<!--[--><b>f</b><!--]-->"),
        (Show(ON, "a", fallback=Never()), "<!--[-->a<!--]-->"),
        (Show(lambda: 3, "a"), "<!--[-->a<!--]-->"),
        (Show(list, "a", fallback=["f", 1]), "<!--[-->f1<!--]-->"),
        (Show(ON, ON), "<!--[--><!--[--><!--]--><!--]-->"),
        (Show(ON, lambda: "t"), "<!--[--><!--t-->t<!--/--><!--]-->"),
        (Show(ON), "<!--[--><!--]-->"),
        (Show(ON, Show(OFF, "a", fallback="f")), "<!--[--><!--[-->f<!--]--><!--]-->"),
        # What is no function is decided once, without a block.
        (Show(True, "a", fallback=Never()), "a"),
        (Show(0, Never(), fallback="f"), "f"),
        (Show(None, Never()), ""),
        (Show("yes", p("a"), "b"), "<p>a</p>b"),
    ],
)
def test_show(node: Any, expected: str):
    assert html(div(node)) == f"<div>{expected}</div>"


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "zero"), (1, "<b>one</b>"), (2, "two and more"), (9, "two and more"), (-1, "none")]
)
def test_switch(number: int, expected: str):
    value = signal(number)
    node = Switch(
        Match(lambda: value() == 0, "zero"),
        Match(lambda: value() == 1, b("one")),
        Match(lambda: value() > 1, "two", [" and ", "more"]),
        fallback="none",
    )
    assert html(node) == f"<!--[-->{expected}<!--]-->"


def test_the_first_match_wins_and_the_rest_is_not_asked():
    def fail() -> bool:
        raise AssertionError("not evaluated")

    node = Switch(Match(False, Never()), Match(ON, "second"), Match(fail, Never()), fallback=Never())
    assert html(node) == "<!--[-->second<!--]-->"


def test_without_a_match_or_a_case():
    assert html(Switch(Match(OFF, Never()))) == html(Switch()) == "<!--[--><!--]-->"


@pytest.mark.parametrize("case", [None, "x", p("x"), Match, (True, "x")])
def test_what_is_no_case(case: Any):
    assert repr(case) in error_of(lambda: Switch(Match(ON, "a"), case), FlowError).what


def test_a_condition_is_evaluated_once():
    seen: list[int] = []
    html(Show(lambda: noting(seen, 1, True), "x"))
    html(Switch(Match(lambda: noting(seen, 2, True), "x")))
    assert seen == [1, 2]


def test_what_is_live():
    assert live(Show(ON, "a")) == 1
    assert live(Show(OFF, p(ON))) == 1
    assert live(Show(ON, p(ON))) == 2
    assert live(Show(True, "a")) == 0
    assert live(Switch(Match(ON, "a"), Match(ON, "b"))) == 1


def test_a_node_shows_what_holds_when_it_is_rendered():
    flag = signal(False)
    node = div(Show(flag, "yes", fallback="no"))
    first = html(node)
    flag.set(True)
    assert html(node) == first.replace("no", "yes")
    flag.set(False)
    assert html(node) == first
