"""Long lists, in each of the ways to show them. Ships to the browser."""

from pyui import Child, For, Route, VirtualFor, component, signal
from pyui.html import button, div, li, span, ul


def _row(number: int) -> Child:
    return li(span("Number "), number, class_="row")


def _list(*, sliced: bool) -> Child:
    numbers = signal(list[int]())
    return div(
        button("make", id="make", type="button", on_click=lambda event: numbers.set(list(range(int(event.detail))))),
        ul(For(numbers, _row, sliced=sliced), id="list"),
    )


@component
def Plain() -> Child:
    """A list that is made in one piece."""
    return _list(sliced=False)


@component
def Sliced() -> Child:
    """A list that is made in slices."""
    return _list(sliced=True)


@component
def Virtual() -> Child:
    """A list of which a part is in the page."""
    numbers = signal(list(range(100_000)))
    return div(
        button("more", id="more", type="button", on_click=lambda: numbers.update(lambda now: [*now, len(now)])),
        button("front", id="front", type="button", on_click=lambda: numbers.update(lambda now: [now[0] - 1, *now])),
        VirtualFor(numbers, _row, row_height=30, height=600, class_="rows"),
    )


routes = [Route("/plain", Plain), Route("/sliced", Sliced), Route("/virtual", Virtual)]
