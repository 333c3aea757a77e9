"""How far what was measured lies apart."""

import statistics


def spread(values: list[float]) -> tuple[float, float, float]:
    """Returns the lower quartile, the median and the upper quartile; of one value that value."""
    low, median, high = statistics.quantiles(values, method="inclusive") if len(values) > 1 else values * 3
    return low, median, high
