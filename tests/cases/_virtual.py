"""Lists of which a part is in the page."""

from typing import Any

from pyui import Child, Show, Signal, VirtualFor, component, signal, unique_id
from pyui.html import article, b, button, col, colgroup, div, li, span, td, th, thead, tr
from tests.cases._case import HOSTILE, Made, case, scene, sets


@case
def virtual_list() -> Made:
    items, text = signal(list(range(1000))), signal("x")

    def row(item: int, index: Signal[int]) -> Child:
        return li(index, ": ", item, b(text), class_=lambda: text() if item == 1 else None, on_click=lambda: None)

    return scene(
        VirtualFor(items, row, row_height=20, height=100, overscan=2, label="Rows", class_="rows"),
        (
            *sets(text, "y", HOSTILE),
            *sets(items, list(range(1001)), list(range(-3, 1001)), list(range(2, 900)), [7, 5, 1, 2, 3], [], [4, 1]),
            *sets(items, list(range(0, 1000, 2)), list(range(999, 0, -1))),
        ),
    )


@case
def virtual_list_of_what_never_changes() -> Made:
    return scene(VirtualFor(range(100), lambda item: li("static ", item), row_height=30.5, height="10em", tag="ol"))


@case
def virtual_table() -> Made:
    items: Any = signal([(number, f"<{number}>") for number in range(50)])
    head = (colgroup(col()), thead(tr(th("n"), aria_rowindex=1)))
    return scene(
        VirtualFor(
            items,
            lambda item: tr(td(item[0]), td(item[1], title=item[1])),
            key=lambda item: item[0],
            row_height=20,
            height=60,
            overscan=0,
            tag="table",
            head=head,
        ),
        sets(items, items.peek()[1:], items.peek()[::-1], []),
    )


@case
def virtual_rows_of_components() -> Made:
    items, shown = signal(list("abc")), signal(True)

    @component
    def Row(item: str) -> Child:
        return article(span(item), button("x", type="button", on_click=lambda: None), id=unique_id())

    @component
    def Wrapped(item: str) -> Child:
        return Row(item)

    return scene(
        div(
            Show(
                shown,
                VirtualFor(items, Wrapped, row_height=90, measured=True, height=300, tag="div", role="feed"),
                VirtualFor(items, li, row_height=90, height=300, role="listbox"),
            )
        ),
        (*sets(items, list("xabc"), list("cb")), *sets(shown, False, True), *sets(items, list("q"))),
    )
