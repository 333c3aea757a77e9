"""Pages beside the search page, in pyui."""

from pyui import component, render_to_string
from pyui.html import a, button, div, h2, img, input, label, p, section, table, tbody, td, tr
from pyui.view import Element


@component
def _Table(rows: list[list[str]]) -> Element:
    return table(tbody([tr([td(cell) for cell in row]) for row in rows]), class_="table")


def table_page(rows: list[list[str]]) -> str:
    return render_to_string(_Table(rows))


@component
def _Badge(text: str) -> Element:
    return div(text, class_="badge")


@component
def _Badges(texts: list[str]) -> Element:
    return section([_Badge(text) for text in texts])


def components_page(texts: list[str]) -> str:
    return render_to_string(_Badges(texts))


def _branch(texts: list[str], index: int) -> Element:
    if index == len(texts):
        return p("leaf")
    return div(texts[index], _branch(texts, index + 1), class_="level")


@component
def _Deep(texts: list[str]) -> Element:
    return section(_branch(texts, 0))


def deep_page(texts: list[str]) -> str:
    return render_to_string(_Deep(texts))


def _field(name: str, number: int, on: bool) -> Element:
    return div(
        label(name, for_=f"f{number}", class_="label", title=name, data_number=number),
        input(
            id=f"f{number}", name=name, value=name, type="text", required=on, disabled=not on, maxlength=80, tabindex=0
        ),
        button("x", type="button", aria_label=name, aria_pressed=on, data_target=f"f{number}", title="clear"),
        img(src=f"/i/{number}.png", alt=name, width=16, height=16, loading="lazy"),
        a("?", href=f"/help?field={number}&name=x", rel="help", target="_blank"),
        class_={"field": True, "on": on},
    )


@component
def _Fields(names: list[str]) -> Element:
    return section([_field(name, number, number % 2 == 0) for number, name in enumerate(names)])


def attributes_page(names: list[str]) -> str:
    return render_to_string(_Fields(names))


@component
def _Article(paragraphs: list[str]) -> Element:
    return section(h2("Text"), [p(paragraph) for paragraph in paragraphs])


def text_page(paragraphs: list[str]) -> str:
    return render_to_string(_Article(paragraphs))
