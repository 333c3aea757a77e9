"""The tree of a page without what only the binder needs, to compare pages that came about in different ways."""

from pyui.testing._dom import Comment, Element, Node, Text
from pyui.view import protocol

_MARKERS = frozenset((
    protocol.BLOCK_START, protocol.BLOCK_END, protocol.TEXT_START, protocol.TEXT_END, protocol.SKIP_START,
    protocol.SKIP_END, protocol.ISLAND_END,
))  # fmt: skip


def plain(nodes: list[Node]) -> str:
    """Writes nodes without markers, adjacent text joined, attributes sorted, and portals last.

    The order of portals is that in which they were made, so they are sorted as well.
    """
    rest = [node for node in nodes if not _is_portal(node)]
    portals = sorted(_plain(node) for node in nodes if _is_portal(node))
    return "".join(map(_plain, rest)) + "".join(portals)


def _is_portal(node: Node) -> bool:
    return isinstance(node, Element) and protocol.PORTAL in node.attributes


def _plain(node: Node) -> str:
    if isinstance(node, Text):
        return node.data.replace("&", "&amp;").replace("<", "&lt;")
    if isinstance(node, Comment):
        is_marker = node.data in _MARKERS or node.data.startswith(protocol.ISLAND_START)
        return "" if is_marker else f"<!--{node.data}-->"
    if not isinstance(node, Element):
        return ""
    attributes = sorted(f'{name}="{value}"' for name, value in node.attributes.items() if name != protocol.MARKER)
    return f"<{' '.join([node.tag, *attributes])}>{plain(node.children)}</{node.tag}>"
