"""Random trees: what dominate writes, and what a parser leaves as it is."""

from collections.abc import Callable
from typing import Any

import dominate.tags as dom  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyui import Context, ErrorBoundary, For, Match, Portal, Show, Switch, component, element, raw, signal
from pyui import html as tags
from pyui import svg as vector
from pyui.testing._html import reparsed
from pyui.view import render_to_string

# dominate asks for the event loop of the thread to tell contexts apart.
pytestmark = pytest.mark.filterwarnings("ignore:There is no current event loop:DeprecationWarning")

# Lone surrogates are in no UTF-8, so no page can hold them.
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)

# --- static trees, against dominate
#
# Left out, because the two write it differently on purpose:
# - `"` in text, which dominate escapes and the HTML serialiser does not;
# - carriage return, U+0000 and U+00A0, which dominate writes as they are, and the parser then changes or the serialiser
#   writes as references;
# - the attribute value 0, which dominate takes for False;
# - True in attributes with keywords of their own (`draggable`, `aria-*`), where dominate repeats the name;
# - elements that pyui renders in a way of their own (`pre`, `script`, `select`) and void elements with children.

_shared = st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\xa0")
attribute_text = st.text(_shared, max_size=8)
child_text = attribute_text.map(lambda text: text.replace('"', ""))
STATIC_TAGS = ("div", "p", "span", "a", "b", "ul", "li", "table", "tr", "td", "h1", "section", "button")
type Tree = tuple[str, dict[str, Any], list[Any]]

static_attributes = st.fixed_dictionaries(
    {},
    optional={
        "class_": attribute_text,
        "id": attribute_text,
        "title": attribute_text | st.integers(min_value=1),
        "data_long_name": attribute_text | st.booleans() | st.none(),
        "aria_label": attribute_text,
        "hidden": st.booleans(),
        "disabled": st.booleans() | st.none(),
    },
)


def trees(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    return st.tuples(st.sampled_from(STATIC_TAGS), static_attributes, st.lists(children, max_size=4))


static_trees = trees(st.recursive(child_text | st.integers(), trees, max_leaves=12))


def ours(tree: Any) -> Any:
    if not isinstance(tree, tuple):
        return tree
    tag, attributes, children = tree
    return getattr(tags, tag)(*map(ours, children), **attributes)


def dominates(tree: Any) -> Any:
    if not isinstance(tree, tuple):
        return str(tree)
    tag, attributes, children = tree
    named = {"cls" if name == "class_" else name: value for name, value in attributes.items()}
    return getattr(dom, tag)(*map(dominates, children), **named)


@given(static_trees)
def test_static_trees_are_written_as_by_dominate(tree: Tree):
    assert render_to_string(ours(tree)) == dominates(tree).render(pretty=False)


@given(static_trees)
def test_dominate_trees_can_be_children(tree: Tree):
    assert render_to_string(tags.div(dominates(tree))) == f"<div>{dominates(tree).render(pretty=False)}</div>"


# --- live trees, against a parser

LIVE_TAGS = (tags.div, tags.section, tags.span, tags.em, tags.pre, tags.ul, element("x-y"))
MARKUP = ("<b>r</b>", "plain", "", '<i data-p="">x</i><!--t-->', "<!--[--><!--]-->", "&amp;")
theme = Context("none")


@component
def Plain(*children: Any) -> Any:
    return children


@component
def Themed() -> Any:
    return [theme.get(), tags.b(theme.get())]


@component
def Fails() -> Any:
    raise ValueError("on purpose")


def live(value: object) -> Callable[[], object]:
    return lambda: value


def rows(items: list[int], row: Callable[[int], object]) -> Any:
    return For(signal(items), row)


leaves = st.one_of(
    any_text,
    st.integers(),
    st.none() | st.booleans(),
    any_text.map(live),
    any_text.map(signal),
    st.just(None).map(live),
    st.sampled_from(MARKUP).map(raw),
    any_text.map(tags.textarea),
    any_text.map(lambda text: tags.textarea(bind_value=signal(text))),
    any_text.map(lambda text: tags.input(bind_value=signal(text))),
    any_text.map(lambda text: tags.svg(vector.g(vector.title(live(text))), viewBox="0 0 1 1")),
    any_text.map(lambda text: tags.template(text, live(text))),
    st.builds(Themed),
)

live_attributes = st.fixed_dictionaries(
    {},
    optional={
        "title": any_text | any_text.map(live) | st.booleans().map(live),
        "class_": any_text | st.lists(any_text) | any_text.map(lambda text: {text: live(True)}),
        "style": st.dictionaries(st.sampled_from(("color", "top", "--x")), any_text | st.none()),
        "data_x": any_text | st.integers().map(signal),
        "on_click": st.just(print),
        "hidden": st.booleans() | st.booleans().map(live),
    },
)


def live_nodes(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(children, max_size=4)
    return st.one_of(
        st.builds(lambda tag, inner, given: tag(*inner, **given), st.sampled_from(LIVE_TAGS), some, live_attributes),
        st.builds(lambda flag, inner, other: Show(live(flag), *inner, fallback=other), st.booleans(), some, children),
        st.builds(
            lambda n, inner: Switch(*(Match(live(i == n), c) for i, c in enumerate(inner))), st.integers(0, 4), some
        ),
        st.builds(lambda items, inner: rows(items, live_row(inner)), st.lists(st.integers(0, 9), unique=True), some),
        some.map(lambda inner: Plain(*inner)),
        some.map(live),
        st.builds(
            lambda inner, fails: ErrorBoundary(*inner, *fails, fallback="f"), some, st.sampled_from(((), (Fails(),)))
        ),
        some.map(lambda inner: theme.provide("t", *inner)),
        some.map(lambda inner: Portal(*inner)),
    )


def live_row(inner: list[Any]) -> Callable[[int], object]:
    return lambda item: tags.div(item, *inner) if item % 2 else inner


live_trees = st.lists(st.recursive(leaves, live_nodes, max_leaves=12), max_size=4)


@given(live_trees)
@settings(max_examples=200)
def test_parser_leaves_live_trees_as_they_are(nodes: list[Any]):
    html = render_to_string(tags.div(*nodes))
    assert reparsed(html) == html


@given(live_trees)
def test_a_node_can_be_rendered_again(nodes: list[Any]):
    node = tags.div(*nodes)
    assert render_to_string(node) == render_to_string(node)


@given(any_text)
def test_any_text_survives(text: str):
    assert reparsed(render_to_string(tags.p(text, title=text))) == render_to_string(tags.p(text, title=text))
