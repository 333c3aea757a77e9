"""Writes the compressed variants of files, so that a server need not compress while it answers."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false

import gzip
import shutil
from collections.abc import Collection
from pathlib import Path

import brotli

from pyui.server._encodings import SUFFIXES

_SMALLEST = 1024  # what fits into one packet in any encoding gains nothing
_TYPES = (".bin", ".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml")
_GZIPPED = b"\x1f\x8b"
_QUALITY = 9  # 11 makes files 10 % smaller and takes seventeen times as long

_WINDOW = 24  # the largest that a browser takes


def brotli_bytes(data: bytes) -> bytes:
    """Compresses bytes."""
    return bytes(brotli.compress(data, quality=_QUALITY, lgwin=_WINDOW))


def is_compressible(name: str, data: bytes) -> bool:
    """Tells whether the type and the size of a file make a compressed variant worth it."""
    return len(data) >= _SMALLEST and name.endswith(_TYPES) and not data.startswith(_GZIPPED)


def write_variants(file: Path, data: bytes, *, but: Collection[str] = ()) -> None:
    """Writes the compressed variants of a file beside it, if its type and size make them worth it.

    Args:
        file: the file.
        data: what it holds.
        but: the encodings that are there already.
    """
    if not is_compressible(file.name, data):
        return
    for encoding, compress in _COMPRESS.items():
        content = compress(data) if encoding not in but else data
        if len(content) < len(data):
            file.with_name(file.name + SUFFIXES[encoding]).write_bytes(content)


def copy_variants(source: Path, target: Path) -> list[str]:
    """Copies the compressed variants that lie beside a file, and returns their encodings."""
    names = {encoding: source.with_name(source.name + suffix) for encoding, suffix in SUFFIXES.items()}
    found = [encoding for encoding, variant in names.items() if variant.is_file()]
    for encoding in found:
        shutil.copyfile(names[encoding], target.with_name(target.name + SUFFIXES[encoding]))
    return found


def _gzip_bytes(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)  # without a time stamp, so that equal files give equal variants


_COMPRESS = {"br": brotli_bytes, "gzip": _gzip_bytes}
