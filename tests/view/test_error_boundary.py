from typing import Any

import pytest

from pyui import Context, ErrorBoundary, For, Portal, Show, component, on_cleanup, on_mount, signal
from pyui.html import b, br, div, li, p, pre, ul
from pyui.view import Child
from pyui.view._choice import FlowError
from pyui.view._element import HandlerError
from pyui.view._node import InvalidChildError
from tests.view.support import error_of, html, live, notes

S, E = "<!--[-->", "<!--]-->"


@component
def Fails(text: str = "no") -> object:
    raise ValueError(text)


def fail(*_: object) -> Any:
    raise ValueError("no")


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (["fine", b("x")], "fine<b>x</b>"),
        ([], ""),
        ([Fails()], "failed"),
        ([p("before"), "text", Fails(), "after"], "failed"),
        ([div(p("deep"), div(div(Fails())))], "failed"),
        ([fail], "failed"),
        ([p("x", fail)], "failed"),
        ([p(title=fail)], "failed"),
        ([p("a", b("x"), lambda: p(fail))], "failed"),
        ([Fails], "failed"),
        ([Show(fail, "x")], "failed"),
        ([Show(lambda: True, "x", Fails())], "failed"),
        ([ul(li("a"), For(lambda: [2, 1, 0], lambda n: li(1 // n)))], "failed"),
        ([For(lambda: [1, 2], Fails)], "failed"),
        ([For(fail, li)], "failed"),
        ([For(lambda: "aa", li)], "failed"),
        ([pre("\n", Fails())], "failed"),
        ([lambda: {"no": "child"}], "failed"),
        ([Portal("dropped"), Fails()], "failed"),
    ],
)
def test_children(children: list[Any], expected: str):
    node = ErrorBoundary(*children, fallback="failed")
    assert html(node) == f"{S}{expected}{E}"
    assert html(div("a", node, "b", br())) == f"<div>a{S}{expected}{E}b<br></div>"
    assert html([node, node]) == f"{S}{expected}{E}" * 2


@pytest.mark.parametrize(
    ("fallback", "expected"),
    [
        ("text", "text"),
        (p("x"), "<p>x</p>"),
        (["a", b("x")], "a<b>x</b>"),
        (0, "0"),
        (False, ""),
        (lambda: "nothing wanted", "nothing wanted"),
        (lambda error: f"{type(error).__name__}: {error}", "ValueError: no"),
        (lambda error, retry: p(str(error), on_click=retry), '<p data-p="click">no</p>'),
        (lambda error, note="!": f"{error}{note}", "no!"),
        (lambda *all: str(len(all)), "1"),
        (lambda error: None, ""),
        (lambda error: lambda: "live", "<!--t-->live<!--/-->"),
    ],
)
def test_fallbacks(fallback: Any, expected: str):
    assert html(ErrorBoundary(Fails(), fallback=fallback)) == f"{S}{expected}{E}"


def test_the_fallback_gets_the_error_itself():
    seen: list[Exception] = []
    html(ErrorBoundary(Fails("why"), fallback=seen.append))
    assert repr(seen) == "[ValueError('why')]"
    assert notes(seen[0])[0].startswith("while rendering Fails, used at ")


def test_own_errors_are_caught_as_others():
    seen: list[Exception] = []
    html(ErrorBoundary(lambda: {"a": 1}, fallback=seen.append))
    assert type(seen[0]) is InvalidChildError


def test_the_nearest_boundary_catches():
    node = ErrorBoundary("a", ErrorBoundary("b", Fails(), fallback="inner"), "c", fallback="outer")
    assert html(node) == f"{S}a{S}inner{E}c{E}"
    sibling = [ErrorBoundary(Fails(), fallback="one"), ErrorBoundary("fine", fallback="two")]
    assert html(sibling) == f"{S}one{E}{S}fine{E}"


@pytest.mark.parametrize("fallback", [fail, Fails, Fails(), p(fail), lambda error: {"no": "child"}])
def test_a_fallback_that_fails_is_caught_by_the_next_one(fallback: Any):
    node = ErrorBoundary("a", ErrorBoundary(Fails(), fallback=fallback), fallback="outer")
    assert html(div(node, "end")) == f"<div>{S}outer{E}end</div>"
    with pytest.raises((ValueError, InvalidChildError)):
        html(ErrorBoundary(Fails(), fallback=fallback))


def test_what_follows_an_inner_failure_can_still_fail_the_outer_one():
    node = ErrorBoundary("a", ErrorBoundary(Fails(), fallback="inner"), Fails(), fallback="outer")
    assert html(node) == f"{S}outer{E}"


def test_portals_of_what_failed_are_dropped_and_others_are_kept():
    node = div(
        Portal("first"),
        ErrorBoundary(Portal("lost"), p(Portal("lost too")), Fails(), fallback=Portal("of the fallback")),
        ErrorBoundary(Portal("kept"), fallback="x"),
        Portal("last"),
    )
    portals = [f'<div data-portal="" data-p="">{text}</div>' for text in ("first", "of the fallback", "kept", "last")]
    assert html(node) == f"<div>{S}{E}{S}{E}</div>" + "".join(portals)


PORTAL = '<div data-portal="" data-p="">{}</div>'


def test_an_error_in_a_portal_is_caught():
    assert html(ErrorBoundary("a", Portal("b"), Portal(Fails()), fallback="x")) == f"{S}x{E}"
    assert html(ErrorBoundary("a", Portal("b", Portal(p(fail))), fallback="x")) == f"{S}x{E}"
    outside = [Portal("one"), ErrorBoundary(Portal(Fails()), fallback=b("x")), Portal("two")]
    assert html(outside) == f"{S}<b>x</b>{E}" + PORTAL.format("one") + PORTAL.format("two")


def test_the_nearest_boundary_of_a_portal_catches():
    inner = ErrorBoundary("b", Portal(Fails()), fallback="inner")
    assert html(ErrorBoundary("a", inner, fallback="outer")) == f"{S}a{S}inner{E}{E}"
    failing = ErrorBoundary("b", Portal(Fails()), fallback=Fails)
    assert html(ErrorBoundary("a", failing, fallback="outer")) == f"{S}outer{E}"
    in_fallback = ErrorBoundary(Fails(), fallback=Portal(Fails()))
    assert html(ErrorBoundary("a", in_fallback, fallback="outer")) == f"{S}outer{E}"


def test_several_portals_that_fail():
    def failing(name: str) -> object:
        return ErrorBoundary(ErrorBoundary(name, fallback="x"), Portal(Fails()), fallback=f"no {name}")

    assert html([failing("a"), failing("b"), failing("c")]) == f"{S}no a{E}{S}no b{E}{S}no c{E}"


def test_what_is_live_where_a_portal_fails():
    assert live(ErrorBoundary(p(lambda: "t"), Portal(p(lambda: "u"), Fails()), fallback=p(lambda: "f"))) == 2


def test_an_error_in_a_portal_without_a_boundary():
    with pytest.raises(ValueError, match="no") as caught:
        html([ErrorBoundary("fine", fallback="x"), Portal(Fails())])
    assert notes(caught.value)[0].startswith("while rendering Fails, used at ")


def test_a_boundary_in_a_portal():
    assert html(Portal(ErrorBoundary(Fails(), fallback="x"))) == f'<div data-portal="" data-p="">{S}x{E}</div>'


def test_contexts_are_put_back():
    place = Context("none")

    @component
    def Where() -> object:
        return place.get()

    node = place.provide("a", ErrorBoundary(place.provide("b", Where(), Fails()), fallback=Where()), Where())
    assert html([node, Where()]) == f"{S}a{E}anone"


def test_what_is_live():
    assert live(ErrorBoundary("fine", fallback="x")) == 1
    assert live(ErrorBoundary(p(fail), fallback="x")) == 1
    assert live(ErrorBoundary(p(lambda: "t"), p(lambda: "u"), Fails(), fallback=p(lambda: "f"))) == 2
    assert live(ErrorBoundary(p(lambda: "t"), fallback="x")) == 2


def test_cleanups_of_what_failed_run_with_the_render():
    ended: list[str] = []

    @component
    def Opens() -> object:
        on_cleanup(lambda: ended.append("closed"))
        on_mount(fail)
        return "open"

    assert html(ErrorBoundary(Opens(), Fails(), fallback="x")) == f"{S}x{E}"
    assert ended == ["closed"]


def test_a_render_is_not_changed_by_the_one_before():
    broken = signal(True)
    node = ErrorBoundary(lambda: fail() if broken() else "fine", fallback="failed")
    assert html(node) == f"{S}failed{E}"
    broken.set(False)
    assert html(node) == f"{S}<!--t-->fine<!--/-->{E}"


def test_there_must_be_a_fallback():
    assert "fallback=None" in error_of(lambda: ErrorBoundary("x", fallback=None), FlowError).what


def test_mistakes_in_calls_are_raised_where_they_are_made():
    # The arguments are evaluated before the boundary exists.
    error_of(lambda: ErrorBoundary(p(on_click=1), fallback="x"), HandlerError)


def test_exits_pass():
    def stop() -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        html(ErrorBoundary(stop, fallback="x"))


def test_many_nested_boundaries():
    node: Child = Fails()
    for _ in range(2_000):
        node = ErrorBoundary(div(node), fallback=fail)
    with pytest.raises(ValueError, match="no"):
        html(node)
    assert html(ErrorBoundary(node, fallback="end")) == f"{S}end{E}"
