"""How much later a page is painted for the first time because of its scripts. A part of `boot.py`.

Two pages in turns: the list page of the example shop, and the same with all scripts removed. Both are ready texts, so
that neither is rendered while the browser waits. A browser that has just opened a window or loaded a page has work left
for some tenths of a second, which would be counted as the next page's: each visit begins after a rest.
"""

from typing import NamedTuple

from playwright.sync_api import Browser, Page
from rich.table import Table

from benchmarks._spread import spread

WITH, WITHOUT = "/with-scripts", "/without-scripts"
_REST_MS = 400
# Asking the page whether it is painted would take time from that.
_TELL = """
new PerformanceObserver((list) => {
  if (list.getEntriesByName("first-contentful-paint").length) console.info("painted");
}).observe({ type: "paint", buffered: true });
"""
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


class Paints(NamedTuple):
    """Milliseconds from the start of navigation until the first contentful paint.

    Args:
        cold: of visits with an empty profile.
        warm: of the second visits after them.
    """

    cold: list[float]
    warm: list[float]


def _visit(page: Page, url: str) -> float:
    page.wait_for_timeout(_REST_MS)
    with page.expect_console_message(lambda message: message.text == "painted"):
        page.goto(url, wait_until="commit")
    page.wait_for_load_state("load")
    page.evaluate("globalThis.pyui?.ready")
    found: float = page.evaluate(_PAINTED)
    return found


def _visit_new(browser: Browser, url: str, paints: Paints) -> None:
    """Visits a page with a new profile: cold, once more so that the browser may keep what it compiled, and warm."""
    context = browser.new_context()
    context.add_init_script(_TELL)
    page = context.new_page()
    paints.cold.append(_visit(page, url))
    _visit(page, url)
    paints.warm.append(_visit(page, url))
    context.close()


def measure_paints(browser: Browser, base: str, rounds: int) -> dict[str, Paints]:
    """Visits both pages in turns; a first round does not count.

    Args:
        browser: the browser.
        base: the address of `_boot_app.py`.
        rounds: how often each page is opened cold and warm.
    """
    found = {path: Paints([], []) for path in (WITH, WITHOUT)}
    for path in found:
        _visit_new(browser, base + path, Paints([], []))
    for _ in range(rounds):
        for path, paints in found.items():
            _visit_new(browser, base + path, paints)
    return found


def report_paints(found: dict[str, Paints], title: str) -> Table:
    """Returns a table with medians, quartiles, and the ratio of the medians."""
    table = Table(title=title, box=None)
    for column in ("first paint", "cold ms", "quartiles", "warm ms", "quartiles"):
        table.add_column(column, justify="left" if column == "first paint" else "right")
    for name, path in (("with scripts", WITH), ("without", WITHOUT)):
        table.add_row(name, *(text for values in found[path] for text in _cells(values)))
    ratios = [spread(with_)[1] / spread(without)[1] for with_, without in zip(found[WITH], found[WITHOUT], strict=True)]
    table.add_row("ratio", f"{ratios[0]:.2f}", "", f"{ratios[1]:.2f}", "")
    return table


def _cells(values: list[float]) -> tuple[str, str]:
    low, median, high = spread(values)
    return f"{median:.0f}", f"{low:.0f}-{high:.0f}"
