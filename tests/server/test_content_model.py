"""What a parser would rewrite is refused, with its place and what to do; what it leaves alone is not."""

from pathlib import Path

import dominate.tags as dom  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyui import For, Portal, component, raw, render_to_string, signal
from pyui.html import div, h1, main, p, section, table, tbody, td, tr
from pyui.server import ContentModelError, check_markup, render_checked
from pyui.testing._html import reparsed
from pyui.view import Child, render_page
from tests.cases import CASES, PROPERTY_CASES
from tests.random_specs import SpecCase
from tests.server.content_model_cases import REWRITTEN, STABLE, Make, Rewritten
from tests.spec_strategies import sample


@component
def Page(make: Make) -> Child:
    return main(h1("Title"), make())


def problem(node: object) -> ContentModelError:
    with pytest.raises(ContentModelError) as caught:
        render_checked(node)
    return caught.value


@pytest.mark.parametrize("case", REWRITTEN, ids=lambda case: case.name)
def test_rewritten(case: Rewritten) -> None:
    error = problem(Page(case.make))
    assert case.effect in error.what
    assert case.fix in error.fix
    assert "Page" in error.what
    assert error.where is not None
    assert Path(error.where.file).name in ("content_model_cases.py", "test_content_model.py")


@pytest.mark.parametrize(("name", "make"), STABLE)
def test_stable(name: str, make: Make) -> None:
    assert render_checked(Page(make)) == render_page(Page(make))


def test_the_shared_cases_are_stable_in_each_state() -> None:
    for case in [*CASES, *PROPERTY_CASES]:
        node, updates = case.make()
        for update in [lambda: None, *updates]:
            update()
            assert render_checked(node) == render_page(node), case.name
    for spec in sample(200):
        assert render_checked(SpecCase(spec).node).html == render_to_string(SpecCase(spec).node)


# --- the place

HERE = __file__


def line_of(text: str) -> int:
    lines = Path(HERE).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.endswith(f"# {text}"))


@component
def Cells(number: int) -> Child:
    return tr(  # the row
        td(number)
    )


@component
def Card(*children: Child) -> Child:
    return section(children)


@component
def Listing() -> Child:
    return main(
        Card(  # the card
            table(For(signal([1, 2]), Cells)),
            p("x"),
        ),
    )


def test_the_place_of_an_element() -> None:
    error = problem(Listing())
    assert "written by Listing > Card > Cells" in error.what
    assert error.where == (HERE, line_of("the row"))
    assert f"while rendering Card, used at {HERE}:{line_of('the card')}" in error.__notes__
    assert '"<tr data-p=""></tr>" was written, "<tbody><tr data-p=""></tr></tbody>" is read' in error.what


def test_the_place_of_text_is_that_of_its_element() -> None:
    @component
    def Text() -> Child:
        return table(
            tbody("x")  # the section
        )

    assert problem(Text()).where == (HERE, line_of("the section"))


def test_the_place_of_what_two_lines_may_have_written_is_the_component() -> None:
    @component
    def Twice() -> Child:  # the component is above
        return div(
            p(div("x")),
            p(div("x")),
        )

    error = problem(Twice())
    assert error.where == (HERE, line_of("the component is above") - 1)


def test_the_components_around_a_portal() -> None:
    @component
    def Dialog() -> Child:
        return Portal(Card(p(div("x"))))

    assert "written by Dialog > Card:" in problem(div(Dialog())).what


def test_raw_markup_is_blamed_by_itself() -> None:
    @component
    def Quote() -> Child:
        return div(raw("<i>fine</I>"), raw("<b>open"), raw("<br/>"))

    error = problem(Quote())
    assert 'The raw markup "<b>open", written by Quote' in error.what


@pytest.mark.filterwarnings("ignore:There is no current event loop:DeprecationWarning")
def test_dominate_trees_are_raw_markup() -> None:
    assert render_checked(div(dom.p("x", dom.br()))).html == "<div><p>x<br></p></div>"
    assert "The raw markup" in problem(p(dom.div("x"))).what


def test_markup_without_components() -> None:
    check_markup("<p>x</p>")
    check_markup("<!DOCTYPE html><html><head><title>x</title></head><body></body></html>")
    with pytest.raises(ContentModelError, match=r"<div> stands in <p>: the HTML parser ends the <p>"):
        check_markup("<p><div></div></p>")
    with pytest.raises(ContentModelError, match='reads it as "<p title="x">"'):
        check_markup('<p title="x" title="y"></p>')
    with pytest.raises(ContentModelError, match="ends the <head>"):
        check_markup("<!DOCTYPE html><html><head><div></div></head><body></body></html>")


# --- against another parser

# Left out: what html5lib 1.1 does by an older standard (`select`, `template`, `search`, HTML in `desc`).
TAGS = """div p span a b i nobr button form ul li dl dd dt h1 h2 table caption colgroup tbody thead tr td th svg math
    foreignObject mi ruby rt rp section header details summary label pre main body html object marquee x-y""".split()

random_markup = st.recursive(
    st.sampled_from(("", "x", "<br>", "<hr>", "<textarea>x</textarea>")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


def is_refused(markup: str) -> bool:
    try:
        check_markup(markup)
    except ContentModelError:
        return True
    return False


@given(random_markup)
@settings(max_examples=500)
def test_refuses_just_what_html5lib_rewrites(markup: str) -> None:
    assert is_refused(markup) == (reparsed(markup) != markup)
