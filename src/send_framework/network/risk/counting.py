"""What is counted in a block of samples: the headline alone, or all that an answer tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from attrs import frozen

from send_framework.network.engine.rows import Flags, LeadRows, Row, leading
from send_framework.network.risk.block import Block, count
from send_framework.network.risk.counted import Moments, Ranking
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
        lengths = list(self._lengths())
        found.lengths = [moments for moments, _ in lengths]
        found.ranks = [rank * found.done for _, rank in lengths]
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

    def _lengths(self) -> Iterator[tuple[Moments, float]]:
        """Yield how far each length is out, and its rank correlation with the finish."""
        finish = self._finish()
        ranking = Ranking(finish) if len(finish) else None
        for i in self.block.trial.subjects:
            row = self.block.circumstances.length(self.block.drawn, i)
            if row is None or ranking is None:
                yield Moments(), 0.0
            else:
                yield ranking.meets(self._kept(row))

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
        net, never = self.block.trial.net, self.block.never
        ever = [i for i in self.block.trial.subjects if i in leads.flags]
        packed = _packed([leads.flags[i] for i in ever], self.block.size)
        if never is not None:
            packed = packed[:, ~never]
        sums = _sums(packed, [_key(net.ids[i]) for i in ever])
        keys, first, counts = np.unique(sums, return_index=True, return_counts=True)
        order = np.lexsort((keys, -counts))[:MOST_PATHS]
        members = _members(packed[:, first[order]], np.array(ever, np.intp))
        return {
            key: LeadingSet(count=count, members=found)
            for key, count, found in zip(
                keys[order].tolist(), counts[order].tolist(), members, strict=True
            )
        }


def _key(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def _reached(block: Block, each: Reached) -> ReachedTally:
    days = each.reading.days(block.early)
    never = block.circumstances.never(among=each.approvals)
    if never is None:
        return ReachedTally(days=counts_of(days))
    return ReachedTally(days=counts_of(days[~never]), never=count(never, None))


# Eight flags make a byte: what is asked of a byte is asked once for eight activities.
_Packed: TypeAlias = npt.NDArray[np.uint8]
_AT_ONCE = 8
_FLAGS_OF_BYTES = np.unpackbits(
    np.arange(256, dtype=np.uint8).reshape(1, -1), axis=0, bitorder="little"
).astype(np.uint64)


def _packed(rows: Sequence[Flags], size: int) -> _Packed:
    """Return a row of bytes for each eight rows of flags, the first in the lowest bit."""
    found = np.zeros((-(-len(rows) // _AT_ONCE), size), np.uint8)
    for number, byte in enumerate(found):
        for row in reversed(rows[number * _AT_ONCE : (number + 1) * _AT_ONCE]):
            np.add(byte, byte, out=byte)  # a shift takes ten times as long
            np.bitwise_or(byte, row.view(np.uint8), out=byte)
    return found


def _sums(packed: _Packed, keys: Sequence[int]) -> npt.NDArray[np.uint64]:
    """Return in each sample the sum of the keys whose flags are up, beyond 64 bits cut off."""
    found = np.zeros(packed.shape[1], np.uint64)
    of_eight = np.zeros((len(packed), _AT_ONCE), np.uint64)
    of_eight.flat[: len(keys)] = keys
    for row, table in zip(packed, of_eight @ _FLAGS_OF_BYTES, strict=True):
        found += table.take(row)
    return found


def _members(packed: _Packed, numbers: npt.NDArray[np.intp]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers whose flags are up, for each sample."""
    samples = np.ascontiguousarray(packed.T)
    flags = np.unpackbits(samples, axis=1, bitorder="little").view(np.bool_)
    found = numbers[np.nonzero(flags)[1]].tolist()
    ends = np.cumsum(np.count_nonzero(flags, axis=1)).tolist()
    for begin, end in pairwise((0, *ends)):
        yield tuple(found[begin:end])
