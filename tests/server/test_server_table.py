"""Matching with kept paths gives what matching with the route table gives."""

from hypothesis import assume, given
from hypothesis import strategies as st

from pyui import PyuiError, Route, component
from pyui.html import p
from pyui.router import check_routes, match_route
from pyui.server._server_table import ServerTable
from pyui.view import Node


@component
def Page() -> Node:
    return p("page")


SEGMENTS = st.sampled_from(["a", "b", "ä", "@x", "*", "**", "{n}", "{n:int}", "{n:path}"])
PATTERNS = st.lists(SEGMENTS, max_size=2).map(lambda parts: "/" + "/".join(parts))
PATHS = st.lists(st.sampled_from(["a", "b", "ä", "%C3%A4", "@x", "%40x", "7", "", "%FF", "%61"]), max_size=4).map(
    lambda parts: "/" + "/".join(parts)
)


def made(lines: list[tuple[str, str]]) -> list[Route] | None:
    """Makes a route table; None where it is not allowed, as with something behind a rest."""
    try:
        routes = [
            Route(pattern, redirect_to="/b")
            if kind == "redirect"
            else Route(pattern, Page, children=[Route("", Page)] if kind == "layout" else ())
            for pattern, kind in lines
        ]
        check_routes(routes)
    except PyuiError:
        return None
    return routes


@given(st.lists(st.tuples(PATTERNS, st.sampled_from(["page", "redirect", "layout"])), max_size=6), st.lists(PATHS))
def test_kept_paths_match_as_all_others(lines: list[tuple[str, str]], paths: list[str]) -> None:
    routes = made(lines)
    assume(routes is not None)
    table = ServerTable(routes or [], (), None)
    for path in [*paths, *(pattern for pattern, _ in lines)]:
        assert table.match(path) == match_route(routes or [], path)


def test_an_earlier_route_with_a_parameter_wins() -> None:
    routes = [Route("/a/{name}", Page), Route("/a/b", Page), Route("/b", Page)]
    table = ServerTable(routes, (), None)
    found = table.match("/a/b")
    assert found is not None
    assert (found.pattern, found.params) == ("/a/{name}", {"name": "b"})


def test_what_a_page_does_to_its_parameters_stays_there() -> None:
    table = ServerTable([Route("/a", Page)], (), None)
    for _ in range(2):
        found = table.match("/a")
        assert found is not None
        assert found.params == {}
        found.params["more"] = 1
