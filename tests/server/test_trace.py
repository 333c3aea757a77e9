"""A traced walk writes the same, and tells who wrote it."""

from pyui import ErrorBoundary, For, Portal, component, raw, signal
from pyui.html import div, p, template, tr
from pyui.server._trace import ComponentMark, Trusted, components_at, render_plain, render_traced
from pyui.view import Child, render_page


@component
def Inner(text: str) -> Child:
    return p(text)


@component
def Outer(*children: Child) -> Child:
    return div(children, Inner("own"))


@component
def Fails() -> Child:
    return [Inner("lost"), Stops()]


@component
def Stops() -> Child:
    raise ValueError


def names(node: object, text: str) -> list[str]:
    page = render_traced(node)
    assert "".join(page.pieces) == page.rendered.html == render_page(node).html
    assert sum(1 if piece.call else -1 for piece in page.pieces if isinstance(piece, ComponentMark)) == 0
    return [call.component.name for call in components_at(page.pieces, page.rendered.html.index(text))]


def test_components() -> None:
    node = div(Outer(Inner("given")), "after")
    assert names(node, "given") == ["Outer", "Inner"]
    assert names(node, "own") == ["Outer", "Inner"]
    assert names(node, "after") == []


def test_rows() -> None:
    node = Outer(For(signal(["a", "b"]), Inner), For(["c"], lambda text: Inner(text)))  # noqa: PLW0108 - a row's function
    assert names(node, '<p data-p="">b') == ["Outer", "Inner"]
    assert names(node, ">c<") == ["Outer", "Inner"]
    assert names(node, "own") == ["Outer", "Inner"]


def test_portals() -> None:
    assert names(Outer(Portal(Inner("far"), Portal("further"))), "far") == ["Outer", "Inner"]
    assert names(Outer(Portal(Inner("far"), Portal("further"))), "further") == ["Outer"]


def test_what_an_error_boundary_takes_back() -> None:
    node = Outer(ErrorBoundary(Fails(), fallback=Inner("fallback")), "rest")
    assert names(node, "fallback") == ["Outer", "Inner"]
    assert names(node, "rest") == ["Outer"]


def test_a_page_without_live_parts_has_no_fences() -> None:
    assert names(div(lambda: tr("x")), "x") == []


def test_trusted_markup() -> None:
    pieces = render_traced(div(raw("<b>"), template(raw("<i>")), "x")).pieces
    assert [piece for piece in pieces if isinstance(piece, Trusted)] == ["<b>", "<i>"]
    assert render_plain(div("x")).pieces == ("<div>x</div>",)
