"""Families of bugs that users of other frameworks report, as far as no other file has them."""

from typing import Any

from pyui import Show, component, element, signal
from pyui import svg as s
from pyui.html import (
    a,
    button,
    details,
    div,
    iframe,
    img,
    input,
    label,
    ol,
    optgroup,
    option,
    p,
    pre,
    select,
    span,
    svg,
    textarea,
    video,
)
from tests.cases._case import Made, case, scene, sets

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="


@case
def nul_set_later() -> Made:
    text = signal("a")
    return scene(
        div(p(text), p("x", span("y"), text, title=text), pre(text), Show(lambda: text() != "a", p(text))),
        sets(text, "\0", "b\0c", "\\u0000", "\\\0"),
    )


@case
def line_ends_set_later() -> Made:
    text = signal("a")
    return scene(
        div(p(text), p("x", span("y"), text, title=text), pre(text, "\r\n"), Show(lambda: text() != "a", p(text))),
        sets(text, "\r\n", "b\rc", "\n\r"),
    )


@case
def attributes_with_keywords() -> Made:
    value: Any = signal(None)
    return scene(
        div(
            details("d", hidden=value, draggable=value, spellcheck=value, translate=value),
            a("l", href="/x", download=value, aria_current=value, aria_expanded=value),
            input(autocomplete=value, disabled=value, readonly=value),
            p("x", contenteditable=value, inert=value, data_flag=value),
        ),
        sets(value, True, False, "until-found", "", "true", None),
    )


@case
def addresses() -> Made:
    count = signal(1)
    return scene(
        div(
            img(src=lambda: f"{PIXEL}#{count()}", srcset=lambda: f"{PIXEL} {count()}x", alt=count),
            iframe(srcdoc="<p>in a frame</p>", title="frame"),
            video(poster=PIXEL, preload="none", muted=True),
            a("next", href=lambda: f"?page={count()}", ping=""),
        ),
        sets(count, 2),
    )


@case
def two_instances_of_a_component() -> Made:
    shown = signal(True)

    @component
    def Counter(start: int) -> object:
        count = signal(start)
        return label(button(count, on_click=lambda: count.update(lambda n: n + 1)), " from ", start)

    return scene(div(Counter(1), Counter(5), Show(shown, Counter(9)), Counter(5)), sets(shown, False, True))


@case
def names_in_svg() -> Made:
    size = signal(10)
    return scene(
        svg(
            s.defs(s.linearGradient(s.stop(offset="1"), id="g", gradientUnits="userSpaceOnUse")),
            s.foreignObject(div(p("n ", size), Show(lambda: size() > 10, p("many"))), width=size),
            s.use(xlink_href=lambda: f"#g{size()}"),
            viewBox=lambda: f"0 0 {size()} {size()}",
            preserveAspectRatio="none",
        ),
        sets(size, 20, 5),
    )


@case
def raw_text_kinds() -> Made:
    return scene(
        div(element("xmp")("a & <b>"), element("noembed")("<i>x"), iframe("a &lt;"), element("listing")("\n\nx"))
    )


@case
def options_with_live_text() -> Made:
    count = signal(1)
    return scene(
        div(
            select(
                optgroup(
                    option("one ", count, value=count), option(lambda: f"n {count()}"), label=lambda: f"g{count()}"
                ),
                Show(lambda: count() > 1, option("more")),
            ),
            textarea("\r\n", count),
        ),
        sets(count, 2, 3),
    )


@case
def characters_of_two_units() -> Made:
    text = signal("🙂")
    return scene(
        ol(p(text, maxlength=lambda: len(text())), input(value="🙂🙂", maxlength=2), p("é", text, "e\u0301")),
        sets(text, "🙂é👩\u200d👩", "\ufeff", "\U0010ffff"),
    )
