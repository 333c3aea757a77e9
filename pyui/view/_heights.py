"""Where the rows of a long list are, in pixels from the beginning of the first. Runs on both sides."""

from bisect import bisect_right
from itertools import accumulate


class Heights:
    """Rows that are all of the same height.

    Args:
        each: the height of a row; more than 0.
    """

    __slots__ = ("each",)
    measured = False
    """Whether rows are measured, and have the height that their content gives them."""

    def __init__(self, each: float) -> None:
        self.each = each

    def offset(self, index: int) -> float:
        """Returns where the row with an index begins, and so where the one before it ends."""
        return index * self.each

    def index_at(self, offset: float) -> int:
        """Returns the index of the row at an offset, of a list without end; 0 for what is above the first."""
        return max(0, int(offset // self.each))

    def measure(self, first: int, heights: list[float]) -> bool:  # noqa: ARG002 - for rows that are measured
        """Takes the heights of rows that are next to each other.

        Returns:
            Whether one is another than before.
        """
        return False

    def move(self, by: int, kept: range) -> None:
        """Has what is known go with the rows when the list has changed.

        Args:
            by: how far rows have moved in the list.
            kept: the indices of those that are surely the same, before they moved.
        """


class MeasuredHeights(Heights):
    """Rows of different heights, of which those are known that have been in the page.

    Args:
        each: the height that is assumed of the others.
    """

    __slots__ = ("_indices", "_known", "_more")
    measured = True

    def __init__(self, each: float) -> None:
        super().__init__(each)
        self._known: dict[int, float] = {}
        self._settle()

    def _settle(self) -> None:
        """Sums up how much the known rows have more than what is assumed."""
        known = sorted(self._known.items())
        self._indices = [index for index, _ in known]
        self._more = list(accumulate((height - self.each for _, height in known), initial=0.0))

    def offset(self, index: int) -> float:
        return index * self.each + self._more[bisect_right(self._indices, index - 1)]

    def index_at(self, offset: float) -> int:
        # The last known row that begins at or before the offset; between known rows all have the assumed height.
        place = bisect_right(self._indices, offset, key=self.offset) - 1
        if place < 0:
            return max(0, int(offset // self.each))
        index = self._indices[place]
        behind = self.offset(index + 1)
        return index if offset < behind else index + 1 + int((offset - behind) // self.each)

    def measure(self, first: int, heights: list[float]) -> bool:
        found = {
            index: height
            for index, height in enumerate(heights, first)
            if height > 0 and abs(self._known.get(index, self.each) - height) > _NOTHING
        }
        if not found:
            return False
        self._known.update(found)
        self._settle()
        return True

    def move(self, by: int, kept: range) -> None:
        # Of rows that were not looked up, those far away may be others now; what is assumed of them does no harm.
        self._known = {index + by: height for index, height in self._known.items() if index in kept}
        self._settle()


_NOTHING = 0.25
"""A difference in pixels that is not worth an update: heights are fractions where the page is zoomed."""
