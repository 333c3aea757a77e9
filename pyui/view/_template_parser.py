"""Reads template strings: markup with holes to a tree of tags. Runs on both sides, and on any Python.

It reads what is written as HTML is, and refuses what an HTML parser would repair: an end tag that is missing or is
that of another element, `<` in text, a void element with an end tag.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from pyui.errors import ViewError
from pyui.view._tags import VOID

_HOLE: Final = "\ufdd0"  # a noncharacter, which no document may hold
_SPACE: Final = frozenset(" \t\n\r\f")
_NAME_ENDS: Final = _SPACE | {"/", ">", "=", _HOLE}
_VALUE_ENDS: Final = _SPACE | {">"}
_TEXT_ONLY: Final = frozenset(("script", "style", "textarea", "title"))
_KEEPS_SPACE: Final = frozenset(("pre", "textarea"))


class TemplateStringError(ViewError):
    """A template string is no markup that could be rendered."""

    code = "PYUI224"


type Value = tuple[str | int, ...] | bool
"""The value of an attribute: texts and the numbers of holes; True where there is none."""


class Tag(NamedTuple):
    """An element or a component.

    Args:
        name: the element's name, or the number of the hole with the component.
        attributes: names and values; None as the name of a hole that holds a dict of them.
        children: texts, numbers of holes, and tags.
        in_svg: whether the element is one of SVG.
    """

    name: str | int
    attributes: list[tuple[str | None, Value]]
    children: "list[str | int | Tag]"
    in_svg: bool


def parse(strings: Iterable[str]) -> "list[str | int | Tag]":
    """Reads the strings of a template.

    Args:
        strings: the texts around the holes.

    Returns:
        Texts, numbers of holes, and tags.

    Raises:
        TemplateStringError: they are no markup.
    """
    texts = list(strings)
    if any(_HOLE in text for text in texts):
        raise TemplateStringError("A template string holds U+FDD0, which is no character.", "Leave it out.")
    return _Parser(_HOLE.join(texts)).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._holes = 0
        self._root = Tag("", [], [], in_svg=False)
        self._open = [self._root]

    def parse(self) -> list[str | int | Tag]:
        while self._at < len(self._text):
            self._read_text(self._text.find("<", self._at))
            if self._starts("<!--"):
                self._pass_comment()
            elif self._starts("</"):
                self._read_end()
            elif self._at < len(self._text):
                self._read_start()
        if len(self._open) > 1:
            name = _shown(self._open[-1])
            raise self._error(f"<{name}> has no end tag", f"Write </{name}> where it ends.")
        return self._root.children

    def _starts(self, text: str) -> bool:
        return self._text.startswith(text, self._at)

    def _error(self, what: str, fix: str) -> TemplateStringError:
        start = self._text[max(0, self._at - 30) : self._at + 10].replace(_HOLE, "{…}").strip()
        return TemplateStringError(f"{what} in a template string, near {start!r}.", fix)

    def _hole(self) -> int:
        self._holes += 1
        return self._holes - 1

    def _parts(self, text: str) -> list[str | int]:
        """Divides text into texts and holes."""
        parts: list[str | int] = []
        for index, piece in enumerate(text.split(_HOLE)):
            if index:
                parts.append(self._hole())
            if piece:
                parts.append(piece)
        return parts

    def _read_text(self, end: int) -> None:
        end = len(self._text) if end < 0 else end
        text, self._at = self._text[self._at : end], end
        within = self._open[-1]
        keeps = any(tag.name in _KEEPS_SPACE for tag in self._open)
        if keeps and within.name in _KEEPS_SPACE and not within.children:
            text = text.removeprefix("\n")  # as the HTML parser does
        for part in self._parts(text):
            kept = part if keeps or isinstance(part, int) else _trimmed(part)
            if kept != "":
                within.children.append(_unescaped(kept) if isinstance(kept, str) else kept)

    def _pass_comment(self) -> None:
        end = self._text.find("-->", self._at)
        if end < 0:
            raise self._error("A comment has no end", "Write --> where it ends.")
        self._holes += self._text.count(_HOLE, self._at, end)
        self._at = end + 3

    def _read_end(self) -> None:
        self._at += 2
        name = self._name()
        if not name and self._starts(_HOLE):
            self._at += 1
            self._hole()
        self._skip_space()
        tag = self._open[-1]
        if tag is self._root:
            raise self._error(f"</{name}> ends nothing", "Remove it.")
        if name.lower() in VOID or (name and name != tag.name) or not self._starts(">"):
            raise self._error(f"</{name}> stands where <{_shown(tag)}> is open", f"Write </{_shown(tag)}> there.")
        self._at += 1
        self._open.pop()

    def _read_start(self) -> None:
        self._at += 1
        name = self._name()
        if name[:1].isalpha() and name.isascii():
            tag = Tag(name, [], [], in_svg=self._is_svg(name))
        elif not name and self._starts(_HOLE):
            self._at += 1
            tag = Tag(self._hole(), [], [], in_svg=False)
        else:
            raise self._error("A < begins no tag", "Write &lt; for the character.")
        self._open[-1].children.append(tag)
        closed = self._read_attributes(tag)
        if name in VOID:
            return
        if closed and not (tag.in_svg or isinstance(tag.name, int)):
            raise self._error(f"<{name} /> is no element of its own in HTML", f"Write <{name}></{name}>.")
        if not closed:
            self._open.append(tag)
            if name in _TEXT_ONLY:
                self._read_text_only(name)

    def _is_svg(self, name: str) -> bool:
        around = next((tag.name for tag in reversed(self._open) if tag.name in ("svg", "foreignObject")), "")
        return name == "svg" or around == "svg"

    def _read_text_only(self, name: str) -> None:
        end = self._text.lower().find(f"</{name}", self._at)
        if name in ("script", "style"):
            text, self._at = self._text[self._at : end], max(end, self._at)
            self._open[-1].children.extend(self._parts(text if end >= 0 else ""))
        elif end >= 0:
            self._read_text(end)

    def _name(self) -> str:
        start = self._at
        while self._at < len(self._text) and self._text[self._at] not in _NAME_ENDS:
            self._at += 1
        return self._text[start : self._at]

    def _skip_space(self) -> None:
        while self._at < len(self._text) and self._text[self._at] in _SPACE:
            self._at += 1

    def _read_attributes(self, tag: Tag) -> bool:
        """Reads what stands behind the name; returns whether the tag ends with `/>`."""
        while True:
            self._skip_space()
            if self._starts("/>"):
                self._at += 2
                return True
            if self._starts(">"):
                self._at += 1
                return False
            if self._starts(_HOLE):
                self._at += 1
                tag.attributes.append((None, (self._hole(),)))
                continue
            name = self._name()
            if not name:
                raise self._error(f"<{_shown(tag)}> has no end", "Write > there, and names of attributes before it.")
            self._skip_space()
            tag.attributes.append((name, self._value() if self._starts("=") else True))

    def _value(self) -> Value:
        self._at += 1
        self._skip_space()
        quote = self._text[self._at : self._at + 1]
        if quote and quote in "\"'":
            start, end = self._at + 1, self._text.find(quote, self._at + 1)
            if end < 0:
                raise self._error("The value of an attribute has no end", f"Write {quote} where it ends.")
            self._at = end + 1
        else:
            start = end = self._at
            while end < len(self._text) and self._text[end] not in _VALUE_ENDS:
                end += 1
                if self._text.startswith(f"{_HOLE}/>", end - 1):
                    break  # in HTML, a slash would be part of the value
            self._at = end
        return tuple(_unescaped(part) if isinstance(part, str) else part for part in self._parts(self._text[start:end]))


def _shown(tag: Tag) -> str:
    return "{…}" if isinstance(tag.name, int) else tag.name


def _trimmed(text: str) -> str:
    """Leaves out the space at both ends that holds a line break: it is there for the layout of the source."""
    inner = text.strip(" \t\n\r\f")
    before, after = text[: len(text) - len(text.lstrip(" \t\n\r\f"))], text[len(text.rstrip(" \t\n\r\f")) :]
    if not inner:
        return "" if "\n" in text else text
    return ("" if "\n" in before else before) + inner + ("" if "\n" in after else after)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - it brings `re` and a table, and few templates need it

    return unescape(text)
