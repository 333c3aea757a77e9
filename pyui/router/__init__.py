"""Routes: patterns, the route table, outlets and links. Ships to the browser."""

from pyui.router._base import href, join_base, with_base
from pyui.router._data_path import data_path, page_path
from pyui.router._errors import (
    DuplicateRouteError,
    GuardError,
    LinkError,
    NavigationError,
    RoutePatternError,
    RouteTableError,
    RouteTargetError,
)
from pyui.router._link import Link
from pyui.router._match import RouteMatch, match_catch_all, match_route
from pyui.router._navigation import (
    Navigation,
    Place,
    navigate,
    set_navigator,
    use_hash,
    use_params,
    use_path,
    use_pending,
    use_query,
)
from pyui.router._page import Outlet, navigation_node, page_node
from pyui.router._path import percent_decode, percent_encode
from pyui.router._query import Query
from pyui.router._redirect import Redirect, RedirectError, not_found, redirect
from pyui.router._regional import locale, time_zone
from pyui.router._request import Chooser, Exchange, Regional, Response, request, response
from pyui.router._route import Route
from pyui.router._table import check_routes, full_path, leaves

__all__ = [
    "Chooser",
    "DuplicateRouteError",
    "Exchange",
    "GuardError",
    "Link",
    "LinkError",
    "Navigation",
    "NavigationError",
    "Outlet",
    "Place",
    "Query",
    "Redirect",
    "RedirectError",
    "Regional",
    "Response",
    "Route",
    "RouteMatch",
    "RoutePatternError",
    "RouteTableError",
    "RouteTargetError",
    "check_routes",
    "data_path",
    "full_path",
    "href",
    "join_base",
    "leaves",
    "locale",
    "match_catch_all",
    "match_route",
    "navigate",
    "navigation_node",
    "not_found",
    "page_node",
    "page_path",
    "percent_decode",
    "percent_encode",
    "redirect",
    "request",
    "response",
    "set_navigator",
    "time_zone",
    "use_hash",
    "use_params",
    "use_path",
    "use_pending",
    "use_query",
    "with_base",
]
