"""One list of cases for every runner: server string, parser round trip, hydration, mounting, updates, disposal.

It ships to the browser, so it imports nothing but pyui and the standard library.
"""

from tests.cases import (
    _attributes,
    _components,
    _families,
    _flow,
    _ids,
    _mixed,
    _parser,
    _rows,
    _static,
    _text,
    _virtual,
)
from tests.cases._case import CASES, PROPERTY_CASES, Case

__all__ = [
    "CASES",
    "PROPERTY_CASES",
    "Case",
    "_attributes",
    "_components",
    "_families",
    "_flow",
    "_ids",
    "_mixed",
    "_parser",
    "_rows",
    "_scheduling",
    "_static",
    "_text",
    "_virtual",
]
