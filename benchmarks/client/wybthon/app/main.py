"""The benchmark with Wybthon: a signal per label, and a selector."""

import random
from collections.abc import Callable
from itertools import count
from typing import Any, NamedTuple

from wybthon import For, a, button, component, create_selector, create_signal, div, h1, span, table, tbody, td, tr

_ADJECTIVES = (
    "pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd "
    "unsightly adorable important inexpensive cheap expensive fancy"
).split()
_COLOURS = "red yellow blue green pink brown purple brown white black orange".split()
_NOUNS = "table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard".split()


class Row(NamedTuple):
    id: int
    label: Callable[[], str]
    set_label: Callable[[Any], object]


_ids = count(1)


def make_rows(number: int) -> list[Row]:
    draw = random.random
    rows: list[Row] = []
    for _ in range(number):
        adjective, colour, noun = (words[int(draw() * len(words))] for words in (_ADJECTIVES, _COLOURS, _NOUNS))
        rows.append(Row(next(_ids), *create_signal(f"{adjective} {colour} {noun}")))
    return rows


def Button(id: str, text: str, act: Callable[[], object]) -> Any:
    return div(
        button(text, id=id, type="button", class_="btn btn-primary btn-block", on_click=lambda _: act()),
        class_="col-sm-6 smallpad",
    )


@component
def Main() -> Any:
    rows, set_rows = create_signal(make_rows(FIRST))
    selected, set_selected = create_signal(0)
    is_selected = create_selector(selected)

    def update() -> None:
        for row in rows.peek()[::10]:
            row.set_label(lambda label: label + " !!!")

    def swap() -> None:
        now = rows.peek().copy()
        if len(now) > 998:
            now[1], now[998] = now[998], now[1]
            set_rows(now)

    def row_of(row: Row, _: Callable[[], int]) -> Any:
        number = row.id
        return tr(
            td(number, class_="col-md-1"),
            td(a(row.label, on_click=lambda _: set_selected(number)), class_="col-md-4"),
            td(
                a(
                    span(class_="glyphicon glyphicon-remove", aria_hidden="true"),
                    on_click=lambda _: set_rows([other for other in rows.peek() if other is not row]),
                ),
                class_="col-md-1",
            ),
            td(class_="col-md-6"),
            class_=lambda: "danger" if is_selected(number) else "",
        )

    return div(
        div(
            div(
                div(h1("Wybthon (keyed)"), class_="col-md-6"),
                div(
                    div(
                        Button("run", "Create 1,000 rows", lambda: set_rows(make_rows(1_000))),
                        Button("runlots", "Create 10,000 rows", lambda: set_rows(make_rows(10_000))),
                        Button("add", "Append 1,000 rows", lambda: set_rows(rows.peek() + make_rows(1_000))),
                        Button("update", "Update every 10th row", update),
                        Button("clear", "Clear", lambda: set_rows([])),
                        Button("swaprows", "Swap Rows", swap),
                        class_="row",
                    ),
                    class_="col-md-6",
                ),
                class_="row",
            ),
            class_="jumbotron",
        ),
        table(tbody(For(rows, row_of), id="tbody"), class_="table table-hover table-striped test-data"),
        span(class_="preloadicon glyphicon glyphicon-remove", aria_hidden="true"),
        class_="container",
    )


FIRST = 0


def app() -> Any:
    return Main()
