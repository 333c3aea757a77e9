"""Trees that an HTML parser rewrites, and trees that look like them and that it does not."""

from collections.abc import Callable
from typing import NamedTuple

from pyui import For, Portal, Show, Signal, component, element, raw, signal
from pyui import html as h
from pyui import svg as s
from pyui.view import Child

type Make = Callable[[], Child]

math, mi, mtext = element("math"), element("mi"), element("mtext")
numbers: Signal[list[int]] = signal([1, 2])


class Rewritten(NamedTuple):
    """A tree that a parser rewrites.

    Args:
        name: for the report.
        make: makes it.
        effect: a part of what the error says that the parser does.
        fix: a part of what it says to do.
    """

    name: str
    make: Make
    effect: str
    fix: str


@component
def Row(number: int = 0) -> Child:
    return h.tr(h.td(number))


@component
def Box(*children: Child) -> Child:
    return h.div(children)


IGNORED = "ignores the tag"
OUT_OF_TABLE = "before the table"
DROPPED = "drops the tag"
RAW = "changes what is around it"
LOWER = "in lower case"

REWRITTEN = [
    Rewritten("row in table", lambda: h.table(h.tr(h.td("x"))), "puts it into a <tbody>", "tbody(...)"),
    Rewritten("live row in table", lambda: h.table(h.tr(h.td(signal(1)))), "puts it into a <tbody>", "tbody(...)"),
    Rewritten("list of rows in table", lambda: h.table(For(numbers, Row)), "puts it into a <tbody>", "tbody(...)"),
    Rewritten("row behind a section", lambda: h.table(h.thead(), Row()), "puts it into a <tbody>", "tbody(...)"),
    Rewritten("cell in table", lambda: h.table(h.td("x")), "puts it into a <tr>", "tr(...)"),
    Rewritten("cell in section", lambda: h.table(h.thead(h.th("x"))), "puts it into a <tr>", "tr(...)"),
    Rewritten("cell in cell", lambda: h.table(h.tbody(h.tr(h.td(h.td("x"))))), "ends the <td>", "beside each other"),
    Rewritten("row in row", lambda: h.table(h.tbody(h.tr(h.tr()))), "ends the <tr>", "beside the tr(...)"),
    Rewritten("section in row", lambda: h.table(h.tbody(h.tr(h.tbody()))), "ends the <tr>", "table(...) itself"),
    Rewritten("section in section", lambda: h.table(h.tbody(h.tfoot())), "ends the <tbody>", "table(...) itself"),
    Rewritten("caption in section", lambda: h.table(h.tbody(h.caption("x"))), "ends the <tbody>", "beside the tbody"),
    Rewritten("row deep in cell", lambda: h.table(h.tbody(h.tr(h.td(h.b(h.tr()))))), "ends what", "part of the table"),
    Rewritten("column in table", lambda: h.table(h.col()), "puts it into a <colgroup>", "colgroup(...)"),
    Rewritten("block in colgroup", lambda: h.table(h.colgroup(h.div())), "ends the <colgroup>", "but col(...)"),
    Rewritten("text in table", lambda: h.table("x"), OUT_OF_TABLE, "td(...)"),
    Rewritten("live text in section", lambda: h.table(h.tbody(signal("x"))), OUT_OF_TABLE, "td(...)"),
    Rewritten("text in row", lambda: h.table(h.tbody(h.tr("x", h.td()))), OUT_OF_TABLE, "td(...)"),
    Rewritten("block in table", lambda: h.table(h.div("x")), OUT_OF_TABLE, "td(...)"),
    Rewritten("form around rows", lambda: h.table(h.tbody(h.form(Row()))), "ends what", "part of the table"),
    Rewritten("visible input in row", lambda: h.table(h.tbody(h.tr(h.input()))), OUT_OF_TABLE, "td(...)"),
    Rewritten("table in table", lambda: h.table(h.table()), "ends the outer table", "td(...)"),
    Rewritten("table in row", lambda: h.table(h.tbody(h.tr(h.table()))), "ends the outer table", "td(...)"),
    Rewritten("row in block", lambda: h.div(h.tr(h.td("x"))), DROPPED, "table(...)"),
    Rewritten("cell in block", lambda: h.div(h.td("x")), DROPPED, "table(...)"),
    Rewritten("section in block", lambda: h.div(h.tbody()), DROPPED, "table(...)"),
    Rewritten("caption in block", lambda: h.div(h.caption("x")), DROPPED, "table(...)"),
    Rewritten("column in block", lambda: h.div(h.col()), DROPPED, "table(...)"),
    Rewritten("block in p", lambda: h.p("a", h.div("x")), "ends the <p>", "div(...)"),
    Rewritten("block deep in p", lambda: h.p(h.span(h.b(h.section()))), "ends the <p>", "div(...)"),
    Rewritten("component in p", lambda: h.p(Box("x")), "ends the <p>", "div(...)"),
    Rewritten("list in p", lambda: h.p(h.ul(h.li("x"))), "ends the <p>", "div(...)"),
    Rewritten("p in p", lambda: h.p(h.p("x")), "ends the <p>", "div(...)"),
    Rewritten("table in p", lambda: h.p(h.table()), "ends the <p>", "div(...)"),
    Rewritten("rule in p", lambda: h.p("a", h.hr()), "ends the <p>", "div(...)"),
    Rewritten("heading in p", lambda: h.p(h.h2("x")), "ends the <p>", "div(...)"),
    Rewritten("live block in p", lambda: h.p("a", Show(signal(True), h.div("x"))), "ends the <p>", "div(...)"),
    Rewritten("link in link", lambda: h.a(h.a("x")), "ends the outer <a>", "links beside"),
    Rewritten("link deep in link", lambda: h.a(h.div(h.span(h.a("x")))), "ends the outer <a>", "links beside"),
    Rewritten("button in button", lambda: h.button(h.button("x")), "ends the outer <button>", "buttons beside"),
    Rewritten("button deep in button", lambda: h.button(h.b(h.button("x"))), "ends the outer <button>", "buttons"),
    Rewritten("form in form", lambda: h.form(h.form("x")), "ignores the inner tag", "forms beside"),
    Rewritten("form deep in form", lambda: h.form(h.div(h.form("x"))), "ignores the inner tag", "forms beside"),
    Rewritten("nobr in nobr", lambda: element("nobr")(element("nobr")("x")), "ends the outer <nobr>", "white-space"),
    Rewritten("item in item", lambda: h.ul(h.li(h.li("x"))), "ends the outer <li>", "ul(...)"),
    Rewritten("item deep in item", lambda: h.ul(h.li(h.span(h.li("x")))), "ends the outer <li>", "ul(...)"),
    Rewritten("term in description", lambda: h.dl(h.dd(h.dt("x"))), "ends the <dd>", "dl(...)"),
    Rewritten("term in term", lambda: h.dl(h.dt(h.dt("x"))), "ends the <dt>", "dl(...)"),
    Rewritten("heading in heading", lambda: h.h1(h.h2("x")), "ends the <h1>", "hgroup(...)"),
    Rewritten("option in option", lambda: h.select(h.option(h.option("x"))), "ends the outer <option>", "options"),
    Rewritten("group in option", lambda: h.select(h.option(h.optgroup())), "ends the <option>", "groups beside"),
    Rewritten("group in group", lambda: h.select(h.optgroup(h.optgroup())), "ends the <optgroup>", "groups beside"),
    Rewritten("input in select", lambda: h.select(h.input()), "ends the <select>", "beside the select"),
    Rewritten("select in select", lambda: h.select(h.select()), "ends the outer <select>", "beside the select"),
    Rewritten("ruby text in ruby text", lambda: h.ruby(h.rt(h.rt("x"))), "ends the <rt>", "ruby(...)"),
    Rewritten("HTML in SVG", lambda: h.svg(h.div("x")), "ends the <svg>", "foreignObject(...)"),
    Rewritten("p deep in SVG", lambda: h.svg(s.g(h.p("x"))), "ends the <svg>", "foreignObject(...)"),
    Rewritten("HTML in MathML", lambda: math(h.div("x")), "ends the <math>", "mtext"),
    Rewritten("block in p in SVG", lambda: h.svg(s.foreignObject(h.p(h.div()))), "ends the <p>", "div(...)"),
    Rewritten(
        "plain annotation", lambda: math(element("annotation-xml")(h.div("x"))), "another tree", "HTML allows it"
    ),
    Rewritten("html", lambda: h.div(h.html("x")), IGNORED, "div(...)"),
    Rewritten("head", lambda: h.div(h.head()), IGNORED, "div(...)"),
    Rewritten("body", lambda: h.body("x"), IGNORED, "div(...)"),
    Rewritten("frame", element("frame"), IGNORED, "frames"),
    Rewritten("frameset", element("frameset"), IGNORED, "frames"),
    Rewritten("image", element("image"), "reads <img>", "img(...)"),
    Rewritten("plaintext", lambda: h.div(element("plaintext")("x"), h.p()), "as text", "pre(...)"),
    Rewritten("carriage return in script", lambda: h.script("a\r\nb"), "reads another text", "line feeds"),
    Rewritten("element in capitals", lambda: element("My-Tag")("x"), 'reads it as "<my-tag>"', LOWER),
    Rewritten("attribute in capitals", lambda: h.div(viewBox="1"), 'reads it as "<div viewbox="1">"', LOWER),
    Rewritten("block in p in template", lambda: h.template(h.p(h.div())), "ends the <p>", "div(...)"),
    Rewritten("row in table in noscript", lambda: h.noscript(h.table(Row())), "puts it into a <tbody>", "tbody(...)"),
    Rewritten("row in a portal", lambda: Portal(Row()), DROPPED, "table(...)"),
    Rewritten("open end of raw markup", lambda: h.p(raw("<b>x")), RAW, "end tags"),
    Rewritten("open block of raw markup", lambda: h.div(raw("<div>x"), h.p("y")), RAW, "end tags"),
    Rewritten("end tag in raw markup", lambda: h.div(raw("</div>"), "x"), RAW, "end tags"),
    Rewritten("open comment in raw markup", lambda: h.div(raw("<!-- x"), "y"), RAW, "end tags"),
    Rewritten("open text in raw markup", lambda: h.div(raw("<textarea>"), "y"), RAW, "end tags"),
    Rewritten("block of raw markup in p", lambda: h.p(raw("<div>x</div>")), RAW, "allowed"),
    Rewritten("row of raw markup in block", lambda: h.table(raw("<b>x</b>")), RAW, "allowed"),
    Rewritten("comment between raw markup", lambda: h.div(raw("<!--"), h.p("x"), raw("-->")), RAW, "end tags"),
    Rewritten("raw image in noscript", lambda: h.noscript(raw("<b>x")), RAW, "end tags"),
]

STABLE: list[tuple[str, Make]] = [
    ("table", lambda: h.table(h.tbody(h.tr(h.td())))),
    ("whole table", lambda: h.table(h.caption(), h.colgroup(h.col()), h.thead(), h.tbody(), h.tbody(), h.tfoot())),
    ("list of rows in section", lambda: h.table(h.tbody(For(numbers, Row)))),
    ("list of index rows", lambda: h.table(h.tbody(For(numbers, lambda n, index: h.tr(h.td(n, index)))))),
    ("list of made rows", lambda: h.table(h.tbody(For(numbers, lambda n: Row(n))))),  # noqa: PLW0108 - a row's function
    ("plain rows", lambda: h.table(h.tbody(map(Row, [1, 2])))),
    ("white space in table", lambda: h.table("\n ", h.tbody())),
    ("hidden input in table", lambda: h.table(h.input(type="hidden"), h.tbody())),
    ("table in cell", lambda: h.table(h.tbody(h.tr(h.td(h.table(h.tbody(Row()))))))),
    ("script and style in table", lambda: h.table(h.script("1"), h.style("a{}"), h.tbody())),
    ("p before a block", lambda: h.div(h.p("x"), h.div("y"))),
    ("inline in p", lambda: h.p(h.span(h.b("x")), h.a("y"), h.button("z"), h.svg(), h.textarea())),
    ("block in button in p", lambda: h.p(h.button(h.div("x")))),
    ("object in p", lambda: h.p(h.object(h.div("x")))),
    ("block in link", lambda: h.a(h.div(h.p("x")))),
    ("button in label", lambda: h.label("x", h.button("y"))),
    ("link in button", lambda: h.button(h.a("x"))),
    ("button in link", lambda: h.a(h.button("x"))),
    ("link in SVG", lambda: h.svg(s.a("x", s.title("t")))),
    ("link in object in link", lambda: h.a(h.object(h.a("x")))),
    ("forms beside each other", lambda: [h.form(h.button("x")), h.form("y")]),
    ("rows in template", lambda: [h.template(Row(), Row()), h.template(h.td()), h.template(h.col())]),
    ("form in template in form", lambda: h.form(h.template(h.form()))),
    ("nested lists", lambda: h.ul(h.li("x", h.ul(h.li("y"))))),
    ("nested terms", lambda: h.dl(h.dt("x"), h.dd(h.dl(h.dt("y"))))),
    ("heading deep in heading", lambda: h.h1(h.span(h.h2("x")))),
    ("headings in a group", lambda: h.hgroup(h.h1("x"), h.p("y"))),
    ("select", lambda: h.select(h.option("a"), h.hr(), h.optgroup(h.option("b"), label="c"))),
    ("customised select", lambda: h.select(h.button(element("selectedcontent")()), h.option(h.b("x")))),
    ("datalist", lambda: h.datalist(h.option("a"), h.option("b"))),
    ("details", lambda: h.details(h.summary(h.h2("x")), h.p("y"))),
    ("custom element", lambda: element("x-y")(h.div("x"), h.p())),
    ("SVG", lambda: h.svg(s.g(s.foreignObject(h.div(h.p("x"))), s.title("t")), s.linearGradient(), viewBox="0 0 1 1")),
    ("SVG in SVG in p", lambda: h.p(h.svg(s.desc("x"), h.svg()))),
    ("style of SVG", lambda: h.svg(s.style("a > b & c"))),
    ("annotation of HTML", lambda: math(element("annotation-xml")(h.div("x"), encoding="text/html"))),
    ("MathML", lambda: math(mi("x"), mtext(h.span("y")))),
    ("ruby", lambda: h.ruby("x", h.rp("("), h.rt("y"), h.rp(")"))),
    ("script", lambda: h.script("if (a < b && c) '<p><div>\\n<pre>\\n'")),
    ("first line feeds", lambda: [h.pre("\nx"), h.textarea("\n\ny"), h.pre(signal("\n")), h.script("'<pre>\\n'")]),
    ("carriage return", lambda: h.p("a\rb", title="\r\n")),
    ("lone surrogate", lambda: h.p("\ud800", title="\udfff")),
    ("hostile text", lambda: h.p("</p><div>&amp;<!--\xa0", title='"<>&\xa0')),
    ("no-script page", lambda: h.noscript(h.p("x ", h.b("y")), h.img(src="x"))),
    ("portal", lambda: h.p(Portal(h.div(h.p("x"))))),
    ("raw markup", lambda: h.div(raw("<P CLASS=a>x</P><br/><ul><li>a<li>b</ul>&copy;"))),
    ("raw rows", lambda: h.table(h.tbody(raw("<tr><td>x</td></tr>")))),
    ("raw rows without a section", lambda: h.div(raw("<table><tr><td>x</table>"))),
    ("raw image in noscript", lambda: h.noscript(raw("<img height=1 src='/x?a=1&b=2'/>"))),
    ("raw markup in and beside noscript", lambda: [h.noscript(raw("<img src=x>")), raw("<br/>")]),
    ("raw markup in template", lambda: h.template(raw("<br/>"))),
    ("raw markup in SVG", lambda: h.svg(raw("<path d='M0 0'/>"))),
    ("raw comment", lambda: h.div(raw("<!-- x --><!--t-->"), signal(1))),
]
