"""What `runtime_js/src` does in a browser, for a page without one: it numbers nodes and carries out ops."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pyui.errors import HydrationError
from pyui.testing._controls import is_bound, is_changed, read, write
from pyui.testing._dom import Comment, Element, Node, Root, Text
from pyui.testing._html import parse, serialise
from pyui.testing._islands import Island, emptied, every, find_islands, without_notes
from pyui.testing._marks import fill, numbers_of, with_rows
from pyui.view import protocol

_CLONE = f"<!--{protocol.CLONE}-->"
_KINDS = (protocol.BLOCK_START, protocol.BLOCK_END, protocol.TEXT_START)


class UnexpectedNodesError(HydrationError):
    """The markup holds other marked nodes than were written."""

    code = "PYUI402"


class Marked(NamedTuple):
    """The marked elements and the marker comments of a page, each in document order."""

    elements: list[Element]
    comments: list[Comment]


def collect(nodes: list[Node]) -> Marked:
    """Finds the marked nodes; what stands between `SKIP_START` and `SKIP_END` is somebody else's."""
    found = Marked([], [])
    depth = 0
    for node in every(nodes):
        if isinstance(node, Comment) and node.data == protocol.SKIP_START:
            depth += 1
        elif isinstance(node, Comment) and node.data == protocol.SKIP_END:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif isinstance(node, Comment) and node.data in _KINDS:
            found.comments.append(node)
        elif isinstance(node, Element) and protocol.MARKER in node.attributes:
            found.elements.append(node)
    return found


class Runtime:
    """The nodes that the binder knows by number.

    Args:
        root: the element that holds the page.

    Attributes:
        mismatches: for each page that was not what its components render, what was expected and what was found.
        reports: the errors that a browser's console would show.
        title: the title that the document was given.
        head: what was put into the head of the document, by its key.
        pending: whether a flush was asked for.
        working: whether there is work that can wait.
        islands: the islands that Python knows of.
        triggered: the numbers of those whose triggers have come.
    """

    def __init__(self, root: Root) -> None:
        self.root = root
        self.nodes: dict[int, Element | Comment] = {}
        self.mismatches: list[tuple[str, str]] = []
        self.reports: list[str] = []
        self.title = ""
        self.head: dict[str, str] = {}
        self.pending = False
        self.working = False
        self.islands: dict[int, Island] = {}
        self.triggered: list[int] = []
        self._markups: dict[int, str] = {}
        self._ops: dict[int, tuple[int, Callable[..., object]]] = {
            protocol.OP_TEXT: (2, self._set_text),
            protocol.OP_ATTRIBUTE: (3, self._set_attribute),
            protocol.OP_PROPERTY: (3, self._set_property),
            protocol.OP_BLOCK: (8, self._replace_block),
            protocol.OP_INSERT: (7, self._insert_rows),
            protocol.OP_MOVE: (2, self._move_row),
            protocol.OP_REMOVE: (1, self._remove),
            protocol.OP_CLEAR: (2, self._clear),
            protocol.OP_PORTAL: (6, self._append_portal),
            protocol.OP_FENCE: (3, self._fence),
            protocol.OP_LISTEN: (1, self._listen),
            protocol.OP_FREE: (4, self._free),
            protocol.OP_PAGE: (6, self._replace_page),
            protocol.OP_TITLE: (1, self._set_title),
            protocol.OP_HEAD: (2, self._set_head),
            protocol.OP_TEMPLATE: (2, self._markups.__setitem__),
            protocol.OP_ROWS: (8, self._insert_alike),
            protocol.OP_HOLD: (1, self._stay),
            protocol.OP_VIEWPORT: (6, self._stay),
            protocol.OP_REVEAL: (3, self._reveal),
        }

    def apply(self, batch: str) -> None:
        """Carries out a batch of ops."""
        ops: Iterator[Any] = iter(json.loads(batch))
        for opcode in ops:
            count, carry_out = self._ops[opcode]
            carry_out(*[next(ops) for _ in range(count)])

    def hydrate(self, place: int, rendered: str) -> str:
        """Numbers the nodes that are there, if they are what was rendered; arguments and result as of the bridge."""
        nodes = self._nodes_of(place)
        sections, rows, numbers = json.loads(rendered)
        html = with_rows(sections, rows, self._markups)
        return self._take(nodes, *numbers_of(numbers, rows)) if emptied(serialise(nodes)) == emptied(html) else ""

    def repair(self, place: int, rendered: str) -> str:
        """Notes a mismatch, and puts what was rendered in place of all that is there, where a browser mends it."""
        (html,), rows, numbers = json.loads(rendered)
        html, before = without_notes(html), self._nodes_of(place)
        self.mismatches.append((html, serialise(before)))
        for node in before:
            node.remove()
        parent, end = (self.islands[place].parent, self.islands[place].end) if place else (self.root, None)
        nodes = parse(html, parent)
        parent.insert(nodes, end)
        return self._take(nodes, *numbers_of(numbers, rows))

    def number_islands(self, place: int, first: int) -> None:
        """Gives numbers to the islands in a place, without those inside of them."""
        self.islands.update(enumerate(find_islands(self._nodes_of(place)), first))

    def _nodes_of(self, place: int) -> list[Node]:
        return self.islands[place].nodes() if place else list(self.root.children)

    def _take(self, nodes: list[Node], elements: list[int], comments: list[int]) -> str:
        marked = self._number(nodes, elements, comments)
        values = [(element.number, read(element)) for element in marked.elements if is_bound(element)]
        changed = [pair for pair in values if is_changed(self._element(pair[0] or 0))]
        return json.dumps({"differences": [], "nodes": len(every(nodes)), "values": changed})

    def _number(self, nodes: list[Node], elements: list[int], comments: list[int]) -> Marked:
        marked = collect(nodes)
        if (len(marked.elements), len(marked.comments)) != (len(elements), len(comments)):
            raise UnexpectedNodesError(
                f"A parser read {len(marked.elements)} elements and {len(marked.comments)} comments where "
                f"{len(elements)} and {len(comments)} were written.",
                "Look for an element inside of one that cannot hold it.",
            )
        for number, element in zip(elements, marked.elements, strict=True):
            self.nodes[number] = element
            element.number = number
        opened: list[Comment] = []
        for number, comment in zip(comments, marked.comments, strict=True):
            self.nodes[number] = comment
            if comment.data == protocol.BLOCK_START:
                opened.append(comment)
            elif comment.data == protocol.BLOCK_END and opened:
                opened.pop().end = comment
        return marked

    def _mount(self, parent: Element, html: str, clones: list[list[Any]], numbers: tuple[int, ...]) -> list[Node]:
        for number, *values in clones:
            html = html.replace(_CLONE, fill(self._markups[number], iter(values)), 1)
        nodes = parse(html, parent)
        self._number(nodes, *numbers_of(numbers))
        return nodes

    def _element(self, number: int) -> Element:
        element = self.nodes[number]
        if not isinstance(element, Element):
            raise TypeError(f"node {number} is no element")
        return element

    def _set_text(self, number: int, text: str) -> None:
        place = self.nodes[number]
        if isinstance(place, Element):
            only = place.children[0] if len(place.children) == 1 else None
            if isinstance(only, Text):
                only.write(text)
            else:
                place.replace_children([Text(text)] if text else [])
            return
        following = place.next
        if isinstance(following, Text):
            following.write(text)
        elif text:
            _parent(place).insert([Text(text)], following)

    def _set_attribute(self, number: int, name: str, value: str | None) -> None:
        self._element(number).set_attribute(name, value)

    def _set_property(self, number: int, name: str, value: object) -> None:
        write(self._element(number), name, value)

    def _listen(self, kind: str) -> None:
        """Does nothing: what a marker lists is delivered in any case."""

    def _remove(self, number: int) -> None:
        _extract(self.nodes[number])

    def _clear(self, start: int, end: int) -> None:
        _clear(self.nodes[start], self.nodes[end])

    def _append_portal(self, html: str, clones: list[list[Any]], *numbers: int) -> None:
        self.root.insert(self._mount(self.root, html, clones, numbers))

    def _replace_block(self, start: int, end: int, html: str, clones: list[list[Any]], *numbers: int) -> None:
        first, last = self.nodes[start], self.nodes[end]
        _clear(first, last)
        parent = _parent(last)
        parent.insert(self._mount(parent, html, clones, numbers), last)

    def _insert_rows(self, before: int, html: str, clones: list[list[Any]], *numbers: int) -> None:
        following = self.nodes[before]
        parent = _parent(following)
        parent.insert(self._mount(parent, html, clones, numbers), following)

    def _insert_alike(self, before: int, markup: int, count: int, *others: Any) -> None:
        element, elements, comment, comments, values = others
        rest = iter(values)
        html = "".join(fill(self._markups[markup], rest) for _ in range(count))
        self._insert_rows(before, html, [], element, elements * count, comment, comments * count)

    def _move_row(self, number: int, before: int) -> None:
        following = self.nodes[before]
        _parent(following).insert(_extract(self.nodes[number]), following)

    def _fence(self, number: int, start: int, end: int) -> None:
        place = self.nodes[number]
        first, last = Comment(protocol.BLOCK_START), Comment(protocol.BLOCK_END)
        if isinstance(place, Element):
            place.replace_children([first, last])
        else:
            following = place.next
            if isinstance(following, Text):
                following.remove()
            _parent(place).insert([first, last], place.next)
        self.nodes[start], self.nodes[end] = first, last
        first.end = last

    def _free(self, first_element: int, elements: int, first_comment: int, comments: int) -> None:
        for number in range(first_element, first_element + elements):
            self.nodes.pop(number, None)
        for number in range(first_comment, first_comment - comments, -1):
            self.nodes.pop(number, None)

    def _replace_page(self, html: str, clones: list[list[Any]], *numbers: int) -> None:
        self.root.replace_children(self._mount(self.root, html, clones, numbers))

    def _stay(self, *_: object) -> None:
        """Does nothing: a page without a browser has no layout, so nothing in it is scrolled."""

    def _reveal(self, number: int, block: str, focus: int) -> None:  # noqa: ARG002 - see above
        if focus:
            self.root.focused = self._element(number)

    def _set_title(self, title: str) -> None:
        self.title = title

    def _set_head(self, key: str, html: str | None) -> None:
        if html is None:
            self.head.pop(key, None)
        else:
            self.head[key] = html


def _parent(node: Node) -> Element:
    if node.parent is None:
        raise RuntimeError(f"{node.name} is no longer in the page")
    return node.parent


def _extract(row: Element | Comment) -> list[Node]:
    """Takes an element, or a block with all that stands in it, out of the page."""
    nodes: list[Node] = [row]
    if isinstance(row, Comment):
        siblings = _parent(row).children
        end = siblings.index(row.end) if row.end is not None else siblings.index(row)
        nodes = siblings[siblings.index(row) : end + 1]
    for node in nodes:
        node.remove()
    return nodes


def _clear(start: Node, end: Node) -> None:
    siblings = _parent(start).children
    for node in siblings[siblings.index(start) + 1 : siblings.index(end)]:
        node.remove()
