"""The server: the app, the server's route table, and how pages are rendered. Never ships to the browser."""

from pyui.server._app import PRERENDERED_VARIABLE, SNAPSHOT_VARIABLE, App
from pyui.server._client_assets import script_hash
from pyui.server._content_model import ContentModelError, check_markup, render_checked
from pyui.server._errors import (
    CompiledModuleError,
    HeadError,
    ImportStringError,
    MissingParamsError,
    ParameterMismatchError,
    PrerenderedFolderError,
    PrerenderStatusError,
    PropsError,
    RoutesModuleError,
    RuntimeAssetsError,
    ServerOnlyImportError,
    ServerRouteError,
    ServerRouteUnmatchedError,
    ShellError,
    StaticFilesError,
    UncoveredRouteError,
)
from pyui.server._server_route import PrerenderFallback, RenderMode, ServerRoute

__all__ = [
    "PRERENDERED_VARIABLE",
    "SNAPSHOT_VARIABLE",
    "App",
    "CompiledModuleError",
    "ContentModelError",
    "HeadError",
    "ImportStringError",
    "MissingParamsError",
    "ParameterMismatchError",
    "PrerenderFallback",
    "PrerenderStatusError",
    "PrerenderedFolderError",
    "PropsError",
    "RenderMode",
    "RoutesModuleError",
    "RuntimeAssetsError",
    "ServerOnlyImportError",
    "ServerRoute",
    "ServerRouteError",
    "ServerRouteUnmatchedError",
    "ShellError",
    "StaticFilesError",
    "UncoveredRouteError",
    "check_markup",
    "render_checked",
    "script_hash",
]
