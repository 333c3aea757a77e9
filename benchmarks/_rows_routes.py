"""A page of 1,000 rows that can be selected, as `_rows_wybthon` has it. Ships to the browser."""

from pyui import Child, component, signal
from pyui.html import button, h1, p, table, tbody, td, tr
from pyui.router import Route

ROWS = 1000


@component
def Rows() -> Child:
    """Shows the rows, and which of them was pressed last."""
    selected = signal(0)

    def row(number: int) -> Child:
        return tr(
            td(number),
            td(button(f"Row {number}", type="button", on_click=lambda _: selected.set(number))),
            class_=lambda: "selected" if selected() == number else None,
        )

    return [h1("Rows"), p("Selected: ", selected), table(tbody([row(number) for number in range(1, ROWS + 1)]))]


routes = [Route("/", Rows)]
