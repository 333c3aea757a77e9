"""The search page in pyui."""

from benchmarks._search_page import Result
from pyui import component, render_to_string
from pyui.html import a, article, cite, div, h1, h3, header, input, li, main, p, section, span, time, ul
from pyui.view import Element


def tag_list(tags: tuple[str, ...]) -> Element:
    return ul([li(tag) for tag in tags], class_="tags")


def meta_line(author: str, date: str) -> Element:
    return div(span(author), time(date, datetime=date), class_="meta")


def price_tag(price: float) -> Element:
    return span(f"{price:.2f}", class_="price")


def rating_tag(rating: int) -> Element:
    return span(rating, class_="rating", title=f"{rating} of 5")


@component
def Card(result: Result) -> Element:
    return article(
        h3(a(result.title, href=result.url, class_="title")),
        cite(result.url),
        p(result.snippet, class_="snippet"),
        tag_list(result.tags),
        meta_line(result.author, result.date),
        price_tag(result.price),
        rating_tag(result.rating),
        id=f"r{result.number}",
        class_="result",
    )


@component
def SearchPage(results: list[Result]) -> Element:
    return main(
        header(h1("Results"), input(type="search", name="q", value="signal & render")),
        section([Card(result) for result in results], class_="results"),
    )


def render(results: list[Result]) -> str:
    return render_to_string(SearchPage(results))
