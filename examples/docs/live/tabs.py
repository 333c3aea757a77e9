"""One of several contents at a time."""

from pyui import Child, Match, Switch, component, signal
from pyui.html import button, div, p

TEXTS = {
    "Show": "one condition, and what stands there otherwise",
    "Switch": "the first of several conditions that holds",
    "For": "a row for each item, moved rather than made anew",
}


@component
def Tabs() -> Child:
    chosen = signal("Show")
    return div(
        [
            button(
                name,
                type="button",
                aria_pressed=lambda name=name: chosen() == name,
                on_click=lambda name=name: chosen.set(name),
            )
            for name in TEXTS
        ],
        Switch(
            *[Match(lambda name=name: chosen() == name, p(name, " is ", text, ".")) for name, text in TEXTS.items()]
        ),
    )
