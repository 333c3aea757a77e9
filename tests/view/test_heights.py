"""Where the rows of a long list are."""

from hypothesis import given
from hypothesis import strategies as st

from pyui.view._heights import Heights, MeasuredHeights

lengths = st.floats(0.5, 500)
known = st.dictionaries(st.integers(0, 300), lengths, max_size=40)


def measured(each: float, heights: dict[int, float]) -> MeasuredHeights:
    made = MeasuredHeights(each)
    for index, height in heights.items():
        made.measure(index, [height])
    return made


@given(lengths, st.integers(0, 10**6))
def test_rows_of_one_height(each: float, index: int) -> None:
    heights = Heights(each)
    middle = (heights.offset(index) + heights.offset(index + 1)) / 2
    assert heights.index_at(middle) == index
    assert heights.index_at(-1) == 0
    assert not heights.measure(index, [each + 1])


@given(lengths, known)
def test_offsets_are_sums(each: float, heights: dict[int, float]) -> None:
    made = measured(each, heights)
    at = 0.0
    for index in range(320):
        assert abs(made.offset(index) - at) < 1e-6 * (at + 1)
        height = heights.get(index, each)
        assert made.index_at(at + height / 2) == index
        at += height if abs(height - each) > 0.25 else each
    assert made.index_at(-5) == 0


@given(lengths, known, st.integers(-50, 50))
def test_heights_go_with_the_rows(each: float, heights: dict[int, float], by: int) -> None:
    made = measured(each, heights)
    made.move(by, range(100, 150))
    for index in range(100 + by, 150 + by):
        height = made.offset(index + 1) - made.offset(index)
        assert abs(height - heights.get(index - by, each)) <= 0.26
    assert abs(made.offset(60 + min(by, 0)) - (60 + min(by, 0)) * each) < 1e-6


def test_nothing_new() -> None:
    made = MeasuredHeights(20)
    assert made.measure(3, [20, 25, 20.1])
    assert not made.measure(3, [20, 25.2, 20])
    assert not made.measure(3, [0, 0])  # not laid out
    assert made.measure(3, [20, 20, 20])
    assert made.offset(10) == 200
