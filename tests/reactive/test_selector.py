"""Selectors: which of many keys is the value of a signal."""

import pytest

from pyui import computed, effect, selector, signal
from pyui.reactive import NoOwnerError, Owner


def test_tells_which_key_is_selected():
    owner = Owner()
    chosen = signal("b")
    is_chosen = owner.run(lambda: selector(chosen))
    assert [is_chosen(key) for key in "abc"] == [False, True, False]
    chosen.set("c")
    assert [is_chosen(key) for key in "abc"] == [False, False, True]


def test_a_change_concerns_two_keys():
    owner = Owner()
    chosen = signal(0)
    ran: list[tuple[int, bool]] = []

    def watch(key: int) -> None:
        effect(lambda: ran.append((key, is_chosen(key))))

    def watch_all() -> None:
        for key in range(100):
            watch(key)

    is_chosen = owner.run(lambda: selector(chosen))
    owner.run(watch_all)
    ran.clear()
    chosen.set(7)
    assert sorted(ran) == [(0, False), (7, True)]
    ran.clear()
    chosen.set(7)
    chosen.set(-1)
    assert ran == [(7, False)]


def test_an_effect_that_is_disposed_leaves():
    owner = Owner()
    chosen = signal(0)
    is_chosen = owner.run(lambda: selector(chosen))
    ran: list[bool] = []
    first = owner.run(lambda: effect(lambda: ran.append(is_chosen(1))))
    second = owner.run(lambda: effect(lambda: ran.append(is_chosen(1))))
    first.dispose()
    chosen.set(1)
    assert ran == [False, False, True]
    second.dispose()
    chosen.set(0)
    third = owner.run(lambda: effect(lambda: ran.append(is_chosen(1))))
    chosen.set(1)
    assert ran == [False, False, True, False, True]
    third.dispose()


def test_a_computed_with_and_without_observers():
    owner = Owner()
    chosen = signal(0)
    is_chosen = owner.run(lambda: selector(chosen))
    name = computed(lambda: "yes" if is_chosen(1) else "no")
    assert name() == "no"
    chosen.set(1)
    assert name() == "yes"
    seen: list[str] = []
    watcher = owner.run(lambda: effect(lambda: seen.append(name())))
    chosen.set(2)
    chosen.set(1)
    watcher.dispose()
    assert seen == ["yes", "no", "yes"]
    chosen.set(0)
    assert name() == "no"
    chosen.set(1)
    assert name() == "yes"


def test_ends_with_its_owner():
    owner = Owner()
    chosen = signal(0)
    is_chosen = owner.run(lambda: selector(chosen))
    owner.dispose()
    assert not chosen.observers
    chosen.set(1)
    assert is_chosen(1)


def test_a_function_as_source_and_keys_that_are_gone():
    owner = Owner()
    first, second = signal(1), signal(1)
    is_sum = owner.run(lambda: selector(lambda: first() + second()))
    seen: list[bool] = []
    owner.run(lambda: effect(lambda: seen.append(is_sum(4))))
    first.set(3)
    second.set(2)
    assert seen == [False, True, False]


def test_on_the_server():
    def page() -> str:
        chosen = signal(2)
        is_chosen = selector(chosen)
        return "".join("x" if is_chosen(key) else "-" for key in range(4))

    owner = Owner(static=True)
    assert owner.run(page) == "--x-"


def test_needs_an_owner():
    with pytest.raises(NoOwnerError, match=r"selector\(\) was called where no owner is"):
        selector(signal(0))
