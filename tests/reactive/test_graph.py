from collections.abc import Iterator

import pytest

from pyui.reactive import Effect, EffectLoopError, batch, effect, on_cleanup, signal
from pyui.reactive._graph import flush, set_scheduler
from tests.reactive.support import here, is_at


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The calls of a scheduler that leaves the flush to the test."""
    calls: list[str] = []
    set_scheduler(lambda: calls.append("asked"))
    yield calls
    set_scheduler(None)


def test_a_scheduler_is_asked_once_until_the_flush(asked: list[str]):
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))
    s.set(1)
    s.set(2)
    assert (seen, asked) == ([0], ["asked"])
    flush()
    assert seen == [0, 2]
    s.set(3)
    assert asked == ["asked"] * 2
    flush()
    flush()
    assert seen == [0, 2, 3]
    e.dispose()


def test_a_batch_asks_the_scheduler_at_its_end(asked: list[str]):
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))
    with batch():
        s.set(1)
        flush()
        assert (seen, asked) == ([0], [])
    assert (seen, asked) == ([0], ["asked"])
    flush()
    assert seen == [0, 1]
    e.dispose()


def test_what_an_effect_or_clean_up_sets_waits_for_the_scheduler(asked: list[str]):
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))

    @effect
    def writer() -> None:
        s.set(1)
        on_cleanup(lambda: s.set(2))

    writer.dispose()
    assert (seen, asked) == ([0], ["asked"])
    flush()
    assert seen == [0, 2]
    e.dispose()


def test_a_disposed_effect_is_not_run_by_the_flush(asked: list[str]):
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))
    s.set(1)
    e.dispose()
    flush()
    assert seen == [0]


def test_an_effect_that_triggers_itself_is_stopped_and_named():
    count, seen = signal(0), []

    def endless() -> None:
        if count():
            count.update(lambda n: n + 1)

    e, other = effect(endless), effect(lambda: seen.append(count()))
    with pytest.raises(EffectLoopError, match=r"\[PYUI103\] .*endless \(effect at .*test_graph.py:\d+\)") as caught:
        count.set(1)
    assert is_at(caught.value, here(-1))
    assert len(seen) <= 102
    e.dispose()
    count.set(0)
    assert seen[-1] == 0
    other.dispose()


def test_effects_that_trigger_each_other_are_all_named():
    on, a, b = signal(False), signal(0), signal(0)

    def ping() -> None:
        if on():
            b.set(a() + 1)

    def pong() -> None:
        if on():
            a.set(b() + 1)

    def bystander() -> None:
        on()

    effects: list[Effect] = [effect(ping), effect(pong), effect(bystander)]
    with pytest.raises(EffectLoopError) as caught:
        on.set(True)
    assert is_at(caught.value, here(-1))
    assert "ping (effect at " in str(caught.value)
    assert "pong (effect at " in str(caught.value)
    assert "bystander" not in str(caught.value)
    on.set(False)
    for e in effects:
        e.dispose()


def test_a_long_settling_flush_is_no_loop():
    s, seen = signal(0), []

    def run() -> None:
        seen.append(s())
        if 0 < s() < 99:
            s.update(lambda n: n + 1)

    e = effect(run)
    s.set(1)
    assert seen[-1] == 99
    e.dispose()


def test_many_effects_that_set_one_signal_are_no_loop():
    go, total, seen = signal(0), signal(0), []
    reader = effect(lambda: seen.append(total()))

    def add() -> None:
        step = go()
        total.update(lambda n: n + step)

    writers = [effect(add) for _ in range(300)]
    seen.clear()
    go.set(1)
    assert seen == [300]
    for e in (reader, *writers):
        e.dispose()
