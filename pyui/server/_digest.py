"""Content hashes for names of files and for entity tags."""

import hashlib
from collections.abc import Iterable

_LENGTH = 12


def digest(parts: Iterable[bytes]) -> str:
    """Returns a short hash of byte strings; where one ends and the next begins counts."""
    state = hashlib.sha256()
    for part in parts:
        state.update(len(part).to_bytes(8))
        state.update(part)
    return state.hexdigest()[:_LENGTH]
