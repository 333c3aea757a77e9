"""Rows of the runtime that stands in for a browser."""

import json

from pyui.testing._dom import Root
from pyui.testing._html import parse, serialise
from pyui.testing._marks import fill
from pyui.testing._runtime import Runtime
from pyui.view import protocol

MARKUP = '<li class="\ue0001\ue001" data-p="">a \ue0000\ue001</li>'


def test_fill():
    values = iter(['x"', "<1>", None, 2])
    assert fill(MARKUP, values) == '<li class="x&quot;" data-p="">a &lt;1&gt;</li>'
    assert fill(MARKUP, values) == '<li data-p="">a 2</li>'


def test_rows_of_a_template_are_inserted_and_numbered():
    root = Root("div", {})
    runtime = Runtime(root)
    root.replace_children(parse("<!--[--><!--]-->", root))
    runtime.nodes[-2] = root.children[1]  # type: ignore[assignment]
    rows = [protocol.OP_ROWS, -2, 1, 2, 5, 1, -3, 0, ["k", "one", None, "two"]]
    runtime.apply(json.dumps([protocol.OP_TEMPLATE, 1, MARKUP, *rows]))
    assert serialise(list(root.children)) == (
        '<!--[--><li class="k" data-p="">a one</li><li data-p="">a two</li><!--]-->'
    )
    assert [runtime.nodes[number].name for number in (5, 6)] == ["li", "li"]
