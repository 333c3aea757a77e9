"""The page of the benchmark, in the markup that its rules ask for. Ships to the browser."""

from collections.abc import Callable
from time import time_ns

from examples.jfb.data import Row, Rows
from pyui import Child, For, Signal, component, selector, signal
from pyui.html import a, button, div, h1, span, table, tbody, td, tr


class Store:
    """What the page shows, and what its buttons do.

    Args:
        rows: makes rows.
        first: how many there are from the start.
    """

    def __init__(self, rows: Rows, first: int = 0) -> None:
        self._make = rows.make
        self.rows: Signal[list[Row]] = signal(self._make(first))
        self.selected: Signal[int | None] = signal(None)

    def run(self) -> None:
        self.rows.set(self._make(1_000))

    def run_lots(self) -> None:
        self.rows.set(self._make(10_000))

    def add(self) -> None:
        self.rows.set(self.rows.peek() + self._make(1_000))

    def update(self) -> None:
        for row in self.rows.peek()[::10]:
            row.label.set(row.label.peek() + " !!!")

    def clear(self) -> None:
        self.rows.set([])

    def swap_rows(self) -> None:
        rows = self.rows.peek().copy()
        if len(rows) > 998:
            rows[1], rows[998] = rows[998], rows[1]
            self.rows.set(rows)

    def remove(self, row: Row) -> None:
        self.rows.set([other for other in self.rows.peek() if other is not row])


@component
def Main(first: int = 0, seed: int = 1) -> Child:
    """The page: a heading, six buttons and the table.

    Args:
        first: how many rows there are from the start.
        seed: as of `Rows`.
    """
    store = Store(Rows(seed), first)
    is_selected = selector(store.selected)

    def row_of(row: Row) -> Child:
        number = row.id
        return tr(
            td(number, class_="col-md-1"),
            td(a(row.label, on_click=lambda: store.selected.set(number)), class_="col-md-4"),
            td(
                a(span(class_="glyphicon glyphicon-remove", aria_hidden="true"), on_click=lambda: store.remove(row)),
                class_="col-md-1",
            ),
            td(class_="col-md-6"),
            class_=lambda: "danger" if is_selected(number) else None,
        )

    return div(
        div(
            div(
                div(h1("pyui (keyed)"), class_="col-md-6"),
                div(
                    div(
                        Button("run", "Create 1,000 rows", store.run),
                        Button("runlots", "Create 10,000 rows", store.run_lots),
                        Button("add", "Append 1,000 rows", store.add),
                        Button("update", "Update every 10th row", store.update),
                        Button("clear", "Clear", store.clear),
                        Button("swaprows", "Swap Rows", store.swap_rows),
                        class_="row",
                    ),
                    class_="col-md-6",
                ),
                class_="row",
            ),
            class_="jumbotron",
        ),
        table(
            tbody(For(store.rows, row_of, key=lambda row: row.id), id="tbody"),
            class_="table table-hover table-striped test-data",
        ),
        span(class_="preloadicon glyphicon glyphicon-remove", aria_hidden="true"),
        class_="container",
    )


@component
def Button(id: str, text: str, act: Callable[[], None]) -> Child:
    """One of the six buttons."""
    return div(
        button(text, id=id, type="button", class_="btn btn-primary btn-block", on_click=act),
        class_="col-sm-6 smallpad",
    )


@component
def Empty() -> Child:
    """The page without rows, with other labels each time."""
    return Main(seed=time_ns() % 1_000_000 + 1)


@component
def Filled(count: int = 1_000) -> Child:
    """The page with rows from the start, the same on the server and in the browser."""
    return Main(count)
