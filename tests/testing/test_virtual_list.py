"""`VirtualFor` in a page without a browser: what is seen, keys and focus."""

from typing import Any

from pyui import Child, Signal, Viewport, VirtualFor, signal
from pyui.html import b, div, li, p
from pyui.testing import Screen, render
from pyui.view import render_to_string

MANY = 100_000


def rows(count: int = MANY, **options: Any) -> VirtualFor:
    return VirtualFor(range(count), lambda item: li("row ", item), **{"row_height": 20, "height": 100, **options})


def shown(screen: Screen) -> list[str]:
    return [row.text for row in screen.locator("li").all()]


def scroll(screen: Screen, top: float) -> None:
    screen.locator("[data-p~=pyuiview]").fire("pyuiview", detail=f"{top} 100")


def active(screen: Screen) -> str:
    return next(row.text for row in screen.locator("li").all() if row.is_focused)


def test_a_node_is_rendered_anew() -> None:
    node = rows()
    assert render_to_string(node) == render_to_string(node)
    screen = render(div(node, node))
    scroll_first = screen.locator("[data-p~=pyuiview]").all()[0]
    scroll_first.fire("pyuiview", detail="20000 100")
    assert shown(screen)[0] == "row 992"
    assert shown(screen)[-1] == "row 13"


def test_rows_stay_the_same_nodes() -> None:
    screen = render(rows())
    before = screen.locator("li").all()[10]._one()  # pyright: ignore[reportPrivateUsage]
    scroll(screen, 120)
    assert any(row._one() is before for row in screen.locator("li").all())  # pyright: ignore[reportPrivateUsage]
    assert shown(screen)[0] == "row 0"
    scroll(screen, 400)
    assert shown(screen) == [f"row {index}" for index in range(12, 34)]


def test_only_what_is_new_is_made() -> None:
    made: list[int] = []
    items = signal(list(range(MANY)))

    def row(item: int) -> Child:
        made.append(item)
        return li(item)

    screen = render(VirtualFor(items, row, row_height=20, height=100, overscan=4))
    assert made == list(range(10))
    made.clear()
    scroll(screen, 200)
    assert made == list(range(10, 20))
    made.clear()
    items.set([*items.peek(), 1_000_000])
    items.set([*range(-50, 0), *items.peek()])
    assert screen.locator("li").all()[0].attribute("aria-posinset") == "57"
    assert made == []
    assert screen.locator("li").all()[0].attribute("aria-setsize") == str(MANY + 51)


def test_keys() -> None:
    screen = render(rows())
    screen.locator("li").all()[2].press("ArrowDown")
    assert active(screen) == "row 3"
    for key, expected in (
        ("PageDown", "row 7"),
        ("End", f"row {MANY - 1}"),
        ("ArrowDown", f"row {MANY - 1}"),
        ("Home", "row 0"),
        ("x", "row 0"),
    ):
        next(row for row in screen.locator("li").all() if row.is_focused).press(key)
        assert active(screen) == expected
        assert [row.text for row in screen.locator("[tabindex='0']").all()] == [expected]


def test_the_row_with_the_focus_is_kept() -> None:
    items = signal(list(range(1000)))
    screen = render(VirtualFor(items, lambda item: li(b(item)), row_height=20, height=100, overscan=1))
    screen.locator("li").all()[3].focus()
    row = screen.locator("li").all()[3]._one()  # pyright: ignore[reportPrivateUsage]
    scroll(screen, 10_000)
    first = screen.locator("li").all()[0]
    assert first._one() is row  # pyright: ignore[reportPrivateUsage]
    assert first.attribute("style") == "box-sizing:border-box;height:20px;margin:0;position:absolute;top:60px"
    assert first.attribute("aria-posinset") == "4"
    items.set([-1, *items.peek()])
    assert "top:80px" in (screen.locator("li").all()[0].attribute("style") or "")
    scroll(screen, 0)
    assert screen.locator("li").all()[4]._one() is row  # pyright: ignore[reportPrivateUsage]
    items.set([*range(2000, 3000), *items.peek()[::-1]])  # far away, it has the focus still
    assert active(screen) == "3"
    items.set([item for item in items.peek() if item != 3])
    assert active(screen) == "2"
    items.set([])
    assert screen.locator("li").count() == 0


def test_the_viewport_scrolls_and_tells() -> None:
    view = Viewport()
    page = div(rows(viewport=view), p(view.first, "-", view.end))
    assert "<p" in render_to_string(page)
    screen = render(page)
    assert screen.locator("p").text == "0-14"
    view.scroll_to(500)
    assert screen.locator("p").text == "492-514"
    view.scroll_to(MANY + 7, focus=True)
    assert active(screen) == f"row {MANY - 1}"
    for block, first in (("start", 492), ("center", 490), ("end", 488), ("nearest", 488)):
        view.scroll_to(500, block=block)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
        assert screen.locator("p").text.startswith(f"{first}-")


def test_the_index_is_that_in_the_whole_list() -> None:
    items: Signal[list[str]] = signal([f"item {number}" for number in range(1000)])
    screen = render(VirtualFor(items, lambda item, index: li(index, " ", item), row_height=20, height=100))
    scroll(screen, 10_000)
    assert shown(screen)[0] == "492 item 492"
    items.set(["new", *items.peek()])
    assert shown(screen)[0] == "493 item 492"


def test_rows_that_are_measured() -> None:
    screen = render(VirtualFor(range(1000), li, row_height=20, height=100, measured=True, overscan=0))
    assert screen.locator("li").all()[0].attribute("style") is None
    screen.locator("[data-p~=pyuiview]").fire("pyuiview", detail="0 100 40 40 40 40 40 40")
    assert shown(screen) == ["0", "1", "2"]
    assert "padding:0px 0 20000px" in screen.html  # the rows that were measured, and the others as they are assumed
    screen.locator("[data-p~=pyuiview]").fire("pyuiview", detail="240 100 40 40 40")
    assert shown(screen) == ["6", "7", "8", "9", "10", "11"]
