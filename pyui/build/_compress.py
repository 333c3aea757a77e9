"""Writes the compressed variants of files, so that a server need not compress while it answers."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false

import gzip
import shutil
from pathlib import Path

import brotli

from pyui.server._encodings import SUFFIXES

_SMALLEST = 1024  # what fits into one packet in any encoding gains nothing
_TYPES = (".bin", ".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml")
_GZIPPED = b"\x1f\x8b"
_QUALITY = 9  # 11 makes files 10 % smaller and takes seventeen times as long


def brotli_bytes(data: bytes) -> bytes:
    """Compresses bytes."""
    return bytes(brotli.compress(data, quality=_QUALITY))


def write_variants(file: Path, data: bytes) -> None:
    """Writes the compressed variants of a file beside it, if its type and size make them worth it.

    Args:
        file: the file.
        data: what it holds.
    """
    if len(data) < _SMALLEST or file.suffix not in _TYPES or data.startswith(_GZIPPED):
        return
    # gzip without a time stamp, so that equal files give equal variants.
    packed: dict[str, bytes] = {
        "br": brotli_bytes(data),
        "gzip": gzip.compress(data, 9, mtime=0),
    }
    for encoding, content in packed.items():
        if len(content) < len(data):
            file.with_name(file.name + SUFFIXES[encoding]).write_bytes(content)


def copy_variants(source: Path, target: Path) -> bool:
    """Copies the compressed variants that lie beside a file; tells whether there are any."""
    names = [(source.with_name(source.name + suffix), target.name + suffix) for suffix in SUFFIXES.values()]
    found = [(variant, name) for variant, name in names if variant.is_file()]
    for variant, name in found:
        shutil.copyfile(variant, target.with_name(name))
    return bool(found)
