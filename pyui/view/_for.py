"""Keyed lists. Runs on both sides."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from pyui.errors import ViewError
from pyui.reactive import Owner, signal, untracked
from pyui.view._arity import wanted
from pyui.view._choice import FlowError
from pyui.view._component import ComponentCall
from pyui.view._element import Element
from pyui.view._node import Item, Node, normalise
from pyui.view._template import TemplateNode
from pyui.view._walk import PositionLeave

if TYPE_CHECKING:
    from pyui.view._recorder import Recorder
    from pyui.view._walk import Walk


class DuplicateKeyError(ViewError):
    """Two items of a keyed list have the same key."""

    code = "PYUI210"


class For(Node):
    """A keyed list: a row for each item. Rows of items that stay are moved, never made anew.

    Args:
        each: the items: a signal or function that returns an iterable, or an iterable that never changes.
        children: a function of the item, or of the item and a signal of its index, that returns the row. It runs again
            for an item only when another item with the same key takes its place.
        key: a function from the item to a hashable key; the item itself where it is not given.
        sliced: whether a browser makes many new rows a slice at a time, in order, and handles input between two slices.

    Raises:
        FlowError: `children` or `key` cannot be called, or `each` cannot be iterated over.
    """

    __slots__ = ("children", "each", "key", "sliced", "takes_index")
    row_class: "ClassVar[type[Row]]"
    """What its rows are."""

    def __init__(
        self,
        each: Callable[[], Iterable[Any]] | Iterable[Any],
        children: Callable[..., object],
        *,
        key: Callable[[Any], object] | None = None,
        sliced: bool = False,
    ) -> None:
        if not callable(children):
            raise FlowError(f"For() got children={children!r}.", "Give a function from an item to its row.")
        if key is not None and not callable(key):
            raise FlowError(f"For() got key={key!r}.", "Give a function from an item to its key.")
        self.each = each
        self.children = children
        self.key = key
        self.sliced = sliced
        self.takes_index = wanted(children, 2) == 2

    def items(self) -> list[Any]:
        """Returns the items now. Tracks what `each` reads."""
        items: Any = self.each() if callable(self.each) else self.each
        if items is None:
            return []
        if isinstance(items, (set, frozenset)):
            what, fix = "For() got a set, whose order differs between server and browser.", "Sort it: sorted(items)."
            raise FlowError(what, fix)
        try:
            iterator = iter(items)
        except TypeError:
            raise FlowError(
                f"For() got each={items!r}.", "Give a list, or a signal or function that returns one."
            ) from None
        return list(iterator)

    def keys(self, items: list[Any]) -> list[Any]:
        """Returns the items' keys.

        Raises:
            DuplicateKeyError: two of them are equal.
            FlowError: one cannot be hashed.
        """
        keys = items if self.key is None else [self.key(item) for item in items]
        try:
            different = len(set(keys))
        except TypeError:
            raise FlowError(
                "For() got items that cannot be hashed.", "Give key= a function from an item to its key."
            ) from None
        if different != len(keys):
            seen: set[Any] = set()
            twice = next(key for key in keys if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            raise DuplicateKeyError(
                f"For() got two items with the key {twice!r}.", "Give key= a function that tells them apart."
            )
        return keys

    def enter(self, walk: "Walk") -> None:
        if not callable(self.each):
            walk.push(self._fixed_rows(), "")
            return
        items, binding = walk.recorder.each(self)
        leave = walk.recorder.open_block(binding)
        if binding is None:
            row_class = self.row_class
            walk.open_block((row_class(self, item, index, None) for index, item in enumerate(items)), leave)
        else:
            walk.open_block(binding.first_rows(walk), leave)

    def _fixed_rows(self) -> Iterator[Item]:
        """Returns the rows of a list that never changes: they need no block and no key."""
        for index, item in enumerate(self.items()):
            made = self.children(item, signal(index, name="index")) if self.takes_index else self.children(item)
            yield from normalise((made,))


class Row(Node):
    """One row of a list.

    Args:
        node: the list.
        item: the row's item.
        index: its index.
        binding: what the recorder's `each` returned.

    Attributes:
        index: a signal of the index where the list's `children` takes one.
        number: in the browser, the number of the row's element or of its `BLOCK_START`.
        owner: in the browser, who owns what is in the row.
        content: in the browser, what the list's `children` has returned already, and the component that it called.
    """

    __slots__ = ("binding", "content", "index", "item", "node", "number", "owner")

    def __init__(self, node: For, item: Any, index: int, binding: Any) -> None:
        self.node = node
        self.item = item
        self.index: Any = signal(index, name="index") if node.takes_index else index
        self.binding = binding
        self.number = 0
        self.owner: Owner | None = None
        self.content: tuple[list[Item], ComponentCall | None] | None = None

    def key(self) -> object:
        """Returns what tells the row from the others."""
        key = self.node.key
        return self.item if key is None else untracked(lambda: key(self.item))

    def enter(self, walk: "Walk") -> None:
        walk.push(self._content(), PositionLeave(walk.recorder.open_row(self)))

    def _content(self) -> Iterator[Item]:
        if self.content is not None:
            content, self.content = self.content, None
            yield RowContent(self, *content)
            return
        node = self.node
        made = node.children(self.item, self.index) if node.takes_index else node.children(self.item)
        yield RowContent(self, normalise((made,)), None)


For.row_class = Row


class RowContent(Node):
    """What a row shows. A single element, also that of a component, is marked as the row; anything else is a block."""

    __slots__ = ("_call", "_items", "_row")

    def __init__(self, row: Row, items: list[Item], call: ComponentCall | None) -> None:
        self._row = row
        self._items = items
        self._call = call

    def enter(self, walk: "Walk") -> None:
        recorder: Recorder = walk.recorder
        if self._call is not None:
            call, self._call = self._call, None
            call.note(walk)
            walk.push((self,), call)  # again, with the component around it
            return
        only = self._items[0] if len(self._items) == 1 else None
        if isinstance(only, ComponentCall):
            self._items, self._call = only.expand(walk), only
            self.enter(walk)
        elif isinstance(only, Element):
            recorder.row_root(self._row, only.enter_row(walk))
        elif isinstance(only, TemplateNode):
            recorder.row_root(self._row, only.element().enter_row(walk))
        else:
            leave = recorder.open_block(None)
            recorder.row_root(self._row, None)
            walk.open_block(self._items, leave)
