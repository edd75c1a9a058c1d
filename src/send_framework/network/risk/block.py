"""One block of samples: drawn, scheduled, counted. A pure function of the trial and its number."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from attrs import define, evolve, frozen

from send_framework.network.engine.rows import (
    EarlyRows,
    Flags,
    LeadRows,
    Ranges,
    Room,
    Row,
    RowInputs,
    forward,
    leading,
    ranges_of,
    room_for,
)
from send_framework.network.risk.circumstances import Circumstances, Drawn
from send_framework.network.risk.streams import Streams
from send_framework.network.risk.tally import (
    MOST_PATHS,
    LeadingSet,
    Moments,
    ReachedTally,
    Replicate,
    Tally,
    correlation,
    counts_of,
    ranks,
)
from send_framework.network.risk.trial import Reached, Trial


@frozen(kw_only=True, eq=False, slots=False)
class Block:
    """Some samples of a trial, computed as far as they are asked about.

    Attributes:
        trial: What is simulated.
        number: The block's number.
        size: How many samples it has.
    """

    trial: Trial
    number: int
    size: int

    @cached_property
    def streams(self) -> Streams:
        """The block's random numbers."""
        trial = self.trial
        return Streams(seed=trial.seed, block=self.number, size=self.size, sampling=trial.sampling)

    @cached_property
    def circumstances(self) -> Circumstances:
        """What the samples meet."""
        return Circumstances(trial=self.trial, streams=self.streams)

    @cached_property
    def drawn(self) -> Drawn:
        """Every uncertain number, risks and refusals in it."""
        return self.circumstances.delayed(self.circumstances.drawn)

    @cached_property
    def inputs(self) -> RowInputs:
        """What the passes run on."""
        return self.circumstances.rows(self.drawn)

    @cached_property
    def early(self) -> EarlyRows:
        """The forward pass."""
        return self.scheduled(self.inputs)

    @cached_property
    def done(self) -> Row:
        """By which number everything in scope is done."""
        return self.trial.reading.done(self.early)

    @cached_property
    def never(self) -> Flags | None:
        """In which samples it never is; ``None`` is in none."""
        return self.circumstances.never(among=self.trial.scope)

    @cached_property
    def visits(self) -> npt.NDArray[np.intp] | None:
        """Place of the day inspectors come; ``None`` where no day lies ahead."""
        target = self.trial.target
        return target.places(self.streams) if target and target.days else None

    @cached_property
    def due(self) -> Row | None:
        """By which number everything must be done, for the drawn day."""
        if self.visits is None:
            return None
        return np.take(np.array(self.trial.target_numbers, np.int32), self.visits)

    def scheduled(self, inputs: RowInputs) -> EarlyRows:
        """Return the forward pass over some inputs; it replaces the one before."""
        trial = self.trial
        return forward(trial.net, inputs, self.size, only=trial.scope, room=self._room)

    @cached_property
    def _room(self) -> Room:
        """Memory for the passes, and the proof that no sample leaves what is known."""
        return room_for(self.trial.net, self.size, self._ranges)

    @cached_property
    def _ranges(self) -> Ranges:
        """What no sample exceeds, whatever is left out of the inputs."""
        net, found = self.trial.net, ranges_of(self.inputs)
        return evolve(
            found,
            durations={i: max(most, net.duration[i]) for i, most in found.durations.items()},
            lags={i: _with(ends, self.trial.lags[i]) for i, ends in found.lags.items()},
        )

    def ready(self, done: Row, never: Flags | None) -> Iterator[tuple[str, int]]:
        """Yield in how many samples it is done in time, for each end and the drawn day.

        Args:
            done: By which number it is done.
            never: In which samples it never is.
        """
        if self.due is not None:
            yield "window", _count(done <= self.due, never)
        for name, number in self.trial.end_numbers:
            yield name, _count(done <= number, never)


def _with(ends: tuple[int, int], own: int) -> tuple[int, int]:
    return min(ends[0], own), max(ends[1], own)


def _count(flags: Flags, never: Flags | None) -> int:
    return int(np.count_nonzero(flags if never is None else flags & ~never))


def run_block(trial: Trial, number: int, size: int) -> Tally:
    """Return what came of one block.

    Args:
        trial: What is simulated.
        number: The block's number: it keys the random numbers.
        size: How many samples it has.
    """
    return _Counting(block=Block(trial=trial, number=number, size=size)).tally()


@define(kw_only=True, eq=False)
class _Counting:
    block: Block

    def tally(self) -> Tally:
        block, trial = self.block, self.block.trial
        held = self._held()  # first: all passes share their memory
        leads = leading(trial.net, block.inputs, block.early, trial.subjects)
        finish = self._kept(block.done - np.int32(trial.reading.scheduled))
        ready = Counter(dict(block.ready(block.done, block.never)))
        moments = Moments.of(finish)
        return Tally(
            samples=block.size,
            ready=ready,
            visits=Counter() if block.visits is None else counts_of(block.visits),
            days=counts_of(self._kept(trial.reading.days(block.early))),
            finish=moments,
            held=held,
            leads=[self._led(self._of(leads, i)) for i in trial.subjects],
            lengths=[self._length(i) for i in trial.subjects],
            ranks=self._ranks(finish),
            agencies=[self._agency(leads, numbers) for _, numbers in trial.agencies],
            paths=self._paths(leads),
            happened=[_count(each.flags, None) for each in block.circumstances.happenings],
            milestones=[self._reached(each) for each in trial.milestones],
            replicates=[Replicate(samples=block.size, ready=ready, mean=moments.mean)],
        )

    def _kept(self, row: Row) -> Row:
        """Return it without the samples that are never done."""
        return row if self.block.never is None else row[~self.block.never]

    def _led(self, flags: Flags | None) -> int:
        return 0 if flags is None else _count(flags, self.block.never)

    def _of(self, leads: LeadRows, i: int) -> Flags | None:
        return leads.flags.get(i)

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

    def _length(self, i: int) -> Moments:
        """Return how far its length is out, in the samples that are ever done."""
        row = self.block.circumstances.length(self.block.drawn, i)
        return Moments() if row is None else Moments.of(self._kept(row))

    def _ranks(self, finish: Row) -> list[float]:
        """Return each one's rank correlation with the finish, times the number of samples."""
        trial, circumstances = self.block.trial, self.block.circumstances
        against = ranks(finish) if len(finish) else None
        if against is None:
            return [0.0] * len(trial.subjects)
        rows = (circumstances.length(self.block.drawn, i) for i in trial.subjects)
        return [
            0.0 if row is None else correlation(ranks(self._kept(row)), against) * len(finish)
            for row in rows
        ]

    def _agency(self, leads: LeadRows, numbers: tuple[int, ...]) -> int:
        found = np.zeros(self.block.size, np.bool_)
        for i in numbers:
            if i in leads.flags:
                np.logical_or(found, leads.flags[i], out=found)
        return _count(found, self.block.never)

    def _reached(self, milestone: Reached) -> ReachedTally:
        days = milestone.reading.days(self.block.early)
        never = self.block.circumstances.never(among=milestone.approvals)
        if never is None:
            return ReachedTally(days=counts_of(days))
        return ReachedTally(days=counts_of(days[~never]), never=_count(never, None))

    def _paths(self, leads: LeadRows) -> dict[int, LeadingSet]:
        """Return which sets of activities lead how often, the most frequent first.

        Each activity has a random key; a set is known by the sum of its members' keys, and which
        they are is read off one of the samples.
        """
        trial = self.block.trial
        sums = np.zeros(self.block.size, np.uint64)
        ever = [i for i in trial.subjects if i in leads.flags]
        for i in ever:
            np.add(sums, leads.flags[i] * _key(trial.net.ids[i]), out=sums)
        if self.block.never is not None:
            sums = sums[~self.block.never]
        keys, first, counts = np.unique(sums, return_index=True, return_counts=True)
        order = np.lexsort((keys, -counts))[:MOST_PATHS]
        members = self._members(leads, ever, first[order])
        return {
            key: LeadingSet(count=count, members=found)
            for key, count, found in zip(
                keys[order].tolist(), counts[order].tolist(), members, strict=True
            )
        }

    def _members(
        self, leads: LeadRows, ever: list[int], samples: npt.NDArray[np.intp]
    ) -> Iterator[tuple[int, ...]]:
        """Yield what leads in each of some samples, counted among those that are ever done."""
        if self.block.never is not None:
            samples = np.flatnonzero(~self.block.never)[samples]
        numbers = np.array(ever, np.intp)
        flags = np.array([leads.flags[i][samples] for i in ever], np.bool_)
        for n in range(len(samples)):
            yield tuple(numbers[flags[:, n]].tolist())


def _key(name: str) -> np.uint64:
    return np.uint64(int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little"))
