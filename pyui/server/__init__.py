"""The server: the app, the server's route table, and how pages are rendered. Never ships to the browser."""

from pyui.server._app import App
from pyui.server._errors import (
    CompiledModuleError,
    HeadError,
    ImportStringError,
    PropsError,
    RoutesModuleError,
    RuntimeAssetsError,
    ServerOnlyImportError,
    ServerRouteError,
    StaticFilesError,
)
from pyui.server._server_route import RenderMode, ServerRoute

__all__ = [
    "App",
    "CompiledModuleError",
    "HeadError",
    "ImportStringError",
    "PropsError",
    "RenderMode",
    "RoutesModuleError",
    "RuntimeAssetsError",
    "ServerOnlyImportError",
    "ServerRoute",
    "ServerRouteError",
    "StaticFilesError",
]
