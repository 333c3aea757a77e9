"""Writes all pages of a build and the lists of them."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import aclosing
from pathlib import Path

from pyui._location import Location
from pyui.build._errors import SiteBuildError
from pyui.build._host_files import SHELL_FILE, needs_shell, not_found_page, shell_page, write_host_files
from pyui.build._lists import Manifest, Sitemap
from pyui.build._offline import MOST_KEPT, immutable_files
from pyui.build._page_writer import Output, PageJob, PageResult, PageWriter, describe_error
from pyui.build._params import prerender_paths
from pyui.build._processes import WorkerSettings, write_pages
from pyui.build._report import BuiltRoute, Progress
from pyui.router import percent_encode
from pyui.server import App, RenderMode
from pyui.server._error_pages import error_place
from pyui.server._prerendered import MANIFEST
from pyui.server._server_table import JoinedRoute

_MOST_REPORTED = 50


class SitePages:
    """The pages of an app on their way to files.

    Args:
        app: the app.
        folder: the output folder.
        output: for whom the pages are.
        base_url: the address of the app's root, without a slash at its end; empty where it is not known.
        progress: who is told.

    Attributes:
        kept: the files of the first pages, which a browser may keep.
    """

    def __init__(self, app: App, folder: Path, output: Output, base_url: str, progress: Progress) -> None:
        self._app = app
        self._folder = folder
        self._output: Output = output
        self._base_url = base_url
        self._progress = progress
        self._entries = app.table.entries
        self._modes = [build_mode(app, entry, output) for entry in self._entries]
        self._failures: list[tuple[str, str, Location | None]] = []
        self._failed = 0
        self._cause: Exception | None = None
        self._routes: list[BuiltRoute] = []
        self._spans: dict[int, tuple[float, float]] = {}
        self._lacking: set[int] = set()
        self.kept: list[str] = []

    async def write(self, settings: WorkerSettings | None, processes: int) -> tuple[BuiltRoute, ...]:
        """Writes everything but assets and static files.

        Args:
            settings: how further processes find the app; None for no further processes.
            processes: how many of them.

        Returns:
            A line for each route.

        Raises:
            SiteBuildError: pages could not be rendered; it names them.
            BuildError: the client bundle cannot be made.
        """
        writer = PageWriter(self._app, self._folder, self._output)
        with Manifest(self._folder / MANIFEST) as manifest, Sitemap(self._folder, self._base_url) as sitemap:
            async with aclosing(write_pages(self._jobs(), writer, settings, processes)) as results:
                async for result in results:
                    self._take(result, manifest, sitemap)
            self._finish_routes(len(self._entries))
            if self._lacking:
                await self._write_lacking(writer)
        if self._output == "static":
            await self._write_host_files()
        if self._failures:
            raise self._failure()
        return tuple(self._routes)

    async def _write_lacking(self, writer: PageWriter) -> None:
        """Writes the data of pages that were made before it was known that a page is live."""
        if self._app.made_assets is None:
            return
        async with aclosing(write_pages(self._jobs(data_only=True), writer, None, 1)) as results:
            async for result in results:
                if result.failure:
                    self._fail(result.job.path, result.failure, result.where)

    async def _jobs(self, *, data_only: bool = False) -> AsyncIterator[PageJob]:
        for index, entry in enumerate(self._entries):
            if self._modes[index] not in ("prerender", "client", "redirect") or (
                data_only and index not in self._lacking
            ):
                continue
            if entry.is_literal:
                yield PageJob(index, percent_encode(entry.pattern), data_only)
                continue
            try:
                async with aclosing(prerender_paths(entry, self._output)) as paths:
                    async for path in paths:
                        yield PageJob(index, path, data_only)
            except Exception as error:  # noqa: BLE001 - the boundary: all failures are reported together
                self._fail(entry.pattern, describe_error(error), error_place(error))

    def _take(self, result: PageResult, manifest: Manifest, sitemap: Sitemap) -> None:
        index, path = result.job.route, result.job.path
        self._finish_routes(index)
        if len(self._routes) == index:
            self._routes.append(BuiltRoute(self._entries[index].pattern, self._modes[index], 0, 0, 0.0))
        if result.live:
            self._app.assets()
        if result.lacks_data:
            self._lacking.add(index)
        if result.failure:
            self._fail(path, result.failure, result.where)
        if not result.file:
            return
        line = self._routes[index]
        # Pages are made at the same time, so what they took cannot be added up.
        first, last = self._spans.get(index, result.span)
        first, last = self._spans[index] = min(first, result.span[0]), max(last, result.span[1])
        self._routes[index] = line._replace(pages=line.pages + 1, size=line.size + result.size, seconds=last - first)
        if result.size > line.largest_size:
            self._routes[index] = self._routes[index]._replace(largest=result.file, largest_size=result.size)
        if line.mode in ("prerender", "client") and len(self.kept) < MOST_KEPT:
            self.kept.append(result.file)
        self._progress.on_page(path)
        if line.mode == "prerender":
            manifest.add(path, result.file, self._entries[index].server_route.headers, result.digest)
            sitemap.add(f"{path.rstrip('/')}/" if self._output == "static" else path)

    def _finish_routes(self, end: int) -> None:
        """Reports the routes before an index. One without a page that was written is told as skipped."""
        # The last line is open until the next route's first page comes.
        if self._routes and len(self._routes) <= end:
            last = self._routes[-1]
            waits = last.mode in ("server", "skipped")
            if last.pages == 0 and not waits:
                self._routes[-1] = last = last._replace(mode="skipped")
            if not waits:
                self._progress.on_route(last)
        while len(self._routes) < end:
            index = len(self._routes)
            mode = self._modes[index] if self._modes[index] == "server" else "skipped"
            self._routes.append(BuiltRoute(self._entries[index].pattern, mode, 0, 0, 0.0))
            self._progress.on_route(self._routes[-1])

    async def _write_host_files(self) -> None:
        base = "/" + self._base_url.partition("://")[2].partition("/")[2] if self._base_url else ""
        base = base.rstrip("/")
        await self._write_host_page("404.html", not_found_page(self._app, base))
        if any(map(needs_shell, self._entries)):
            await self._write_host_page(SHELL_FILE, shell_page(self._app, base))
        write_host_files(self._folder, self._entries, immutable_files(self._app))

    async def _write_host_page(self, name: str, page: Awaitable[str]) -> None:
        try:
            (self._folder / name).write_text(await page, encoding="utf-8")
        except Exception as error:  # noqa: BLE001 - the boundary: it is reported with the other pages
            self._fail(name, describe_error(error), error_place(error))

    def _fail(self, path: str, text: str, where: Location | None) -> None:
        self._failed += 1
        if len(self._failures) < _MOST_REPORTED:
            self._failures.append((path, text, where))

    def _failure(self) -> SiteBuildError:
        lines = "".join(f"\n  {path}: {text}" for path, text, _ in self._failures)
        more = self._failed - len(self._failures)
        lines += f"\n  and {more:,} more" if more else ""
        count = f"{self._failed:,} pages" if self._failed > 1 else "A page"
        what = f"{count} could not be rendered:{lines}\n"
        return SiteBuildError(what, "Nothing was written; an earlier build is as it was.", where=self._failures[0][2])


def build_mode(app: App, entry: JoinedRoute, output: Output) -> str:
    """Returns what a build makes of a route, as `BuiltRoute.mode` tells it."""
    line = entry.server_route
    is_static = output == "static"
    if entry.is_redirect:
        return "redirect" if is_static and entry.is_literal else "skipped" if is_static else "server"
    if entry == app.table.not_found:
        return "skipped" if is_static else "server"
    if line.mode is RenderMode.PRERENDER:
        return "prerender"
    if line.mode is RenderMode.CLIENT:
        return ("client" if entry.is_literal else "skipped") if is_static else "server"
    return ("prerender" if entry.is_literal else "skipped") if is_static else "server"
