"""Distributions as tables of quantiles: what a random place between 0 and 1 is looked up in.

A table of n entries holds the quantiles at the middle of n equal shares, (i + 0.5) / n. Looking
up a uniform whole number below n then draws from the distribution: in any share of 1 / n exactly,
within a share to half of one, so that the probability of any interval is out by at most 1 / n.
The same table serves every way of sampling, and no generator's own methods are needed, which may
change between versions of numpy.
"""

from collections.abc import Callable
from functools import lru_cache
from math import log
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from attrs import frozen

from send_framework.model.distribution import Distribution, Shape
from send_framework.model.percentiles import SHARES, beyond_reach

Table = npt.NDArray[np.float64]
"""Quantiles, ascending."""

ENTRIES = 4096
"""Entries of a table unless others are asked for."""
_CELLS = 1 << 13
_REACH = 20.0
_CLOSE = 1e-9


def quantile_table(distribution: Distribution, entries: int = ENTRIES) -> Table:
    """Return the quantiles of a distribution at the middle of equal shares.

    Args:
        distribution: Any of the model's.
        entries: How many; the means of smooth distributions are exact to about 1 / entries².

    Returns:
        A read-only array, ascending; discrete values and observed cases as they are.
    """
    return _table(distribution, entries)


@lru_cache(maxsize=1024)
def _table(distribution: Distribution, entries: int) -> Table:
    shares = (np.arange(entries) + 0.5) / entries
    table = _QUANTILES[distribution.shape](distribution, shares)
    table.flags.writeable = False
    return table


# --- percentiles as input --------------------------------------------------------------------


@frozen(kw_only=True)
class Fit:
    """The ends of a triangular or PERT distribution that has given percentiles.

    Attributes:
        low: Its lowest value.
        likely: Its most likely value.
        high: Its highest value.
        error: How far it misses the worst of the percentiles, in their unit.
    """

    low: float
    likely: float
    high: float
    error: float

    @property
    def words(self) -> str:
        """The ends and the error, such as ``"fitted 10.9, 17.4, 52.3, out by 0"``."""
        ends = ", ".join(f"{each:.4g}" for each in (self.low, self.likely, self.high))
        return f"fitted {ends}, out by {round(self.error, 2):g}"


def is_fitted(distribution: Distribution) -> bool:
    """Return whether a distribution with ends is given by its percentiles."""
    return distribution.p10 is not None and distribution.shape is not Shape.LOGNORMAL


def fitted(distribution: Distribution) -> Fit:
    """Return the ends that give a distribution its percentiles, and by how much they miss.

    Three percentiles determine three ends wherever the family can lean so far; beyond that it is
    the closest that has its likely value at an end. The model refuses what misses by more than
    `percentiles.TOLERANCE`. Two percentiles determine a uniform distribution exactly.

    Args:
        distribution: One that `is_fitted`.
    """
    if distribution.shape is Shape.UNIFORM:
        low, high = distribution.p10 or 0.0, distribution.p90 or 0.0
        margin = (high - low) / 8
        middle = (low + high) / 2
        return Fit(low=low - margin, likely=middle, high=high + margin, error=0.0)
    return _fit(distribution)


@lru_cache(maxsize=1024)
def _fit(distribution: Distribution) -> Fit:
    given = (distribution.p10 or 0.0, distribution.p50 or 0.0, distribution.p90 or 0.0)
    if given[0] == given[2]:
        return Fit(low=given[0], likely=given[0], high=given[0], error=0.0)
    leaning = beyond_reach(given, distribution.leaning_weight)
    if leaning is not None:
        return Fit(low=leaning.low, likely=leaning.likely, high=leaning.high, error=leaning.error)
    wanted = (given[1] - given[0]) / (given[2] - given[0])
    mode = _solved(lambda place: _below(distribution, place) - wanted)
    return _scaled(distribution, mode, given)


def _standard(distribution: Distribution, mode: float, shares: Table) -> Table:
    """Return quantiles of the distribution on 0 to 1 whose likely value is `mode`."""
    if distribution.shape is Shape.TRIANGULAR:
        return _triangle(mode, shares)
    return _pert(mode, distribution.weight, shares)


def _below(distribution: Distribution, mode: float) -> float:
    """Return which share of the way from P10 to P90 lies below the median."""
    p10, p50, p90 = _standard(distribution, mode, np.array(SHARES))
    return float((p50 - p10) / (p90 - p10))


def _scaled(distribution: Distribution, mode: float, given: tuple[float, float, float]) -> Fit:
    standard = _standard(distribution, mode, np.array(SHARES))
    scale = (given[2] - given[0]) / float(standard[2] - standard[0])
    low = given[1] - scale * float(standard[1])
    error = float(np.max(np.abs(low + scale * standard - np.array(given))))
    return Fit(low=low, likely=low + scale * mode, high=low + scale, error=error)


def _solved(function: Callable[[float], float]) -> float:
    """Return where a rising function is 0 between 0 and 1: false position, Illinois variant."""
    a, b, at_a, at_b = 0.0, 1.0, function(0.0), function(1.0)
    if at_a >= 0 or at_b <= 0:  # at the very limit, a table is out by its last digits
        return 0.0 if at_a >= 0 else 1.0
    middle = value = 1.0
    while abs(value) >= _CLOSE:
        middle = (a * at_b - b * at_a) / (at_b - at_a)
        value = function(middle)
        if value > 0:
            b, at_b, at_a = middle, value, at_a / 2
        else:
            a, at_a, at_b = middle, value, at_b / 2
    return middle


# --- one function for each shape -------------------------------------------------------------


def _ends(distribution: Distribution) -> tuple[float, float, float]:
    """Return low, likely and high, given or fitted."""
    if is_fitted(distribution):
        fit = fitted(distribution)
        return fit.low, fit.likely, fit.high
    low, high = distribution.low or 0.0, distribution.high or 0.0
    return low, distribution.likely or 0.0, high


def _between_ends(distribution: Distribution, shares: Table) -> Table:
    low, likely, high = _ends(distribution)
    if low == high:
        return np.full(len(shares), low)
    mode = (likely - low) / (high - low)
    return low + (high - low) * _standard(distribution, mode, shares)


def _uniform(distribution: Distribution, shares: Table) -> Table:
    low, _, high = _ends(distribution)
    return low + (high - low) * shares


def _triangle(mode: float, shares: Table) -> Table:
    rising = np.sqrt(shares * mode)
    falling = 1 - np.sqrt((1 - shares) * (1 - mode))
    return np.where(shares <= mode, rising, falling)


def _pert(mode: float, weight: float, shares: Table) -> Table:
    """Return beta quantiles: the density summed over cells around its bulk, then inverted."""
    up, down = weight * mode, weight * (1 - mode)  # alpha - 1 and beta - 1
    total = weight + 2
    mean = (up + 1) / total
    reach = _REACH * np.sqrt(mean * (1 - mean) / (total + 1))
    edges = np.linspace(max(0.0, mean - reach), min(1.0, mean + reach), _CELLS + 1)
    middles = (edges[:-1] + edges[1:]) / 2
    density = up * np.log(middles) + down * np.log1p(-middles)
    sums = np.cumsum(np.exp(density - density.max()))
    return np.interp(shares, np.concatenate(([0.0], sums / sums[-1])), edges)


def _lognormal(distribution: Distribution, shares: Table) -> Table:
    low, high = log(distribution.p10 or 1.0), log(distribution.p90 or 1.0)
    deviation = (high - low) / (2 * NormalDist().inv_cdf(SHARES[2]))
    return np.exp((low + high) / 2 + deviation * _normal(shares))


def _discrete(distribution: Distribution, shares: Table) -> Table:
    pairs = sorted(zip(distribution.values, distribution.probabilities, strict=True))
    values, probabilities = np.array(pairs, np.float64).T
    sums = np.cumsum(probabilities)
    places = np.searchsorted(sums / sums[-1], shares)
    found: Table = values[np.minimum(places, len(values) - 1)]
    return found


def _empirical(distribution: Distribution, shares: Table) -> Table:
    values = np.sort(np.array(distribution.values, np.float64))
    return values[(shares * len(values)).astype(np.intp)]


_QUANTILES: dict[Shape, Callable[[Distribution, Table], Table]] = {
    Shape.TRIANGULAR: _between_ends,
    Shape.PERT: _between_ends,
    Shape.UNIFORM: _uniform,
    Shape.LOGNORMAL: _lognormal,
    Shape.DISCRETE: _discrete,
    Shape.EMPIRICAL: _empirical,
}


# --- what a Gaussian copula needs ------------------------------------------------------------


def _normal(shares: Table) -> Table:
    inverse = NormalDist().inv_cdf
    return np.array([inverse(each) for each in shares.tolist()])


@lru_cache(maxsize=8)
def normal_table(entries: int = ENTRIES) -> Table:
    """Return the quantiles of the standard normal, scaled to have its variance of 1 exactly.

    Args:
        entries: How many.

    Returns:
        A read-only array, ascending and symmetric.
    """
    table = _normal((np.arange(entries) + 0.5) / entries)
    table /= np.sqrt(np.mean(table**2))
    table.flags.writeable = False
    return table


@frozen(kw_only=True, eq=False)
class NormalPlaces:
    """From a standard normal back to a place in a quantile table, by the nearest entry.

    Attributes:
        steps: Entries for each unit of the normal.
        reach: Beyond this on either side, the first and the last place.
        places: The place of each entry, from -reach to reach.
    """

    steps: int
    reach: int
    places: npt.NDArray[np.int32]

    def of(self, normals: npt.NDArray[np.floating]) -> npt.NDArray[np.int32]:
        """Return the places of these normals."""
        nearest = normals * self.steps
        np.rint(nearest, out=nearest)
        nearest += self.reach * self.steps
        return self.places.take(nearest.astype(np.intp), mode="clip")


@lru_cache(maxsize=8)
def normal_places(entries: int = ENTRIES, steps: int = 2048, reach: int = 6) -> NormalPlaces:
    """Return the table from a standard normal to a place among so many entries.

    Args:
        entries: Of the quantile table that is looked up then.
        steps: Entries for each unit: a place is out by at most 0.2 x entries / steps + 1.
        reach: How far it goes on either side.
    """
    normals = np.arange(-reach * steps, reach * steps + 1) / steps
    below = np.array([NormalDist().cdf(each) for each in normals.tolist()])
    places = np.minimum(below * entries, entries - 1).astype(np.int32)
    places.flags.writeable = False
    return NormalPlaces(steps=steps, reach=reach, places=places)
