"""What rows of a template have in common: found out once, by rendering one of them. Browser only.

The element that a template makes is rendered with marks in the place of its values. So what a row looks like, which
marks the binder needs and in what order its live parts are bound, is what the one renderer says: nothing is
known twice.
"""

from collections.abc import Callable, Iterator
from types import FunctionType, MethodType
from typing import Any, NamedTuple, NoReturn, override

from pyui.browser._cells import AttributeCell, SignalCell, TextCell
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


class _Live(NamedTuple):
    """A live part: which value, of which node, and what of it."""

    value: int
    node: int
    name: str
    tag: str = ""
    before: str = ""
    behind: str = ""


class ShapeRecorder(Recorder):
    """Notes the live parts of an element that is rendered with marks."""

    __slots__ = ("comments", "elements", "handlers", "lives", "marks")

    def __init__(self) -> None:
        super().__init__()
        self.elements = 0
        self.comments = 0
        self.marks: dict[Callable[[], object], int] = {}
        self.lives: list[_Live] = []
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
        self.lives.append(_Live(self._index(getter), element - 1, name, tag))
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
        self.lives.append(_Live(self._index(holes[live[0]]), node, "", before=before, behind=behind))

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


class RowShape:
    """The shape of rows.

    Args:
        markup: their markup, with marks in the place of values.
        recorder: what it noted.
        kinds: the classes of the values.

    Attributes:
        number: the number by which the runtime knows the shape; 0 before it does.
        markup: as above; without the attributes that may be absent.
        elements: how many marked elements a row has.
        comments: how many marker comments.
        handlers: by element, the types of the events that it handles, and which values handle them.
        live: how many live parts a row counts for.
        urls: which values are URLs.
        bind: binds the live parts of a row. Gets the values, the numbers of its first element and comment, and its
            owner; returns the texts that the row shows, in the order of the markup.
        html: writes the markup of a row, of the texts.
    """

    __slots__ = ("bind", "comments", "elements", "handlers", "html", "live", "markup", "number", "urls")

    def __init__(self, markup: str, recorder: ShapeRecorder, kinds: tuple[type, ...]) -> None:
        self.number = 0
        self.markup = markup
        self.elements = recorder.elements
        self.comments = recorder.comments
        self.handlers = recorder.handlers
        self.live = recorder.live
        writer = _Writer(markup, recorder.lives, kinds)
        self.urls = writer.urls
        self.bind: Callable[[tuple[Any, ...], int, int, Any], list[Any]] = writer.make("bind")
        self.html: Callable[[list[Any]], str] = writer.make("html")


class _Writer:
    """Writes the two functions of a shape.

    Args:
        markup: as of a `RowShape`.
        lives: the live parts.
        kinds: the classes of the values.

    Attributes:
        urls: which values are URLs.
    """

    def __init__(self, markup: str, lives: list[_Live], kinds: tuple[type, ...]) -> None:
        self._names: dict[str, Any] = {
            "AttributeCell": AttributeCell,
            "SignalCell": SignalCell,
            "TextCell": TextCell,
            "in_text": escape_text,
            "in_attribute": escape_attribute,
        }
        self._kinds = kinds
        self._order: list[str] = []
        self._absent = {live.value: live.name for live in lives if live.name}
        self.urls: tuple[int, ...] = ()
        html = self._html(markup)
        exec("\n".join((*self._bind(lives), *html)), self._names)  # noqa: S102 - holds literals and names alone

    def make(self, name: str) -> Any:
        """Returns one of the functions."""
        return self._names[name]

    def _bind(self, lives: list[_Live]) -> Iterator[str]:
        yield "def bind(values, element, comment, owner):"
        yield f"    {', '.join(f'v{index}' for index in range(len(self._kinds)))}, = values"
        for live in lives:
            value = f"v{live.value}"
            number = f"element + {live.node}" if live.node >= 0 else f"comment - {-live.node - 1}"
            if live.name:
                yield f"    {value} = AttributeCell({value}, owner, {number}, {live.tag!r}, {live.name!r}).text"
            else:
                cell = "SignalCell" if self._kinds[live.value] is Signal else "TextCell"
                yield f"    {value} = {cell}({value}, owner, {number}, {live.before!r}, {live.behind!r}).text"
        yield f"    return [{', '.join(self._order)}]"

    def _html(self, markup: str) -> list[str]:
        static, *rest = markup.split(OPENS)
        written, pieces = "", list[str]()
        for piece in rest:
            digits, _, behind = piece.partition(CLOSES)
            index, text = int(digits), f"w{len(self._order)}"
            written += static
            if written.rfind("<") < written.rfind(">"):
                made = f"{{in_text(str({text}))}}"
            elif index in self._absent:
                start = f' {self._absent[index]}="'
                static, behind = static.removesuffix(start), behind.removeprefix('"')
                made = f"{{'' if {text} is None else {start!r} + in_attribute({text}) + '\"'}}"
            else:
                made = f"{{in_attribute(str({text}))}}"
                if written.rpartition(" ")[2].removesuffix('="').lower() in URLS:
                    self.urls += (index,)
            pieces += [_literal(static), made]
            self._order.append(_sent(f"v{index}", self._kinds[index]))
            static = behind
        texts = "".join(f"w{index}, " for index in range(len(self._order)))
        unpack = f"    {texts}= texts" if texts else "    pass"
        return ["def html(texts):", unpack, f'    return f"""{"".join(pieces)}{_literal(static)}"""']


def _sent(name: str, kind: type) -> str:
    if kind is int:
        return f"{name} if -{_MOST_NUMBER} < {name} < {_MOST_NUMBER} else str({name})"
    return f"str({name})" if kind is float else name


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("{", "{{").replace("}", "}}").replace('"', '\\"')


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
