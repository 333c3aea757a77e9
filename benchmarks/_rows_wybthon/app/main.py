"""A page of 1,000 rows that can be selected, as `_rows_routes.py` has it."""

from typing import Any

from wybthon import button, component, create_signal, div, h1, p, table, tbody, td, tr

ROWS = 1000


@component
def Rows() -> Any:
    """Shows the rows, and which of them was pressed last."""
    selected, select = create_signal(0)

    def row(number: int) -> Any:
        return tr(
            td(str(number)),
            td(button(f"Row {number}", type="button", on_click=lambda _: select(number))),
            class_=lambda: "selected" if selected() == number else "",
        )

    return div(h1("Rows"), p("Selected: ", selected), table(tbody(*[row(number) for number in range(1, ROWS + 1)])))


def app() -> Any:
    """Returns the root view."""
    return Rows()
