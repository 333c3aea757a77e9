"""Plain components, and pages that use them. Each test imports the file anew."""

from typing import Any

from pyui import component
from pyui.html import a, div, em, li, p, section, span, ul
from pyui.view import Element

kept: list[str] = []


def keep(text: str) -> str:
    kept.append(text)
    return text


@component
def Badge(text: Any) -> Element:
    """Is written in place where its argument is plain."""
    return span(text, class_="badge")


@component
def Pair(name: Any, value: Any) -> Element:
    return em(value, title=name)


@component
def Changes() -> Element:
    kept.append("changed")
    return p("changes")


@component
def Badges(texts: list[Any]) -> Element:
    return section([Badge(text) for text in texts])


@component
def Mixed(text: Any) -> Element:
    return section(
        Badge(text),
        ul([li(Pair(value=text, name=part)) for part in ("<a>", "x")]),
        Pair(keep("name"), keep("value")),
        p(text),
    )


@component
def Later() -> Element:
    return section(Changes(), div(Badge(kept), keep("now")), keep("end"))


@component
def Shadowed(span: Any) -> Element:
    return section(Badge(span))


class Article:
    def __init__(self, title: Any, text: Any, url: str = "/") -> None:
        self._values = {"title": title, "text": text, "url": url}

    def __getattr__(self, name: str) -> Any:
        kept.append(name)
        return self._values[name]


@component
def Merged(article: Any) -> Element:
    return section(p(article.title, class_="title"), em(a(article.text, href=article.url)), span(article.title))


@component
def Looks(article: Any) -> Element:
    return section(p(article.title), em(article.text), ", ".join(sorted(locals())))


@component
def Carrier(number: int, title: Any) -> Element:
    return section(em(class_=f"c{number}", title=title), p(f"n{number}", title=title), class_={"on": keep("k")})
