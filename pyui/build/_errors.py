"""The errors of the static build."""

from pyui.errors import BuildError


class SiteBuildError(BuildError):
    """Pages of a static build could not be rendered."""

    code = "PYUI601"


class OutputError(BuildError):
    """The output of a static build cannot go where it should."""

    code = "PYUI602"


class NewProjectError(BuildError):
    """A project cannot be made in a folder."""

    code = "PYUI605"


class ServerModeError(BuildError):
    """A route is rendered for each request, and a static build has no server."""

    code = "PYUI610"


class PrerenderParamsError(BuildError):
    """A `prerender_params` function gave what is no set of path parameters."""

    code = "PYUI611"


class BaseUrlError(BuildError):
    """The address that a site will have is none."""

    code = "PYUI612"


class LifespanError(BuildError):
    """The app did not start."""

    code = "PYUI613"


class SnapshotError(BuildError):
    """No memory snapshot could be taken. A warning: pages start without one."""

    code = "PYUI614"


class PartialSnapshotError(BuildError):
    """The user's modules cannot be in the memory snapshot. A warning: they are imported when a page starts."""

    code = "PYUI615"


class BudgetError(BuildError):
    """A site sends more than its budgets allow."""

    code = "PYUI616"


class LockToolsError(BuildError):
    """What `pyui lock` needs is not installed."""

    code = "PYUI622"
