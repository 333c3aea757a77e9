"""The errors of the server and of the client bundle that it serves."""

from pyui.errors import BuildError, ServerError


class ImportStringError(ServerError):
    """A `module:name` leads nowhere."""

    code = "PYUI501"


class RoutesModuleError(ServerError):
    """A page is live, but the browser cannot know which module holds its routes."""

    code = "PYUI502"


class PropsError(ServerError):
    """A loader returned no mapping of props."""

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


class ClientDependenciesError(BuildError):
    """The packages that a project wants to ship cannot be had for the browser."""

    code = "PYUI617"


class ClientLockError(BuildError):
    """The lock file of the client packages is missing, or older than what the project asks for."""

    code = "PYUI618"


class WheelError(BuildError):
    """A wheel of a client package cannot be had, or is another one than was locked."""

    code = "PYUI619"


class UnlistedPackageError(BuildError):
    """Code that ships imports a package that is not among the client packages."""

    code = "PYUI620"


class PackageVersionError(BuildError):
    """The server has another version of a client package than browsers get."""

    code = "PYUI621"


class ServerRouteUnmatchedError(ServerError):
    """A server route covers no route, or earlier ones take all that it covers."""

    code = "PYUI520"


class UncoveredRouteError(ServerError):
    """A route is covered by no server route."""

    code = "PYUI521"


class ParameterMismatchError(ServerError):
    """A server route and the route that it is for have different parameters."""

    code = "PYUI522"


class MissingParamsError(ServerError):
    """A prerendered route has parameters, and nothing says for which values."""

    code = "PYUI523"


class PrerenderStatusError(ServerError):
    """A prerendered route has a status."""

    code = "PYUI524"


class PrerenderedFolderError(ServerError):
    """A folder of prerendered pages is none."""

    code = "PYUI525"


class ShellError(ServerError):
    """The app shell cannot be rendered."""

    code = "PYUI526"


class TimeZoneError(ServerError):
    """The app names a time zone that does not exist."""

    code = "PYUI527"
