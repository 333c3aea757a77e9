"""The payload: what the server tells the browser about a page, as JSON in a script element."""

import json
import math
from collections.abc import Mapping
from typing import Any, cast

from pyui._location import Location
from pyui.server._errors import PropsError

MAX_SAFE_INTEGER = 2**53 - 1
"""The largest integer that a JavaScript number holds exactly."""

_MAX_DEPTH = 100
_SCRIPT_ESCAPES = {ord("<"): "\\u003c", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def script_json(value: object) -> str:
    """Returns JSON that can stand in a `<script>`: nothing in it closes the element or opens a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SCRIPT_ESCAPES)


def json_props(props: object, where: Location | None) -> dict[str, Any]:
    """Checks a loader's props and takes them through JSON, so that the server renders what the browser will see.

    Args:
        props: what the loader returned.
        where: the place of the server route, for errors.

    Returns:
        The decoded props.

    Raises:
        PropsError: they hold anything but str, int within 2^53, finite float, bool, None, list, or dict with str keys.
    """
    if not isinstance(props, Mapping):
        what = f"The loader returned {type(props).__name__}, not a dict of props."
        raise PropsError(what, "Return a dict whose keys are names of the component's parameters.", where=where)
    checked: dict[Any, Any] = dict(props)  # pyright: ignore[reportUnknownArgumentType]
    _check(checked, "props", 0, where)
    decoded: dict[str, Any] = json.loads(json.dumps(checked))
    return decoded


def _check(value: object, path: str, depth: int, where: Location | None) -> None:  # noqa: C901 - one line per type
    if depth > _MAX_DEPTH:
        raise _error(f"{path[:60]}…", "is nested more than 100 levels deep, or holds itself", "Flatten it.", where)
    match value:
        case None | bool():
            return
        case int():
            if abs(value) > MAX_SAFE_INTEGER:
                raise _error(path, f"is {value}, which JavaScript cannot hold exactly", "Pass it as a string.", where)
        case float():
            if not math.isfinite(value):
                raise _error(path, f"is {value}, which JSON does not have", "Use None, or a string.", where)
        case str():
            _check_text(value, path, where)
        case list():
            for index, item in enumerate(cast("list[object]", value)):
                _check(item, f"{path}[{index}]", depth + 1, where)
        case dict():
            _check_dict(cast("dict[object, object]", value), path, depth, where)
        case _:
            kind = type(value).__name__
            raise _error(path, f"is a {kind}, which JSON does not have", _FIXES.get(kind, _FIX), where)


_FIX = "Use str, int, float, bool, None, list and dict with str keys."
_FIXES = {
    "tuple": "Make it a list.",
    "set": "Make it a sorted list.",
    "frozenset": "Make it a sorted list.",
    "date": "Pass its isoformat().",
    "datetime": "Pass its isoformat().",
    "Decimal": "Pass it as a string.",
    "bytes": "Pass it as text.",
}


def _check_dict(value: dict[object, object], path: str, depth: int, where: Location | None) -> None:
    for key, item in value.items():
        if not isinstance(key, str):
            raise _error(path, f"has the key {key!r}, which is no string", "JSON's keys are strings.", where)
        _check_text(key, path, where)
        _check(item, f"{path}.{key}" if key.isidentifier() else f"{path}[{key!r}]", depth + 1, where)


def _check_text(value: str, path: str, where: Location | None) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        fix = "Decode the bytes that it came from with the right encoding."
        raise _error(path, "holds half of a surrogate pair, which is no character", fix, where) from None


def _error(path: str, what: str, fix: str, where: Location | None) -> PropsError:
    return PropsError(f"{path} {what}.", fix, where=where)
