"""What components read of the present address, links that know where they are, and which guards are asked."""

from typing import Any

import pytest

from pyui.html import div, main, p, span
from pyui.reactive import Owner
from pyui.router import (
    GuardError,
    Link,
    LinkError,
    Navigation,
    NavigationError,
    Outlet,
    Place,
    Query,
    Route,
    match_route,
    navigate,
    navigation_node,
    page_node,
    use_hash,
    use_params,
    use_path,
    use_pending,
    use_query,
)
from pyui.router._guards import check_answer, guards_between
from pyui.router._link import is_at
from pyui.view import Node, component, render_page, render_to_string


@component
def Layout() -> Node:
    return main(Link("One", to="/item/1", active="on"), Outlet())


@component
def Item(id: int) -> Node:
    return p(id)


@component
def Reader() -> Node:
    params, query = use_params(), use_query()
    return p(f"{params()} {dict(query())} {use_path()()} {use_hash()()} {use_pending()()}")


ROUTES = [
    Route("/", Layout, children=[Route("item/{id:int}", Item), Route("read/{name}", Reader)]),
]


def navigation(path: str, query: str = "") -> Navigation:
    match = match_route(ROUTES, path)
    assert match is not None
    return Navigation(match, {}, Place(path, query), "")


def test_components_read_the_address() -> None:
    text = render_to_string(navigation_node(navigation("/read/a%20b", "?q=1&q=2")))
    assert "{'name': 'a b'} {'q': '1'} /read/a%20b  False" in text


def test_a_page_without_live_parts_has_no_marks() -> None:
    rendered = render_page(navigation_node(navigation("/item/2")))
    assert rendered.live == 0
    assert rendered.html == '<main><a data-active="page on" href="/item/1">One</a><p>2</p></main>'


def test_only_the_level_that_changed_is_another() -> None:
    state = navigation("/item/1")
    outer, inner = state.levels()
    match = match_route(ROUTES, "/item/2")
    assert match is not None
    state.show(match, {}, Place("/item/2"))
    assert state.levels()[0] == outer
    assert state.levels()[1] != inner
    assert state.path() == "/item/2"


QUERIES: list[tuple[str, list[tuple[str, str]]]] = [
    ("", []),
    ("?", []),
    ("?a=1&b=2", [("a", "1"), ("b", "2")]),
    ("a=1&a=2", [("a", "1"), ("a", "2")]),
    ("?a+b=c%26d&e", [("a b", "c&d"), ("e", "")]),
    ("?a=b=c&&=x", [("a", "b=c"), ("", "x")]),
    ("?a=%ff", [("a", "%ff")]),
]


@pytest.mark.parametrize(("text", "pairs"), QUERIES)
def test_queries(text: str, pairs: list[tuple[str, str]]) -> None:
    query = Query(text)
    assert query.pairs == pairs
    assert all(query[name] == next(value for key, value in pairs if key == name) for name, _ in pairs)
    assert query.all("a") == [value for name, value in pairs if name == "a"]


@pytest.mark.parametrize("use", [use_hash, use_params, use_path, use_pending, use_query])
def test_outside_of_a_page(use: Any) -> None:
    with pytest.raises(NavigationError, match=use.__name__):
        Owner(static=True).run(use)


def test_the_server_does_not_navigate() -> None:
    with pytest.raises(NavigationError, match="no browser"):
        navigate("/x")


PLACES = [
    ("/", "/", True, True),
    ("/a", "/a", True, True),
    ("/a/", "/a", True, True),
    ("/a?x#y", "/a", True, True),
    ("/a b", "/a%20b", True, True),
    ("/a", "/a/b", False, True),
    ("/a", "/ab", False, False),
    ("/", "/a", False, True),
    ("https://a.example/", "/", False, False),
    ("#a", "/a", False, False),
]


@pytest.mark.parametrize(("to", "path", "exact", "below"), PLACES)
def test_where_a_link_leads(to: str, path: str, exact: bool, below: bool) -> None:
    assert is_at(to, path, exact=True) is exact
    assert is_at(to, path, exact=False) is below


LINKS: list[tuple[dict[str, Any], str]] = [
    ({}, '<a href="/item/1">x</a>'),
    ({"active": "on"}, '<a aria-current="page" class="on" data-active="page on" href="/item/1">x</a>'),
    ({"active": ""}, '<a aria-current="page" data-active="page" href="/item/1">x</a>'),
    ({"active": "on", "class_": "a"}, '<a aria-current="page" class="a on" data-active="page on" href="/item/1">x</a>'),
    (
        {"active": "b c", "exact": False},
        '<a aria-current="true" class="b c" data-active="true b c" href="/item/1">x</a>',
    ),
    ({"prefetch": "hover"}, '<a data-prefetch="hover" href="/item/1">x</a>'),
]


def sorted_attributes(html: str) -> list[str]:
    return sorted(html.replace(">", " ").split('" '))


@pytest.mark.parametrize(("arguments", "html"), LINKS)
def test_links(arguments: dict[str, Any], html: str) -> None:
    @component
    def Page() -> Node:
        return Link("x", to="/item/1", **arguments)

    match = match_route([Route("/item/1", Page)], "/item/1")
    assert match is not None
    rendered = render_page(page_node(match, {}, "", Place("/item/1")))
    assert sorted_attributes(rendered.html) == sorted_attributes(html)
    assert rendered.live == 0


def test_a_link_with_a_live_class_is_live() -> None:
    @component
    def Page() -> Node:
        return div(Link("x", to="/", active="on", class_=lambda: "a"), span())

    match = match_route([Route("/", Page)], "/")
    assert match is not None
    rendered = render_page(page_node(match, {}, ""))
    assert 'class="a on"' in rendered.html
    assert rendered.live == 1


def test_unknown_prefetch() -> None:
    with pytest.raises(LinkError, match="sometimes"):
        render_to_string(Link("x", to="/", prefetch="sometimes"))  # type: ignore[arg-type]


def guard(_match: Any = None) -> bool:
    return True


GUARDED = [
    Route("/a/{id:int}", Layout, can_enter=guard, can_leave=guard, children=[Route("{b}", Item, can_leave=guard)]),
    Route("/c", Item, can_enter=guard),
]
GUARDS = [
    ("/c", "/c", []),
    ("/c", "/a/1/x", ["/a/{id:int}"]),
    ("/a/1/x", "/c", ["{b}", "/a/{id:int}", "/c"]),
    ("/a/1/x", "/a/1/y", ["{b}"]),
    ("/a/1/x", "/a/2/x", ["{b}", "/a/{id:int}", "/a/{id:int}"]),
    ("/a/1/x", "/a/1/x", []),
]


@pytest.mark.parametrize(("old", "new", "asked"), GUARDS)
def test_which_guards_are_asked(old: str, new: str, asked: list[str]) -> None:
    first, second = match_route(GUARDED, old), match_route(GUARDED, new)
    assert first is not None
    assert second is not None
    assert [route.path for route, _ in guards_between(first, second)] == asked


def test_what_is_no_guard() -> None:
    with pytest.raises(GuardError, match="can_enter=1"):
        Route("/", Layout, can_enter=1)  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", [None, 1, "login", ""])
def test_what_is_no_answer(answer: object) -> None:
    with pytest.raises(GuardError, match="answered"):
        check_answer(GUARDED[0], answer)


@pytest.mark.parametrize("answer", [True, False, "/login"])
def test_answers(answer: object) -> None:
    assert check_answer(GUARDED[0], answer) == answer
