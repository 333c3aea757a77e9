"""Two controls that are bound to one signal."""

from pyui import Child, Signal, component, computed, signal
from pyui.html import div, input, label, output


@component
def Temperature() -> Child:
    celsius: Signal[float | None] = signal(21)
    fahrenheit = computed(lambda: (celsius() or 0) * 9 / 5 + 32)
    return div(
        label("Celsius ", input(type="number", bind_value=celsius)),
        label("or by hand ", input(type="range", min=-20, max=50, bind_value=celsius)),
        output(fahrenheit, " °F"),
        class_={"warm": lambda: fahrenheit() > 77},
    )
