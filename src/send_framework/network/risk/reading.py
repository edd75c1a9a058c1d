"""When a set of activities is done, as numbers that compare and as days that people read.

One number means different days: work and a milestone at the end of its day are read on the day
whose close they are; a milestone at the start of its day, or one that waits for a closure to
end, on the next day worked; facts as they were given, weekends included. Each activity keeps in
every sample the reading that it has in the single schedule, so that without any spread both give
the same day.
"""

from collections.abc import Callable, Collection, Container, Iterator
from datetime import date
from enum import Enum

import numpy as np
from attrs import frozen

from send_framework.model.action import Side
from send_framework.model.uncertainty import Uncertain
from send_framework.network.engine.compiled import Compiled, IndexNetwork, State, Table
from send_framework.network.engine.rows import EarlyRows, Row, last_finish
from send_framework.network.risk.inputs import RiskInputs
from send_framework.network.solving import Solved

_LONG_AGO = -(1 << 30)
"""Before anything: the finish of nothing."""


@frozen(kw_only=True, eq=False)
class Reading:
    """How the finishes of some activities are read.

    Attributes:
        unit: Numbers in a working day.
        table: The plan's calendar.
        closing: Numbers of what is read on the day whose close it is.
        opening: Of what is read on the next day worked, and done by its close.
        before: Of what is read on the next day worked, but done before it begins.
        known: The last finish of what no sample moves.
        known_day: The day before which no sample is done; ``None`` where everything moves.
        scheduled: The number by which all of it is done in the single schedule.
    """

    unit: int
    table: Table
    closing: tuple[int, ...]
    opening: tuple[int, ...]
    before: tuple[int, ...]
    known: int
    known_day: date | None
    scheduled: int

    def done(self, early: EarlyRows) -> Row:
        """Return the number by which all of it is done, in each sample.

        Args:
            early: The forward pass.

        Returns:
            Working days of the plan's calendar, in the reading's unit.
        """
        found = np.full(early.size, self.known, np.int32)
        ends = self.closing + self.before
        if ends:
            np.maximum(found, self._numbers(early, last_finish(early, ends)), out=found)
        for i in self.opening:
            np.maximum(found, self._closes(early, i), out=found)
        return found

    def days(self, early: EarlyRows) -> Row:
        """Return the day on which it is read as done, as an ordinal, in each sample."""
        known = 0 if self.known_day is None else self.known_day.toordinal()
        found = np.full(early.size, known, np.int32)
        if self.closing:
            last = last_finish(early, self.closing)
            if isinstance(early.network, IndexNetwork):
                last = self._looked_up(self.table.end, last)
            np.maximum(found, last - np.int32(1), out=found)
        for i in self.opening + self.before:
            np.maximum(found, self._opens(early, i), out=found)
        return found

    def _opens(self, early: EarlyRows, i: int) -> Row:
        """Return the next day worked of an activity's own calendar."""
        net, number = early.network, early.finish(i)
        table = self.table if isinstance(net, IndexNetwork) else net.tables[i]
        return self._looked_up(table.begin, number)

    def _closes(self, early: EarlyRows, i: int) -> Row:
        """Return the number by which the next day worked of an activity is over."""
        if isinstance(early.network, IndexNetwork):
            return early.finish(i) + np.int32(self.unit)
        return self._numbers(early, self._opens(early, i) + np.int32(1))

    def _looked_up(self, of: Callable[[int], int], numbers: Row) -> Row:
        """Return what a calendar says of each number; part of a day counts as the whole."""
        return looked_up_in(of, -(-numbers // np.int32(self.unit)))

    def _numbers(self, early: EarlyRows, instants: Row) -> Row:
        """Return the numbers of instants; in the index form they are numbers already."""
        if isinstance(early.network, IndexNetwork):
            return instants
        return looked_up_in(self.table.index, instants)


def looked_up_in(of: Callable[[int], int], row: Row) -> Row:
    """Return what a calendar says of each number or instant, each asked once.

    Example:
        >>> looked_up_in(lambda number: number * 10, np.array([3, 5, 3], np.int32)).tolist()
        [30, 50, 30]
    """
    least = int(row.min())
    table = np.array([of(n) for n in range(least, int(row.max()) + 1)], np.int32)
    return np.take(table, row - np.int32(least))


def reading_of(solved: Solved, numbers: Collection[int], unit: int, inputs: RiskInputs) -> Reading:
    """Return how the finishes of some activities are read.

    Args:
        solved: The single schedule.
        numbers: The activities.
        unit: Numbers in a working day.
        inputs: Everything uncertain.
    """
    table = solved.result.days.network.plan_table
    fixed = [i for i in numbers if i in solved.network.fact_finish]
    moved = moved_numbers(inputs)
    known = [i for i in fixed if i not in moved]
    drawn = {draw.link for draw in inputs.draws}
    moving = [i for i in numbers if i not in known]
    last = _last_ones(solved.network, numbers, drawn)
    lasting = {draw.number for draw in inputs.draws if draw.what is Uncertain.DURATION}
    groups = {i: _Side.CLOSING if i in lasting else _group(solved, i) for i in moving}
    ends = [_scheduled(solved, i, groups.get(i)) for i in numbers]
    return Reading(
        unit=unit,
        table=table,
        closing=tuple(i for i in moving if groups[i] is _Side.CLOSING and i in last),
        opening=tuple(i for i in moving if groups[i] is _Side.OPENING),
        before=tuple(i for i in moving if groups[i] is _Side.BEFORE),
        known=max((_scheduled(solved, i) * unit for i in known), default=_LONG_AGO),
        known_day=max(
            [*map(solved.result.early_finish_day, fixed), *_resting(solved, numbers)], default=None
        ),
        scheduled=max(ends, default=0) * unit,
    )


def _resting(solved: Solved, numbers: Collection[int]) -> Iterator[date]:
    """Yield the day before which begun work with nothing left to do is not known to be done."""
    net = solved.result.days.network
    for i in numbers:
        if net.state[i] is State.STARTED and not net.duration[i]:
            yield date.fromordinal(net.floor[i] - 1)


def moved_numbers(inputs: RiskInputs) -> frozenset[int]:
    """Return the numbers of what something uncertain moves by itself."""
    drawn = {draw.number for draw in inputs.draws}
    events = {number for each in inputs.events for number in each.numbers}
    return frozenset(drawn | events | {each.number for each in inputs.approvals})


def _last_ones(
    net: Compiled, numbers: Collection[int], drawn: Container[int | None]
) -> frozenset[int]:
    """Return those whose finish no other's can be before: the rest never decides alone."""
    members, covered = set(numbers), set[int]()
    for i in net.order:
        if i in members:
            covered.update(
                a.predecessor
                for a in net.arrivals(i)
                if not (a.from_start or a.to_finish or a.lag < 0 or a.link in drawn)
            )
    return frozenset(members - covered)


def _group(solved: Solved, i: int) -> "_Side":
    if solved.network.duration[i]:
        return _Side.CLOSING
    if solved.placed[i].side is Side.START:
        return _Side.BEFORE
    closes = solved.result.days.early.at_finish[i] - 1
    read = solved.result.early_finish_day(i).toordinal()
    return _Side.CLOSING if read == closes else _Side.OPENING


def _scheduled(solved: Solved, i: int, side: "_Side | None" = None) -> int:
    """Return the number of the plan's calendar by which it is done in the single schedule."""
    table, at = solved.result.days.network.plan_table, solved.result.days.early.at_finish[i]
    if side is _Side.OPENING:
        return table.index(solved.result.early_finish_day(i).toordinal() + 1)
    return table.index(at)


class _Side(Enum):
    CLOSING = "closing"
    OPENING = "opening"
    BEFORE = "before"
