"""What a walk tells of an element that is rendered with marks in the place of its values. Browser only."""

from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any, NamedTuple, NoReturn, override

from pyui.reactive import Computed, Signal
from pyui.view._element import Dynamic, Element
from pyui.view._recorder import Part, Recorder

OPENS, CLOSES = "\ue000", "\ue001"
"""Around the number of a value in marked markup; characters for private use, which stand for nothing."""

_LIVE = frozenset((Signal, Computed, FunctionType, MethodType))


class NoShape(Exception):
    """The elements of a template have parts that only the walk can render."""


class Live(NamedTuple):
    """A live part: which value, of which node, and what of it."""

    value: int
    node: int
    name: str
    tag: str = ""
    before: str = ""
    behind: str = ""


class ShapeRecorder(Recorder):
    """Notes the live parts of an element that is rendered with marks.

    Attributes:
        elements: how many marked elements there are.
        comments: how many marker comments.
        needs_mark: whether the outermost element has a mark also where it is no row.
        marks: what stands for live values, and which they are.
        lives: the live parts, in the order in which they are evaluated.
        handlers: by element, the types of the events that it handles, and which values handle them.
    """

    __slots__ = ("_begun", "comments", "elements", "handlers", "lives", "marks", "needs_mark")

    def __init__(self) -> None:
        super().__init__()
        self.elements = 0
        self.comments = 0
        self.needs_mark = False
        self.marks: dict[Callable[[], object], int] = {}
        self.lives: list[Live] = []
        self._begun = 0
        self.handlers: dict[int, dict[str, int]] = {}

    def mark(self, index: int, kind: type) -> Any:
        """Returns what stands for a value of a class."""
        text = f"{OPENS}{index}{CLOSES}"
        if kind in (str, int, float):
            return text
        if kind is type(None):
            return None
        if kind not in _LIVE:
            raise NoShape

        def mark() -> str:
            return text

        self.marks[mark] = index
        return mark

    @override
    def element(self, element: Element, dynamic: Dynamic | None) -> int:
        if dynamic is not None:
            self.live += 1
            if dynamic.bind is not None or dynamic.ref is not None:
                raise NoShape
            if dynamic.handlers:
                self.handlers[self.elements] = {kind: self._index(each) for kind, each in dynamic.handlers.items()}
        self.needs_mark |= dynamic is not None and not self.elements
        self.elements += 1
        return self.elements

    @override
    def attribute(self, element: int, tag: str, name: str, getter: Callable[[], object]) -> object:
        self.lives.append(Live(self._index(getter), element - 1, name, tag))
        return getter()

    @override
    def holes(self, parts: list[Part]) -> tuple[list[object], list[Any]]:
        self.live += 1
        self._begun = len(self.lives)  # what an element shows is evaluated before its attributes
        return [part if isinstance(part, str) else part() for part in parts], parts

    @override
    def text_run(self, element: int | None, holes: list[Any]) -> None:
        live = [index for index, part in enumerate(holes) if not isinstance(part, str)]
        if len(live) != 1 or any(OPENS in part for part in holes if isinstance(part, str)):
            raise NoShape
        before, behind = "".join(holes[: live[0]]), "".join(holes[live[0] + 1 :])
        if element is None:
            self.comments += 1
        self.needs_mark |= element == 1
        node = element - 1 if element is not None else -self.comments
        self.lives.insert(self._begun, Live(self._index(holes[live[0]]), node, "", before=before, behind=behind))

    def _index(self, part: Any) -> int:
        index = self.marks.get(part)
        if index is None:
            raise NoShape
        return index

    @override
    def choose(self, choice: object) -> NoReturn:
        raise NoShape

    @override
    def each(self, node: object) -> NoReturn:
        raise NoShape

    @override
    def open_block(self, binding: object) -> NoReturn:
        raise NoShape
