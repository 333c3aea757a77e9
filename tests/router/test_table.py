"""Route tables as a whole: order, nesting, redirects, and what is refused."""

from typing import Any

import pytest

from pyui.html import p
from pyui.router import (
    DuplicateRouteError,
    Route,
    RoutePatternError,
    RouteTableError,
    RouteTargetError,
    check_routes,
    match_route,
)
from pyui.view import Node, component


@component
def Page() -> Node:
    return p("page")


def test_first_match_wins_and_nesting_goes_back() -> None:
    routes = [
        Route("/{section}", children=[Route("new", Page), Route("{id:int}", Page)]),
        Route("/posts/{slug}", Page),
        Route("/{rest:path}", Page),
    ]
    check_routes(routes)
    found = {path: match_route(routes, path) for path in ("/posts/new", "/posts/7", "/posts/x", "/posts", "/a/b/c")}
    assert {path: match.pattern if match else None for path, match in found.items()} == {
        "/posts/new": "/{section}/new",
        "/posts/7": "/{section}/{id:int}",
        "/posts/x": "/posts/{slug}",
        "/posts": "/{rest:path}",
        "/a/b/c": "/{rest:path}",
    }
    backtracked = found["/posts/x"]
    assert backtracked is not None
    assert backtracked.params == {"slug": "x"}


def test_redirect_fills_parameters_encoded() -> None:
    match = match_route([Route("/old/{name}", redirect_to="/new/{name}")], "/old/a%20%22b%3F")
    assert match is not None
    assert match.redirect_to == "/new/a%20%22b%3F"


def test_duplicates_name_both_places() -> None:
    first = Route("/post/{id}", Page)
    second = Route("/post", children=[Route("{slug}/", Page)])
    with pytest.raises(DuplicateRouteError) as caught:
        check_routes([first, second])
    assert str(first.where) in caught.value.what
    assert str(second.children[0].where) in caught.value.what
    assert first.where != second.children[0].where


def test_different_kinds_are_not_duplicates() -> None:
    check_routes([Route("/{id:int}", Page), Route("/{slug}", Page), Route("/x", Page)])


TABLES: list[tuple[type[Exception], Any, str]] = [
    (RoutePatternError, lambda: [Route("about", Page)], "start with a slash"),
    (RoutePatternError, lambda: [Route("/a", children=[Route("/b", Page)])], "child starts with a slash"),
    (RoutePatternError, lambda: [Route("/{id}", children=[Route("{id}", Page)])], "'id' twice"),
    (RoutePatternError, lambda: [Route("/{rest:path}", children=[Route("x", Page)])], "behind {rest:path}"),
    (RouteTargetError, lambda: [Route("/a/{id}", redirect_to="/b/{name}")], "names a parameter"),
    (RouteTableError, lambda: [Page], "no Route"),
]


@pytest.mark.parametrize(("error", "table", "part"), TABLES)
def test_refuses(error: type[Exception], table: Any, part: str) -> None:
    with pytest.raises(error, match=part):
        check_routes(table())
