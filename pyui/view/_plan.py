"""How the keywords of an element are read: worked out once for each set of keywords. Runs on both sides."""

from typing import Final

from pyui.view._attributes import URLS, InvalidAttributeError, InvalidNameError, attribute_name
from pyui.view.protocol import ALLOW_MISMATCH

PLAIN: Final = 0  # an attribute
URL: Final = 1  # an attribute that holds a URL
HANDLER: Final = 2
BIND: Final = 3
REF: Final = 4
ALLOW: Final = 5  # what may differ from what the server wrote

_MOST = 4096  # keywords can be computed, so what is kept must not grow with them

type Entry = tuple[str, str, int]
"""How one keyword is read: the keyword, the attribute's name in HTML or the event's type, and what it is."""

type Plan = tuple[Entry, ...]
"""How a set of keywords is read: attributes in the order of their names, then the rest."""

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
    plan = tuple(sorted(map(_entry, keywords), key=_order))
    seen: dict[tuple[bool, str], str] = {}
    for key, name, kind in plan:
        other = seen.setdefault((kind > URL, name.lower()), key)
        if other != key:
            raise InvalidAttributeError(f"{other}= and {key}= mean the same.", "Give one of the two.")
    return plan


def _order(entry: Entry) -> tuple[bool, str]:
    _, name, kind = entry
    return (kind > URL, name)


def _entry(key: str) -> Entry:
    if key.startswith("on_"):
        return (key, _event_type(key), HANDLER)
    if key.startswith("bind_"):
        return (key, key, BIND)
    if key == "ref":
        return (key, key, REF)
    if key == "allow_mismatch":
        return (key, ALLOW_MISMATCH, ALLOW)
    name = attribute_name(key)
    return (key, name, URL if name.lower() in URLS else PLAIN)


def _event_type(key: str) -> str:
    name = key[3:].replace("_", "")
    if not (name.isascii() and name.isalnum()):
        raise InvalidNameError(f"{key!r} names no event.", "Write on_ and the event's type: on_click, on_keydown.")
    return name
