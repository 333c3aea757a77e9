"""The rows of the benchmark. Ships to the browser."""

from itertools import count
from typing import NamedTuple

from pyui import Signal, signal

ADJECTIVES = (
    "pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd "
    "unsightly adorable important inexpensive cheap expensive fancy"
).split()
COLOURS = "red yellow blue green pink brown purple brown white black orange".split()
NOUNS = "table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard".split()


class Row(NamedTuple):
    """One row.

    Args:
        id: its number, which no other row of the page has.
        label: its text.
    """

    id: int
    label: Signal[str]


class Rows:
    """Makes rows with random labels.

    Args:
        seed: where the sequence begins, so that a server and a browser can make the same rows.
    """

    def __init__(self, seed: int) -> None:
        self._ids = count(1)
        self._state = seed

    def make(self, number: int) -> list[Row]:
        """Makes as many rows as asked for, with numbers that go on from those made before."""
        rows: list[Row] = []
        for _ in range(number):
            # Park and Miller, "Random number generators: good ones are hard to find".
            self._state = self._state * 48271 % 0x7FFFFFFF
            drawn, adjective = divmod(self._state, len(ADJECTIVES))
            drawn, colour = divmod(drawn, len(COLOURS))
            label = f"{ADJECTIVES[adjective]} {COLOURS[colour]} {NOUNS[drawn % len(NOUNS)]}"
            rows.append(Row(next(self._ids), signal(label)))
        return rows
