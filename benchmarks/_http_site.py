"""The pages of `benchmarks/over_http.py` in pyui: a small one, the search, and the search with live parts."""

from benchmarks._search_page import Result, results
from benchmarks._search_pyui import SearchPage, meta_line, price_tag, rating_tag, tag_list
from pyui import Child, Route, Signal, component, signal
from pyui.html import a, article, button, cite, h1, h3, header, input, main, p, section

RESULTS = results(100)


@component
def Small() -> Child:
    return main(h1("Hello"), p("A small page & nothing else.", class_="lead"), p(a("Search", href="/search")))


@component
def Search() -> Child:
    return SearchPage(RESULTS)


@component
def LiveCard(result: Result, chosen: Signal[int]) -> Child:
    return article(
        h3(a(result.title, href=result.url, class_="title")),
        cite(result.url),
        p(result.snippet, class_="snippet"),
        tag_list(result.tags),
        meta_line(result.author, result.date),
        price_tag(result.price),
        rating_tag(result.rating),
        button("Add", type="button", on_click=lambda: chosen.update(lambda count: count + 1)),
        id=f"r{result.number}",
        class_="result",
    )


@component
def LiveSearch() -> Child:
    chosen, text = signal(0), signal("signal & render")
    return main(
        header(h1("Results"), input(type="search", name="q", bind_value=text), p(chosen, " chosen")),
        section([LiveCard(result, chosen) for result in RESULTS], class_="results"),
    )


routes = [
    Route("/small", Small, title="Small"),
    Route("/search", Search, title="Search"),
    Route("/loaded", SearchPage, title="Search"),
    Route("/live", LiveSearch, title="Search"),
]
