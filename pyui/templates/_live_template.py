"""Makes the elements of one template whose values are not all static. Runs on the server."""

from collections.abc import Callable
from itertools import count
from typing import Any

from pyui.templates._group import Group
from pyui.templates._kinds import Kind, kind_of
from pyui.templates._live import LiveFunctions
from pyui.templates._live_values import UnfitError
from pyui.templates._parts import AttributeHole
from pyui.templates._runtime import Unmerged
from pyui.view._attributes import is_live
from pyui.view._element import Element

type Make = Callable[..., Element]

_MOST = 32  # combinations of classes can be many
_numbers = count()


class LiveTemplate:
    """Makes elements by functions that are written for the classes of the values.

    Args:
        group: what the template makes.
        general: the name of the general function.
        names: the globals of the functions.
        place: the path of their code.
    """

    def __init__(self, group: Group, general: str, names: dict[str, Any], place: str) -> None:
        self._group = group
        self._general = general
        self._names = names
        self._place = place
        self._made: dict[object, Make] = {}
        # What holds signals and functions is as live as they are.
        self._containers = [
            index
            for index, hole in enumerate(group.places)
            if isinstance(hole, AttributeHole) and hole.name in ("class", "style")
        ]

    def __call__(self, *values: Any) -> Element:
        """Makes the element."""
        kinds: tuple[Any, ...] = tuple(map(type, values))
        for index in self._containers:
            if is_live(values[index]):
                kinds = (*kinds, index)
        return (self._made.get(kinds) or self._make(kinds))(*values)

    def _make(self, kinds: tuple[Any, ...]) -> Make:
        """Returns the function for values of some classes, of which those at the numbers behind them are live."""
        general: Make = self._names[self._general]
        if len(self._made) >= _MOST:
            return general
        known = {index: kind_of(kind) for index, kind in enumerate(kinds) if isinstance(kind, type)}
        known.update(dict.fromkeys((kind for kind in kinds if isinstance(kind, int)), Kind.LIVE))
        split = self._group.index(self._group.split) if self._group.split is not None else None
        fits = Unmerged not in kinds and (split is None or known[split] is Kind.TEXT)
        made = self._compiled(known) if fits else None
        self._made[kinds] = made or general
        return self._made[kinds]

    def _compiled(self, kinds: dict[int, Kind]) -> Make | None:
        """Makes the functions; returns None where such an element is made the general way."""
        number = next(_numbers)
        try:
            source = LiveFunctions(self._group, kinds, str(number), self._general).both()
        except UnfitError:
            return None
        exec(compile(source, self._place, "exec"), self._names)  # noqa: S102 - written by this package alone
        made: Make = self._names[f"make{number}"]
        return made
