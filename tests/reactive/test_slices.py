"""Work that can wait."""

from collections.abc import Iterator

import pytest

from pyui.reactive._slices import can_wait, forget, has_more, later, run_slice, set_slicer

asked: list[str] = []


@pytest.fixture(autouse=True)
def host() -> Iterator[None]:
    asked.clear()
    set_slicer(lambda: asked.append("asked"))
    yield
    set_slicer(None)


def test_work_is_done_in_turn():
    done: list[str] = []

    def again() -> None:
        done.append("again")
        if len(done) < 5:
            later(again)

    later(again)
    later(lambda: done.append("once"))
    later(again)
    assert (asked, done) == (["asked"], [])
    while has_more():
        run_slice()
    assert done == ["again", "once", "again", "again", "again"]
    run_slice()
    assert asked == ["asked"]
    later(again)
    assert asked == ["asked"] * 2


def test_work_that_is_forgotten():
    later(test_work_is_done_in_turn)
    forget(test_work_is_done_in_turn)
    forget(test_work_is_done_in_turn)
    run_slice()
    assert not has_more()


def test_work_that_fails_is_not_done_again():
    def fail() -> None:
        raise ValueError("failed")

    later(fail)
    with pytest.raises(ValueError, match="failed"):
        run_slice()
    assert not has_more()


def test_without_a_host_nothing_can_wait():
    later(test_work_is_done_in_turn)
    assert can_wait()
    set_slicer(None)
    assert not can_wait()
    assert not has_more()
