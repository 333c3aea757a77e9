import gc
import weakref

from pyui.reactive import Signal, computed, effect, signal


def test_reads_what_was_set():
    s = signal(1)
    assert s() == 1
    s.set(2)
    assert s() == s.peek() == 2


def test_update_sets_what_the_function_returns():
    s = signal(2)
    s.update(lambda n: n * 5)
    assert s() == 10


def test_an_equal_value_notifies_nobody():
    s = signal([1])
    runs: list[list[int]] = []
    e = effect(lambda: runs.append(s()))
    s.set([1])
    s.set(s())
    assert runs == [[1]]
    s.set([2])
    assert runs == [[1], [2]]
    e.dispose()


def test_equals_replaces_the_comparison():
    s = signal(1, equals=lambda a, b: a % 10 == b % 10)
    s.set(11)
    assert s() == 1
    s.set(12)
    assert s() == 12


def test_a_value_whose_comparison_fails_gets_through():
    class Array:
        def __eq__(self, other: object) -> bool:
            raise ValueError("ambiguous")

        __hash__ = None  # type: ignore[assignment]

    s, second = signal(Array()), Array()
    s.set(second)
    assert s() is second


def test_peek_makes_no_dependency():
    s, runs = signal(0), []
    e = effect(lambda: runs.append(s.peek()))
    s.set(1)
    assert runs == [0]
    e.dispose()


def test_marks_a_chain_of_ten_thousand_and_a_wide_fan_out():
    s = signal(0)
    last = computed(s)
    chain = [last]
    for _ in range(10_000):
        last = computed(lambda before=last: before() + 1)  # type: ignore[misc]
        last()
        chain.append(last)
    seen: list[int] = []
    effects = [effect(lambda c=c: seen.append(c())) for c in chain[::10]]  # type: ignore[misc]
    seen.clear()
    s.set(5)
    assert seen == list(range(5, 10_006, 10))
    for e in effects:
        e.dispose()
    assert not s.observers


def test_a_signal_is_freed_with_its_last_user():
    s = signal(0)
    gone = weakref.ref(s)
    e = effect(lambda s=s: s())  # type: ignore[misc]
    e.dispose()
    del s, e
    gc.collect()
    assert gone() is None


def test_repr_shows_name_place_and_value():
    count = signal(3)
    assert isinstance(count, Signal)
    assert repr(count).startswith("<count (signal at ")
    assert repr(count).endswith(": 3>")
