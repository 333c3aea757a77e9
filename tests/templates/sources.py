"""Random source code of components, hostile on purpose."""

from typing import Any

from hypothesis import strategies as st

HEADER = """\
from decimal import Decimal

from pyui import ErrorBoundary, For, Portal, Show, component, computed, element, html, raw, signal, svg
from pyui.html import a, article, br, div, em, img, input, li, main as main_, option, p, pre, script, section, select
from pyui.html import span, table, td, textarea, title, tr, ul
from pyui.svg import circle, g

card = element("my-card")
log = []
shared = []


def note(value):
    name = type(value).__name__.removeprefix("Live").removeprefix("Static")
    log.append(repr(value)[:40] if isinstance(value, (str, int)) else name)
    return value


def boom(value):
    log.append("boom")
    raise ValueError(value)


class Loud(str):
    def __str__(self):
        log.append("str")
        return "loud <b>"


class Markup:
    def __html__(self):
        log.append("html")
        return "<i>markup</i>"


class Sour:
    def __init__(self, value):
        self.value = value

    @property
    def text(self):
        log.append("text")
        return self.value

    @property
    def missing(self):
        log.append("missing")
        raise AttributeError("missing on purpose")


def noisy(values):
    for value in values:
        log.append("next")
        yield value
    log.append("done")


@component
def Inner(*children, label="l"):
    return [label, em(label, children)]


@component
def Badge(text):
    return span(text, class_="badge")


@component
def Field(name, value):
    "A plain component with a bit of everything."
    return div(
        em(name, title=value, hidden=value), input(name=name, value=value, disabled=value, aria_label=name), name, None
    )


@component
def Linked(to):
    return a(a(to, href=to), class_=to)


@component
def Grow():
    shared.append("grown")
    return p(shared)


def helper(value, other="o"):
    return span(value, " ", other, class_="helper")


def labelled(text, amount):
    return p(f"{text} of {amount:.2f}", em(text, title=f"<{text}>"), a(amount, href=text), f"{text}", class_=text)


def listed(rows, name):
    "A plain helper that goes through a list."
    return ul([li(row, name, f"{row}!") for row in rows], [li(em(row)) for row in rows], title=name)


@component
def Pair(first, second):
    log.append("pair")
    return tr(td(first), td(second, title=second))


@component
def Live(first, second="d"):
    return [first, Show(lambda: first, em(second))] if first == "s" else div(first, on_click=note, id=f"i{second}")


@component
def Sums(number):
    return p(f"{number:.1f}", " ", f"{number} in all", title=f"{number}%")


def wrapped(value, other):
    if value == 7:
        return helper_of_nothing(value)
    if value is None:
        return div(helper(other), class_="none")
    return div([li(x) for x in [value]], helper(helper(value)), title=other if isinstance(other, str) else None)


def helper_of_nothing(value):
    return None
"""

PARAMETERS = "s, n, xs, flag, none, live, node, sour"
NAMES = (
    "s",
    "n",
    "flag",
    "none",
    "live",
    "node",
    "xs",
    "sour.text",
    "local",
    "closed",
    "shared",
    "fresh",
    "twice",
    "act",
)
TAGS = (
    "a article br card div em img input li main_ p pre script section select option span table td textarea title tr ul "
    "html.div html.b html.br svg.g circle g"
).split()
STRINGS = ("", "x", "<&>\"'", "{s}", "{{}}", "\\", "\n", "\r\0\xa0", "é漢🙂", "'''", '"""', "%s", "\\N{DASH}", "\ud800")
URLS = ("/x?a=1&b=2", "https://x.org/", "javascript:alert(1)", "JavaScript:x", "a:b", "")
ITEMS = ("x", "item", "a", "li", "s")

attribute_values: dict[str, list[str]] = {
    "class_": [
        "'c'",
        "['a', 'b']",
        "{'on': flag}",
        "{'on': fresh, 'off': lambda: n}",
        "lambda: note(s)",
        "twice",
        "['a', {'b': live}]",
        "['a', s, {s: flag}, none]",
        "{s: n}",
        "[xs, s]",
        "s",
        "none",
        "f'c{n}'",
        "live",
        "5",
    ],
    "id": ["'i'", "s", "n", "f'{s}-{n}'", "note(s)"],
    "title": [
        "twice",
        "lambda: note('t')",
        "lambda: boom('t')",
        "lambda: [1]",
        "s",
        "sour.text",
        "none",
        "live",
        "Loud('t')",
        "lambda: s",
        "note(n)",
        "2.5",
        "sour.missing",
    ],
    "href": [
        "lambda: s",
        "lambda: 'javascript:x'",
        *map(repr, URLS),
        "s",
        "f'/{s}'",
        "f'javascript:{s}'",
        "note('javascript:x')",
        "live",
        "n",
        "sour.missing",
    ],
    "data_x": ["flag", "none", "True", "n", "s", "Decimal('1.5')"],
    "aria_label": ["True", "flag", "s"],
    "hidden": ["flag", "True", "False", "none", "not flag", "n > 1", "s", "live", "'until-found'"],
    "disabled": ["flag", "s", "0"],
    "style": [
        "lambda: {'top': n}",
        "{'top': live}",
        "'a: b'",
        "{'color': s}",
        "{'color': 'red'}",
        "{'top': n, s: none}",
        "True",
        "s",
        "none",
    ],
    "draggable": ["flag", "True"],
    "viewBox": ["'0 0 1 1'", "s"],
    "on_click": ["lambda event: note(1)", "note", "none", "5", "act", "lambda: note(s)", "fresh", "flag"],
    "on_key_down": ["lambda event: note(2)", "act", "none"],
    "bind_value": ["live", "s", "fresh", "twice", "signal(n)", "signal(xs)", "signal(none)", "signal(flag)"],
    "bind_checked": ["live", "signal(flag)", "s"],
    "type": ["'checkbox'", "'text'", "'Number'", "s", "'radio'"],
    "ref": ["note", "none", "3"],
}
UNFIT = (
    "Badge()",
    "Badge(s, s)",
    "Field(s)",
    "Field(s, name=s)",
    "[Pair(y) for y in xs]",
    "[Live(y, third=1) for y in xs]",
    "labelled(s)",
    "listed(xs, xs, xs)",
    "Badge(*xs)",
    "Badge(**{'text': s})",
    "Grow(s)",
)
FAILING = ("onclick=s", "data__=1", "lang=b'b'", "alt=boom(1)", "rel=[1]", "cite='javascript:x'", "lang=undefined")


@st.composite
def leaves(draw: st.DrawFn) -> str:  # noqa: PLR0911 - a kind of leaf each
    kind = draw(st.integers(0, 19))
    if kind < 6:
        return repr(draw(st.sampled_from(STRINGS)))
    if kind < 13:
        return draw(st.sampled_from(NAMES))
    if kind < 15:
        return draw(
            st.sampled_from(("f'{s}'", "f'{n:>3}{s!r}'", 'f"{s + "}"}{{"', "f'{note(s)}'", "f'a' 'b'", "str(n)"))
        )
    if kind < 17:
        return draw(st.sampled_from(("note(s)", "note(n)", "note(none)", "note(node)", "helper(s, n)", "noisy(xs)")))
    if kind < 19:
        return draw(st.sampled_from(("None", "True", "0", "-1", "2.5", "10**3", "Markup()", "Loud('q')", "raw('<u>')")))
    if draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(UNFIT))
    return draw(st.sampled_from(("object()", "1j", "b'b'", "...", "undefined", "boom(2)", "sour.missing")))


@st.composite
def children(draw: st.DrawFn, depth: int) -> str:
    if depth <= 0:
        return draw(leaves())
    return draw(st.one_of(elements(depth - 1), elements(depth - 1), lists(depth - 1), choices(depth - 1), leaves()))


@st.composite
def choices(draw: st.DrawFn, depth: int) -> str:
    shapes = (
        "[{}, {}]",
        "({}, {})",
        "({} if flag else {})",
        "(flag and {})",
        "(lambda: {})",
        "(lambda: {})",
        "(lambda: note({}))",
        "For(lambda: ['u', 'v'], lambda y: {})",
        "For(['u', 'v'], lambda y: li(y, {}, on_click=act))",
        "For(lambda: ['u', 'v'], lambda y: li(y, fresh, id=y))",
        "For(lambda: ['u', 'v'], lambda y: li(lambda: {}))",
        "For(lambda: ['u', 'v'], lambda y, index: li(index, {}, class_=lambda: y))",
        "ErrorBoundary({}, fallback='failed')",
        "ErrorBoundary(p(live, lambda: boom(s)), {}, fallback=lambda error: em('failed'))",
        "Portal({})",
        "Inner({}, label={})",
        "(w := {})",
        "helper({})",
        "helper({}, other=note({}))",
        "wrapped({}, {})",
        "Show(live, {})",
        "Badge({})",
        "Badge(text={})",
        "Field({}, {})",
        "Field(value={}, name={})",
        "[Field({}, note({})), Grow(), Badge({})]",
        "Linked({})",
        "labelled({}, n)",
        "labelled(s, {})",
        "labelled(sour.text, amount=note(n))",
        "listed({}, s)",
        "listed(xs, name={})",
        "Sums({})",
        "[Pair({}, s) for y in xs]",
        "[Live(y, {}) for y in xs]",
    )
    shape = draw(st.sampled_from(shapes))
    return shape.format(*(draw(children(depth)) for _ in range(shape.count("{}"))))


@st.composite
def lists(draw: st.DrawFn, depth: int) -> str:
    shapes = (
        "[MADE for ITEM in SOURCE]",
        "[MADE for ITEM in SOURCE]",
        "[MADE for ITEM in SOURCE if note(ITEM)]",
        "[MADE for row in [xs, 'ab'] for ITEM in row]",
        "[MADE for ITEM, other in [(s, n), (n, s)]]",
        "(MADE for ITEM in SOURCE)",
        "[tr([MADE for ITEM in row], class_=NAME) for row in [xs, ['1', 2], ()]]",
        "[tr([MADE for ITEM in row], class_=NAME) for row in SOURCE]",
    )
    sources = ("xs", "[1, 's', None]", "noisy(xs)", "('t', node)", "[['u', 'v'], []]", "range(3)", "s", "[node] * 2")
    item = draw(st.sampled_from(ITEMS))
    return (
        draw(st.sampled_from(shapes))
        .replace("ITEM", item)
        .replace("SOURCE", draw(st.sampled_from(sources)))
        .replace("NAME", draw(st.sampled_from(("s", "row", "none"))))
        .replace("MADE", draw(items(item, depth)))
    )


@st.composite
def items(draw: st.DrawFn, item: str, depth: int) -> str:
    made = st.sampled_from(
        (
            f"li({item})",
            f"td({item}, s, {item}, class_=s)",
            f"li(em({item}), title=s, id={item})",
            f"li({item}, note({item}))",
            f"li(em({item}, n), f'{{{item}}}')",
            f"tr([td(y) for y in {item}])",
            f"a({item}, href={item})",
            f"Badge({item})",
            f"Field({item}, value=s)",
            f"Linked(note({item}))",
            f"li(Badge({item}), Grow(), Badge(shared))",
            f"Pair({item}, s)",
            f"Pair({item}, second=note({item}))",
            f"Pair(second={item}, first=s)",
            f"Live({item})",
            f"Live(note({item}), li({item}))",
            f"Sums({item})",
            f"labelled({item}, n)",
            f"li(labelled({item}, 2.5), listed({item}, name={item}))",
        )
    )
    return draw(made if depth <= 0 else made | elements(depth))


@st.composite
def elements(draw: st.DrawFn, depth: int) -> str:
    tag = draw(st.sampled_from(TAGS))
    arguments = [draw(children(depth)) for _ in range(draw(st.integers(0, 3)))]
    if draw(st.integers(0, 19)) == 0:
        arguments.append(draw(st.sampled_from(("*xs", "*[s, n]", "*noisy(xs)"))))
    if draw(st.integers(0, 29)) == 0:
        arguments.append(draw(st.sampled_from(FAILING)))
    names = draw(st.lists(st.sampled_from(sorted(attribute_values)), max_size=2, unique=True))
    arguments += [f"{name}={draw(st.sampled_from(attribute_values[name]))}" for name in names]
    if draw(st.integers(0, 19)) == 0:
        arguments.append(draw(st.sampled_from(("**{'lang': s}", "**note({})"))))
    between = draw(st.sampled_from((", ", ",\n        ", ", # c\n    ")))
    return f"{tag}({between.join(arguments)}\n)" if "#" in between else f"{tag}({between.join(arguments)})"


BEFORE = (
    "",
    "em = note",
    "Badge = note",
    "input = helper",
    "for li in xs: pass",
    "def p(*c, **k): return 'shadow'",
    "import pyui.html as html",
    "global span; span = a",
    "class C:\n        div = 1\n        def make(self, v): return div(v, class_='c')\n    local = C().make(s)",
    "def nested(td): return ul(li(td), td)\n    local = nested(s)",
    "def nested(v=s):\n        nonlocal closed\n        closed = v\n        return em(v)\n    local = nested(), closed",
    "try: boom(1)\n    except ValueError as ul: pass",
    "match xs:\n        case [tr, *_]: pass\n        case _: pass",
    "with_ = lambda tr, s=s: section(tr, s, s)\n    local = with_(n)",
    "del s; s = 'again'",
    "del s",
    "html.div = html.div",
)


@st.composite
def modules(draw: st.DrawFn) -> str:
    """A module with a component `Page` and a function that renders what it makes of hostile arguments."""
    before = draw(st.sampled_from(BEFORE)) if draw(st.booleans()) else ""
    body = draw(elements(3))
    second = draw(elements(2))
    made: Any = draw(
        st.sampled_from(("return [local, MADE]", "local = SECOND\n    return MADE", "yield_ = MADE\n    return yield_"))
    )
    text = made.replace("MADE", body).replace("SECOND", second)
    return f"""{HEADER}

@component
def Page({PARAMETERS}):
    local, closed = 'local', None
    fresh = signal('<f>')
    twice = computed(lambda: fresh() * 2)
    def act(event): note(event)
    def reads(): return closed
    {before}
    {text}
"""
