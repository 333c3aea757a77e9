"""How long it takes until the rows of a page that a server has rendered are bound."""

from pathlib import Path

from playwright.sync_api import Browser, Page
from rich.table import Table

from benchmarks._built_app import served
from benchmarks._spread import spread

_PYUI = ("pyui", "pyui, no snapshot")
_APP = "examples.jfb.main:app"


def time_hydration(
    browser: Browser, others: dict[str, str], sizes: tuple[int, ...], rounds: int, folder: Path
) -> Table:
    """Times hydration on fresh pages: from where the library begins to where all rows are bound.

    For pyui, the library begins when Python is there: from the app's build, and from one without a memory snapshot,
    where the import of the app's modules counts as well.

    Args:
        browser: the browser.
        others: the addresses of the pages of the other libraries.
        sizes: the numbers of rows.
        rounds: how often each is timed, in turns.
        folder: a folder for the builds.
    """
    with (
        served(_APP, _APP, folder / "built") as built,
        served(_APP, _APP, folder / "without", "--no-snapshot") as without,
    ):
        pages = {**others, **dict(zip(_PYUI, (f"{built}/rows/", f"{without}/rows/"), strict=True))}
        found: dict[str, dict[int, list[float]]] = {name: {size: [] for size in sizes} for name in pages}
        for _ in range(rounds):
            for size in sizes:
                for name, times in found.items():
                    times[size].append(_hydrate(browser, name, pages[name], size))
    title = f"hydration, ms from the start of the library (of Python) to bound, median of {rounds} (quartiles)"
    table = Table(title=title, box=None)
    for column in ("library", *[f"{size:,} rows" for size in sizes]):
        table.add_column(column, justify="left" if column == "library" else "right")
    for name, times in found.items():
        table.add_row(name, *map(_summary, times.values()))
    return table


def _summary(times: list[float]) -> str:
    low, median, high = spread(times)
    return f"{median:.1f} ({low:.0f} to {high:.0f})"


def _hydrate(browser: Browser, name: str, url: str, size: int) -> float:
    page = browser.new_page()
    try:
        if name in _PYUI:
            page.goto(f"{url}{size}")
            timings: dict[str, float] = page.evaluate("pyui.ready.then(ready => ready.timings)")
            time = timings["ready"] - timings["import"]
        else:
            page.goto(f"{url}{size}.html")
            time = page.evaluate("benchReady")
        _check_bound(page, size)
        return time
    finally:
        page.close()


def _check_bound(page: Page, size: int) -> None:
    """Selects and removes a row of a hydrated page."""
    page.evaluate("document.querySelector('#tbody > tr:nth-child(5) > td:nth-child(2) a').click()")
    page.wait_for_function("document.querySelector('#tbody > tr:nth-child(5)').className === 'danger'")
    page.evaluate("document.querySelector('#tbody > tr:nth-child(5) > td:nth-child(3) a span').click()")
    page.wait_for_function(f"document.querySelector('#tbody').childElementCount === {size - 1}")
