"""Makes long lists in Chromium and measures how long the page does not answer.

A list of 10,000 rows in one piece and in slices, in turns: milliseconds until the last row is there, and the longest
time in which no other task could run. A `VirtualFor` of 100,000 rows: milliseconds of script for a jump to another
place, and for a new list with one item more. Reports medians.
"""

import argparse
import statistics
from typing import Any

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from pyui import App
from pyui.testing._chromium import CHROMIUM_FLAGS, find_chromium
from pyui.testing._server import serving

# Messages are answered whenever another task may run, so the longest time between two is how long the page was deaf.
_MAKE = """async (count) => {
  const { port1, port2 } = new MessageChannel();
  const list = document.querySelector("#list");
  let last = performance.now(), longest = 0, going = true;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) port2.postMessage(null);
  };
  port2.postMessage(null);
  const there = new Promise((resolve) => {
    const observer = new MutationObserver(() => list.children.length === count && (observer.disconnect(), resolve()));
    observer.observe(list, { childList: true });
  });
  const start = performance.now();
  document.querySelector("#make").dispatchEvent(new MouseEvent("click", { bubbles: true, detail: count }));
  await there;
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  const total = performance.now() - start;
  going = false;
  document.querySelector("#make").dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 0 }));
  return [total, longest];
}"""
_JUMP = """async (round) => {
  const list = document.querySelector(".rows");
  await new Promise(requestAnimationFrame);
  list.scrollTop = 30 * (1000 + (round * 7919) % 90000);
  list.clientHeight;
  const start = performance.now();
  list.dispatchEvent(new Event("scroll"));
  return performance.now() - start;
}"""
_CLICK = """async (id) => {
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  document.querySelector(id).click();
  return performance.now() - start;
}"""


def _made(pages: dict[str, Page], count: int, rounds: int) -> dict[str, list[Any]]:
    times: dict[str, list[Any]] = {name: [] for name in pages}
    for _ in range(rounds + 1):
        for name, page in pages.items():
            times[name].append(page.evaluate(_MAKE, count))
    return {name: [statistics.median(column) for column in zip(*runs[1:], strict=True)] for name, runs in times.items()}


def _open(browser: Any, url: str) -> Page:
    page: Page = browser.new_page()
    page.goto(url)
    page.evaluate("pyui.ready")
    return page


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of few rows, to see that it runs")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    rounds, count = (1, 300) if options.quick else (options.rounds, 10_000)
    table = Table(title="pyui: milliseconds, medians")
    for column in ("", "in all", "longest without an answer"):
        table.add_column(column, justify="left" if not column else "right")
    with serving(App("benchmarks._scheduling_pages:routes")) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        pages = {name: _open(browser, f"{url}/{name}") for name in ("plain", "sliced")}
        for name, (total, longest) in _made(pages, count, rounds).items():
            table.add_row(f"{count:,} rows, {name}", f"{total:.0f}", f"{longest:.0f}")
        page = _open(browser, f"{url}/virtual")
        page.evaluate(_JUMP, 0)
        jumps = [page.evaluate(_JUMP, turn) for turn in range(1, 5 * rounds)]
        table.add_row("VirtualFor of 100,000: jump to other rows", f"{statistics.median(jumps):.1f}")
        for button in ("more", "front"):
            clicks = [page.evaluate(_CLICK, f"#{button}") for _ in range(3 * rounds)]
            table.add_row(f"VirtualFor of 100,000: one {button}", f"{statistics.median(clicks):.1f}")
        browser.close()
    Console().print(table)


if __name__ == "__main__":
    main()
