"""Template strings beside the element calls that they stand for. Runs on CPython and, with real ones, in Pyodide.

A case is written with `«…»` for the braces of a hole: Python before 3.14 cannot read a file with template strings.
"""

from pyui import Child, Ref, Show, component, raw, signal, svg
from pyui import html as elements

CASES: dict[str, tuple[str, str]] = {
    "an element": ("<p>text</p>", 'p("text")'),
    "a child is escaped": ("<p>«text»</p>", "p(text)"),
    "children of all kinds": (
        "<div>«1»«None»«True»«[b('x'), 'y']»«raw('<i>r</i>')»«count»</div>",
        "div(1, None, True, [b('x'), 'y'], raw('<i>r</i>'), count)",
    ),
    "a child with a conversion": (
        "<p>«text!r» «2.5:.2f» «text!s:>9»</p>",
        "p(repr(text), ' ', '2.50', ' ', f'{text:>9}')",
    ),
    "a live child with a format": ("<p>«count:.1f»</p>", "p(lambda: '3.0')"),
    "attributes": (
        "<a href=«url» class='c' data-id=«5» title='t' aria-label=x hidden>y</a>",
        "a('y', href=url, class_='c', data_id=5, title='t', aria_label='x', hidden=True)",
    ),
    "an attribute is escaped": ("<p title=«text»></p>", "p(title=text)"),
    "an attribute of text and holes": ("<p class='a «text» b«5»'></p>", "p(class_=f'a {text} b5')"),
    "a live attribute of text and holes": ("<p class='n«count»'></p>", "p(class_=lambda: 'n3')"),
    "an attribute of a list and a dict": (
        "<p class=«['a', {'b': True}]» style=« {'color': 'red'} »></p>",
        "p(class_=['a', {'b': True}], style={'color': 'red'})",
    ),
    "an attribute that is absent": ("<input disabled=«False» value=«None» required=«True»>", "input(required=True)"),
    "a dict of attributes": ("<p « {'id': 'x', 'class': 'c', 'data-n': 1} »></p>", "p(id='x', class_='c', data_n=1)"),
    "a handler": ("<button type=button on_click=«note»>+</button>", "button('+', type='button', on_click=note)"),
    "a control": ("<input bind_value=«word»>", "input(bind_value=word)"),
    "a reference": ("<p ref=«ref»></p>", "p(ref=ref)"),
    "void elements": ("<div>a<br>b<br/><img src=/x alt=''></div>", "div('a', br(), 'b', br(), img(src='/x', alt=''))"),
    "a component": ("<«Card» title=«text»/>", "Card(title=text)"),
    "a component with children": (
        "<«Card» title='t'><p>«1»</p> and «2»</«Card»>",
        "Card(p(1), ' and ', 2, title='t')",
    ),
    "a component whose end has no name": ("<section><«Card» title='t'>x</></section>", "section(Card('x', title='t'))"),
    "several nodes at the top": ("<p>a</p>b<p>«1»</p>", "[p('a'), 'b', p(1)]"),
    "text alone": ("x «text» y", "['x ', text, ' y']"),
    "nothing": ("", "[]"),
    "character references": ("<p title='&lt;&quot;'>&amp; &eacute; &#128512;</p>", "p('& é 😀', title='<\"')"),
    "a comment": ("<p>a<!-- «text» <b> -->«1»</p>", "p('a', 1)"),
    "the layout of the source": (
        "\n  <ul>\n    <li>a</li>\n    <li> b «1» </li>\n    «text»\n  </ul>\n",
        "ul(li('a'), li(' b ', 1, ' '), text)",
    ),
    "space that counts": ("<pre>\n  a\n  «1»\n</pre>", "pre('  a\\n  ', 1, '\\n')"),
    "text that holds markup": ("<div><style>a > b ««»» x«1»</style></div>", "div(style('a > b {} x', 1))"),
    "a text area": ("<textarea>\n<b>«text»</textarea>", "textarea('<b>', text)"),
    "SVG": (
        "<svg viewBox='0 0 1 1'><g><circle r=«1»/></g><foreignObject><p>x</p></foreignObject></svg>",
        "svg.svg(svg.g(svg.circle(r=1)), svg.foreignObject(p('x')), viewBox='0 0 1 1')",
    ),
    "a custom element": ("<my-card level=«2»>«text»</my-card>", "element('my-card')(text, level=2)"),
    "a list of template strings": ("<ul>«[made(n) for n in (1, 2)]»</ul>", "ul([made(n) for n in (1, 2)])"),
    "flow": ("<div>«Show(on, p('yes'), fallback='no')»</div>", "div(Show(on, p('yes'), fallback='no'))"),
}
"""By name: a template string, and an expression that makes the same."""

ERRORS: dict[str, str] = {
    "<div>": "<div> has no end tag",
    "<div><p></div>": "</div> stands where <p> is open",
    "</p>": "</p> ends nothing",
    "<«Card» title='x'>": "<{…}> has no end tag",
    "<br></br>": "</br> ends nothing",
    "<dvi></dvi>": "<dvi> is no element",
    "<svg><Circle/></svg>": "<Circle> is no element",
    "<div/>": "<div /> is no element of its own",
    "1 < 2": "A < begins no tag",
    "<!doctype html>": "A < begins no tag",
    "<p class='x>": "The value of an attribute has no end",
    "<p": "<p> has no end",
    "<p =x>": "<p> has no end",
    "<!-- x": "A comment has no end",
    "<p>\ufdd0</p>": "holds U+FDD0",
    "<p «5»></p>": "A hole among the attributes of a tag holds 5",
    "<p title='a «[1]»'></p>": "A hole in the text of an attribute holds [1]",
    "<p onclick='x()'></p>": "would hold script as text",
    "<a href='javascript:x'></a>": "javascript",
    "<br>«1»</br>": "</br> ends nothing",
    "<«Card»/>": "misses the argument 'title'",
    "<script>«'</script>'»</script>": "holds '</script'",
}
"""Template strings that are refused, and what the message says."""


def names() -> dict[str, object]:
    """The names that the expressions use."""
    count, word, on = signal(3), signal("w"), signal(True)

    @component
    def Card(*children: Child, title: str) -> Child:
        return elements.section(title, children)

    def note(event: object) -> None: ...

    def made(number: int) -> object:
        return elements.li(number)

    return {
        **vars(elements),
        "Card": Card,
        "Show": Show,
        "count": count,
        "made": made,
        "note": note,
        "on": on,
        "raw": raw,
        "ref": Ref(),
        "svg": svg,
        "text": "<&\"'>",
        "url": "/x?a=1&b=2",
        "word": word,
    }
