"""The static build and new projects. Never ships to the browser."""

from pyui.build._errors import NewProjectError, OutputError, SiteBuildError
from pyui.build._new_project import new_project
from pyui.build._site import BuiltPage, BuiltSite, build_site, page_routes

__all__ = [
    "BuiltPage",
    "BuiltSite",
    "NewProjectError",
    "OutputError",
    "SiteBuildError",
    "build_site",
    "new_project",
    "page_routes",
]
