"""What an HTML parser makes of a document, written again.

Lexbor, behind selectolax, parses and serialises by the HTML standard (sections 13.2 and 13.3) at about 45 MB/s. What
pyui writes is what a serialiser writes, so one comparison of strings proves that the parser's tree is the one that was
meant.
"""

import html
import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

# Without events: `selectedcontent` is not filled with the option that is selected, which browsers do after parsing.
_OPTIONS = LexborDocumentOptions.WO_EVENTS.value
_RAW_TEXT = r"(<(style|script)(?: [^>]*)?>)(.*?)(?=</\2>)"
_READ = re.compile(_RAW_TEXT, re.DOTALL)
_WRITTEN = re.compile(_RAW_TEXT + r"|(<(?:pre|textarea|listing)(?: [^>]*)?>)\n", re.DOTALL)


def reparsed(document: str, *, scripting: bool) -> str:
    """Parses a document and serialises the tree.

    Args:
        document: all of its HTML.
        scripting: whether it is parsed as where scripts run: the content of `noscript` is then text.
    """
    sent = document.encode(errors="replace")  # a lone surrogate is in no page
    return LexborHTMLParser(sent, options=_OPTIONS, scripting=scripting).html or ""


def is_stable(document: str, *, scripting: bool) -> bool:
    """Tells whether a parser reads a document as the tree that its tags say.

    Args:
        document: all of its HTML, in the form of section 13.3 but for what `_plain` makes equal.
        scripting: as in `reparsed`.
    """
    return is_same(reparsed(document, scripting=scripting), document)


def is_same(found: str, document: str) -> bool:
    """Tells whether a document that was read is the one that was written.

    Args:
        found: what `reparsed` returned.
        document: what pyui wrote.
    """
    return found == document or _plain(_READ, found) == _plain(_WRITTEN, document)


def _plain(differing: re.Pattern[str], document: str) -> str:
    """Makes equal what is written differently though the trees are equal.

    A carriage return has to be written as a reference, which no serialiser does. A line feed that comes first in `pre`
    is written twice, as the parser drops one. Lexbor writes `style` and `script` in SVG as they are, where the standard
    escapes them. A lone surrogate is sent as a question mark.
    """
    document = document.encode(errors="replace").decode()

    def plain(found: re.Match[str]) -> str:
        return found[1] + html.unescape(found[3]) if found[1] else found[4]

    return differing.sub(plain, document.replace("&#13;", "\r"))
