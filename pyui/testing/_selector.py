"""CSS selectors, for a page without a browser: those that tests are written with."""

import re
from collections.abc import Callable
from typing import NamedTuple

from pyui.testing._dom import Element
from pyui.testing._errors import SelectorError

type Test = Callable[[Element], bool]

_PART = re.compile(
    r"""(?P<tag>\*|[\w-]+)|\#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)"""
    r"""|\[(?P<name>[\w:-]+)(?:(?P<how>[~^$*|]?=)(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w-]+)))?\]"""
    r"""|(?P<pseudo>:first-child|:last-child|:checked|:disabled)"""
)
_COMBINATOR = re.compile(r"\s*([>+~,])\s*|\s+")
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "=": lambda found, wanted: found == wanted,
    "~=": lambda found, wanted: wanted in found.split(),
    "^=": lambda found, wanted: bool(wanted) and found.startswith(wanted),
    "$=": lambda found, wanted: bool(wanted) and found.endswith(wanted),
    "*=": lambda found, wanted: bool(wanted) and wanted in found,
    "|=": lambda found, wanted: found == wanted or found.startswith(f"{wanted}-"),
}


class Step(NamedTuple):
    """One part of a selector, between combinators.

    Args:
        combinator: what stands before it: a space, `>`, `+`, `~`, or nothing for the first.
        tests: what has to hold of the element.
    """

    combinator: str
    tests: list[Test]


class Selector:
    """A list of selectors: types, ids, classes, attributes, four pseudo-classes, and all combinators.

    Args:
        text: the selectors, with commas between them.

    Raises:
        SelectorError: it holds something else.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._alternatives: list[list[Step]] = [[]]
        combinator, position, text = "", 0, text.strip()
        while position < len(text):
            tests, position = self._compound(text, position)
            self._alternatives[-1].append(Step(combinator, tests))
            between = _COMBINATOR.match(text, position)
            combinator = between[1] or " " if between is not None else ""
            position = between.end() if between is not None else position
            if (between is None and position < len(text)) or (between is not None and position == len(text)):
                raise self._unknown(text[position:])
            if combinator == ",":
                self._alternatives.append([])
                combinator = ""
        if not self._alternatives[-1]:
            raise self._unknown(text)

    def _compound(self, text: str, position: int) -> tuple[list[Test], int]:
        tests: list[Test] = []
        while (part := _PART.match(text, position)) is not None and not (tests and part["tag"]):
            tests.append(_test(part))
            position = part.end()
        if not tests:
            raise self._unknown(text[position:])
        return tests, position

    def _unknown(self, rest: str) -> SelectorError:
        fix = "Use types, #ids, .classes, [attributes] and the combinators, or a query by role, text or label."
        return SelectorError(f"The selector {self._text!r} holds {rest!r}, which the test kit does not know.", fix)

    def matches(self, element: Element) -> bool:
        """Tells whether it selects an element."""
        return any(_matches(steps, element) for steps in self._alternatives)


def _test(part: re.Match[str]) -> Test:
    if part["tag"]:
        tag = part["tag"]
        return lambda element: tag == "*" or element.tag.lower() == tag.lower()
    if part["id"]:
        name, how, wanted = "id", "=", part["id"]
    elif part["class"]:
        name, how, wanted = "class", "~=", part["class"]
    elif part["name"]:
        name, how = part["name"], part["how"]
        wanted = next((text for text in part.group("quoted", "single", "bare") if text is not None), "")
    else:
        return _PSEUDO[part["pseudo"]]
    if how is None:
        return lambda element: name in element.attributes
    compare = _COMPARE[how]
    return lambda element: name in element.attributes and compare(element.attributes[name], wanted)


def _siblings(element: Element) -> list[Element]:
    if element.parent is None:
        return [element]
    return [child for child in element.parent.children if isinstance(child, Element)]


_PSEUDO: dict[str, Test] = {
    ":first-child": lambda element: _siblings(element)[0] is element,
    ":last-child": lambda element: _siblings(element)[-1] is element,
    ":checked": lambda element: bool(element.properties.get("checked", "checked" in element.attributes)),
    ":disabled": lambda element: "disabled" in element.attributes,
}


def _matches(steps: list[Step], element: Element) -> bool:
    *outer, last = steps
    if not all(test(element) for test in last.tests):
        return False
    return not outer or any(_matches(outer, candidate) for candidate in _candidates(last.combinator, element))


def _candidates(combinator: str, element: Element) -> list[Element]:
    if combinator == " ":
        return list(element.path())[1:]
    if combinator == ">":
        return [element.parent] if element.parent is not None else []
    before = _siblings(element)[: _siblings(element).index(element)]
    return before[-1:] if combinator == "+" else before
