"""Pages whose twins write their markup themselves. Each test imports the file anew."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from pyui import component
from pyui.html import a, article, b, cite, div, em, li, main, p, section, span, ul
from pyui.view import Child, Element


class Item:
    """Notes what is read of it.

    Args:
        values: its values by name.
        log: what was read.
    """

    def __init__(self, values: dict[str, Any], log: list[str]) -> None:
        self.values = values
        self.log = log

    def __getattr__(self, name: str) -> Any:
        self.log.append(name)
        value = self.values[name]
        return value() if callable(value) else value


def tags(names: Any) -> Element:
    return ul([li(name) for name in names], class_="tags")


def boxed(content: Child) -> Element:
    return div(content, class_="box")


def level(texts: list[str], index: int) -> Element:
    return div(texts[index], level(texts, index + 1) if index + 1 < len(texts) else None)


@component
def Card(item: Any) -> Element:
    return article(
        p(a(item.title, href=item.url), title=item.title),
        cite(item.url),
        tags(item.tags),
        section(em(item.text), [b(each) for each in item.tags if each], boxed(item.text)),
        span(f"{item.number:.1f}", title=f"no. {item.number}"),
        item.rest,
        id=f"i{item.number}",
        hidden=item.flag,
    )


@component
def Row(item: Any) -> Element:
    return li(str(item))


@component
def Plain(text: Any, other: Any) -> Element:
    return div(p(text, title=other), span(text), b(other))


@component
def Page(text: Any, items: list[Any]) -> Element:
    return main(p(text), section([Row(item=str(item)) for item in items]), span(text, title=text))


@component
def Helped(text: str, items: list[Any]) -> Element:
    return main(boxed(text), [Card(item) for item in items])


@component
def Changed(values: list[str], change: Callable[[], str]) -> Element:
    return div(values, p(values), span(change()), change())


@component
def Looks(text: str) -> Element:
    return div(p(text), span(str(sorted(locals()))))


@component
def Returns(kind: str, item: Any) -> Element:
    for _ in range(2):
        if kind == "loop":
            return div(p(item.text), b(item.title))
    with nullcontext():
        if kind == "with":
            return p(item.text, b(item.title))
    try:
        if kind == "try":
            return p(item.text, b(item.title))
    finally:
        item.log.append("finally")
    match kind:
        case "match":
            return p(item.text, b(item.title))
        case _:
            return em(item.text, b(item.title))
