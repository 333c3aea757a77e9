"""Tags, text and comments, and what is open at each of them."""

from pyui.server._tokens import ancestors, completed, tokens_of

HTML = '<!DOCTYPE html><html><body><p title="a"><br>x<!-- <b> --></p><script>1 < 2</script><i>y</i></body></html>'


def test_tokens() -> None:
    tokens = tokens_of(HTML, scripting=True)
    shown = [
        (HTML[token.start : token.end], [outer.name for outer in ancestors(tokens, n)])
        for n, token in enumerate(tokens)
    ]
    assert shown == [
        ("<!DOCTYPE html>", []),
        ("<html>", []),
        ("<body>", ["html"]),
        ('<p title="a">', ["body", "html"]),
        ("<br>", ["p", "body", "html"]),
        ("x", ["p", "body", "html"]),
        ("<!-- <b> -->", ["p", "body", "html"]),
        ("</p>", ["body", "html"]),
        ("<script>", ["body", "html"]),
        ("1 < 2", ["script", "body", "html"]),
        ("</script>", ["body", "html"]),
        ("<i>", ["body", "html"]),
        ("y", ["i", "body", "html"]),
        ("</i>", ["body", "html"]),
        ("</body>", ["html"]),
        ("</html>", []),
    ]


def test_noscript() -> None:
    html = "<noscript><p>x</p></noscript>"
    assert [token.name for token in tokens_of(html, scripting=True)] == ["noscript", "", ""]
    assert [token.name for token in tokens_of(html, scripting=False)] == ["noscript", "p", "", "", ""]


def test_completed() -> None:
    tokens = tokens_of(HTML, scripting=True)
    assert completed(HTML, tokens, 4) == '<!DOCTYPE html><html><body><p title="a"><br></p></body></html>'
    assert completed(HTML, tokens, 1) == "<!DOCTYPE html><html><body></body></html>"
    assert completed(HTML, tokens, len(tokens) - 1) == HTML
