"""Spreads as tables of equally likely whole numbers, in which random bits are looked up."""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from send_framework.model.distribution import Distribution, Shape
from send_framework.network.engine.rows import Row
from send_framework.network.risk.distributions import quantile_table
from send_framework.network.risk.streams import BITS, Bits

_Quantiles: TypeAlias = npt.NDArray[np.float64]

ENTRIES = 1 << 12
"""Of a smooth spread: the step between two neighbours is below chance at any number of samples."""
LISTED_ENTRIES = 1 << 16
"""Of a list of values, whose probabilities are met to this precision."""
_LISTED = (Shape.DISCRETE, Shape.EMPIRICAL)
_DIGITS = 9


@lru_cache(maxsize=256)
def whole_numbers(spread: Distribution, unit: int, least: float | None) -> Row:
    """Return equally likely values of a spread as whole numbers.

    Args:
        spread: The spread, in days.
        unit: How many units a day has.
        least: Values below count as this, in days; ``None`` keeps them.

    Example:
        >>> spread = Distribution(shape=Shape.UNIFORM, low=10, high=20)
        >>> table = whole_numbers(spread, 100, 0.0)
        >>> len(table), int(table[0]), int(table[-1])
        (4096, 1000, 2000)
    """
    values = _quantiles(spread)
    if least is not None:
        values = np.maximum(values, least)
    table = np.rint(values * unit).astype(np.int32)
    table.flags.writeable = False  # it is kept, and handed out again
    return table


def looked_up(table: Row, bits: Bits) -> Row:
    """Return the entry that each sample's random bits point at.

    Args:
        table: As many entries as a power of two.
        bits: One whole number for each sample.
    """
    shift = BITS - (len(table).bit_length() - 1)
    # No place lies outside the table: "wrap" is the fastest of the three ways to be sure of it.
    return table.take(bits >> np.uint32(shift), mode="wrap")


def _quantiles(spread: Distribution) -> _Quantiles:
    """Return its quantiles; those of one form and other ends come from one table."""
    low, high = spread.low, spread.high
    if low is None or high is None:
        return quantile_table(spread, LISTED_ENTRIES if spread.shape in _LISTED else ENTRIES)
    if low == high:
        return np.full(ENTRIES, low)
    likely = spread.likely
    place = None if likely is None else round((likely - low) / (high - low), _DIGITS)
    return low + (high - low) * _unit_form(spread.shape, place, spread.weight)


@lru_cache(maxsize=4096)
def _unit_form(shape: Shape, likely: float | None, weight: float) -> _Quantiles:
    """Return the quantiles of the same form between 0 and 1."""
    spread = Distribution(shape=shape, low=0, likely=likely, high=1, weight=weight)
    return quantile_table(spread, ENTRIES)
