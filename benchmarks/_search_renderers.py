"""The search page in every library that is compared: in the same functions, and in the idiom of the library."""

from typing import Any

import dominate.tags as dom  # type: ignore[import-untyped]
import htpy
import mako.template
import simple_html as simple
import wybthon
import wybthon.server

from benchmarks import _search_pyui
from benchmarks._other_pages import Renderer
from benchmarks._search_jinja import render_inlined, render_macros, render_minijinja, render_minijinja_macros
from benchmarks._search_page import Result
from benchmarks._uncompiled import uncompiled


def _escape(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def _f_string_card(result: Result) -> str:
    url, date = _escape(result.url), _escape(result.date)
    tags = "".join([f"<li>{_escape(tag)}</li>" for tag in result.tags])
    return (
        f'<article class="result" id="r{result.number}">'
        f'<h3><a class="title" href="{url}">{_escape(result.title)}</a></h3><cite>{url}</cite>'
        f'<p class="snippet">{_escape(result.snippet)}</p><ul class="tags">{tags}</ul>'
        f'<div class="meta"><span>{_escape(result.author)}</span><time datetime="{date}">{date}</time></div>'
        f'<span class="price">{result.price:.2f}</span>'
        f'<span class="rating" title="{result.rating} of 5">{result.rating}</span></article>'
    )


def render_f_string(results: list[Result]) -> str:
    cards = "".join(map(_f_string_card, results))
    return (
        '<main><header><h1>Results</h1><input name="q" type="search" value="signal &amp; render"></header>'
        f'<section class="results">{cards}</section></main>'
    )


_MAKO = mako.template.Template(  # noqa: S702 - `h` escapes
    r"""<main><header><h1>Results</h1><input name="q" type="search" value="signal &amp; render"></header>\
<section class="results">\
% for result in results:
<article class="result" id="r${result.number}">\
<h3><a class="title" href="${result.url}">${result.title}</a></h3><cite>${result.url}</cite>\
<p class="snippet">${result.snippet}</p><ul class="tags">\
% for tag in result.tags:
<li>${tag}</li>\
% endfor
</ul>\
<div class="meta"><span>${result.author}</span><time datetime="${result.date}">${result.date}</time></div>\
<span class="price">${"%.2f" % result.price}</span>\
<span class="rating" title="${result.rating} of 5">${result.rating}</span></article>\
% endfor
</section></main>
""",
    default_filters=["str", "h"],
)


def render_mako(results: list[Result]) -> str:
    return str(_MAKO.render(results=results))


def _dominate_card(result: Result) -> Any:
    return dom.article(
        dom.h3(dom.a(result.title, href=result.url, cls="title")),
        dom.cite(result.url),
        dom.p(result.snippet, cls="snippet"),
        dom.ul([dom.li(tag) for tag in result.tags], cls="tags"),
        dom.div(dom.span(result.author), dom.time_(result.date, datetime=result.date), cls="meta"),
        dom.span(f"{result.price:.2f}", cls="price"),
        dom.span(str(result.rating), cls="rating", title=f"{result.rating} of 5"),
        id=f"r{result.number}",
        cls="result",
    )


def render_dominate(results: list[Result]) -> str:
    page = dom.main(
        dom.header(dom.h1("Results"), dom.input_(type="search", name="q", value="signal & render")),
        dom.section([_dominate_card(result) for result in results], cls="results"),
    )
    return str(page.render(pretty=False))


def _htpy_card(result: Result) -> htpy.Element:
    return htpy.article(id=f"r{result.number}", class_="result")[
        htpy.h3[htpy.a(href=result.url, class_="title")[result.title]],
        htpy.cite[result.url],
        htpy.p(class_="snippet")[result.snippet],
        htpy.ul(class_="tags")[(htpy.li[tag] for tag in result.tags)],
        htpy.div(class_="meta")[htpy.span[result.author], htpy.time(datetime=result.date)[result.date]],
        htpy.span(class_="price")[f"{result.price:.2f}"],
        htpy.span(class_="rating", title=f"{result.rating} of 5")[result.rating],
    ]


def render_htpy(results: list[Result]) -> str:
    page = htpy.main[
        htpy.header[htpy.h1["Results"], htpy.input(type="search", name="q", value="signal & render")],
        htpy.section(class_="results")[(_htpy_card(result) for result in results)],
    ]
    return str(page)


def _simple_card(result: Result) -> simple.Node:
    return simple.article(
        {"id": f"r{result.number}", "class": "result"},
        simple.h3(simple.a({"href": result.url, "class": "title"}, result.title)),
        simple.cite(result.url),
        simple.p({"class": "snippet"}, result.snippet),
        simple.ul({"class": "tags"}, [simple.li(tag) for tag in result.tags]),
        simple.div({"class": "meta"}, simple.span(result.author), simple.time({"datetime": result.date}, result.date)),
        simple.span({"class": "price"}, f"{result.price:.2f}"),
        simple.span({"class": "rating", "title": f"{result.rating} of 5"}, result.rating),
    )


def render_simple_html(results: list[Result]) -> str:
    page = simple.main(
        simple.header(simple.h1("Results"), simple.input_({"type": "search", "name": "q", "value": "signal & render"})),
        simple.section({"class": "results"}, [_simple_card(result) for result in results]),
    )
    return simple.render(page)


_wybthon_cite = wybthon.element("cite")
_wybthon_time = wybthon.element("time")


@wybthon.component
def _WybthonCard(result: Any) -> Any:
    item: Result = result.peek()
    return wybthon.article(
        wybthon.h3(wybthon.a(item.title, href=item.url, class_="title")),
        _wybthon_cite(item.url),
        wybthon.p(item.snippet, class_="snippet"),
        wybthon.ul(*[wybthon.li(tag) for tag in item.tags], class_="tags"),
        wybthon.div(wybthon.span(item.author), _wybthon_time(item.date, datetime=item.date), class_="meta"),
        wybthon.span(f"{item.price:.2f}", class_="price"),
        wybthon.span(item.rating, class_="rating", title=f"{item.rating} of 5"),
        id=f"r{item.number}",
        class_="result",
    )


@wybthon.component
def _WybthonPage(results: Any) -> Any:
    return wybthon.main_(
        wybthon.header(wybthon.h1("Results"), wybthon.input_(type="search", name="q", value="signal & render")),
        wybthon.section(*[_WybthonCard(result=result) for result in results.peek()], class_="results"),
    )


def render_wybthon(results: list[Result]) -> str:
    return str(wybthon.server.render_to_string(_WybthonPage(results=results)))


RENDERERS: dict[str, Renderer] = {
    "f-string (the floor)": render_f_string,
    "simple_html (mypyc)": render_simple_html,
    "Jinja2, one template": render_inlined,
    "pyui": _search_pyui.render,
    "pyui, tree walk": uncompiled(_search_pyui).render,
    "Mako, one template": render_mako,
    "Jinja2, macros": render_macros,
    "minijinja, one template": render_minijinja,
    "minijinja, macros": render_minijinja_macros,
    "htpy": render_htpy,
    "dominate": render_dominate,
    "Wybthon": render_wybthon,
}
