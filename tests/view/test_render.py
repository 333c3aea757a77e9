import gc
from typing import Any

import pytest

from pyui import (
    Context,
    Effect,
    ErrorBoundary,
    For,
    Match,
    Portal,
    Show,
    Switch,
    component,
    computed,
    effect,
    on_cleanup,
    on_mount,
    render_to_string,
    signal,
)
from pyui.html import button, div, form, input, li, p, section, ul
from pyui.reactive import Owner, current_owner
from pyui.view import RenderedPage, render_page
from tests.cases import CASES
from tests.reactive.support import noting
from tests.view.support import html, live


@component
def Everything() -> object:
    """Something of each kind that is live."""
    items, text = signal(list("abc")), signal("a")
    theme = Context("light")
    doubled = computed(lambda: text() * 2)
    effect(text)
    on_mount(lambda: None)
    on_cleanup(lambda: None)
    return section(
        p(text, " ", doubled, title=doubled),
        form(input(bind_value=text)),
        ul(For(items, lambda item, index: li(index, item, class_=doubled))),
        Show(doubled, button("x", on_click=lambda: text.set("b"))),
        Switch(Match(lambda: len(items()) > 2, "many"), fallback="few"),
        ErrorBoundary(lambda: 1 // 0, fallback=lambda error, retry: button("retry", on_click=retry)),
        theme.provide("dark", Portal(p(theme.get))),
    )


def count(kind: type) -> int:
    gc.collect()
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


def test_no_effect_and_no_edge_is_made():
    text = signal("a")
    doubled = computed(lambda: text() * 2)
    seen: list[int] = []
    made: list[Any] = []

    @component
    def Page() -> object:
        made.append(computed(lambda: doubled() + text()))
        made.append(effect(lambda: seen.append(1)))
        return p(made[0], doubled, title=text)

    effects = count(Effect)
    html(Page())
    assert count(Effect) == effects + 1, "the one that is kept here"
    inner, inert = made
    assert seen == []
    assert inert.disposed
    assert text.observers is None
    assert doubled.observers is None
    assert not doubled.sources
    assert not inner.sources
    assert inner.observers is None
    text.set("b")
    assert seen == []
    assert doubled() == "bb"


def test_no_case_makes_an_effect():
    nodes = [case.make()[0] for case in CASES]
    before = count(Effect)
    for node in nodes:
        html(node)
    assert count(Effect) == before


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (None, 0),
        ("text", 0),
        (div(p("a", class_="c"), [li(n) for n in range(3)]), 0),
        (Show(True, p("x")), 0),
        (For([1, 2], li), 0),
        (p(lambda: "x"), 1),
        (p("a ", lambda: "x", " b ", lambda: "y"), 1),
        (p(title=lambda: "x", class_=lambda: "y", on_click=print), 1),
        (p(lambda: "x", on_click=print), 2),
        (div(lambda: "x", p("y"), lambda: "z"), 2),
    ],
)
def test_live_parts_are_counted(node: Any, expected: int):
    page = render_page(node)
    assert page == RenderedPage(render_to_string(node), expected)


@pytest.mark.parametrize(("register", "expected"), [(on_mount, 1), (effect, 1), (on_cleanup, 0), (computed, 0)])
def test_effects_count_and_never_run(register: Any, expected: int):
    runs: list[int] = []

    @component
    def Page() -> object:
        register(lambda: runs.append(1))
        return p("static")

    assert render_page(Page()) == RenderedPage("<p>static</p>", expected)
    assert runs == ([1] if register is on_cleanup else [])
    assert live([Page(), div(Page())]) == 2 * expected


def test_cleanups_run_when_the_render_is_over_the_last_first():
    log: list[str] = []

    @component
    def Page(name: str, *children: Any) -> object:
        on_cleanup(lambda: log.append(name))
        return [*children, lambda: log.append(f"rendered {name}")]

    html(Page("a", Page("b"), Portal(Page("c"))))
    assert log[:3] == ["rendered b", "rendered a", "rendered c"]
    assert log[3:] == ["c", "b", "a"]


def test_cleanups_run_when_it_failed():
    log: list[str] = []

    @component
    def Page() -> object:
        on_cleanup(lambda: log.append("cleaned"))
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        html(Page())
    assert log == ["cleaned"]
    assert current_owner() is None


def test_the_owner_around_is_put_back():
    owner = Owner()
    assert owner.run(lambda: [html(Everything()), current_owner()])[1] is owner
    assert not owner.children


def test_a_computed_of_a_page_is_evaluated_once_for_a_state():
    runs: list[int] = []

    @component
    def Page() -> object:
        value = computed(lambda: noting(runs, 1, "v"))
        return [p(value), p(value, title=value)]

    assert html(Page()) == '<p data-p="">v</p><p title="v" data-p="">v</p>'
    assert len(runs) == 1


def test_signals_set_while_rendering_are_seen_behind():
    @component
    def Page() -> object:
        text = signal("before")
        return [p(text), lambda: text.set("after"), p(text)]

    assert html(Page()).endswith('<p data-p="">after</p>')


def test_long_text():
    text = "0123456789" * 50_000
    assert html(p(text)) == f"<p>{text}</p>"
    assert html(p(lambda: text)) == f'<p data-p="">{text}</p>'
