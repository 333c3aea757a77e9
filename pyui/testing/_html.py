"""Markup to nodes, by a real HTML parser, and back."""

from types import ModuleType
from typing import Any

from pyui.testing._dom import HTML, MATH, SVG, Comment, Element, Node, Text
from pyui.testing._errors import MissingExtraError

html5lib: ModuleType | None
try:
    import html5lib
except ImportError:  # the plugin is loaded wherever pytest and pyui are installed
    html5lib = None

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("style script xmp iframe noembed noframes plaintext".split())
_PREFORMATTED = frozenset(("pre", "textarea", "listing"))
_NAMESPACES = {"http://www.w3.org/2000/svg": SVG, "http://www.w3.org/1998/Math/MathML": MATH}
_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr", "colgroup"))


def parse(html: str, parent: Element) -> list[Node]:
    """Parses markup as the content of an element, in a page with scripts.

    Args:
        html: the markup.
        parent: what it is going to stand in.

    Returns:
        The nodes.

    Raises:
        MissingExtraError: html5lib is not installed.
    """
    if parent.namespace == HTML or parent.tag == "foreignObject":
        return parse_fragment(html, parent.tag if parent.tag in _TABLE else "div")
    name = "svg" if parent.namespace == SVG else "math"
    outer = parse_fragment(f"<{name}>{html}</{name}>")[0]
    nodes = list(outer.children) if isinstance(outer, Element) else []
    for node in nodes:
        node.remove()
    return nodes


def parse_fragment(html: str, container: str = "div", *, scripting: bool = True) -> list[Node]:
    """Parses markup as the content of an element with a name.

    Args:
        html: the markup.
        container: the element's name.
        scripting: whether scripts run in the page, so that `noscript` holds text.

    Returns:
        The nodes.

    Raises:
        MissingExtraError: html5lib is not installed.
    """
    if html5lib is None:
        raise MissingExtraError("html5lib is not installed.", 'Install the extra: pip install "pyui[testing]".')
    parser: Any = html5lib.HTMLParser(html5lib.getTreeBuilder("dom"))
    # html5lib knows no `template`: what stands in one is parsed as if it stood around it.
    fragment: Any = parser.parseFragment(html, container=container, scripting=scripting)
    return _converted(fragment)


def _converted(fragment: Any) -> list[Node]:
    """Makes nodes of the parser's."""
    top = Element("")
    stack: list[tuple[Any, Element]] = [(fragment, top)]
    while stack:
        source, parent = stack.pop()
        for child in source.childNodes:
            node = _node(child)
            last = parent.children[-1] if parent.children else None
            if isinstance(node, Text) and isinstance(last, Text):
                last.data += node.data  # html5lib begins another node at some spaces
                continue
            node.parent = parent
            parent.children.append(node)
            if isinstance(node, Element):
                stack.append((child, node))
    for node in top.children:
        node.parent = None
    return top.children


def _node(source: Any) -> Node:
    if source.nodeType == source.TEXT_NODE:
        return Text(str(source.data))
    if source.nodeType == source.COMMENT_NODE:
        return Comment(str(source.data))
    attributes = {str(name): str(value) for name, value in source.attributes.items()}
    return Element(str(source.nodeName), attributes, _NAMESPACES.get(source.namespaceURI, HTML))


def serialise(nodes: list[Node], *, scripting: bool = True) -> str:
    """Writes nodes as markup.

    Args:
        nodes: the nodes.
        scripting: whether `noscript` holds text, which then needs no escapes.

    After the HTML standard, section 13.3 "Serializing HTML fragments", with two differences, so that what a parser
    reads as the same tree is the same text: a carriage return is written as a reference, as it has to be to survive a
    parser, and a line feed that stands first in `pre` or `textarea` is written twice, as the parser drops the first.
    """
    raw = _RAW | {"noscript"} if scripting else _RAW
    pieces: list[str] = []
    stack: list[Node | str] = [*reversed(nodes)]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Comment):
            pieces.append(f"<!--{node.data}-->")
        elif isinstance(node, Text):
            verbatim = node.parent is not None and node.parent.namespace == HTML and node.parent.tag in raw
            pieces.append(node.data if verbatim else escape(node.data))
        elif isinstance(node, Element):
            pieces.append(_start(node))
            if node.tag not in _VOID or node.children:
                stack.append(f"</{node.tag}>")
                stack.extend(reversed(node.children))
    return "".join(pieces)


def _start(element: Element) -> str:
    pairs = "".join(f' {name}="{escape(value, quote=True)}"' for name, value in element.attributes.items())
    first = next((child for child in element.children if not isinstance(child, Text) or child.data), None)
    doubled = element.tag in _PREFORMATTED and isinstance(first, Text) and first.data.startswith("\n")
    return f"<{element.tag}{pairs}>" + ("\n" if doubled else "")


def escape(text: str, *, quote: bool = False) -> str:
    """Escapes text as the standard's serialiser does, and a carriage return as well."""
    text = text.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("\r", "&#13;")
    return text.replace('"', "&quot;") if quote else text


def reparsed(html: str) -> str:
    """Parses a fragment as the content of a `div` without scripts, and writes the tree as markup.

    What a reader without JavaScript gets: `noscript` is an element like any other.
    """
    return serialise(parse_fragment(html, scripting=False), scripting=False)
