"""The head of a page: what its routes say, and what its components say instead."""

import pytest

from pyui import Route, component
from pyui.html import p
from pyui.router import leaves, match_route
from pyui.server._route_heads import RouteHeads
from pyui.view import Node
from pyui.view._head import HeadEntry


@component
def Page() -> Node:
    return p("page")


def shout(name: str) -> str:
    return f"{name}!"


ROUTES = [
    Route("/", Page),
    Route("/a", Page, title="A & B"),
    Route("/by/{name}", Page, title=shout, meta={"author": "x"}),
    Route("/in", Page, title="Outer", meta={"author": "x"}, children=[Route("", Page), Route("b", Page, title="B")]),
]


@pytest.mark.parametrize(
    ("path", "title", "markup"),
    [
        ("/", "the app", ""),
        ("/a", "A &amp; B", ""),
        ("/by/me", "me!", 'content="x" name="author"'),
        ("/by/you", "you!", 'content="x" name="author"'),
        ("/in", "Outer", 'content="x" name="author"'),
        ("/in/b", "B", 'content="x" name="author"'),
    ],
)
def test_what_routes_say(path: str, title: str, markup: str) -> None:
    heads, match = RouteHeads(leaves(ROUTES), "the app"), match_route(ROUTES, path)
    assert match is not None
    for _ in range(2):
        written, head = heads.write(match, ())
        assert written == title
        assert markup in head
        assert bool(head) == bool(markup)


def test_components_win() -> None:
    heads, match = RouteHeads(leaves(ROUTES), "the app"), match_route(ROUTES, "/in")
    assert match is not None
    entries = [HeadEntry("title", "Mine < yours", 1), HeadEntry("meta name author", "<meta>", 1)]
    assert heads.write(match, entries) == ("Mine &lt; yours", "<meta>")
    assert heads.write(match, ())[0] == "Outer"


def test_a_title_that_a_component_replaces_is_not_made() -> None:
    def fails(**_params: object) -> str:
        raise AssertionError

    routes = [Route("/{name}", Page, title=fails)]
    match = match_route(routes, "/x")
    assert match is not None
    assert RouteHeads(leaves(routes), "the app").write(match, [HeadEntry("title", "Mine", 1)]) == ("Mine", "")
