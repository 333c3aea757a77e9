"""What a build says while it runs, and when it is done."""

from collections.abc import Mapping
from functools import partial
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pyui.build import BuiltRoute, BuiltSite, Sizes
from pyui.build import Progress as Listeners
from pyui.cli._snapshot import print_taking, print_warning


class BuildReport:
    """Shows the progress of a build: a bar on a terminal, plain lines elsewhere.

    Args:
        console: where to write.
        total: the number of routes.
    """

    def __init__(self, console: Console, total: int) -> None:
        self._console = console
        columns = (
            TextColumn("Rendering"),
            BarColumn(),
            TextColumn("{task.completed}/{task.total} routes, {task.fields[pages]:,} pages"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
        )
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._progress.add_task("", total=total, pages=0)
        self._pages = 0
        warn = partial(print_warning, self._progress.console)
        self.listeners = Listeners(self._route, self._page, partial(print_taking, self._progress.console), warn)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def _page(self, path: str) -> None:
        self._pages += 1
        self._progress.update(self._task, pages=self._pages, description=path)

    def _route(self, route: BuiltRoute) -> None:
        self._progress.update(self._task, advance=1)
        if not self._console.is_terminal:
            count = f" ({route.pages:,} pages)" if route.pages > 1 else ""
            line = f"{route.mode} {route.route}{count}"
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def print_summary(console: Console, site: BuiltSite) -> None:
    """Prints a table of the routes and a line on the whole."""
    table = Table(box=None, pad_edge=False)
    table.add_column("route", overflow="fold")
    table.add_column("mode")
    table.add_column("pages", justify="right")
    table.add_column("bytes", justify="right")
    table.add_column("time", justify="right")
    for route in site.routes:
        numbers = (
            (f"{route.pages:,}", f"{route.size:,}", f"{route.seconds * 1000:,.1f} ms") if route.pages else ("", "", "")
        )
        table.add_row(route.route, route.mode, *numbers, style=None if route.pages else "dim")
    console.print(table)
    if site.sizes is not None and site.sizes.assets:
        console.print(_table("what a live page loads", site.sizes.assets))
    if site.sizes is not None:
        console.print(_table("first visit of", site.sizes.visits))
    written = sum(route.pages for route in site.routes)
    size = f"{site.size / 1e6:.1f} MB with assets"
    total = f"{written:,} pages, {size}, {site.seconds:.1f} s, for a {_HOSTS[site.output]}: {site.out}"
    console.print(total, markup=False, highlight=False, soft_wrap=True)


def _table(title: str, sizes: Mapping[str, Sizes]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(title, overflow="fold")
    for column in ("bytes", "gzip", "brotli"):
        table.add_column(column, justify="right")
    for name, found in sizes.items():
        table.add_row(name, *(f"{size:,}" for size in found))
    return table


_HOSTS = {"server": "server", "static": "static host"}
