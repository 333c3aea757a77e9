"""Pages that were corrupted on their way, in real Chromium: what is repaired, what is reported, what stays."""

from typing import Any

import pytest
from playwright.sync_api import Page

from pyui import render_to_string
from tests.browser import corrupt
from tests.browser.corruptions import CORRUPTIONS, UNCOMMENT, Corruption

LINES = {
    name: getattr(corrupt, name).function.__code__.co_firstlineno
    for name in ("Page", "Panel", "Badge", "Row", "Elsewhere")
}
PATHS = {"Panel": ["Page", "Panel"], "Badge": ["Page", "Panel", "Badge"], "Row": ["Page", "Panel", "Row"]}


@pytest.fixture(scope="module")
def mounted(harness: Page) -> dict[str, Any]:
    """What the browser itself renders, and shows after each click."""
    found: dict[str, Any] = harness.evaluate("cases.mountCorrupt()")
    return found


def problems(result: dict[str, Any], corruption: Corruption, mounted: dict[str, Any]) -> list[str]:
    """Lists what is not as it has to be after a page was hydrated and used."""
    reports = result["reports"]
    states, wanted = result["states"], mounted["states"]
    expected = {
        "input": [True, True, "typed", 1, 3],
        "name": "typed",
        "same": True,
        "mismatches": len(corruption.reports),
        "left": {"handlers": 0, "bound": 0},
    }
    found = [f"{name} is {result[name]!r}" for name, value in expected.items() if result[name] != value]
    short = tuple(f"{report['kind']} {report['component']}" for report in reports)
    if short != corruption.reports:
        found.append(f"reports are {short}")
    found += [f"the place of {report}" for report in reports if not well_placed(report)]
    if corruption.exact and states != wanted:
        found.append("the page is not what the browser renders: " + repr(difference(states, wanted)))
    if len(set(states)) != len(states) or "elsewhere 1" not in states[1]:
        found.append("a counter does not count")
    if 'id="count">2<' not in states[-1] or any(old in states[-1].lower() for old in ("count: 0", " and 0", "a 0<")):
        found.append(f"the component shows {states[-1]}")
    return found


def well_placed(report: dict[str, Any]) -> bool:
    """Tells whether a report names the file, the line and the path of its component."""
    name = report["component"]
    place = f"tests/browser/corrupt.py:{LINES.get(name)}"
    complete = report["code"] == "PYUI401" and bool(report["hint"]) and bool(report["expected"] or report["found"])
    return complete and report["where"] == place and report["path"] == PATHS.get(name)


def difference(states: list[str], wanted: list[str]) -> tuple[str, str] | None:
    """Returns the first state that differs, from where it does."""
    for one, other in zip(states, wanted, strict=True):
        for index in range(max(len(one), len(other))):
            if one[index : index + 1] != other[index : index + 1]:
                start = max(0, index - 40)
                return one[start : index + 80], other[start : index + 80]
    return None


def run(harness: Page, corruption: Corruption) -> dict[str, Any]:
    html = render_to_string(corrupt.Page())
    result: dict[str, Any] = harness.evaluate(
        "([html, script, foreign]) => cases.corrupt(html, script, foreign)",
        [html, corruption.script, corruption.foreign],
    )
    return result


@pytest.mark.parametrize("corruption", CORRUPTIONS, ids=lambda corruption: corruption.name)
def test_a_corrupted_page_is_repaired(
    corruption: Corruption, harness: Page, harness_console: list[str], mounted: dict[str, Any]
) -> None:
    assert problems(run(harness, corruption), corruption, mounted) == []
    assert [line[:9] for line in harness_console] == ["[PYUI401]"] * len(corruption.reports)


def test_there_are_many_kinds() -> None:
    assert len({corruption.name for corruption in CORRUPTIONS}) >= 40


ROWS = "Array.from(document.querySelectorAll('li'))"


@pytest.mark.parametrize(
    ("script", "kinds", "kept"),
    [
        ("$('li').remove()", ["rows"], 299),
        (f"{ROWS}.forEach((row, n) => n % 3 && row.remove())", ["rows"] * 100, 100),
        (f"const rows = {ROWS}; for (let n = 0; n < 300; n += 10) rows[n].remove()", ["rows"] * 30, 270),
        (f"const rows = {ROWS}; rows[299].after(rows[0]); rows[250].before(rows[3])", ["moved", "moved"], 300),
        (UNCOMMENT.replace("PLACE", "$('ul')"), ["marks"] * 301, 300),
        (f"for (const row of {ROWS}) row.firstChild.nextSibling.data = 'x'", ["text"] * 300, 300),
        (f"for (const row of {ROWS}) row.firstChild.nextSibling.data = 'x'; $('li').remove()", None, 299),
        (f"for (const row of {ROWS}) row.setAttribute('bis_skin_checked', '1')", [], 300),
        ("$('ul').append(...$('ul').cloneNode(true).children)", None, 300),
    ],
)
def test_a_long_list_is_repaired(script: str, kinds: list[str] | None, kept: int | None, harness: Page) -> None:
    html = render_to_string(corrupt.Long())
    result = harness.evaluate("([html, script]) => cases.repair('long', html, script, 'li')", [html, script])
    assert result["states"][0].replace(' bis_skin_checked="1"', "") == harness.evaluate(
        "html => cases.plain(html)", html
    )
    assert kinds is None or result["kinds"] == kinds
    assert kept is None or result["kept"] == kept


def test_marks_in_what_nobody_looks_at_cost_no_page(harness: Page) -> None:
    html = render_to_string(corrupt.Page())
    script = "$('#static').innerHTML = 'Static <a class=__cf_email__ data-p>text</a>'"
    result = harness.evaluate("([html, script]) => cases.repair('corrupt', html, script, '#here')", [html, script])
    assert result["kinds"] == ["marks"]
    assert result["states"] == [harness.evaluate("html => cases.plain(html)", html)]
    assert result["left"] == {"handlers": 0, "bound": 0}


LIVE_TEXT = next(corruption for corruption in CORRUPTIONS if corruption.name == "live text changed")


@pytest.mark.parametrize(
    "change",
    [
        {"mismatches": 0},
        {"reports": []},
        {"same": False},
        {"input": [False, True, "typed", 1, 3]},
        {"input": [True, True, "", 0, 0]},
        {"name": ""},
        {"left": {"handlers": 1, "bound": 0}},
        {"states": ["", "elsewhere 1", "", ""]},
    ],
)
def test_the_checks_can_fail(change: dict[str, Any], harness: Page, mounted: dict[str, Any]) -> None:
    assert problems({**run(harness, LIVE_TEXT), **change}, LIVE_TEXT, mounted)


@pytest.mark.parametrize("key", ["where", "path", "component", "code", "hint"])
def test_the_check_of_reports_can_fail(key: str, harness: Page, mounted: dict[str, Any]) -> None:
    result = run(harness, LIVE_TEXT)
    result["reports"][0][key] = ""
    assert problems(result, LIVE_TEXT, mounted)


@pytest.mark.parametrize(
    "damage",
    [
        "$('#static').remove()",
        "$('#count').firstChild.data = '7'",
        "$('#here').replaceWith($('#here').cloneNode(true))",
        "$('#attributes').title = 'other'",
        "$('#rows').append($('li'))",
    ],
)
def test_a_page_that_is_not_repaired_is_noticed(damage: str, harness: Page, mounted: dict[str, Any]) -> None:
    left_over = Corruption("left over", "", (), damage)
    assert problems(run(harness, left_over), left_over, mounted)
