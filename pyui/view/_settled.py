"""Values that a page settles once, on the server, and that hydration gives again. Runs on both sides.

They travel only where they are used. When the page is hydrated, they are live.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pyui.view._environment import environment
from pyui.view._position import Position, current_position
from pyui.view._transfer import transfer

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from random import Random
    from uuid import UUID


def is_settled() -> bool:
    """Tells whether values are those of the page: on the server, and while it is hydrated."""
    return not environment.in_browser or environment.hydrating or environment.settled


def settled[T](name: str, live: Callable[[], T]) -> T:
    """Returns a value of the page, or a live one.

    Args:
        name: what it is transferred as.
        live: computes it.
    """
    return transfer(f"pyui:{name}", live) if is_settled() else live()


def now(tz: "tzinfo | None" = None) -> "datetime":
    """Returns the time: one and the same for a whole page, on the server and while the page is hydrated.

    In event handlers, in effects, and in what is made later, it is the time then.

    Args:
        tz: the time zone; UTC where it is not given.

    Returns:
        An aware datetime.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - few pages need it

    instant = settled("now", lambda: datetime.now(UTC))
    return instant if tz is None else instant.astimezone(tz)


def random() -> "Random":
    """Returns a generator of random numbers: `random().choice(tips)`.

    While a page is rendered and while it is hydrated, the generator gives the same numbers in the same order; each
    block and each row has its own. Their seed travels with the page, so they are no secrets. At other times the numbers
    are the system's.

    Returns:
        A generator. Ask for it each time.
    """
    from random import SystemRandom  # noqa: PLC0415 - few pages need it

    position = current_position() if is_settled() else None
    return SystemRandom() if position is None else _generator(position)


def _generator(position: Position) -> "Random":
    from random import Random, SystemRandom  # noqa: PLC0415 - few pages need it

    if position.random is None:
        seed = transfer("pyui:seed", lambda: SystemRandom().getrandbits(64))
        position.random = Random(f"{seed} {position.path()}")  # noqa: S311 - it is to be the same again
    return position.random


def uuid4() -> "UUID":
    """Returns a random UUID: while a page is hydrated, the same that the server had. See `random`."""
    from uuid import UUID  # noqa: PLC0415 - few pages need it

    return UUID(int=random().getrandbits(128), version=4)
