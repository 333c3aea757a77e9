"""Hypothesis strategies for the components of `tests.random_specs`. A failing one shrinks to the smallest."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXTS, LISTS, FLAGS = 3, 2, 2
"""How many signals of each kind a component shows."""

_MARKUP = ["<i>r</i>", "plain", '<b data-p="click">x</b><!--t-->', "<!-- c -->", "a<u>b</u>c", "<!--[-->", "<!--{-->"]
_HOSTILE = [
    "",
    "a",
    " b ",
    "<i>&amp;\"'",
    "\n",
    "line\nfeed",
    "é😀",
    "xxxxx",
    "&lt;",
    "\u00a0",
    "\r",
    "]]>",
    "-->",
    "\u202e",
]

# U+0000 cannot be in a document and half a surrogate pair not in UTF-8.
_text = st.sampled_from(_HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6
)
_value = _text | st.integers(-9, 99) | st.just(2.5)
_text_index, _list_index, _flag_index = (st.integers(0, count - 1) for count in (TEXTS, LISTS, FLAGS))
_name = st.sampled_from("xyz")
_rows = st.lists(st.integers(0, 7), unique=True, max_size=7)


def _kind(name: str, *arguments: Any) -> st.SearchStrategy[Any]:
    return st.tuples(st.just(name), *arguments).map(list)


_live_text = _kind("live", _text_index) | _kind("called", _text_index)

_attributes = st.fixed_dictionaries(
    {},
    optional={
        "class_": st.just("c") | _kind("names", st.just("c"), st.just("d"), _text_index) | _kind("called", _text_index),
        "title": _text | _live_text,
        "data_x": _live_text | st.none() | st.just(True),
        "aria_label": _text | st.booleans() | _live_text,
        "hidden": st.booleans() | _kind("condition", _text_index),
        "style": st.just("color: red") | _kind("styled", _text_index),
        "on_click": _kind("called", _text_index),
    },
)

_control = (
    _kind("input", _text_index)
    | _kind("area", _text_index)
    | _kind("checkbox", _flag_index)
    | _kind("button", _name, _text_index, _value)
)

_leaf = (
    _text
    | _live_text
    | st.integers(0, 99)
    | st.none()
    | st.booleans()
    | _kind("flag", _flag_index)
    | _kind("raw", st.sampled_from(_MARKUP))
    | _kind("consume")
    | _control
    | _kind("element", st.just("pre"), _attributes, st.lists(_text | _live_text, max_size=3))
    | _kind("element", st.just("svg"), st.just({}), st.just([["element", "circle", {"id": ["live", 0]}, []]]))
)


def _branch(child: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    children = st.lists(child, max_size=4)
    tag = st.sampled_from(["div", "span", "section", "b", "ul", "my-element"])
    return st.one_of(
        _kind("element", tag, _attributes, children),
        _kind("show", _text_index, children, children),
        _kind("switch", st.lists(st.tuples(_text_index, children).map(list), min_size=1, max_size=2), children),
        _kind("function", _text_index, children, st.sampled_from([None, "", 0])),
        _kind("component", children),
        _kind("boundary", _text_index, children),
        _kind("portal", children),
        _kind("island", st.sampled_from(["interaction", "hover", "timer(86400000)", "immediate"]), children),
        _kind("provide", _text_index, children),
        _kind("rows", _list_index, st.integers(0, 4), st.sampled_from(["div", "em", "span"]), children),
        _kind("several", children),
    )


_change = st.one_of(
    st.tuples(st.just("text"), _text_index, _value),
    st.tuples(st.just("rows"), _list_index, _rows),
    st.tuples(st.just("flag"), _flag_index, st.booleans()),
).map(list)

_early = st.tuples(st.just("any"), st.integers(0, 19), st.sampled_from(["typed", "a", "é😀"])).map(list)

specs = st.fixed_dictionaries(
    {
        "texts": st.lists(_value, min_size=TEXTS, max_size=TEXTS),
        "lists": st.lists(_rows, min_size=LISTS, max_size=LISTS),
        "flags": st.lists(st.booleans(), min_size=FLAGS, max_size=FLAGS),
        "children": st.tuples(
            st.lists(st.recursive(_leaf, _branch, max_leaves=14), max_size=4), st.lists(_control, max_size=2)
        ).map(lambda parts: [*parts[0], *parts[1]]),
        "updates": st.lists(st.lists(_change, min_size=1, max_size=3), max_size=5),
        "clicks": st.lists(_name, max_size=2),
        "early": st.lists(_early, max_size=3),
        "captured": st.booleans(),
        "late": st.booleans(),
    }
)
"""Descriptions of components, with updates, clicks behind them, and what a user does before hydration."""


def sample(count: int) -> list[Any]:
    """Returns some descriptions, the same each time."""
    found: list[Any] = []

    @settings(max_examples=count, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(specs)
    def collect(spec: Any) -> None:
        found.append(spec)

    collect()
    return found
