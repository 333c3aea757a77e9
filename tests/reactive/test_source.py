from pyui.reactive import computed, effect, signal
from pyui.reactive._source import unsubscribe


def test_observers_are_kept_in_order_and_leave_without_a_trace():
    s = signal(0)
    effects = [effect(s) for _ in range(4)]
    effects[1].dispose()
    effects[3].dispose()
    assert list(s.observers or ()) == [effects[0], effects[2]]
    for e in effects:
        e.dispose()
    assert not s.observers


def test_unsubscribing_twice_leaves_the_others():
    s = signal(0)
    c = computed(s)
    first, second = effect(c), effect(c)
    for _ in range(2):
        unsubscribe(c, first)
    assert list(c.observers or ()) == [second]
    assert list(s.observers or ()) == [c]
    for e in (first, second):
        e.dispose()
    unsubscribe(c, first)
    assert not s.observers


def test_a_source_read_twice_is_recorded_once():
    s = signal(0)
    e = effect(lambda: (s(), s()))
    assert list(e.sources.items()) == [(s, 0)]
    e.dispose()
