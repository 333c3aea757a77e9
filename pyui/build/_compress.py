"""Writes the compressed variants of files, so that a server need not compress while it answers."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import gzip
from pathlib import Path

import brotli

from pyui.server._encodings import SUFFIXES

_SMALLEST = 1024  # what fits into one packet in any encoding gains nothing
_TYPES = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml")
_QUALITY = 9  # 11 makes files 10 % smaller and takes seventeen times as long


def write_variants(file: Path, data: bytes) -> None:
    """Writes the compressed variants of a file beside it, if its type and size make them worth it.

    Args:
        file: the file.
        data: what it holds.
    """
    if len(data) < _SMALLEST or file.suffix not in _TYPES:
        return
    # gzip without a time stamp, so that equal files give equal variants.
    packed: dict[str, bytes] = {"br": brotli.compress(data, quality=_QUALITY), "gzip": gzip.compress(data, 9, mtime=0)}
    for encoding, content in packed.items():
        if len(content) < len(data):
            file.with_name(file.name + SUFFIXES[encoding]).write_bytes(content)
