"""Lists whose new rows are made a slice at a time, in a page without a browser."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pyui import Child, ErrorBoundary, For, Signal, on_cleanup, render_to_string, signal
from pyui.browser import _ops as browser_ops
from pyui.browser._sliced_list import SLICE_SECONDS, Pace
from pyui.html import b, li, p, ul
from pyui.reactive import batch
from pyui.reactive._slices import slices
from pyui.testing._dom import Element
from pyui.testing._live_page import LivePage


def rows(page: LivePage) -> list[Element]:
    return [node for node in page.nodes() if isinstance(node, Element) and node.tag == "li"]


def numbers(page: LivePage) -> list[int]:
    return [int(row.text) for row in rows(page)]


def change(items: Signal[Any], value: Any) -> None:
    """Sets a signal as an event handler would, without doing what can wait."""

    def work() -> None:
        with batch():
            items.set(value)

    browser_ops.turn(work)


def opened(items: Signal[Any], row: Any = li, **options: Any) -> LivePage:
    page = LivePage()
    page.mount(ul(For(items, row, sliced=True, **options)))
    return page


def test_new_rows_come_in_order() -> None:
    items = signal(list(range(500)))
    page = opened(items)
    assert numbers(page) == items.peek()
    change(items, [])
    change(items, list(range(10_000)))
    counts = [len(rows(page))]
    while browser_ops.work_on():
        counts.append(len(rows(page)))
        assert numbers(page) == list(range(counts[-1]))
    assert 5 <= counts[0] < 10_000
    assert counts == sorted(set(counts))
    assert numbers(page) == items.peek()
    assert not slices.waiting


def test_all_is_there_from_the_server_on() -> None:
    items = signal(list(range(500)))
    node = ul(For(items, li, sliced=True))
    html = render_to_string(node)
    assert html == render_to_string(ul(For(items, li)))
    page = LivePage(html)
    page.hydrate(node)
    assert page.runtime.mismatches == []
    assert not slices.waiting
    assert len(rows(page)) == 500


def test_what_goes_is_gone_at_once_and_what_stays_is_moved_at_once() -> None:
    items = signal(list(range(100)))
    page = opened(items)
    kept = {row.text: row for row in rows(page)}
    target = [*range(50, 100), *range(1000, 9000), *range(20, 0, -1)]
    change(items, target)
    now = numbers(page)
    assert [number for number in now if number < 1000] == [*range(50, 100), *range(20, 0, -1)]
    assert all(kept[row.text] is row for row in rows(page) if row.text in kept)
    assert len(now) < 1000
    page.settle()
    assert numbers(page) == target
    assert all(kept[row.text] is row for row in rows(page) if row.text in kept)


def test_what_is_no_longer_wanted_is_never_made() -> None:
    made: list[int] = []
    gone: list[int] = []

    def row(number: int) -> Child:
        made.append(number)
        on_cleanup(lambda: gone.append(number))
        return li(number)

    items = signal([-1])
    page = opened(items, row)
    change(items, list(range(5000)))
    browser_ops.work_on()
    change(items, [0, 9000, 4999])
    assert numbers(page) == [0, 9000, 4999]
    assert len(made) < 1000
    assert len(made) == len(set(made))
    assert sorted(gone) == sorted(set(made) - {0, 9000, 4999})
    change(items, list(range(5000)))
    page.close()
    assert not slices.waiting
    assert sorted(gone) == sorted(made[: len(gone)])


def test_a_row_that_fails_later() -> None:
    items = signal(list(range(3)))

    def row(number: int) -> Child:
        if number == 700:
            raise ValueError("failed")
        return li(number)

    page = LivePage()
    page.mount(ErrorBoundary(ul(For(items, row, sliced=True)), fallback=lambda error: p(str(error))))
    page.act(lambda: items.set(list(range(1000))))
    assert page.root.text == "failed"
    assert not slices.waiting


def test_the_index_is_that_in_the_whole_list() -> None:
    items = signal(list("abc"))
    page = opened(items, lambda item, index: li(index, b(item)))
    change(items, [*map(str, range(1000)), *"cab"])
    assert [row.text for row in rows(page)][-3:] == ["1000c", "1001a", "1002b"]
    change(items, [*map(str, range(1001)), *"cab"])
    assert [row.text for row in rows(page)][-3:] == ["1001c", "1002a", "1003b"]
    page.settle()
    assert [row.text for row in rows(page)] == [f"{index}{item}" for index, item in enumerate(items.peek())]


def test_a_slice_takes_the_time_that_it_should() -> None:
    pace = Pace()
    first = pace.rows
    pace.took(first, SLICE_SECONDS / 10)
    assert pace.rows == 2 * first
    pace.took(100, 2 * SLICE_SECONDS)
    assert pace.rows == 50
    pace.took(1, 10)
    assert pace.rows == 5
    for _ in range(20):
        pace.took(1000, 0)
    assert pace.rows == 500


lists = st.lists(st.integers(0, 400), unique=True, max_size=300)
programs = st.lists(st.one_of(lists, lists.map(sorted), st.just("slice")), max_size=12)


@settings(deadline=None)
@given(lists, programs)
def test_any_changes_and_slices(first: list[int], program: list[Any]) -> None:
    """At each moment a part of the list in its order, with all rows that were there; in the end all of it."""
    items = signal(first)
    page = opened(items, lambda item, index: li(item, data_index=index))
    for step in [*program, "slice"]:
        before = {row.text: row for row in rows(page)}
        if step == "slice":
            browser_ops.work_on()
        else:
            change(items, step)
        target = [str(number) for number in items.peek()]
        now = {row.text: row for row in rows(page)}
        assert list(now) == [text for text in target if text in now]
        assert len(now) == len(rows(page))
        for text in target:
            if text in before:
                assert now[text] is before[text]
        assert all(row.attributes["data-index"] == str(target.index(text)) for text, row in now.items())
    page.settle()
    assert numbers(page) == items.peek()
    page.close()
