"""How pyui's page behaves when it is large, and when rows come and go."""

import statistics
from typing import Any

from playwright.sync_api import Browser, Page
from rich.table import Table

_UPDATES = """count => {
  const links = [2, 4].map((row) => document.querySelector(`#tbody > tr:nth-child(${row}) a`));
  const times = [];
  for (let turn = 0; turn < count; turn++) {
    const start = performance.now();
    links[turn % 2].click();
    times.push(performance.now() - start);
  }
  return times;
}"""
_CYCLES = "n => { for (; n; n--) for (const id of ['run', 'clear']) document.getElementById(id).click(); }"


def _opened(browser: Browser, url: str, script: str = "") -> Page:
    page = browser.new_page()
    page.add_init_script(script)
    page.goto(url)
    page.evaluate("pyui.ready")
    return page


def time_updates(browser: Browser, url: str, sizes: tuple[int, ...], rounds: int) -> Table:
    """Times the selection of a row, which changes two bindings, in pages with more and more of them.

    Args:
        browser: the browser.
        url: the address of pyui's pages.
        sizes: the numbers of bindings; a row has two.
        rounds: how often each is timed, in turns; 100 selections at a time.
    """
    table = Table(title="selecting a row, ms of script, by the number of bindings on the page", box=None)
    pages = {size: _opened(browser, f"{url}rows/{size // 2}") for size in sizes}
    times: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(rounds + 1):
        for size, page in pages.items():
            page.bring_to_front()
            found: list[float] = page.evaluate(_UPDATES, 100)
            times[size].append(statistics.median(found))
    for size, page in pages.items():
        table.add_column(f"{size:,}", justify="right")
        page.close()
    table.add_row(*[f"{statistics.median(found[1:]):.3f}" for found in times.values()])
    return table


def memory_of_cycles(browser: Browser, url: str, script: str, cycles: int) -> Table:
    """Creates and clears 1,000 rows again and again, and shows the memory that is then in use.

    Args:
        browser: the browser.
        url: the address of pyui's page.
        script: what notes the memory of WebAssembly.
        cycles: how often.
    """
    table = Table(title="create 1k and clear, again and again: memory", box=None)
    page = _opened(browser, url, script)
    session: Any = page.context.new_cdp_session(page)
    for column in ("cycles", "JavaScript, MB", "WebAssembly, MB"):
        table.add_column(column, justify="right")
    for done in (0, 5, 5 + cycles):
        page.evaluate(_CYCLES, 5 if done == 5 else cycles if done else 0)
        session.send("HeapProfiler.collectGarbage")
        heap: float = session.send("Runtime.getHeapUsage")["usedSize"]
        memory: float = page.evaluate("globalThis.benchMemory?.buffer.byteLength ?? 0")
        table.add_row(str(done), f"{heap / 1e6:.2f}", f"{memory / 1e6:.1f}")
    page.close()
    return table
