"""What the HTML parser does with elements that stand where they may not, and what to write in their place.

Source: HTML standard, section 13.2.6 "Tree construction".
"""

from collections.abc import Sequence
from typing import NamedTuple

_HEADINGS = "h1 h2 h3 h4 h5 h6"
_SECTIONS = "tbody thead tfoot"
_TABLE_PARTS = f"caption col colgroup td th tr {_SECTIONS}"
_BLOCKS = f"""address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer
    form {_HEADINGS} header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp"""
_BREAKOUT = f"""b big blockquote body br center code dd div dl dt em embed font {_HEADINGS} head hr i img li listing
    menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"""
_HTML_IN_FOREIGN = frozenset("foreignObject desc title annotation-xml mi mo mn ms mtext".split())
_ENDS_SCOPE = frozenset(
    "applet caption html table td th marquee object template foreignObject desc title button".split()
)


_ENDS_TABLE_SCOPE = frozenset(("html", "template"))


class Rule(NamedTuple):
    """A rewriting that is known.

    Args:
        names: the names of the elements that it is about; `#text` for text, `*` for everything.
        outer: the names of those that they stand in; empty where it does not matter.
        anywhere: whether they may stand deep inside, rather than directly.
        effect: what the parser does.
        fix: what to do.
    """

    names: str
    outer: str
    anywhere: bool
    effect: str
    fix: str


RULES = (
    Rule("html head body", "", False, "ignores the tag", "The document around the page has one; use div(...)."),
    Rule("frame frameset", "", False, "ignores the tag", "Leave it out: there are no frames in a page."),
    Rule("image", "", False, "reads <img>", "Use img(...)."),
    Rule("tr", "table", False, "puts it into a <tbody>", "Wrap the rows in tbody(...)."),
    Rule("td th", f"table {_SECTIONS}", False, "puts it into a <tr>", "Wrap the cells in tr(...)."),
    Rule("col", "table", False, "puts it into a <colgroup>", "Wrap the columns in colgroup(...)."),
    Rule("table", f"table tr colgroup {_SECTIONS}", False, "ends the outer table", "Put the table into a td(...)."),
    Rule(
        "form", "form", True, "ignores the inner tag", "Put the forms beside each other; a control can name its form."
    ),
    Rule(
        "caption tr",
        f"tr colgroup caption {_SECTIONS}",
        False,
        "ends the <{outer}> before it",
        "Put it beside the {outer}(...).",
    ),
    Rule(
        _SECTIONS,
        f"tr colgroup {_SECTIONS}",
        False,
        "ends the <{outer}> before it",
        "Put it into the table(...) itself.",
    ),
    Rule("td th", "td th", False, "ends the <{outer}> before it", "Put the cells beside each other."),
    Rule(
        _TABLE_PARTS,
        "table",
        True,
        "ends what is open in the table",
        "Put it into the part of the table that it is for.",
    ),
    Rule(_TABLE_PARTS, "", False, "drops the tag", "Put it into a table(...)."),
    Rule(
        "*",
        f"table tr {_SECTIONS}",
        False,
        "moves it out, before the table",
        "Put it into a cell, td(...), or outside of the table.",
    ),
    Rule("*", "colgroup", False, "ends the <colgroup> before it", "Put nothing but col(...) into a colgroup(...)."),
    Rule(
        _BLOCKS,
        "p",
        True,
        "ends the <p> before it",
        "Use div(...) in place of the p(...), or phrasing content such as span(...) in it.",
    ),
    Rule(
        "a", "a", True, "ends the outer <a> before it", "Put the links beside each other: a link in a link cannot be."
    ),
    Rule("button", "button", True, "ends the outer <button> before it", "Put the buttons beside each other."),
    Rule("nobr", "nobr", True, "ends the outer <nobr> before it", "Use span(...) with the style white-space: nowrap."),
    Rule("select", "select", True, "ends the outer <select> before it", "Put it beside the select(...)."),
    Rule("input textarea keygen", "select", True, "ends the <select> before it", "Put it beside the select(...)."),
    Rule("option", "option", True, "ends the outer <option> before it", "Put the options beside each other."),
    Rule(
        "optgroup",
        "option optgroup",
        True,
        "ends the <{outer}> before it",
        "Put the groups beside each other, with the options inside.",
    ),
    Rule("hr", "option optgroup", True, "ends the <{outer}> before it", "Put it beside the {outer}(...)."),
    Rule("li", "li", True, "ends the outer <li> before it", "Put an ul(...) or ol(...) around the inner items."),
    Rule("dd dt", "dd dt", True, "ends the <{outer}> before it", "Put a dl(...) around the inner terms."),
    Rule(
        _HEADINGS,
        _HEADINGS,
        False,
        "ends the <{outer}> before it",
        "Put the headings beside each other, in an hgroup(...).",
    ),
    Rule(
        "rb rp rt rtc",
        "rb rp rt rtc",
        True,
        "ends the <{outer}> before it",
        "Put the parts of ruby(...) beside each other.",
    ),
    Rule("#text", "script style xmp iframe noembed noframes", False, "reads another text", "Write line feeds alone."),
    Rule("plaintext", "", False, "takes all that follows as text", "Use pre(...)."),
)
"""The first that fits is taken."""

_FOREIGN = Rule(
    _BREAKOUT,
    "svg math",
    True,
    "ends the <{outer}> before it",
    "Put HTML into foreignObject(...) in SVG, and into mtext in MathML; or use their own elements.",
)
_IN_HEAD = Rule(
    "*",
    "head",
    True,
    "ends the <head> before it",
    "Put into the head what belongs there: meta, link, script, style, template.",
)
_OTHER = Rule("*", "", False, "makes another tree of it", "Put it where HTML allows it.")


def find_rule(name: str, outer: Sequence[str]) -> tuple[Rule, str]:
    """Finds what is known about an element that a parser does not leave where it stands.

    Args:
        name: its name; `#text` for text, `#comment` for a comment.
        outer: the names of the elements that it stands in, innermost first.

    Returns:
        The rule, and the name of the outer element that it is about; empty where it is about none.
    """
    foreign = next((each for each in outer if each in _HTML_IN_FOREIGN or each in ("svg", "math")), "")
    rules = (_FOREIGN,) if foreign in ("svg", "math") else RULES
    for rule in rules:
        found = _outer(rule, name, outer)
        if found is not None:
            return rule, found
    return (_IN_HEAD, "head") if "head" in outer else (_OTHER, "")


def _outer(rule: Rule, name: str, outer: Sequence[str]) -> str | None:
    if rule.names != "*" and name.lower() not in rule.names.split():
        return None
    if not rule.outer:
        return ""
    names = rule.outer.split()
    if not rule.anywhere:
        return outer[0] if outer and outer[0] in names else None
    ends = _ENDS_TABLE_SCOPE if name in _TABLE_PARTS.split() else _ENDS_SCOPE
    for each in outer:
        if each in names:
            return each
        if each in ends:
            return None
    return None
