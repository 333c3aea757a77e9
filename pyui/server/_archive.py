"""Zip archives that Python imports from. Equal files give equal bytes: time stamps and modes are fixed."""

import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(contents: Mapping[str, bytes]) -> bytes:
    """Returns an archive of files.

    Args:
        contents: what is in them, by their paths.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def select(file: Path, wanted: Callable[[str], bool]) -> bytes:
    """Returns an archive with some of the files of another one, which are not compressed anew: that takes a second.

    Args:
        file: the other archive.
        wanted: tells of a path in it whether it is.
    """
    data, buffer, entries = file.read_bytes(), BytesIO(), b""
    with zipfile.ZipFile(file) as archive:
        infos = [info for info in archive.infolist() if wanted(info.filename)]
    for info in infos:
        start = info.header_offset + _LOCAL + sum(struct.unpack_from("<HH", data, info.header_offset + _LOCAL - 4))
        new = zipfile.ZipInfo(info.filename, _EPOCH)
        new.compress_type, new.CRC = info.compress_type, info.CRC
        new.file_size, new.compress_size = info.file_size, info.compress_size
        header = new.FileHeader()
        entries += _entry(header, buffer.tell())
        buffer.write(header + data[start : start + info.compress_size])
    place = buffer.tell()
    count = len(infos)
    return buffer.getvalue() + entries + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), place, 0)


_LOCAL = 30  # bytes of a local header before the name; its last four are the lengths of the name and of what follows it


def _entry(header: bytes, place: int) -> bytes:
    """Returns the entry of the directory for a file: its local header with a few more fields, and where that is."""
    return (
        struct.pack("<4sH", b"PK\1\2", 20)
        + header[4:_LOCAL]
        + struct.pack("<3H2L", 0, 0, 0, 0, place)
        + header[_LOCAL:]
    )
