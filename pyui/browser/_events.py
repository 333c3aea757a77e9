"""Delivers events to handlers. Browser only."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from inspect import iscoroutine
from typing import Any

from pyui.browser._bridge import NULL
from pyui.browser._numbers import numbers
from pyui.browser._ops import guarded, report, turn
from pyui.browser._rows import batches
from pyui.reactive import batch
from pyui.view._arity import wanted
from pyui.view._element import Handler
from pyui.view._event import Event

_running: set[asyncio.Future[Any]] = set()  # asyncio itself holds tasks weakly


def dispatch(kind: str, ids: int | str, source: Any, value: str) -> None:
    """Calls the handlers of an event, innermost first. Called by the runtime, once per event.

    Args:
        kind: the event's type.
        ids: the number of the element on its path that handles it; where several do, their numbers, comma-separated.
        source: the browser's event.
        value: the JSON of what the bound control shows that the event happened on, or nothing.
    """
    path = [ids] if isinstance(ids, int) else list(map(int, ids.split(",")))
    turn(lambda: _deliver(kind, path, Event(source, NULL), value))


def _deliver(kind: str, path: list[int], event: Event, value: str) -> None:
    with batch():
        for index, number in enumerate(path):
            handlers = numbers.handlers.get(number) or batches.handlers(number)
            if handlers is None:
                continue
            bind = handlers.bind
            if index == 0 and value and bind is not None and bind.event == kind:
                guarded(lambda bind=bind: bind.accept(json.loads(value)))  # type: ignore[misc]
            handler = handlers.by_type.get(kind)
            if handler is not None:
                guarded(lambda handler=handler: call_handler(handler, event))  # type: ignore[misc]
            if event.stopped:
                return


def call_handler(handler: Handler, event: object) -> None:
    """Calls a function with what it handles, if it takes that, and has the browser go on with it if it is async."""
    call: Callable[..., object] = handler
    result = call(event) if wanted(handler, 1) else call()
    if iscoroutine(result):
        _run_async(result)


def _run_async(work: Awaitable[Any]) -> None:
    task = asyncio.ensure_future(work)
    _running.add(task)
    task.add_done_callback(_finished)


def _finished(task: asyncio.Future[Any]) -> None:
    _running.discard(task)
    error = None if task.cancelled() else task.exception()
    if error is not None:
        report(error)
