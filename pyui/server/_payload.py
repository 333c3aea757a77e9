"""The payload: what the server tells the browser about a page, as JSON in a script element."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pyui._location import Location
from pyui.server._errors import PropsError
from pyui.view import EncodeError, Encoder, decode
from pyui.view._codec import path_text

_SCRIPT_ESCAPES = {ord("<"): "\\u003c", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class Props(NamedTuple):
    """The props of a page.

    Args:
        values: as the components get them.
        node: as they travel.
        encoder: what encoded them.
    """

    values: dict[str, Any]
    node: Any
    encoder: Encoder


def script_json(value: object) -> str:
    """Returns JSON that can stand in a `<script>`: nothing in it closes the element or opens a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SCRIPT_ESCAPES)


def encode_props(props: object, where: Location | None) -> Props:
    """Encodes a loader's props, and decodes them, so that the server renders what the browser will see.

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
    encoder = Encoder("props")
    try:
        node = encoder.encode(dict(props))  # pyright: ignore[reportUnknownArgumentType]
    except EncodeError as error:
        error.where = where
        raise
    return Props(decode(json.loads(json.dumps(node)), sys.modules.__contains__), node, encoder)


def check_ships(encoders: Iterable[Encoder], modules: frozenset[str], where: Location | None) -> None:
    """Refuses what the browser could not decode.

    Args:
        encoders: what encoded the values of a page.
        modules: the user's modules that ship.
        where: the place of the server route, for errors.

    Raises:
        EncodeError: a value is an instance of a class whose module does not ship.
    """
    for encoder in encoders:
        for cls, path in encoder.classes.items():
            if cls.__module__ not in modules:
                what = f"is a {cls.__module__}:{cls.__qualname__}, whose module does not ship"
                fix = "Define the class in a module that the routes import."
                raise EncodeError(path_text(path), what, fix, where=where)
