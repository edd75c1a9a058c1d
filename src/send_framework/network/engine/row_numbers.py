"""The forward pass over rows in the index form: working-day numbers of one calendar.

The rules are those of `index_passes.place_early`. Plain links of work whose floor is a number go
the short way; what a drawn number reaches in another way than through links (a constraint on the
finish, a lag, a start that has happened) is put together anew, "by hand".
"""

from collections.abc import Iterable

import numpy as np

from send_framework.network.engine.compiled import NEVER, Arrival, IndexNetwork, State
from send_framework.network.engine.row_results import EarlyRows
from send_framework.network.engine.row_room import Join, latest_of
from send_framework.network.engine.row_values import ABSENT, RowInputs, Value, minus, plus


def by_hand(net: IndexNetwork, inputs: RowInputs) -> frozenset[int]:
    """Return what cannot go the short way with these inputs."""
    on_finish = (i for i, floors in net.floors.items() if any(each.on_finish for each in floors))
    found = {i for i in on_finish if i in inputs.durations}
    if net.dated is not None and (inputs.lags or State.STARTED in net.state):
        for i, arrivals in enumerate(net.dated.arrivals_of):
            if any(a.link in inputs.lags or _has_begun(net, a) for a in arrivals):
                found.add(i)
    elif inputs.lags:
        found.update(i for i in net.order if any(a.link in inputs.lags for a in net.arrivals(i)))
    return frozenset(found)


def place(net: IndexNetwork, early: EarlyRows, order: Iterable[int]) -> None:
    """Place some activities, given in an order in which no one waits for a later one.

    What only plain links and a floor hold, nearly everything, is placed here: with few calls, and
    the finish in the row of the start.
    """
    room, starts, finishes, least = early.room, early.starts, early.finishes, early.least
    drawn, floor, before = early.inputs.durations, net.floor, net.before
    special = _special(net, early)
    for i in order:
        if i in special:
            _place_special(net, early, i)
            continue
        start, own, least[i] = latest_of(room, before[i], finishes, least, floor[i])
        days: Value = drawn[i] if i in drawn else net.duration[i]
        if isinstance(days, int) and (not days or isinstance(start, int)):
            starts[i], finishes[i] = start, start + days if days else start
            continue
        own = room.row() if own is None else own
        starts[i] = ABSENT if start is own else start
        finishes[i] = np.add(start, days, out=own)


def _special(net: IndexNetwork, early: EarlyRows) -> set[int]:
    inputs = early.inputs
    found = {i for i, links in enumerate(net.others) if links}
    found.update(net.fact_finish, net.promises, early.by_hand, early.forced)
    found.update(inputs.promises, inputs.delays)
    return found


def _place_special(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    if i in net.fact_finish:
        _place_fact(net, early, i)
    elif i in early.by_hand:
        _place_by_hand(net, early, i)
    else:
        _place_by_links(net, early, i)


def bound(net: IndexNetwork, early: EarlyRows, i: int, a: Arrival) -> Value:
    """Return the start number that a link allows."""
    j = a.predecessor
    days: Value = early.inputs.durations.get(i, net.duration[i])
    if _has_begun(net, a):
        value: Value = net.fact_start[j]
    else:
        value = early.start_value(j) if a.from_start else early.finishes[j]
    value = value + early.inputs.lags.get(a.link, a.lag)
    return value - days if a.to_finish else value


def _has_begun(net: IndexNetwork, a: Arrival) -> bool:
    """Return whether a link leads out of a start that has happened."""
    return a.from_start and net.state[a.predecessor] is State.STARTED


def _place_fact(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    delay: Value = early.inputs.delays.get(i, 0)
    early.starts[i] = delay + net.fact_start[i]
    early.finishes[i] = delay + net.fact_finish[i]
    early.least[i] = net.fact_finish[i]


def _place_by_hand(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    days: Value = early.inputs.durations.get(i, net.duration[i])
    join = Join(early.room, NEVER)
    for floor in _floors(net, i, days):
        join.add(floor)
    for a in net.arrivals(i):
        join.add(bound(net, early, i, a))
    _settle(net, early, i, join)


def _floors(net: IndexNetwork, i: int, days: Value) -> list[Value]:
    """Return what else holds a start."""
    found: list[Value] = [
        floor.at - days if floor.on_finish else floor.at for floor in net.floors.get(i, ())
    ]
    if net.state[i] is State.OPEN and i not in net.through:
        found.append(net.ground)
    return found


def _place_by_links(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    days: Value = early.inputs.durations.get(i, net.duration[i])
    found, _, known = latest_of(
        early.room, net.before[i], early.finishes, early.least, net.floor[i]
    )
    join = Join(early.room, NEVER)
    join.add(found, known)
    for j, from_start, to_finish, lag in net.others[i]:
        at = early.start_value(j) if from_start else early.finishes[j]
        at = plus(at, lag, join.target())
        join.add(minus(at, days, join.target()) if to_finish else at)
    _settle(net, early, i, join)


def _settle(net: IndexNetwork, early: EarlyRows, i: int, join: Join) -> None:
    """Keep the start that was joined and the finish that follows from it."""
    room, inputs = early.room, early.inputs
    days: Value = inputs.durations.get(i, net.duration[i])
    start, least = join.latest(), join.least
    if i in inputs.delays:
        start = plus(start, inputs.delays[i], join.own())
    if i in early.forced:
        start = least = early.forced[i]
    finish = plus(start, days, room.out(start, days))
    promise: Value | None = inputs.promises.get(i, net.promises.get(i))
    if promise is not None:
        finish = room.latest(finish, promise, room.out(finish, promise))
        start = _with_moments(days, start, finish)
    early.starts[i], early.finishes[i], early.least[i] = start, finish, least


def _with_moments(days: Value, start: Value, finish: Value) -> Value:
    """Return starts; where nothing is left to do the finishes, for a moment has no length."""
    if isinstance(days, int):
        return start if days else finish
    return np.where(days, start, finish)
