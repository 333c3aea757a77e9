"""Pages and files that a build wrote, and the answers that a server gives with them."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pyui._location import Location
from pyui.router._path import percent_encode, split_path
from pyui.server._conditional import is_not_modified
from pyui.server._encodings import accepted_variant
from pyui.server._errors import PrerenderedFolderError
from pyui.server._media_types import media_type

MANIFEST = "prerendered-routes.json"
"""The file that lists the prerendered paths."""

MARKER = "_pyui/build.json"
"""The file by which a folder is known as the output of a build."""


class PrerenderedPage(NamedTuple):
    """A page that a build wrote.

    Args:
        file: the file.
        headers: headers of the answer.
        tag: the entity tag.
    """

    file: Path
    headers: dict[str, str]
    tag: str


class Prerendered:
    """The output of `pyui build --output server`.

    Args:
        folder: the folder.
        where: the place that names it, for errors.

    Raises:
        PrerenderedFolderError: the folder is no such output.
    """

    def __init__(self, folder: Path, where: Location | None = None) -> None:
        self.folder = folder.resolve()
        try:
            about: dict[str, Any] = json.loads((folder / MARKER).read_bytes())
            manifest: dict[str, dict[str, Any]] = json.loads((folder / MANIFEST).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            fix = "Make it with `pyui build`, or name another folder."
            raise PrerenderedFolderError(f'"{folder}" holds no build.', fix, where=where) from None
        if about.get("output") != "server":
            what = f'"{folder}" is a static build: its links are for hosts that serve files.'
            raise PrerenderedFolderError(what, "Build with `--output server`.", where=where)
        self._pages = {path: self._page(entry) for path, entry in manifest.items()}

    def __len__(self) -> int:
        return len(self._pages)

    def _page(self, entry: dict[str, Any]) -> PrerenderedPage:
        return PrerenderedPage(self.folder / entry["file"], entry["headers"], f'W/"{entry["hash"]}"')

    def page(self, path: str) -> PrerenderedPage | None:
        """Returns the page of a path below the app's base, percent-encoded; None where none was written."""
        return self._pages.get(canonical_path(path))

    def has(self, path: str) -> bool:
        """Tells whether there is a file at a path below the app's base, such as `/sitemap.xml`."""
        return self.file(path.removeprefix("/")) is not None

    def file(self, name: str) -> Path | None:
        """Returns a file beside the pages, such as `sitemap.xml`; None where there is none.

        Args:
            name: the path below the folder, as it stands in the URL.
        """
        texts = split_path(name)
        if texts is None or any(text.startswith(".") or not set(text).isdisjoint("/\\\0") for text in texts):
            return None
        file = self.folder.joinpath(*texts)
        return file if file.is_file() else None


def canonical_path(path: str) -> str:
    """Returns the one way to write a path: no slash at the end, no character encoded that need not be."""
    texts = split_path(path)
    return "/" + "/".join(percent_encode(text).replace("/", "%2F") for text in texts) if texts is not None else path


def variant_response(request: Request, file: Path, headers: dict[str, str], tag: str) -> Response:
    """Answers with a file, in the best encoding that the client takes and that lies beside it, or with 304.

    Args:
        request: the request, a GET or HEAD.
        file: the file.
        headers: further headers.
        tag: the entity tag; weak, because it is the same for all encodings.
    """
    variant, encoding = accepted_variant(file, request.headers.get("accept-encoding", ""))
    headers = {"ETag": tag, "Vary": "Accept-Encoding", **headers}
    if is_not_modified(request.headers, tag):
        return Response(status_code=304, headers=headers)
    if encoding:
        headers["Content-Encoding"] = encoding
    return FileResponse(variant, headers=headers, media_type=media_type(file.name), stat_result=variant.stat())
