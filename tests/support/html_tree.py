"""What a real HTML parser makes of markup, written again."""

from typing import Any

import html5lib

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("style script xmp iframe noembed noframes plaintext".split())
_PREFORMATTED = frozenset(("pre", "textarea", "listing"))
_PREFIXES = {"http://www.w3.org/1999/xlink": "xlink:", "http://www.w3.org/XML/1998/namespace": "xml:"}


def reparsed(html: str) -> str:
    """Parses a fragment as the content of a `div` and serialises the tree.

    After the HTML standard, section 13.3 "Serializing HTML fragments", with two differences, so that what a parser
    reads as the same tree is the same text: a carriage return is written as a reference, as it has to be to survive a
    parser, and a line feed that stands first in `pre` or `textarea` is written twice, as the parser drops the first.
    """
    root = html5lib.parseFragment(html, container="div", treebuilder="dom", namespaceHTMLElements=False)
    return "".join(map(_serialise, root.childNodes))


def _serialise(node: Any) -> str:
    if node.nodeType == node.TEXT_NODE:
        raw = node.parentNode.nodeName in _RAW and node.parentNode.namespaceURI is None
        return str(node.data) if raw else _escape(node.data)
    if node.nodeType == node.COMMENT_NODE:
        return f"<!--{node.data}-->"
    name = node.nodeName
    attributes = "".join(f' {key}="{_escape(value, quote=True)}"' for key, value in node.attributes.items())
    if name in _VOID and not node.childNodes:
        return f"<{name}{attributes}>"
    inner = "".join(map(_serialise, node.childNodes))
    if name in _PREFORMATTED and inner.startswith("\n"):
        inner = "\n" + inner
    return f"<{name}{attributes}>{inner}</{name}>"


def _escape(text: str, *, quote: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("\r", "&#13;")
    return text.replace('"', "&quot;") if quote else text
