"""The build and new projects. Never ships to the browser."""

from pyui.build._budgets import read_budgets
from pyui.build._errors import (
    BaseUrlError,
    BudgetError,
    LifespanError,
    LockToolsError,
    NewProjectError,
    OutputError,
    PartialSnapshotError,
    PrerenderParamsError,
    ServerModeError,
    SiteBuildError,
    SnapshotError,
)
from pyui.build._new_project import new_project
from pyui.build._page_writer import Output
from pyui.build._report import BuiltRoute, BuiltSite, Progress, SiteSizes, Sizes
from pyui.build._route_list import RouteInfo, list_routes
from pyui.build._site import AppSource, build_site
from pyui.build._snapshots import Snapshots

__all__ = [
    "AppSource",
    "BaseUrlError",
    "BudgetError",
    "BuiltRoute",
    "BuiltSite",
    "LifespanError",
    "LockToolsError",
    "NewProjectError",
    "Output",
    "OutputError",
    "PartialSnapshotError",
    "PrerenderParamsError",
    "Progress",
    "RouteInfo",
    "ServerModeError",
    "SiteBuildError",
    "SiteSizes",
    "Sizes",
    "SnapshotError",
    "Snapshots",
    "build_site",
    "list_routes",
    "new_project",
    "read_budgets",
]
