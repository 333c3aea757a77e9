"""Islands on the server: what is written, and what makes the page live."""

from typing import Any

import pytest

from pyui import For, Island, Portal, Show, component, effect, raw, render_to_string, signal
from pyui.errors import PyuiError
from pyui.html import b, button, div, i, li, noscript, ul
from pyui.testing._live_page import LivePage
from pyui.view import Child, render_page


def press() -> Child:
    return button("x", on_click=print)


@pytest.mark.parametrize(
    "hydrate", ["idle", "viewport", "interaction", "hover", "timer(0)", "media((width > 40em) and (hover))"]
)
def test_an_island_stands_between_comments_that_name_its_trigger(hydrate: str):
    island = f'<!--{{--><!--({hydrate}--><button data-p="click">x</button><!--)--><!--}}-->'
    assert render_to_string(div(Island(press(), hydrate=hydrate))) == f"<div>{island}</div>"


def test_an_immediate_island_is_part_of_the_page():
    assert render_to_string(div(Island("a", press()))) == '<div>a<button data-p="click">x</button></div>'


def test_a_static_island_has_no_marks():
    assert render_to_string(div(Island(press(), hydrate="never"))) == "<div><!--{--><button>x</button><!--}--></div>"


def test_a_condition_is_asked_once():
    shown = signal(True)
    assert render_to_string(Island(b("x"), hydrate=shown)) == "<b>x</b>"
    shown.set(False)
    assert render_to_string(Island(b("x"), hydrate=shown)) == "<!--{--><!--(when--><b>x</b><!--)--><!--}-->"


def test_what_is_live_in_an_island_does_not_make_the_page_live():
    @component
    def Inside() -> Child:
        effect(print)
        return [press(), Show(signal(True), press()), Island(press(), hydrate="hover")]

    page = render_page(div(Island(Inside(), hydrate="idle")))
    assert (page.live, page.islands) == (0, 2)
    page = render_page(div(Island(Inside(), hydrate="idle"), press()))
    assert (page.live, page.islands) == (1, 2)
    assert render_page(div(Island(Inside(), hydrate="never"))).islands == 0


def test_blocks_of_a_page_with_islands_alone_keep_their_marks():
    assert "<!--[-->" in render_page(Island(Show(signal(True), "x"), hydrate="idle")).html


def test_portals_of_an_island_wait_for_it():
    page = render_page(div(Island(Portal(i("in")), hydrate="idle"), Portal(b("out"))))
    assert "<b>out</b>" in page.html
    assert "<i>in</i>" not in page.html


def test_an_island_in_a_row_of_a_list():
    def make() -> object:
        return ul(For(signal([1, 2]), lambda _number: li(Island(press(), hydrate="interaction"))))

    page = LivePage(render_to_string(make()))
    page.hydrate(make())
    assert len(page.runtime.islands) == 2
    page.wake_islands()
    assert not page.root.mutations
    page.close()


def test_there_are_no_islands_where_nothing_lives():
    assert render_to_string(noscript(Island(press(), hydrate="idle"))) == "<noscript><button>x</button></noscript>"


def test_markup_that_looks_like_an_island_is_none():
    assert render_to_string(raw("<!--(idle-->x<!--)-->")) == "<!--{--><!-- (idle-->x<!-- )--><!--}-->"


@pytest.mark.parametrize(
    "hydrate",
    ["", "visible", "timer", "timer()", "timer(-1)", "timer(1", "media()", "media(--x)", "media", "x(1)", 5, None],
)
def test_other_triggers_are_refused(hydrate: Any):
    with pytest.raises(PyuiError, match="PYUI209"):
        Island(hydrate=hydrate)
