"""What passes over rows of samples find."""

from collections.abc import Mapping

import numpy as np
from attrs import define, field

from send_framework.errors import NetworkError
from send_framework.network.engine.compiled import Compiled
from send_framework.network.engine.row_room import Room
from send_framework.network.engine.row_values import (
    ABSENT,
    Flags,
    Row,
    RowInputs,
    Value,
    minus,
)


@define(kw_only=True, eq=False)
class EarlyRows:
    """The forward pass of many samples; nothing in it may be written to.

    Attributes:
        network: What was scheduled.
        inputs: What differed between the samples.
        room: Where its rows stand.
        starts: Early start numbers; of started work, of what remains. Most are absent until they
            are asked for.
        finishes: Early finish numbers.
        at_starts: In the instant form, where each begins (of started work, began); looked up when
            it is asked for.
        at_finishes: Where each ends, likewise.
        forced: Starts that were set, whatever comes before.
        least: What each finish is not below in any sample.
        by_hand: Activities for which the short way of the index form does not do.
    """

    network: Compiled
    inputs: RowInputs
    room: Room
    starts: list[Value]
    finishes: list[Value]
    at_starts: list[Value]
    at_finishes: list[Value]
    least: list[int]
    forced: Mapping[int, int] = field(factory=dict[int, int])
    by_hand: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many samples there are."""
        return self.room.size

    def start(self, i: int) -> Row:
        """Return the early start number of an activity in each sample."""
        self.finish(i)
        return self.room.whole(self.start_value(i))

    def finish(self, i: int) -> Row:
        """Return the early finish number of an activity in each sample."""
        if self.finishes[i] is ABSENT:
            name = self.network.ids[i]
            raise NetworkError(f"activity {name!r} is not among those that were computed")
        return self.room.whole(self.finishes[i])

    def start_value(self, i: int, aside: Row | None = None) -> Value:
        """Return a start that may have to be computed: in `aside` if it is not to be kept."""
        found = self.starts[i]
        if found is ABSENT:
            days: Value = self.inputs.durations.get(i, self.network.duration[i])
            found = minus(self.finishes[i], days, self.room.row() if aside is None else aside)
            if aside is None:
                self.starts[i] = found
        return found


@define(kw_only=True, eq=False)
class LeadRows:
    """Which activities decide the finish, sample by sample.

    Attributes:
        size: How many samples there are.
        flags: By activity, whether it lies on a chain that decides; who never does is absent.
        counts: By activity, in how many samples that is.
    """

    size: int
    flags: Mapping[int, Flags]
    counts: Mapping[int, int]

    def leads(self, i: int) -> Flags:
        """Return whether an activity lies on a deciding chain, for each sample."""
        return self.flags[i] if i in self.flags else np.zeros(self.size, np.bool_)

    def count(self, i: int) -> int:
        """Return in how many samples an activity lies on a deciding chain."""
        return self.counts.get(i, 0)
