"""What decides the finish in each sample: back over the links that set each start.

It asks of every link in every sample what `paths` asks of one schedule: did it set the start?
Nothing is asked of work that leads in no sample, which is most of it.
"""

from collections.abc import Collection, Iterable
from typing import TypeAlias

import numpy as np

from send_framework.network.engine import row_instants, row_numbers
from send_framework.network.engine.compiled import (
    NEVER,
    PLAIN,
    Compiled,
    IndexNetwork,
    InstantNetwork,
    State,
)
from send_framework.network.engine.row_results import EarlyRows, LeadRows
from send_framework.network.engine.row_room import Join
from send_framework.network.engine.row_values import Flags, RowInputs, Value, minus, plus

_Sets: TypeAlias = Flags | bool
"""Whether a link sets a start: in each sample, or the same in all."""


def finish_of(net: Compiled, early: EarlyRows, i: int) -> Value:
    """Return what decides whether an activity is last: a number where those say everything."""
    if isinstance(net, InstantNetwork) and not net.numbered:
        return row_instants.at_finish(net, early, i)
    return early.finishes[i]


def latest_of(net: Compiled, early: EarlyRows, ends: Iterable[int]) -> Value:
    """Return the last finish among some activities, the ground where there is none."""
    join = Join(early.room, NEVER)
    for i in ends:
        join.add(finish_of(net, early, i))
    last = join.latest()
    if not isinstance(last, int) or last > NEVER:
        return last
    if isinstance(net, InstantNetwork) and net.numbered:
        return net.plan_table.index(net.ground)
    return net.ground


def unfollowed(early: EarlyRows, members: Collection[int]) -> list[int]:
    """Return the members that no other follows by a plain link: the last to finish is here.

    If work that a member waits for finishes last, then so does that member, and has no length:
    to ask the member is enough.
    """
    followed: set[int] = set()
    for i in members:
        if i not in early.forced and i not in early.network.fact_finish:
            followed.update(_plainly_before(early, i))
    return [i for i in members if i not in followed]


def _plainly_before(early: EarlyRows, i: int) -> Iterable[int]:
    net, lags = early.network, early.inputs.lags
    if isinstance(net, IndexNetwork) and not lags:
        return net.before[i]
    return [a.predecessor for a in net.arrivals(i) if a[2:5] == PLAIN and a.link not in lags]


class Leads:
    """Walks back from the last finish over the links that set each start."""

    def __init__(self, net: Compiled, inputs: RowInputs, early: EarlyRows) -> None:
        """Begin with nothing known to lead."""
        self._net = net
        self._inputs = inputs
        self._early = early
        self._room = early.room
        self._scratch = early.room.flags()
        self._finish: dict[int, Flags] = {}
        self._start: dict[int, Flags] = {}  # whose start leads, for it may part from the finish

    def back_from(self, members: Collection[int]) -> LeadRows:
        """Return what leads to the last finish of some activities."""
        early, net = self._early, self._net
        ends = unfollowed(early, members)
        last = latest_of(net, early, ends)
        always = self._room.flags()
        always.fill(True)  # noqa: FBT003 - it is how numpy fills
        for i in ends:
            self._pass_on(i, always, self._same(finish_of(net, early, i), last), from_start=False)
        for i in reversed(net.order):
            gate = self._gate(i)
            if gate is not None:
                self._hand_back(i, gate)
        return self._found()

    def _found(self) -> LeadRows:
        flags = dict(self._finish)
        for i, begun in self._start.items():
            own = flags.get(i)
            flags[i] = begun if own is None else np.logical_or(own, begun, out=self._room.flags())
        counts = {i: int(np.count_nonzero(each)) for i, each in flags.items()}
        counts = {i: count for i, count in counts.items() if count}
        flags = {i: flags[i] for i in counts}
        return LeadRows(size=self._room.size, flags=flags, counts=counts)

    def _gate(self, i: int) -> Flags | None:
        """Return in which samples the links into an activity are asked, or ``None``."""
        led: Flags | None = self._finish.get(i)
        if led is not None and (i in self._net.promises or i in self._inputs.promises):
            led = np.logical_and(led, self._unstretched(i), out=self._room.flags())
        begun = self._start.get(i)
        if begun is not None and self._net.state[i] is not State.STARTED:
            led = begun if led is None else np.logical_or(led, begun, out=self._room.flags())
        if led is None or i in self._early.forced or not np.count_nonzero(led):
            return None
        return led

    def _unstretched(self, i: int) -> _Sets:
        """Return in which samples no promise parts the finish from the start."""
        early = self._early
        days: Value = self._inputs.durations.get(i, self._net.duration[i])
        length = minus(early.finishes[i], early.start_value(i), self._room.spare[0])
        return length <= days

    def _hand_back(self, i: int, gate: Flags) -> None:
        early, net = self._early, self._net
        start = early.start_value(i, self._room.spare[1])
        if i in self._inputs.delays:
            start = minus(start, self._inputs.delays[i], self._room.spare[1])
        if isinstance(net, IndexNetwork) and i not in early.by_hand:
            self._hand_back_plain(net, i, gate, start)
            return
        for a in net.arrivals(i):
            if isinstance(net, IndexNetwork):
                asked = row_numbers.bound(net, early, i, a)
            else:
                asked = row_instants.start_numbers(net, early, i, a, self._room.spare[0])
            self._pass_on(a.predecessor, gate, self._same(asked, start), from_start=a.from_start)

    def _hand_back_plain(self, net: IndexNetwork, i: int, gate: Flags, start: Value) -> None:
        early, spare = self._early, self._room.spare[0]
        for j in net.before[i]:
            self._pass_on(j, gate, self._same(early.finishes[j], start), from_start=False)
        if not net.others[i]:
            return
        days: Value = self._inputs.durations.get(i, net.duration[i])
        for j, from_start, to_finish, lag in net.others[i]:
            at = plus(early.start_value(j) if from_start else early.finishes[j], lag, spare)
            at = minus(at, days, spare) if to_finish else at
            self._pass_on(j, gate, self._same(at, start), from_start=from_start)

    def _same(self, a: Value, b: Value) -> _Sets:
        if a is b:
            return True
        if isinstance(a, int) and isinstance(b, int):
            return a == b
        return np.equal(a, b, out=self._scratch)

    def _pass_on(self, j: int, gate: Flags, sets: _Sets, *, from_start: bool) -> None:
        """Let a predecessor lead where the gate is open and its link set the start."""
        side = self._start if from_start else self._finish
        if sets is False:
            return
        if j in side:
            new = gate if sets is True else np.logical_and(gate, sets, out=self._scratch)
            np.logical_or(side[j], new, out=side[j])
        else:
            side[j] = np.logical_and(gate, sets, out=self._room.flags())
