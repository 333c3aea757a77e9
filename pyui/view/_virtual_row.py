"""Rows of a `VirtualFor`, whose elements tell which of all rows they are. Runs on both sides."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast, override

from pyui.reactive import Signal, signal
from pyui.view._choice import FlowError
from pyui.view._component import ComponentCall
from pyui.view._element import Dynamic, Element, Handler, StaticElement
from pyui.view._for import For, Row, RowContent
from pyui.view._node import Item, normalise
from pyui.view._template import TemplateNode

if TYPE_CHECKING:
    from pyui.view._list_view import ListView
    from pyui.view._walk import Walk


class Dress(NamedTuple):
    """What the rows of a list have in common.

    Args:
        tags: the names that their elements may have; with none, any.
        role: their role, where the element does not have it by itself.
        position: the name of the attribute that tells the position of a row.
        head: how many rows stand before the first, in a table.
        sized: whether each row tells how many there are.
        style: the style of each, with a semicolon behind it.
    """

    tags: tuple[str, ...]
    role: str | None
    position: str
    head: int
    sized: bool
    style: str


class VirtualRow(Row):
    """A row of a long list. Its index, a signal, is that in the whole list."""

    __slots__ = ()

    def __init__(self, node: For, item: Any, index: int, binding: Any) -> None:
        super().__init__(node, item, index, binding)
        self.index = signal(cast("Rows", node).view.indices()[index], name="index")

    @override
    def _content(self) -> Iterator[Item]:
        content, self.content = self.content, None
        if content is None:
            node = self.node
            made = node.children(self.item, self.index) if node.takes_index else node.children(self.item)
            content = normalise((made,)), None
        yield VirtualRowContent(self, *content)


class Rows(For):
    """The keyed list inside of a `VirtualFor`: its items are those of the rows that are in the page.

    Args:
        each: returns all items, or all items.
        children: the user's function of an item, and perhaps of a signal of its index.
        key: the user's function from an item to its key.
        view: what is seen of the list.
        dress: what the rows have in common.
    """

    __slots__ = ("_source", "dress", "view")
    row_class = VirtualRow

    def __init__(
        self,
        each: Any,
        children: Callable[..., object],
        key: Callable[[Any], object] | None,
        view: "ListView",
        dress: Dress,
    ) -> None:
        super().__init__(view.items, children, key=key)
        self._source = For(each, children, key=key)
        self.view = view
        self.dress = dress

    def all_items(self) -> Sequence[Any]:
        """Returns all items now, without a copy where it can be done. Tracks what `each` reads."""
        each = self._source.each
        items: Any = each() if callable(each) else each
        if isinstance(items, (list, tuple, range)):
            return cast("Sequence[Any]", items)
        return For(items, self.children).items()

    def key_of(self, item: Any) -> object:
        """Returns the key of an item."""
        return item if self.key is None else self.key(item)


class VirtualRowContent(RowContent):
    """What a row of a long list shows: one element, which tells which of all rows it is."""

    __slots__ = ()
    _row: VirtualRow

    @override
    def enter(self, walk: "Walk") -> None:
        only = self._items[0] if len(self._items) == 1 else None
        if self._call is not None or isinstance(only, ComponentCall):
            super().enter(walk)  # which comes back with what the component has returned
            return
        if isinstance(only, (Element, TemplateNode)):
            only = only.element()
        if not isinstance(only, Element):
            raise FlowError("A row of VirtualFor() is not one element.", "Return one element, with all else inside.")
        walk.recorder.row_root(self._row, walk.element(_dressed(_opened(only), self._row), force=True))


def _opened(element: Element) -> Element:
    """Returns an element whose start tag can be written to; the one given stays as it is."""
    copy: Element = Element.__new__(Element)
    if isinstance(element, StaticElement):
        html = element.html
        copy.opening, _, rest = html.partition(">")  # in attributes it is escaped
        copy.tag = copy.opening[1:].partition(" ")[0]
        copy.closing = f"</{copy.tag}>"
        inner = StaticElement.__new__(StaticElement)
        inner.html = rest.removesuffix(copy.closing)
        copy.children, copy.dynamic, copy.run = (inner,), None, None
        return copy
    copy.tag, copy.opening, copy.closing = element.tag, element.opening, element.closing
    copy.children, copy.dynamic, copy.run = element.children, element.dynamic, element.run
    return copy


def _dressed(element: Element, row: VirtualRow) -> Element:
    rows = cast("Rows", row.node)
    view, dress = rows.view, rows.dress
    index: Signal[int] = row.index
    dynamic = element.dynamic or _NOTHING

    def style() -> str | None:
        if view.kept() != index():
            return dress.style or None
        return f"{dress.style}position:absolute;top:{pixels(view.offset(index()))}"

    live: list[tuple[str, Callable[[], object]]] = [
        (dress.position, lambda: index() + 1 + dress.head),
        ("style", style),
        ("tabindex", lambda: 0 if view.stop() == index() else -1),
    ]
    if dress.sized:
        live.append(("aria-setsize", view.count))
    _check(element, dynamic, dress, [name for name, _ in live])
    if dress.role not in (None, element.tag) and ' role="' not in element.opening:
        element.opening += f' role="{dress.role}"'
    handlers: dict[str, Handler] = {**dynamic.handlers, "focusin": lambda _: view.enter(index.peek())}
    element.dynamic = Dynamic((*dynamic.attributes, *live), handlers, None, dynamic.ref, " ".join(handlers))
    return element


def _check(element: Element, dynamic: Dynamic, dress: Dress, names: list[str]) -> None:
    if dress.tags and element.tag not in dress.tags:
        raise FlowError(
            f"A row of VirtualFor() is <{element.tag}>.", f"Return <{dress.tags[0]}>, or give the list another tag=."
        )
    theirs = {name for name, _ in dynamic.attributes} | {f"on_{kind}" for kind in dynamic.handlers}
    for name in (*names, "on_focusin"):
        if name in theirs or f' {name}="' in element.opening:
            raise FlowError(f"A row of VirtualFor() has {name}=, which the list sets.", "Give it to what is inside.")


def pixels(length: float) -> str:
    """Writes a length, the same on both sides."""
    return f"{length:.10g}px"


_NOTHING = Dynamic((), {}, None, None, "")
