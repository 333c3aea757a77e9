import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyui.html import p
from pyui.testing._html import reparsed
from pyui.view._escape import escape_attribute, escape_text
from tests.view.support import html

TEXTS = [
    ("", ""),
    ("plain", "plain"),
    ("&", "&amp;"),
    ("&amp;", "&amp;amp;"),
    ("<b>", "&lt;b&gt;"),
    ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
    ("]]>", "]]&gt;"),
    ("'", "'"),
    ("\r\n", "&#13;\n"),
    ("\t\n\f", "\t\n\f"),
    ("a\0b", "a\ufffdb"),
    ("\xa0", "&nbsp;"),
    ("é漢🙂\u2028\u202e\ufeff", "é漢🙂\u2028\u202e\ufeff"),
]


@pytest.mark.parametrize(("text", "expected"), [*TEXTS, ('"', '"')])
def test_text(text: str, expected: str):
    assert escape_text(text) == expected
    # Static text is escaped in place, live text and attributes are not: all ways must agree.
    for node in (p(text), p(text, None), p([text]), p("", text)):
        assert html(node) == f"<p>{expected}</p>"
    assert html(p(lambda: text)) == f'<p data-p="">{expected}</p>'
    assert html(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*TEXTS, ('"', "&quot;"), ('"&"', "&quot;&amp;&quot;")])
def test_attribute(text: str, expected: str):
    assert escape_attribute(text) == expected
    for _ in range(2):  # class names and the names of attributes are remembered
        assert html(p(title=text)) == f'<p title="{expected}"></p>'
        assert html(p(class_=text)) == f'<p class="{expected}"></p>'
        assert html(p(class_="c", title=text)) == f'<p class="c" title="{expected}"></p>'
    assert html(p(title=lambda: text)) == f'<p title="{expected}" data-p=""></p>'


# Lone surrogates are no text: they cannot be encoded, so no page can hold them.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("&<>\"'\r\n\0\xa0;#x"), max_size=20)


@given(ANY_TEXT, ANY_TEXT)
def test_a_parser_reads_what_was_meant(text: str, value: str):
    markup = html(p("-", text, title=value))
    assert reparsed(markup) == markup
