"""A signal, a computed, and what is live about an element."""

from pyui import Child, component, computed, signal
from pyui.html import button, div, p


@component
def Counter(start: int = 0, step: int = 1) -> Child:
    count = signal(start)
    double = computed(lambda: count() * 2)
    return div(
        p("Count: ", count, " (double: ", double, ")"),
        button("+", type="button", on_click=lambda: count.update(lambda n: n + step)),
        class_=lambda: "counter high" if count() > 9 else "counter",
    )
