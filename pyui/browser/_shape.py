"""What rows of a template have in common: found out once, by rendering one of them. Browser only.

The element that a template makes is rendered with marks in the place of its values. So what a row looks like, which
marks the binder needs and in what order its live parts are bound, is what the one renderer says: nothing is
known twice.
"""

from collections.abc import Callable
from operator import itemgetter
from types import FunctionType, MethodType
from typing import Any, NamedTuple, NoReturn, override

from pyui.browser._live_part import Live, LivePart
from pyui.errors import PyuiError
from pyui.reactive import Computed, Signal
from pyui.view._attributes import URLS
from pyui.view._element import Dynamic, Element
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Node
from pyui.view._recorder import Part, Recorder
from pyui.view._template import Template
from pyui.view._walk import Walk

OPENS, CLOSES = "\ue000", "\ue001"
"""Around the number of a value in marked markup; characters for private use, which stand for nothing."""

_LIVE = frozenset((Signal, Computed, FunctionType, MethodType))
_MOST_NUMBER = 10**15  # JavaScript counts as far


class _NoShape(Exception):
    """The elements of a template have parts that only the walk can render."""


class ShapeRecorder(Recorder):
    """Notes the live parts of an element that is rendered with marks."""

    __slots__ = ("comments", "elements", "handlers", "lives", "marks")

    def __init__(self) -> None:
        super().__init__()
        self.elements = 0
        self.comments = 0
        self.marks: dict[Callable[[], object], int] = {}
        self.lives: list[Live] = []
        self.handlers: dict[int, dict[str, int]] = {}

    def mark(self, index: int, kind: type) -> Any:
        """Returns what stands for a value of a class."""
        text = f"{OPENS}{index}{CLOSES}"
        if kind in (str, int, float):
            return text
        if kind is type(None):
            return None
        if kind not in _LIVE:
            raise _NoShape

        def mark() -> str:
            return text

        self.marks[mark] = index
        return mark

    @override
    def element(self, element: Element, dynamic: Dynamic | None) -> int:
        if dynamic is not None:
            self.live += 1
            if dynamic.bind is not None or dynamic.ref is not None:
                raise _NoShape
            if dynamic.handlers:
                self.handlers[self.elements] = {kind: self._index(each) for kind, each in dynamic.handlers.items()}
        self.elements += 1
        return self.elements

    @override
    def attribute(self, element: int, tag: str, name: str, getter: Callable[[], object]) -> object:
        self.lives.append(Live(self._index(getter), element - 1, name, tag))
        return getter()

    @override
    def holes(self, parts: list[Part]) -> tuple[list[object], list[Any]]:
        self.live += 1
        return [part if isinstance(part, str) else part() for part in parts], parts

    @override
    def text_run(self, element: int | None, holes: list[Any]) -> None:
        live = [index for index, part in enumerate(holes) if not isinstance(part, str)]
        if len(live) != 1 or any(OPENS in part for part in holes if isinstance(part, str)):
            raise _NoShape
        before, behind = "".join(holes[: live[0]]), "".join(holes[live[0] + 1 :])
        if element is None:
            self.comments += 1
        node = element - 1 if element is not None else -self.comments
        self.lives.append(Live(self._index(holes[live[0]]), node, "", before=before, behind=behind))

    def _index(self, part: Any) -> int:
        index = self.marks.get(part)
        if index is None:
            raise _NoShape
        return index

    @override
    def choose(self, choice: object) -> NoReturn:
        raise _NoShape

    @override
    def each(self, node: object) -> NoReturn:
        raise _NoShape

    @override
    def open_block(self, binding: object) -> NoReturn:
        raise _NoShape


class _Row(Node):
    """An element as a row."""

    __slots__ = ("_element",)

    def __init__(self, element: Element) -> None:
        self._element = element

    @override
    def enter(self, walk: Walk) -> None:
        walk.element(self._element, force=True)


class _Slot(NamedTuple):
    """Where a text of a row goes.

    Args:
        in_text: whether that is text, and not an attribute.
        absent: the name of the attribute, if it may be absent.
    """

    in_text: bool
    absent: str

    def html(self, text: Any) -> str:
        """Writes a text."""
        if self.in_text:
            return escape_text(str(text))
        if not self.absent:
            return escape_attribute(str(text))
        return "" if text is None else f' {self.absent}="{escape_attribute(text)}"'


class RowShape:
    """The shape of rows.

    Args:
        markup: their markup, with marks in the place of values.
        recorder: what it noted.
        kinds: the classes of the values.

    Attributes:
        number: the number by which the runtime knows the shape; 0 before it does.
        markup: as above.
        elements: how many marked elements a row has.
        comments: how many marker comments.
        handlers: by element, the types of the events that it handles, and which values handle them.
        live: how many live parts a row counts for.
        bound: what binding a row needs of the live parts.
        signals: which values are signals that are shown as they are.
        parts: the live parts, in the order of the walk.
        shown: takes what is to be seen out of the texts of all values, in the order of the markup.
        urls: which values are URLs.
    """

    __slots__ = (
        "_numbers",
        "_slots",
        "_statics",
        "bound",
        "comments",
        "elements",
        "handlers",
        "live",
        "markup",
        "number",
        "parts",
        "shown",
        "signals",
        "urls",
    )

    def __init__(self, markup: str, recorder: ShapeRecorder, kinds: tuple[type, ...]) -> None:
        self.number = 0
        self.markup = markup
        self.elements = recorder.elements
        self.comments = recorder.comments
        self.handlers = recorder.handlers
        self.live = recorder.live
        self.urls: tuple[int, ...] = ()
        self._slots: list[_Slot] = []
        self._statics: list[str] = []  # what is before each slot, and behind the last
        order = self._read(markup, {live.value: live.name for live in recorder.lives if live.name})
        self.shown = _getter(order)
        self._numbers = [
            (place, kinds[index] is int) for place, index in enumerate(order) if kinds[index] in (int, float)
        ]
        self.parts = parts = [LivePart.of(live, kinds[live.value] is Signal) for live in recorder.lives]
        self.bound = [(part.value, part.is_signal, part.plain, part.convert) for part in parts]
        self.signals = tuple(part.value for part in parts if part.is_signal)

    def sent(self, texts: list[Any]) -> list[Any]:
        """Makes text of the numbers that JavaScript writes otherwise.

        Args:
            texts: what rows show, row by row.

        Returns:
            The same, to be sent.
        """
        width = len(self._slots)
        for place, whole in self._numbers:
            column = texts[place::width]
            if not whole or max(column) >= _MOST_NUMBER or min(column) <= -_MOST_NUMBER:
                texts = [*texts]
                texts[place::width] = [
                    value if whole and -_MOST_NUMBER < value < _MOST_NUMBER else str(value) for value in column
                ]
        return texts

    def html(self, texts: list[Any]) -> str:
        """Writes the markup of a row, of the texts that it shows."""
        first, *others = self._statics
        shown = zip(self._slots, texts, others, strict=True)
        return first + "".join([slot.html(text) + behind for slot, text, behind in shown])

    def _read(self, markup: str, names: dict[int, str]) -> list[int]:
        """Reads the slots; returns which values they show."""
        first, *rest = markup.split(OPENS)
        statics = self._statics = [first]
        order: list[int] = []
        written = ""
        for piece in rest:
            digits, _, behind = piece.partition(CLOSES)
            index = int(digits)
            written += statics[-1]
            in_text = written.rfind("<") < written.rfind(">")
            absent = "" if in_text else names.get(index, "")
            if absent:
                statics[-1], behind = statics[-1].removesuffix(f' {absent}="'), behind.removeprefix('"')
            elif not in_text and written.rpartition(" ")[2].removesuffix('="').lower() in URLS:
                self.urls += (index,)
            self._slots.append(_Slot(in_text, absent))
            statics.append(behind)
            order.append(index)
        return order


def _getter(order: list[int]) -> Callable[[list[Any]], tuple[Any, ...]]:
    if len(order) > 1:
        return itemgetter(*order)
    return lambda texts: tuple([texts[index] for index in order])


def shape_of(template: Template, values: tuple[Any, ...]) -> RowShape | None:
    """Finds out the shape of the rows of a template.

    Args:
        template: the template.
        values: those of one row.

    Returns:
        The shape of rows whose values are of the same classes, or None where they need the walk.
    """
    recorder = ShapeRecorder()
    kinds = tuple(map(type, values))
    try:
        marks = [recorder.mark(index, kind) for index, kind in enumerate(kinds)]
        markup = Walk(recorder).render(_Row(template.general(*marks)))
    except (_NoShape, PyuiError):
        return None
    if markup.count(OPENS) != sum(kind is not type(None) for kind in kinds) - _count_handlers(recorder):
        return None  # a value that is not to be seen, or more than once
    return RowShape(markup, recorder, kinds)


def _count_handlers(recorder: ShapeRecorder) -> int:
    return sum(map(len, recorder.handlers.values()))
