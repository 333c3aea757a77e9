"""What a build says while it runs, and when it is done."""

from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pyui.build import BuiltPage, BuiltSite


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
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
        )
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def page(self, page: BuiltPage) -> None:
        """Shows that a route is done."""
        self._progress.update(self._task, advance=1, description=page.route)
        if not self._console.is_terminal:
            self._console.print(f"{page.mode} {page.route}", markup=False, highlight=False, soft_wrap=True)


def print_summary(console: Console, site: BuiltSite) -> None:
    """Prints a table of the routes and a line on the whole."""
    table = Table(box=None, pad_edge=False)
    table.add_column("route", overflow="fold")
    table.add_column("mode")
    table.add_column("bytes", justify="right")
    table.add_column("time", justify="right")
    for page in site.pages:
        skipped = page.mode == "skipped"
        numbers = ("", "") if skipped else (f"{page.size:,}", f"{page.seconds * 1000:.1f} ms")
        table.add_row(page.route, page.mode, *numbers, style="dim" if skipped else None)
    console.print(table)
    written = sum(page.mode != "skipped" for page in site.pages)
    total = f"{written} pages, {site.size / 1e6:.1f} MB with assets, {site.seconds:.1f} s: {site.out}"
    console.print(total, markup=False, highlight=False, soft_wrap=True)
