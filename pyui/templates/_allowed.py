"""Which values can be written at any time. Runs on the server."""

from typing import NamedTuple, Self


class Allowed(NamedTuple):
    """Values that can be written at any time: nothing can be raised, and no code of the user's runs.

    Args:
        text: whether strings can.
        whole: whether integers can, if they have not too many digits.
        real: whether floats can.
        is_url: whether a string must have no colon in it.
    """

    text: bool = True
    whole: bool = True
    real: bool = True
    is_url: bool = False

    def both(self, other: Self) -> "Allowed":
        """Returns what two places of the same value allow."""
        text, whole, real = (own and its for own, its in zip(self[:3], other[:3], strict=True))
        return Allowed(text, whole, real, self.is_url or other.is_url)
