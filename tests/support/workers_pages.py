"""Pages that tell which process answers."""

import os

from pyui import Route, component, response, signal
from pyui.html import button, p
from pyui.view import Element


def _sign() -> None:
    answer = response()
    if answer is not None:
        answer.headers["X-Process"] = str(os.getpid())


@component
def Static() -> Element:
    _sign()
    return p("static")


@component
def Live() -> Element:
    _sign()
    count = signal(0)
    return button(count, on_click=lambda: count.update(lambda n: n + 1))


routes = [Route("/", Static), Route("/live", Live)]
