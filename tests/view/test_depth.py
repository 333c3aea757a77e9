"""Trees far deeper than the call stack, and wide ones."""

from collections.abc import Callable
from typing import Any

import pytest

from pyui import Context, ErrorBoundary, For, Portal, Show, component, render_to_string, signal
from pyui.html import div, p, pre, span

DEPTH = 10_000


@component
def Wrapper(*children: Any):
    return children


theme = Context("t")

WRAPPERS: dict[str, tuple[Callable[..., Any], str, str]] = {
    "elements": (div, "<div>", "</div>"),
    "elements with attributes": (lambda node: div(node, class_="c"), '<div class="c">', "</div>"),
    "live elements": (lambda node: div(node, title=lambda: "t"), '<div title="t" data-p="">', "</div>"),
    "preformatted elements": (pre, "<pre>", "</pre>"),
    "components": (Wrapper, "", ""),
    "lists": (lambda node: [node], "", ""),
    "tuples in elements": (lambda node: div((node,)), "<div>", "</div>"),
    "generators": (lambda node: (item for item in [node]), "", ""),
    "functions": (lambda node: lambda: node, "<!--[-->", "<!--]-->"),
    "conditions": (lambda node: Show(lambda: True, node), "<!--[-->", "<!--]-->"),
    "boundaries": (lambda node: ErrorBoundary(node, fallback="f"), "<!--[-->", "<!--]-->"),
    "rows": (lambda node: For([1], lambda _: node), "", ""),
    "live rows": (lambda node: For(lambda: [1], lambda _: [node, "x"]), "<!--[--><!--[-->", "x<!--]--><!--]-->"),
    "contexts": (lambda node: theme.provide("u", node), "", ""),
}


@pytest.mark.parametrize("name", WRAPPERS)
def test_deep(name: str):
    wrap, start, end = WRAPPERS[name]
    depth = 1_000 if name == "contexts" else DEPTH  # each has a mapping of its own in force
    node: Any = div("core")
    for _ in range(depth):
        node = wrap(node)
    assert render_to_string(node) == start * depth + "<div>core</div>" + end * depth


def test_deep_portals():
    node: Any = "core"
    for _ in range(DEPTH):
        node = Portal(node)
    assert render_to_string(node).count("data-portal") == DEPTH


def test_an_error_in_the_depth_reaches_the_boundary():
    node: Any = div(lambda: 1 // 0)
    for _ in range(DEPTH):
        node = div(Wrapper(node))
    assert render_to_string(p(ErrorBoundary(node, fallback="caught"))) == "<p><!--[-->caught<!--]--></p>"


def test_wide():
    spans = [span(n) for n in range(100_000)]
    assert render_to_string(div(spans)).count("<span>") == 100_000
    items = signal(range(20_000))
    assert render_to_string(div(For(items, lambda n: span(n, "!")))).count("<span") == 20_000
