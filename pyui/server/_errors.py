"""The errors of the server and of the client bundle that it serves."""

from pyui.errors import BuildError, ServerError


class ImportStringError(ServerError):
    """A `module:name` leads nowhere."""

    code = "PYUI501"


class RoutesModuleError(ServerError):
    """A page is live, but the browser cannot know which module holds its routes."""

    code = "PYUI502"


class PropsError(ServerError):
    """A loader returned something that JSON cannot carry to the browser."""

    code = "PYUI503"


class StaticFilesError(ServerError):
    """The folder of static files, or a stylesheet in it, does not exist."""

    code = "PYUI504"


class HeadError(ServerError):
    """Something in the head of the document is no markup."""

    code = "PYUI505"


class ServerRouteError(ServerError):
    """A line of the server's route table is wrong."""

    code = "PYUI506"


class RuntimeAssetsError(ServerError):
    """The files that the browser needs are not part of this installation."""

    code = "PYUI507"


class ServerOnlyImportError(BuildError):
    """Code that must stay on the server would ship to the browser."""

    code = "PYUI603"


class CompiledModuleError(BuildError):
    """A compiled extension module would ship to the browser."""

    code = "PYUI604"
