"""What is counted in a block of samples: the headline alone, or all that an answer tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from attrs import frozen

from send_framework.network.engine.rows import Flags, LeadRows, Row, leading
from send_framework.network.risk.block import Block, count
from send_framework.network.risk.counted import Counted, Moments, Ranking
from send_framework.network.risk.reached import Reached
from send_framework.network.risk.tally import (
    MOST_PATHS,
    LeadingSet,
    ReachedTally,
    Replicate,
    Tally,
    counts_of,
)


def headline(block: Block) -> Tally:
    """Return when all is done and how often in time; nothing of what contributes to it.

    Args:
        block: The samples.
    """
    return _Counting(block=block).headline()


def everything(block: Block, reached: Sequence[Reached]) -> Tally:
    """Return the same with what leads, how long everything takes, and when milestones come.

    Args:
        block: The samples.
        reached: What is asked beside the whole.
    """
    found = _Counting(block=block).everything()
    found.reached = [_reached(block, each) for each in reached]
    return found


@frozen(kw_only=True, eq=False)
class _Counting:
    block: Block

    def headline(self) -> Tally:
        block, reading = self.block, self.block.trial.reading
        held = self._held()  # first: all passes share their memory
        ready = Counter(block.ready_now)
        finish = Moments.of(self._finish())
        return Tally(
            samples=block.size,
            ready=ready,
            visits=Counter() if block.visits is None else counts_of(block.visits),
            days=counts_of(self._kept(reading.days(block.early))),
            finish=finish,
            held=held,
            replicates=[Replicate(samples=block.size, ready=ready, mean=finish.mean)],
        )

    def everything(self) -> Tally:
        block, trial, found = self.block, self.block.trial, self.headline()
        leads = leading(trial.net, block.inputs, block.early, trial.subjects)
        found.leads = [self._led(leads, i) for i in trial.subjects]
        found.agencies = [self._agency(leads, numbers) for _, numbers in trial.agencies]
        found.paths = self._paths(leads)
        found.happened = [count(each.flags, None) for each in block.circumstances.happenings]
        against = Ranking(self._finish())
        for i in trial.subjects:
            length, rank = self._length(i, against)
            found.lengths.append(length)
            found.ranks.append(rank * found.done)
        return found

    def _finish(self) -> Row:
        """Return by how much later than in the single schedule all is done."""
        return self._kept(self.block.done - np.int32(self.block.trial.reading.scheduled))

    def _kept(self, row: Row) -> Row:
        """Return it without the samples that are never done."""
        return row if self.block.never is None else row[~self.block.never]

    def _held(self) -> Moments:
        """Return the finish where the library's defaults are held; nothing if there are none."""
        block, draws = self.block, self.block.trial.inputs.draws
        if not any(each.assumed for each in draws):
            return Moments()
        held = block.circumstances.with_defaults_held()
        if held.is_empty:  # then every sample is the single schedule
            return Moments(count=block.size)
        done = block.trial.reading.done(block.scheduled(block.circumstances.rows(held)))
        return Moments.of(self._kept(done - np.int32(block.trial.reading.scheduled)))

    def _length(self, i: int, against: Ranking) -> tuple[Moments, float]:
        """Return how far its length is out, and its rank correlation with the finish."""
        row = self.block.circumstances.length(self.block.drawn, i)
        kept = None if row is None else self._kept(row)
        if kept is None or not len(kept):
            return Moments(), 0.0
        counted = Counted(kept)
        return counted.moments(), against.correlation(counted)

    # --- what leads ------------------------------------------------------------------------

    def _led(self, leads: LeadRows, i: int) -> int:
        if self.block.never is None:
            return leads.count(i)
        return count(leads.flags[i], self.block.never) if i in leads.flags else 0

    def _agency(self, leads: LeadRows, numbers: tuple[int, ...]) -> int:
        found = np.zeros(self.block.size, np.bool_)
        for i in numbers:
            if i in leads.flags:
                np.logical_or(found, leads.flags[i], out=found)
        return count(found, self.block.never)

    def _paths(self, leads: LeadRows) -> dict[int, LeadingSet]:
        """Return which sets of activities lead how often, the most frequent first.

        Each activity has a random key; a set is known by the sum of its members' keys, and which
        they are is read off one of the samples.
        """
        net = self.block.trial.net
        ever = {i: leads.flags[i] for i in self.block.trial.subjects if i in leads.flags}
        sums = _sums(list(ever.values()), [_key(net.ids[i]) for i in ever], self.block.size)
        if self.block.never is not None:
            sums = sums[~self.block.never]
        keys, first, counts = np.unique(sums, return_index=True, return_counts=True)
        order = np.lexsort((keys, -counts))[:MOST_PATHS]
        members = self._members(ever, first[order])
        return {
            key: LeadingSet(count=count, members=found)
            for key, count, found in zip(
                keys[order].tolist(), counts[order].tolist(), members, strict=True
            )
        }

    def _members(
        self, ever: dict[int, Flags], samples: npt.NDArray[np.intp]
    ) -> Iterator[tuple[int, ...]]:
        """Yield what leads in each of some samples, counted among those that are ever done."""
        if self.block.never is not None:
            samples = np.flatnonzero(~self.block.never)[samples]
        flags = np.empty((len(samples), len(ever)), np.bool_)
        for place, each in enumerate(ever.values()):
            flags[:, place] = each[samples]
        all_members = np.array(list(ever), np.intp)[np.nonzero(flags)[1]].tolist()
        ends = np.cumsum(np.count_nonzero(flags, axis=1)).tolist()
        for begin, end in pairwise((0, *ends)):
            yield tuple(all_members[begin:end])


def _key(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def _reached(block: Block, each: Reached) -> ReachedTally:
    days = each.reading.days(block.early)
    never = block.circumstances.never(among=each.approvals)
    if never is None:
        return ReachedTally(days=counts_of(days))
    return ReachedTally(days=counts_of(days[~never]), never=count(never, None))


_AT_ONCE = 8


def _sums(rows: list[Flags], keys: list[int], size: int) -> npt.NDArray[np.uint64]:
    """Return in each sample the sum of the keys whose flags are up.

    Eight flags make a byte, for which one look-up gives the sum of their keys.
    """
    found = np.zeros(size, np.uint64)
    byte, bit = np.empty(size, np.uint8), np.empty(size, np.uint8)
    for first in range(0, len(rows), _AT_ONCE):
        byte.fill(0)
        table = np.zeros(1, np.uint64)
        for place in range(first, min(first + _AT_ONCE, len(rows))):
            np.left_shift(rows[place].view(np.uint8), np.uint8(place - first), out=bit)
            np.bitwise_or(byte, bit, out=byte)
            table = np.concatenate((table, table + np.uint64(keys[place])))
        np.add(found, table.take(byte), out=found)
    return found
