"""Blocks of which one content at a time is shown: `Show` and `Switch`. Runs on both sides."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from pyui.errors import ViewError
from pyui.view._node import Child, Item, Node, normalise

if TYPE_CHECKING:
    from pyui.view._walk import Walk


class FlowError(ViewError):
    """A flow component was given something that it cannot work with."""

    code = "PYUI209"


class Choice(Node):
    """A block whose content is chosen by a live key.

    Args:
        select: returns the key; what it reads is tracked.
        content: returns the children for a key. It is called again when the key changes, and not otherwise.
        live: whether a page needs the runtime because of it; not so where only client navigation changes the key.
    """

    __slots__ = ("content", "live", "select")

    def __init__(self, select: Callable[[], object], content: Callable[[Any], object], *, live: bool = True) -> None:
        self.select = select
        self.content = content
        self.live = live

    def enter(self, walk: "Walk") -> None:
        key, binding = walk.recorder.choose(self)
        walk.open_block(self.items(key), walk.recorder.open_block(binding))

    def items(self, key: object) -> Iterator[Item]:
        """Returns the content for a key, made when it is first asked for an item."""
        yield from normalise((self.content(key),))


def Show(when: object, *children: Child, fallback: Child = None) -> Child:
    """Shows its children while a condition holds.

    Args:
        when: a signal or function makes the condition live; any other value is decided once.
        children: shown while it is true; made anew each time it becomes true.
        fallback: shown while it is false.

    Returns:
        A child.
    """
    shown, otherwise = normalise(children), normalise((fallback,))
    if not callable(when):
        return shown if when else otherwise
    return Choice(lambda: bool(when()), lambda key: shown if key else otherwise)


class Match:
    """One case of `Switch`.

    Args:
        when: a signal or function makes the condition live.
        children: shown while this is the first case whose condition is true.
    """

    __slots__ = ("children", "when")

    def __init__(self, when: object, *children: Child) -> None:
        self.when = when
        self.children = normalise(children)

    def holds(self) -> bool:
        """Returns whether the condition is true now. Tracks what it reads."""
        return bool(self.when() if callable(self.when) else self.when)


def Switch(*cases: Match, fallback: Child = None) -> Child:
    """Shows the first case whose condition is true.

    Args:
        cases: the cases, in order; later conditions are not evaluated.
        fallback: shown while no condition is true.

    Returns:
        A child.

    Raises:
        FlowError: something that is no `Match` was given.
    """
    for case in cases:
        if not isinstance(case, Match):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise FlowError(f"Switch() got {case!r}.", "Give Match(condition, …) for each case.")

    otherwise = normalise((fallback,))

    def select() -> int:
        return next((index for index, case in enumerate(cases) if case.holds()), -1)

    def content(index: object) -> object:
        return otherwise if index == -1 else cases[index].children  # type: ignore[call-overload]

    return Choice(select, content)
