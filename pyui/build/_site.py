"""The static build: all pages of an app that need no request, as files for any static server."""

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pyui._version import __version__
from pyui.build._blocking import wait_for
from pyui.build._errors import SiteBuildError
from pyui.build._output import MARKER, atomic_folder
from pyui.build._redirect import redirect_page
from pyui.errors import BuildError, PyuiError
from pyui.router import Route, RouteMatch, full_path, join_base, leaves, match_route, percent_encode
from pyui.server import App, RoutesModuleError, RuntimeAssetsError
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._error_pages import error_place, status_page
from pyui.server._pages import Target
from pyui.server._static_files import PREFIX as STATIC_PREFIX


class BuiltPage(NamedTuple):
    """One line of the report.

    Args:
        route: the path of the route.
        mode: `"prerender"`, `"redirect"`, `"client"`, or `"skipped"` for a route with parameters.
        size: the size of the file in bytes; 0 for a route that was skipped.
        seconds: the time that it took.
    """

    route: str
    mode: str
    size: int
    seconds: float


class BuiltSite(NamedTuple):
    """What a static build wrote.

    Args:
        out: the folder.
        pages: a line for each route, in the order of the table.
        size: the size of all files in bytes.
        seconds: the time that the build took.
    """

    out: Path
    pages: tuple[BuiltPage, ...]
    size: int
    seconds: float


def page_routes(app: App) -> list[tuple[Route, ...]]:
    """Lists the ways to all routes of an app that a build reports on."""
    return list(leaves(app.routes.table))


def build_site(app: App, out: Path, *, on_page: Callable[[BuiltPage], object] | None = None) -> BuiltSite:
    """Renders every route without parameters to a file, and writes the assets beside them.

    Links between the files are relative, so that the folder can be served at the root of a host or below any prefix. It
    appears as a whole: where anything fails, what was in `out` before stays as it was.

    Args:
        app: the app.
        out: the folder to write; it may hold an earlier build, which is replaced.
        on_page: called when a route is done.

    Raises:
        SiteBuildError: pages could not be rendered; it names all of them.
        OutputError: `out` holds something that is no static build.
        BuildError: the client bundle cannot be made.
    """
    start = time.perf_counter()
    with atomic_folder(out) as folder:
        pages = wait_for(_write_pages(app, folder, on_page))
        (folder / "404.html").write_text(status_page(404), encoding="utf-8")
        _write_assets(app, folder)
        _write_static(app, folder)
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return BuiltSite(out, pages, size, time.perf_counter() - start)


async def _write_pages(app: App, folder: Path, on_page: Callable[[BuiltPage], object] | None) -> tuple[BuiltPage, ...]:
    pages: list[BuiltPage] = []
    failures: list[tuple[str, Exception]] = []
    for chain in page_routes(app):
        route = full_path(chain)
        try:
            page = await _write_page(app, folder, route)
        except (BuildError, RoutesModuleError, RuntimeAssetsError):
            # Not about this page: each live page would repeat it.
            raise
        except Exception as error:  # noqa: BLE001 - the boundary: all failing pages are reported together
            failures.append((route, error))
        else:
            pages.append(page)
            if on_page is not None:
                on_page(page)
    if failures:
        raise _failure(failures)
    return tuple(pages)


async def _write_page(app: App, folder: Path, route: str) -> BuiltPage:
    start = time.perf_counter()
    if "{" in route:
        return BuiltPage(route, "skipped", 0, 0.0)
    path = percent_encode(route)
    match = match_route(app.routes.table, path)
    if match is None or full_path(match.chain) != route:
        # An earlier route takes the path, so the file is, or will be, that one's.
        return BuiltPage(route, "skipped", 0, 0.0)
    mode, text = await _render(app, match, path)
    file = folder / route.strip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    file.write_bytes(data)
    return BuiltPage(route, mode, len(data), time.perf_counter() - start)


async def _render(app: App, match: RouteMatch, path: str) -> tuple[str, str]:
    base = "/".join([".."] * path.strip("/").count("/") + [".."]) if path != "/" else "."
    if match.redirect_to is not None:
        return "redirect", redirect_page(join_base(base, match.redirect_to))
    server_route = app.server_route(path)
    text = await app.pages.render(Target(match, server_route, path, base, None))
    return "client" if server_route.mode.value == "client" else "prerender", text


def _failure(failures: list[tuple[str, Exception]]) -> SiteBuildError:
    lines = "".join(f"\n  {route}: {_describe(error)}" for route, error in failures)
    count = f"{len(failures)} pages" if len(failures) > 1 else "A page"
    what = f"{count} could not be rendered:{lines}\n"
    error = SiteBuildError(
        what, "Nothing was written; an earlier build is as it was.", where=error_place(failures[0][1])
    )
    error.__cause__ = failures[0][1]
    return error


def _describe(error: Exception) -> str:
    text = f"[{error.code}] {error.what}" if isinstance(error, PyuiError) else f"{type(error).__name__}: {error}"
    place = error_place(error)
    return f"{text} ({place})" if place is not None else text


def _write_assets(app: App, folder: Path) -> None:
    assets = app.made_assets
    target = folder / ASSETS_PREFIX.strip("/")
    target.mkdir(exist_ok=True)
    for name, content in assets.files.items() if assets is not None else ():
        file = target / name
        file.parent.mkdir(exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            shutil.copyfile(content, file)
    about = {"pyui": __version__, "build": assets.build if assets is not None else None}
    (folder / MARKER).write_text(json.dumps(about) + "\n", encoding="utf-8")


def _write_static(app: App, folder: Path) -> None:
    for name, source in app.static.files().items() if app.static is not None else ():
        file = folder / STATIC_PREFIX.strip("/") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, file)
