import pytest

from pyui.view._hints import hint


@pytest.mark.parametrize(
    ("kind", "parent", "expected", "found", "words"),
    [
        ("tag", "table", "<tbody><tr></tr></tbody>", "<tr></tr>", "tbody"),
        ("extra", "table", "", "<tbody></tbody>", "tbody"),
        ("missing", "table", "<tr></tr>", "", "tbody"),
        ("missing", "table", "<colgroup><col></colgroup>", "", "colgroup"),
        ("missing", "table", "<col>", "", "colgroup"),
        ("missing", "p", "<div>x</div>", "", "a block ends the <p>"),
        ("tag", "div", '<p id="a"><ul></ul></p>', "<p></p>", "a block ends the <p>"),
        ("missing", "a", "<a>x</a>", "", "<a> cannot be inside of <a>"),
        ("missing", "button", "<button>x</button>", "", "<button> cannot be inside of <button>"),
        ("extra", "div", "", "<p>x</p>", "a condition"),
        ("rows", "ul", "<li>x</li>", "", "a condition"),
        ("moved", "div", "<p>x</p>", "<p>x</p>", "the order of a set"),
        ("text", "p", "a  b", "a b", "White space"),
        ("text", "p", "", "\n  ", "White space"),
        ("text", "p", "12:31", "12:30", "a time"),
        ("text", "p", "3 minutes ago", "5 seconds ago", "a time"),
        ("text", "p", "Mon, 3 Aug 2026", "Mon, 03 Aug 2026", "a time"),
        ("text", "p", "1,234.5", "1.234,5", "the locale"),
        ("text", "p", "0.73", "0.12", "Numbers alone"),
        ("text", "p", "7", "12", "Numbers alone"),
        ("text", "p", "<Item object at 0x7f10>", "<Item object at 0x7f20>", "__repr__"),
        ("text", "p", "Hello Ann", "Hello", "differently"),
        ("attribute", "p", 'class="dark"', "", 'allow_mismatch="class"'),
        ("attribute", "p", "", 'style="x"', 'allow_mismatch="style"'),
        ("attribute", "p", 'id="a1"', 'id="a2"', "loader"),
        ("marks", "p", "<!--t-->", "", "minifies"),
    ],
)
def test_known_patterns(kind: str, parent: str, expected: str, found: str, words: str):
    text = hint(kind, parent, expected, found)
    assert words in text
    assert text.endswith(".")


def test_words_are_looked_at_as_a_whole():
    assert "time" not in hint("text", "p", "Monitor", "Sunflower").partition(":")[0]
