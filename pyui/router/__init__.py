"""Routes: patterns, the route table, outlets and links. Ships to the browser."""

from pyui.router._errors import DuplicateRouteError, RoutePatternError, RouteTableError, RouteTargetError
from pyui.router._link import Link, href, join_base, with_base
from pyui.router._match import RouteMatch, match_route
from pyui.router._page import Outlet, page_node
from pyui.router._path import percent_decode, percent_encode
from pyui.router._route import Route
from pyui.router._table import check_routes, full_path, leaves

__all__ = [
    "DuplicateRouteError",
    "Link",
    "Outlet",
    "Route",
    "RouteMatch",
    "RoutePatternError",
    "RouteTableError",
    "RouteTargetError",
    "check_routes",
    "full_path",
    "href",
    "join_base",
    "leaves",
    "match_route",
    "page_node",
    "percent_decode",
    "percent_encode",
    "with_base",
]
