"""Reports what hydration had to repair. Browser only."""

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from pyui._location import Location, is_own_code
from pyui.browser import _bridge
from pyui.browser._events import call_handler
from pyui.browser._ops import guarded
from pyui.view import Mismatch
from pyui.view._component import ComponentCall
from pyui.view._hints import hint
from pyui.view._mismatch import callbacks
from pyui.view._trace import paths

_MOST_LOGGED = 20

type Path = tuple[ComponentCall, ...]


def mismatches(
    differences: Iterable[dict[str, Any]], pieces: Sequence[str], calls: Sequence[ComponentCall]
) -> list[Mismatch]:
    """Makes mismatches of what the runtime found to differ.

    Args:
        differences: `kind`, `component` (an index), `parent`, `expected` and `found`.
        pieces: the markup that was expected, with notes of the components.
        calls: the components, in the order of the notes.
    """
    known = dict(enumerate(paths(pieces, calls)))
    return [_mismatch(known.get(difference.pop("component"), ()), **difference) for difference in differences]


def _mismatch(path: Path, *, kind: str, parent: str, expected: str, found: str) -> Mismatch:
    users = [call for call in path if not is_own_code(call.component.function.__code__)]
    where, used_at = _places(users[-1]) if users else (None, None)
    names = tuple(call.component.name for call in users)
    about = hint(kind, parent, expected, found)
    return Mismatch(kind, path=names, where=where, used_at=used_at, expected=expected, found=found, hint=about)


def _places(call: ComponentCall) -> tuple[Location, Location | None]:
    code = call.component.function.__code__
    used_at = None if is_own_code(call.code) else Location(_relative(call.code.co_filename), call.line)
    return Location(_relative(code.co_filename), code.co_firstlineno), used_at


def _relative(file: str) -> str:
    """Returns a file's path below the folder that it was imported from, as it is in the user's project."""
    folders = [folder.rstrip("/") + "/" for folder in sys.path if folder and file.startswith(folder.rstrip("/") + "/")]
    return file[max(map(len, folders), default=0) :]


def report(found: Sequence[Mismatch]) -> None:
    """Writes mismatches to the console, sends an event for each, and calls what `on_mismatch` was given."""
    for mismatch in islice(found, _MOST_LOGGED):
        _bridge.report(str(mismatch))
    if len(found) > _MOST_LOGGED:
        _bridge.report(f"[{Mismatch.code}] There are {len(found) - _MOST_LOGGED} more.")
    for mismatch in found:
        _bridge.mismatch(json.dumps(mismatch.as_dict()))
        for function in callbacks:
            guarded(lambda function=function, mismatch=mismatch: call_handler(function, mismatch))  # type: ignore[misc]
