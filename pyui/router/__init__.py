"""Routes: patterns, the route table, outlets and links. Ships to the browser."""

from pyui.router._data_path import data_path, page_path
from pyui.router._errors import DuplicateRouteError, RoutePatternError, RouteTableError, RouteTargetError
from pyui.router._link import Link, href, join_base, with_base
from pyui.router._match import RouteMatch, match_catch_all, match_route
from pyui.router._page import Outlet, page_node
from pyui.router._path import percent_decode, percent_encode
from pyui.router._redirect import Redirect, RedirectError, not_found, redirect
from pyui.router._request import Exchange, Response, exchanging, request, response
from pyui.router._route import Route
from pyui.router._table import check_routes, full_path, leaves

__all__ = [
    "DuplicateRouteError",
    "Exchange",
    "Link",
    "Outlet",
    "Redirect",
    "RedirectError",
    "Response",
    "Route",
    "RouteMatch",
    "RoutePatternError",
    "RouteTableError",
    "RouteTargetError",
    "check_routes",
    "data_path",
    "exchanging",
    "full_path",
    "href",
    "join_base",
    "leaves",
    "match_catch_all",
    "match_route",
    "not_found",
    "page_node",
    "page_path",
    "percent_decode",
    "percent_encode",
    "redirect",
    "request",
    "response",
    "with_base",
]
