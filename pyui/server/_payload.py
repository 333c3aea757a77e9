"""The payload: what the server tells the browser about a page, as JSON in a script element."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pyui._location import Location
from pyui.server._copies import Copier, UnusualError
from pyui.server._errors import PropsError
from pyui.view import EncodeError, Encoder, decode
from pyui.view._codec import path_text

_SCRIPT_ESCAPES = (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Encoded(NamedTuple):
    """Props as they travel.

    Args:
        node: the props, as `json.dumps` takes them.
        encoder: what encoded them.
    """

    node: Any
    encoder: Encoder


class Props(NamedTuple):
    """The props of a page.

    Args:
        values: as the components get them.
        encode: returns them as they travel, which they do only where the page is live.
    """

    values: dict[str, Any]
    encode: Callable[[], Encoded]


NO_PROPS = Props({}, lambda: Encoded({}, Encoder("props")))


def script_json(value: object) -> str:
    """Returns JSON that can stand in a `<script>`: nothing in it closes the element or opens a comment."""
    text = _encode(value)
    for character, escape in _SCRIPT_ESCAPES:
        if character in text:
            text = text.replace(character, escape)
    return text


def encode_props(props: object, where: Location | None) -> Props:
    """Takes a loader's props as the browser will see them: encoded and decoded, or copied where that is the same.

    The components also get objects of their own by that: what they change does not reach the loader's.

    Args:
        props: what the loader returned.
        where: the place of the server route, for errors.

    Raises:
        PropsError: they are no mapping.
        EncodeError: something in them cannot travel.
    """
    if not isinstance(props, Mapping):
        what = f"The loader returned {type(props).__name__}, not a dict of props."
        raise PropsError(what, "Return a dict whose keys are names of the component's parameters.", where=where)
    given: dict[str, Any] = dict(props)  # pyright: ignore[reportUnknownArgumentType]
    try:
        # Two copies: neither the loader's objects nor the components' may change what is sent.
        copier = Copier()
        sent = copier.copy(given)
        return Props(copier.copy(sent), lambda: _encoded(sent, where))
    except UnusualError:
        encoded = _encoded(given, where)
        return Props(decode(json.loads(json.dumps(encoded.node)), sys.modules.__contains__), lambda: encoded)


def _encoded(props: dict[str, Any], where: Location | None) -> Encoded:
    encoder = Encoder("props")
    try:
        return Encoded(encoder.encode(props), encoder)
    except EncodeError as error:
        error.where = where
        raise


def check_ships(encoders: Iterable[Encoder], ships: Callable[[str], bool], where: Location | None) -> None:
    """Refuses what the browser could not decode.

    Args:
        encoders: what encoded the values of a page.
        ships: tells whether a module ships.
        where: the place of the server route, for errors.

    Raises:
        EncodeError: a value is an instance of a class whose module does not ship.
    """
    for encoder in encoders:
        for cls, path in encoder.classes.items():
            if not ships(cls.__module__):
                what = f"is a {cls.__module__}:{cls.__qualname__}, whose module does not ship"
                fix = "Define the class in a module that the routes import."
                raise EncodeError(path_text(path), what, fix, where=where)
