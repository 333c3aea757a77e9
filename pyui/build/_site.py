"""The build: all pages of an app that can be made before anybody asks for them, as files."""

import json
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.types import ASGIApp

from pyui._version import __version__
from pyui.build._blocking import wait_for
from pyui.build._budgets import check_budgets
from pyui.build._compress import copy_variants, write_variants
from pyui.build._errors import BaseUrlError, ServerModeError
from pyui.build._lifespan import entered_lifespan
from pyui.build._offline import write_service_worker
from pyui.build._output import atomic_folder
from pyui.build._page_writer import Output
from pyui.build._pages import SitePages
from pyui.build._processes import WorkerSettings
from pyui.build._report import BuiltRoute, BuiltSite, Progress
from pyui.build._sizes import measure_site
from pyui.build._snapshots import Snapshots
from pyui.server import App, RenderMode, RoutesModuleError
from pyui.server._client_assets import PREFIX as ASSETS_PREFIX
from pyui.server._client_packages import ABOUT as PACKAGES_ABOUT
from pyui.server._prerendered import MARKER
from pyui.server._server_table import JoinedRoute
from pyui.server._snapshot import ABOUT as SNAPSHOT_ABOUT
from pyui.server._source_line import with_line
from pyui.server._static_files import PREFIX as STATIC_PREFIX

_NOTHING = Progress()


class AppSource(NamedTuple):
    """How further processes find the app.

    Args:
        load: returns the application and the app in it; a function of a module.
        name: what it is called with.
    """

    load: Callable[[str], tuple[ASGIApp, App]]
    name: str


def build_site(
    app: App,
    out: Path,
    *,
    output: Output | None = None,
    base_url: str = "",
    application: ASGIApp | None = None,
    source: AppSource | None = None,
    jobs: int = 1,
    snapshot: bool = False,
    budgets: Mapping[str, int] | None = None,
    progress: Progress = _NOTHING,
) -> BuiltSite:
    """Writes the pages of an app that need no request, and what the browser loads besides them.

    The links between pages are relative, so that the folder can be served at the root of a host or below any prefix. It
    appears as a whole: where anything fails, what was in `out` before stays as it was.

    Args:
        app: the app.
        out: the folder to write; it may hold an earlier build, which is replaced.
        output: `"static"` for files that any static host can serve, `"server"` for the prerendered pages that a server
            starts from. None is `"server"` if a server route has the mode SERVER, and else `"static"`.
        base_url: the address that the root of the app will have; empty where it is not known.
        application: what will be served, and whose lifespan is entered: the application that the app is mounted in.
            None is the app itself.
        source: how further processes find the app; None keeps the build in this process.
        jobs: the number of processes.
        snapshot: whether pages start Python from a memory snapshot.
        budgets: what the site may send at most, in bytes by name; None leaves the site unmeasured.
        progress: who is told while the build runs.

    Raises:
        BudgetError: the site sends more than it may.
        SiteBuildError: pages could not be rendered; it names them.
        ServerModeError: a page needs a server, and the output is static.
        BaseUrlError: the base URL is none.
        LifespanError: the application did not start.
        OutputError: `out` holds something that no build made.
        BuildError: the client bundle cannot be made.
    """
    start = time.perf_counter()
    base_url = _checked_url(base_url)
    kind: Output = output or ("server" if any(_needs_server(app, entry) for entry in app.table.entries) else "static")
    if kind == "static":
        _check_static(app)
    if snapshot:
        app.snapshot_source = Snapshots(kind, progress.on_warning, progress.on_snapshot)
    with atomic_folder(out) as folder:
        pages = SitePages(app, folder, kind, base_url, progress)
        workers = WorkerSettings(source.load, source.name, folder, kind, snapshot) if source is not None else None
        routes = wait_for(_write_pages(pages, application or app, workers, jobs))
        if kind == "server" and any(route.mode == "server" for route in routes):
            _make_assets(app)
        _write_assets(app, folder, kind, source.name if source is not None else "")
        _write_static(app, folder, kind)
        if app.offline:
            write_service_worker(app, folder, kind, pages.kept)
        sizes = measure_site(folder, kind, app.made_assets, routes) if budgets is not None else None
        if sizes is not None:
            check_budgets(budgets or {}, sizes)
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return BuiltSite(out, kind, routes, size, time.perf_counter() - start, sizes)


async def _write_pages(
    pages: SitePages, application: ASGIApp, workers: WorkerSettings | None, jobs: int
) -> tuple[BuiltRoute, ...]:
    async with entered_lifespan(application):
        return await pages.write(workers, jobs)


def _needs_server(app: App, entry: JoinedRoute) -> bool:
    line = entry.server_route
    wants = line.has_mode and line.mode is RenderMode.SERVER
    return wants and not entry.is_redirect and entry != app.table.not_found


def _check_static(app: App) -> None:
    for entry in app.table.entries:
        if _needs_server(app, entry):
            where = entry.server_route.where
            what = f'The route "{entry.pattern}" is rendered for each request, which a static build cannot do.'
            fix = "Write RenderMode.PRERENDER or RenderMode.CLIENT, or build with `--output server`."
            raise ServerModeError(with_line(what, where), fix, where=where)


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    is_url = parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment
    if url and not is_url:
        raise BaseUrlError(
            f'"{url}" is no address of a site.', "Write it as https://example.org or https://example.org/app."
        )
    return url.rstrip("/")


def _make_assets(app: App) -> None:
    """Makes what pages that are rendered later may need. Routes that cannot ship are no error before such a page."""
    with suppress(RoutesModuleError):
        app.assets()


def _write_assets(app: App, folder: Path, output: Output, app_name: str) -> None:
    assets = app.made_assets
    target = folder / ASSETS_PREFIX.strip("/")
    target.mkdir(exist_ok=True)
    for name, content in assets.files.items() if assets is not None else ():
        _write_file(target / name, content, output)
    if assets is not None and assets.snapshot is not None:
        shutil.copyfile(assets.snapshot.file.with_name(SNAPSHOT_ABOUT), target / SNAPSHOT_ABOUT)
    if assets is not None and assets.packages.key:
        (target / PACKAGES_ABOUT).write_text(assets.packages.about(), encoding="utf-8")
    build = assets.build if assets is not None else None
    about = {"pyui": __version__, "app": app_name, "output": output, "build": build}
    (folder / MARKER).write_text(json.dumps(about) + "\n", encoding="utf-8")


def _write_static(app: App, folder: Path, output: Output) -> None:
    for name, source in app.static.files().items() if app.static is not None else ():
        _write_file(folder / STATIC_PREFIX.strip("/") / name, source, output)


def _write_file(file: Path, content: bytes | Path, output: Output) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        shutil.copyfile(content, file)
    if output == "server":
        there = copy_variants(content, file) if isinstance(content, Path) else ()
        write_variants(file, content if isinstance(content, bytes) else content.read_bytes(), but=there)
