"""Live text, alone and among siblings."""

from decimal import Decimal
from typing import Any

from pyui import component, computed, raw, signal
from pyui.html import b, br, div, i, p, span
from tests.cases._case import HOSTILE, Made, case, scene, sets


@case
def live_text_alone() -> Made:
    count = signal(1)
    return scene(p(count), sets(count, 2, "<x>", "", 3.5))


@case
def live_text_among_text() -> Made:
    count = signal(1)
    double = computed(lambda: count() * 2)
    return scene(p("Count: ", count, " (double: ", double, ")"), sets(count, 2, 5))


@case
def live_text_among_elements() -> Made:
    first, second = signal("a"), signal("b")
    return scene(
        p(first, b("x"), second, "!", i("y"), "z", first, br(), second),
        (*sets(first, "", "<"), *sets(second, "&", "")),
    )


@case
def live_text_as_root() -> Made:
    word = signal("one")
    return scene(["say ", word, "."], sets(word, "two", ""))


@case
def live_text_beside_components() -> Made:
    word = signal("w")

    @component
    def Word():
        return "static"

    @component
    def Live():
        return [word, "-", word]

    return scene(p("a", Word(), word, Word(), "b", Live(), word, Live(), word), sets(word, "x", ""))


@case
def live_text_of_every_kind() -> Made:
    value: Any = signal("text")
    return scene(
        div(p(value), p("a ", value, " b"), p(b("x"), value, i("y"))),
        sets(value, 3, None, True, 1.5, b("el"), [b("l"), "t", 1], raw("<u>r</u>"), "", Decimal(2), lambda: "f", "end"),
    )


@case
def live_text_starting_as_a_node() -> Made:
    value: Any = signal(None)
    return scene(
        div(p(value), p("a ", value, " b ", value), value), sets(value, "text", b("x"), None, ["a", b("c")], 1)
    )


@case
def callables_returning_nodes() -> Made:
    flag = signal(True)
    return scene(
        div(
            lambda: p("yes") if flag() else None,
            "between",
            lambda: [b("1"), "2"] if flag() else [],
            lambda: lambda: span("deep") if flag() else "shallow",
        ),
        sets(flag, False, True),
    )


@case
def live_hostile_text() -> Made:
    text = signal("ok")
    return scene(div(p(text), p("a", b("b"), text, "c")), sets(text, HOSTILE.replace("\r", ""), "<!--]-->", "ok"))
