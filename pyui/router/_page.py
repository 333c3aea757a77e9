"""Builds the node of a matched page: its layouts, its component, and what they read from above."""

from collections.abc import Mapping

from pyui.errors import ViewError
from pyui.router._base import BASE
from pyui.router._match import RouteMatch
from pyui.router._navigation import NAVIGATION, Level, Navigation, Place
from pyui.view import Node, component
from pyui.view._choice import Choice
from pyui.view._context import Provide
from pyui.view._head import LEVEL


@component
def Outlet() -> Node | None:
    """The place in a layout where the matched child route is shown; nothing outside of a layout."""
    navigation, depth = NAVIGATION.get(), LEVEL.get()
    return LEVEL.provide(depth + 1, _level_block(navigation, depth)) if navigation is not None else None


def page_node(match: RouteMatch, props: Mapping[str, object], base: str, place: Place | None = None) -> Node:
    """Builds the node that shows a page.

    Args:
        match: the match of the page's path; not one of a redirect.
        props: the loader's props. Each component of the chain gets those path parameters and props that it accepts by
            name; a prop wins over a path parameter of the same name.
        base: what stands before the paths of the app in links: `""`, `"/app"`, `".."`.
        place: the page's address.

    Returns:
        The node, the same on both sides for equal arguments.
    """
    return navigation_node(Navigation(match, props, place or Place("/"), base))


def navigation_node(navigation: Navigation) -> Node:
    """Builds the node that shows the page where the app is, and follows it."""
    return Provide({BASE: navigation.base, NAVIGATION: navigation, LEVEL: 1}, (_level_block(navigation, 0),))


def _level_block(navigation: Navigation, depth: int) -> Node:
    """Returns a block of one of the page's levels: it alone is replaced when that level changes.

    What it shows sees a LEVEL that is one more than `depth`; the caller provides it.
    """

    def select() -> Level | None:
        levels = navigation.levels()
        return levels[depth] if depth < len(levels) else None

    def content(level: Level | None) -> Node | None:
        return _call(level) if level is not None else None

    return Choice(select, content, live=False)


def _call(level: Level) -> Node | None:
    shown = level.route.component
    try:
        return shown(**level.values) if shown is not None else None
    except ViewError as error:
        # The route promises what its path and loader do not give: that is the place to look at.
        error.where = level.route.where
        raise
