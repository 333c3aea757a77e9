"""Which rows of a list have to move. Browser only, but plain Python."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise


def longest_increasing(values: Sequence[int]) -> set[int]:
    """Finds a longest increasing subsequence: the rows that can stay where they are, so that the fewest move.

    Source: M. L. Fredman, "On computing the length of longest increasing subsequences", 1975; O(n log n).

    Args:
        values: different integers.

    Returns:
        The values of the subsequence.
    """
    if all(before < after for before, after in pairwise(values)):
        return set(values)
    if values[0] > values[-1] and all(before < after for before, after in pairwise(values[1:-1])):
        inner = values[1:-1]
        if inner and values[-1] < inner[0] and inner[-1] < values[0]:
            return set(inner)  # two have changed places
    ends: list[int] = []  # the smallest value that ends an increasing subsequence of each length
    before: dict[int, int | None] = {}
    for value in values:
        length = bisect_left(ends, value)
        before[value] = ends[length - 1] if length else None
        ends[length : length + 1] = [value]
    chosen: set[int] = set()
    last: int | None = ends[-1]
    while last is not None:
        chosen.add(last)
        last = before[last]
    return chosen
