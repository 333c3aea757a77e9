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


class NavigationError(RouteError):
    """Something of navigation was used where no page is."""

    code = "PYUI320"


class LinkError(RouteError):
    """A link was given something that has no meaning."""

    code = "PYUI321"


class GuardError(RouteError):
    """A guard is no function, or gave an answer that has no meaning."""

    code = "PYUI322"
