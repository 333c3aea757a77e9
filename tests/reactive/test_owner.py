import gc
import weakref
from collections.abc import Callable

import pytest

from pyui.reactive import (
    ERROR_HANDLER,
    Computed,
    NoOwnerError,
    Owner,
    computed,
    current_owner,
    effect,
    on_cleanup,
    signal,
)
from pyui.reactive._owner import swap_owner
from tests.reactive.support import here, is_at


def logger(log: list[str], text: str) -> Callable[[], None]:
    return lambda: log.append(text)


def test_run_sets_the_current_owner_and_returns_the_value():
    owner = Owner()
    assert current_owner() is None
    assert owner.run(lambda: (current_owner(), 1)) == (owner, 1)
    assert current_owner() is None


def test_run_tracks_nothing():
    s, owner = signal(0), Owner()
    e = effect(lambda: owner.run(s))
    assert not e.sources
    e.dispose()


def test_swap_owner_returns_the_one_before():
    owner = Owner()
    assert swap_owner(owner) is None
    assert swap_owner(None) is owner


def test_disposes_the_youngest_child_first_and_clean_ups_from_the_last():
    log: list[str] = []
    root = Owner()
    root.on_cleanup(logger(log, "root 1"))
    for name in "ab":
        owner = Owner(root)
        owner.on_cleanup(logger(log, name))
        for inner in "12":
            Owner(owner).on_cleanup(logger(log, name + inner))
    root.on_cleanup(logger(log, "root 2"))
    root.dispose()
    assert log == ["b2", "b1", "b", "a2", "a1", "a", "root 2", "root 1"]
    root.dispose()
    assert len(log) == 8


def test_a_disposed_child_leaves_its_parent():
    root = Owner()
    first, second = Owner(root), Owner(root)
    first.dispose()
    assert list(root.children or ()) == [second]
    assert first.disposed
    assert not root.disposed


def test_disposes_a_tree_deeper_than_the_stack():
    root = Owner()
    owners = [root]
    for _ in range(20_000):
        owners.append(Owner(owners[-1]))
    log: list[str] = []
    owners[-1].on_cleanup(logger(log, "deepest"))
    root.dispose()
    assert log == ["deepest"]
    assert all(owner.disposed for owner in owners)


def test_errors_of_clean_ups_come_after_all_have_run():
    log: list[str] = []

    def fail(error: Exception) -> Callable[[], None]:
        def raise_it() -> None:
            raise error

        return raise_it

    one = Owner()
    one.on_cleanup(logger(log, "one"))
    one.on_cleanup(fail(ValueError()))
    with pytest.raises(ValueError):  # noqa: PT011 - the only error comes as it is
        one.dispose()
    two = Owner()
    two.on_cleanup(fail(KeyError()))
    Owner(two).on_cleanup(fail(ValueError()))
    two.on_cleanup(logger(log, "two"))
    with pytest.raises(ExceptionGroup) as caught:
        two.dispose()
    assert [type(error) for error in caught.value.exceptions] == [ValueError, KeyError]
    assert log == ["one", "two"]


def test_effects_see_all_of_a_disposal_at_once():
    s, seen = signal(0), []
    e = effect(lambda: seen.append(s()))
    owner = Owner()
    for _ in range(2):
        owner.on_cleanup(lambda: s.update(lambda n: n + 1))
    owner.dispose()
    assert seen == [0, 2]
    e.dispose()


def test_clean_ups_are_not_tracked():
    s, owner = signal(0), Owner()
    owner.on_cleanup(s)
    e = effect(owner.dispose)
    assert not e.sources
    e.dispose()


def test_a_clean_up_for_a_disposed_owner_runs_at_once():
    log: list[str] = []
    owner = Owner()
    owner.on_cleanup(lambda: owner.on_cleanup(logger(log, "during")))
    owner.dispose()
    owner.on_cleanup(logger(log, "after"))
    assert log == ["during", "after"]


def test_a_child_of_a_disposed_owner_is_disposed():
    owner = Owner()
    owner.dispose()
    assert Owner(owner).disposed


def test_contexts_and_static_are_inherited_by_reference():
    root = Owner(static=True)
    root.contexts = {"theme": "dark"}
    child = root.run(Owner.child)
    assert child.parent is root
    assert child.contexts is root.contexts
    assert child.static
    root.contexts = {}
    assert child.contexts == {"theme": "dark"}
    assert Owner.child().parent is None
    assert Owner().contexts is Owner().contexts


def test_a_computed_sees_the_contexts_of_its_maker():
    owner = Owner()
    owner.contexts = {"theme": "dark"}
    s = signal(0)

    def theme() -> object:
        maker = current_owner()
        assert maker is owner
        return maker.contexts["theme"], s()

    c = owner.run(lambda: computed(theme))
    e = effect(c)
    s.set(1)
    assert c() == ("dark", 1)
    e.dispose()


def test_errors_go_to_the_handler_in_the_contexts():
    taken: list[Exception] = []
    owner, error = Owner(), ValueError()
    assert not owner.handle_error(error)
    owner.contexts = {ERROR_HANDLER: taken.append}
    assert Owner(owner).handle_error(error)
    assert taken == [error]


def test_a_disposed_tree_is_freed():
    root = Owner()
    child = Owner(root)
    gone = weakref.ref(child)
    root.dispose()
    del child
    gc.collect()
    assert gone() is None


def test_on_cleanup_without_an_owner():
    with pytest.raises(NoOwnerError, match=r"\[PYUI104\] on_cleanup\(\) was called where no owner is") as caught:
        on_cleanup(print)
    assert is_at(caught.value, here(-1))


@pytest.mark.parametrize("owner", [None, Owner()])
def test_a_computed_owns_no_clean_up(owner: Owner | None):
    def clean() -> None:
        on_cleanup(print)

    with pytest.raises(NoOwnerError, match=r"on_cleanup\(\) was called in clean \(computed at") as caught:
        make_computed(clean, owner)()
    assert is_at(caught.value, here(-4))


@pytest.mark.parametrize("owner", [None, Owner()])
def test_a_computed_owns_no_effect(owner: Owner | None):
    def react() -> None:
        effect(print)

    with pytest.raises(NoOwnerError, match=r"effect\(\) was called in react \(computed at") as caught:
        make_computed(react, owner)()
    assert is_at(caught.value, here(-4))


def make_computed(f: Callable[[], None], owner: Owner | None) -> Computed[None]:
    return computed(f) if owner is None else owner.run(lambda: computed(f))


def test_an_owner_made_in_a_computed_owns():
    log: list[str] = []

    def make() -> Owner:
        owner = Owner()
        owner.run(lambda: on_cleanup(logger(log, "cleaned")))
        owner.run(lambda: effect(logger(log, "ran")))
        return owner

    computed(make)().dispose()
    assert log == ["ran", "cleaned"]
