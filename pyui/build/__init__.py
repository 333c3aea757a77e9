"""The build and new projects. Never ships to the browser."""

from pyui.build._errors import (
    BaseUrlError,
    LifespanError,
    NewProjectError,
    OutputError,
    PrerenderParamsError,
    ServerModeError,
    SiteBuildError,
)
from pyui.build._new_project import new_project
from pyui.build._page_writer import Output
from pyui.build._report import BuiltRoute, BuiltSite, Progress
from pyui.build._route_list import RouteInfo, list_routes
from pyui.build._site import AppSource, build_site

__all__ = [
    "AppSource",
    "BaseUrlError",
    "BuiltRoute",
    "BuiltSite",
    "LifespanError",
    "NewProjectError",
    "Output",
    "OutputError",
    "PrerenderParamsError",
    "Progress",
    "RouteInfo",
    "ServerModeError",
    "SiteBuildError",
    "build_site",
    "list_routes",
    "new_project",
]
