"""Takes over the page. Browser only."""

import gc
import json
from collections.abc import Callable, Generator
from contextlib import nullcontext
from importlib import import_module
from typing import Any, NamedTuple

from pyui.browser import _bridge
from pyui.browser._fragment import Fragment, RenderedPage
from pyui.browser._head import head
from pyui.browser._islands import await_triggers, awaken, waiting_count
from pyui.browser._later import find_later
from pyui.browser._mismatches import mismatches, report
from pyui.browser._modules import ships
from pyui.browser._navigation import Navigator, decode_each, show_head
from pyui.browser._numbers import numbers
from pyui.browser._ops import guarded, mounts, schedule, turn, turning
from pyui.browser._recorder import LiveRecorder
from pyui.browser._sent_text import to_json
from pyui.browser._stand_in import StandIn, filled, sections, with_rows
from pyui.errors import HydrationError
from pyui.reactive import Owner, batch
from pyui.reactive._graph import set_scheduler
from pyui.reactive._slices import set_slicer
from pyui.router import (
    Navigation,
    Place,
    Redirect,
    join_base,
    match_catch_all,
    match_route,
    navigation_node,
    set_navigator,
)
from pyui.view import ControlFlow, Mismatch, NotFound, decode
from pyui.view._environment import environment, hydrating
from pyui.view._lifecycle import MOUNTS
from pyui.view._packages import set_package_loader
from pyui.view._pause import finish
from pyui.view._trace import noted
from pyui.view._transfer import receive
from pyui.view.protocol import OP_PAGE


class NoRouteError(HydrationError):
    """The page's path matches no route of the bundle."""

    code = "PYUI405"


type Stages[T] = Generator[bool | None, None, T]
"""Work that stops for the runtime to do something; see `start`."""

_starting: list[Stages[str]] = []
_navigators: list[Navigator] = []


def navigator() -> Navigator:
    """Returns what shows other pages. Called by the runtime when it is needed for the first time."""
    return _navigators[-1]


def start(text: str, path: str, query: str, runtime: object) -> str | bool | None:
    """Renders the page's components and binds them to the page that is there. Called by the runtime.

    Args:
        text: the payload.
        path: the path of the page below the base. A page that is sent for many has none in its payload.
        query: its query.
        runtime: the runtime.

    Returns:
        JSON: `components`, `nodes`, `bindings`, `skipped`, `mismatches`. Before it is done, what has to come first,
        and then a call of `resume`: for None whatever the browser has to do meanwhile, for False what has to be done
        before anything of the page can change, and for True also the loading of the script that repairs a page,
        because this one differs from what was rendered.

    Raises:
        NoRouteError: the page's path matches no route of the bundle.
    """
    _bridge.connect(runtime)
    _starting.append(_without_collection(_start(text, Place(path, query))))
    return resume()


def resume() -> str | bool | None:
    """Goes on with the start of the page, from where it stopped.

    Returns:
        As `start`.
    """
    try:
        return next(_starting[-1])
    except StopIteration as end:
        _starting.clear()
        return str(end.value)


def _without_collection[T](stages: Stages[T]) -> Stages[T]:
    gc.disable()  # nearly all that a start makes stays
    try:
        return (yield from stages)
    except BaseException:
        gc.enable()
        raise


def collect() -> None:
    """Goes on with collecting garbage, which waits while a page starts. Called by the runtime, in a task of its own."""
    if gc.get_count()[0] > _MANY_OBJECTS:  # they become old ones without a look at each
        gc.freeze()
        gc.unfreeze()
    gc.enable()


_MANY_OBJECTS = 50_000


def _start(text: str, place: Place) -> Stages[str]:
    find_later()
    payload = json.loads(text)
    module, _, name = payload["routes"].partition(":")
    routes = getattr(import_module(module), name)
    match = (match_route if payload["found"] else match_catch_all)(routes, place.path)
    if match is None:
        raise NoRouteError(f"No route matches {place.path!r}.", "Reload the page: it is older than its bundle.")
    environment.language = _bridge.language()
    set_package_loader(_bridge.load_package)
    set_scheduler(schedule)
    set_slicer(_bridge.work)
    receive(decode_each(payload["transfer"]))
    show_head(match, payload["title"])
    head.trust()
    navigation = Navigation(match, decode(payload["props"], ships), place, payload["base"])
    _navigators.append(Navigator(routes, navigation, payload))
    set_navigator(_bridge.navigate)
    try:
        bound = yield from (_mount if payload["mode"] == "client" else _hydrate)(navigation_node(navigation))
    except Redirect as found:
        _bridge.leave(join_base(payload["base"], found.url))
        return "{}"
    except NotFound:
        lost = match_catch_all(routes, place.path)
        if lost is None:
            raise NoRouteError(f"There is no page at {place.path!r}.", _ADD_CATCH_ALL) from None
        show_head(lost, payload["title"])
        navigation.show(lost, {}, place)
        bound = mount(navigation_node(navigation))
    return json.dumps(bound.counts)


_ADD_CATCH_ALL = 'Add a route that takes every path, Route("/{path:path}", Missing), for what is not found.'


_PAGE = 0
"""Stands for the page where a place is the number of an island."""


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
    return finish(_hydrate(page))


def _hydrate(page: object) -> Stages[Bound]:
    found: list[Mismatch] = []

    def bind(rendered: RenderedPage) -> Stages[dict[str, int]]:
        head.trust()
        return _take_over(_PAGE, rendered, found)

    bound = yield from _bind(page, bind, hydrates=True)
    turn(lambda: report(found))
    return bound


def _take_over(place: int, rendered: RenderedPage, found: list[Mismatch]) -> Stages[dict[str, int]]:
    """Binds what was rendered to what is there.

    Args:
        place: the number of an island, or 0 for the page.
        rendered: what was rendered.
        found: takes the mismatches.

    Returns:
        `nodes` and `mismatches`.
    """
    pieces = rendered.pieces
    rows = [piece.about() for piece in pieces if isinstance(piece, StandIn)]
    numbered = with_rows(rendered.numbers, rows)
    sent = to_json([sections(pieces), rows, numbered])
    if rendered.paused and not _bridge.is_awaiting():
        yield None
    yield False
    text = _bridge.hydrate(place, sent)
    if not text:
        yield from (True, False)
        text = _bridge.hydrate(place, sent)
    if not text:
        pieces = filled(pieces)
        text = _bridge.repair(place, to_json([[noted(pieces)], rows, numbered]))
    taken: dict[str, Any] = json.loads(text)
    for number, value in taken["values"]:
        control = numbers.handlers[number].bind
        if control is not None:
            control.accept(value)
    if rendered.exact:
        found.extend(mismatches(taken["differences"], pieces, rendered.calls))
    return {"nodes": taken["nodes"], "mismatches": len(found)}


def wake(number: int) -> None:
    """Takes over an island whose trigger came. Called by the runtime.

    Args:
        number: the island's number.
    """
    island = awaken(number)
    if island is None:
        return
    found: list[Mismatch] = []

    def bind(place: int, rendered: RenderedPage) -> None:
        finish(_take_over(place, rendered, found))

    def work() -> None:
        with batch(), hydrating():
            island.take_over(bind)
            await_triggers(island.recorder, number)

    turn(lambda: guarded(work))
    turn(lambda: report(found))


def mount(page: object) -> Bound:
    """Renders a page in place of all that the root holds.

    Args:
        page: the page's node.

    Returns:
        The bound page.
    """
    return finish(_mount(page))


def _mount(page: object) -> Stages[Bound]:
    def bind(rendered: RenderedPage) -> Stages[dict[str, int]]:
        Fragment.of(rendered.pieces, rendered.numbers).emit(OP_PAGE)
        yield from ()
        return {"nodes": 0, "mismatches": 0}

    return _bind(page, bind, hydrates=False)


def _bind(page: object, bind: Callable[[RenderedPage], Stages[dict[str, int]]], *, hydrates: bool) -> Stages[Bound]:
    owner = Owner()
    owner.contexts = {MOUNTS: mounts}
    recorder = LiveRecorder()
    try:
        with turning, batch():
            with hydrating() if hydrates else nullcontext():
                rendered = yield from recorder.page(owner, page)
            counts = yield from bind(rendered)
            await_triggers(recorder, _PAGE)
    except ControlFlow:
        owner.dispose()
        raise
    made = {"components": recorder.components, "bindings": recorder.live, "skipped": recorder.skipped + waiting_count()}
    return Bound(owner, {**made, **counts})
