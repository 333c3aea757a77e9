"""Elements that the HTML parser, or a two-way binding, treats in a way of their own. Runs on both sides."""

from collections.abc import Callable
from typing import Any, override

from pyui.view._context import ScopeLeave
from pyui.view._element import ContentError, Element, Names
from pyui.view._escape import escape_text
from pyui.view._node import Item, Node, Text
from pyui.view._scope import Scope, require_owner
from pyui.view._static import static_pieces
from pyui.view._walk import Leave, Walk

_SELECT = object()  # the context under which options find what their select shows
_SELECTED = ' selected="selected"'


class TextOnly(Element):
    """An element that can hold text alone, such as `title`."""

    __slots__ = ()

    def __init__(self, names: Names, children: tuple[object, ...], attributes: dict[str, Any]) -> None:
        super().__init__(names, children, attributes)
        if any(not isinstance(child, (str, Text)) for child in self.children):
            raise self._no_text("an element or a component")
        if self.run is not None:
            parts = self.run.parts
            parts[:] = [part if isinstance(part, str) else self._as_text(part) for part in parts]

    def _as_text(self, part: Callable[[], object]) -> Callable[[], str]:
        def text() -> str:
            value = part()
            if value is None or isinstance(value, bool):
                return ""
            if isinstance(value, (str, int, float)):
                return str(value)
            raise self._no_text(repr(value))

        return text

    def _no_text(self, found: str) -> ContentError:
        return ContentError(f"<{self.tag}> got {found}.", "It holds text alone.")


class RawText(TextOnly):
    """An element whose text is not escaped, such as `script` (HTML standard, section 13.1.2 "raw text elements")."""

    __slots__ = ()

    def __init__(self, names: Names, children: tuple[object, ...], attributes: dict[str, Any]) -> None:
        super().__init__(names, children, attributes)
        if self.run is None:
            self.children = (Verbatim(self.encode("".join(map(str, self.children)))),)

    @override
    def encode(self, text: str) -> str:
        lowered = text.lower()
        end = f"</{self.tag.lower()}"
        if end in lowered or "<!--" in lowered:
            raise ContentError(
                f"The text of <{self.tag}> holds '{end}' or '<!--'.",
                "Write its '<' as an escape of the language inside.",
            )
        return text


class Verbatim(Node):
    """Text that is written as it is."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    @override
    def enter(self, walk: Walk) -> None:
        walk.out.append(self._text)


class Pieces(Node):
    """Pieces of HTML that are written as they are."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces

    @override
    def enter(self, walk: Walk) -> None:
        walk.out.extend(self._pieces)


class Preformatted(Element):
    """An element in which the parser drops a first line feed, such as `pre`: such a one is written twice."""

    __slots__ = ()

    @override
    def encode(self, text: str) -> str:
        return ("\n" if text.startswith("\n") else "") + escape_text(text)

    @override
    def leave(self, walk: Walk) -> Leave:
        return LineFeedLeave(len(walk.out), self.closing)


class LineFeedLeave(Leave):
    """Writes a line feed before another one that came first.

    Args:
        first: the index in `Walk.out` of what stands inside the element.
        closing: the end tag.
    """

    __slots__ = ("_closing", "_first")

    def __init__(self, first: int, closing: str) -> None:
        self._first = first
        self._closing = closing

    @override
    def leave(self, walk: Walk) -> None:
        first = next((piece for piece in walk.out[self._first :] if piece), "")
        if first.startswith("\n"):
            walk.out.insert(self._first, "\n")
        walk.out.append(self._closing)


class TextArea(Preformatted, TextOnly):
    """`textarea`, whose content is its value."""

    __slots__ = ()

    @override
    def body(self, walk: Walk) -> tuple[Item, ...]:
        if self.dynamic is not None and self.dynamic.bind is not None:
            return (self.dynamic.bind.shown(),)
        return self.children


class Select(Element):
    """`select`, whose value is told by which of its options are selected."""

    __slots__ = ()

    @override
    def leave(self, walk: Walk) -> str | Leave:
        if self.dynamic is None or self.dynamic.bind is None:
            return self.closing
        shown = self.dynamic.bind.shown()
        selected = frozenset(shown if isinstance(shown, list) else (shown,))  # pyright: ignore[reportUnknownArgumentType]
        owner = require_owner()
        return SelectLeave(Scope(owner, {**owner.contexts, _SELECT: selected}), self.closing)


class SelectLeave(ScopeLeave):
    """Writes the end tag of a `select` and leaves the scope that told its options which of them are selected."""

    __slots__ = ("_closing",)

    def __init__(self, scope: Scope, closing: str) -> None:
        super().__init__(scope)
        self._closing = closing

    @override
    def leave(self, walk: Walk) -> None:
        walk.out.append(self._closing)
        super().leave(walk)


class Option(Element):
    """`option`, which is selected when the `select` around it is bound to its value."""

    __slots__ = ("_value",)

    def __init__(self, names: Names, children: tuple[object, ...], attributes: dict[str, Any]) -> None:
        super().__init__(names, children, attributes)
        self._value: object = attributes.get("value")

    @override
    def start(self, walk: Walk) -> str:
        selected = require_owner().contexts.get(_SELECT)
        if not isinstance(selected, frozenset):
            return self.opening
        # The binding of the select decides, whatever the option itself says.
        return self.opening.replace(_SELECTED, "") + (_SELECTED if self._own_value() in selected else "")

    def _own_value(self) -> str:
        value: Any = self._value() if callable(self._value) else self._value
        if value is not None:
            return str(value)
        return " ".join("".join(map(_text_of, self.children)).split())


def _text_of(item: Item) -> str:
    if isinstance(item, Text):
        return "".join(part if isinstance(part, str) else str(part()) for part in item.parts)
    return item if isinstance(item, str) else ""


class Inert(Element):
    """An element whose content is not in the page's tree while scripts run, such as `noscript`: nothing in it lives."""

    __slots__ = ()

    def __init__(self, names: Names, children: tuple[object, ...], attributes: dict[str, Any]) -> None:
        super().__init__(names, children, attributes)
        self.run = None

    @override
    def body(self, walk: Walk) -> tuple[Item, ...]:
        return (Pieces(static_pieces(walk, self.children)),)
