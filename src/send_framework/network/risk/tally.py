"""What a block of samples leaves behind: counts and sums of whole numbers, which add up exactly.

Whole numbers add up to the same whatever the order; the few fractions are added in the order of
the blocks. So the answer is the same, bit for bit, whoever computed which block.
"""

from collections import Counter

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

from send_framework.network.risk.counted import Moments

MOST_PATHS = 1000
"""How many of a block's sets of leading activities are counted on, the most frequent."""


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
    """When a milestone, or the last work for a recommendation, is reached.

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
        reached: When each milestone is, and the last work for each recommendation.
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
    reached: list[ReachedTally] = field(factory=list[ReachedTally])
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
        for reached, more in zip(self.reached, other.reached, strict=True):
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
        self.reached = [ReachedTally() for _ in first.reached]

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
