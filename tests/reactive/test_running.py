from contextlib import suppress
from functools import partial

import pytest

from pyui.reactive import Computed, CycleError, Owner, WriteInComputedError, batch, computed, effect, signal
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
    closed.set(False)
    assert (b(), a()) == (10, 11)
    if e is not None:
        assert seen == [CycleError, 11, CycleError, 11]
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


def test_a_closed_cycle_survives_changes_elsewhere():
    other, closed = signal(0), signal(True)
    a = computed(lambda: b() + 1)
    b = computed(lambda: a() + 1 if closed() else 0)
    for n in range(3):
        for node in (a, b):
            with pytest.raises(CycleError):
                node()
        other.set(n)
    closed.set(False)
    assert (a(), b()) == (1, 0)


def test_every_condition_of_a_cycle_is_a_dependency_of_all_its_members():
    conditions = [signal(True) for _ in range(3)]
    ring: list[Computed[int]] = []
    seen: dict[int, object] = {}

    def member(n: int) -> Computed[int]:
        return computed(lambda: ring[n - 1]() + 1 if conditions[n]() else 0)

    def look(n: int) -> None:
        try:
            seen[n] = ring[n]()
        except CycleError:
            seen[n] = "cycle"

    ring += [member(n) for n in range(3)]
    effects = [effect(partial(look, n)) for n in range(3)]
    for opened in (0, 1, 2, 1, 0):
        assert seen == dict.fromkeys(range(3), "cycle")
        conditions[opened].set(False)
        assert seen == {(opened + n) % 3: n for n in range(3)}
        conditions[opened].set(True)
    for e in effects:
        e.dispose()
    assert not any(node.observers for node in (*conditions, *ring))


def test_a_member_may_go_on_with_other_sources_after_the_cycle():
    other = signal(1)
    extra = computed(lambda: other() * 10)
    head: Computed[int] = computed(lambda: member() + 1)

    @computed
    def member() -> int:
        try:
            return head()
        except CycleError:
            return extra()

    seen: list[int] = []
    e = effect(lambda: seen.append(head()))
    other.set(2)
    assert seen == [11, 21]
    e.dispose()
    assert not other.observers
    assert not extra.observers


def test_a_cycle_that_is_closed_and_handled_without_a_change_of_value():
    closed = signal(False)

    def careful() -> int:
        try:
            return eager() if closed() else 5
        except CycleError:
            return 5

    safe = computed(careful)
    eager = computed(lambda: safe() + 1)
    e = effect(eager)
    closed.set(True)
    assert (safe(), eager()) == (5, 6)
    closed.set(False)
    assert (safe(), eager()) == (5, 6)
    e.dispose()
    assert not closed.observers


def test_a_cycle_longer_than_the_stack_is_an_overflow_whatever_is_set():
    other = signal(0)
    ring: list[Computed[int]] = []

    def member(n: int) -> Computed[int]:
        def compute() -> int:
            try:
                return ring[n - 1]() + 1
            except RecursionError:
                if n % 50:
                    raise
                return other()

        return computed(compute)

    ring += [member(n) for n in range(400)]
    for n in range(5):
        for node in ring[::7]:
            with suppress(RecursionError, CycleError):
                node()
        other.set(n)


def test_a_reader_may_handle_the_cycle_that_it_closes():
    other = signal(0)

    def careful() -> int:
        try:
            return eager()
        except CycleError:
            return other()

    safe = computed(careful)
    eager = computed(lambda: safe() + 1)
    seen: list[int] = []
    e = effect(lambda: seen.append(safe()))
    other.set(5)
    assert seen == [0, 5]
    assert eager() == 6
    other.set(7)
    assert (safe(), eager()) == (7, 8)
    e.dispose()
    assert not other.observers


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
