"""Many samples at once: the same passes over rows of numbers, one row for each activity.

A **row** holds one number for each sample (int32). A value that is the same in every sample stays
a plain int, and so does everything that depends on nothing else: what is done already costs
nothing. The rules are those of `index_passes` and `instant_passes`, and a property test holds
every sample equal to the single pass of its own numbers.

Only this module and its neighbours need numpy; nothing imports them before something is sampled.

Numbers are in the network's own unit, see `compiled`: with one calendar working days times
`ticks_per_day`, else working days of each activity's own calendar, and instants.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

from send_framework.errors import NetworkError
from send_framework.network.engine.compiled import (
    NEVER,
    Arrival,
    Compiled,
    IndexNetwork,
    State,
)

Row: TypeAlias = npt.NDArray[np.int32]
"""One number for each sample."""
Flags: TypeAlias = npt.NDArray[np.bool_]
"""Yes or no for each sample."""
Value: TypeAlias = int | Row
"""The same number in every sample, or one for each."""

_ABSENT: Row = np.empty(0, np.int32)
_NOTHING: Mapping[int, Row] = {}


@frozen(kw_only=True, eq=False)
class RowInputs:
    """What differs from sample to sample; what is not named has the network's own value.

    Attributes:
        durations: By activity, working days; of started work what remains.
        lags: By number of the link, as the network numbers them.
        delays: By activity, working days by which it starts later than its links and constraints
            allow, or by which a fixed date is moved. Never negative.
        promises: By activity, the number (else the instant) before which it is not done.
    """

    durations: Mapping[int, Row] = _NOTHING
    lags: Mapping[int, Row] = _NOTHING
    delays: Mapping[int, Row] = _NOTHING
    promises: Mapping[int, Row] = _NOTHING


@define(kw_only=True, eq=False)
class EarlyRows:
    """The forward pass of many samples.

    Attributes:
        network: What was scheduled.
        inputs: What differed between the samples.
        size: How many samples there are.
        starts: Early starts; of started work, of what remains. Empty is not computed.
        finishes: Early finishes.
        forced: Starts that were set whatever comes before.
    """

    network: IndexNetwork
    inputs: RowInputs
    size: int
    starts: list[Value]
    finishes: list[Value]
    forced: Mapping[int, int] = field(factory=dict[int, int])

    def start(self, i: int) -> Row:
        """Return the early start of an activity in each sample."""
        return self._row(self.starts[i])

    def finish(self, i: int) -> Row:
        """Return the early finish of an activity in each sample."""
        return self._row(self.finishes[i])

    def _row(self, value: Value) -> Row:
        if value is _ABSENT:
            raise KeyError("this activity was not computed: it is not among those asked for")
        return np.full(self.size, value, np.int32) if isinstance(value, int) else value


@define(kw_only=True, eq=False)
class LeadRows:
    """Which activities decide the finish, sample by sample.

    Attributes:
        size: How many samples there are.
        flags: By activity, whether it lies on a chain that decides; absent means in no sample.
    """

    size: int
    flags: dict[int, Flags]

    def leads(self, i: int) -> Flags:
        """Return whether an activity lies on a deciding chain, for each sample."""
        found = self.flags.get(i)
        return np.zeros(self.size, np.bool_) if found is None else found

    def count(self, i: int) -> int:
        """Return in how many samples an activity lies on a deciding chain."""
        return int(np.count_nonzero(self.flags[i])) if i in self.flags else 0


def forward(
    net: Compiled, inputs: RowInputs, size: int, *, only: Collection[int] | None = None
) -> EarlyRows:
    """Place all activities at the earliest, in many samples at once.

    Args:
        net: From `compile_schedule` or `compile_network`.
        inputs: What differs from sample to sample.
        size: How many samples there are: the length of every row.
        only: Numbers of what is to be computed, their predecessors among them; ``None`` is all.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])
        >>> drawn = RowInputs(durations={0: np.array([1, 3, 5], np.int32)})
        >>> forward(net, drawn, 3).finish(2)
        array([6, 7, 9], dtype=int32)
    """
    net = _numbers(net)
    early = EarlyRows(
        network=net,
        inputs=inputs,
        size=size,
        starts=[_ABSENT] * len(net.ids),
        finishes=[_ABSENT] * len(net.ids),
    )
    for i in net.fact_finish:
        if only is None or i in only:
            _place_fact(net, early, i)
    for i in net.order:
        if only is None or i in only:
            _place(net, early, i)
    return early


def again(
    net: Compiled,
    early: EarlyRows,
    inputs: RowInputs,
    changed: int | Collection[int],
    *,
    start_at: Mapping[int, int] | None = None,
) -> EarlyRows:
    """Compute again what a change of one activity moves; all other rows are shared.

    Args:
        net: The network of the first pass.
        early: The first pass.
        inputs: The inputs with the change made.
        changed: Numbers of the activities whose inputs (or links' lags) differ.
        start_at: Starts that are set to a number, whatever comes before.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])
        >>> drawn = RowInputs(durations={0: np.array([1, 3, 5], np.int32)})
        >>> again(net, forward(net, drawn, 3), RowInputs(), 0).finish(2)
        array([7, 7, 7], dtype=int32)
    """
    net = _numbers(net)
    forced = dict(start_at or {})
    moved = {changed} if isinstance(changed, int) else set(changed)
    moved.update(forced)
    found = EarlyRows(
        network=early.network,
        inputs=inputs,
        size=early.size,
        starts=list(early.starts),
        finishes=list(early.finishes),
        forced=forced,
    )
    for i in moved & set(net.fact_finish):
        _place_fact(net, found, i)
    for i in net.order:
        if early.starts[i] is _ABSENT:
            continue
        if i in moved or any(j in moved for j in net.waits[i]):
            moved.add(i)
            _place(net, found, i)
    return found


def last_finish(early: EarlyRows, members: Iterable[int]) -> Row:
    """Return the last finish among some activities; the ground where there is none.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B"], [3, 2], [[], []])
        >>> drawn = RowInputs(durations={0: np.array([1, 3], np.int32)})
        >>> last_finish(forward(net, drawn, 2), [0, 1])
        array([2, 3], dtype=int32)
    """
    values = [early.finishes[i] for i in members]
    if not values:
        return np.full(early.size, early.network.ground, np.int32)
    found = np.full(early.size, np.iinfo(np.int32).min, np.int32)
    for value in values:
        np.maximum(found, value, out=found)
    return found


def leading(
    net: Compiled, inputs: RowInputs, early: EarlyRows, members: Collection[int]
) -> LeadRows:
    """Return which activities lie on a chain of links that decides the members' last finish.

    Ties count for all. It is what `paths.driving_paths` finds for each sample by itself.

    Args:
        net: The network of the pass.
        inputs: The inputs of the pass.
        early: The pass.
        members: Numbers of what is asked for; what leads to them is found.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])
        >>> drawn = RowInputs(durations={0: np.array([1, 2, 5], np.int32)})
        >>> leads = leading(net, drawn, forward(net, drawn, 3), [2])
        >>> leads.count(0), leads.count(1), leads.count(2)
        (2, 2, 3)
    """
    net = _numbers(net)
    return _Leads(net, inputs, early).found(members)


def _numbers(net: Compiled) -> IndexNetwork:
    if isinstance(net, IndexNetwork):
        return net
    raise NetworkError("samples are counted in working days of one calendar")


# --- forward -------------------------------------------------------------------------------------


def _place_fact(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    delay: Value = early.inputs.delays.get(i, 0)
    early.starts[i] = net.fact_start[i] + delay
    early.finishes[i] = net.fact_finish[i] + delay


def _place(net: IndexNetwork, early: EarlyRows, i: int) -> None:
    inputs = early.inputs
    days: Value = inputs.durations.get(i, net.duration[i])
    s = _earliest(net, early, i, days) + inputs.delays.get(i, 0)
    if i in early.forced:
        s = early.forced[i]
    f = s + days
    promise: Value | None = inputs.promises.get(i, net.promises.get(i))
    if promise is not None:
        f = _later(f, promise)
        s = _with_moments(days, s, f)
    early.starts[i], early.finishes[i] = s, f


def _with_moments(days: Value, start: Value, finish: Value) -> Value:
    """Return starts, where nothing is left to do the finishes: a moment has no length."""
    if isinstance(days, int):
        return start if days else finish
    return np.where(days, start, finish)


def _later(a: Value, b: Value) -> Value:
    if isinstance(a, int) and isinstance(b, int):
        return max(a, b)
    return np.maximum(a, b)


def _earliest(net: IndexNetwork, early: EarlyRows, i: int, days: Value) -> Value:
    found = _floors(net, i, days)
    found += [_bound(net, early, a, days) for a in net.arrivals(i)]
    return reduce(_later, found)


def _floors(net: IndexNetwork, i: int, days: Value) -> list[Value]:
    found: list[Value] = [
        floor.at - days if floor.on_finish else floor.at for floor in net.floors.get(i, ())
    ]
    if net.state[i] is State.OPEN and i not in net.through:
        found.append(net.ground)
    if not found and net.floor[i] != NEVER:
        found.append(net.floor[i])
    return found


def _bound(net: IndexNetwork, early: EarlyRows, a: Arrival, days: Value) -> Value:
    j = a.predecessor
    value = early.starts[j] if a.from_start else early.finishes[j]
    if a.from_start and net.state[j] is State.STARTED:
        value = net.fact_start[j]
    value = value + early.inputs.lags.get(a.link, a.lag)
    return value - days if a.to_finish else value


# --- what leads ----------------------------------------------------------------------------------


class _Leads:
    """Walks back from the last finish over the links that set each start."""

    def __init__(self, net: IndexNetwork, inputs: RowInputs, early: EarlyRows) -> None:
        self._net = net
        self._inputs = inputs
        self._early = early
        self._finish: dict[int, Flags] = {}
        self._start: dict[int, Flags] = {}

    def found(self, members: Collection[int]) -> LeadRows:
        early = self._early
        last = last_finish(early, members)
        for i in members:
            self._mark(self._finish, i, np.equal(early.finish(i), last))
        for i in reversed(self._net.order):
            if i in self._finish or i in self._start:
                self._hand_back(i)
        flags = dict(self._finish)
        for i in self._start:
            self._mark(flags, i, self._start[i])
        return LeadRows(size=early.size, flags=flags)

    def _mark(self, flags: dict[int, Flags], i: int, new: Flags) -> None:
        flags[i] = flags[i] | new if i in flags else new

    def _hand_back(self, i: int) -> None:
        early, net = self._early, self._net
        if i in early.forced:
            return
        days: Value = self._inputs.durations.get(i, net.duration[i])
        start = early.start(i)
        none = np.zeros(early.size, np.bool_)
        stretched = np.greater(early.finish(i) - start, days)
        flags = self._finish.get(i, none) & ~stretched
        if net.state[i] is not State.STARTED:
            flags = flags | self._start.get(i, none)
        start = start - self._inputs.delays.get(i, 0)
        for a in net.arrivals(i):
            sets = np.equal(_bound(net, early, a, days), start)
            self._mark(self._start if a.from_start else self._finish, a.predecessor, flags & sets)
