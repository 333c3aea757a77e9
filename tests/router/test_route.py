"""A single route: what it must show, and what it says of the document."""

from typing import Any

import pytest

from pyui.html import p
from pyui.router import Route, RouteTableError, RouteTargetError, match_route
from pyui.view import Node, component


@component
def Page() -> Node:
    return p("page")


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "nothing to show"),
    ({"children": []}, "nothing to show"),
    ({"component": Page, "redirect_to": "/x"}, "both"),
    ({"children": [Route("", Page)], "redirect_to": "/x"}, "both"),
    ({"component": lambda: p("x")}, "no component"),
    ({"component": p("x")}, "no component"),
]


@pytest.mark.parametrize(("arguments", "part"), REFUSED)
def test_needs_one_thing_to_show(arguments: dict[str, Any], part: str) -> None:
    with pytest.raises(RouteTargetError, match=part) as caught:
        Route("/x", **arguments)
    assert caught.value.where is not None
    assert caught.value.where.file == __file__


def test_children_must_be_routes() -> None:
    wrong: Any = [("/x", Page)]
    with pytest.raises(RouteTableError, match="children of the route"):
        Route("/x", children=wrong)


def test_innermost_title_and_merged_meta() -> None:
    routes = [
        Route(
            "/docs",
            title="Docs",
            meta={"description": "all", "author": "A"},
            children=[
                Route("", Page),
                Route("{page}", Page, title=lambda page: f"{page} · Docs", meta={"description": "one"}),
            ],
        ),
        Route("/plain", Page),
    ]
    outer, inner, plain = (match_route(routes, path) for path in ("/docs", "/docs/forms", "/plain"))
    assert outer is not None
    assert inner is not None
    assert plain is not None
    assert (outer.title(), inner.title(), plain.title()) == ("Docs", "forms · Docs", None)
    assert inner.meta() == {"description": "one", "author": "A"}
    assert inner.pattern == "/docs/{page}"
