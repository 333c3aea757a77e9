"""Answers with the files below `/_pyui/` and `/static/`."""

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pyui.router import percent_decode
from pyui.server._client_assets import ClientAssets
from pyui.server._conditional import is_not_modified, respond
from pyui.server._media_types import media_type
from pyui.server._static_files import StaticFiles

REVALIDATE = {"Cache-Control": "no-cache"}
_IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}


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
        return respond(request, content, media_type(name), _IMMUTABLE)
    return FileResponse(content, headers=_IMMUTABLE, media_type=media_type(name))


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
        return FileResponse(hashed, headers=_IMMUTABLE, media_type=media_type(plain))
    file = static.find(plain)
    return await run_in_threadpool(file_response, request, file) if file is not None else None


def file_response(request: Request, file: Path) -> Response:
    """Answers with a file that may change, or with 304 where the client has it already."""
    response = FileResponse(file, headers=REVALIDATE, media_type=media_type(file.name), stat_result=file.stat())
    if is_not_modified(request.headers, response.headers["etag"]):
        return Response(status_code=304, headers={**REVALIDATE, "ETag": response.headers["etag"]})
    return response
