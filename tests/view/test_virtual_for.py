"""`VirtualFor`: its markup, what it refuses, and where keys go."""

from collections.abc import Callable
from typing import Any

import pytest

from pyui import Child, VirtualFor, component, signal
from pyui.html import article, caption, div, li, p, td, th, thead, tr
from pyui.view import render_to_string
from pyui.view._choice import FlowError
from pyui.view._virtual_for import place_of
from tests.view.support import error_of, live

MANY = 100_000


def rows(count: int = MANY, **options: Any) -> VirtualFor:
    return VirtualFor(range(count), lambda item: li("row ", item), **{"row_height": 20, "height": 100, **options})


def test_the_server_writes_the_first_window() -> None:
    html = render_to_string(rows(overscan=2, label="Rows"))
    assert html.count("<li ") == 8
    assert 'style="padding:0px 0 1999840px"' in html
    assert '<ul aria-label="Rows"' in html
    assert (
        '<li aria-posinset="8" style="box-sizing:border-box;height:20px;margin:0;" tabindex="-1" aria-setsize="100000"'
        in html
    )
    assert live(rows()) > 0


def test_a_long_list_is_not_gone_through() -> None:
    class Counted(list[int]):
        def __iter__(self) -> Any:
            raise AssertionError("nobody needs all of them")

    assert render_to_string(VirtualFor(Counted(range(MANY)), li, row_height=20, height=100)).count("<li ") == 14
    keys: list[int] = []

    def key(item: int) -> int:
        keys.append(item)
        return item

    html = render_to_string(VirtualFor(range(MANY), li, key=key, row_height=20, height=20, overscan=0))
    assert html.count("<li ") == 2
    assert keys == [0, 1]


def test_a_table() -> None:
    node = VirtualFor(
        lambda: iter("abc"),
        lambda item: tr(td(item)),
        row_height=20,
        height="50vh",
        tag="table",
        label="Letters",
        head=[caption("c"), thead(tr(th("x")))],
    )
    html = render_to_string(node)
    assert '<table aria-label="Letters" aria-rowcount="4" data-p=""><caption>c</caption><thead>' in html
    assert '<tr aria-rowindex="2" ' in html
    assert "aria-setsize" not in html
    assert "height:50vh;" in html
    assert 'aria-rowcount="3"' in render_to_string(
        VirtualFor("abc", lambda item: tr(td(item)), row_height=1, height=9, tag="table")
    )
    live_head = thead(tr(th(signal("x"))))
    assert 'aria-rowcount="4"' in render_to_string(
        VirtualFor("abc", lambda item: tr(td(item)), row_height=1, height=9, tag="table", head=live_head)
    )


@pytest.mark.parametrize(
    ("options", "row", "expected"),
    [
        ({"role": "listbox"}, li, 'role="option"'),
        ({"tag": "div"}, div, 'role="listitem"'),
        ({"tag": "div", "role": "feed"}, div, 'role="article"'),
        ({"tag": "div", "role": "feed"}, lambda item: p(item, role="article"), '<p role="article" '),
        ({"tag": "div", "role": "feed"}, article, "<article aria-posinset"),
    ],
)
def test_roles(options: dict[str, Any], row: Callable[[Any], Child], expected: str) -> None:
    html = render_to_string(VirtualFor(["a"], row, row_height=20, height=100, **options))
    assert expected in html
    assert html.count("role=") == (2 if expected != "<article aria-posinset" else 1)


@pytest.mark.parametrize(
    "row",
    [
        lambda item: "text",
        lambda item: [li("a"), li("b")],
        lambda item: None,
        lambda item: div("in a list"),
        lambda item: li(tabindex=0),
        lambda item: li(item, style="color: red"),
        lambda item: li(item, style=lambda: "color: red"),
        lambda item: li(item, aria_posinset=3),
        lambda item: li(item, on_focusin=print),
    ],
)
def test_rows_that_are_refused(row: Callable[[Any], Child]) -> None:
    @component
    def Page() -> Child:
        return VirtualFor(["a"], row, row_height=20, height=100)

    with pytest.raises(FlowError, match="A row of VirtualFor"):
        render_to_string(Page())


def test_arguments_that_are_refused() -> None:
    error_of(lambda: VirtualFor([], li, row_height=0, height=100), FlowError)
    error_of(lambda: VirtualFor([], li, row_height=1, height=100, overscan=-1), FlowError)
    error_of(lambda: VirtualFor([], li, row_height=1, height=100, tag="p"), FlowError)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    for each in (3, {1, 2}):
        with pytest.raises(FlowError):
            render_to_string(VirtualFor(each, li, row_height=1, height=1))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("key", "feeds", "to"),
    [
        ("ArrowUp", False, 4),
        ("ArrowDown", False, 6),
        ("PageUp", False, 2),
        ("PageDown", False, 8),
        ("Home", False, 0),
        ("End", False, 99),
        ("Enter", False, None),
        ("PageUp", True, 4),
        ("PageDown", True, 6),
        ("ArrowDown", True, None),
        ("Home", True, None),
    ],
)
def test_where_keys_go(key: str, feeds: bool, to: int | None) -> None:
    assert place_of(key, 5, 3, 100, feeds=feeds) == to
