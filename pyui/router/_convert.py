"""The kinds of path parameters: how the text of a URL becomes a value.

A converter returns None where the text is no value of its kind, and the route then does not match. `int()` and
`float()` alone would be too kind: they accept blanks, underscores, other scripts' digits and `nan`.
"""

from collections.abc import Callable


def _to_int(text: str) -> int | None:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 4000:
        return None
    return int(text)


def _to_float(text: str) -> float | None:
    whole, dot, fraction = text.removeprefix("-").partition(".")
    if not (whole.isascii() and whole.isdigit()):
        return None
    if dot and not (fraction.isascii() and fraction.isdigit()):
        return None
    value = float(text)
    return value if abs(value) != float("inf") else None


def _to_uuid(text: str) -> str | None:
    groups = text.lower().split("-")
    if [len(group) for group in groups] != [8, 4, 4, 4, 12] or "".join(groups).strip("0123456789abcdef"):
        return None
    return text.lower()


def _to_str(text: str) -> str:
    return text


CONVERTERS: dict[str, Callable[[str], object | None]] = {
    "str": _to_str,
    "int": _to_int,
    "float": _to_float,
    "uuid": _to_uuid,
    "path": _to_str,
}
