"""Both passes over civil instants: for several calendars, lags in calendar days, and dates.

The backward pass inverts the forward one exactly. Work hands its predecessors the latest instant
with its working-day number (`begin(k)`), never the earliest (`end(k)`): between the two lies a
closure of its own calendar in which another calendar may be at work.
"""

from collections.abc import Iterable

from send_framework.network.engine.compiled import (
    Against,
    Arrival,
    Compiled,
    Early,
    InstantNetwork,
    State,
)
from send_framework.network.engine.index_passes import FAR
from send_framework.network.engine.moves import earlier, later


def place_early(net: InstantNetwork) -> Early:
    """Return where each activity goes at the earliest."""
    ground = [net.ground] * len(net.ids)
    early = Early(
        start=[0] * len(net.ids),
        finish=[0] * len(net.ids),
        at_start=list(ground),
        at_finish=list(ground),
    )
    for i, at in net.fact_start.items():
        early.at_start[i], early.start[i] = at, net.tables[i].index(at)
    for i, at in net.fact_finish.items():
        early.at_finish[i], early.finish[i] = at, net.tables[i].index(at)
    for i in net.order:
        if net.duration[i]:
            _place_work(net, early, i)
        else:
            _place_moment(net, early, i)
    return early


def bound_of(early: Early, arrival: Arrival) -> int:
    """Return the instant before which a link does not let its successor's end come."""
    j = arrival.predecessor
    at = early.at_start[j] if arrival.from_start else early.at_finish[j]
    return later(at, arrival.lag, arrival.table)


def start_number(net: Compiled, i: int, arrival: Arrival, bound: int) -> int:
    """Return the least start number that a link's bound allows."""
    table, days = net.table(i), net.duration[i]
    if not arrival.to_finish or not days:
        return table.index(bound)
    if arrival.table is None and arrival.lag:
        # Civil time passes in a closure too: the finish waits for the next day worked.
        return table.index(bound - 1) + 1 - days
    return table.index(bound) - days


def _place_work(net: InstantNetwork, early: Early, i: int) -> None:
    table, s = net.tables[i], net.floor[i]
    for arrival in net.arrivals_of[i]:
        s = max(s, start_number(net, i, arrival, bound_of(early, arrival)))
    f = s + net.duration[i]
    if i in net.promises:
        f = max(f, table.index(net.promises[i]))
    early.start[i], early.finish[i] = s, f
    if net.state[i] is not State.STARTED:
        early.at_start[i] = table.begin(s)
    early.at_finish[i] = table.end(f)


def _place_moment(net: InstantNetwork, early: Early, i: int) -> None:
    """Place a milestone: it keeps its latest bound's instant, but rarely inside a closure."""
    table = net.tables[i]
    at = max(net.floor[i], net.promises.get(i, net.floor[i]))
    for arrival in net.arrivals_of[i]:
        at = max(at, bound_of(early, arrival))
    number = table.index(at)
    if table.end(number) < at:
        at = _in_closure(net, i, number, at)
    early.start[i] = early.finish[i] = number
    early.at_finish[i] = at
    if net.state[i] is not State.STARTED:
        early.at_start[i] = at


def _in_closure(net: InstantNetwork, i: int, number: int, at: int) -> int:
    """Return where a moment goes that would fall into a closure."""
    if not net.may_rest(i):
        return net.tables[i].begin(number)
    if net.numbered and i not in net.through:
        # A working day is done at its own close, and nothing is done before what is known.
        return max(net.tables[i].end(number), net.floor[i])
    return at


class LateInstants:
    """The backward pass: what each activity may be held back to.

    Attributes:
        start: Late start numbers.
        finish: Late finish numbers.
        at_finish: Of a milestone, its late instant; else the latest instant with its number.
        room: The latest finish number that moves no successor's early date.
    """

    def __init__(
        self,
        net: InstantNetwork,
        early: Early,
        against: Against,
    ) -> None:
        """Run the pass.

        Args:
            net: The network.
            early: Where each goes at the earliest.
            against: What it measures against.
        """
        end, room_end, order, constraints = against
        self._net = net
        self._early = early
        self._end = end
        self.finish = [table.index(end) for table in net.tables]
        self.at_finish = [end] * len(net.ids)
        self.room = [FAR] * len(net.ids)
        self._held: dict[int, int] = {}
        self._passed: dict[int, int] = {}
        for i in net.open_ends:
            self.room[i] = net.tables[i].index(room_end)
        # What only hands on its links has no finish of its own to be in time.
        for i in net.through:
            self.at_finish[i] = FAR
        for ceiling in net.ceilings:
            if constraints or not ceiling.constraint:
                self._limit(ceiling.activity, ceiling.at, on_start=ceiling.on_start)
            if not ceiling.constraint:
                self._keep_room(ceiling.activity, ceiling.at, on_start=ceiling.on_start)
        for i in reversed(net.back_order if order is None else order):
            self._hand_back(i)
        for i in net.fact_finish:
            self._settle(i)
        self.start = [f - d for f, d in zip(self.finish, net.duration, strict=True)]
        for i, at in self._held.items():
            self.start[i] = min(self.start[i], at)

    def _stretched(self, i: int) -> bool:
        early = self._early
        return early.finish[i] - early.start[i] > self._net.duration[i]

    def _limit(self, i: int, at: int, *, on_start: bool) -> None:
        table, days = self._net.tables[i], self._net.duration[i]
        if not days:
            self.at_finish[i] = min(self.at_finish[i], at)
        elif not on_start:
            self.finish[i] = min(self.finish[i], table.index(at))
        elif self._stretched(i):
            self._held[i] = min(self._held.get(i, FAR), table.index(at + 1) - 1)
        else:
            self.finish[i] = min(self.finish[i], table.index(at + 1) - 1 + days)

    def _keep_room(self, i: int, at: int, *, on_start: bool) -> None:
        if i in self._net.through:
            self._passed[i] = min(self._passed.get(i, FAR), at)
        self.room[i] = min(self.room[i], room_of(self._net, self._early, i, at, on_start=on_start))

    def _settle(self, i: int) -> None:
        """Fix the late instant of a milestone, or the one that work hands back."""
        table = self._net.tables[i]
        if self._net.duration[i]:
            self.at_finish[i] = table.begin(self.finish[i])
            return
        at = self.at_finish[i]
        number = self.finish[i] = table.index(at)
        if self._net.may_rest(i):
            return
        reaches = self._net.numbered or table.begin(number) == at
        self.at_finish[i] = table.begin(number) if reaches else table.end(number)

    def _hand_back(self, i: int) -> None:
        """Tell every predecessor how late it may be, and how late without moving this one."""
        if self.at_finish[i] == FAR:  # it only hands on its links, and nobody waits any more
            self.at_finish[i] = self._end
            return
        self._settle(i)
        net, early = self._net, self._early
        late = self.finish[i] - net.duration[i]
        if i in self._held:
            late = min(late, self._held[i])
        for arrival in net.arrivals_of[i]:
            j = arrival.predecessor
            if not (arrival.from_start and net.state[j] is State.STARTED):
                at = self._end_of(i, arrival, late, self.at_finish[i])
                self._limit(j, at, on_start=arrival.from_start)
                moment = self._passed.get(i, early.at_finish[i])
                at = self._end_of(i, arrival, early.start[i], moment)
                self._keep_room(j, at, on_start=arrival.from_start)

    def _end_of(self, i: int, arrival: Arrival, start: int, moment: int) -> int:
        return allowed_by(self._net, i, arrival, start, moment)


def allowed_by(net: Compiled, i: int, arrival: Arrival, start: int, moment: int) -> int:
    """Return the latest instant of a predecessor's end that leaves its successor where it is.

    Args:
        net: The network.
        i: The successor.
        arrival: The link into it.
        start: The successor's start number.
        moment: The successor's instant, if it is a milestone.
    """
    table, days = net.table(i), net.duration[i]
    if not days:
        at = table.begin(table.index(moment)) if net.numbered else moment
    elif not arrival.to_finish:
        at = table.begin(start)
    elif arrival.table is None and arrival.lag:
        at = table.end(start + days)
    else:
        at = table.begin(start + days)
    return earlier(at, arrival.lag, arrival.table)


def room_of(net: Compiled, early: Early, j: int, at: int, *, on_start: bool) -> int:
    """Return the finish number a predecessor may have when its end may come at `at`."""
    table = net.table(j)
    if not on_start or not net.duration[j]:
        return table.index(at)
    return table.index(at + 1) - 1 + early.finish[j] - early.start[j]


def last_finish(net: InstantNetwork, early: Early, members: Iterable[int]) -> int:
    """Return the last instant among some activities; the ground when there is none."""
    last = max((early.at_finish[i] for i in members), default=net.ground)
    # With one calendar, instants between the same two working days are one moment.
    return net.plan_table.begin(net.plan_table.index(last)) if net.numbered else last
