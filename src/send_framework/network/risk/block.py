"""One block of samples, drawn and scheduled: a pure function of the trial and its number."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen

from send_framework.network.engine.rows import (
    EarlyRows,
    Flags,
    Ranges,
    Room,
    Row,
    RowInputs,
    forward,
    ranges_of,
    room_for,
)
from send_framework.network.risk.circumstances import Circumstances, Drawn
from send_framework.network.risk.streams import Streams
from send_framework.network.risk.trial import Trial


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

    @cached_property
    def ready_now(self) -> dict[str, int]:
        """In how many samples all is done in time, see `ready`."""
        return dict(self.ready(self.done, self.never))

    def ready(self, done: Row, never: Flags | None) -> Iterator[tuple[str, int]]:
        """Yield in how many samples it is done in time, for each end and the drawn day.

        Args:
            done: By which number it is done.
            never: In which samples it never is.
        """
        if self.due is not None:
            yield "window", count(done <= self.due, never)
        for name, number in self.trial.end_numbers:
            yield name, count(done <= number, never)


def _with(ends: tuple[int, int], own: int) -> tuple[int, int]:
    return min(ends[0], own), max(ends[1], own)


def count(flags: Flags, never: Flags | None) -> int:
    """Return how many flags are up, in samples that are ever done."""
    return int(np.count_nonzero(flags if never is None else flags & ~never))
