"""Stands in for `pyui.browser._bridge` where there is no browser, so that the binder itself runs in tests.

`pyui.testing` imports it before anything else, and from then on `pyui.browser` can be imported.
"""

import sys
from collections.abc import Awaitable, Generator
from typing import Any

from pyui.testing._dom import Element, Root
from pyui.testing._runtime import Runtime
from pyui.testing._target import Target

NULL: object = None
"""What stands for JavaScript's `null`."""


class _Page:
    """The page that the binder works on: there is one at a time, as in a browser."""

    def __init__(self) -> None:
        self.runtime = Runtime(Root("div", {}))
        self.visited: list[str] = []


_page = _Page()


def open_page(runtime: Runtime) -> list[str]:
    """Makes a page the one that the binder works on.

    Returns:
        A list that gets the addresses that the page asks for.
    """
    _page.runtime = runtime
    _page.visited = []
    return _page.visited


def apply(batch: str) -> None:
    """Carries out a batch of ops."""
    _page.runtime.apply(batch)


def hydrate(place: int, rendered: str) -> str:
    """Numbers the nodes of the page, or of an island, that is there."""
    return _page.runtime.hydrate(place, rendered)


def repair(place: int, rendered: str) -> str:
    """Puts what was rendered in place of what is there, and numbers its nodes."""
    return _page.runtime.repair(place, rendered)


def islands(place: int, first: int, count: int) -> None:  # noqa: ARG001 - as in a browser
    """Numbers the islands that wait."""
    _page.runtime.number_islands(place, first)


def trigger(island: int) -> None:
    """Triggers an island; it is taken over before the page is looked at."""
    _page.runtime.triggered.append(island)


def mismatch(text: str) -> None:
    """Does nothing: no script listens to what a browser would send."""


def node(number: int) -> Any:
    """Returns the node with a number."""
    found = _page.runtime.nodes.get(number)
    return Target(found) if isinstance(found, Element) else found


def schedule() -> None:
    """Notes that effects are pending; they run before the page is looked at."""
    _page.runtime.pending = True


def work() -> None:
    """Notes that there is work that can wait; it is done before the page is looked at."""
    _page.runtime.working = True


def is_awaiting() -> bool:
    """Tells that no code waits: a test does nothing while a page is taken over."""
    return False


def language() -> str:
    """Returns the language that a browser would be set to."""
    return "en"


def leave(url: str) -> None:
    """Notes that the page has asked for another one."""
    _page.visited.append(url)


def report(message: str) -> None:
    """Notes an error."""
    _page.runtime.reports.append(message)


class _Stayed:
    """What can be awaited for a navigation that does not take place."""

    def __await__(self) -> Generator[None, None, bool]:
        yield
        return False


def navigate(to: str, replace: bool) -> Awaitable[bool]:  # noqa: ARG001 - as in a browser
    """Notes that the page has asked for another one."""
    _page.visited.append(to)
    return _Stayed()


async def load_package(name: str) -> None:
    """Does nothing: the package is installed, or it is not."""


sys.modules.setdefault("pyui.browser._bridge", sys.modules[__name__])
