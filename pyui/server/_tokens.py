"""Tags, text and comments of markup that pyui wrote, and which elements are open at each of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pyui.view._tags import VOID

# The value of an attribute holds no `>`: it is escaped.
_TOKEN = re.compile(r"<!--.*?-->|<![^>]*>|</[^>]*>|<([a-zA-Z][^\s/>]*)[^>]*>|[^<]+|<", re.DOTALL)
_RAW_TEXT = frozenset("script style xmp iframe noembed noframes".split())


class Token(NamedTuple):
    """A tag, a piece of text or a comment.

    Args:
        start: where it begins in the document.
        end: where it ends.
        name: the name of a start tag as it is written; empty for everything else.
        parent: the index of the start tag of the element that it stands in; -1 where there is none.
    """

    start: int
    end: int
    name: str
    parent: int


def tokens_of(document: str, *, scripting: bool) -> list[Token]:
    """Splits a document, by its tags alone: what a parser would do with them does not matter.

    Args:
        document: all of its HTML.
        scripting: whether the content of `noscript` is text.
    """
    raw_text = _RAW_TEXT | {"noscript"} if scripting else _RAW_TEXT
    tokens: list[Token] = []
    parent, position = -1, 0
    while match := _TOKEN.match(document, position):
        text, name, position = match[0], match[1] or "", match.end()
        if text.startswith("</"):
            parent = tokens[parent].parent if parent >= 0 else -1
        tokens.append(Token(match.start(), position, name, parent))
        if name and name.lower() not in VOID:
            parent = len(tokens) - 1
            if name.lower() in raw_text and (end := document.find(f"</{name}", position)) > position:
                tokens.append(Token(position, end, "", parent))
                position = end
    return tokens


def ancestors(tokens: Sequence[Token], index: int) -> list[Token]:
    """Returns the start tags of the elements that are open at a token, innermost first."""
    found: list[Token] = []
    parent = tokens[index].parent
    while parent >= 0:
        found.append(tokens[parent])
        parent = tokens[parent].parent
    return found


def completed(document: str, tokens: Sequence[Token], index: int) -> str:
    """Returns the document up to the end of a token, with the end tags of what is open, and a body in any case."""
    token = tokens[index]
    names = [outer.name for outer in ancestors(tokens, index)]
    if token.name and token.name.lower() not in VOID:
        names.insert(0, token.name)
    ending = "".join(f"</{name}>" for name in names)
    if not any(seen.name == "body" for seen in tokens[: index + 1]):
        ending = ending.replace("</html>", "<body></body></html>")
    return document[: token.end] + ending
