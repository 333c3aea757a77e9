"""Drives the pages of js-framework-benchmark (keyed) in Chromium: vanilla JavaScript, Solid, React, Wybthon and pyui.

Each operation is timed from the click to the end of the paint behind it, and to the end of its scripts. The libraries
take turns in each round, so that what else the machine does hits all of them. Frames are not held back for a display,
so that short operations are not rounded up to a sixtieth of a second.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from math import prod
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks._client_hydration import time_hydration
from benchmarks._client_pages import HYDRATED, build, is_ready, served
from benchmarks._client_scaling import memory_of_cycles, time_updates
from pyui.testing._chromium import find_chromium

_MEASURE = Path(__file__).with_name("_client_measure.js").read_text(encoding="utf-8")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
    "--disable-background-networking",
    "--js-flags=--expose-gc",
)
# Notes the memory of WebAssembly, which Chromium does not count as the heap of JavaScript.
_NOTE_WASM = """
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...args) => {
    const made = await original.apply(WebAssembly, args);
    const memory = (made.instance ?? made).exports.memory;
    if (memory) globalThis.benchMemory = memory;
    return made;
  };
}
"""

type Times = dict[str, dict[str, list[tuple[float, float]]]]
"""By operation and library: script time and time to paint of each round, in milliseconds."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Starts the system's Chromium, or Playwright's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(_FLAGS))
        yield browser
        browser.close()


class Driven:
    """A page that is open.

    Args:
        browser: the browser.
        name: the library.
        url: the page's address.
    """

    def __init__(self, browser: Browser, name: str, url: str) -> None:
        self.name = name
        self.page: Page = browser.new_page()
        self.page.add_init_script(_NOTE_WASM)
        self.page.goto(url)
        self.page.evaluate(is_ready(name))
        self.page.evaluate(_MEASURE)
        self._session: CDPSession = self.page.context.new_cdp_session(self.page)
        self.names: list[str] = self.page.evaluate("bench.names")

    def run(self, operation: str) -> tuple[float, float]:
        """Returns the script time and the time to paint of an operation, in milliseconds."""
        self.page.bring_to_front()
        script, total = self.page.evaluate("name => bench.run(name)", operation)
        return script, total

    def memory(self) -> float:
        """Returns the heap of JavaScript and the memory of WebAssembly, in megabytes."""
        self._session.send("HeapProfiler.collectGarbage")
        heap: float = self._session.send("Runtime.getHeapUsage")["usedSize"]
        return (heap + self.page.evaluate("globalThis.benchMemory?.buffer.byteLength ?? 0")) / 1e6


def time_operations(driven: list[Driven], only: list[str], warm_ups: int, rounds: int) -> Times:
    """Times the operations, the libraries in turns."""
    times: Times = {name: {each.name: [] for each in driven} for name in driven[0].names if not only or name in only}
    for number in range(warm_ups + rounds):
        for operation, found in times.items():
            for each in driven if number % 2 else driven[::-1]:
                measured = each.run(operation)
                if number >= warm_ups:
                    found[each.name].append(measured)
    return times


def medians(times: Times, which: int) -> dict[str, dict[str, float]]:
    """Returns the medians of the script times (0) or of the times to paint (1)."""
    return {
        operation: {name: statistics.median(pair[which] for pair in found) for name, found in by_name.items()}
        for operation, by_name in times.items()
    }


def report(title: str, found: dict[str, dict[str, float]]) -> Table:
    """Writes medians and, behind them, ratios to vanilla."""
    libraries = list(next(iter(found.values())))
    table = Table(title=title, box=None)
    for column in ("operation", *libraries):
        table.add_column(column, justify="left" if column == "operation" else "right")
    for operation, values in found.items():
        cells = [f"{values[name]:.1f} ({values[name] / values['vanilla']:.2f})" for name in libraries]
        table.add_row(operation, *cells)
    ratios = [[values[name] / values["vanilla"] for values in found.values()] for name in libraries]
    table.add_row("geometric mean", *[f"{prod(each) ** (1 / len(each)):.3f}" for each in ratios])
    return table


def memory_after(driven: list[Driven]) -> Table:
    """Measures memory behind each operation, in a state that all of them bring about alike."""
    table = Table(title="memory behind the operation, MB", box=None)
    for column in ("operation", *[each.name for each in driven]):
        table.add_column(column, justify="left" if column == "operation" else "right")
    for operation in ("clear", "create 1k", "update", "create 10k", "clear"):
        cells: list[str] = []
        for each in driven:
            each.run(operation)
            cells.append(f"{each.memory():.1f}")
        table.add_row(operation, *cells)
    return table


def compare(console: Console, browser: Browser, pages: dict[str, str], given: Any) -> Times:
    """Measures and prints all but hydration.

    Args:
        console: where to.
        browser: the browser.
        pages: the address of each library's page.
        given: the options of the command line.
    """
    rounds: int = given.rounds
    chosen = [name for name in pages if not given.only or name in ("vanilla", *given.only)]
    driven = [Driven(browser, name, pages[name]) for name in chosen]
    times = time_operations(driven, given.operations, given.warm_ups, rounds)
    console.print(report(f"time to paint, ms (ratio to vanilla), median of {rounds}", medians(times, 1)))
    console.print(report(f"script time, ms (ratio to vanilla), median of {rounds}", medians(times, 0)))
    if not given.quick:
        console.print(memory_after(driven))
    for each in driven:
        each.page.close()
    if not given.no_scaling:
        bindings = (100,) if given.quick else (100, 100_000)
        console.print(time_updates(browser, pages["pyui"], bindings, rounds))
        console.print(memory_of_cycles(browser, pages["pyui"], _NOTE_WASM, 1 if given.quick else 50))
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each operation is timed (15)")
    parser.add_argument("--warm-ups", type=int, default=5, help="how often it runs before (5)")
    parser.add_argument("--only", nargs="*", default=[], help="the libraries to compare; vanilla always is")
    parser.add_argument("--operations", nargs="*", default=[], help="the operations to time; by default all")
    parser.add_argument("--no-hydration", action="store_true", help="leave hydration out")
    parser.add_argument("--only-hydration", action="store_true", help="leave all else out")
    parser.add_argument("--no-scaling", action="store_true", help="leave large pages and many cycles out")
    parser.add_argument("--json", type=Path, help="a file for all times")
    parser.add_argument("--quick", action="store_true", help="one round of few things, to see that it runs")
    given: Any = parser.parse_args()
    if given.quick:
        given.rounds, given.warm_ups, given.only, given.operations = 1, 0, ["pyui"], ["create 1k", "clear"]
    sizes = (100,) if given.quick else (100, 1_000, 10_000)
    console = Console(width=120)
    times: Times = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        build(Path(folder), sizes)
        with served(Path(folder)) as pages:
            if not given.only_hydration:
                times = compare(console, browser, pages, given)
            if not given.no_hydration:
                others = {name: pages[name] for name in HYDRATED}
                console.print(time_hydration(browser, others, sizes, given.rounds, Path(folder)))
    if given.json:
        given.json.write_text(json.dumps(times, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
