"""Takes over the page. Browser only."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from importlib import import_module
from typing import Any, NamedTuple

from pyui.browser import _bridge
from pyui.browser._events import dispatch
from pyui.browser._head import head
from pyui.browser._modules import MODULES
from pyui.browser._navigation import Navigator, decode_each, show_head
from pyui.browser._numbers import numbers
from pyui.browser._ops import emit, flush, mounts, schedule, turn
from pyui.browser._recorder import Fragment, LiveRecorder
from pyui.errors import HydrationError
from pyui.reactive import Owner, batch
from pyui.reactive._graph import set_scheduler
from pyui.router import Navigation, Place, Redirect, join_base, match_catch_all, match_route, navigation_node
from pyui.view import ControlFlow, NotFound, decode
from pyui.view._environment import environment, hydrating
from pyui.view._lifecycle import MOUNTS
from pyui.view._transfer import receive
from pyui.view.protocol import OP_PAGE


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
    match = (match_route if payload["found"] else match_catch_all)(routes, payload["path"])
    if match is None:
        raise NoRouteError(f"No route matches {payload['path']!r}.", "Reload the page: it is older than its bundle.")
    _bridge.listen(dispatch, flush)
    environment.language = _bridge.language()
    set_scheduler(schedule)
    receive(decode_each(payload["transfer"]))
    show_head(match, payload["title"])
    head.trust()
    place = Place(payload["path"], payload["query"])
    navigation = Navigation(match, decode(payload["props"], MODULES.__contains__), place, payload["base"])
    Navigator(routes, navigation, payload).connect()
    try:
        bound = (mount if payload["mode"] == "client" else hydrate)(navigation_node(navigation))
    except Redirect as found:
        _bridge.leave(join_base(payload["base"], found.url))
        return "{}"
    except NotFound:
        lost = match_catch_all(routes, payload["path"])
        if lost is None:
            raise NoRouteError(f"There is no page at {payload['path']!r}.", _ADD_CATCH_ALL) from None
        show_head(lost, payload["title"])
        navigation.show(lost, {}, place)
        bound = mount(navigation_node(navigation))
    return json.dumps(bound.counts)


_ADD_CATCH_ALL = 'Add a route that takes every path, Route("/{path:path}", Missing), for what is not found.'


class Bound(NamedTuple):
    """A page that is bound.

    Args:
        owner: who owns all of it; disposing it leaves the DOM, without a binding.
        counts: `components`, `nodes`, `bindings`, `skipped`, `mismatches`.
    """

    owner: Owner
    counts: dict[str, int]


def hydrate(page: object) -> Bound:
    """Binds a page to the DOM that holds its HTML. What the user entered meanwhile goes to the signals.

    Args:
        page: the page's node.

    Returns:
        The bound page.
    """

    def bind(fragment: Fragment) -> dict[str, int]:
        head.trust()
        found: dict[str, Any] = json.loads(_bridge.hydrate(fragment.html, *fragment.numbers))
        for number, value in found.pop("values"):
            control = numbers.handlers[number].bind
            if control is not None:
                control.accept(value)
        return found

    return _bind(page, bind, hydrates=True)


def mount(page: object) -> Bound:
    """Renders a page in place of all that the root holds.

    Args:
        page: the page's node.

    Returns:
        The bound page.
    """

    def bind(fragment: Fragment) -> dict[str, int]:
        emit(OP_PAGE, fragment.html, *fragment.numbers)
        return {"nodes": 0, "mismatches": 0}

    return _bind(page, bind, hydrates=False)


def _bind(page: object, bind: Callable[[Fragment], dict[str, int]], *, hydrates: bool) -> Bound:
    owner = Owner()
    owner.contexts = {MOUNTS: mounts}
    recorder = LiveRecorder()
    counts: dict[str, int] = {}

    def work() -> None:
        with batch():
            with hydrating() if hydrates else nullcontext():
                fragment = recorder.page(owner, page)
            counts.update(bind(fragment))

    try:
        turn(work)
    except ControlFlow:
        owner.dispose()
        raise
    return Bound(owner, {"components": recorder.components, "bindings": recorder.live, "skipped": 0, **counts})
