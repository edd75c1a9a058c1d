"""What a block of samples leaves behind: counts and sums of whole numbers, which add up exactly.

Whole numbers add up to the same whatever the order; the few fractions are added in the order of
the blocks. So the answer is the same, bit for bit, whoever computed which block.
"""

from collections import Counter
from math import sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

from send_framework.network.engine.rows import Row

MOST_PATHS = 1000
"""How many of a block's sets of leading activities are counted on, the most frequent."""

_EXACT = 1 << 53
"""Up to here floats hold every whole number, so sums of them come out right in any order."""

Ranks: TypeAlias = npt.NDArray[np.float64]


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


@define(kw_only=True)
class LeadingSet:
    """Samples in which the same activities lead.

    Attributes:
        count: How many samples.
        members: Numbers of the activities.
    """

    count: int
    members: tuple[int, ...]


@define(kw_only=True)
class ReachedTally:
    """When a milestone is reached.

    Attributes:
        days: How many samples reach it on each day, as ordinals.
        never: How many never do.
    """

    days: Counter[int] = field(factory=Counter[int])
    never: int = 0


@frozen(kw_only=True)
class Replicate:
    """What one block found: blocks are independent, so their spread says how sure all are.

    Attributes:
        samples: How many samples it has.
        ready: As in the tally.
        mean: The mean finish.
    """

    samples: int
    ready: Counter[str]
    mean: float


@define(kw_only=True)
class Tally:
    """What came of some samples; lists follow the trial's.

    Attributes:
        samples: How many.
        ready: How many are done in time, by the name of the window's end; ``"window"`` against
            the drawn day.
        visits: How many had inspectors come on each of the target's days.
        days: How many are done on each day, as ordinals.
        finish: Of the finish, in units after the single schedule's.
        held: The same where the library's defaults are held at the single schedule's values.
        leads: By subject, in how many samples it leads.
        lengths: By subject, its length in units.
        ranks: By subject, the rank correlation with the finish, times the number of samples.
        agencies: By agency, in how many samples any of its work leads.
        paths: Sets of leading activities by their key.
        happened: How often each risk happened and each approval was refused.
        milestones: When each is reached.
        replicates: What each block found, for the spread between them.
    """

    samples: int = 0
    ready: Counter[str] = field(factory=Counter[str])
    visits: Counter[int] = field(factory=Counter[int])
    days: Counter[int] = field(factory=Counter[int])
    finish: Moments = field(factory=Moments)
    held: Moments = field(factory=Moments)
    leads: list[int] = field(factory=list[int])
    lengths: list[Moments] = field(factory=list[Moments])
    ranks: list[float] = field(factory=list[float])
    agencies: list[int] = field(factory=list[int])
    paths: dict[int, LeadingSet] = field(factory=dict[int, LeadingSet])
    happened: list[int] = field(factory=list[int])
    milestones: list[ReachedTally] = field(factory=list[ReachedTally])
    replicates: list[Replicate] = field(factory=list[Replicate])

    @property
    def done(self) -> int:
        """In how many samples everything is done at last."""
        return self.finish.count

    def add(self, other: "Tally") -> None:
        """Take in the next block's, or the first one's."""
        if not self.replicates:
            self._begin(other)
        self.samples += other.samples
        self.ready.update(other.ready)
        self.visits.update(other.visits)
        self.days.update(other.days)
        self.finish.add(other.finish)
        self.held.add(other.held)
        self.leads = _sums(self.leads, other.leads)
        self.ranks = [a + b for a, b in zip(self.ranks, other.ranks, strict=True)]
        self.agencies = _sums(self.agencies, other.agencies)
        self.happened = _sums(self.happened, other.happened)
        for mine, theirs in zip(self.lengths, other.lengths, strict=True):
            mine.add(theirs)
        for reached, more in zip(self.milestones, other.milestones, strict=True):
            reached.days.update(more.days)
            reached.never += more.never
        self._add_paths(other)
        self.replicates += other.replicates

    def _begin(self, first: "Tally") -> None:
        """Make room for what the first block counts."""
        self.leads = [0] * len(first.leads)
        self.ranks = [0.0] * len(first.ranks)
        self.agencies = [0] * len(first.agencies)
        self.happened = [0] * len(first.happened)
        self.lengths = [Moments() for _ in first.lengths]
        self.milestones = [ReachedTally() for _ in first.milestones]

    def _add_paths(self, other: "Tally") -> None:
        for key, found in other.paths.items():
            if key in self.paths:
                self.paths[key].count += found.count
            else:
                self.paths[key] = LeadingSet(count=found.count, members=found.members)


def _sums(mine: list[int], theirs: list[int]) -> list[int]:
    return [a + b for a, b in zip(mine, theirs, strict=True)]


def counts_of(row: npt.NDArray[np.integer]) -> Counter[int]:
    """Return how often each whole number occurs.

    Example:
        >>> sorted(counts_of(np.array([7, 5, 7])).items())
        [(5, 1), (7, 2)]
    """
    if not len(row):
        return Counter()
    least = int(row.min())
    counts = np.bincount(row - row.dtype.type(least))
    places = np.flatnonzero(counts)
    return Counter(dict(zip((places + least).tolist(), counts[places].tolist(), strict=True)))


_MOST_RANKS = 1 << 13
"""Ranks that are told apart; more would cost more than the samples are worth."""


def ranks(row: Row) -> Ranks | None:
    """Return twice each number's rank less its mean, ties at the middle of theirs.

    Numbers that lie within a four-thousandth of the whole range may count as tied. ``None`` where
    all are the same.

    Example:
        >>> ranks(np.array([30, 10, 10, 20], np.int32)).tolist()
        [3.0, -2.0, -2.0, 1.0]
    """
    least, most = int(row.min()), int(row.max())
    if least == most:
        return None
    places = row - np.int32(least)
    coarser = ((most - least) // _MOST_RANKS).bit_length()
    if coarser:
        places >>= np.int32(coarser)
    counts = np.bincount(places)
    middles = (2 * np.cumsum(counts) - counts - len(row)).astype(np.float64)
    return np.take(middles, places)


def correlation(a: Ranks | None, b: Ranks | None) -> float:
    """Return the correlation of two rows of centred ranks; 0 where one never varies."""
    if a is None or b is None:
        return 0.0
    return float(a @ b) / sqrt(float(a @ a) * float(b @ b))
