"""Values that are computed once on the server and used again in the browser. Runs on both sides."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, ClassVar, overload

from pyui._location import Location, user_location
from pyui.errors import ViewError
from pyui.view._encode import EncodeError, Encoder
from pyui.view._setting import Setting

_NESTED = 0x10  # CO_NESTED of a code object: the function was made by another function


class TransferError(ViewError):
    """`transfer()` got something that names no value."""

    code = "PYUI222"


class Transfers(Setting):
    """The values of one page, which are collected while it is rendered on the server: `with Transfers() as transfers:`.

    Args:
        values: what was computed before, by an earlier render of the same page.

    Attributes:
        values: the values by their keys.
        places: where each was computed, on the server.
    """

    __slots__ = ("places", "values")
    variable: ClassVar[ContextVar["Transfers | None"]] = ContextVar("pyui.transfer", default=None)

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self.values: dict[str, Any] = dict(values) if values is not None else {}
        self.places: dict[str, Location | None] = {}

    def encode(self) -> tuple[Any, list[Encoder]]:
        """Encodes the values.

        Returns:
            What `json.dumps` takes, by key, and the encoders that were used.

        Raises:
            EncodeError: a value cannot travel; at the place where it was computed.
        """
        encoders = {key: Encoder(f"transfer[{key!r}]") for key in self.values}
        encoded: dict[str, Any] = {}
        for key, encoder in encoders.items():
            try:
                encoded[key] = encoder.encode(self.values[key])
            except EncodeError as error:
                error.where = self.places[key]
                raise
        return encoded, list(encoders.values())


_of_page: list[Transfers] = []  # the browser shows one page, whatever task asks


def receive(values: Mapping[str, Any] | None) -> None:
    """Makes the values known that came with a page, in place of those of the page before. In the browser alone.

    Args:
        values: the values; None where there is no page any more.
    """
    _of_page[:] = [Transfers(values)] if values is not None else []


@overload
def transfer[T](function: Callable[[], T], /) -> T: ...


@overload
def transfer[T](key: str, function: Callable[[], T], /) -> T: ...


def transfer(key: Any, function: Any = None, /) -> Any:
    """Computes a value once for a page: on the server, and in the browser only where the server did not.

    What the server computed travels with the page, so that the browser sees the same: the time, a random choice, the
    result of long work. It is kept until the browser goes to another page.

    Args:
        key: the value's name on the page, the same on both sides. It may be left out for a function at the top of a
            module, whose import path is then the key.
        function: called without arguments.

    Returns:
        The value.

    Raises:
        TransferError: there is no key, and the function has no name of its own.
        EncodeError: the value cannot travel; raised when the page is complete.
    """
    if function is None:
        key, function = _name(key), key
    store = Transfers.variable.get() or (_of_page[0] if _of_page else None)
    if store is None:
        return function()
    if key not in store.values:
        store.values[key] = function()
        store.places[key] = user_location()
    return store.values[key]


def _name(function: Any) -> str:
    code = getattr(function, "__code__", None)
    if code is None or code.co_flags & _NESTED or "<" in function.__qualname__:
        what = f"transfer() got {getattr(function, '__qualname__', function)!r} without a key."
        raise TransferError(what, 'Give the value a name: transfer("prices", load_prices).')
    return f"{function.__module__}:{function.__qualname__}"
