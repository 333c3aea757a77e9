"""What the walk tells of the live parts that it comes by. Runs on both sides.

On the server nobody keeps anything: `Recorder` evaluates each live part once and counts it. In the browser,
`pyui.browser._recorder.LiveRecorder` overrides every method and makes bindings.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from pyui.view._position import Position

if TYPE_CHECKING:
    from pyui.view._choice import Choice
    from pyui.view._element import Dynamic, Element
    from pyui.view._for import For, Row
    from pyui.view._head import HeadEntry, HeadItem
    from pyui.view._island import IslandNode
    from pyui.view._node import Item
    from pyui.view._template import TemplateNode
    from pyui.view._walk import Leave, Walk

type Part = str | Callable[[], object]


class Recorder:
    """Evaluates live parts and keeps nothing of them but their number.

    Attributes:
        components: how many components were run.
        live: how many live parts there were.
        skipped: how many parts of the page hydration leaves alone.
        islands: how many islands are not taken over with the page.
        entries: what is put into the head of the document.
        position: the position in the tree that the walk is at.

    Args:
        position: where the walk begins; by default a page of its own.
    """

    __slots__ = ("components", "entries", "islands", "live", "position", "skipped")

    def __init__(self, position: Position | None = None) -> None:
        self.position = position if position is not None else Position()
        self.components = 0
        self.live: int = 0
        self.skipped = 0
        self.islands = 0
        self.entries: list[HeadEntry] = []

    def element(self, element: "Element", dynamic: "Dynamic | None") -> int:  # noqa: ARG002 - for the browser
        """Called before a marked element is written.

        Returns:
            The element's id.
        """
        self.live += dynamic is not None
        return 0

    def template(self, node: "TemplateNode", walk: "Walk") -> None:
        """Called for an element that a template makes."""
        node.element().enter(walk)

    def attribute(self, element: int, tag: str, name: str, getter: Callable[[], object]) -> object:  # noqa: ARG002 - for the browser
        """Returns the value of a live attribute."""
        return getter()

    def holes(self, parts: list[Part]) -> tuple[list[object], list[Any]]:
        """Evaluates the parts of a text run in order.

        Returns:
            Their values, and what `text_run` and `open_block` want to know of each part.
        """
        self.live += 1
        return [part if isinstance(part, str) else part() for part in parts], parts

    def text_run(self, element: int | None, holes: list[Any]) -> None:
        """Called for a run of live text: of an element that has nothing else, or at a `TEXT_START`."""

    def choose(self, choice: "Choice") -> tuple[object, Any]:
        """Evaluates which content a block shows.

        Returns:
            The key of the content, and what `open_block` wants to know.
        """
        self.live += choice.live
        return choice.select(), None

    def each(self, node: "For") -> tuple[list[Any], Any]:
        """Evaluates the items of a list.

        Returns:
            The items, and what makes the rows in the browser; None where nobody keeps anything.
        """
        self.live += 1
        items = node.items()
        node.keys(items)
        return items, None

    def open_block(self, binding: Any) -> "Leave | None":  # noqa: ARG002 - for the browser
        """Called at a `BLOCK_START`. The walk itself leaves the block's position.

        Args:
            binding: what `holes`, `choose` or `each` returned; None for a row that is not a single element.

        Returns:
            What to call when the block is over.
        """
        self.position = self.position.block()
        return None

    def open_row(self, row: "Row") -> "Leave | None":
        """Called before a row of a list is written. The row itself leaves its position.

        Returns:
            What to call when the row is over.
        """
        self.position = Position(self.position, row)
        return None

    def enter_block(self) -> None:
        """Called where content begins that other content may take the place of, or that comes alive by itself."""
        self.position = self.position.block()

    def leave_position(self) -> None:
        """Called at the end of a block or a row, whether it is complete or was abandoned."""
        self.position = self.position.outer

    def row_root(self, row: "Row", element: int | None) -> None:
        """Called with the element that is all of a row, or with None at the `BLOCK_START` of another row."""

    def island(self, island: "IslandNode") -> "Iterable[Item] | None":
        """Called for an island that is not taken over with the page.

        Returns:
            What is rendered of it; None where it is part of the page after all.
        """
        self.islands += 1
        return island.items

    def portal(self) -> None:
        """Called before the element of a portal is written."""

    def head(self, item: "HeadItem", level: int) -> None:
        """Called for what is put into the head of the document.

        Args:
            item: what.
            level: how many layouts it is in.
        """
        self.live += item.live
        self.entries.append(item.entry(level))

    def begin(self) -> Any:
        """Begins what may be taken back, because it stands in an error boundary.

        Returns:
            What `commit` or `rollback` wants.
        """
        return self.live, len(self.entries), self.islands

    def commit(self, mark: Any) -> None:
        """Keeps what was recorded since `begin`."""

    def rollback(self, mark: Any) -> None:
        """Forgets what was recorded since `begin`."""
        self.live, entries, self.islands = mark
        del self.entries[entries:]

    def rekey(self, binding: Any, key: object) -> None:
        """Tells the binding of a choice which content is shown after a rollback."""
