"""From the values of path parameters to the path of a page."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from pyui.router import percent_encode
from pyui.router._convert import CONVERTERS
from pyui.router._pattern import Segment


def fill_path(segments: Sequence[Segment], values: Mapping[str, object]) -> str:
    """Returns the path of a pattern with given values, percent-encoded.

    Args:
        segments: the pattern, without wildcards.
        values: a value for each parameter: one of its kind, or text that is one.

    Raises:
        ValueError: a value is not of its parameter's kind, or cannot stand in a path; the message says which.
    """
    texts = (_text(segment, values[segment.text]) if segment.kind else segment.text for segment in segments)
    return "/" + "/".join(map(percent_encode, texts))


def _text(segment: Segment, value: object) -> str:
    is_value = isinstance(value, (str, int, float, UUID)) and not isinstance(value, bool)
    converted = CONVERTERS[segment.kind](str(value)) if is_value else None
    if converted is None:
        raise ValueError(f"{segment.text} is {value!r}, which is no {_KINDS[segment.kind]}")
    text = str(converted)
    parts = text.split("/") if segment.kind == "path" else [text]
    # What a URL drops or a file system reads as something else can be no page of its own.
    if any(part in ("", ".", "..") or "\0" in part or (segment.kind == "str" and "/" in part) for part in parts):
        raise ValueError(f"{segment.text} is {value!r}, which cannot stand in a path")
    return text


_KINDS = {"str": "text", "int": "whole number", "float": "decimal number", "uuid": "UUID", "path": "path"}
