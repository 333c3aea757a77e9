"""Text as it would have come from the server, so that both ways lead to the same page. Browser only."""

import json
from typing import Any

from pyui.browser._shape_recorder import CLOSES, OPENS


def as_sent(text: str) -> str:
    """Makes question marks of halves of surrogate pairs, as the server does: UTF-8 does not have them.

    Args:
        text: markup, or a batch of ops.

    Returns:
        The text that arrives where the server sends this one.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def to_json(batch: list[Any]) -> str:
    """Writes a batch of ops.

    Args:
        batch: opcodes and their arguments.

    Returns:
        The batch as JSON, in which U+0000 is U+FFFD: the server writes it so, because no document can hold it.
    """
    text = _dump(batch)
    return as_sent(_dump(_without_nul(batch)) if "\\u0000" in text else text)


def _dump(batch: list[Any]) -> str:
    text = json.dumps(batch, ensure_ascii=False, separators=(",", ":"))
    # The marks of shapes are escaped, so that a batch of ASCII stays one: such a text is handed over as it is.
    return text if text.isascii() else text.replace(OPENS, _OPENS_ESCAPED).replace(CLOSES, _CLOSES_ESCAPED)


_OPENS_ESCAPED, _CLOSES_ESCAPED = (f"\\u{ord(mark):04x}" for mark in (OPENS, CLOSES))


def _without_nul(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, dict):
        return {name: _without_nul(item) for name, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    return [_without_nul(item) for item in value] if isinstance(value, list) else value  # pyright: ignore[reportUnknownVariableType]
