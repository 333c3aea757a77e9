"""Renders pages and writes them to files. One runs in each process of a build."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from pyui._location import Location
from pyui.build._compress import write_variants
from pyui.build._redirect import redirect_page
from pyui.errors import BuildError, PyuiError
from pyui.router import Redirect, RouteMatch, join_base, match_route, percent_decode
from pyui.server import App, RoutesModuleError, RuntimeAssetsError
from pyui.server._digest import digest
from pyui.server._error_pages import error_place
from pyui.server._pages import Target
from pyui.server._server_table import JoinedRoute
from pyui.view import NotFound

type Output = Literal["server", "static"]


class PageJob(NamedTuple):
    """A page to write.

    Args:
        route: the index of its route in the joined table.
        path: its path below the app's base, percent-encoded.
    """

    route: int
    path: str


class PageResult(NamedTuple):
    """What became of a page.

    Args:
        job: the page.
        file: the file below the output folder; empty where none was written.
        size: its size in bytes.
        digest: a hash of its content.
        seconds: the time that it took.
        live: whether the browser needs the client assets.
        failure: what went wrong; empty where nothing did.
        where: the user's place that the failure is about.
    """

    job: PageJob
    file: str = ""
    size: int = 0
    digest: str = ""
    seconds: float = 0.0
    live: bool = False
    failure: str = ""
    where: Location | None = None


class PageWriter:
    """Writes the pages of an app.

    Args:
        app: the app.
        folder: the output folder.
        output: for whom the pages are; it decides how links between them are written.
    """

    def __init__(self, app: App, folder: Path, output: Output) -> None:
        self._app = app
        self._folder = folder
        self._output: Output = output
        self._entries = app.table.entries

    async def write(self, jobs: Sequence[PageJob]) -> list[PageResult]:
        """Renders pages, all at the same time so that their loaders wait together, and writes them.

        Raises:
            BuildError: the client bundle cannot be made. It is not about one page: each live page would repeat it.
        """
        return await asyncio.gather(*[self._write(job) for job in jobs])

    async def _write(self, job: PageJob) -> PageResult:
        start = time.perf_counter()
        try:
            text = await self._render(job)
            if text is None:
                return PageResult(job)
            data = text.encode()
            file = page_file(job.path)
            if not _write_new(self._folder / file, data):
                return PageResult(job)
            if self._output == "server":
                write_variants(self._folder / file, data)
        except (BuildError, RoutesModuleError, RuntimeAssetsError):
            raise
        except NotFound:
            return PageResult(job)
        except Exception as error:  # noqa: BLE001 - the boundary: all failing pages are reported together
            return PageResult(job, failure=describe_error(error), where=error_place(error))
        seconds = time.perf_counter() - start
        return PageResult(job, file, len(data), digest([data]), seconds, self._app.made_assets is not None)

    async def _render(self, job: PageJob) -> str | None:
        """Renders a page; None for a path that an earlier route takes, whose file is, or will be, that one's."""
        entry = self._entries[job.route]
        match = match_route(self._app.routes.table, job.path)
        if match is None or match.chain != entry.chain:
            return None
        return await self._render_match(entry, match, job.path)

    async def _render_match(self, entry: JoinedRoute, match: RouteMatch, path: str) -> str:
        base = relative_base(path, self._output)
        if match.redirect_to is not None:
            return redirect_page(join_base(base, match.redirect_to))
        try:
            return await self._app.pages.render(Target(match, entry.server_route, path, base, None))
        except Redirect as found:
            if self._output == "server":
                raise NotFound from found
            return redirect_page(join_base(base, found.url))


def page_file(path: str) -> str:
    """Returns the file of a path, relative to the output folder. Hosts look for it by the decoded path."""
    return "/".join([*percent_decode(path).strip("/").split("/"), "index.html"]).lstrip("/")


def relative_base(path: str, output: Output) -> str:
    """Returns the way from a page to the root of the app, such as `../..`.

    Static hosts answer for `/x` with `/x/index.html` at `/x/`, the server at `/x`.
    """
    depth = path.strip("/").count("/") + (output == "static" and path != "/")
    return "/".join([".."] * depth) or "."


def describe_error(error: Exception) -> str:
    """Returns what a report says about an error."""
    text = f"[{error.code}] {error.what}" if isinstance(error, PyuiError) else f"{type(error).__name__}: {error}"
    place = error_place(error)
    return f"{text} ({place})" if place is not None else text


def _write_new(file: Path, data: bytes) -> bool:
    """Writes a file, unless it is there: two sets of parameters may lead to one path."""
    try:
        try:
            stream = file.open("xb")
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            stream = file.open("xb")
    except FileExistsError:
        return False
    with stream:
        stream.write(data)
    return True
