"""Runs the shared cases on the server: what is written must be what a parser reads, in every state."""

import re
from collections.abc import Iterator

import pytest

from pyui import render_to_string
from pyui.testing._html import reparsed
from tests.cases import CASES, PROPERTY_CASES, Case

MARKERS = re.compile(r'<!--(?:\[|\]|t|/|\{|\})-->| data-p="[^"]*"')
EVERY = [*CASES, *PROPERTY_CASES]
ALL = pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)


def states(case: Case) -> Iterator[str]:
    node, updates = case.make()
    yield render_to_string(node)
    for update in updates:
        update()
        yield render_to_string(node)


def test_names_are_unique():
    assert len({case.name for case in EVERY}) == len(EVERY)


@ALL
def test_parser_changes_nothing(case: Case):
    for html in states(case):
        assert reparsed(html) == html


@ALL
def test_two_renderings_of_a_node_are_equal(case: Case):
    node = case.make()[0]
    assert render_to_string(node) == render_to_string(node)


@ALL
def test_two_runs_are_equal(case: Case):
    assert list(states(case)) == list(states(case))


@ALL
def test_each_update_changes_something(case: Case):
    # Otherwise a runner that ignores updates would pass.
    found = list(states(case))
    assert len(found) == 1 or len(set(found)) > 1


@ALL
def test_markers_are_in_pairs(case: Case):
    for html in states(case):
        own = re.sub(r"<!--\{-->.*?<!--\}--><!--\}-->|<!--\{-->.*?<!--\}-->", "", html, flags=re.DOTALL)
        assert own.count("<!--[-->") == own.count("<!--]-->")
        assert own.count("<!--t-->") >= own.count("<!--/-->")


EXPECTED = {
    "numbers": "<p>1 -2.5 1e+21 1.50 0</p>",
    "none_and_booleans": "<div><p></p></div>",
    "attribute_kinds": (
        '<div><label class="a b" for="x">l</label><input id="x" min="-1.5" required="required" tabindex="0" value="0">'
        '<div contenteditable="false" draggable="true" hidden="hidden" spellcheck="false" translate="no"></div>'
        '<div aria-busy="false" aria-hidden="true" aria-label="l" data-id="7" data-on="data-on"></div>'
        '<a download="" href="/f">down</a>'
        '<a download="f.txt" href="https://example.org/?a=1&amp;b=2#c">named</a>'
        '<div autocomplete="off" hidden="until-found" popover="" translate="yes"></div>'
        '<form accept-charset="utf-8" novalidate="novalidate"></form></div>'
    ),
    "class_values": (
        '<div><p class="one two"></p><p class="one two three"></p><p class="one three"></p><p class="one two"></p>'
        '<p class="a b c"></p><p></p><p class=""></p><p></p></div>'
    ),
    "style_values": (
        '<div><p style="color: red"></p><p style="font-size: 2em; --my_var: 1; margin: 0"></p><p></p><p></p></div>'
    ),
    "live_text_beside_components": "<p>astaticwstaticbw-www-ww</p>",
    "live_attributes": (
        '<div class="box c1"><p id="p" class="n1" title="1">static</p>'
        '<button aria-pressed="false" data-n="1">b</button><a href="/item/1?a=1&amp;b=2">link</a>'
        '<div style="width: 1px"></div></div>'
    ),
    "contexts": (
        "<div><span>light 1</span><span>dark 1</span><span>night 1</span><li><span>row 1</span></li>"
        "<span>light 1</span></div>"
    ),
    "select_bound_multiple": (
        '<select multiple="multiple"><option value="a" selected="selected">A</option><option value="b">B</option>'
        '<option value="c" selected="selected">C</option></select>'
    ),
    "switch": "<div><p>zero</p></div>",
    "for_rows_of_several_nodes": "<div><b>1</b> text <i>1</i><b>2</b> text <i>2</i>endt1t212</div>",
    "error_boundaries_nested": "<div><b>kept</b><em>inner</em><i>fallback of x</i></div>",
    "portal_of_failed_children": '<div>kept</div><div data-portal="">kept too</div>',
    "noscript_and_template": ("<div><noscript><p>n 1 <b>x</b></p></noscript><template><p>1</p>y</template>1</div>"),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_content_without_markers(name: str):
    case = next(case for case in EVERY if case.name == name)
    assert MARKERS.sub("", render_to_string(case.make()[0])) == EXPECTED[name]
