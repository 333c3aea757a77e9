"""A page that is corrupted in many ways before it hydrates. Ships to the browser."""

from typing import Any

from pyui import For, Mismatch, Show, component, on_mismatch, signal
from pyui.html import a, b, button, div, h2, input, label, li, main, p, section, span, table, tbody, td, tr, ul

reported: list[dict[str, Any]] = []
"""What `on_mismatch` was told since it was last asked."""


@on_mismatch
def collect(mismatch: Mismatch) -> None:
    """Keeps what is reported."""
    reported.append(mismatch.as_dict())


@component
def Elsewhere() -> object:
    """What is never corrupted."""
    count, name = signal(0), signal("")
    return section(
        p("elsewhere ", count),
        button("+", id="else", type="button", on_click=lambda: count.update(lambda n: n + 1)),
        input(id="typed", bind_value=name),
        p(name, id="name"),
        id="elsewhere",
    )


@component
def Badge(text: str) -> object:
    """A component that is static."""
    return span(text, class_="badge")


@component
def Row(text: str, count: Any) -> object:
    """A row of the live list."""
    return li(text, " ", count, input(name=text))


@component
def Panel() -> object:
    """What is corrupted."""
    count, items, shown = signal(0), signal(["a", "b", "c"]), signal(True)
    return section(
        h2("Panel"),
        p("Static text", id="static"),
        p("Count: ", count, " (", b("bold"), " and ", count, ")", id="mixed"),
        p(count, id="count"),
        ul(For(items, lambda item: Row(item, count)), id="rows"),
        div(Show(shown, p("shown ", count, id="shown")), id="block"),
        div(Badge("new"), Badge("hot"), id="badges"),
        table(tbody(tr(td("cell")), tr(td(count))), id="table"),
        div("styled", class_=lambda: "on" if count() else "off", style="color: red", title="tip", id="attributes"),
        label("Field ", input(id="field", name="field"), id="label"),
        p(a("link", href="/there"), " behind"),
        div(p(), id="empty"),
        div("write here", contenteditable=True, id="editor"),
        button("+", id="here", type="button", on_click=lambda: count.update(lambda n: n + 1)),
        id="panel",
    )


@component
def Page() -> object:
    """All of it."""
    return main(Panel(), Elsewhere())


@component
def Long() -> object:
    """A long list."""
    items = signal(list(range(300)))
    more = signal("live")
    return ul(For(items, lambda item: li(f"row {item} ", more, input(name="field"))))
