"""Rows of whole numbers counted once: sums and squares, and how their ranks go with another's.

All of it is whole numbers that floats hold exactly, so it comes out the same in whatever order a
machine adds them up.
"""

from math import sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from attrs import define

from send_framework.network.engine.rows import Row

Ranks: TypeAlias = npt.NDArray[np.float64]

_EXACT = 1 << 53
"""Up to here floats hold every whole number, so sums of them come out right in any order."""
_MOST_RANKS = 1 << 13
"""Ranks that are told apart; more would cost more than the samples are worth."""
_STEPS = np.arange(_MOST_RANKS, dtype=np.float64)
_SQUARES = _STEPS * _STEPS


@define(kw_only=True)
class Moments:
    """How many whole numbers, their sum and the sum of their squares.

    Example:
        >>> some = Moments.of(np.array([1, 2, 3], np.int32))
        >>> some.mean, some.deviation
        (2.0, 1.0)
    """

    count: int = 0
    total: int = 0
    squares: int = 0

    @classmethod
    def of(cls, row: Row) -> "Moments":
        """Return those of a row, exactly: floats are used as far as they hold whole numbers."""
        count, most = len(row), max(int(row.max(initial=0)), -int(row.min(initial=0)))
        if most * most * count > _EXACT:
            numbers = row.tolist()
            return cls(count=count, total=sum(numbers), squares=sum(n * n for n in numbers))
        exact = row.astype(np.float64)
        return cls(count=count, total=int(exact.sum()), squares=int(exact @ exact))

    def add(self, other: "Moments") -> None:
        """Take in those of another block."""
        self.count += other.count
        self.total += other.total
        self.squares += other.squares

    @property
    def mean(self) -> float:
        """The mean; 0 of nothing."""
        return self.total / self.count if self.count else 0.0

    @property
    def variance(self) -> float:
        """The variance, estimated from a sample: 0 of fewer than two."""
        if self.count < 2:  # noqa: PLR2004 - one value has no spread
            return 0.0
        return (self.squares * self.count - self.total**2) / (self.count * (self.count - 1))

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return sqrt(self.variance)


class Counted:
    """A row of at least one whole number, and how often each of them occurs.

    Numbers that lie within a four-thousandth of the whole range may count as one.
    """

    __slots__ = ("_counts", "_is_coarse", "_least", "_places", "_row")

    def __init__(self, row: Row) -> None:
        """Count it."""
        least, most = int(np.minimum.reduce(row)), int(np.maximum.reduce(row))
        coarser = ((most - least) // _MOST_RANKS).bit_length()
        places = row - np.int32(least)
        if coarser:
            places >>= np.int32(coarser)
        self._row, self._least, self._is_coarse = row, least, bool(coarser)
        self._places = places.astype(np.intp)
        self._counts = np.bincount(self._places).astype(np.float64)

    def moments(self) -> Moments:
        """Return how many there are, their sum and that of their squares."""
        if self._is_coarse:
            return Moments.of(self._row)
        counts, least, number = self._counts, self._least, len(self._row)
        above = int(counts @ _STEPS[: len(counts)])
        squares = int(counts @ _SQUARES[: len(counts)])
        return Moments(
            count=number,
            total=number * least + above,
            squares=number * least * least + 2 * least * above + squares,
        )

    def ranks(self) -> tuple[Ranks, float]:
        """Return twice each number's rank less its mean, and the sum of the squares of that.

        Ties stand at the middle of their ranks.

        Example:
            >>> Counted(np.array([30, 10, 10, 20], np.int32)).ranks()
            (array([ 3., -2., -2.,  1.]), 18.0)
        """
        counts = self._counts
        middles = 2 * np.cumsum(counts) - counts - len(self._row)
        ranks = middles.take(self._places, mode="wrap")
        return ranks, float(np.multiply(middles, middles, out=middles) @ counts)


class Ranking:
    """The ranks of one row, with which those of others are compared."""

    __slots__ = ("_ranks", "_squares")

    def __init__(self, row: Row) -> None:
        """Rank it; a row of nothing goes with no other."""
        self._ranks, self._squares = Counted(row).ranks() if len(row) else (_STEPS[:0], 0.0)

    def correlation(self, other: Counted) -> float:
        """Return the correlation of the ranks; 0 where one row never varies.

        Example:
            >>> finish = Ranking(np.array([4, 5, 6], np.int32))
            >>> finish.correlation(Counted(np.array([7, 6, 5], np.int32)))
            -1.0
        """
        ranks, squares = other.ranks()
        whole = self._squares * squares
        return float(ranks @ self._ranks) / sqrt(whole) if whole else 0.0
