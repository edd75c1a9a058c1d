"""Two small sums: how a handful of numbers is spread, and how far a share can be trusted."""

from collections.abc import Iterable
from math import sqrt

from attrs import frozen

_NORMAL = 1.959963984540054
"""The point that a standard normal variable stays below, in absolute value, 95 times in 100."""


@frozen(kw_only=True)
class Spread:
    """How numbers are spread: always with how many there are.

    Attributes:
        n: How many.
        least: The smallest.
        lower: The lower quartile: a quarter lies at or below it.
        median: The middle.
        upper: The upper quartile.
        most: The largest.
    """

    n: int
    least: float
    lower: float
    median: float
    upper: float
    most: float


def spread(values: Iterable[float]) -> Spread | None:
    """Return how numbers are spread, or ``None`` when there are none.

    Quartiles lie on straight lines between neighbours, the smallest being 0 % and the largest
    100 % (Hyndman and Fan's seventh definition, which spreadsheets use).

    Args:
        values: The numbers.

    Example:
        >>> spread([41, 44, 39, 55])
        Spread(n=4, least=39, lower=40.5, median=42.5, upper=46.75, most=55)
    """
    ordered = sorted(values)
    if not ordered:
        return None
    return Spread(
        n=len(ordered),
        least=ordered[0],
        lower=quantile(ordered, 0.25),
        median=quantile(ordered, 0.5),
        upper=quantile(ordered, 0.75),
        most=ordered[-1],
    )


def quantile(ordered: list[float], share: float) -> float:
    """Return the number below which a share of ordered numbers lies.

    Args:
        ordered: At least one number, in order.
        share: From 0 to 1.
    """
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def wilson(count: int, of: int) -> tuple[float, float] | None:
    """Return the 95 % confidence interval of a share by Wilson's score, or ``None`` of nothing.

    It stays between 0 and 1 and does not collapse for a share of 0 or 1, which matters for
    regions with a handful of inspections.

    Args:
        count: How many of the sample have the property.
        of: How many the sample has.

    Example:
        >>> low, high = wilson(0, 20)
        >>> round(low, 4), round(high, 4)
        (0.0, 0.1611)
    """
    if of == 0:
        return None
    share, square = count / of, _NORMAL**2
    centre = (share + square / (2 * of)) / (1 + square / of)
    reach = _NORMAL * sqrt(share * (1 - share) / of + square / (4 * of**2)) / (1 + square / of)
    # Exact at the ends, where rounding would leave a trace of what cannot be.
    return centre - reach if count else 0.0, centre + reach if count < of else 1.0
