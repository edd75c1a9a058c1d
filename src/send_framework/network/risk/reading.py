"""When a set of activities is done, as numbers that compare and as days that people read.

One number means different days: work and a milestone at the end of its day are read on the day
whose close they are; a milestone at the start of its day, or one that waits for a closure to
end, on the next day worked; facts as they were given, weekends included. Each activity keeps in
every sample the reading that it has in the single schedule, so that without any spread both give
the same day.
"""

from collections.abc import Collection, Container, Iterable
from datetime import date
from enum import Enum

import numpy as np
from attrs import frozen

from send_framework.errors import NetworkError
from send_framework.model.action import Side
from send_framework.network.engine.compiled import Compiled, InstantNetwork, Table
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
        known_day: The day on which it is read; ``None`` where everything moves.
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
        """Return the number by which all of it is done, in each sample."""
        found = np.full(early.size, self.known, np.int32)
        _raise_to(found, early, (*self.closing, *self.before))
        _raise_to(found, early, self.opening, later=self.unit)
        return found

    def working_days(self, early: EarlyRows, done: Row) -> Row:
        """Return after how many whole working days it is read as done, in each sample.

        Args:
            early: The forward pass.
            done: What `done` returned for it.
        """
        days = -(-done // np.int32(self.unit))
        if self.before:
            later = last_finish(early, self.before)
            np.maximum(days, -(-later // np.int32(self.unit)) + np.int32(1), out=days)
        return days

    def day(self, working_days: int) -> date:
        """Return the day that is read where so many working days are over."""
        known = self.known_day
        if not (self.closing or self.opening or self.before) and known is not None:
            return known
        day = date.fromordinal(self.table.end(working_days) - 1)
        return day if known is None or day > known else known


def _raise_to(found: Row, early: EarlyRows, numbers: Iterable[int], later: int = 0) -> None:
    members = tuple(numbers)
    if members:
        np.maximum(found, last_finish(early, members) + np.int32(later), out=found)


def reading_of(solved: Solved, numbers: Collection[int], unit: int, inputs: RiskInputs) -> Reading:
    """Return how the finishes of some activities are read.

    Args:
        solved: The single schedule.
        numbers: The activities.
        unit: Numbers in a working day.
        inputs: Everything uncertain.
    """
    table = dated_network(solved.network).plan_table
    fixed = [i for i in numbers if i in solved.network.fact_finish]
    moved = moved_numbers(inputs)
    known = [i for i in fixed if i not in moved]
    drawn = {draw.link for draw in inputs.draws}
    moving = [i for i in _last_ones(solved.network, numbers, drawn) if i not in known]
    groups = {i: _group(solved, i, table) for i in moving}
    single = solved.result.early.finish
    ends = (single[i] + (groups.get(i) is _Side.OPENING) for i in numbers)
    return Reading(
        unit=unit,
        table=table,
        closing=tuple(i for i in moving if groups[i] is _Side.CLOSING),
        opening=tuple(i for i in moving if groups[i] is _Side.OPENING),
        before=tuple(i for i in moving if groups[i] is _Side.BEFORE),
        known=max((single[i] * unit for i in known), default=_LONG_AGO),
        known_day=max(map(solved.result.early_finish_day, fixed), default=None),
        scheduled=max(ends, default=0) * unit,
    )


def moved_numbers(inputs: RiskInputs) -> frozenset[int]:
    """Return the numbers of what something uncertain moves by itself."""
    drawn = {draw.number for draw in inputs.draws}
    events = {number for each in inputs.events for number in each.numbers}
    return frozenset(drawn | events | {each.number for each in inputs.approvals})


def _last_ones(
    net: Compiled, numbers: Collection[int], drawn: Container[int | None]
) -> tuple[int, ...]:
    """Return those whose finish no other's can be before: the rest never decides alone."""
    members, covered = set(numbers), set[int]()
    for i in net.order:
        if i in members:
            covered.update(
                a.predecessor
                for a in net.arrivals(i)
                if not (a.from_start or a.to_finish or a.lag < 0 or a.link in drawn)
            )
    return tuple(i for i in numbers if i not in covered)


def _group(solved: Solved, i: int, table: Table) -> "_Side":
    number = solved.result.early.finish[i]
    if solved.network.duration[i]:
        return _Side.CLOSING
    if solved.placed[i].side is Side.START:
        return _Side.BEFORE
    read = solved.result.early_finish_day(i).toordinal()
    return _Side.OPENING if read >= table.begin(number) else _Side.CLOSING


class _Side(Enum):
    CLOSING = "closing"
    OPENING = "opening"
    BEFORE = "before"


def dated_network(network: Compiled) -> InstantNetwork:
    """Return a plan's network in instants.

    Raises:
        NetworkError: It has no calendar.
    """
    dated = network if isinstance(network, InstantNetwork) else network.dated
    if dated is None:
        raise NetworkError("this network has no calendar: its dates are numbers only")
    return dated
