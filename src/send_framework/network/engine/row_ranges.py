"""How far samples can reach: whether their numbers fit, and which days have to be known.

One pass over pairs of ints, the least and the most that any sample can have, before any row is
made. In between numbers cannot leave the range: all that a pass does keeps their order.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from attrs import frozen

from send_framework.errors import NetworkError
from send_framework.network.engine.compiled import (
    Arrival,
    Compiled,
    IndexNetwork,
    InstantNetwork,
    State,
    Table,
)
from send_framework.network.engine.moves import later
from send_framework.network.engine.row_numbers import special_in
from send_framework.network.engine.row_room import Room
from send_framework.network.engine.row_tables import RowTable
from send_framework.network.engine.row_values import Row, RowInputs, floors_of

_MOST = int(np.iinfo(np.int32).max)
_most = np.maximum.reduce  # without what `max` does before it comes to that


@frozen(kw_only=True)
class Ranges:
    """The most that inputs can be, in the network's unit; of lags and promises the least as well.

    Attributes:
        durations: By activity; the least is 0.
        lags: By link, the least and the most.
        delays: By activity; the least is 0.
        promises: By activity, the least and the most: numbers in the index form, else instants.
    """

    durations: Mapping[int, int]
    lags: Mapping[int, tuple[int, int]]
    delays: Mapping[int, int]
    promises: Mapping[int, tuple[int, int]]


def ranges_of(inputs: RowInputs) -> Ranges:
    """Return how far the inputs of one block reach.

    Example:
        >>> ranges_of(RowInputs(lags={3: np.array([4, -2, 0], np.int32)})).lags
        {3: (-2, 4)}
    """
    return Ranges(
        durations={i: int(_most(row)) for i, row in inputs.durations.items()},
        lags={i: _span_of(row) for i, row in inputs.lags.items()},
        delays={i: int(_most(row)) for i, row in inputs.delays.items()},
        promises={i: _span_of(row) for i, row in inputs.promises.items()},
    )


def _span_of(row: Row) -> tuple[int, int]:
    return int(np.minimum.reduce(row)), int(_most(row))


def room_for(net: Compiled, size: int, ranges: Ranges) -> Room:
    """Return room for passes of so many samples, having checked that their numbers fit.

    Args:
        net: The network.
        size: How many samples there are.
        ranges: What no input of any pass exceeds; what is not named has the network's value.

    Raises:
        NetworkError: A number would leave what 32 bits can hold.
        CalendarError: A sample could leave the years that a calendar knows.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B"], [3, 2], [[], [0]])
        >>> room_for(net, 10_000, ranges_of(RowInputs())).size
        10000
    """
    first, last = _reached(net, ranges)
    if isinstance(net, IndexNetwork):
        _refuse(net, first, last)
        return Room(size)
    return Room(size, {each: RowTable(each, first - 1, last + 1) for each in _tables(net)})


def _reached(net: Compiled, ranges: Ranges) -> tuple[int, int]:
    span = _Span(net, ranges)
    for i in net.fact_finish:
        span.keep_fact(i)
    if isinstance(net, IndexNetwork):
        special = special_in(net, durations=ranges.durations, lags=ranges.lags)
        special |= ranges.delays.keys() | ranges.promises.keys()
        for i in net.order:
            if i in special:
                span.place(i)
            else:
                span.place_plain(net, i)
    else:
        for i in net.order:
            span.place(i)
    return span.reached


def _refuse(net: IndexNetwork, first: int, last: int) -> None:
    if max(last, -first) >= _MOST:
        ticks = net.ticks_per_day
        raise NetworkError(
            f"samples could reach working day {max(last, -first) // ticks:,}; counted in "
            f"{ticks} units a day, numbers up to {_MOST // ticks:,} can be held"
        )
    if net.dated is not None:
        net.dated.plan_table.begin(-(-last // net.ticks_per_day))


def _tables(net: InstantNetwork) -> frozenset[Table]:
    lags = {a.table for row in net.arrivals_of for a in row if a.table is not None}
    return frozenset({*net.tables, net.plan_table, *lags})


class _Ends(NamedTuple):
    """Between what its two ends lie, in instants or, in the index form, numbers."""

    first_start: int
    last_start: int
    first_finish: int
    last_finish: int


class _Asked(NamedTuple):
    """The least and the most number that something asks of a start, or of a finish."""

    least: int
    most: int
    of_finish: bool


class _Span:
    """Follows the least and the most of every number through the network."""

    def __init__(self, net: Compiled, ranges: Ranges) -> None:
        self._net = net
        self._ranges = ranges
        self._ends: dict[int, _Ends] = {}
        self.reached = (net.ground, net.ground)

    def keep_fact(self, i: int) -> None:
        """Keep what has happened or is fixed, and how far its date can be moved."""
        net, delay = self._net, self._ranges.delays.get(i, 0)
        start, finish = net.fact_start[i], net.fact_finish[i]
        table = net.table(i)
        last = later(start, delay, table), later(finish, delay, table)
        self._ends[i] = _Ends(start, last[0], finish, last[1])
        self._reach(start, *last)

    def place_plain(self, net: IndexNetwork, i: int) -> None:
        """Place what plain links and a floor hold; it may begin as early as the floor."""
        ends, first = self._ends, net.floor[i]
        last = max([first, *[ends[j].last_finish for j in net.before[i]]])
        least, most = self._days(i)
        ends[i] = _Ends(first, last, first + least, last + most)
        if last + most > self.reached[1]:
            self._reach(last + most)

    def place(self, i: int) -> None:
        """Place one activity at its earliest in the best and in the worst case."""
        net, table = self._net, self._net.table(i)
        least, most = self._days(i)
        asked, delay = list(self._asked(i)), self._ranges.delays.get(i, 0)
        first = max(each.least - most * each.of_finish for each in asked)
        last = delay + max(each.most + most * (not each.of_finish) for each in asked)
        last = max([last, *self._promises(i, table)])
        # A moment, or work with nothing left to do, has no start to stay behind its promise.
        begins = delay + max(each.most - least * each.of_finish for each in asked)
        self._ends[i] = _Ends(
            first_start=table.end(first),
            last_start=table.begin(begins if least else last),
            first_finish=table.end(first + least),
            last_finish=table.begin(last),
        )
        self._reach(*self._ends[i])
        if net.state[i] is State.STARTED:
            began = net.fact_start[i]
            self._ends[i] = self._ends[i]._replace(first_start=began, last_start=began)
            self._reach(began)

    def _days(self, i: int) -> tuple[int, int]:
        own, drawn = self._net.duration[i], self._ranges.durations.get(i)
        return (own, own) if drawn is None else (0, max(own, drawn))

    def _asked(self, i: int) -> Iterable[_Asked]:
        """Yield what each floor and each link asks for."""
        net, table = self._net, self._net.table(i)
        for floor in floors_of(net, i):
            number = table.index(floor.at)
            yield _Asked(number, number, floor.on_finish)
        for a in net.arrivals(i):
            first, last = self._moved(a)
            self._reach(first - 1, last)
            rounded = int(a.to_finish and a.table is None)
            yield _Asked(table.index(first), table.index(last) + rounded, a.to_finish)

    def _moved(self, a: Arrival) -> tuple[int, int]:
        """Return the least and the most bound of a link, as it is in `moves.later`."""
        ends = self._ends[a.predecessor]
        low, high = self._ranges.lags.get(a.link, (a.lag, a.lag))
        first = ends.first_start if a.from_start else ends.first_finish
        last = ends.last_start if a.from_start else ends.last_finish
        return later(first, min(low, a.lag), a.table), later(last, max(high, a.lag), a.table)

    def _promises(self, i: int, table: Table) -> list[int]:
        drawn = self._ranges.promises.get(i, ())
        own = (self._net.promises[i],) if i in self._net.promises else ()
        self._reach(*drawn)
        return [table.index(at) for at in (*drawn, *own)]

    def _reach(self, *ats: int) -> None:
        first, last = self.reached
        self.reached = min((first, *ats)), max((last, *ats))
