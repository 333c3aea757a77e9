"""Ids that follow from the position in the tree."""

from pyui import For, Match, Portal, Show, Switch, component, signal, unique_id
from pyui.html import div, input, label, li, noscript, p, span, ul
from pyui.view import Child, Node
from tests.cases._case import Made, case, scene, sets


@component
def Field(name: Child) -> Node:
    own, hint = unique_id(), unique_id()
    return p(label(name, for_=own), input(id=own, aria_describedby=hint), span("hint", id=hint))


@case
def ids_of_siblings() -> Made:
    text = signal("a")
    return scene(div(Field("one"), Field("two"), div(Field("three"), text)), sets(text, "b"))


@case
def ids_in_blocks() -> Made:
    on, which = signal(value=True), signal(0)
    first = Show(on, Field("shown"), Show(which, Field("inner")), fallback=Field("hidden"))
    second = Switch(Match(lambda: which() == 0, Field("zero")), fallback=[Field("other"), Field("another")])
    node = div(Field("before"), first, second, Field("behind"), Show(on, Field("last")))
    return scene(node, [*sets(on, False), *sets(which, 1, 0), *sets(on, True), *sets(which, 2)])


@case
def ids_in_rows() -> Made:
    rows, on = signal([3, 1, 2]), signal(value=True)
    node = div(
        ul(For(rows, lambda row: li(Field(row), Show(on, Field("more"))))),
        For(rows, lambda row: [Field(row), "text"], key=lambda row: f"k {row}-é"),
        For(rows, Field),
    )
    return scene(
        node, [*sets(rows, [1, 2, 4]), *sets(on, False), *sets(rows, []), *sets(rows, [-5, 2]), *sets(on, True)]
    )


@case
def ids_in_portals_and_functions() -> Made:
    on = signal(value=True)
    node = div(lambda: Field("live") if on() else None, Portal(Field("portal")), Show(on, Portal(Field("shown"))))
    return scene(node, [*sets(on, False), *sets(on, True)])


@case
def ids_in_noscript() -> Made:
    text = signal("a")
    return scene(div(noscript(Field("inert")), Field(text), text), sets(text, "b"))
