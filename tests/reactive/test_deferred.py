"""Deferred values: what lags, what is seen when, and that nothing is torn."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyui import Deferred, batch, computed, deferred, effect, signal
from pyui.reactive import NoOwnerError, Owner
from pyui.reactive._slices import has_more, run_slice, set_slicer


@pytest.fixture
def host() -> Iterator[None]:
    set_slicer(lambda: None)
    yield
    set_slicer(None)


def run_all() -> None:
    while has_more():
        run_slice()


@pytest.mark.usefixtures("host")
def test_it_lags_and_catches_up():
    owner = Owner()
    text = signal("")
    slow = owner.run(lambda: deferred(text))
    log: list[Any] = []
    owner.run(lambda: effect(lambda: log.append(("fast", text()))))
    owner.run(lambda: effect(lambda: log.append(("slow", slow()))))
    owner.run(lambda: effect(lambda: log.append(slow.pending())))
    log.clear()
    for letters in ("a", "ab", "abc"):
        text.set(letters)
    assert log == [("fast", "a"), True, ("fast", "ab"), ("fast", "abc")]
    assert (slow(), slow.peek(), slow.pending()) == ("", "", True)
    log.clear()
    run_all()
    assert log == [("slow", "abc"), False]  # what was typed between is skipped
    assert isinstance(slow, Deferred)
    owner.dispose()
    text.set("x")
    run_all()
    assert slow() == "abc"
    assert not text.observers


@pytest.mark.usefixtures("host")
def test_back_before_it_was_shown():
    owner = Owner()
    number = signal(1)
    slow = owner.run(lambda: deferred(lambda: number() * 2))
    ran: list[int] = []
    owner.run(lambda: effect(lambda: ran.append(slow())))
    number.set(2)
    number.set(1)
    assert not slow.pending()
    run_all()
    assert ran == [2]


@pytest.mark.usefixtures("host")
def test_one_of_another():
    owner = Owner()
    number = signal(1)
    first = owner.run(lambda: deferred(number))
    second = owner.run(lambda: deferred(first))
    number.set(2)
    run_slice()
    assert (first(), second()) == (2, 1)
    run_all()
    assert (first(), second()) == (2, 2)


@pytest.mark.usefixtures("host")
def test_disposed_while_it_waits():
    owner = Owner()
    number = signal(1)
    slow = owner.run(lambda: deferred(number))
    number.set(2)
    owner.dispose()
    run_all()
    assert slow() == 1


def test_without_a_host_it_does_not_lag():
    owner = Owner()
    number = signal(1)
    slow = owner.run(lambda: deferred(number))
    seen: list[tuple[int, bool]] = []
    owner.run(lambda: effect(lambda: seen.append((slow(), slow.pending()))))
    number.set(2)
    assert seen == [(1, False), (2, False)]
    owner.dispose()


def test_on_the_server_it_is_its_source():
    owner = Owner(static=True)
    number = signal(1)
    slow = owner.run(lambda: deferred(number))
    number.set(2)
    assert owner.run(lambda: (slow(), slow.peek(), slow.pending())) == (2, 2, False)
    assert owner.live == 0


def test_without_an_owner():
    with pytest.raises(NoOwnerError, match="deferred"):
        deferred(signal(1))


steps = st.lists(
    st.one_of(
        st.dictionaries(st.integers(0, 2), st.integers(0, 3), min_size=1).map(lambda values: ("set", values)),
        st.just(("slice", {})),
    ),
    max_size=30,
)


@given(steps)
def test_all_readers_see_one_state_that_was_there(program: list[tuple[str, dict[int, int]]]):
    """Urgent readers see each change at once; deferred ones an older state, whole, and the last one in the end."""
    set_slicer(lambda: None)
    owner = Owner()
    signals = [signal(0) for _ in range(3)]
    total = computed(lambda: sum(each() for each in signals))
    sources: list[Callable[[], int]] = [*signals, total]
    slow = owner.run(lambda: [deferred(each) for each in sources])
    flushed: list[tuple[int, ...]] = []
    seen: list[tuple[int, ...]] = []
    sums: list[tuple[int, int]] = []
    slow_sum = computed(lambda: sum(each() for each in slow[:3]))
    owner.run(lambda: effect(lambda: flushed.append(tuple(each() for each in signals))))
    owner.run(lambda: effect(lambda: seen.append(tuple(each() for each in slow[:3]))))
    owner.run(lambda: effect(lambda: sums.append((slow_sum(), slow[3]()))))
    for kind, values in program:
        if kind == "set":
            before = seen.copy()
            with batch():
                for index, value in values.items():
                    signals[index].set(value)
            assert flushed[-1] == tuple(each.peek() for each in signals)
            assert seen == before  # what is urgent does not make what can wait run
        else:
            run_slice()
            assert seen[-1] == flushed[-1]
        for each, fast in zip(slow, sources, strict=True):
            assert each.pending() == (each() != fast())
            assert each() == each.peek()
    run_all()
    assert seen[-1] == flushed[-1]
    assert not any(each.pending() for each in slow)
    states = iter(flushed)
    assert all(state in states for state in seen)  # a part of the states that were there, in their order
    assert all(left == right for left, right in sums)  # all of one moment, computeds as well
    owner.dispose()
    set_slicer(None)
