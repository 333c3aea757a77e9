"""A list of 100,000 rows, of which the page holds those around what is seen."""

from pyui import Child, Signal, Viewport, VirtualFor, component, signal
from pyui.html import button, div, input, label, li, p, span


@component
def LongList() -> Child:
    numbers = signal(list(range(1, 100_001)))
    view, wanted = Viewport(), signal("50000")

    def go() -> None:
        if wanted().isdecimal():
            view.scroll_to(int(wanted()) - 1, block="center", focus=True)

    return div(
        div(
            label("Row ", input(bind_value=wanted, inputmode="numeric", size=7)),
            button("Go there", type="button", on_click=go),
            button("Put one in front", type="button", on_click=lambda: numbers.update(lambda now: [now[0] - 1, *now])),
            class_="controls",
        ),
        VirtualFor(numbers, Row, row_height=36, height=252, label="Numbers", class_="long-list", viewport=view),
        p("In the page: rows ", lambda: view.first() + 1, " to ", view.end, "."),
    )


@component
def Row(number: int) -> Child:
    marked: Signal[bool] = signal(value=False)
    return li(
        label(input(type="checkbox", bind_checked=marked), span(" Number ", f"{number:,}")),
        class_={"done": marked},
    )
