"""Opens a page of the example shop in Chromium and measures the time until Python has taken it over.

Side by side, in turns: from the memory snapshot; without it; a plain `loadPyodide` that then imports the same modules
and takes over nothing; and a bare `loadPyodide` that imports nothing. Cold is a visit with an empty profile, warm the
second one after it. Reports medians, their ratios to the plain start, the bytes of a cold visit, and the longest task
of cold and warm visits. A second table compares a page of 1,000 rows with Wybthon's production build of it. `--slow`
lets all come over 10 Mbit/s with 40 ms of latency. `--paint` measures something else: how much later the page is
painted for the first time because of its scripts.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks._boot_app import PATH
from benchmarks._built_app import served
from benchmarks._paint import measure_paints, report_paints
from pyui.testing._chromium import CHROMIUM_FLAGS, find_chromium

PLAIN, WYBTHON = "plain loadPyodide + import", "Wybthon"
_ROWS_OF_WYBTHON = Path(__file__).with_name("_rows_wybthon")
_SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
# Before anything of the page runs: notes what holds up the main thread for more than 50 ms. Tasks in which the engine
# goes on with WebAssembly by itself are not among what browsers tell.
_LONG_TASKS = """
globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration))))
  .observe({ type: "longtask", buffered: true });
"""
# Wybthon tells it two frames after it is ready, and how long they took.
_READY_OF_WYBTHON = """
addEventListener("wybthon:ready", ({ detail: { ready_ms, ready_frame_ms } }) => {
  globalThis.pyui = { ready: { timings: { ready: performance.now() - (ready_frame_ms - ready_ms) } } };
});
"""


class Visit(NamedTuple):
    """A visit to a page.

    Args:
        ready: milliseconds from the start of navigation until Python is ready.
        size: the bytes that came over the network.
        long_tasks: the milliseconds of each task that held up the page for more than 50.
        timings: the milliseconds of each mark.
        phases: the milliseconds that each phase took.
    """

    ready: float
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


def build_wybthon(folder: Path) -> None:
    """Makes Wybthon's production build of the rows."""
    command = [sys.executable, "-m", "wybthon.dev", "build", "--dir", str(_ROWS_OF_WYBTHON), "--out", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def visit(page: Page, url: str, *, slow: bool) -> Visit:
    """Opens a page and waits until Python is ready."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", _SLOW)
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(url, wait_until="load")
    page.wait_for_function("globalThis.pyui?.ready", timeout=120_000)
    found: dict[str, Any] = page.evaluate(
        "async () => { const ready = await globalThis.pyui.ready;"
        "await new Promise((go) => setTimeout(go, 100));"  # the last task, in which it got ready, is told after its end
        "return {...ready, longTasks}; }"
    )
    session.detach()
    timings: dict[str, float] = found["timings"]
    return Visit(timings["ready"], sum(sizes), found["longTasks"], timings, found.get("phases", {}))


def visit_new(browser: Browser, url: str, visits: Visits, *, slow: bool) -> None:
    """Visits a page with a new profile: cold, once more so that the browser may keep what it compiled, and warm."""
    context = browser.new_context()
    context.add_init_script(_LONG_TASKS + _READY_OF_WYBTHON)
    page = context.new_page()
    visits.cold.append(visit(page, url, slow=slow))
    visit(page, url, slow=slow)
    visits.warm.append(visit(page, url, slow=slow))
    context.close()


def measure(browser: Browser, urls: dict[str, str], rounds: int, *, slow: bool) -> dict[str, Visits]:
    """Visits pages in turns."""
    found = {name: Visits([], []) for name in urls}
    for _ in range(rounds):
        for name, url in urls.items():
            visit_new(browser, url, found[name], slow=slow)
    return found


def report(found: dict[str, Visits], title: str, other: str) -> Table:
    """Returns the table of all pages, with their ratios to one of them."""
    table = Table(title=title, box=None)
    for column in (
        "page",
        "cold ms",
        "warm ms",
        "cold ratio",
        "warm ratio",
        "cold MB",
        "cold task ms",
        "warm task ms",
    ):
        table.add_column(column, justify="left" if column == "page" else "right")
    other_cold, other_warm = found[other].median(lambda visit: visit.ready)
    for name, visits in found.items():
        cold, warm = visits.median(lambda visit: visit.ready)
        size, _ = visits.median(lambda visit: visit.size)
        tasks = visits.median(lambda visit: max(visit.long_tasks, default=0))
        ratios = (f"{cold / other_cold:.2f}", f"{warm / other_warm:.2f}")
        table.add_row(
            name, f"{cold:,.0f}", f"{warm:,.0f}", *ratios, f"{size / 1e6:.2f}", *(f"{task:,.0f}" for task in tasks)
        )
    return table


def report_phases(visits: Visits) -> str:
    """Returns a line of the phases of a page; some run at the same time."""
    spent = [
        f"{name} {statistics.median(visit.phases[name] for visit in visits.warm):,.0f}"
        for name in visits.warm[0].phases
    ]
    runtime = statistics.median(visit.timings["runtime"] for visit in visits.warm)
    return f"pyui, warm, ms: {runtime:,.0f} until the runtime runs; then {', '.join(spent)}"


def compare(folder: Path, rounds: int, *, slow: bool) -> None:
    """Measures and prints all.

    Args:
        folder: a folder for the builds.
        rounds: how often each page is opened cold and warm.
        slow: whether a slow connection is emulated.
    """
    build_wybthon(folder / "wybthon")
    with (
        served("examples.shop.main:app", "benchmarks._boot_app:app", folder / "shop") as shop,
        served("examples.shop.main:app", "benchmarks._boot_app:app", folder / "without", "--no-snapshot") as without,
        served("benchmarks._rows_app:pages", "benchmarks._rows_app:app", folder / "rows") as rows,
    ):
        pages = {
            "pyui": shop + PATH,
            "pyui, no snapshot": without + PATH,
            PLAIN: f"{without}/plain",
            "bare loadPyodide": f"{without}/bare",
        }
        show(pages, f"{PATH} of the shop", PLAIN, rounds, slow=slow)
        show(pages_of_rows(rows), "1,000 rows", WYBTHON, rounds, slow=slow)


def compare_paints(folder: Path, rounds: int) -> None:
    """Measures first paints and prints them.

    Args:
        folder: a folder for the build.
        rounds: how often each page is opened cold and warm.
    """
    with (
        served("examples.shop.main:app", "benchmarks._boot_app:app", folder / "shop") as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        found = measure_paints(browser, base, rounds)
        browser.close()
    Console(width=120, soft_wrap=True).print(report_paints(found, f"{PATH} of the shop, local, median of {rounds}"))


def try_out(folder: Path) -> None:
    """Opens four pages once, to see that all of it runs."""
    compare_paints(folder, 1)
    build_wybthon(folder / "wybthon")
    with served("benchmarks._rows_app:pages", "benchmarks._rows_app:app", folder / "rows") as rows:
        show(pages_of_rows(rows), "1,000 rows", WYBTHON, 1, slow=False)


def pages_of_rows(base: str) -> dict[str, str]:
    """Returns the addresses of the pages of rows."""
    return {"pyui": f"{base}/", WYBTHON: f"{base}/wybthon/"}


def show(pages: dict[str, str], title: str, other: str, rounds: int, *, slow: bool) -> None:
    """Measures pages and prints a table.

    Args:
        pages: their addresses by name.
        title: what they are.
        other: the page that the ratios are to.
        rounds: how often each is opened cold and warm.
        slow: whether a slow connection is emulated.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        found = measure(browser, pages, rounds, slow=slow)
        browser.close()
    console = Console(width=120, soft_wrap=True)
    how = f"{'10 Mbit/s and 40 ms' if slow else 'local'}, median of {rounds}"
    console.print(report(found, f"{title}, {how}", other))
    console.print(report_phases(found["pyui"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, help="how often each page is opened cold and warm (7; for --paint 30)")
    parser.add_argument("--slow", action="store_true", help="emulate 10 Mbit/s and 40 ms")
    parser.add_argument("--paint", action="store_true", help="measure the first paint alone")
    parser.add_argument("--quick", action="store_true", help="some pages once, to see that it runs")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.quick:
            try_out(Path(folder))
        elif given.paint:
            compare_paints(Path(folder), given.rounds or 30)
        else:
            compare(Path(folder), given.rounds or 7, slow=given.slow)


if __name__ == "__main__":
    main()
