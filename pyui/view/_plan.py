"""How the keywords of an element are read: worked out once for each set of keywords. Runs on both sides."""

from itertools import pairwise
from typing import Final

from pyui.view._attributes import URLS, InvalidAttributeError, InvalidNameError, attribute_name
from pyui.view._escape import escape_attribute

TOKENS: Final = 0  # a string is one of few: its markup is kept
PLAIN: Final = 1  # a string is written as it is
URL: Final = 2  # a string is checked first
HANDLER: Final = 3
BIND: Final = 4
REF: Final = 5

FEW_VALUES: Final = frozenset(
    "class type role rel name method target lang dir scope loading tabindex aria-hidden aria-live autocomplete".split()
)
"""Attributes whose values come from a small set, because they are keywords or are written in the program."""

_MOST = 4096  # keywords and values can be computed, so what is kept must not grow with them


class Markup(dict[str, str]):
    """The markup of one attribute, by its value.

    Args:
        name: the attribute's name in HTML.
    """

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, value: str) -> str:
        markup = f' {self._name}="{escape_attribute(value)}"'
        if len(self) < _MOST and len(value) < _MOST:
            self[value] = markup
        return markup


type Entry = tuple[str, str, int, Markup]
"""How one keyword is read: the keyword, the attribute's name or the event's type, what it is, and its markup."""

type Plan = tuple[Entry, ...]
"""How a set of keywords is read: attributes in the order of their names, then the rest."""


class Plans(dict[tuple[str, ...], Plan]):
    """The plans of all sets of keywords that were used."""

    __slots__ = ()

    def __missing__(self, keywords: tuple[str, ...]) -> Plan:
        plan = _make_plan(keywords)
        if len(self) < _MOST:
            self[keywords] = plan
        return plan


plans: Final = Plans()
_markup: Final = {name: Markup(name) for name in FEW_VALUES}
class_markup: Final = _markup["class"]
_NONE: Final = Markup("")


def _make_plan(keywords: tuple[str, ...]) -> Plan:
    # In the order of the names, as dominate writes them, so that the same attributes give the same HTML.
    plan = tuple(sorted(map(_entry, keywords), key=_order))
    for entry, following in pairwise(plan):
        if _order(entry) == _order(following):
            raise InvalidAttributeError(f"{entry[0]}= and {following[0]}= mean the same.", "Give one of the two.")
    return plan


def _order(entry: Entry) -> tuple[bool, str]:
    _, name, kind, _ = entry
    return (kind >= HANDLER, name)


def _entry(key: str) -> Entry:
    if key.startswith("on_"):
        return (key, _event_type(key), HANDLER, _NONE)
    if key.startswith("bind_"):
        return (key, key, BIND, _NONE)
    if key == "ref":
        return (key, key, REF, _NONE)
    name = attribute_name(key)
    if name in FEW_VALUES:
        return (key, name, TOKENS, _markup[name])
    return (key, name, URL if name.lower() in URLS else PLAIN, _NONE)


def _event_type(key: str) -> str:
    name = key[3:].replace("_", "")
    if not (name.isascii() and name.isalnum()):
        raise InvalidNameError(f"{key!r} names no event.", "Write on_ and the event's type: on_click, on_keydown.")
    return name
