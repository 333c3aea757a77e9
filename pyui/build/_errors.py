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
