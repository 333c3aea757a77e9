"""Components that the tests compile. Each test imports the file anew."""

from collections.abc import Callable
from typing import Any

import pyui.html
from pyui import component, html, signal
from pyui.html import br, div, em, input, li, p, span, ul
from pyui.view import Element


def tags(names: list[str]) -> Element:
    return ul([li(name) for name in names], class_="tags")


def place(name: str, *, by: str = "default") -> Element:
    return em(name, title=by)


@component
def Card(title: str, names: list[str]) -> Element:
    return div(
        p(title, class_="title"),
        tags(names),
        place(title, by="named"),
        place(title),
        br(),
        id=f"c{title}",
    )


@component
def Dotted(text: str) -> Element:
    return html.div(pyui.html.b(text))


@component
def Fails(value: Any) -> Element:
    return div(
        p("first"),
        p(
            value,
        ),
        span("last"),
    )


@component
def FailsItself() -> Element:
    return div(
        p("first"),
        p(missing()),
    )


def missing() -> Any:
    raise ValueError("on purpose")


def factory(word: str) -> Any:
    @component
    def Made(text: str) -> Element:
        return p(word, em(text))

    return Made


Made = factory("made ")


def plain(function: Callable[..., Any]) -> Callable[..., Any]:
    def around(*args: Any) -> Any:
        return function(*args)

    return around


@plain
def decorated(text: str) -> Element:
    return p(text)


class Box:
    def make(self, text: str) -> Element:
        return div(text, class_="box")


def nested(depth: int) -> Element:
    if depth == 0:
        return span("core")
    return div(nested(depth - 1), "x" * 50)


@component
def Live(text: str) -> Element:
    count = signal(1)
    return div(
        p(text, class_="static"),
        p("n ", count),
        input(bind_value=signal("v")),
        on_click=lambda event: count.set(2),
    )
