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
from pyui.router import Redirect, RouteMatch, data_path, join_base, match_route, percent_decode
from pyui.server import App, RoutesModuleError, RuntimeAssetsError
from pyui.server._client_routes import client_routes
from pyui.server._digest import digest
from pyui.server._error_pages import error_place
from pyui.server._pages import MadePage, Target
from pyui.view import NotFound

type Output = Literal["server", "static"]


class PageJob(NamedTuple):
    """A page to write.

    Args:
        route: the index of its route in the joined table.
        path: its path below the app's base, percent-encoded.
        data_only: whether the page is written, and only its data is not.
    """

    route: int
    path: str
    data_only: bool = False


class PageResult(NamedTuple):
    """What became of a page.

    Args:
        job: the page.
        file: the file below the output folder; empty where none was written.
        size: its size in bytes.
        digest: a hash of its content.
        span: when work on it began and ended, by the clock that all processes of the machine share.
        live: whether the browser needs the client assets.
        lacks_data: whether the browser may ask for the page's data, and it was not written.
        failure: what went wrong; empty where nothing did.
        where: the user's place that the failure is about.
    """

    job: PageJob
    file: str = ""
    size: int = 0
    digest: str = ""
    span: tuple[float, float] = (0.0, 0.0)
    live: bool = False
    lacks_data: bool = False
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
        app.pages.offline = app.offline
        self._app = app
        self._folder = folder
        self._output: Output = output
        self._entries = app.table.entries
        self._data_routes = frozenset(client_routes(app.table)["data"])

    async def write(self, jobs: Sequence[PageJob]) -> list[PageResult]:
        """Renders pages, all at the same time so that their loaders wait together, and writes them.

        Raises:
            BuildError: the client bundle cannot be made. It is not about one page: each live page would repeat it.
        """
        return await asyncio.gather(*[self._write_or_fail(job) for job in jobs])

    async def _write_or_fail(self, job: PageJob) -> PageResult:
        try:
            return await self._write(job)
        except (BuildError, RoutesModuleError, RuntimeAssetsError):
            raise
        except NotFound:
            return PageResult(job)
        except Exception as error:  # noqa: BLE001 - the boundary: all failing pages are reported together
            return PageResult(job, failure=describe_error(error), where=error_place(error))

    async def _write(self, job: PageJob) -> PageResult:
        start = time.monotonic()
        match = match_route(self._app.routes.table, job.path)
        if match is None or match.chain != self._entries[job.route].chain:
            # An earlier route takes the path, so the file is, or will be, that one's.
            return PageResult(job)
        made = await self._make(job, match)
        lacks_data = False
        if isinstance(made, MadePage) and job.route in self._data_routes:
            lacks_data = not await self._write_data(job.path, made)
        if job.data_only:
            return PageResult(job)
        text = made if isinstance(made, str) else await self._app.pages.document(made)
        file, data = page_file(job.path), text.encode(errors="replace")
        if not self._save(file, data):
            return PageResult(job)
        span, live = (start, time.monotonic()), self._app.made_assets is not None
        return PageResult(job, file, len(data), digest([data]), span, live, lacks_data)

    async def _make(self, job: PageJob, match: RouteMatch) -> MadePage | str:
        """Renders a page; a redirect is rendered to the page that goes there."""
        base = relative_base(job.path, self._output)
        if match.redirect_to is not None:
            return redirect_page(join_base(base, match.redirect_to))
        try:
            return await self._app.pages.make(
                Target(match, self._entries[job.route].server_route, job.path, base, None, is_checked=True)
            )
        except Redirect as found:
            if self._output == "server":
                raise NotFound from found
            return redirect_page(join_base(base, found.url))

    async def _write_data(self, path: str, page: MadePage) -> bool:
        """Writes what the browser asks for when it goes to a page by itself, unless no page is live so far."""
        if not page.is_live and self._app.made_assets is None:
            return False
        self._save(percent_decode(data_path(path)).lstrip("/"), await self._app.pages.data(page))
        return True

    def _save(self, name: str, data: bytes) -> bool:
        """Writes a file, unless it is there: two sets of parameters may lead to one path."""
        file = self._folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            return False
        if self._output == "server":
            write_variants(file, data)
        return True


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
    text = (
        f"[{error.code}] {error.what} {error.fix}"
        if isinstance(error, PyuiError)
        else f"{type(error).__name__}: {error}"
    )
    place = error_place(error)
    return f"{text} ({place})" if place is not None else text
