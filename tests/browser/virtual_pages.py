"""Pages with long lists of which a part is in the page. Ships to the browser."""

from pyui import Child, Route, Show, Signal, Viewport, VirtualFor, component, signal
from pyui.html import article, button, caption, div, h2, input, li, p, span, table, td, th, thead, tr

MANY = 100_000


def _numbers() -> Signal[list[int]]:
    return signal(list(range(MANY)))


@component
def Rows() -> Child:
    """A list of 100,000 rows, and everything that can be done with one."""
    numbers, view, log, shown = _numbers(), Viewport(), signal(""), signal(True)

    def row(number: int, index: Signal[int]) -> Child:
        return li(
            span("row ", number, class_="name"),
            input(aria_label="note", class_="note") if number % 2 else None,
            button("x", type="button", on_click=lambda: log.set(f"x {number}")),
            data_index=index,
        )

    def do(name: str, change: object) -> Child:
        return button(name, id=name, type="button", on_click=change)

    return div(
        do("prepend", lambda: numbers.update(lambda now: [*range(now[0] - 1000, now[0]), *now])),
        do("append", lambda: numbers.update(lambda now: [*now, *range(MANY, MANY + 1000)])),
        do("behead", lambda: numbers.update(lambda now: now[500:])),
        do("thin", lambda: numbers.update(lambda now: [number for number in now if number % 10])),
        do("few", lambda: numbers.set([1, 2, 3])),
        do("none", lambda: numbers.set([])),
        do("all", lambda: numbers.set(list(range(MANY)))),
        do("drop", lambda: numbers.update(lambda now: [number for number in now if number != 5])),
        do("go", lambda: view.scroll_to(70_000)),
        do("middle", lambda: view.scroll_to(500, block="center", focus=True)),
        do("hide", lambda: shown.update(lambda now: not now)),
        p(log, id="log"),
        Show(shown, VirtualFor(numbers, row, row_height=40, height=400, label="Numbers", class_="rows", viewport=view)),
        p(view.first, "-", view.end, id="window"),
    )


@component
def Table() -> Child:
    """A table of 100,000 rows with a header that stays."""
    numbers = _numbers()
    head = (
        caption("Squares"),
        thead(tr(th("n"), th("n²"), aria_rowindex=1), style="position:sticky;top:0;background:white"),
    )
    return VirtualFor(
        numbers,
        lambda number: tr(td(number), td(number * number)),
        row_height=30,
        height="50vh",
        tag="table",
        label="Squares",
        head=head,
        class_="rows",
    )


@component
def Feed() -> Child:
    """Articles of different heights."""
    numbers = signal(list(range(5000)))

    def item(number: int) -> Child:
        return article(h2("Article ", number), [p("Line ", line) for line in range(number * 7 % 11)])

    return div(
        button(
            "prepend",
            id="prepend",
            type="button",
            on_click=lambda: numbers.update(lambda now: [*range(now[0] - 100, now[0]), *now]),
        ),
        VirtualFor(
            numbers,
            item,
            row_height=100,
            measured=True,
            height=500,
            tag="div",
            role="feed",
            label="Articles",
            class_="rows",
        ),
    )


@component
def Choice() -> Child:
    """A list of options, in a table."""
    chosen = signal(-1)

    def option(number: int) -> Child:
        return div(
            "option ",
            number,
            aria_selected=lambda: "true" if chosen() == number else "false",
            on_click=lambda: chosen.set(number),
        )

    options = VirtualFor(
        range(1000), option, row_height=20, height=200, tag="div", role="listbox", label="Options", class_="rows"
    )
    return div(options, table(tr(td(chosen))))


routes = [
    Route("/", Rows, title="Rows"),
    Route("/table", Table, title="Table"),
    Route("/feed", Feed, title="Feed"),
    Route("/choice", Choice, title="Choice"),
]
