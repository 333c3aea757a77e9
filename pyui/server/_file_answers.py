"""Answers for the paths that are no pages: client assets, static files, what a build wrote, the icon."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pyui.router import page_path
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._client_assets import ClientAssets
from pyui.server._files import ROOT_FILES, asset_response, built_response, file_response, static_response
from pyui.server._head import HeadSettings
from pyui.server._prerendered import Prerendered
from pyui.server._static_files import PREFIX as STATIC_PREFIX
from pyui.server._static_files import StaticFiles

_ASSETS = f"{ASSETS_PREFIX}/"
_STATIC = f"{STATIC_PREFIX}/"
_ICON = "/favicon.ico"
_STARTS = (_ASSETS, _STATIC, _ICON, *(f"/{name}" for name in ROOT_FILES))


def is_file_path(path: str) -> bool:
    """Tells whether a path may be that of a file, or of a page's data: for all others nobody has to look.

    Args:
        path: the path below the app's base, percent-encoded.
    """
    return path.startswith(_STARTS)


class FileAnswers:
    """Answers with the files of an app.

    Args:
        assets: returns the client assets; called when the first is asked for.
        prerendered: the output of a build; None where there is none.
        static: the folder of static files; None where there is none.
        head: knows the icon.
    """

    def __init__(
        self,
        assets: Callable[[], ClientAssets],
        prerendered: Prerendered | None,
        static: StaticFiles | None,
        head: HeadSettings,
    ) -> None:
        self._assets = assets
        self._prerendered = prerendered
        self._static = static
        self._head = head

    async def answer(self, request: Request, path: str) -> Response | None:
        """Answers with the file at a path; None where there is no such file.

        Args:
            request: the request.
            path: the path below the app's base, percent-encoded.
        """
        found = built_response(request, self._prerendered, path) if self._prerendered is not None else None
        if found is not None:
            return found
        if path.startswith(_ASSETS) and page_path(path) is None:
            assets = await run_in_threadpool(self._assets)
            return asset_response(request, assets, path.removeprefix(_ASSETS))
        if path.startswith(_STATIC) and self._static is not None:
            return await static_response(request, self._static, path.removeprefix(_STATIC))
        if path == _ICON:
            icon = self._head.icon
            return file_response(request, icon) if icon is not None else Response(status_code=204)
        return None
