"""Takes over the page. Browser only."""

import json
from importlib import import_module
from typing import Any

from pyui.browser import _bridge
from pyui.browser._events import dispatch
from pyui.browser._numbers import numbers
from pyui.browser._ops import flush, mounts, schedule, turn
from pyui.browser._recorder import LiveRecorder
from pyui.errors import HydrationError
from pyui.reactive import Owner, batch
from pyui.reactive._graph import set_scheduler
from pyui.router import match_route, page_node
from pyui.view._lifecycle import MOUNTS


class NoRouteError(HydrationError):
    """The page's path matches no route of the bundle."""

    code = "PYUI405"


def start(text: str) -> str:
    """Renders the page's components and binds them to the page that is there. Called by the runtime.

    Args:
        text: the payload.

    Returns:
        JSON: `components`, `nodes`, `bindings`, `skipped`, `mismatches`.

    Raises:
        NoRouteError: the page's path matches no route of the bundle.
    """
    payload = json.loads(text)
    module, _, name = payload["routes"].partition(":")
    routes = getattr(import_module(module), name)
    match = match_route(routes, payload["path"])
    if match is None:
        raise NoRouteError(f"No route matches {payload['path']!r}.", "Reload the page: it is older than its bundle.")
    _bridge.listen(dispatch, flush)
    set_scheduler(schedule)
    return json.dumps(hydrate(page_node(match, payload["props"], payload["base"])))


def hydrate(node: object) -> dict[str, Any]:
    """Binds a page to the DOM that holds its HTML.

    Args:
        node: the page.

    Returns:
        What `pyui.ready` resolves to, but for the timings.
    """
    root = Owner()
    root.contexts = {MOUNTS: mounts}
    recorder = LiveRecorder()
    result: dict[str, Any] = {}

    def bind() -> None:
        with batch():
            page = recorder.page(root, node)
            found = json.loads(_bridge.hydrate(page.html, *page.numbers))
            for number, value in found["values"]:
                control = numbers.handlers[number].bind
                if control is not None:
                    control.accept(value)
            result.update(nodes=found["nodes"], mismatches=found["mismatches"])

    turn(bind)
    return {"components": recorder.components, "bindings": recorder.live, "skipped": 0, **result}
