"""A page without a browser: the real binder on the nodes of `pyui.testing._dom`."""

import asyncio
from collections.abc import Callable
from typing import Any

from pyui.browser import Bound, hydrate, mount
from pyui.browser import _events as browser_events
from pyui.browser import _ops as browser_ops
from pyui.browser._boot import wake
from pyui.browser._head import head
from pyui.browser._numbers import numbers
from pyui.build._blocking import wait_for
from pyui.reactive import batch
from pyui.reactive._graph import set_scheduler
from pyui.reactive._slices import set_slicer
from pyui.router._navigation import set_navigator
from pyui.testing import _bridge
from pyui.testing._dom import Element, Node, Root
from pyui.testing._errors import ActionError, ReportedError
from pyui.testing._html import parse
from pyui.testing._runtime import Runtime
from pyui.view._environment import environment
from pyui.view._transfer import receive
from pyui.view.protocol import ROOT_ID

_PATIENCE_SECONDS = 5

_open: "list[LivePage]" = []


class LivePage:
    """A page with one component, mounted or hydrated. There is one at a time; a new one closes the one before.

    Args:
        html: what the server has sent.

    Attributes:
        root: the element that holds the page.
        runtime: knows the bound nodes, and what went wrong.
        counts: what `pyui.ready` would tell.
        visited: where links, forms and `navigate()` have led.
    """

    def __init__(self, html: str = "") -> None:
        close_page()
        self.root = Root("div", {"id": ROOT_ID})
        self.runtime = Runtime(self.root)
        self.root.insert(parse(html, self.root))
        self.root.mutations.clear()
        self.counts: dict[str, int] = {}
        self._bound: Bound | None = None
        _reset_binder()
        _open.append(self)
        self.visited = _bridge.open_page(self.runtime)
        environment.in_browser = True
        set_scheduler(browser_ops.schedule)
        set_slicer(_bridge.work)
        set_navigator(_bridge.navigate)

    def hydrate(self, node: object) -> None:
        """Binds a component to the HTML that is there."""
        self._start(node, hydrate)

    def mount(self, node: object) -> None:
        """Renders a component in place of all that is there."""
        self._start(node, mount)

    def _start(self, node: object, bind: Callable[[object], Bound]) -> None:
        try:
            self._bound = bind(node)
        except BaseException:
            close_page()
            raise
        self.counts = self._bound.counts
        self.settle()

    def wake_islands(self) -> None:
        """Takes over all islands, as if each trigger had come."""
        woken = 0
        while woken < len(self.runtime.islands):
            number = list(self.runtime.islands)[woken]
            woken += 1
            wake(number)
            self.settle()

    def act(self, work: Callable[[], object]) -> None:
        """Does what an event handler might do, and brings the page up to date."""

        def together() -> None:
            with batch():
                work()

        browser_ops.turn(together)
        self.settle()

    def deliver(self, kind: str, path: list[Element], event: Any, value: str) -> None:
        """Delivers an event to handlers, and waits for those that are asynchronous.

        Args:
            kind: its type.
            path: the elements that handle it, innermost first.
            event: what the handlers get as the browser's event.
            value: the JSON of what the bound control shows that it happened on, or nothing.

        Raises:
            ReportedError: a handler failed.
            ActionError: a handler waits for too long.
        """
        ids = ",".join(str(element.number) for element in path)

        async def handle() -> bool:
            browser_events.dispatch(kind, ids, event, value)
            running = browser_events._running
            return not running or not (await asyncio.wait(running, timeout=_PATIENCE_SECONDS))[1]

        if not wait_for(handle()):
            what = f"A handler of {kind} was not done after {_PATIENCE_SECONDS} seconds."
            raise ActionError(what, "Give what it waits for a short time in tests.")
        self.settle()

    def settle(self) -> None:
        """Runs effects that are pending, as a browser does when a script is over.

        Raises:
            ReportedError: a handler, an effect or a component failed.
        """
        while self.runtime.pending or self.runtime.triggered or self.runtime.working:
            if self.runtime.triggered:
                wake(self.runtime.triggered.pop(0))
            elif self.runtime.pending:
                self.runtime.pending = False
                browser_ops.flush()
            else:
                self.runtime.working = browser_ops.work_on()
        if self.runtime.reports:
            reports = "\n".join(self.runtime.reports)
            self.runtime.reports.clear()
            raise ReportedError(f"The page reported:\n{reports}", "The traceback shows where.")

    def visit(self, url: str) -> None:
        """Notes that the user has followed a link or sent a form."""
        self.visited.append(url)

    def close(self) -> None:
        """Disposes the page, if it is still open."""
        if self in _open:
            close_page()

    def nodes(self) -> list[Node]:
        """Lists all nodes of the page."""
        return list(self.root.descendants())

    def dispose(self) -> int:
        """Disposes the component; returns how many handlers and nodes are still bound."""
        bound, self._bound = self._bound, None
        if bound is not None:
            browser_ops.turn(bound.owner.dispose)
        return len(numbers.handlers) + len(self.runtime.nodes)


def close_page() -> None:
    """Disposes the page that is open, if any."""
    while _open:
        page = _open.pop()
        try:
            page.dispose()
        finally:
            environment.in_browser = False
            receive(None)
            set_scheduler(None)
            set_slicer(None)
            set_navigator(None)


def _reset_binder() -> None:
    """Forgets what a page that failed has left behind."""
    for leftover in (browser_ops._batch, browser_ops._freed, browser_ops._due, browser_ops.mounts):
        leftover.clear()
    browser_ops.turning.depth = 0
    numbers.handlers.clear()
    head.forget()
