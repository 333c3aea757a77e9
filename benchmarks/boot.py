"""Opens a page of the example shop in Chromium and measures the time until Python has taken it over.

Side by side, in turns: from the memory snapshot; without it; a plain `loadPyodide` that then imports the same modules
and takes over nothing; and a bare `loadPyodide` that imports nothing. Cold is a visit with an empty profile, warm the
second one after it. Reports medians, their ratios to the plain start, the bytes of a cold visit, and when the first
paint was, beside that of the same page without any script. `--slow` lets all come over 10 Mbit/s with 40 ms of latency.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks._boot_app import PATH
from pyui.testing._chromium import CHROMIUM_FLAGS, find_chromium
from tests.support.process import listening_url

SHOP = "examples.shop.main:app"
PLAIN = "plain loadPyodide + import"
_SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
# Before anything of the page runs: notes what holds up the main thread for more than 50 ms.
_LONG_TASKS = """
globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration))))
  .observe({ type: "longtask", buffered: true });
"""


class Visit(NamedTuple):
    """A visit to a page.

    Args:
        ready: milliseconds from the start of navigation until Python is ready; 0 where the page has none.
        paint: milliseconds until the first contentful paint; 0 where nothing is painted.
        size: the bytes that came over the network.
        long_tasks: the milliseconds of each task that held up the page for more than 50.
        timings: the milliseconds of each mark.
        phases: the milliseconds that each phase took.
    """

    ready: float
    paint: float
    size: int
    long_tasks: list[int]
    timings: dict[str, float]
    phases: dict[str, float]


class Visits(NamedTuple):
    """What was measured of a page.

    Args:
        cold: visits with an empty cache.
        warm: visits after them.
    """

    cold: list[Visit]
    warm: list[Visit]

    def median(self, value: Callable[[Visit], float]) -> tuple[float, float]:
        """Returns the median of a value for cold and for warm visits."""
        cold, warm = (statistics.median(map(value, visits)) for visits in self)
        return cold, warm


@contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """Builds the shop for a server and serves it; gives its address."""
    environment = {name: value for name, value in os.environ.items() if name != "PYUI_NO_SNAPSHOT"}
    command = [sys.executable, "-m", "pyui", "build", SHOP, "--output", "server", "--out", str(folder), *options]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    environment["PYUI_PRERENDERED"] = str(folder)
    serve = [sys.executable, "-m", "uvicorn", "benchmarks._boot_app:app", "--port", "0", "--no-access-log"]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield listening_url(process)
        finally:
            process.terminate()


def visit(page: Page, url: str, *, slow: bool) -> Visit:
    """Opens a page and waits until it is painted, and for Python where the page has it."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", _SLOW)
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(url, wait_until="load")
    has_python = page.locator("script").count() > 0
    if has_python:
        page.wait_for_function("globalThis.pyui?.ready", timeout=120_000)
    found: dict[str, Any] = page.evaluate(
        "async () => ({...await globalThis.pyui?.ready, longTasks, "
        "paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0})"
    )
    session.detach()
    timings: dict[str, float] = found.get("timings", {})
    return Visit(
        timings.get("ready", 0.0), found["paint"], sum(sizes), found["longTasks"], timings, found.get("phases", {})
    )


def visit_new(browser: Browser, url: str, visits: Visits, *, slow: bool) -> None:
    """Visits a page with a new profile: cold, once more so that the browser may keep what it compiled, and warm."""
    context = browser.new_context()
    context.add_init_script(_LONG_TASKS)
    page = context.new_page()
    visits.cold.append(visit(page, url, slow=slow))
    visit(page, url, slow=slow)
    visits.warm.append(visit(page, url, slow=slow))
    context.close()


def report(found: dict[str, Visits], title: str) -> Table:
    """Returns the table of all pages."""
    table = Table(title=title, box=None)
    for column in (
        "page",
        "cold ms",
        "warm ms",
        "cold / plain",
        "warm / plain",
        "cold MB",
        "paint ms",
        "long tasks ms",
    ):
        table.add_column(column, justify="left" if column == "page" else "right")
    plain_cold, plain_warm = found[PLAIN].median(lambda visit: visit.ready)
    for name, visits in found.items():
        cold, warm = visits.median(lambda visit: visit.ready)
        size, _ = visits.median(lambda visit: visit.size)
        _, paint = visits.median(lambda visit: visit.paint)
        longest = statistics.median(max(visit.long_tasks, default=0) for visit in visits.warm)
        ratios = (f"{cold / plain_cold:.2f}", f"{warm / plain_warm:.2f}")
        table.add_row(
            name, f"{cold:,.0f}", f"{warm:,.0f}", *ratios, f"{size / 1e6:.2f}", f"{paint:,.0f}", f"{longest:,.0f}"
        )
    return table


def report_phases(visits: Visits) -> str:
    """Returns a line of the phases of a page; some run at the same time."""
    phases = {name: visits.median(lambda visit, name=name: visit.phases[name])[1] for name in visits.warm[0].phases}
    runtime = visits.median(lambda visit: visit.timings["runtime"])[1]
    spent = ", ".join(f"{name} {milliseconds:,.0f}" for name, milliseconds in phases.items())
    return f"pyui, warm, ms: {runtime:,.0f} until the runtime runs; then {spent}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each page is opened cold and warm (7)")
    parser.add_argument("--slow", action="store_true", help="emulate 10 Mbit/s and 40 ms")
    parser.add_argument("--quick", action="store_true", help="one round, to see that it runs")
    given = parser.parse_args()
    rounds = 1 if given.quick else given.rounds
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "fast") as fast,
        served(Path(folder) / "slow", "--no-snapshot") as other,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        urls = {
            "pyui": fast + PATH,
            "pyui, no snapshot": other + PATH,
            PLAIN: f"{other}/plain",
            "bare loadPyodide": f"{other}/bare",
            "pyui, scripts removed": f"{fast}/without-scripts",
        }
        found = {name: Visits([], []) for name in urls}
        for _ in range(rounds):
            for name, url in urls.items():
                visit_new(browser, url, found[name], slow=given.slow)
        title = f"{PATH} of the shop, {'10 Mbit/s and 40 ms' if given.slow else 'local'}, median of {rounds}"
        console = Console(width=120, soft_wrap=True)
        console.print(report(found, title))
        console.print(report_phases(found["pyui"]))
        browser.close()


if __name__ == "__main__":
    main()
