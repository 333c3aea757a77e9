"""Renders a page to HTML in several libraries, in one run, and compares the times.

The page is a search with 100 results. `--page` names another one, which fewer libraries render.

The libraries take turns in rounds, so that a busy machine slows all of them alike; medians of the rounds are compared.
`--in-a-row` has each render the page several times in its turn, as a server does. That changes the ratios, that of
dominate by half. `make peers` brings libraries of JavaScript: Node renders in its turn too, after a second and a half
of rendering that does not count, so that all is compiled.
"""

import argparse
import statistics
import time
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks._node import NodeRenderer, node_renderers
from benchmarks._other_pages import FLOOR, PAGES, PageOf, Renderer
from benchmarks._search_page import results, shape
from benchmarks._search_renderers import RENDERERS

_PYUI = "pyui"
_PAGES = {"search": PageOf(results, 100, RENDERERS), **PAGES}


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Args:
        page: the name of the page.
        items: how much there is on it.
        rounds: how many rounds there are, at the least.
        seconds: for how long the rounds go on.
        in_a_row: how many times a library renders the page in its turn.
    """

    page: str
    items: int
    rounds: int
    seconds: float
    in_a_row: int


def _arguments() -> Size:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", choices=_PAGES, default="search", help="what is rendered (search)")
    parser.add_argument("--rounds", type=int, default=50, help="how many rounds there are (50)")
    parser.add_argument("--seconds", type=float, default=0, help="go on with rounds for that long (0)")
    parser.add_argument("--in-a-row", type=int, default=1, help="renders of a library in its turn (1)")
    parser.add_argument("--quick", action="store_true", help="a tiny page and few rounds, to see that it runs")
    given = parser.parse_args()
    if given.quick:
        return Size(given.page, 3, 2, 0, 1)
    return Size(given.page, _PAGES[given.page].size, given.rounds, given.seconds, given.in_a_row)


def check(renderers: dict[str, Renderer], data: Any) -> dict[str, int]:
    """Returns the number of characters that each library writes.

    Raises:
        SystemExit: one of them writes another page than the others.
    """
    pages = {name: render(data) for name, render in renderers.items()}
    expected = shape(pages[FLOOR])
    for name, html in pages.items():
        if shape(html) != expected:
            raise SystemExit(f"{name} renders another page than {FLOOR}.")
    return {name: len(html) for name, html in pages.items()}


def _time(render: Renderer, data: Any, in_a_row: int) -> float:
    if isinstance(render, NodeRenderer):
        return render.seconds(in_a_row)
    start = time.perf_counter()
    for _ in range(in_a_row):
        render(data)
    return (time.perf_counter() - start) / in_a_row


def measure(renderers: dict[str, Renderer], size: Size, data: Any) -> dict[str, float]:
    """Returns the median time of each library in seconds."""
    times: dict[str, list[float]] = {name: [] for name in renderers}
    end = time.perf_counter() + size.seconds
    done = 0
    while done < size.rounds or time.perf_counter() < end:
        for name, render in renderers.items():
            times[name].append(_time(render, data, size.in_a_row))
        done += 1
    return {name: statistics.median(values) for name, values in times.items()}


def report(medians: dict[str, float], characters: dict[str, int]) -> Table:
    """Makes the table, the fastest library first."""
    table = Table("renderer", *("µs/page", "x floor", "x pyui", "characters"))
    for name in sorted(medians, key=medians.__getitem__):
        median = medians[name]
        figures = (f"{median * 1e6:,.0f}", f"{median / medians[FLOOR]:.1f}", f"{median / medians[_PYUI]:.2f}")
        table.add_row(name, *figures, f"{characters[name]:,}")
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def main() -> None:
    size = _arguments()
    page = _PAGES[size.page]
    data = page.data(size.items)
    renderers: dict[str, Renderer] = {**page.renderers, **node_renderers(size.page, data)}
    characters = check(renderers, data)
    Console().print(report(measure(renderers, size, data), characters))


if __name__ == "__main__":
    main()
