"""How the keywords of an element are read: worked out once for each set of keywords. Runs on both sides."""

from itertools import pairwise
from typing import Final, NamedTuple

from pyui.view._attributes import URLS, InvalidAttributeError, InvalidNameError, attribute_name

ATTRIBUTE: Final = 0
HANDLER: Final = 1
BIND: Final = 2
REF: Final = 3

_MOST = 4096  # keywords can be computed, so what is kept must not grow with them

type Entry = tuple[str, str, int]
"""How one keyword is read: the keyword, the attribute's name in HTML or the event's type, and what it is."""


class Plan(NamedTuple):
    """How a set of keywords is read.

    Args:
        entries: the keywords, attributes first, in the order of their names.
        template: a format of the static attributes by keyword, or None where there are others.
        urls: the keywords of attributes that hold a URL.
    """

    entries: tuple[Entry, ...]
    template: str | None
    urls: tuple[str, ...]


_plans: dict[tuple[str, ...], Plan] = {}


def plan_of(keywords: tuple[str, ...]) -> Plan:
    """Returns how keywords are read.

    Args:
        keywords: the keywords of one element.

    Raises:
        InvalidNameError: one is no name of an attribute or an event.
        InvalidAttributeError: two mean the same.
    """
    plan = _plans.get(keywords)
    if plan is None:
        plan = _make_plan(keywords)
        if len(_plans) < _MOST:
            _plans[keywords] = plan
    return plan


def _make_plan(keywords: tuple[str, ...]) -> Plan:
    # In the order of the names, as dominate writes them, so that the same attributes give the same HTML.
    entries = tuple(sorted(map(_entry, keywords), key=_order))
    for entry, following in pairwise(entries):
        if _order(entry) == _order(following):
            raise InvalidAttributeError(f"{entry[0]}= and {following[0]}= mean the same.", "Give one of the two.")
    static = all(key.isidentifier() and kind == ATTRIBUTE for key, _, kind in entries)
    template = "".join(f' {name}="%({key})s"' for key, name, _ in entries) if static else None
    return Plan(entries, template, tuple(key for key, name, _ in entries if name.lower() in URLS))


def _order(entry: Entry) -> tuple[bool, str]:
    _, name, kind = entry
    return (kind != ATTRIBUTE, name)


def _entry(key: str) -> Entry:
    if key.startswith("on_"):
        return (key, _event_type(key), HANDLER)
    if key.startswith("bind_"):
        return (key, key, BIND)
    if key == "ref":
        return (key, key, REF)
    return (key, attribute_name(key), ATTRIBUTE)


def _event_type(key: str) -> str:
    name = key[3:].replace("_", "")
    if not (name.isascii() and name.isalnum()):
        raise InvalidNameError(f"{key!r} names no event.", "Write on_ and the event's type: on_click, on_keydown.")
    return name
