"""The codec's forms of values that hold no others and that JSON does not have. Runs on both sides.

Modules are imported when the first value of a kind is met: few pages have one.
"""
# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyui.view._codec import Refused

if TYPE_CHECKING:
    from datetime import datetime, time, tzinfo

type Form = list[Any]
"""The name of a kind and its arguments."""

type Writer = Callable[[Any], Form]

_writers: dict[type, Writer] = {}


def scalar_form(value: object) -> Form | None:
    """Returns the form of a value, or None where its class is none of the built-in ones.

    Raises:
        Refused: its time zone is one that the browser does not know.
    """
    if not _writers:
        _writers.update(_make_writers())
    write = _writers.get(value.__class__)
    return write(value) if write is not None else None


def _make_writers() -> dict[type, Writer]:
    from datetime import date, datetime, time, timedelta, timezone
    from decimal import Decimal
    from uuid import UUID

    return {
        bytes: lambda value: ["bytes", _to_base64(value)],
        bytearray: lambda value: ["bytearray", _to_base64(value)],
        date: lambda value: ["date", value.isoformat()],
        time: lambda value: ["time", value.replace(tzinfo=None).isoformat(), *_zone_and_fold(value)],
        datetime: lambda value: ["datetime", value.replace(tzinfo=None).isoformat(), *_zone_and_fold(value)],
        timedelta: lambda value: ["timedelta", value.days, value.seconds, value.microseconds],
        timezone: lambda value: ["timezone", *_zone(value)],
        Decimal: lambda value: ["decimal", str(value)],
        UUID: lambda value: ["uuid", value.hex],
    }


def int_form(value: int) -> Form:
    """Returns the form of an integer that a JavaScript number cannot hold. Hexadecimal text has no limit of length."""
    return ["int", hex(value)]


def float_form(value: float) -> Form:
    """Returns the form of a float that JSON does not have."""
    return ["float", repr(value)]


def text_form(value: str) -> Form:
    """Returns the form of text with halves of surrogate pairs, which UTF-8 does not have."""
    return ["str", _to_base64(value.encode("utf-8", "surrogatepass"))]


def read_scalar(kind: str, arguments: list[Any]) -> object:
    """Makes the value of a form.

    Args:
        kind: the name of the kind.
        arguments: what stands behind it.

    Raises:
        Refused: there is no such kind.
    """
    read = _READERS.get(kind)
    if read is None:
        raise Refused(f"is of the unknown kind {kind!r}", "Reload the page: it is older than its bundle.")
    return read(*arguments)


def _to_base64(value: bytes) -> str:
    from base64 import b64encode

    return b64encode(value).decode("ascii")


def _from_base64(text: str) -> bytes:
    from base64 import b64decode

    return b64decode(text)


def _to_bytearray(text: str) -> bytearray:
    return bytearray(_from_base64(text))


def _to_text(text: str) -> str:
    return _from_base64(text).decode("utf-8", "surrogatepass")


def _to_int(text: str) -> int:
    return int(text, 16)


def _zone_and_fold(value: Any) -> list[Any]:
    fold: int = value.fold
    if value.tzinfo is None:
        return [None, fold] if fold else []
    return [_zone(value.tzinfo), fold] if fold else [_zone(value.tzinfo)]


def _zone(zone: Any) -> list[Any]:
    from datetime import timezone

    kind: type = zone.__class__
    if kind is not timezone:
        name = kind.__qualname__
        raise Refused(f"is in a time zone of the class {name}", "Take it to UTC first: value.astimezone(timezone.utc).")
    offset, *label = zone.__getinitargs__()
    return [offset.days, offset.seconds, offset.microseconds, *label]


def _to_zone(days: int, seconds: int, microseconds: int, *label: str) -> "tzinfo":
    from datetime import timedelta, timezone

    return timezone(timedelta(days, seconds, microseconds), *label)


def _to_date(text: str) -> object:
    from datetime import date

    return date.fromisoformat(text)


def _to_time(text: str, zone: list[Any] | None = None, fold: int = 0) -> "time":
    from datetime import time

    return time.fromisoformat(text).replace(tzinfo=_to_zone(*zone) if zone is not None else None, fold=fold)


def _to_datetime(text: str, zone: list[Any] | None = None, fold: int = 0) -> "datetime":
    from datetime import datetime

    return datetime.fromisoformat(text).replace(tzinfo=_to_zone(*zone) if zone is not None else None, fold=fold)


def _to_timedelta(days: int, seconds: int, microseconds: int) -> object:
    from datetime import timedelta

    return timedelta(days, seconds, microseconds)


def _to_decimal(text: str) -> object:
    from decimal import Decimal

    return Decimal(text)


def _to_uuid(text: str) -> object:
    from uuid import UUID

    return UUID(hex=text)


_READERS: dict[str, Callable[..., object]] = {
    "bytearray": _to_bytearray,
    "bytes": _from_base64,
    "date": _to_date,
    "datetime": _to_datetime,
    "decimal": _to_decimal,
    "float": float,
    "int": _to_int,
    "str": _to_text,
    "time": _to_time,
    "timedelta": _to_timedelta,
    "timezone": _to_zone,
    "uuid": _to_uuid,
}
