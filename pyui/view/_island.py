"""Islands: parts of the page that are taken over by themselves, each by its own trigger. Runs on both sides."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, override

from pyui.reactive import untracked
from pyui.view._choice import FlowError
from pyui.view._node import Child, Item, Node, normalise
from pyui.view._scope import require_owner
from pyui.view._skip_hydration import Skipped
from pyui.view._walk import PositionLeave
from pyui.view.protocol import ISLAND_END, ISLAND_START, SKIP_END, SKIP_START

if TYPE_CHECKING:
    from pyui.view._walk import Walk

type Trigger = Literal["immediate", "idle", "viewport", "interaction", "hover", "never"]
type Hydrate = Trigger | str | Callable[[], object]
"""When an island is taken over; see `Island`."""

WHEN = "when"
"""The trigger of an island that waits for a signal."""

_PLAIN = ("immediate", "idle", "viewport", "interaction", "hover", "never")


def Island(*children: Child, hydrate: Hydrate = "immediate") -> Node:
    """A part of the page that the browser takes over by itself. Until then it stays what the server wrote.

    None of its components run in the browser before, and where nothing on a page is live but islands, Python is not
    even loaded before the first of them is triggered. Islands may stand in each other: the outer ones are taken over
    first. What the user does in an island meanwhile is delivered when it is taken over, which any event that it handles
    brings about. Where the browser renders the island itself, after a client navigation for one, it is live at once.

    Args:
        children: the children.
        hydrate: when: `"immediate"`, with the page; `"idle"`, when the browser has nothing else to do; `"viewport"`,
            when it comes into view; `"interaction"`, at the first press, key or focus in it; `"hover"`, when the
            pointer or the focus comes to it; `"timer(ms)"`, after so many milliseconds; `"media(query)"`, when a media
            query holds; `"never"`; or a signal or function, when it is true.

    Returns:
        A node that renders as the children.

    Raises:
        FlowError: there is no such trigger.
    """
    items = normalise(children)
    if callable(hydrate):
        return IslandNode(items, WHEN, hydrate)
    trigger = _checked(hydrate)
    return Skipped(items) if trigger == "never" else IslandNode(items, trigger, None)


def _checked(hydrate: object) -> str:
    if isinstance(hydrate, str) and (hydrate in _PLAIN or _has_argument(hydrate)):
        return hydrate
    raise FlowError(
        f"Island() got hydrate={hydrate!r}.",
        'Give "idle", "viewport", "interaction", "hover", "timer(500)", "media((width > 40em))", "never" or a signal.',
    )


def _has_argument(hydrate: str) -> bool:
    name, _, rest = hydrate.partition("(")
    argument = rest.removesuffix(")")
    if argument == rest:
        return False
    # The text stands in a comment, which two dashes might end.
    return argument.isdecimal() if name == "timer" else name == "media" and bool(argument) and "--" not in argument


class IslandNode(Node):
    """Children that are taken over by themselves.

    Args:
        items: the children.
        trigger: when, as text.
        condition: what has to be true, where that is the trigger.
    """

    __slots__ = ("condition", "items", "trigger")

    def __init__(self, items: list[Item], trigger: str, condition: Callable[[], object] | None) -> None:
        self.items = items
        self.trigger = trigger
        self.condition = condition

    @override
    def enter(self, walk: "Walk") -> None:
        walk.recorder.enter_block()
        items = None if self._is_due() or not walk.marked else walk.recorder.island(self)
        if items is None:
            walk.push(self.items, PositionLeave())
        else:
            walk.out.append(f"<!--{SKIP_START}--><!--{ISLAND_START}{self.trigger}-->")
            walk.push(items, IslandLeave(walk))

    def _is_due(self) -> bool:
        if self.condition is not None:
            return bool(untracked(self.condition))
        return self.trigger == "immediate"


class IslandLeave(PositionLeave):
    """Writes the end of an island. Nothing in it makes the page around it live, and its portals wait until it is."""

    __slots__ = ("_live", "_owner", "_owner_live", "_portals")

    def __init__(self, walk: "Walk") -> None:
        super().__init__()
        self._owner = require_owner()
        self._live = walk.recorder.live
        self._owner_live = self._owner.live
        self._portals = walk.portals_added()

    @override
    def leave(self, walk: "Walk") -> None:
        super().leave(walk)
        walk.recorder.live = self._live
        if self._owner.static:  # others count nothing
            self._owner.live = self._owner_live
        walk.drop_portals(self._portals)
        walk.out.append(f"<!--{ISLAND_END}--><!--{SKIP_END}-->")
