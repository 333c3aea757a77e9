"""Bars with a name and a value each."""

from collections.abc import Callable

from pyui import Child, For, component
from pyui.html import div, li, span, ul


@component
def BarChart(values: Callable[[], dict[str, float]], text: Callable[[float], str], label: str) -> Child:
    """A bar for each value; bars whose names stay only change their lengths.

    Args:
        values: returns the values by their names.
        text: writes a value.
        label: says what the chart shows.
    """
    return ul(For(lambda: list(values()), lambda name: Bar(values, name, text)), class_="bars", aria_label=label)


@component
def Bar(values: Callable[[], dict[str, float]], name: str, text: Callable[[float], str]) -> Child:
    def value() -> float:
        return values().get(name, 0)

    return li(
        span(name, class_="name"),
        div(
            div(style=lambda: f"--share:{value() / max(values().values(), default=1):.3f}", class_="fill"),
            class_="track",
            aria_hidden=True,
        ),
        span(lambda: text(value()), class_="value"),
    )
