"""Opens a page of the example shop in Chromium and measures the time until Python has taken it over.

Side by side, in turns: from the memory snapshot, without it, and a bare `loadPyodide` with nothing to take over. Cold
is a visit with an empty cache, warm the one after it. Reports medians, the ratio to the bare start, and the bytes of a
cold visit.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from pyui.testing._chromium import CHROMIUM_FLAGS, find_chromium
from tests.support.process import listening_url

APP = "examples.shop.main:app"
PATH = "/products"
_PYUI = (sys.executable, "-m", "pyui")
_BARE = """<!doctype html><title>bare</title><script type="module">
import { loadPyodide } from "PYODIDEpyodide.mjs";
const pyodide = await loadPyodide({ indexURL: "PYODIDE" });
globalThis.pyui = { ready: { timings: { ready: performance.now() } } };
</script>"""


class Visit(NamedTuple):
    """A visit to a page.

    Args:
        milliseconds: from the start of navigation until Python is ready.
        size: the bytes that came over the network.
    """

    milliseconds: float
    size: int


@contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """Builds the shop for a server and serves it; gives its address."""
    environment = {name: value for name, value in os.environ.items() if name != "PYUI_NO_SNAPSHOT"}
    build = [*_PYUI, "build", APP, "--output", "server", "--out", str(folder), *options]
    subprocess.run(build, env=environment, check=True, stdout=subprocess.DEVNULL)
    serve = [*_PYUI, "serve", APP, "--dist", str(folder), "--port", "0"]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield listening_url(process)
        finally:
            process.terminate()


def visit(page: Page, url: str) -> Visit:
    """Opens a page and waits for Python."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(url)
    page.wait_for_function("globalThis.pyui?.ready", timeout=120_000)
    ready: dict[str, Any] = page.evaluate("pyui.ready")
    session.detach()
    return Visit(ready["timings"]["ready"], sum(sizes))


def clear_cache(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.detach()


def measure(page: Page, urls: dict[str, str], rounds: int) -> dict[str, tuple[list[Visit], list[Visit]]]:
    """Visits each page cold and then warm, in turns; returns both kinds of visits by name."""
    visits: dict[str, tuple[list[Visit], list[Visit]]] = {name: ([], []) for name in urls}
    for _ in range(rounds):
        for name, url in urls.items():
            clear_cache(page)
            for kind in visits[name]:
                kind.append(visit(page, url))
    return visits


def report(visits: dict[str, tuple[list[Visit], list[Visit]]], rounds: int) -> Table:
    table = Table(title=f"{APP}{PATH}, median of {rounds}", box=None)
    for column in ("start", "cold ms", "warm ms", "cold / bare", "warm / bare", "cold MB"):
        table.add_column(column, justify="left" if column == "start" else "right")
    medians = {
        name: [statistics.median(found.milliseconds for found in kind) for kind in kinds]
        for name, kinds in visits.items()
    }
    for name, (cold, warm) in medians.items():
        bare_cold, bare_warm = medians["bare loadPyodide"]
        size = statistics.median(found.size for found in visits[name][0]) / 1e6
        table.add_row(
            name, f"{cold:,.0f}", f"{warm:,.0f}", f"{cold / bare_cold:.2f}", f"{warm / bare_warm:.2f}", f"{size:.2f}"
        )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each page is opened cold and warm (7)")
    parser.add_argument("--quick", action="store_true", help="one round, to see that it runs")
    given = parser.parse_args()
    rounds = 1 if given.quick else given.rounds
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "fast") as fast,
        served(Path(folder) / "plain", "--no-snapshot") as plain,
        sync_playwright() as playwright,
    ):
        (pyodide,) = (Path(folder) / "plain" / "_pyui").glob("pyodide-*")
        bare = _BARE.replace("PYODIDE", f"{plain}/_pyui/{pyodide.name}/")
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        page = browser.new_page()
        page.route(f"{plain}/bare", lambda route: route.fulfill(body=bare, content_type="text/html"))
        urls = {"pyui": fast + PATH, "pyui, no snapshot": plain + PATH, "bare loadPyodide": f"{plain}/bare"}
        Console().print(report(measure(page, urls, rounds), rounds))
        browser.close()


if __name__ == "__main__":
    main()
