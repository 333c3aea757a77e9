import pytest

from pyui import Show, component, effect, on_mount, signal, skip_hydration
from pyui.html import b, button, p
from pyui.reactive import current_owner
from pyui.view import Context
from pyui.view._environment import hydrating
from tests.view.support import html, live

S, E = "<!--{-->", "<!--}-->"
count = signal(3)
place = Context("none")


@component
def Where() -> object:
    owner = current_owner()
    assert owner is not None
    assert owner.static
    effect(lambda: None)
    on_mount(lambda: None)
    return place.get()


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (skip_hydration(), f"{S}{E}"),
        (skip_hydration("a", p("b")), f"{S}a<p>b</p>{E}"),
        (p(skip_hydration(b("x", count)), "y"), f"<p>{S}<b>x3</b>{E}y</p>"),
        (skip_hydration(button("+", on_click=print), Show(count, p(count))), f"{S}<button>+</button><p>3</p>{E}"),
        (place.provide("here", skip_hydration(Where())), f"{S}here{E}"),
        ([count, skip_hydration("x")], f"<!--t-->3{S}x{E}"),
    ],
)
def test_the_server_renders_it_without_marks(node: object, expected: str):
    assert html(node) == expected


def test_nothing_in_it_is_live():
    assert live(skip_hydration(p(count), Where(), button(on_click=print))) == 0


def test_it_does_not_run_while_the_page_hydrates():
    def never() -> object:
        raise AssertionError

    with hydrating():
        assert html(p(skip_hydration(component(never)(), never))) == f"<p>{S}{E}</p>"
