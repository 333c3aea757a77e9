"""What must not be the same for all visitors, although the memory that they start from is. Browser only."""

import os
import sys
import time
from typing import Any

_HALF_YEAR = 183 * 24 * 3600


def renew(language: str) -> None:
    """Draws and reads anew what a memory snapshot has frozen. Called by the runtime after a snapshot is restored.

    The generator of `random` gets a seed of its own. `secrets`, `uuid` and `os.urandom` keep nothing: they ask the
    browser each time.

    Args:
        language: the browser's language, such as `de-AT`.
    """
    if "random" in sys.modules:
        sys.modules["random"].seed()
    os.environ["LANG"] = language.replace("-", "_") + ".UTF-8"
    _read_time_zone()


def _read_time_zone() -> None:
    """Sets the time zone of the module `time`, which has no `tzset` here, as CPython's `init_timezone` does."""
    now = int(time.time())
    start = now - (time.gmtime(now).tm_yday - 1) * 24 * 3600
    winter, summer = time.localtime(start), time.localtime(start + _HALF_YEAR)
    # South of the equator, the summer time is that of January.
    standard, saving = (winter, summer) if winter.tm_gmtoff <= summer.tm_gmtoff else (summer, winter)
    zone: Any = time  # what is constant for type checkers is not here
    zone.timezone, zone.altzone = -standard.tm_gmtoff, -saving.tm_gmtoff
    zone.daylight = int(standard.tm_gmtoff != saving.tm_gmtoff)
    zone.tzname = (standard.tm_zone, saving.tm_zone)
