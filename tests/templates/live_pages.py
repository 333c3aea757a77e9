"""Pages with live parts. Each test imports the file anew."""

from typing import Any

from pyui import ErrorBoundary, For, component, computed, signal
from pyui.html import b, button, div, em, form, li, noscript, p, section, ul
from pyui.view import Child, Element


@component
def Counter(start: Any) -> Element:
    count = signal(start)
    double = computed(lambda: count() * 2)

    def step() -> None:
        count.update(lambda value: value + 1)

    return section(
        p("Count: ", count, " <double: ", double, ">"),
        button("+", type="button", on_click=step),
        p(b("n"), " ", count, em("x")),
        id="counter",
        class_=lambda: "high" if count() > 9 else "low",
    )


@component
def Row(item: Any) -> Element:
    return li(item, button("x", on_click=lambda: None), class_={"on": lambda: item == "on"})


@component
def Rows(items: list[Any]) -> Child:
    return ul([Row(item) for item in items]), ul(For(lambda: items, lambda item: li(item, title=lambda: item)))


@component
def Holds(value: Any) -> Element:
    return div("a", lambda: value, "b", p(lambda: value), on_click=print, on_key_down=None, title=lambda: "t")


@component
def Fails(value: Any) -> Element:
    return div(ErrorBoundary(p(lambda: 1 // value, on_click=print), fallback="failed"), p(lambda: 1 // value))


@component
def Handler(handler: Any) -> Element:
    return form(button("go", on_click=handler), li("x"))


@component
def Inert() -> Element:
    return div(noscript(p("a", on_click=print)), p("b", on_click=print))
