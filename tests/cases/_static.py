"""Trees in which nothing changes."""

from decimal import Decimal

from pyui import element, raw, signal
from pyui.html import a, b, br, div, em, form, h1, hr, i, img, input, label, li, p, span, ul
from pyui.view import Child
from tests.cases._case import HOSTILE, Made, case, scene, sets


@case
def nothing() -> Made:
    return scene(None)


@case
def text_alone() -> Made:
    return scene("a < b & c > d")


@case
def numbers() -> Made:
    return scene(p(1, " ", -2.5, " ", 1e21, " ", Decimal("1.50"), " ", 0))


@case
def none_and_booleans() -> Made:
    return scene(div(None, True, False, p(None), [None, [False]]))


@case
def lists_and_generators() -> Made:
    return scene(ul([li(n) for n in range(2)], (li(n) for n in range(2, 4)), map(li, "ab"), (li("t"), [li("u")])))


@case
def elements_with_text_between() -> Made:
    return scene(p("one ", b("two"), " three ", i("four", em("five")), "six"))


@case
def several_roots() -> Made:
    return scene([h1("title"), "text", p("paragraph")])


@case
def hostile_text() -> Made:
    return scene(p(HOSTILE, b(HOSTILE), title=HOSTILE, data_x=HOSTILE))


@case
def hostile_nul() -> Made:
    return scene(p("a\0b", title="c\0d"))


@case
def void_elements() -> Made:
    return scene(div("a", br(), hr(), img(src="data:,", alt=""), input(type="text", disabled=True)))


@case
def empty_strings() -> Made:
    return scene(div("", p(""), span("", ""), title=""))


@case
def deep_and_wide() -> Made:
    node: Child = "core"
    for _ in range(40):
        node = div(node, "x")
    return scene(div([span(n) for n in range(200)], node))


@case
def long_text() -> Made:
    return scene(p("0123456789" * 7000))


@case
def attribute_kinds() -> Made:
    return scene(
        div(
            label("l", for_="x", class_="a b"),
            input(id="x", value=0, min=-1.5, required=True, readonly=False, maxlength=None, tabindex=0),
            div(hidden=True, draggable=True, contenteditable=False, spellcheck=False, translate=False),
            div(aria_hidden=True, aria_busy=False, aria_label="l", data_id=7, data_on=True, data_off=False),
            a("down", href="/f", download=True),
            a("named", href="https://example.org/?a=1&b=2#c", download="f.txt"),
            div(hidden="until-found", popover=True, translate=True, autocomplete=False),
            form(accept_charset="utf-8", novalidate=True),
        )
    )


@case
def class_values() -> Made:
    return scene(
        div(
            p(class_="one two"),
            p(class_=["one", None, "two", ["three", False]]),
            p(class_={"one": True, "two": 0, "three": "yes"}),
            p(class_=["one", {"two": True}]),
            p(class_={"b", "a", "c"}),
            p(class_=[]),
            p(class_=""),
            p(class_=None),
        )
    )


@case
def style_values() -> Made:
    return scene(
        div(
            p(style="color: red"),
            p(style={"font_size": "2em", "--my_var": 1, "color": None, "margin": 0, "top": False}),
            p(style={}),
            p(style=None),
        )
    )


@case
def custom_elements() -> Made:
    return scene(element("my-card")(element("x-y.z")("in"), some_prop=1, on_my_event=lambda: None))


@case
def raw_markup() -> Made:
    return scene(div("a", raw("<b>bold</b> &amp; text"), "b", raw(""), raw("tail")))


@case
def raw_between_live_text() -> Made:
    count = signal(1)
    return scene(p("n ", count, raw("<b>!</b>text "), count, raw("end")), sets(count, 2, 3))


@case
def raw_with_markers() -> Made:
    count = signal(1)
    foreign = '<i data-p="click">x</i><!--[--><!--t-->y<!--/--><!--]--><!--{-->z<!--}-->'
    return scene(div(raw(foreign), p("n ", count, raw(foreign)), count), sets(count, 2))
