"""The app of js-framework-benchmark in real Chromium.

All operations, on a page that the browser renders and on one that it hydrates, each with one crossing for all that it
changes.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from examples.jfb.data import Rows
from examples.jfb.main import app
from pyui.testing._server import serving
from tests.examples.conftest import Open
from tests.support.tasks import COUNT_TASKS

# What a click costs: the event goes to Python, one batch comes back.
PER_CLICK = 2

_CLICK = """selector => {
  const before = pyui.crossings;
  document.querySelector(selector).click();
  return pyui.crossings - before;
}"""
_ROWS = "Array.from(document.querySelectorAll('#tbody > tr'), row => row.children[0].textContent)"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving(app) as found:
        yield found


def click(page: Page, selector: str) -> None:
    """Clicks, and checks how often that went from one language to the other."""
    assert page.evaluate(_CLICK, selector) == PER_CLICK


def rows(page: Page) -> list[int]:
    """The numbers in the first column."""
    return list(map(int, page.evaluate(_ROWS)))


def link(row: int, column: int) -> str:
    """The selector of the link in a cell."""
    return f"#tbody > tr:nth-child({row}) > td:nth-child({column}) a"


def check_operations(page: Page) -> None:
    """Goes through all operations on a page with the rows 1 to 1,000."""
    assert rows(page) == list(range(1, 1001))
    text = page.locator(link(11, 2)).text_content()
    first, second = page.locator("#tbody > tr").nth(0), page.locator("#tbody > tr").nth(1)

    click(page, "#update")
    expect(page.locator(link(11, 2))).to_have_text(f"{text} !!!")
    assert page.evaluate("document.querySelectorAll('#tbody a:not(:has(span))').length") == 1000
    assert (
        page.evaluate("Array.from(document.querySelectorAll('td a')).filter(a => a.text.endsWith('!!!')).length") == 100
    )

    click(page, link(1, 2))
    expect(first).to_have_class("danger")
    click(page, link(2, 2))
    expect(second).to_have_class("danger")
    expect(page.locator(".danger")).to_have_count(1)

    page.evaluate("kept = document.querySelectorAll('#tbody > tr')[1]")
    click(page, "#swaprows")
    swapped = [1, 999, *range(3, 999), 2, 1000]
    assert rows(page) == swapped
    assert page.evaluate("kept === document.querySelectorAll('#tbody > tr')[998]")
    expect(page.locator(".danger")).to_have_count(1)

    click(page, link(4, 3) + " span")
    assert rows(page) == swapped[:3] + swapped[4:]

    click(page, "#add")
    assert rows(page) == swapped[:3] + swapped[4:] + list(range(1001, 2001))
    click(page, link(1500, 2))
    expect(page.locator("#tbody > tr").nth(1499)).to_have_class("danger")
    click(page, link(1500, 3) + " span")
    expect(page.locator(".danger")).to_have_count(0)

    click(page, "#clear")
    assert rows(page) == []
    click(page, "#run")
    assert rows(page) == list(range(2001, 3001))
    click(page, "#run")
    assert rows(page) == list(range(3001, 4001))
    click(page, "#runlots")
    assert rows(page) == list(range(4001, 14001))
    click(page, link(9999, 2))
    expect(page.locator("#tbody > tr").nth(9998)).to_have_class("danger")
    click(page, "#clear")
    assert rows(page) == []


def test_rendered_in_the_browser(page: Page, url: str, clean_console: None) -> None:
    page.goto(url)
    page.evaluate("pyui.ready")
    empty = page.evaluate("pyui.bound()")
    click(page, "#run")
    expect(page.locator("#tbody > tr").first).to_have_js_property("outerHTML", ROW.format(1, *_parts(page, 1)))
    check_operations(page)
    assert page.evaluate("pyui.bound()") == empty


def test_hydrated(page: Page, url: str, open_live: Open) -> None:
    ready: dict[str, Any] = open_live(f"{url}/rows")
    labels = [row.label.peek() for row in Rows(1).make(1000)]
    assert page.evaluate("Array.from(document.querySelectorAll('td:nth-child(2)'), cell => cell.textContent)") == labels
    assert ready["mismatches"] == 0
    expect(page.locator("#tbody > tr").first).to_have_js_property("outerHTML", ROW.format(1, *_parts(page, 1)))
    check_operations(page)


def test_many_rows_are_taken_over_in_several_tasks(page: Page, url: str, open_live: Open) -> None:
    page.add_init_script(COUNT_TASKS)
    open_live(f"{url}/rows/10000")
    assert page.evaluate("tasks") > 5
    click(page, link(9999, 2))
    expect(page.locator("#tbody > tr").nth(9998)).to_have_class("danger")


def _parts(page: Page, row: int) -> list[str]:
    return [str(page.locator(link(row, 2)).text_content())]


ROW = (
    '<tr data-p=""><td class="col-md-1">{}</td><td class="col-md-4"><a data-p="click">{}</a></td>'
    '<td class="col-md-1"><a data-p="click"><span aria-hidden="true" class="glyphicon glyphicon-remove"></span></a>'
    '</td><td class="col-md-6"></td></tr>'
)


def test_memory_returns(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("pyui.ready")
    session = page.context.new_cdp_session(page)

    def cycles(number: int) -> float:
        page.evaluate(
            "n => { for (; n; n--) for (const id of ['run', 'clear']) document.getElementById(id).click(); }", number
        )
        session.send("HeapProfiler.collectGarbage")
        used: float = session.send("Runtime.getHeapUsage")["usedSize"]
        return used

    cycles(5)
    before = cycles(5)
    assert cycles(50) < before * 1.05
