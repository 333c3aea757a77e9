"""What one template function takes and makes: an element or a list, with all in it that may wait. Runs on the server.

An expression `div(p(f()), b(g()))` calls `f`, `p`, `g`, `b`, `div`. What `p` makes of the value of `f` may raise or run
code of the user's, so it has to come before the call of `g`: `p` gets a template function of its own, whose result is
an argument of that of `div`. Only where nothing that matters comes behind an element is it merged into the one around
it: here `b`. The user's expressions themselves are arguments of template functions, in the order of the source.
"""

import ast
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pyui.templates._parts import (
    AttributeHole,
    Child,
    ElementPart,
    HandlerHole,
    HelperPart,
    Hole,
    ListPart,
    PlainPart,
    UsesHole,
)
from pyui.templates._plain import only_value


class Made(Enum):
    """What a template function returns where nothing is live."""

    ELEMENT = "a static element"
    MARKUP = "the markup of one"
    PART = "markup for the template around it"


@dataclass
class Result:
    """The place of what another function returns: markup, or an element where it is not static.

    Args:
        made: what the other function makes, or the call of a helper.
        many: whether it is called for each item of a comprehension of the user's, and the place is that of the list.
    """

    made: "Group | HelperPart"
    many: ListPart | None = None


type Root = ElementPart | ListPart | PlainPart
type Content = str | Hole | Result | Root


@dataclass
class Group:
    """What a template function makes.

    Args:
        root: the element, the list, or the call of a plain function.

    Attributes:
        places: what the function's parameters stand for, in order.
        contents: for each element in the group, by the identity of the part, its children.
        checks: what an element in the group needs that has to be made before something behind it is evaluated: its own
            group, by the identity of its last hole. That one's parameter tells where it could not be merged.
        checked: the holes of `checks` by the identity of the element.
        has_list: whether a list is gone through in it.
        split: the hole of a formatted string whose only value is the last parameter, so that it is formatted in place.
    """

    root: Root
    places: list[Hole | Result] = field(default_factory=list[Hole | Result])
    contents: dict[int, list[Content]] = field(default_factory=dict[int, list[Content]])
    checks: "dict[int, Group]" = field(default_factory=dict[int, Any])
    checked: dict[int, Hole] = field(default_factory=dict[int, Hole])
    has_list: bool = False
    split: Hole | None = None
    _quiet: dict[str, int] = field(default_factory=dict[str, int])
    _indices: dict[int, int] = field(default_factory=dict[int, int])

    @property
    def place(self) -> ast.expr:
        """The expression in the source."""
        return self.root.comprehension if isinstance(self.root, ListPart) else self.root.call

    def index(self, place: Hole | Result) -> int | None:
        """Returns the number of a place's parameter, or None for an item of a list that the function goes through."""
        return self._indices.get(id(place))

    def split_last(self) -> None:
        """Has a formatted string of one value split, where the function is called right behind it."""
        last = self.places[-1] if self.places else None
        checked = [place for inner in self.checks.values() for place in inner.places]
        if isinstance(last, Hole) and only_value(last) is not None and not any(last is place for place in checked):
            self.split = last

    def add(self, place: Hole | Result) -> None:
        """Makes a parameter for a place. A name that always has the same value needs one parameter alone."""
        name = place.expression.id if isinstance(place, Hole) and isinstance(place.expression, ast.Name) else None
        if name is not None and isinstance(place, Hole) and place.quiet:
            self._indices[id(place)] = self._quiet.setdefault(name, len(self.places))
            if self._quiet[name] < len(self.places):
                return
        else:
            self._indices[id(place)] = len(self.places)
        self.places.append(place)


def group_of(root: Root) -> Group:
    """Divides what an expression makes into groups.

    Args:
        root: the outermost part.

    Returns:
        Its group; the others are in the places of it.
    """
    group = Group(root)
    _fill(group, root, frozenset())
    return group


def _fill(group: Group, root: Root, items: frozenset[str]) -> None:
    if isinstance(root, ListPart):
        group.has_list = True
        _add_hole(group, root.source, items)
        _fill(group, root.element, items | {root.target or ""})
    elif isinstance(root, PlainPart):
        for hole in root.arguments:
            _add_hole(group, hole, items)
        _fill_plain(group, root.plain.element)
    else:
        _fill_element(group, root, items)


def _fill_plain(group: Group, element: ElementPart) -> None:
    """Fills in what a plain function returns: all of it stays together."""
    content: list[Content] = []
    for child in element.children:
        if isinstance(child, ListPart):
            group.has_list = True
        inner = child.element if isinstance(child, ListPart) else child
        if isinstance(inner, ElementPart):
            _fill_plain(group, inner)
        if isinstance(child, (str, Hole, ElementPart, ListPart)):
            content.append(child)
    group.contents[id(element)] = content


def _fill_element(group: Group, element: ElementPart, items: frozenset[str]) -> None:
    content: list[Content] = []
    group.contents[id(element)] = content
    rest = element.attribute_holes
    for index, child in enumerate(element.children):
        waits = all(map(_is_quiet, (*element.children[index + 1 :], *rest)))
        content.append(_child(group, child, items, waits=waits))
    for hole in rest:
        _add_hole(group, hole, items)


def _child(group: Group, child: Child, items: frozenset[str], *, waits: bool) -> Content:
    if isinstance(child, Hole):
        _add_hole(group, child, items)
        return child
    if isinstance(child, str):
        return child
    if isinstance(child, ListPart) and child.target is None:
        result = Result(group_of(child.element), child)
        group.add(result)
        return result
    if isinstance(child, (ElementPart, PlainPart)) and not (waits or child.harmless) and not items:
        inner = group_of(child)
        last = _last_hole(inner)
        if last is not None:
            group.checks[id(last)], group.checked[id(child)] = inner, last
            _fill(group, child, items)
            return child
    if isinstance(child, HelperPart) or not (waits or child.harmless):
        result = Result(child if isinstance(child, HelperPart) else group_of(child))
        group.add(result)
        return result
    _fill(group, child, items)
    return child


def _last_hole(group: Group) -> Hole | None:
    """Returns the last hole of an element that can be merged if its values are strings; None where it cannot."""
    if group.checks or group.has_list:
        return None
    last: Hole | None = None
    for place in group.places:
        if not isinstance(place, Hole) or not place.scope.keeps:
            return None
        if isinstance(place, (HandlerHole, UsesHole)) or (isinstance(place, AttributeHole) and place.may_be_absent):
            return None
        last = last if place.quiet else place
    return last


def _add_hole(group: Group, hole: Hole, items: frozenset[str]) -> None:
    if not (isinstance(hole.expression, ast.Name) and hole.expression.id in items):
        group.add(hole)


def _is_quiet(part: Any) -> bool:
    return isinstance(part, str) or part.quiet
