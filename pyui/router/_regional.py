"""The language and the time zone of the visitor. Runs on both sides; the server chooses them."""

from typing import TYPE_CHECKING

from pyui.router._request import current_exchange
from pyui.view._environment import environment
from pyui.view._settled import now, settled

if TYPE_CHECKING:
    from datetime import timezone


def locale() -> str:
    """Returns the locale of the visitor, such as `"de-AT"`.

    The server takes what the app's `locale` chooses, or what the browser asks for (`Accept-Language`). While the page
    is hydrated it is the same; later it is the browser's own language.
    """
    return settled("locale", _locale)


def _locale() -> str:
    if environment.in_browser:
        return environment.language
    exchange = current_exchange()
    settings, asked, answer = exchange.regional, exchange.request, exchange.response
    if settings.locale is not None:
        return settings.locale(asked)
    if asked is None:
        return settings.lang
    if answer is not None:
        answer.headers["Vary"] = "Accept-Language"
    return preferred_language(asked.headers.get("accept-language", "")) or settings.lang


def preferred_language(header: str) -> str:
    """Returns the language that a header `Accept-Language` prefers; nothing where it names none.

    Source: RFC 9110, section 12.5.4.

    Args:
        header: its value.
    """
    best, language = 0.0, ""
    for item in header.split(","):
        name, _, parameter = item.partition(";")
        weight = _weight(parameter.strip())
        if weight > best and name.strip().replace("-", "").isalnum() and name.isascii():
            best, language = weight, name.strip()
    return language


def _weight(parameter: str) -> float:
    name, _, text = parameter.partition("=")
    if name != "q":
        return 1.0
    return float(text) if text.replace(".", "", 1).isdecimal() and text.isascii() else 0.0


def time_zone() -> "timezone":
    """Returns the visitor's time zone, as the offset from UTC at the time `now()`: `now(time_zone())`.

    The server takes what the app's `time_zone` chooses, by default UTC. While the page is hydrated it is the same;
    later it is the browser's own zone. Python in the browser has no data of the zones, so it is an offset, and none for
    times of another season.
    """
    return settled("time-zone", _time_zone)


def _time_zone() -> "timezone":
    from datetime import timedelta, timezone  # noqa: PLC0415 - for pages that show times alone
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - see above

    if environment.in_browser:
        here = now().astimezone()
    else:
        exchange = current_exchange()
        here = now(ZoneInfo(exchange.regional.time_zone(exchange.request)))
    return timezone(here.utcoffset() or timedelta(), here.tzname() or "UTC")
