"""A row of options, of which one is chosen."""

from pyui import Child, Signal, component
from pyui.html import div, fieldset, input, label, legend, span


@component
def Choices(name: str, options: list[str], chosen: Signal[str]) -> Child:
    """Radio buttons that look like one control; they follow the signal and set it."""
    return fieldset(
        legend(name),
        div(
            [
                label(input(type="radio", name=name, value=option, bind_group=chosen), span(option))
                for option in options
            ],
            class_="segments",
        ),
    )
