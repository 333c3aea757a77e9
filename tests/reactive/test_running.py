import pytest

from pyui.reactive import CycleError, Owner, WriteInComputedError, batch, computed, effect, signal
from tests.reactive.support import here, is_at

FILE = __file__


def test_a_cycle_is_named_in_order():
    first = computed(lambda: second() + 1)
    second = computed(lambda: third() + 1)
    third = computed(lambda: second() + 1)
    with pytest.raises(CycleError) as caught:
        first()
    line = here().line
    assert is_at(caught.value, here(-4))
    places = [f"second (computed at {FILE}:{line - 4})", f"third (computed at {FILE}:{line - 3})"]
    assert f"[PYUI101] A computed depends on itself: {places[0]} → {places[1]} → {places[0]}." in str(caught.value)


def test_a_computed_that_reads_itself():
    @computed
    def alone() -> int:
        return alone.peek()

    with pytest.raises(CycleError, match=r"alone \(computed at .*\) → alone \(computed at .*\)\.") as caught:
        alone()
    assert is_at(caught.value, here(-4))


@pytest.mark.parametrize("observed", [False, True])
def test_a_cycle_that_opens_gives_values_again_and_leaves_nothing(observed: bool):
    closed = signal(True)
    a = computed(lambda: b() + 1)
    b = computed(lambda: a() + 1 if closed() else 10)
    seen: list[object] = []

    def look() -> None:
        try:
            seen.append(a())
        except CycleError as error:
            seen.append(type(error))

    e = effect(look) if observed else None
    for _ in range(2):
        with pytest.raises(CycleError):
            a()
        with pytest.raises(CycleError):
            b()
    closed.set(False)
    assert (a(), b()) == (11, 10)
    closed.set(True)
    with pytest.raises(CycleError):
        b()
    if e is not None:
        assert seen == [CycleError, 11, CycleError]
        e.dispose()
    assert not closed.observers
    assert not a.observers
    assert not b.observers


def test_a_cycle_made_by_a_new_dependency_is_found():
    turn = signal(0)
    a = computed(lambda: b() if turn() else 1)
    b = computed(lambda: a() + 1)
    assert b() == 2
    turn.set(1)
    with pytest.raises(CycleError):
        b()
    turn.set(0)
    assert (a(), b()) == (1, 2)


@pytest.mark.parametrize("static", [False, True])
@pytest.mark.parametrize("value", [0, 1])
def test_a_write_in_a_computed_names_both(static: bool, value: int):
    count = signal(0)

    def evaluate() -> None:
        @computed
        def careless() -> None:
            count.set(value)

        careless()

    with pytest.raises(WriteInComputedError) as caught:
        Owner(static=static).run(evaluate)
    line = here().line
    assert is_at(caught.value, here(-7))
    expected = f"[PYUI102] count (signal at {FILE}:{line - 11}) was set in careless (computed at {FILE}:{line - 8})."
    assert expected in str(caught.value)
    assert count() == 0


def test_a_write_in_an_untracked_part_or_a_batch_of_a_computed_is_refused():
    count = signal(0)

    def careless() -> None:
        with batch():
            Owner().run(lambda: count.set(1))

    with pytest.raises(WriteInComputedError):
        computed(careless)()


def test_an_effect_may_write():
    count, copy = signal(1), signal(0)
    double = computed(lambda: count() * 2)
    e = effect(lambda: copy.set(double()))
    count.set(2)
    assert copy() == 4
    e.dispose()
