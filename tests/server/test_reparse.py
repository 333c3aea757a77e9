"""What counts as the same tree, and what does not."""

import pytest

from pyui.server._reparse import is_stable

DOCUMENT = "<!DOCTYPE html><html><head></head><body>{}</body></html>"


@pytest.mark.parametrize(
    ("markup", "is_same"),
    [
        ("a&#13;b", True),
        ("a\rb", False),
        ("<pre>\n\nx</pre>", True),
        ("<pre>\n</pre>", True),
        ('<textarea rows="2">\n\nx</textarea>', True),
        ("<p>\n\nx</p>", True),
        ("<svg><style>a &gt; b &amp; c</style></svg>", True),
        ("<style>a > b</style><script>'<pre>\\n\n'</script><pre>\n\nx</pre>", True),
        ('<p>&nbsp;&amp;&lt;&gt;"</p>', True),
        ("<p>\xa0</p>", False),
        ("<p>></p>", False),
        ('<p title="&quot;&amp;&lt;"></p>', True),
        ("<p title='x'></p>", False),
        ("<br/>", False),
        ("<!--[--><!--]-->", True),
        ("\0", False),
        ("\ud800", True),
        ("\x01\x0b\x0c\ufeff\ufffe", True),
        ("<template><tr></tr></template>", True),
        ("<select><button><selectedcontent></selectedcontent></button><option>x</option></select>", True),
    ],
)
def test_same(markup: str, is_same: bool) -> None:
    assert is_stable(DOCUMENT.format(markup), scripting=True) == is_same


def test_noscript() -> None:
    document = DOCUMENT.format("<noscript><p><div></div></p></noscript>")
    assert is_stable(document, scripting=True)
    assert not is_stable(document, scripting=False)


def test_depth() -> None:
    assert is_stable(DOCUMENT.format("<b>" * 20_000 + "</b>" * 20_000), scripting=True)
