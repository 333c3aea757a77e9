from typing import Any

import pytest

from pyui import component, computed, on_cleanup, on_mount
from pyui.html import p
from pyui.reactive import Owner
from pyui.view._lifecycle import MOUNTS, LifecycleError
from tests.view.support import error_of, html


def test_outside_of_a_component_there_is_nothing_to_mount():
    assert "outside of a component" in error_of(lambda: on_mount(print), LifecycleError).what


def test_in_a_static_render_it_only_counts():
    owner = Owner(static=True)
    owner.run(lambda: on_mount(print))
    owner.run(lambda: on_mount(print))
    assert owner.live == 2


def test_it_adds_to_the_list_of_the_page():
    owner = Owner()
    mounts: list[Any] = []
    owner.contexts = {MOUNTS: mounts}
    owner.run(lambda: on_mount(print))
    assert mounts == [(owner, print)]


def test_without_a_list_nothing_is_kept():
    owner = Owner()
    owner.run(lambda: on_mount(print))
    assert owner.live == 0


@pytest.mark.parametrize("register", [on_mount, on_cleanup])
def test_on_the_server_a_live_part_may_register_as_well(register: Any):
    @component
    def Late() -> object:
        value = computed(lambda: "v")
        return p(lambda: [register(print), value()][1])

    assert html(Late()) == '<p data-p="">v</p>'
