"""The only module that touches the JavaScript runtime. Browser only.

The runtime is the object that `runtime_js/src/main.js` gives; a call of one of its functions is one crossing.
"""

import asyncio
import sys
from typing import Any

from pyodide.ffi import (  # pyright: ignore[reportMissingImports]
    JsProxy,  # pyright: ignore[reportUnknownVariableType]
    jsnull,  # pyright: ignore[reportUnknownVariableType]
    to_js,  # pyright: ignore[reportUnknownVariableType]
)

NULL: object = jsnull  # pyright: ignore[reportUnknownVariableType]
"""JavaScript's `null`, which Pyodide does not take for None."""

_runtime: Any = None


def connect(runtime: Any) -> None:
    """Gets the runtime, once for the life of the page. A memory snapshot, which is taken before, cannot hold it.

    Args:
        runtime: an object of JavaScript with the functions that this module calls.
    """
    global _runtime  # noqa: PLW0603 - there is one page
    _runtime = runtime


def is_kept(value: object) -> bool:
    """Tells whether a value is an object of JavaScript, other than the module `js`."""
    return isinstance(value, JsProxy) and value is not sys.modules.get("js")


def apply(batch: str) -> None:
    """Carries out a batch of ops.

    Args:
        batch: a flat JSON array of opcodes and their arguments.
    """
    _runtime.apply(_sent(batch))


def _sent(text: str) -> Any:
    """Returns what a text is sent as: bytes, where Pyodide would convert the text character by character."""
    return text if text.isascii() or len(text) < _LONG else to_js(text.encode())  # pyright: ignore[reportUnknownVariableType]


_LONG = 1_000


def hydrate(place: int, rendered: str) -> str:
    """Numbers the nodes of the page, or of an island, that is there.

    Args:
        place: the number of the island, 0 for the page.
        rendered: what was rendered for it, in JSON: the markup, which is in sections with rows between them, what is
            known of those rows, as `StandIn.about` tells it, and four numbers: first element, element count, first
            comment, comment count, where the rows count as well.

    Returns:
        JSON: `differences`, which is empty, `nodes`, and `values`, a list of [element, value] of the controls that the
        user changed; nothing where the page is not what was rendered.
    """
    found: str = _runtime.hydrate(place, _sent(rendered))
    return found


def repair(place: int, rendered: str) -> str:
    """Makes the page, or an island, what was rendered for it where it differs, and numbers its nodes.

    Args:
        place: the number of the island, 0 for the page.
        rendered: as for `hydrate`, but that the markup is in one section, with the rows and notes of the components.

    Returns:
        JSON as that of `hydrate`, and `differences`: a list of what was repaired.
    """
    found: str = _runtime.repair(place, _sent(rendered))
    return found


def islands(place: int, first: int, count: int) -> None:
    """Numbers the islands that wait, in document order, and has the runtime call `wake` when their triggers come.

    Args:
        place: the number of the island that they are in, 0 for the page.
        first: the number of the first.
        count: how many there are.
    """
    _runtime.numberIslands(place, first, count)


def trigger(island: int) -> None:
    """Triggers an island, as soon as the present turn is over."""
    _runtime.triggerIsland(island)


def mismatch(text: str) -> None:
    """Sends the event `pyui:mismatch` to the window.

    Args:
        text: its detail as JSON.
    """
    _runtime.mismatch(text)


def node(number: int) -> Any:
    """Returns the browser's node with a number."""
    return _runtime.node(number)


def schedule() -> None:
    """Has the flush function called in a microtask."""
    _runtime.schedule()


def work() -> None:
    """Has the function for what can wait called in tasks of their own, until it returns False."""
    _runtime.work()


def is_awaiting() -> bool:
    """Tells whether there is Python code that waits for something, and goes on when that is there."""
    return bool(asyncio.all_tasks(asyncio.get_event_loop()))


def language() -> str:
    """Returns the language that the browser is set to."""
    found: str = _runtime.language()
    return found


def leave(url: str) -> None:
    """Has the browser load another page.

    Args:
        url: its URL.
    """
    _runtime.leave(url)


def report(message: str) -> None:
    """Writes an error to the browser's console."""
    _runtime.report(message)


def navigate(to: str, replace: bool) -> Any:
    """Goes to another page.

    Args:
        to: a path of the app, a query, a fragment, or the URL of another site.
        replace: whether it takes the place of the present page in the history.

    Returns:
        The browser's promise of whether the page is shown; it can be awaited.
    """
    return _runtime.navigate(to, replace)


def load_package(name: str) -> Any:
    """Loads a compiled client package.

    Args:
        name: its name.

    Returns:
        The browser's promise that it can be imported.
    """
    return _runtime.load(name)
