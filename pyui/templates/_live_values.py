"""Tells live parts of an element from static ones, and writes what makes the static ones. Runs on the server."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from pyui.templates._fast import FastFunction, joined, static_part
from pyui.templates._group import Content, Group, Result
from pyui.templates._kinds import LISTED, Kind
from pyui.templates._parts import AttributeHole, ElementPart, HandlerHole, Hole, ListPart, PlainPart


class UnfitError(Exception):
    """These values go the general way. Nobody but `LiveTemplate` sees it."""


@dataclass
class Run:
    """Adjacent text and live text.

    Args:
        raw: what the parts are before they are escaped: literals of text, and names; those of live text.
        html: markup of the parts of text; the names of the live ones.
        live: which parts are live.
        followed: whether it needs an end.
    """

    raw: list[str] = field(default_factory=list[str])
    html: list[str] = field(default_factory=list[str])
    live: list[bool] = field(default_factory=list[bool])
    followed: bool = True

    def add(self, raw: str, html: str, *, live: bool = False) -> None:
        """Adds a part."""
        self.raw.append(raw)
        self.html.append(html)
        self.live.append(live)


@dataclass
class Nodes:
    """What the walk goes through.

    Args:
        name: the name of a node, or of a list of them.
        many: whether it is a list.
    """

    name: str
    many: bool


type Entry = list[str] | Run | Nodes | ElementPart


class LiveValues(FastFunction):
    """Writes the source of the function that takes the values of an element with live parts.

    Args:
        group: what is made of them.
        kinds: what each value is.
        name: the name of the function.
        general: the name of the general function.
    """

    def __init__(self, group: Group, kinds: Mapping[int, Kind], name: str, general: str) -> None:
        super().__init__(group, name, general)
        self._kinds = kinds

    def _kind(self, place: Hole | Result) -> Kind:
        index = self._group.index(place)
        return Kind.TEXT if index is None else self._kinds[index]

    def _is_live(self, content: Content) -> bool:
        if isinstance(content, ElementPart):
            holes = [part for part in content.attributes if not isinstance(part, str)]
            return any(map(self._is_live_attribute, holes)) or any(
                map(self._is_live, self._group.contents[id(content)])
            )
        if isinstance(content, (Hole, Result)):
            return self._kind(content) in LISTED or self._kind(content) is Kind.LIVE
        return False

    def _is_live_attribute(self, hole: AttributeHole) -> bool:
        return isinstance(hole, HandlerHole) or self._kind(hole) is Kind.LIVE

    def _entries(self, element: ElementPart) -> list[Entry]:
        """Returns what stands in an element: markup, nodes, and runs in which text is live."""
        entries: list[Entry] = []
        run = Run()
        contents = self._group.contents[id(element)]
        has_live_text = any(isinstance(each, Hole) and self._kind(each) is Kind.LIVE for each in contents)
        for content, argument in zip(contents, element.call.args, strict=True):
            if isinstance(content, str) and isinstance(argument, ast.Constant):
                if argument.value is not None and not isinstance(argument.value, bool):
                    run.add(repr(str(argument.value)), static_part(content))
                continue
            if isinstance(content, Hole) and self._take(content, run):
                continue
            entry = self._entry(content, has_live_text=has_live_text)
            run.followed = not self._starts_markup(content)
            entries += [*_closed(run), entry]
            run = Run()
        run.followed = False
        return [*entries, *_closed(run)]

    def _starts_markup(self, content: Content) -> bool:
        """Tells whether what is no text surely starts markup; of a list, that depends on what is in it."""
        if isinstance(content, (Hole, Result)):
            return self._kind(content) in (Kind.MARKUP, Kind.TEXT, Kind.ELEMENT)
        return not (isinstance(content, PlainPart) and content.is_component)

    def _take(self, hole: Hole, run: Run) -> bool:
        """Takes a hole that is text or nothing; returns whether it is."""
        kind = self._kind(hole)
        if kind is Kind.LIVE:
            name = self._variable(hole)
            self._line(f"if {name}.__class__ is function and {name}.__dict__: {self._bail()}")
            run.add(name, name, live=True)
        elif kind is Kind.TEXT:
            html = self._hole(hole)
            run.add("" if hole is self._group.split else self._variable(hole), self._single(html))
        return kind in (Kind.LIVE, Kind.TEXT, Kind.NOTHING)

    def _single(self, parts: list[str]) -> str:
        """Returns parts of a formatted string as one part, which has a name."""
        name = self._name()
        self._line(f"{name} = {joined(parts)}")
        return f"{{{name}}}"

    def _entry(self, content: Content, *, has_live_text: bool) -> Entry:
        kind = self._kind(content) if isinstance(content, (Hole, Result)) else None
        if kind is Kind.OTHER or (has_live_text and (kind is Kind.LIST or isinstance(content, ListPart))):
            raise UnfitError  # what is in a list tells whether text around it is joined
        if isinstance(content, (Hole, Result)) and kind in LISTED:
            return self._nodes(content)
        return content if isinstance(content, ElementPart) and self._is_live(content) else self._content(content)

    def _nodes(self, content: Hole | Result) -> Nodes:
        name, many = self._variable(content), self._kind(content) is Kind.LIST
        if many:
            nodes = self._name()
            self._line(f"{nodes} = {'all_nodes' if isinstance(content, Hole) else 'made_nodes'}({name})")
            self._line(f"if {nodes} is None: {self._bail()}")
            name = nodes
        return Nodes(name, many)


def _closed(run: Run) -> list[Entry]:
    if any(run.live):
        if not all(run.raw):
            raise UnfitError  # a part of it was formatted in place
        return [run]
    return [run.html] if run.html else []
