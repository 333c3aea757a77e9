from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from pyui import Context, ErrorBoundary, For, Portal, Show, component, signal
from pyui.html import b, div, li, noscript, p, select
from pyui.reactive import current_owner
from pyui.view import Child
from tests.view.support import html, live

theme: Context[Any] = Context("light", name="theme")
size: Context[int] = Context(1)


@component
def Themed() -> object:
    return theme.get()


@component
def Fails() -> object:
    raise ValueError("on purpose")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Themed(), "light"),
        (theme.provide("dark", Themed()), "dark"),
        ([Themed(), theme.provide("dark", Themed()), Themed()], "lightdarklight"),
        (theme.provide("a", Themed(), theme.provide("b", Themed()), Themed()), "aba"),
        (theme.provide("a", theme.provide("b"), Themed()), "a"),
        (theme.provide(None, Themed()), ""),
        (theme.provide("dark"), ""),
        (theme.provide("a", div(p(Themed()))), "<div><p>a</p></div>"),
        (theme.provide("a", Themed), "<!--[-->a<!--]-->"),
        (theme.provide("a", theme.get), "<!--t-->a<!--/-->"),
        (theme.provide("a", p(title=theme.get)), '<p title="a" data-p=""></p>'),
        (theme.provide("a", Show(lambda: theme.get() == "a", Themed())), "<!--[-->a<!--]-->"),
        (theme.provide("a", For(lambda: [1], lambda n: li(Themed()))), '<!--[--><li data-p="">a</li><!--]-->'),
        (theme.provide("a", For(lambda: [1], lambda n: b(theme.get()))), '<!--[--><b data-p="">a</b><!--]-->'),
        (theme.provide("a", noscript(Themed())), "<noscript>a</noscript>"),
        (theme.provide("a", select(bind_value=signal("x")), Themed()), '<select data-p="change :value"></select>a'),
        (theme.provide("a", size.provide(2, Themed(), size.get)), "a<!--t-->2<!--/-->"),
    ],
)
def test_what_is_seen(node: Child, expected: str):
    for _ in range(2):
        assert html(node) == expected
    assert current_owner() is None


def test_a_component_sees_what_is_around_its_place_and_not_what_it_provides():
    @component
    def Provider(*children: Child) -> object:
        inside = theme.get()
        return theme.provide("inner", inside, *children)

    assert html(Provider(Themed(), Provider(Themed()))) == "lightinnerinnerinner"


def test_children_of_a_generator_see_the_place_where_they_are_rendered():
    @component
    def Rows() -> Iterator[object]:
        for _ in range(2):
            yield theme.get()

    assert html(theme.provide("x", Rows())) == "xx"


def test_outside_of_a_render_there_is_the_default():
    assert theme.get() == "light"
    assert size.get() == 1


def test_two_contexts_of_one_name_are_two():
    other: Context[str] = Context("other", name="theme")
    assert html(theme.provide("a", other.get)) == "<!--t-->other<!--/-->"
    assert repr(other) == repr(theme) == "<Context theme>"
    assert repr(size) == "<Context context>"


def test_signals_are_values_as_others():
    count = signal(1)
    counts: Context[Any] = Context(None)

    @component
    def Shown() -> object:
        return p(counts.get())

    assert html(counts.provide(count, Shown())) == '<p data-p="">1</p>'


def test_an_error_leaves_the_scope():
    failing = theme.provide("a", theme.provide("b", Fails()))
    assert html([ErrorBoundary(failing, fallback=Themed()), Themed()]) == "<!--[-->light<!--]-->light"
    node = theme.provide("x", ErrorBoundary(failing, fallback=Themed()), Themed())
    assert html(node) == "<!--[-->x<!--]-->x"
    with pytest.raises(ValueError, match="on purpose"):
        html(failing)
    assert current_owner() is None
    assert theme.get() == "light"


def test_portals_see_their_place():
    node = theme.provide("a", Portal(Themed(), theme.provide("b", Portal(Themed()))), Themed())
    assert html(node) == 'a<div data-portal="" data-p="">a</div><div data-portal="" data-p="">b</div>'


def test_a_context_is_not_live():
    assert live(theme.provide("a", p(Themed()))) == 0


def test_renders_in_threads_do_not_mix():
    threads, rounds = 8, 30
    barrier = Barrier(threads)

    @component
    def Slow(name: str) -> object:
        if name == theme.get():
            barrier.wait(10)  # all threads are inside of their own providers now
        return [theme.get(), Show(lambda: theme.get() == name, Themed()), Portal(Themed())]

    def render(name: str) -> set[str]:
        node = theme.provide(name, div(theme.provide("inner", Themed()), Slow(name)), p(Themed()))
        return {html(node) for _ in range(rounds)}

    names = [f"user{number}" for number in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        for name, found in zip(names, pool.map(render, names), strict=True):
            assert found == {
                f'<div>inner{name}<!--[-->{name}<!--]--></div><p>{name}</p><div data-portal="" data-p="">{name}</div>'
            }
