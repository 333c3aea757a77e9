"""A page that hydrates, mounts, updates and disposes cases on demand. Ships to the browser."""

import json
from collections.abc import Callable
from typing import Any

from pyui import Route, component, on_mount
from pyui.html import div
from pyui.view._island import IslandNode
from tests.browser import corrupt
from tests.cases import CASES
from tests.random_specs import SpecCase

SCENES: dict[str, Callable[[], object]] = {"corrupt": corrupt.Page, "long": corrupt.Long}

type Update = Callable[[], object]


class Harness:
    """Runs one case at a time in the page's root: of the list, by its name, or one that is described in JSON.

    Called from JavaScript as `harness`.
    """

    def __init__(self) -> None:
        self._cases = {case.name: case for case in CASES}
        self._bound: Any = None
        self._updates: list[Update] = []
        self._handlers = 0
        self._outer = 0

    def hydrate(self, name: str) -> str:
        """Binds a case to the HTML in the root; returns the counts as JSON."""
        from pyui.browser import hydrate

        return self._start(name, hydrate)

    def hydrate_with_pauses(self, name: str) -> str:
        """Does the same with a pause wherever there can be one."""
        from pyui.browser import _page_walk, hydrate

        usual = _page_walk.FIRST_SECONDS, _page_walk.SLICE_SECONDS, _page_walk.LOOKS
        _page_walk.FIRST_SECONDS, _page_walk.SLICE_SECONDS, _page_walk.LOOKS = -1, -1, 1
        try:
            return self._start(name, hydrate)
        finally:
            _page_walk.FIRST_SECONDS, _page_walk.SLICE_SECONDS, _page_walk.LOOKS = usual

    def mount(self, name: str) -> str:
        """Renders a case into the root; returns the counts as JSON."""
        from pyui.browser import mount

        return self._start(name, mount)

    def _start(self, name: str, bind: Callable[[object], Any]) -> str:
        from pyui.browser._islands import _waiting
        from pyui.browser._numbers import numbers

        self._handlers = len(numbers.handlers)
        node, self._updates = self._make(name)
        self._bound = bind(node)
        self._outer = min(_waiting, default=0) if isinstance(node, IslandNode) else 0
        return json.dumps(self._bound.counts)

    def reported(self) -> str:
        """Returns as JSON which mismatches were reported since it was last asked."""
        text = json.dumps(corrupt.reported)
        corrupt.reported.clear()
        return text

    def _make(self, name: str) -> tuple[object, list[Update]]:
        if name in SCENES:
            return SCENES[name](), []
        if name.startswith("{"):
            case = SpecCase(json.loads(name))
            return case.node, case.updates
        return self._cases[name].make()

    def update(self, index: int) -> None:
        """Makes one of the case's updates, as an event handler would."""
        from pyui.browser._ops import turn
        from pyui.reactive import batch

        def work() -> None:
            with batch():
                self._updates[index]()

        turn(work)

    def wake(self) -> None:
        """Takes over all islands, the outer ones first."""
        from pyui.browser._boot import wake
        from pyui.browser._islands import _waiting

        while _waiting:
            wake(min(_waiting))

    def wake_outer(self) -> None:
        """Takes over the island that all of a case is in, if it is in one."""
        from pyui.browser._boot import wake

        wake(self._outer)

    def updates(self) -> int:
        """Returns how many updates the case has."""
        return len(self._updates)

    def dispose(self) -> str:
        """Disposes the case; returns what is left of it as JSON."""
        from pyui.browser._numbers import numbers
        from pyui.browser._ops import turn

        turn(self._bound.owner.dispose)
        self._bound = None
        self._updates = []
        return json.dumps({"handlers": len(numbers.handlers) - self._handlers})


@component
def Page() -> object:
    """Puts the harness where the tests find it."""
    on_mount(_publish)
    return div("harness")


def _publish() -> None:
    import js  # pyright: ignore[reportMissingImports]
    from pyodide.ffi import create_proxy  # pyright: ignore[reportMissingImports]

    js.harness = create_proxy(Harness())


routes = [Route("/", Page, title="Harness")]
