"""What the HTML parser treats in a way of its own."""

from pyui import For, Show, element, signal
from pyui import svg as s
from pyui.html import (
    b,
    caption,
    col,
    colgroup,
    div,
    math,
    noscript,
    optgroup,
    option,
    p,
    pre,
    script,
    select,
    style,
    svg,
    table,
    tbody,
    td,
    template,
    textarea,
    tfoot,
    th,
    thead,
    tr,
)
from tests.cases._case import Made, case, property_case, scene, sets


@case
def pre_first_line_feed() -> Made:
    return scene(div(pre("\nkept"), pre("\n\nboth"), pre("none"), pre("\n"), pre(b("x"), "\n"), pre(b("\nx")), pre()))


@case
def pre_live() -> Made:
    text = signal("\none")
    return scene(div(pre(text), pre("\n", text, "\n"), pre(b("x"), text)), sets(text, "two", "\n\nthree", ""))


@case
def textarea_text() -> Made:
    return scene(div(textarea("\n<b>&amp;"), textarea("a\n"), textarea(), textarea("\n\n")))


@property_case
def textarea_bound() -> Made:
    text = signal("\nfirst < second")
    return scene(textarea(bind_value=text, rows=3), sets(text, "", "\n", "</textarea>"))


@case
def textarea_live() -> Made:
    text = signal("\na")
    return scene(textarea(text, name="t"), sets(text, "b"))


@case
def raw_text_elements() -> Made:
    return scene(
        div(
            script("if (a < b && c > d) { e('\"') }"),
            style("a > b::before { content: '<' }"),
            script(type="text/plain", src="/x.js"),
        )
    )


@case
def style_live() -> Made:
    color = signal("red")
    return scene(style("p { color: ", color, " }"), sets(color, "blue"))


@case
def table_parts() -> Made:
    return scene(
        table(
            caption("c"),
            colgroup(col(span=2)),
            thead(tr(th("h", scope="col"), th("i"))),
            tbody(tr(td("1", colspan=2)), tr(td(), td("x"))),
            tfoot(tr(td("f"))),
        )
    )


@case
def table_rows_live() -> Made:
    rows = signal([1, 2, 3])
    wide = signal(True)
    return scene(
        table(
            tbody(
                For(rows, lambda n: tr(td(n), td("row ", lambda: n * len(rows())))),
                Show(wide, tr(td("wide", colspan=2)), tr(td("too"))),
            )
        ),
        (*sets(rows, [3, 1], [], [4]), *sets(wide, False, True)),
    )


@case
def select_static() -> Made:
    return scene(select(option("a"), option("b", value="x", selected=True), optgroup(option("c"), label="g")))


@property_case
def select_bound() -> Made:
    chosen = signal("b")
    return scene(
        select(option("a"), option(" b "), option("c", value=3), option("d", selected=True), bind_value=chosen),
        sets(chosen, "a", "3", "none of them"),
    )


@property_case
def select_bound_multiple() -> Made:
    chosen = signal(["a", "c"])
    options = signal(["a", "b", "c"])
    return scene(
        select(For(options, lambda value: option(value.upper(), value=value)), bind_value=chosen, multiple=True),
        (*sets(chosen, ["b"], []), *sets(options, ["c", "b"])),
    )


@property_case
def select_in_select_scope() -> Made:
    outer = signal("a")
    return scene(div(select(option("a"), bind_value=outer), select(option("a"))), sets(outer, "b"))


@property_case
def noscript_and_template() -> Made:
    count = signal(1)
    return scene(
        div(noscript(p("n ", count, " ", b("x", on_click=lambda: None))), template(p(count), Show(count, "y")), count),
        sets(count, 2),
    )


@case
def svg_and_math() -> Made:
    radius = signal(2)
    return scene(
        div(
            svg(
                s.title("t"),
                s.circle(cx=1, cy=1, r=radius, class_=lambda: f"r{radius()}"),
                s.linearGradient(s.stop(offset="5%"), id="g"),
                s.foreignObject(p("html ", radius)),
                s.text("n ", radius, s.tspan("x")),
                viewBox="0 0 10 10",
            ),
            math(element("mi")("x"), element("mo")("="), element("mn")(radius)),
        ),
        sets(radius, 3),
    )


@case
def svg_rows() -> Made:
    points = signal([1, 2])
    return scene(
        svg(For(points, lambda x: s.rect(x=x, width=1)), s.g(Show(lambda: len(points()) > 1, s.path(d="M0 0")))),
        sets(points, [2, 3, 1], [1]),
    )
