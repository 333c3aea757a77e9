"""Answers with the files below `/_pyui/` and `/static/`."""

import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pyui.router import percent_decode
from pyui.server._client_assets import ClientAssets
from pyui.server._conditional import is_not_modified, respond
from pyui.server._media_types import media_type
from pyui.server._prerendered import Prerendered, variant_response
from pyui.server._static_files import StaticFiles

ROOT_FILES = ("robots.txt", "service-worker.js", "sitemap")
"""How the names begin of what a build writes beside the pages at the root."""

_ROOT_FILE = re.compile(r"robots\.txt|service-worker\.js|sitemap(-\d+)?\.xml")
_DATA = "_pyui/data"
_HASHED = re.compile(r"[.-][0-9a-f]{12}[./]")

NO_SNIFFING = {"X-Content-Type-Options": "nosniff"}
REVALIDATE = {"Cache-Control": "no-cache"}
IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}


def asset_response(request: Request, assets: ClientAssets, name: str) -> Response | None:
    """Answers with a client asset, or None where there is none of that name.

    Args:
        request: the request.
        assets: the app's assets.
        name: the path below `/_pyui/`, as it stands in the URL.
    """
    content = assets.files.get(name)
    if content is None:
        return None
    if isinstance(content, bytes):
        return respond(request, content, media_type(name), IMMUTABLE)
    return _variant(request, content, IMMUTABLE)


def _variant(request: Request, file: Path, headers: dict[str, str]) -> Response:
    stat = file.stat()
    return variant_response(request, file, headers, f'W/"{stat.st_mtime_ns:x}-{stat.st_size:x}"')


def built_response(request: Request, built: Prerendered, path: str) -> Response | None:
    """Answers with a file that a build wrote beside the pages, or None where there is none of that name.

    Args:
        request: the request.
        built: the output of the build.
        path: the path below the app's base, as it stands in the URL.
    """
    name = path.removeprefix("/")
    if not name.startswith(("_pyui/", "static/")) and _ROOT_FILE.fullmatch(name) is None:
        return None
    file = built.file(name)
    if file is None:
        return None
    return _variant(request, file, IMMUTABLE if is_hashed(name) else REVALIDATE)


def is_hashed(name: str) -> bool:
    """Tells whether the name of a file that a build wrote holds a hash of its content."""
    return not name.startswith(_DATA) and _HASHED.search(name) is not None


async def static_response(request: Request, static: StaticFiles, name: str) -> Response | None:
    """Answers with a static file, or None where there is none of that name.

    Args:
        request: the request.
        static: the folder.
        name: the path below `/static/`, as it stands in the URL.
    """
    try:
        plain = percent_decode(name)
    except UnicodeDecodeError:
        return None
    hashed = static.find_hashed(plain)
    if hashed is not None:
        return FileResponse(hashed, headers=IMMUTABLE, media_type=media_type(plain))
    file = static.find(plain)
    return await run_in_threadpool(file_response, request, file) if file is not None else None


def file_response(request: Request, file: Path) -> Response:
    """Answers with a file that may change, or with 304 where the client has it already."""
    response = FileResponse(file, headers=REVALIDATE, media_type=media_type(file.name), stat_result=file.stat())
    if is_not_modified(request.headers, response.headers["etag"]):
        return Response(status_code=304, headers={**REVALIDATE, "ETag": response.headers["etag"]})
    return response
