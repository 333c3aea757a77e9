"""A field that stays quick, whatever is found: the list lags behind, and is made a slice at a time."""

from pyui import Child, For, component, computed, deferred, signal
from pyui.html import div, input, label, li, p, ul

NUMBERS = [f"{number:,}" for number in range(0, 1_000_000, 97)]


@component
def Search() -> Child:
    text = signal("12,")
    slow = deferred(text)
    found = computed(lambda: [number for number in NUMBERS if slow() in number])
    return div(
        label("Multiples of 97 with ", input(bind_value=text, size=9), " in them"),
        p(lambda: f"{len(found()):,}", " found", class_=lambda: "pending" if slow.pending() else None),
        ul(For(found, li, sliced=True), class_="found"),
    )
