"""Takes over pages that are nowhere, before the memory snapshot is taken. Runs in the engine that it is taken of.

CPython replaces instructions by others for the classes that they meet (PEP 659), and the snapshot keeps those. Else
each visit begins with that work, and with compiling the functions of the WebAssembly that do it.
"""

from typing import Any

from pyui.browser import _bridge
from pyui.browser._boot import hydrate
from pyui.browser._numbers import numbers
from pyui.browser._ops import flush, forget_listened
from pyui.html import a, div, li, ul
from pyui.reactive import Signal, signal
from pyui.view import For, component
from pyui.view._element import Element
from pyui.view._node import Node
from pyui.view._template import Template

_PAGES, _ROWS = 3, 40


class _Runtime:
    """Stands for the JavaScript runtime."""

    def hydrate(self, place: int, rendered: str) -> str:  # noqa: ARG002 - as the runtime's
        """Finds each page to be what was rendered."""
        return '{"differences":[],"nodes":0,"values":[]}'

    def apply(self, batch: str) -> None:
        """Carries out nothing."""


class _Item:
    """What a row shows."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.text: Signal[str] = signal("text")


@component
def _Page(template: Template) -> Node:
    items = signal([_Item(number) for number in range(_ROWS)])
    shown = signal(0)

    def row(item: _Item) -> Any:
        return template(item.number, item.text, lambda: None, lambda: "shown" if shown() == item.number else None)

    return div(
        div(_Part("one"), _Part("other"), a("link", href="/"), class_="parts"),
        ul(For(items, row, key=lambda item: item.number), id="list"),
    )


@component
def _Part(text: str) -> Node:
    return div(a(text, id=text, on_click=lambda: None), class_="part")


def _row(number: Any, text: Any, act: Any, name: Any) -> Element:
    return li(a(number), a(text, on_click=act), class_=name)


def warm_up() -> None:
    """Takes over some pages, and forgets them."""
    _bridge.connect(_Runtime())
    for _ in range(_PAGES):
        hydrate(_Page(Template(_row))).owner.dispose()
        flush()
    _bridge.connect(None)
    forget_listened()
    numbers.restart()
