"""Which rows of a long list are in the page."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pyui.view._heights import Heights, MeasuredHeights
from pyui.view._window import FAR, Seen, find_row, find_shift, limits_of, window_of

counts = st.integers(0, 2000)
seens = st.builds(Seen, st.floats(-100, 50_000), st.floats(1, 2000))
overscans = st.integers(0, 20)


@st.composite
def any_heights(draw: st.DrawFn) -> Heights:
    each = draw(st.floats(1, 100))
    if draw(st.booleans()):
        return Heights(each)
    heights = MeasuredHeights(each)
    heights.measure(draw(st.integers(0, 100)), draw(st.lists(st.floats(1, 300), max_size=50)))
    return heights


@given(seens, any_heights(), counts, overscans)
def test_what_is_seen_is_there(seen: Seen, heights: Heights, count: int, overscan: int) -> None:
    first, end = window_of(seen, heights, count, overscan)
    assert 0 <= first <= end <= count
    if count:
        assert end > first
    total = heights.offset(count)
    top = max(0.0, min(seen.top, total - seen.height))
    for place in (top, min(top + seen.height, total) - 1e-6):
        if 0 <= place < total:
            index = heights.index_at(place)
            assert first <= index < end
            assert index - first >= min(index, overscan)
            assert end - 1 - index >= min(count - 1 - index, overscan)


@given(st.floats(0, 10**6), st.floats(1, 100), overscans)
def test_the_window_is_small(top: float, each: float, overscan: int) -> None:
    first, end = window_of(Seen(top, 1000), Heights(each), 10**6, overscan)
    assert end - first <= 1000 / each + 3 + 2 * overscan


@given(seens, any_heights(), counts, overscans)
def test_no_other_window_is_asked_for_at_once(seen: Seen, heights: Heights, count: int, overscan: int) -> None:
    window = window_of(seen, heights, count, overscan)
    low, high = limits_of(window, seen, heights, count, overscan)
    assert low <= seen.top
    assert seen.top + seen.height <= high or (window.end < count and seen.top + seen.height > heights.offset(count))


@given(seens, any_heights(), counts, overscans, st.floats(0, 1))
def test_within_the_limits_nothing_is_blank(
    seen: Seen, heights: Heights, count: int, overscan: int, part: float
) -> None:
    window = window_of(seen, heights, count, overscan)
    low, high = limits_of(window, seen, heights, count, overscan)
    low, high = max(low, 0), min(high, heights.offset(count)) - seen.height
    top = low + (high - low) * part
    if high >= low:
        assert heights.offset(window.first) <= top + 1e-6
        assert top + seen.height <= heights.offset(window.end) + 1e-6


def test_the_very_beginning_is_told_from_the_rest() -> None:
    heights = Heights(20)

    def limits(top: float) -> tuple[float, float]:
        seen = Seen(top, 100)
        return limits_of(window_of(seen, heights, 1000, 4), seen, heights, 1000, 4)

    assert limits(0) == (-FAR, 101)
    assert limits(2) == (1, 160)
    assert limits(400) == (360, 560)
    assert limits(20_000) == (19_860, FAR)


@given(st.lists(st.integers(), unique=True, min_size=1, max_size=300), st.data())
def test_rows_are_found_where_they_have_gone(items: list[int], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    front = data.draw(st.lists(st.text(), unique=True, max_size=400))
    behind = data.draw(st.booleans())
    new: Sequence[object] = [*front, *items, "end"] if not behind else [*items, *front]
    found = find_shift(new, lambda item: item, [(index, items[index])], len(new) - len(items))
    assert found == (index, new.index(items[index])) or (front and not behind)
    exact = find_shift([*front, *items], lambda item: item, [(index, items[index])], len(front))
    assert exact == (index, index + len(front))


def test_rows_that_are_gone() -> None:
    keys = list(range(1000))
    assert find_row(keys, lambda item: item, 500, (450,)) == 500
    assert find_row(keys, lambda item: item, 500, (400,)) is None  # too far to look for
    gone = [(index, -1) for index in range(3)]
    assert find_shift(keys, lambda item: item, [*gone[:2], (3, 3)], 0) == (3, 3)
    assert find_shift(keys, lambda item: item, [*gone, (3, 3)], 0) is None  # another list
    assert find_shift([], lambda item: item, [(0, 0)], 0) is None
