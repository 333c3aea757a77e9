"""The rows of the benchmark. Ships to the browser."""

from itertools import count

from pyui import Signal, signal

ADJECTIVES = (
    "pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd "
    "unsightly adorable important inexpensive cheap expensive fancy"
).split()
COLOURS = "red yellow blue green pink brown purple brown white black orange".split()
NOUNS = "table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard".split()


class Row:
    """One row.

    Args:
        id: its number, which no other row of the page has.
        label: its text.
    """

    __slots__ = ("id", "label")

    def __init__(self, id: int, label: Signal[str]) -> None:
        self.id = id
        self.label = label


class Rows:
    """Makes rows with random labels.

    Args:
        seed: where the sequence begins, so that a server and a browser can make the same rows.
    """

    def __init__(self, seed: int) -> None:
        self._ids = count(1)
        self._state = seed % 65536 + 1

    def make(self, number: int) -> list[Row]:
        """Makes as many rows as asked for, with numbers that go on from those made before."""
        rows: list[Row] = []
        state = self._state
        for _ in range(number):
            # The generator of the Sinclair ZX81: Python is fast with numbers as small as these.
            state = state * 75 % 65537
            label = f"{ADJECTIVES[state % 25]} {COLOURS[state // 25 % 11]} {NOUNS[state // 275 % 13]}"
            rows.append(Row(next(self._ids), signal(label)))
        self._state = state
        return rows
