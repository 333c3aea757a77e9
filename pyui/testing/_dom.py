"""The nodes of a page without a browser."""

from collections.abc import Iterator

HTML, SVG, MATH = "html", "svg", "math"


class Node:
    """What stands in a page.

    Attributes:
        parent: the element that it stands in.
    """

    __slots__ = ("__weakref__", "parent")

    def __init__(self) -> None:
        self.parent: Element | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return "#node"

    @property
    def next(self) -> "Node | None":
        """The node behind it."""
        if self.parent is None:
            return None
        children = self.parent.children
        index = children.index(self) + 1
        return children[index] if index < len(children) else None

    def root(self) -> "Node":
        """The outermost node that it stands in."""
        node: Node = self
        while node.parent is not None:
            node = node.parent
        return node

    def note(self, change: str) -> None:
        """Tells the page of a change, as a `MutationObserver` would see it."""
        page = self.root()
        if isinstance(page, Root):
            page.mutations.append(f"{change} of {self.name}")

    def remove(self) -> None:
        """Takes it out of its parent."""
        if self.parent is not None:
            self.parent.note("childList")
            self.parent.children.remove(self)
            self.parent = None


class Characters(Node):
    """Text or a comment.

    Args:
        data: its text.
    """

    __slots__ = ("data",)

    def __init__(self, data: str) -> None:
        super().__init__()
        self.data = data

    def write(self, data: str) -> None:
        """Replaces the text."""
        self.note("characterData")
        self.data = data


class Text(Characters):
    """Text."""

    __slots__ = ()

    @property
    def name(self) -> str:
        return "#text"


class Comment(Characters):
    """A comment.

    Attributes:
        end: for the start of a block, its end.
    """

    __slots__ = ("end",)

    def __init__(self, data: str) -> None:
        super().__init__(data)
        self.end: Comment | None = None

    @property
    def name(self) -> str:
        return "#comment"


class Element(Node):
    """An element.

    Args:
        tag: its name.
        attributes: its attributes.
        namespace: `HTML`, `SVG` or `MATH`.

    Attributes:
        children: the nodes in it.
        number: the number that the binder knows it by.
        properties: what has been entered into a control, by the names `value`, `checked` and `selected`.
    """

    __slots__ = ("attributes", "children", "namespace", "number", "properties", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None, namespace: str = HTML) -> None:
        super().__init__()
        self.tag = tag
        self.attributes = attributes if attributes is not None else {}
        self.namespace = namespace
        self.children: list[Node] = []
        self.number: int | None = None
        self.properties: dict[str, object] = {}

    @property
    def name(self) -> str:
        return self.tag

    def insert(self, nodes: list[Node], before: Node | None = None) -> None:
        """Puts nodes in, before a child or at the end; they leave where they were."""
        for node in nodes:
            node.remove()
        index = self.children.index(before) if before is not None else len(self.children)
        self.children[index:index] = nodes
        for node in nodes:
            node.parent = self
        if nodes:
            self.note("childList")

    def replace_children(self, nodes: list[Node]) -> None:
        """Puts nodes in place of all that it holds."""
        for child in list(self.children):
            child.remove()
        self.insert(nodes)

    def set_attribute(self, name: str, value: str | None) -> None:
        """Sets an attribute, or removes it."""
        self.note(f"attribute {name}")
        if value is None:
            self.attributes.pop(name, None)
        else:
            self.attributes[name] = value

    def descendants(self, *, inert: bool = False) -> Iterator[Node]:
        """Goes through all nodes in it, in document order.

        Args:
            inert: whether also through the content of templates, which a browser keeps apart.
        """
        stack: list[Node] = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Element) and (inert or node.tag != "template"):
                stack.extend(reversed(node.children))

    def elements(self) -> Iterator["Element"]:
        """Goes through all elements in it, in document order."""
        return (node for node in self.descendants() if isinstance(node, Element))

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(node.data for node in self.descendants() if isinstance(node, Text))

    def path(self) -> Iterator["Element"]:
        """Goes from this element to the outermost that it stands in."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


class Root(Element):
    """The element that holds a page.

    Attributes:
        mutations: what has been changed in it.
        focused: the element that has the focus.
    """

    __slots__ = ("focused", "mutations")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        super().__init__(tag, attributes)
        self.mutations: list[str] = []
        self.focused: Element | None = None
