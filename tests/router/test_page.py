"""What a match shows: components get what they accept, layouts show their child, links know the base."""

from typing import Any

import pytest

from pyui.html import div, main, p
from pyui.router import Link, Outlet, Route, href, match_route, page_node
from pyui.view import Node, component, render_to_string


@component
def Post(id: int, product: str = "none") -> Node:
    return p(f"{id} {product}")


@component
def Everything(**values: object) -> Node:
    return p(",".join(f"{name}={value}" for name, value in sorted(values.items())))


@component
def Layout() -> Node:
    return main(Outlet())


@component
def Stray() -> Node:
    return div("[", Outlet(), "]")


@component
def Menu() -> Node:
    return div(Link("Home", to="/", class_="home"), href("/x?y=1#z"), " ", href("//other.example/"), " ", href("#top"))


ROUTES = [
    Route("/post/{id:int}", Post),
    Route("/all/{id:int}", Everything),
    Route(
        "/docs", Layout, children=[Route("{id:int}", Stray), Route("deep", Layout, children=[Route("{id:int}", Post)])]
    ),
    Route("/menu", Menu),
]


def show(path: str, base: str = "", **props: object) -> str:
    match = match_route(ROUTES, path)
    assert match is not None
    return render_to_string(page_node(match, props, base))


PAGES = [
    ("/post/3", {}, "<p>3 none</p>"),
    ("/post/3", {"product": "chair", "unknown": 1}, "<p>3 chair</p>"),
    ("/post/3", {"id": 4}, "<p>4 none</p>"),
    ("/all/3", {"b": 1}, "<p>b=1,id=3</p>"),
    ("/docs/1", {}, "<main><div>[]</div></main>"),
    ("/docs/deep/5", {}, "<main><main><p>5 none</p></main></main>"),
]


@pytest.mark.parametrize(("path", "props", "html"), PAGES)
def test_components_get_what_they_accept(path: str, props: dict[str, Any], html: str) -> None:
    assert show(path, **props) == html


BASES = [("", "/", "/x"), ("/app", "/app/", "/app/x"), (".", "./", "./x"), ("../..", "../../", "../../x")]


@pytest.mark.parametrize(("base", "home", "other"), BASES)
def test_links_are_resolved_with_the_base(base: str, home: str, other: str) -> None:
    html = show("/menu", base)
    assert f'href="{home}"' in html
    assert 'class="home"' in html
    assert f"{other}?y=1#z //other.example/ #top" in html
