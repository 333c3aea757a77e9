"""Apps with more pages than one process makes alone."""

from collections.abc import Iterator

from pyui import App, Route, component
from pyui.html import p
from pyui.server import RenderMode, ServerRoute
from pyui.view import Node

BROKEN = (7, 300, 399)


@component
def Number(number: int) -> Node:
    return p(number)


@component
def Fragile(number: int) -> Node:
    if number in BROKEN:
        raise ValueError(f"{number} is broken")
    return p(number)


def numbers() -> Iterator[dict[str, object]]:
    for number in range(400):
        yield {"number": number}


lines = [ServerRoute("/n/{number}", RenderMode.PRERENDER, prerender_params=numbers)]
app = App([Route("/n/{number:int}", Number)], lines)
broken = App([Route("/n/{number:int}", Fragile)], lines)
