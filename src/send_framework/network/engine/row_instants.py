"""The forward pass over rows in instants: several calendars, and lags in calendar days.

The rules are those of `instant_passes.place_early`. A look-up costs several comparisons, so links
between work on one calendar stay in its numbers; only what crosses calendars goes by instants.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from send_framework.network.engine.compiled import (
    NEVER,
    PLAIN,
    Arrival,
    InstantNetwork,
    State,
)
from send_framework.network.engine.row_results import EarlyRows
from send_framework.network.engine.row_room import Join, Room
from send_framework.network.engine.row_tables import RowTable
from send_framework.network.engine.row_values import ABSENT, Row, Value, floors_of, minus, plus


class _Place(NamedTuple):
    """Where something goes: numbers of its own calendar, and instants."""

    start: Value
    finish: Value
    at_start: Value
    at_finish: Value
    least: int


def place(net: InstantNetwork, early: EarlyRows, order: Iterable[int]) -> None:
    """Place some activities, given in an order in which no one waits for a later one."""
    for i in order:
        if i in net.fact_finish:
            _keep(net, early, i, _fact(net, early, i))
            continue
        days = days_of(net, early, i)
        if isinstance(days, int):
            found = _work(net, early, i) if days else _moment(net, early, i)
        elif days.all():
            found = _work(net, early, i)
        else:
            found = _either(net, early, i, days)
        _keep(net, early, i, found)


def days_of(net: InstantNetwork, early: EarlyRows, i: int) -> Value:
    """Return how long an activity takes."""
    return early.inputs.durations.get(i, net.duration[i])


def start_numbers(net: InstantNetwork, early: EarlyRows, i: int, a: Arrival, out: Row) -> Value:
    """Return the start numbers that a link allows, in `out` where they are computed."""
    own, lag = net.tables[i], early.inputs.lags.get(a.link, a.lag)
    unmoved = isinstance(lag, int) and not lag
    if net.tables[a.predecessor] is own and (a.table is own or unmoved):
        number = plus(_number(net, early, a), lag, out)
    elif a.to_finish and a.table is None and not unmoved:
        number = _rounded_up(net, early, i, a, out)
    else:
        number = early.room.table(own).index(_bound(net, early, a, out), out)
    return minus(number, days_of(net, early, i), out) if a.to_finish else number


def at_finish(net: InstantNetwork, early: EarlyRows, i: int) -> Value:
    """Return the instant at which something ends, looked up once it is asked for."""
    if early.at_finishes[i] is ABSENT:
        finish, room = early.finishes[i], early.room
        early.at_finishes[i] = room.table(net.tables[i]).end(finish, room.out(finish))
    return early.at_finishes[i]


def at_start(net: InstantNetwork, early: EarlyRows, i: int) -> Value:
    """Return the instant at which something begins, looked up once it is asked for."""
    if early.at_starts[i] is ABSENT:
        start, room = early.starts[i], early.room
        early.at_starts[i] = room.table(net.tables[i]).begin(start, room.out(start))
    return early.at_starts[i]


def _keep(net: InstantNetwork, early: EarlyRows, i: int, found: _Place) -> None:
    early.starts[i], early.finishes[i] = found.start, found.finish
    early.at_starts[i], early.at_finishes[i] = found.at_start, found.at_finish
    if net.state[i] is State.STARTED:
        early.at_starts[i] = net.fact_start[i]
    early.least[i] = found.least


def _fact(net: InstantNetwork, early: EarlyRows, i: int) -> _Place:
    room, table = early.room, early.room.table(net.tables[i])
    delay: Value = early.inputs.delays.get(i, 0)
    begins = table.later(net.fact_start[i], delay, room.out(delay))
    ends = table.later(net.fact_finish[i], delay, room.out(delay))
    start, finish = table.index(begins, room.out(delay)), table.index(ends, room.out(delay))
    return _Place(start, finish, begins, ends, net.fact_finish[i])


# --- links ---------------------------------------------------------------------------------------


def _number(net: InstantNetwork, early: EarlyRows, a: Arrival) -> Value:
    """Return the number of a predecessor's end, in its own calendar."""
    j = a.predecessor
    if not a.from_start:
        return early.finishes[j]
    if net.state[j] is State.STARTED:
        return net.tables[j].index(net.fact_start[j])
    return early.starts[j]


def _bound(net: InstantNetwork, early: EarlyRows, a: Arrival, out: Row) -> Value:
    """Return the instant before which a link does not let its successor's end come."""
    at = (at_start if a.from_start else at_finish)(net, early, a.predecessor)
    lag: Value = early.inputs.lags.get(a.link, a.lag)
    return plus(at, lag, out) if a.table is None else early.room.table(a.table).later(at, lag, out)


def _rounded_up(net: InstantNetwork, early: EarlyRows, i: int, a: Arrival, out: Row) -> Value:
    """Return numbers behind a lag in calendar days: work waits for the next day worked."""
    table = early.room.table(net.tables[i])
    days, lag = days_of(net, early, i), early.inputs.lags.get(a.link, a.lag)
    moved = np.not_equal(days, 0) & np.not_equal(lag, 0)
    step: Value = moved.astype(np.int32) if moved.ndim else int(moved)
    bound = minus(_bound(net, early, a, out), step, out)
    return plus(table.index(bound, out), step, out)


# --- work and moments ----------------------------------------------------------------------------


def _work(net: InstantNetwork, early: EarlyRows, i: int) -> _Place:
    room, own, days = early.room, net.tables[i], days_of(net, early, i)
    join = Join(room, NEVER)
    for floor in floors_of(net, i):
        at = own.index(floor.at)
        join.add(at - days if floor.on_finish else at)
    for a in net.arrivals_of[i]:
        known = _least(early, a)
        number = start_numbers(net, early, i, a, join.target())
        join.add(number, own.index(known) if known > NEVER else NEVER)
    start: Value = join.latest()
    least = own.end(join.least) if join.least > NEVER else NEVER
    if i in early.inputs.delays:
        start = plus(start, early.inputs.delays[i], join.own())
    if i in early.forced:
        start, least = own.index(early.forced[i]), NEVER
    finish = plus(start, days, room.out(start, days))
    promise = _promise(net, early, i)
    if promise is not None:
        kept = room.table(own).index(promise, room.spare[0])
        finish = room.latest(finish, kept, room.out(finish, kept))
    return _Place(start, finish, ABSENT, ABSENT, least)


def _moment(net: InstantNetwork, early: EarlyRows, i: int) -> _Place:
    """Place a milestone: it keeps its latest bound's instant, but rarely inside a closure."""
    room, table = early.room, early.room.table(net.tables[i])
    join = Join(room, max((floor.at for floor in floors_of(net, i)), default=NEVER))
    for a in net.arrivals_of[i]:
        join.add(_bound(net, early, a, join.target()), _least(early, a))
    at: Value = join.latest()
    least = join.least
    if i in early.inputs.delays:
        at = table.later(at, early.inputs.delays[i], room.row())
    if i in early.forced:
        at, least = early.forced[i], early.forced[i]
    promise = _promise(net, early, i)
    if promise is not None:
        at = room.latest(at, promise, room.out(at, promise))
    number = table.index(at, room.out(at))
    if not net.may_rest(i):
        at = _opened(room, table, at, number)
    return _Place(number, number, at, at, least)


def _opened(room: Room, table: RowTable, at: Value, number: Value) -> Value:
    """Return moments moved out of closures, to the beginning of the next day worked."""
    end, begin = table.end(number, room.spare[0]), table.begin(number, room.spare[1])
    if isinstance(at, int):
        return begin if isinstance(end, int) and end < at else at
    return np.where(np.less(end, at), begin, at)


def _either(net: InstantNetwork, early: EarlyRows, i: int, days: Row) -> _Place:
    """Place what is work in some samples and, with nothing to do, a moment in others."""
    table, work, moment = (
        early.room.table(net.tables[i]),
        _work(net, early, i),
        _moment(net, early, i),
    )
    begins = table.begin(work.start, early.room.row())
    ends = table.end(work.finish, early.room.row())
    start, finish, begins, ends = (
        np.where(days, a, b).astype(np.int32, copy=False)
        for a, b in zip((work.start, work.finish, begins, ends), moment, strict=False)
    )
    return _Place(start, finish, begins, ends, min(work.least, moment.least))


def _least(early: EarlyRows, a: Arrival) -> int:
    """Return the instant that a plain link's bound is not below in any sample."""
    plain = a[2:5] == PLAIN and a.link not in early.inputs.lags
    return early.least[a.predecessor] if plain else NEVER


def _promise(net: InstantNetwork, early: EarlyRows, i: int) -> Value | None:
    return early.inputs.promises.get(i, net.promises.get(i))
