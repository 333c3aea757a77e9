"""Builds the node of a matched page: its layouts, its component, and what they read from above."""

from collections.abc import Mapping
from typing import Any

from pyui.errors import ViewError
from pyui.router._link import with_base
from pyui.router._match import RouteMatch
from pyui.router._route import Route
from pyui.view import Component, Context, Node, component

_INNER: Context[Node | None] = Context(None, name="outlet")


@component
def Outlet() -> Node | None:
    """The place in a layout where the matched child route is shown; nothing outside of a layout."""
    return _INNER.get()


def page_node(match: RouteMatch, props: Mapping[str, object], base: str) -> Node:
    """Builds the node that shows a page.

    Args:
        match: the match of the page's path; not one of a redirect.
        props: the loader's props. Each component of the chain gets those path parameters and props that it accepts by
            name; a prop wins over a path parameter of the same name.
        base: what stands before the paths of the app in links: `""`, `"/app"`, `".."`.

    Returns:
        The node, the same on both sides for equal arguments.
    """
    values = {**match.params, **props}
    inner: Node | None = None
    for route in reversed(match.chain):
        if route.component is not None:
            inner = _INNER.provide(inner, _call(route, route.component, values))
    return with_base(base, inner)


def _call(route: Route, shown: Component[..., Any], values: dict[str, object]) -> Node:
    accepted = {name: value for name, value in values.items() if shown.accepts_any or name in shown.parameters}
    try:
        return shown(**accepted)
    except ViewError as error:
        # The route promises what its path and loader do not give: that is the place to look at.
        error.where = route.where
        raise
