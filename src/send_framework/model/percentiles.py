"""Which percentiles a triangular or PERT distribution can have, and how near it comes to others.

Both families hold only so much lean: the farther P90 lies above P50 than P10 below it, the nearer
the likely value stands to the lowest, and there it stops. At that end both are a power law, so
the limit has a closed form: a triangle is there what PERT is with a weight of 1.
"""

from collections.abc import Sequence
from math import expm1, log1p
from typing import NamedTuple

SHARES = (0.1, 0.5, 0.9)
"""Which shares P10, P50 and P90 stand for."""
TOLERANCE = 0.05
"""How far the fitted percentiles may miss the given ones, as a share of P90 less P10."""


class Leaning(NamedTuple):
    """The closest distribution whose likely value is one of its ends.

    Attributes:
        low: Its lowest value.
        high: Its highest value.
        likely: Its likely value: one of both.
        error: How far it misses the worst of the three percentiles.
    """

    low: float
    high: float
    likely: float
    error: float


def most_lean(weight: float) -> float:
    """Return how many times as far P90 can lie above P50 as P10 lies below it.

    Args:
        weight: The weight of the likely value; 1 for a triangle.

    Example:
        >>> round(most_lean(1), 3), round(most_lean(4), 3)
        (1.618, 2.206)
    """
    p10, p50, p90 = _standard(weight)
    return (p90 - p50) / (p50 - p10)


def beyond_reach(percentiles: Sequence[float], weight: float) -> Leaning | None:
    """Return the closest distribution for percentiles that lean too much, else ``None``.

    Args:
        percentiles: P10, P50 and P90.
        weight: The weight of the likely value; 1 for a triangle.

    Example:
        >>> beyond_reach([10, 20, 32], 4)
        >>> beyond_reach([10, 20, 50], 4)
        Leaning(low=..., high=..., likely=..., error=1.57...)
    """
    p10, p50, p90 = percentiles
    below, above = p50 - p10, p90 - p50
    most = most_lean(weight)
    if above > most * below:
        return _closest(percentiles, weight)
    if below > most * above:
        low, high, likely, error = _closest([-p90, -p50, -p10], weight)
        return Leaning(low=-high, high=-low, likely=-likely, error=error)
    return None


def _standard(weight: float) -> tuple[float, ...]:
    """Return the percentiles on 0 to 1 when the likely value is 0."""
    return tuple(-expm1(log1p(-share) / (1 + weight)) for share in SHARES)


def _closest(percentiles: Sequence[float], weight: float) -> Leaning:
    """Return the least-squares fit of place and scale, the likely value being the lowest."""
    standard = _standard(weight)
    mean, middle = sum(standard) / 3, sum(percentiles) / 3
    spread = sum((each - mean) ** 2 for each in standard)
    pairs = list(zip(standard, percentiles, strict=True))
    scale = sum((each - mean) * value for each, value in pairs) / spread
    low = middle - scale * mean
    error = max(abs(low + scale * each - value) for each, value in pairs)
    return Leaning(low=low, high=low + scale, likely=low, error=error)
