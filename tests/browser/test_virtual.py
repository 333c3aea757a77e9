"""Long lists of which a part is in the page, in real Chromium."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyui import App
from pyui.testing._hydration_watch import HydrationWatch
from tests.browser.conftest import UNTOUCHED
from tests.browser.virtual_pages import MANY

_STATE = """() => {
  const list = document.querySelector(".rows");
  const box = list.getBoundingClientRect();
  const head = list.querySelector("thead")?.getBoundingClientRect().height ?? 0;
  const rows = Array.from(list.querySelectorAll("[tabindex]"));
  const inFlow = rows.filter((row) => row.style.position !== "absolute");
  const seen = inFlow.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > box.top + head + 1 && top < box.bottom - 1;
  });
  const text = (row) => row.querySelector(".name, td, h2")?.textContent ?? row.textContent;
  return {
    count: rows.length,
    top: list.scrollTop,
    height: list.scrollHeight,
    first: text(inFlow[0] ?? list),
    seen: seen.map(text),
    gap: seen.length ? seen[0].getBoundingClientRect().top - box.top : null,
    stops: rows.filter((row) => row.tabIndex === 0).map(text),
    active: document.activeElement.closest("[tabindex]") ? text(document.activeElement.closest("[tabindex]")) : null,
    focus: document.activeElement.localName,
  };
}"""


@pytest.fixture(scope="module")
def url(serve_module: Callable[[Any], str]) -> str:
    return serve_module(App("tests.browser.virtual_pages:routes"))


@pytest.fixture
def start(page: Page, url: str, console: list[str]) -> Callable[..., Page]:
    """A function that opens a path and waits until it is hydrated, without a change."""

    def go(path: str = "/") -> Page:
        HydrationWatch(page)
        page.set_default_timeout(8_000)
        page.goto(url + path)
        assert page.evaluate("pyui.ready")["mismatches"] == 0
        untouched = page.evaluate(UNTOUCHED)
        assert untouched == {"mutations": [], "same": True, "unchanged": True}
        assert console == []
        page.add_style_tag(content=".rows ul { margin: 0 }")
        return page

    return go


def state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(_STATE)
    return found


def scroll(page: Page, top: float) -> dict[str, Any]:
    """Scrolls, waits until the rows are there, and returns the state."""
    page.evaluate("top => { document.querySelector('.rows').scrollTop = top; }", top)
    page.wait_for_function(
        """() => {
          const list = document.querySelector(".rows"), box = list.getBoundingClientRect();
          const rows = Array.from(list.querySelectorAll("[tabindex]"));
          const inFlow = rows.filter((row) => row.style.position !== "absolute");
          const places = inFlow.map((row) => row.getBoundingClientRect());
          const at = (y) => places.some(({ top, bottom }) => top <= y && y <= bottom);
          return at(box.top + 60) && at(box.top + list.clientHeight - 3);
        }"""
    )
    return state(page)


def rows(*numbers: int) -> list[str]:
    return [f"row {number}" for number in numbers]


def test_to_the_end_and_back(start: Callable[..., Page]) -> None:
    page = start()
    first = state(page)
    assert first["seen"] == rows(*range(10))
    assert first["height"] == MANY * 40
    end = scroll(page, MANY * 40)
    assert end["seen"] == rows(*range(MANY - 10, MANY))
    assert end["height"] == MANY * 40
    assert scroll(page, 1_234_560)["seen"] == rows(*range(30_864, 30_874))
    back = scroll(page, 0)
    assert back["seen"] == rows(*range(10))
    assert max(each["count"] for each in (first, end, back)) <= 10 + 1 + 2 * 8 + 1
    row = page.locator("li").nth(3)
    assert (row.get_attribute("aria-posinset"), row.get_attribute("aria-setsize")) == ("4", str(MANY))
    assert page.get_by_role("list", name="Numbers").count() == 1


def test_few_crossings_while_scrolling(start: Callable[..., Page]) -> None:
    page = start()
    scroll(page, 4000)
    found = page.evaluate("""async () => {
      const list = document.querySelector(".rows");
      const kept = document.querySelector("[data-index='117']");
      const before = pyui.crossings, counts = [];
      for (let index = 0; index < 40; index++) {
        const last = pyui.crossings;
        list.scrollTop += 20;
        await new Promise(requestAnimationFrame);
        await new Promise((resolve) => setTimeout(resolve));
        counts.push(pyui.crossings - last);
      }
      const same = kept === document.querySelector("[data-index='117']");
      return { all: pyui.crossings - before, most: Math.max(...counts), same };
    }""")
    assert found["same"]
    assert found["most"] <= 2  # the event there, and the batch back
    assert 2 <= found["all"] <= 2 * 7  # 20 rows go by; other rows are needed with each fourth at the most


def test_keys_move_the_focus(start: Callable[..., Page]) -> None:
    page = start()
    page.locator("#hide").focus()
    page.keyboard.press("Tab")
    assert (state(page)["active"], state(page)["focus"]) == ("row 0", "li")
    for key, active in (
        ("ArrowDown", 1),
        ("ArrowDown", 2),
        ("ArrowUp", 1),
        ("PageDown", 10),
        ("PageDown", 19),
        ("PageUp", 10),
        ("End", MANY - 1),
        ("ArrowDown", MANY - 1),
        ("ArrowUp", MANY - 2),
        ("Home", 0),
        ("ArrowUp", 0),
        *[("PageDown", 9 * number) for number in range(1, 12)],
    ):
        page.keyboard.press(key)
        found = state(page)
        assert (found["active"], found["stops"], found["focus"]) == (*[f"row {active}", [f"row {active}"]], "li"), key
        assert f"row {active}" in found["seen"], key
    page.keyboard.press("Tab")  # into the row
    assert (state(page)["active"], state(page)["focus"]) == ("row 99", "input")
    page.keyboard.press("End")  # is the control's
    assert state(page)["active"] == "row 99"


def test_the_row_with_the_focus_stays(start: Callable[..., Page]) -> None:
    page = start()
    note = page.locator("li[aria-posinset='4'] .note")
    note.fill("abc")
    page.evaluate("globalThis.note = document.activeElement")
    for top in (1_000_000, MANY * 40, 0, 40_000):
        found = scroll(page, top)
        assert (found["active"], found["focus"]) == ("row 3", "input")
        assert page.evaluate("note === document.activeElement && note.value") == "abc"
    page.locator("#append").evaluate("button => button.click()")
    assert found["count"] == 10 + 1 + 16 + 1
    assert page.locator("[aria-posinset]").first.get_attribute("aria-posinset") == "4"
    page.keyboard.type("d")  # the browser scrolls to where it is
    page.wait_for_function("document.querySelector('.rows').scrollTop < 200")
    expect(note).to_have_value("abcd")
    assert state(page)["seen"][0] in rows(0, 1, 2, 3)
    page.locator(".rows").evaluate("list => { document.activeElement.blur(); list.scrollTop = 800000; }")
    page.wait_for_function("document.querySelector('[data-index=\"20000\"]')")
    page.locator("#hide").focus()
    page.keyboard.press("Tab")  # to where the user was
    assert state(page)["active"] == "row 3"


def test_changes_keep_what_is_seen(start: Callable[..., Page]) -> None:
    page = start()
    before = scroll(page, 200_010)
    page.evaluate("globalThis.rowNode = document.querySelector('[data-index=\"5003\"]')")
    for name, more in (("prepend", 1000), ("append", 1000), ("behead", -500), ("prepend", 1000)):
        height = state(page)["height"]
        page.click(f"#{name}")
        now = state(page)
        assert (now["seen"], now["gap"]) == (before["seen"], before["gap"]), name
        assert now["height"] == height + 40 * more
        assert page.evaluate("rowNode.isConnected")
        if name == "behead":
            page.click("#all")  # another list: the position stays, not the rows
            before = scroll(page, 100_000)
            page.evaluate("globalThis.rowNode = document.querySelector('[data-index=\"2503\"]')")
    assert page.locator("li").nth(5).get_attribute("aria-setsize") == str(MANY + 1000)


def test_new_rows_come_into_view_at_the_top(start: Callable[..., Page]) -> None:
    page = start()
    page.click("#prepend")
    assert state(page)["seen"] == rows(*range(-1000, -990))
    scroll(page, 10)  # anything but the very top is held
    page.click("#prepend")
    assert state(page)["gap"] == -10
    assert state(page)["seen"][0] == "row -1000"
    assert state(page)["top"] == 40_010


def test_short_and_empty_lists(start: Callable[..., Page]) -> None:
    page = start()
    scroll(page, 2_000_000)
    page.click("#few")
    assert state(page)["seen"] == rows(1, 2, 3)
    page.click("#none")
    assert (state(page)["count"], state(page)["height"]) == (0, 400)
    page.click("#all")
    assert state(page)["seen"] == rows(*range(10))
    page.locator("li").nth(5).focus()
    page.click("#drop")  # takes the row away that has the focus last, but not now
    assert state(page)["focus"] == "button"
    page.locator("li").nth(5).evaluate("row => { row.focus(); document.querySelector('#drop').click(); }")
    page.click("#all")
    page.locator("li").nth(5).evaluate("row => { row.focus(); document.querySelector('#drop').click(); }")
    page.wait_for_function("!document.body.textContent.includes('row 5x')")
    assert (state(page)["active"], state(page)["focus"]) == ("row 6", "li")


def test_scrolling_to_a_row(start: Callable[..., Page]) -> None:
    page = start()
    page.click("#go")
    page.wait_for_function("document.querySelector('.rows').scrollTop === 70000 * 40")
    assert state(page)["seen"] == rows(*range(70_000, 70_010))
    page.click("#middle")
    page.wait_for_function("document.activeElement.localName === 'li'")
    assert state(page)["seen"][4:6] == rows(500, 501) or state(page)["seen"][5] == "row 500"
    assert state(page)["active"] == "row 500"
    expect(page.locator("#window")).to_have_text("487-514")


def test_rows_live(start: Callable[..., Page]) -> None:
    page = start()
    scroll(page, 400_000)
    page.locator("li:has-text('row 10003') button").click()
    expect(page.locator("#log")).to_have_text("x 10003")
    bound = page.evaluate("pyui.bound()")
    for top in range(0, 800_000, 40_000):
        scroll(page, top)
    scroll(page, 400_000)
    assert page.evaluate("pyui.bound()") <= bound + 5  # the kept row
    page.click("#hide")
    expect(page.locator(".rows")).to_have_count(0)
    page.click("#hide")
    assert state(page)["seen"] == rows(*range(10))
    assert scroll(page, 400_000)["seen"] == rows(*range(10_000, 10_010))


def test_scrolled_before_python_is_there(page: Page, url: str, console: list[str]) -> None:
    page.goto(url)
    page.evaluate("document.querySelector('.rows').scrollTop = 90016")
    page.evaluate("pyui.ready")
    assert scroll(page, 90_016)["seen"] == rows(*range(2250, 2260))
    assert console == []


def test_without_scripts(browser: Any, url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(url)
    assert page.locator("li").count() == 10 + 1 + 8
    expect(page.locator("li").first).to_contain_text("row 0")
    page.close()


def test_a_table(start: Callable[..., Page]) -> None:
    page = start("/table")
    page.set_viewport_size({"width": 800, "height": 2000})  # rows that the server did not know of
    page.wait_for_function("document.querySelectorAll('tbody tr').length > 40")
    page.set_viewport_size({"width": 800, "height": 600})
    found = scroll(page, 300_000)
    assert found["seen"][0] in ("9997", "9998", "9999")
    assert page.get_by_role("table").get_attribute("aria-rowcount") == str(MANY + 1)
    row = page.locator("tbody tr").first
    assert int(row.get_attribute("aria-rowindex") or 0) == int(found["first"]) + 2
    page.locator(f"tbody tr[aria-rowindex='{int(found['seen'][3]) + 2}']").focus()
    page.keyboard.press("ArrowDown")
    assert state(page)["active"] == str(int(found["seen"][3]) + 1)
    page.keyboard.press("End")
    assert state(page)["seen"][-1] == str(MANY - 1)


def test_a_listbox(start: Callable[..., Page]) -> None:
    page = start("/choice")
    page.get_by_role("option", name="option 3", exact=True).click()
    page.keyboard.press("PageDown")
    assert state(page)["active"] == "option 12"
    expect(page.get_by_role("option", selected=True)).to_have_text("option 3")


def test_rows_of_different_heights(start: Callable[..., Page]) -> None:
    page = start("/feed")
    box = "document.querySelector('.rows')"
    page.wait_for_function(f"{box}.scrollHeight !== 500000")
    page.evaluate(f"{box}.scrollTop = 50000")
    page.wait_for_function(f"{box}.querySelector('article').getAttribute('aria-posinset') > 100")
    assert page.get_by_role("feed").count() == 1
    # Upwards over rows that were never measured, the row that is seen stays where it is but for what was scrolled.
    jumps = page.evaluate("""async () => {
      const list = document.querySelector(".rows"), jumps = [];
      for (let index = 0; index < 60; index++) {
        const top = list.getBoundingClientRect().top;
        const articles = Array.from(list.querySelectorAll("article"));
        const row = articles.find((each) => each.getBoundingClientRect().bottom > top + 60);
        const before = row.getBoundingClientRect().top;
        list.scrollTop -= 50;
        await new Promise(requestAnimationFrame);
        await new Promise((resolve) => setTimeout(resolve));
        if (row.isConnected) jumps.push(Math.abs(row.getBoundingClientRect().top - before - 50));
      }
      return jumps;
    }""")
    assert len(jumps) == 60
    assert max(jumps) < 1.5
    before = state(page)
    page.click("#prepend")
    after = state(page)
    assert (after["seen"], round(after["gap"])) == (before["seen"], round(before["gap"]))
    page.locator("article").nth(10).focus()
    active = int(state(page)["active"].removeprefix("Article "))
    page.keyboard.press("PageDown")
    assert state(page)["active"] == f"Article {active + 1}"
