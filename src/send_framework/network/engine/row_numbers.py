"""The forward pass over rows in the index form: working-day numbers of one calendar.

The rules are those of `index_passes.place_early`. Plain links of work whose floor is a number go
the short way; what a drawn number reaches in another way than through links (a constraint on the
finish, a lag, a start that has happened) is put together anew, "by hand".
"""

from collections.abc import Iterable

import numpy as np

from send_framework.network.engine.compiled import NEVER, Arrival, IndexNetwork, State
from send_framework.network.engine.row_results import EarlyRows
from send_framework.network.engine.row_room import Join
from send_framework.network.engine.row_values import RowInputs, Value, minus, plus


def by_hand(net: IndexNetwork, inputs: RowInputs) -> frozenset[int]:
    """Return what cannot go the short way with these inputs."""
    found = {i for i in inputs.durations if any(floor.on_finish for floor in net.floors.get(i, ()))}
    if net.dated is not None and (inputs.lags or State.STARTED in net.state):
        for i, arrivals in enumerate(net.dated.arrivals_of):
            if any(a.link in inputs.lags or _has_begun(net, a) for a in arrivals):
                found.add(i)
    elif inputs.lags:
        found.update(i for i in net.order if any(a.link in inputs.lags for a in net.arrivals(i)))
    return frozenset(found)


def place(net: IndexNetwork, early: EarlyRows, order: Iterable[int]) -> None:
    """Place some activities, given in an order in which no one waits for a later one."""
    for i in order:
        if i in net.fact_finish:
            _place_fact(net, early, i)
        elif i in early.by_hand:
            _place_by_hand(net, early, i)
        else:
            _place_plain(net, early, i)


def bound(net: IndexNetwork, early: EarlyRows, i: int, a: Arrival) -> Value:
    """Return the start number that a link allows."""
    j = a.predecessor
    days: Value = early.inputs.durations.get(i, net.duration[i])
    value = early.starts[j] if a.from_start else early.finishes[j]
    if _has_begun(net, a):
        value = early.at_starts[j]
    value = value + early.inputs.lags.get(a.link, a.lag)
    return value - days if a.to_finish else value


def _has_begun(net: IndexNetwork, a: Arrival) -> bool:
    """Return whether a link leads out of a start that has happened."""
    return a.from_start and net.state[a.predecessor] is State.STARTED


def _place_fact(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    delay: Value = early.inputs.delays.get(i, 0)
    start, finish = delay + net.fact_start[i], delay + net.fact_finish[i]
    early.starts[i] = early.at_starts[i] = start
    early.finishes[i] = early.at_finishes[i] = finish
    early.least[i] = net.fact_finish[i]


def _place_by_hand(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    days: Value = early.inputs.durations.get(i, net.duration[i])
    join = Join(early.room, NEVER)
    for floor in _floors(net, i, days):
        join.add(floor)
    for a in net.arrivals(i):
        join.add(bound(net, early, i, a))
    start = join.latest() + early.inputs.delays.get(i, 0)
    _settle(net, early, i, start, NEVER)


def _floors(net: IndexNetwork, i: int, days: Value) -> list[Value]:
    """Return what else holds a start."""
    found: list[Value] = [
        floor.at - days if floor.on_finish else floor.at for floor in net.floors.get(i, ())
    ]
    if net.state[i] is State.OPEN and i not in net.through:
        found.append(net.ground)
    return found


def _place_plain(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    starts, finishes, least = early.starts, early.finishes, early.least
    days: Value = early.inputs.durations.get(i, net.duration[i])
    join = Join(early.room, net.floor[i])
    for j in net.before[i]:
        join.add(finishes[j], least[j])
    for j, from_start, to_finish, lag in net.others[i]:
        at = plus(starts[j] if from_start else finishes[j], lag, join.target())
        join.add(minus(at, days, join.target()) if to_finish else at)
    start = join.latest()
    if i in early.inputs.delays:
        start = plus(start, early.inputs.delays[i], join.own())
    _settle(net, early, i, start, join.least)


def _settle(net: IndexNetwork, early: EarlyRows, i: int, start: Value, least: int) -> None:
    """Keep a start and the finish that follows from it."""
    days: Value = early.inputs.durations.get(i, net.duration[i])
    if i in early.forced:
        start = least = early.forced[i]
    finish = (
        start
        if isinstance(days, int) and not days
        else plus(start, days, early.room.out(start, days))
    )
    promise: Value | None = early.inputs.promises.get(i, net.promises.get(i))
    if promise is not None:
        finish = early.room.latest(finish, promise, early.room.out(finish, promise))
        start = _with_moments(days, start, finish)
    early.starts[i], early.finishes[i] = start, finish
    early.at_starts[i], early.at_finishes[i] = net.fact_start.get(i, start), finish
    early.least[i] = least


def _with_moments(days: Value, start: Value, finish: Value) -> Value:
    """Return starts; where nothing is left to do the finishes, for a moment has no length."""
    if isinstance(days, int):
        return start if days else finish
    return np.where(days, start, finish)
