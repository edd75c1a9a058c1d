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


class Ranking:
    """The ranks of one row, with which rows of the same length are compared.

    A rank is twice the number of those below, plus those that are equal, less the mean: all whole
    numbers. One pass then says of another row how often each number occurs and, with it, what
    ranks it meets here: every mark is a rank plus a number so large that no sum of ranks
    reaches half of it. So that floats hold all of it, a row is no longer than 100,000.
    """

    __slots__ = ("_marks", "_squares", "_whole")

    def __init__(self, row: Row) -> None:
        """Rank it."""
        _, places, _ = _places(row)
        counts = np.bincount(places).astype(np.float64)
        middles = 2 * np.cumsum(counts) - counts - len(row)
        self._whole = float(1 << (2 * len(row).bit_length() + 1))
        self._marks = middles.take(places) + self._whole
        self._squares = _squares(counts, len(row))

    def meets(self, row: Row) -> tuple[Moments, float]:
        """Return the moments of a row, and the correlation of its ranks with these.

        Numbers that lie within a four-thousandth of the whole range may count as tied. Where one
        of the two never varies the correlation is 0.

        Example:
            >>> finish = Ranking(np.array([4, 5, 6], np.int32))
            >>> moments, correlation = finish.meets(np.array([7, 6, 5], np.int32))
            >>> moments.mean, correlation
            (6.0, -1.0)
        """
        least, places, is_coarse = _places(row)
        sums = np.bincount(places, weights=self._marks)
        counts = np.rint(sums / self._whole)
        moments = Moments.of(row) if is_coarse else _moments(counts, least, len(row))
        both = self._squares * _squares(counts, len(row))
        if not both:
            return moments, 0.0
        met = sums - counts * self._whole
        # A rank is twice those up to it, less its ties, less the mean; all met add up to 0.
        product = 2 * float(np.cumsum(counts) @ met) - float(counts @ met)
        return moments, product / sqrt(both)


def _places(row: Row) -> tuple[int, npt.NDArray[np.intp], bool]:
    """Return the least number, by how much each lies above it, and whether that was coarsened."""
    least, most = int(np.minimum.reduce(row)), int(np.maximum.reduce(row))
    coarser = ((most - least) // _MOST_RANKS).bit_length()
    places = row - np.int32(least)
    if coarser:
        places >>= np.int32(coarser)
    return least, places.astype(np.intp), bool(coarser)


def _squares(counts: Ranks, number: int) -> float:
    """Return the sum of the squares of all ranks: of n without ties (n cubed - n) / 3."""
    return (float(number**3) - float(counts * counts @ counts)) / 3


def _moments(counts: Ranks, least: int, number: int) -> Moments:
    """Return the moments of so many numbers from the least on, from how often they occur."""
    above = int(counts @ _STEPS[: len(counts)])
    squares = int(counts @ _SQUARES[: len(counts)])
    return Moments(
        count=number,
        total=number * least + above,
        squares=number * least * least + 2 * least * above + squares,
    )
