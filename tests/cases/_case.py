"""What a case is, and the list of all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

type Update = Callable[[], object]
type Made = tuple[object, list[Update]]


@dataclass(frozen=True)
class Case:
    """One case.

    Args:
        name: what it is about.
        make: returns a node, and updates that change the signals which it shows. Signals are made outside of
            components, so that after the updates the node renders as its final state.
    """

    name: str
    make: Callable[[], Made]


CASES: list[Case] = []
"""Cases of which a page shows the same markup as the server writes, after each update."""

PROPERTY_CASES: list[Case] = []
"""Cases of which it does not: the value of a control is a property, and `noscript` holds text while scripts run."""

HOSTILE = "</p><script>alert('&amp;')</script><!-- --> \"'`=\r\n\t\xa0é漢🙂\u200d\u202e\ufeff"
"""Text that must come out as it is."""


def case(make: Callable[[], Made]) -> Callable[[], Made]:
    """Adds a function to the list of cases."""
    CASES.append(Case(make.__name__, make))
    return make


def property_case(make: Callable[[], Made]) -> Callable[[], Made]:
    """Adds a function to the list of cases that differ in the page from their markup."""
    PROPERTY_CASES.append(Case(make.__name__, make))
    return make


def sets(target: Any, *values: object) -> list[Update]:
    """Makes the updates that set a signal to one value after another."""
    return [lambda value=value: target.set(value) for value in values]  # type: ignore[misc]


def scene(node: object, updates: Iterable[Update] = ()) -> Made:
    """Returns what a case makes."""
    return node, list(updates)
