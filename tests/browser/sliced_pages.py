"""Pages with work that can wait. Ships to the browser."""

from pyui import Child, For, Route, component, computed, deferred, signal
from pyui.html import button, div, input, li, p, ul

MANY = 20_000


@component
def Slices() -> Child:
    """A list that takes long to make, and a button that should not have to wait for it."""
    numbers, clicks = signal(list(range(10))), signal(0)

    def do(name: str, change: object) -> Child:
        return button(name, id=name, type="button", on_click=change)

    return div(
        do("all", lambda: numbers.set(list(range(MANY)))),
        do("none", lambda: numbers.set([])),
        do("turned", lambda: numbers.set(list(range(MANY, 0, -1)))),
        do("click", lambda: clicks.update(lambda count: count + 1)),
        p(clicks, id="clicks"),
        ul(For(numbers, lambda number: li("number ", number), sliced=True), id="list"),
    )


@component
def Search() -> Child:
    """A field, and what is found, which lags behind."""
    text = signal("")
    slow = deferred(text)
    found = computed(lambda: [number for number in range(MANY) if slow() in str(number)])
    return div(
        input(id="text", aria_label="search", bind_value=text),
        p(text, id="fast"),
        p(slow, id="slow", class_=lambda: "pending" if slow.pending() else None),
        ul(For(found, li, sliced=True), id="list"),
    )


routes = [Route("/", Slices, title="Slices"), Route("/search", Search, title="Search")]
