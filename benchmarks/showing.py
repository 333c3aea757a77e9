"""Shows and hides parts of a page in Chromium, again and again, and opens a page by navigation.

A part of thirty elements with ten live parts, as a component that is mounted each time and as an element given to
`Show`; a hundred small components in static markup; a page with thirty of them. Milliseconds for showing and hiding,
or for the navigation there, in a page that has warmed up. Reports medians and quartiles. `--also NAME=URL` compares
with the same pages of another server, in turns.
"""

import argparse
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks._spread import spread
from pyui import App
from pyui.server import RenderMode, ServerRoute
from pyui.testing._chromium import CHROMIUM_FLAGS, find_chromium
from pyui.testing._server import serving

_TOGGLE = """(count) => {
  const toggle = document.getElementById("toggle");
  const start = performance.now();
  for (let turn = 0; turn < 2 * count; turn++) toggle.click();
  return (performance.now() - start) / count;
}"""
_NAVIGATE = """async (count) => {
  const { port1, port2 } = new MessageChannel();
  const go = async (path, title) => {
    document.querySelector(`a[href="${path}"]`).click();
    while (document.querySelector("h1").textContent !== title) {
      await new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(null); });
    }
  };
  let sum = 0;
  for (let turn = 0; turn < count; turn++) {
    const start = performance.now();
    await go("/list", "List");
    sum += performance.now() - start;
    await go("/empty", "Empty");
  }
  return sum / count;
}"""
_CASES = {
    "a component of 30 elements": ("/panels", _TOGGLE, 200),
    "an element of 30 elements": ("/elements", _TOGGLE, 200),
    "100 components in static markup": ("/cards", _TOGGLE, 10),
    "navigation to a page with 30 of them": ("/empty", _NAVIGATE, 10),
}


def _open(browser: Browser, url: str) -> Page:
    page = browser.new_page()
    page.goto(url)
    page.wait_for_function("globalThis.pyui")
    page.evaluate("pyui.ready")
    return page


def _measured(
    browser: Browser, servers: dict[str, str], case: str, rounds: int, *, quick: bool
) -> dict[str, list[float]]:
    path, script, count = _CASES[case]
    pages = {name: _open(browser, url + path) for name, url in servers.items()}
    times: dict[str, list[float]] = {name: [] for name in servers}
    for turn in range(rounds + 1):
        for name in list(pages) if turn % 2 else reversed(pages):
            pages[name].bring_to_front()
            times[name].append(pages[name].evaluate(script, 2 if quick else count))
    for page in pages.values():
        page.close()
    return {name: found[1:] for name, found in times.items()}


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of few turns, to see that it runs")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--also", default=[], action="append", metavar="NAME=URL", help="another server of the pages")
    options = parser.parse_args()
    app = App("benchmarks._showing_pages:routes", [ServerRoute("/**", RenderMode.CLIENT)])
    with serving(app) as url, sync_playwright() as playwright:
        servers: dict[str, Any] = dict(each.split("=", 1) for each in options.also) | {"pyui": url}
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        table = Table(title="milliseconds, medians (quartiles)")
        for column in ("", *servers):
            table.add_column(column, justify="right" if column else "left")
        for case in _CASES:
            found = _measured(browser, servers, case, 1 if options.quick else options.rounds, quick=options.quick)
            spreads = [spread(times) for times in found.values()]
            table.add_row(case, *[f"{median:.2f} ({low:.2f} to {high:.2f})" for low, median, high in spreads])
        browser.close()
    Console().print(table)


if __name__ == "__main__":
    main()
