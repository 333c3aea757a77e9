"""1,000 rows, in pyui at `/` and in Wybthon at `/wybthon/`, for uvicorn.

`ROWS_WYBTHON` names the folder that `wyb build` wrote, `PYUI_PRERENDERED` that of `pyui build`.
"""

import os
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from build_tools.paths import NODE_MODULES
from pyui import App
from pyui.server._files import IMMUTABLE, REVALIDATE

pages = App("benchmarks._rows_routes:routes")


class _Files(StaticFiles):
    """Files with the headers that pyui gives its own: those whose names hold hashes are kept for ever."""

    def __init__(self, directory: Path, *, hashed: bool) -> None:
        super().__init__(directory=directory, html=True)
        self._hashed = hashed

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(IMMUTABLE if self._hashed or path.startswith("assets/") else REVALIDATE)
        return response


def _mounts() -> list[Mount]:
    built = os.environ.get("ROWS_WYBTHON")
    if not built:
        return []
    return [
        Mount("/_pyodide", _Files(NODE_MODULES / "pyodide", hashed=True)),
        Mount("/wybthon", _Files(Path(built), hashed=False)),
    ]


app: Any = Starlette(routes=[*_mounts(), Mount("/", pages)])
