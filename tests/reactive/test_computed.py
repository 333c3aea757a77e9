import gc
import traceback
import weakref

import pytest

from pyui.reactive import Computed, Signal, batch, computed, effect, signal
from pyui.reactive._graph import CLEAN


def test_is_lazy_and_cached():
    s, runs = signal(1), []

    @computed
    def double() -> int:
        runs.append(s())
        return s() * 2

    assert isinstance(double, Computed)
    assert runs == []
    assert (double(), double(), double.peek()) == (2, 2, 2)
    s.set(3)
    assert runs == [1]
    assert double() == 6
    assert runs == [1, 3]


def test_an_unrelated_change_evaluates_nothing():
    s, other, runs = signal(1), signal(1), []
    c = computed(lambda: runs.append(s()))
    c()
    other.set(2)
    c()
    assert runs == [1]


@pytest.mark.parametrize("observed", [False, True])
def test_an_equal_result_stops_the_change(observed: bool):
    s, runs = signal(1), []
    parity = computed(lambda: s() % 2)
    label = computed(lambda: runs.append(parity()))
    e = effect(label) if observed else None
    label()
    s.set(3)
    label()
    assert runs == [1]
    s.set(4)
    label()
    assert runs == [1, 0]
    if e is not None:
        e.dispose()


def test_equals_replaces_the_comparison():
    s, runs = signal(1), []
    rough = computed(s, equals=lambda a, b: abs(a - b) < 5)
    e = effect(lambda: runs.append(rough()))
    s.set(3)
    s.set(9)
    assert runs == [1, 9]
    e.dispose()


@pytest.mark.parametrize("observed", [False, True])
def test_dependencies_are_those_of_the_last_run(observed: bool):
    flag, a, b, runs = signal(True), signal("a"), signal("b"), []

    @computed
    def chosen() -> str:
        runs.append(1)
        return a() if flag() else b()

    e = effect(chosen) if observed else None
    assert chosen() == "a"
    b.set("B")
    assert chosen() == "a"
    assert len(runs) == 1
    flag.set(False)
    assert chosen() == "B"
    a.set("A")
    assert chosen() == "B"
    assert len(runs) == 2
    if e is not None:
        assert not a.observers
        e.dispose()


def test_a_source_behind_a_changed_condition_is_not_evaluated():
    user: Signal[dict[str, str] | None] = signal({"name": "Ada"})
    here = computed(lambda: user() is not None)
    runs: list[str] = []

    @computed
    def name() -> str:
        value = user()
        assert value is not None
        runs.append(value["name"])
        return value["name"]

    unobserved = computed(lambda: name() if here() else "nobody")
    observed = computed(lambda: name() if here() else "nobody")
    direct = computed(lambda: name() if user() is not None else "nobody")
    effects = [effect(observed), effect(direct)]
    assert unobserved() == "Ada"
    user.set(None)
    assert [c() for c in (unobserved, observed, direct)] == ["nobody"] * 3
    assert runs == ["Ada"]
    assert name.state != CLEAN
    for e in effects:
        e.dispose()


def test_an_exception_is_kept_until_a_source_changes():
    s, runs = signal(0), []

    @computed
    def inverse() -> float:
        runs.append(s())
        return 1 / s()

    depths = []
    for read in (inverse, inverse.peek, inverse):
        with pytest.raises(ZeroDivisionError) as caught:
            read()
        depths.append(len(traceback.extract_tb(caught.value.__traceback__)))
    assert runs == [0]
    assert max(depths) == depths[0], "the traceback must not grow with every read"
    s.set(2)
    assert inverse() == 0.5
    s.set(0)
    with pytest.raises(ZeroDivisionError):
        inverse()
    assert runs == [0, 2, 0]


def test_a_value_of_none_takes_the_place_of_an_exception():
    s = signal(0)
    c = computed(lambda: None if s() else [].pop())
    with pytest.raises(IndexError):
        c()
    s.set(1)
    assert c() is None


def test_a_reader_may_handle_the_exception_of_a_source():
    s = signal(0)
    inverse = computed(lambda: 1 / s())

    @computed
    def text() -> str:
        try:
            return str(inverse())
        except ZeroDivisionError:
            return "none"

    seen: list[str] = []
    e = effect(lambda: seen.append(text()))
    s.set(4)
    s.set(0)
    assert seen == ["none", "0.25", "none"]
    e.dispose()


def test_an_interrupted_evaluation_is_done_again():
    s, interrupt = signal(1), [True]

    @computed
    def value() -> int:
        if interrupt:
            raise KeyboardInterrupt
        return s()

    with pytest.raises(KeyboardInterrupt):
        value()
    interrupt.clear()
    assert value() == 1


def test_an_overflow_of_the_stack_is_not_kept():
    last = computed(lambda: 0)
    chain = [last]
    for _ in range(2_000):
        last = computed(lambda before=last: before() + 1)  # type: ignore[misc]
        chain.append(last)
    with pytest.raises(RecursionError):
        last()
    assert [c() for c in chain][-1] == 2_000
    assert last() == 2_000


@pytest.mark.parametrize("observed", [False, True])
@pytest.mark.parametrize("order", ["chain only", "signal last", "signal first"])
def test_revalidates_a_chain_of_five_thousand(observed: bool, order: str):
    s, rate, runs = signal(0), signal(1), []
    last = computed(s)
    for _ in range(5_000):

        def step(before: Computed[int] = last) -> int:
            runs.append(1)
            if order == "signal first":
                return rate() + before()
            return before() + (rate() if order == "signal last" else 1)

        last = computed(step)
        last()
    e = effect(last) if observed else None
    runs.clear()
    with batch():
        s.set(7)
        rate.set(2)
    assert last() == 7 + 5_000 * (1 if order == "chain only" else 2)
    assert len(runs) == 5_000
    if e is not None:
        e.dispose()
        assert not s.observers
        assert not rate.observers


def test_a_dependency_that_turns_round_deep_in_a_chain_is_evaluated_once():
    turn = signal(1)
    runs: list[str] = []

    @computed
    def first() -> int:
        runs.append("first")
        return second() if turn() == 1 else 1

    @computed
    def second() -> int:
        runs.append("second")
        return 1 if turn() == 1 else first()

    last = first
    for _ in range(50):
        last = computed(lambda before=last: turn() + before())  # type: ignore[misc]
    assert last() == 51
    runs.clear()
    turn.set(2)
    assert last() == 101
    assert sorted(runs) == ["first", "second"]


def test_is_subscribed_only_while_an_effect_depends_on_it():
    s = signal(1)
    middle = computed(lambda: s() + 1)
    top = computed(lambda: middle() + 1)
    assert top() == 3
    assert not s.observers
    assert not middle.observers
    first, second = effect(top), effect(top)
    assert list(s.observers or ()) == [middle]
    first.dispose()
    assert list(s.observers or ()) == [middle]
    second.dispose()
    assert not s.observers
    assert not middle.observers
    s.set(5)
    assert top() == 7


def test_is_freed_while_its_source_lives():
    s = signal(1)
    unobserved = computed(lambda: s() + 1)
    observed = computed(lambda: s() + 2)
    e = effect(observed)
    unobserved()
    e.dispose()
    del e
    gone = [weakref.ref(node) for node in (unobserved, observed)]
    del unobserved, observed
    gc.collect()
    assert [ref() for ref in gone] == [None, None]


def test_a_change_while_unobserved_is_seen_by_the_next_observer():
    s, seen = signal(1), []
    c = computed(lambda: s() * 10)
    effect(c).dispose()
    s.set(2)
    e = effect(lambda: seen.append(c()))
    s.set(3)
    assert seen == [20, 30]
    e.dispose()


def test_a_source_that_goes_out_of_use_while_pending_stays_right():
    s, flag = signal(1), signal(True)
    c = computed(lambda: s() * 10)
    e = effect(lambda: c() if flag() else 0)
    with batch():
        s.set(2)
        flag.set(False)
        e.dispose()
    assert c() == 20


def test_no_glitch_in_a_diamond():
    s, seen = signal(1), []
    left, right = computed(lambda: s() + 1), computed(lambda: s() * -1)
    total = computed(lambda: left() + right())
    e = effect(lambda: seen.append((left(), right(), total())))
    for n in range(2, 5):
        s.set(n)
    assert seen == [(n + 1, -n, 1) for n in range(1, 5)]
    e.dispose()
