"""What passes over rows of samples find."""

from collections.abc import Mapping

import numpy as np
from attrs import define, field

from send_framework.errors import NetworkError
from send_framework.network.engine.compiled import Compiled
from send_framework.network.engine.row_room import Room
from send_framework.network.engine.row_values import ABSENT, Flags, Row, RowInputs, Value


@define(kw_only=True, eq=False)
class EarlyRows:
    """The forward pass of many samples; nothing in it may be written to.

    Attributes:
        network: What was scheduled.
        inputs: What differed between the samples.
        room: Where its rows stand.
        starts: Early start numbers; of started work, of what remains.
        finishes: Early finish numbers.
        at_starts: Where each begins; of started work, where it began. In the instant form these
            and the next are looked up when they are asked for.
        at_finishes: Where each ends; in the index form the same as `finishes`.
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
        return self._row(self.starts, i)

    def finish(self, i: int) -> Row:
        """Return the early finish number of an activity in each sample."""
        return self._row(self.finishes, i)

    def _row(self, values: list[Value], i: int) -> Row:
        value = values[i]
        if value is ABSENT:
            name = self.network.ids[i]
            raise NetworkError(f"activity {name!r} is not among those that were computed")
        return self.room.whole(value)


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
