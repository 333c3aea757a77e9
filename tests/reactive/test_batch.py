import pytest

from pyui.reactive import batch, computed, effect, signal, untracked
from tests.reactive.support import noting


def test_effects_run_once_at_the_end_of_the_outermost_batch():
    a, b, seen = signal(1), signal(1), []
    e = effect(lambda: seen.append(a() + b()))
    with batch():
        a.set(2)
        with batch():
            b.set(3)
        assert seen == [2]
    assert seen == [2, 5]
    e.dispose()


def test_reads_within_a_batch_are_current():
    s = signal(1)
    runs: list[int] = []
    c = computed(lambda: noting(runs, s(), s() * 2))
    e = effect(c)
    with batch():
        s.set(2)
        assert c() == 4
    assert runs == [1, 2]
    e.dispose()


def test_a_batch_may_be_entered_again():
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))
    several = batch()
    for n in (1, 2):
        with several, several:
            s.set(n)
    assert seen == [0, 1, 2]
    e.dispose()


def test_effects_run_when_the_block_raises():
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))

    def fail() -> None:
        with batch():
            s.set(1)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert seen == [0, 1]
    e.dispose()


def test_errors_of_effects_come_out_of_the_outermost_batch():
    s = signal(1)
    e = effect(lambda: 1 / s())
    with pytest.raises(ZeroDivisionError), batch():
        s.set(0)
    e.dispose()


def test_untracked_makes_no_dependency_and_returns_the_value():
    a, b, seen = signal(1), signal(10), []
    e = effect(lambda: seen.append(a() + untracked(b)))
    b.set(20)
    assert seen == [11]
    a.set(2)
    assert seen == [11, 22]
    assert untracked(b) == 20
    e.dispose()
