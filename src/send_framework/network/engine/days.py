"""Instants as the days that people read.

The start is the first day worked, the finish the last day worked. A milestone at the end of a
day is that day, at the beginning of a day that day; where both are the same instant its side
decides. Facts and fixed dates are read as given, weekends included.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from attrs import frozen

from send_framework.model.action import Side
from send_framework.network.engine.compiled import Early, InstantNetwork, State


class LateDays(NamedTuple):
    """Late numbers, each in working days of its activity's own calendar."""

    start: Sequence[int]
    finish: Sequence[int]


@frozen(kw_only=True, eq=False)
class DayReader:
    """Reads early and late dates as days.

    Attributes:
        network: The network in instants.
        early: Its forward pass.
        late: What its backward pass found.
        finish: The instant at which everything is done.
    """

    network: InstantNetwork
    early: Early
    late: LateDays
    finish: int

    def early_start(self, i: int) -> date:
        """Return the first day worked; of started work, the day it began."""
        if self.network.state[i] is State.ONGOING:
            return _day(self.network.spans[i])
        at = self.early.at_start[i]
        return self.moment(i, at) if self._is_moment(i) else _day(at)

    def early_finish(self, i: int) -> date:
        """Return the last day worked."""
        if self.network.state[i] is State.ONGOING:
            return _day(self.finish - 1)
        at = self.early.at_finish[i]
        return self.moment(i, at) if self._is_moment(i) else _day(at - 1)

    def resumes(self, i: int) -> date:
        """Return the first day of what remains of started work; of open work, its start."""
        if not self.network.duration[i]:
            return self.early_finish(i)
        return _day(self.network.tables[i].begin(self.early.start[i]))

    def late_start(self, i: int) -> date | None:
        """Return the latest first day; of started work, of what remains."""
        if self.network.state[i] in (State.COMPLETE, State.ONGOING):
            return None
        if self.network.duration[i]:
            return _day(self.network.tables[i].begin(self.late.start[i]))
        return self._late_moment(i)

    def late_finish(self, i: int) -> date | None:
        """Return the latest last day."""
        if self.network.state[i] in (State.COMPLETE, State.ONGOING):
            return None
        if self.network.duration[i]:
            return _day(self.network.tables[i].end(self.late.finish[i]) - 1)
        return self._late_moment(i)

    def moment(self, i: int, at: int) -> date:
        """Return the day on which a milestone at this instant is read."""
        network, table = self.network, self.network.tables[i]
        finish_side = network.activities[i].side is Side.FINISH
        as_given = network.state[i] in (State.COMPLETE, State.FIXED, State.PLACED)
        if as_given or network.may_rest(i):
            return _day(at - 1 if finish_side else at)
        number = table.index(at)
        # Nothing can come on a day before the first on which it may.
        if not finish_side or at <= network.ground or at > table.end(number):
            return _day(table.begin(number))
        return _day(at - 1)

    def _is_moment(self, i: int) -> bool:
        return self.early.at_start[i] == self.early.at_finish[i]

    def _late_moment(self, i: int) -> date:
        table, number = self.network.tables[i], self.late.finish[i]
        if number == self.early.finish[i]:
            return self.early_finish(i)
        finish_side = self.network.activities[i].side is Side.FINISH
        return _day(table.end(number) - 1 if finish_side else table.begin(number))


_day: Callable[[int], date] = date.fromordinal
