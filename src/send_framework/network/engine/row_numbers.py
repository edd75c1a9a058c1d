"""The forward pass over rows in the index form: working-day numbers of one calendar.

The rules are those of `index_passes.place_early`. Plain links of work whose floor is a number go
the short way; what a drawn number reaches in another way than through links (a constraint on the
finish, a lag, a start that has happened) is put together anew, "by hand".
"""

from collections.abc import Collection, Iterable

import numpy as np

from send_framework.network.engine.compiled import NEVER, Arrival, IndexNetwork, State
from send_framework.network.engine.row_results import EarlyRows
from send_framework.network.engine.row_room import Join, latest_of
from send_framework.network.engine.row_values import ABSENT, Value, floors_of, minus, plus


def by_hand(
    net: IndexNetwork, *, durations: Collection[int], lags: Collection[int]
) -> frozenset[int]:
    """Return what cannot go by links and floors alone when these durations and lags are drawn."""
    on_finish = (i for i, floors in net.floors.items() if any(each.on_finish for each in floors))
    found = {i for i in on_finish if i in durations}
    # Links are put together anew, which costs, only where there may be such ones.
    for i in net.order if lags or State.STARTED in net.state else ():
        if any(a.link in lags or _has_begun(net, a) for a in net.arrivals(i)):
            found.add(i)
    return frozenset(found)


def special_in(net: IndexNetwork, *, durations: Collection[int], lags: Collection[int]) -> set[int]:
    """Return what more than plain links and a floor hold when these are drawn."""
    found = {i for i, links in enumerate(net.others) if links}
    found.update(net.promises, net.through, by_hand(net, durations=durations, lags=lags))
    return found


def place(net: IndexNetwork, early: EarlyRows, order: Iterable[int]) -> None:
    """Place some activities, given in an order in which no one waits for a later one.

    What only plain links and a floor hold, nearly everything, is placed here: with few calls, and
    the finish in the row of the start.
    """
    room, starts, finishes, least = early.room, early.starts, early.finishes, early.least
    drawn, floor, before = early.inputs.durations, net.floor, net.before
    special = {i for i, links in enumerate(net.others) if links}
    special.update(net.fact_finish, net.promises, early.by_hand, early.forced)
    special.update(early.inputs.promises, early.inputs.delays)
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
    for floor in floors_of(net, i):
        join.add(floor.at - days if floor.on_finish else floor.at)
    for a in net.arrivals(i):
        join.add(bound(net, early, i, a))
    _settle(net, early, i, join)


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
    if np.minimum.reduce(days) > 0:
        return start
    return np.where(days, start, finish)
