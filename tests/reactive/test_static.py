"""Under a static owner, as in a render on the server, nothing of the graph is made or written."""

from collections.abc import Callable
from threading import Thread

import pytest

from pyui.reactive import CycleError, Owner, batch, computed, effect, on_cleanup, signal, untracked
from pyui.reactive._graph import graph
from tests.reactive.support import noting


def render[T](f: Callable[[], T]) -> T:
    return Owner(static=True).run(f)


def in_thread[T](f: Callable[[], T]) -> T:
    results: list[T] = []
    thread = Thread(target=lambda: results.append(f()))
    thread.start()
    thread.join()
    return results[0]


def test_an_effect_is_counted_and_never_runs():
    owner, s, runs = Owner(static=True), signal(0), []
    e = owner.run(lambda: effect(lambda: runs.append(s())))
    assert e.disposed
    e.run_now()
    e.dispose()
    s.set(1)
    assert (owner.live, runs, owner.children, s.observers) == (1, [], None, None)


def test_clean_ups_run_with_the_owner():
    owner, log = Owner(static=True), []
    owner.run(lambda: on_cleanup(lambda: log.append(graph.depth)))
    owner.dispose()
    assert log == [0]


def test_a_computed_is_cached_and_follows_its_signals():
    runs: list[int] = []

    def page() -> list[int]:
        s = signal(1)
        c = computed(lambda: noting(runs, s(), s() * 2))
        values = [c(), c(), c.peek()]
        s.set(5)
        values.append(c())
        assert s.observers is None
        assert not c.sources
        return values

    assert render(page) == [2, 2, 2, 10]
    assert runs == [1, 5]


def test_an_exception_of_a_computed_is_cached():
    runs: list[int] = []

    def page() -> None:
        c = computed(lambda: 1 / noting(runs, 1, 0))
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                c()

    render(page)
    assert runs == [1]


def test_a_computed_of_the_module_makes_no_edges_and_keeps_nothing():
    s = signal(1)
    runs: list[int] = []
    shared = computed(lambda: noting(runs, s(), s() * 2))
    assert render(lambda: (shared(), shared.peek())) == (2, 2)
    assert runs == [1, 1]
    assert (s.observers, shared.sources, shared.version) == (None, {}, 0)


def test_computeds_of_the_module_that_share_sources_are_evaluated_once_for_each_read():
    s = signal(1)
    runs: list[int] = []
    last = computed(lambda: noting(runs, 1, s()))
    for _ in range(50):
        last = computed(lambda before=last: before() + before())  # type: ignore[misc]
    assert render(last) == 2**50
    assert runs == [1]


def test_a_failing_source_is_evaluated_again():
    runs: list[int] = []
    bad = computed(lambda: 1 / noting(runs, 1, 0))

    @computed
    def patient() -> str:
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                bad()
        return "done"

    assert render(patient) == "done"
    assert runs == [1, 1]


@pytest.mark.parametrize("shared", [False, True])
def test_a_cycle_is_named(shared: bool):
    def cycle() -> None:
        a = computed(lambda: b() + 1)
        b = computed(lambda: a() + 1)
        if shared:
            render(a)
        else:
            a()

    with pytest.raises(CycleError, match=r"a \(computed at .*\) → b \(computed at .*\) → a \(computed"):
        cycle() if shared else render(cycle)


def test_a_read_in_an_effect_that_renders_makes_no_edge():
    s = signal(1)
    c = computed(lambda: s() + 1)
    e = effect(lambda: render(lambda: (s(), c(), untracked(s))))
    assert not e.sources
    e.dispose()


def test_a_render_in_another_thread_does_not_touch_an_effect_that_runs_here():
    s, own, log = signal(1), signal(1), []
    shared = computed(lambda: s() * 2)

    def page() -> tuple[int, ...]:
        local = signal(0)
        with batch():
            local.set(7)
            assert graph.depth == 1, "only the effect's own"
        own_computed = computed(lambda: local() + shared())
        on_cleanup(lambda: local.set(8))
        assert untracked(lambda: graph.observer) is e
        return s(), shared(), own_computed(), untracked(s)

    def run() -> None:
        own()
        owner = Owner(static=True)
        log.append(in_thread(lambda: owner.run(page)))
        in_thread(owner.dispose)
        assert graph.observer is e
        own()

    e = effect(lambda: None)
    e.fn = run
    e.run_now()
    assert log == [(1, 2, 9, 1)]
    assert list(e.sources) == [own]
    e.dispose()


def test_a_write_in_another_thread_is_not_taken_for_one_in_the_computed_that_runs_here():
    s = signal(0)

    @computed
    def busy() -> int:
        in_thread(lambda: render(lambda: s.set(s.peek() + 1)))
        return 1

    assert busy() == 1
    assert s.peek() == 1


def test_signals_may_be_set_in_many_renders_at_a_time():
    shared, versions = signal(0), []

    def page() -> None:
        local = signal(0)
        double = computed(lambda: local() * 2)
        for n in range(300):
            local.set(n)
            shared.set(n)
            versions.append(local.version)
            assert double() == n * 2

    errors: list[BaseException] = []

    def thread() -> None:
        try:
            render(page)
        except BaseException as error:  # noqa: BLE001 - the test shows it
            errors.append(error)

    threads = [Thread(target=thread) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert errors == []
    assert graph.depth == 0
    assert shared() == 299
    # 0 is what each signal starts with, so setting it changes nothing.
    assert len(set(versions) - {0}) == 4 * 299
