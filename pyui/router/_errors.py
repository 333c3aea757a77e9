"""The errors of route tables."""

from pyui.errors import RouteError


class RoutePatternError(RouteError):
    """A route's path is not a pattern."""

    code = "PYUI301"


class DuplicateRouteError(RouteError):
    """Two routes answer the same paths, so that the second can never be reached."""

    code = "PYUI302"


class RouteTargetError(RouteError):
    """A route has nothing to show, or more than one thing."""

    code = "PYUI303"


class RouteTableError(RouteError):
    """A route table holds something that is not a route."""

    code = "PYUI304"
