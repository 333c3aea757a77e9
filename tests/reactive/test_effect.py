import gc
import weakref

import pytest

from pyui.reactive import (
    ERROR_HANDLER,
    Effect,
    Owner,
    Signal,
    batch,
    computed,
    current_owner,
    effect,
    on_cleanup,
    signal,
)
from pyui.reactive._graph import graph


def test_runs_at_once_and_after_each_change():
    s, seen = signal(1), []

    @effect
    def log() -> None:
        seen.append(s())

    assert isinstance(log, Effect)
    s.set(2)
    s.set(2)
    s.set(3)
    assert seen == [1, 2, 3]
    log.dispose()
    s.set(4)
    assert seen == [1, 2, 3]


def test_dependencies_are_those_of_the_last_run():
    flag, a, seen = signal(True), signal(1), []
    e = effect(lambda: seen.append(a() if flag() else None))
    flag.set(False)
    a.set(2)
    assert seen == [1, None]
    assert not a.observers
    flag.set(True)
    assert seen == [1, None, 2]
    e.dispose()


def test_does_not_run_for_an_unchanged_computed():
    s, seen = signal(1), []
    sign = computed(lambda: s() > 0)
    e = effect(lambda: seen.append(sign()))
    s.set(2)
    s.set(-1)
    assert seen == [True, False]
    e.dispose()


def test_clean_ups_and_children_go_before_each_run():
    s, log = signal(0), []

    def inner() -> None:
        on_cleanup(lambda: log.append("inner"))

    def outer() -> None:
        n = s()
        log.append(f"run {n}")
        on_cleanup(lambda: log.append(f"first {n}"))
        effect(inner)
        on_cleanup(lambda: log.append(f"second {n}"))

    e = effect(outer)
    s.set(1)
    assert log == ["run 0", "inner", "second 0", "first 0", "run 1"]
    e.dispose()
    assert log[5:] == ["inner", "second 1", "first 1"]


def test_a_clean_up_that_sets_what_the_effect_reads_causes_no_run_of_its_own():
    s, other, seen = signal(0), signal(0), []

    def run() -> None:
        seen.append((s(), other()))
        on_cleanup(lambda: s.update(lambda n: n + 1))

    e = effect(run)
    other.set(1)
    assert seen == [(0, 0), (1, 1)]
    e.dispose()


def test_a_clean_up_may_dispose_the_effect_instead_of_the_next_run():
    s, seen = signal(0), []

    def run() -> None:
        seen.append(s())
        on_cleanup(e.dispose)

    e = Effect(run, defer=True)
    e.run_now()
    s.set(1)
    assert seen == [0]
    assert not s.observers


def test_a_failing_clean_up_does_not_stop_the_run():
    s, seen = signal(0), []

    def fail() -> None:
        raise ValueError("clean-up")

    def run() -> None:
        seen.append(s())
        on_cleanup(fail)

    e = effect(run)
    with pytest.raises(ValueError, match="clean-up"):
        s.set(1)
    assert seen == [0, 1]
    with pytest.raises(ValueError, match="clean-up"):
        e.dispose()
    assert e.disposed


def test_what_it_sets_takes_effect_after_the_run():
    s, log = signal(0), []
    follower = effect(lambda: log.append(f"follower {s()}"))

    def run() -> None:
        s.set(1)
        s.set(2)
        log.append("end of run")

    e = effect(run)
    assert log == ["follower 0", "end of run", "follower 2"]
    e.dispose()
    follower.dispose()


def test_runs_again_if_it_sets_what_it_has_read():
    s, seen = signal(0), []

    def run() -> None:
        seen.append(s())
        if s() < 3:
            s.set(s() + 1)

    e = effect(run)
    assert seen == [0, 1, 2, 3]
    e.dispose()


def test_parents_run_before_children_and_a_disposed_child_does_not_run():
    item: Signal[str | None] = signal("a")
    log: list[str] = []
    here = computed(lambda: item() is not None)

    def child() -> None:
        value = item()
        assert value is not None
        log.append(value)

    def parent() -> None:
        if here():
            effect(child)

    e = effect(parent)
    item.set("b")
    item.set(None)
    assert log == ["a", "b"]
    e.dispose()


def test_a_parent_that_becomes_pending_late_still_goes_first():
    show, value, log = signal(True), signal(0), []
    hide = signal(False)

    def writer() -> None:
        if hide():
            show.set(False)

    def parent() -> None:
        log.append("parent")
        if show():
            effect(lambda: log.append(f"child {value()}"))

    first, second = effect(writer), effect(parent)
    with batch():
        value.set(1)
        hide.set(True)
    assert log == ["parent", "child 0", "parent"]
    first.dispose()
    second.dispose()


def test_a_pending_parent_that_did_not_change_leaves_the_child_to_run():
    source, trigger, value, log = signal(1), signal(False), signal(0), []
    sign = computed(lambda: source() > 0)

    def writer() -> None:
        if trigger():
            source.set(2)

    def parent() -> None:
        log.append(f"parent {sign()}")
        effect(lambda: log.append(f"child {value()}"))

    first, second = effect(writer), effect(parent)
    with batch():
        value.set(1)
        trigger.set(True)
    assert log == ["parent True", "child 0", "child 1"]
    first.dispose()
    second.dispose()


def test_may_dispose_itself_while_it_runs():
    s, late = signal(0), signal(0)
    seen: list[object] = []

    def run() -> None:
        if s.peek() == 1:
            e.dispose()
            on_cleanup(lambda: seen.append("at once"))
            effect(lambda: seen.append("never"))
            late()
        seen.append(s())

    e = effect(run)
    s.set(1)
    s.set(2)
    assert seen == [0, "at once", 1]
    assert not s.observers
    assert not late.observers


def test_an_effect_disposed_by_another_of_the_same_flush_does_not_run():
    s, seen = signal(0), []
    first = effect(lambda: second.dispose() if s() else None)
    second = effect(lambda: seen.append(s()))
    s.set(1)
    assert seen == [0]
    first.dispose()


def test_the_first_run_raises_to_the_maker_and_leaves_nothing():
    s = signal(0)
    owner = Owner()
    with pytest.raises(ZeroDivisionError):
        owner.run(lambda: effect(lambda: 1 / s()))
    assert not s.observers
    assert not owner.children


def test_an_error_does_not_stop_the_others_and_is_raised_to_who_set():
    s, seen = signal(1), []
    failing = effect(lambda: 1 / s())
    other = effect(lambda: seen.append(s()))
    with pytest.raises(ZeroDivisionError):
        s.set(0)
    assert seen == [1, 0]
    s.set(2)
    assert seen == [1, 0, 2]
    failing.dispose()
    other.dispose()


def test_several_errors_are_a_group():
    s = signal(1)
    effects = [effect(lambda: 1 / s()), effect(lambda: [0][1 - s()])]
    with pytest.raises(ExceptionGroup) as caught:
        s.set(0)
    assert [type(error) for error in caught.value.exceptions] == [ZeroDivisionError, IndexError]
    for e in effects:
        e.dispose()


def test_a_handler_up_the_tree_takes_errors():
    s, owner = signal(1), Owner()
    taken: list[Exception] = []
    owner.contexts = {ERROR_HANDLER: taken.append}
    owner.run(lambda: Owner.child().run(lambda: effect(lambda: 1 / s())))
    s.set(0)
    assert [type(error) for error in taken] == [ZeroDivisionError]
    owner.dispose()


def test_an_error_of_the_handler_is_raised():
    def refuse(error: Exception) -> None:
        raise LookupError("no fallback") from error

    s, owner = signal(1), Owner()
    owner.contexts = {ERROR_HANDLER: refuse}
    owner.run(lambda: effect(lambda: 1 / s()))
    with pytest.raises(LookupError, match="no fallback"):
        s.set(0)
    owner.dispose()


def test_an_interrupt_leaves_the_rest_pending():
    s, seen = signal(0), []

    def run() -> None:
        if s() == 1:
            raise KeyboardInterrupt

    first, second = effect(run), effect(lambda: seen.append(s()))
    with pytest.raises(KeyboardInterrupt):
        s.set(1)
    assert seen == [0]
    s.set(2)
    assert seen == [0, 2]
    first.dispose()
    second.dispose()


def test_a_subclass_computes_on_demand():
    class Binding(Effect):
        __slots__ = ("values",)
        values: list[object]

        def compute(self) -> None:
            assert current_owner() is self
            self.values.append(self.fn())

    s = signal(1)
    b = Binding(lambda: s() * 2, defer=True)
    b.values = []
    assert not s.observers
    b.run_now()
    assert b.values == [2]
    s.set(4)
    assert b.values == [2, 8]
    b.dispose()
    s.set(5)
    b.run_now()
    assert b.values == [2, 8]
    assert not hasattr(b, "__dict__")


def test_a_nested_effect_does_not_track_for_the_outer_one():
    s, outer_runs = signal(0), []

    def outer() -> None:
        outer_runs.append(1)
        effect(s)

    e = effect(outer)
    s.set(1)
    assert outer_runs == [1]
    e.dispose()


def test_an_effect_below_a_disposed_owner_never_runs():
    owner, seen = Owner(), []
    owner.dispose()
    e = owner.run(lambda: effect(lambda: seen.append(1)))
    assert e.disposed
    assert seen == []
    assert not owner.children


def test_a_disposed_effect_is_freed_while_its_sources_live():
    s = signal(0)
    c = computed(lambda: s() + 1)
    e = effect(lambda: (s(), c()))
    inner = e.run(lambda: effect(c))
    gone = [weakref.ref(e), weakref.ref(inner)]
    e.dispose()
    del e, inner
    gc.collect()
    assert [ref() for ref in gone] == [None, None]
    assert not s.observers
    assert not c.observers


def test_first_runs_can_be_put_off(monkeypatch: pytest.MonkeyPatch):
    put_off: list[Effect] = []
    seen: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(graph, "defer", put_off.append)
        e = effect(lambda: seen.append(1))
        assert Owner(static=True).run(lambda: effect(lambda: seen.append(2))).disposed
    assert (put_off, seen) == ([e], [])
    e.run_now()
    assert seen == [1]
    e.dispose()
