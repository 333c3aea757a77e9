"""What rows of a template have in common: found out once, by rendering one of them. Browser only.

The element that a template makes is rendered with marks in the place of its values. So what a row looks like, which
marks the binder needs and in what order its live parts are bound, is what the one renderer says: nothing is
known twice.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, override

from pyui.browser._live_part import LivePart
from pyui.browser._shape_recorder import CLOSES, OPENS, NoShape, ShapeRecorder
from pyui.errors import PyuiError
from pyui.reactive import Signal
from pyui.view._attributes import URLS
from pyui.view._element import Element
from pyui.view._escape import escape_attribute, escape_text
from pyui.view._node import Node
from pyui.view._template import Template
from pyui.view._walk import Walk
from pyui.view.protocol import MARKER

_MOST_NUMBER = 10**15  # JavaScript counts as far


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


class Marked(Protocol):
    """Markup with marks in the place of values.

    Attributes:
        number: the number by which the runtime knows it; 0 before it does.
        markup: the markup.
    """

    number: int
    markup: str


class Bare:
    """What is made of a shape outside of lists, where the outermost element has no mark unless it needs one.

    Args:
        shape: the shape.
        recorder: what it was found out by.

    Attributes:
        number: as of `Marked`.
        markup: as of `Marked`.
        unmarked: how many marks rows have more: one or none.
    """

    __slots__ = ("_shape", "markup", "number", "unmarked")

    def __init__(self, shape: "RowShape", recorder: ShapeRecorder) -> None:
        self._shape = shape
        self.number = 0
        self.unmarked = int(not recorder.needs_mark)
        self.markup = self._without_mark(shape.markup)

    def html(self, texts: tuple[Any, ...]) -> str:
        """Writes the markup of an element, of the texts that it shows."""
        return self._without_mark(self._shape.html(texts))

    def _without_mark(self, markup: str) -> str:
        return markup.replace(f' {MARKER}="">', ">", self.unmarked)


class RowShape:
    """The shape of rows, and of elements elsewhere.

    Args:
        markup: their markup, with marks in the place of values.
        recorder: what it noted.
        kinds: the classes of the values.

    Attributes:
        number: the number by which the runtime knows the shape; 0 before it does.
        markup: as above.
        bare: what is made of it where it is no row.
        elements: how many marked elements a row has.
        comments: how many marker comments.
        handlers: by element, the types of the events that it handles, and which values handle them.
        live: how many live parts a row counts for.
        bound: what binding a row needs of the live parts.
        signals: which values are signals that are shown as they are.
        parts: the live parts, in the order in which they are evaluated.
        shown: takes what is to be seen out of the texts of all values, in the order of the markup.
        urls: which values are URLs.
    """

    __slots__ = (
        "_numbers",
        "_slots",
        "_statics",
        "bare",
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
        self.bare = Bare(self, recorder)
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

    def sent(self, texts: Sequence[Any]) -> Sequence[Any]:
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

    def html(self, texts: Sequence[Any]) -> str:
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
    except (NoShape, PyuiError):
        return None
    if markup.count(OPENS) != sum(kind is not type(None) for kind in kinds) - _count_handlers(recorder):
        return None  # a value that is not to be seen, or more than once
    return RowShape(markup, recorder, kinds)


def _count_handlers(recorder: ShapeRecorder) -> int:
    return sum(map(len, recorder.handlers.values()))
