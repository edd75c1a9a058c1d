"""Early and late dates, both floats: the two passes and what they found.

The guide to the engine (all of it numbers and instants; plans and dates are built on top):

1. Say what there is: `activity.NetworkActivity` and `activity.NetworkLink`.
2. `compiling.compile_schedule(...)` turns them into integers, once. (`compile_network` in
   `compiled` takes a bare network of durations and predecessors.)
3. [`passes`][send_framework.network.engine.passes.passes] gives a [`Passes`][]: early, late,
   floats, and days on demand. `Passes.float_to` measures against any instant and scope, as often as
   wanted, over the same forward pass.
4. `drivers` says what set each date and what it beat, and the slack of each link; `paths` walks
   the driving chains, `near_critical` ranks what comes close; `placing` puts work as late as
   possible.
5. `slipping.held_back` runs everything again with one activity slipped.
6. `rows` runs the same network over thousands of samples at once; its docstring is the guide.

Activities and links are known by their numbers, the places in which they were given. Activity
numbers index every list here.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from send_framework.errors import NetworkError
from send_framework.network.engine import index_passes, instant_passes
from send_framework.network.engine.compiled import (
    Against,
    Compiled,
    Early,
    IndexNetwork,
    InstantNetwork,
    State,
)
from send_framework.network.engine.days import DayReader, LateDays
from send_framework.network.engine.index_passes import LateNumbers
from send_framework.network.engine.instant_passes import LateInstants


@frozen(kw_only=True, eq=False)
class Aim:
    """What the late dates are measured against.

    Attributes:
        finish: An instant by which the scope is to be done (a number in a network without a
            calendar); ``None`` is the scope's own early finish.
        scope: Numbers of the activities that are asked for; ``None`` is all of them. It must
            hold all predecessors of its members, see `with_predecessors`.
        constraints: Whether no-later and must constraints count.
    """

    finish: int | None = None
    scope: frozenset[int] | None = None
    constraints: bool = True


@frozen(kw_only=True, eq=False, slots=False)
class Passes:
    """What both passes found; every list follows the activities' numbers.

    Numbers are working days of each activity's own calendar since the project start: a start of
    5 is the beginning of the sixth, a finish of 5 the end of the fifth.

    Attributes:
        network: What was scheduled.
        aim: What the late dates are measured against.
        early: The forward pass.
        late: The backward pass.
        early_start: Early starts; of started work, when it began.
        early_finish: Early finishes.
        late_start: Late starts, of started work of what remains; ``None`` for finished and
            ongoing work.
        late_finish: Late finishes; ``None`` likewise.
        total_float: The smaller of late less early start and late less early finish.
        free_float: How far it may slip before a successor's early date moves.
        finish: The number of the last early finish, in the plan's calendar.
    """

    network: Compiled
    aim: Aim
    early: Early
    late: LateNumbers | LateInstants
    early_start: Sequence[int]
    early_finish: Sequence[int]
    late_start: Sequence[int | None]
    late_finish: Sequence[int | None]
    total_float: Sequence[int | None]
    free_float: Sequence[int | None]
    finish: int

    @cached_property
    def days(self) -> DayReader:
        """The same as days and instants.

        Raises:
            NetworkError: The network has no calendar.
        """
        network = self.network if isinstance(self.network, InstantNetwork) else self.network.dated
        if network is None:
            raise NetworkError("this network has no calendar: its dates are numbers only")
        dated = network is self.network
        early = self.early if dated else instant_passes.place_early(network)
        ticks = self.network.ticks_per_day
        start, finish = ([at // ticks for at in row] for row in (self.late.start, self.late.finish))
        last = max((early.at_finish[i] for i in network.sequence), default=network.ground)
        return DayReader(network=network, early=early, late=LateDays(start, finish), finish=last)

    @cached_property
    def finish_instant(self) -> int:
        """The instant at which everything is done."""
        return self.days.finish

    def early_start_day(self, i: int) -> date:
        """Return the first day worked; of started work, the day it began."""
        return self.days.early_start(i)

    def early_finish_day(self, i: int) -> date:
        """Return the last day worked."""
        return self.days.early_finish(i)

    def late_start_day(self, i: int) -> date | None:
        """Return the latest first day, of started work of what remains."""
        return self.days.late_start(i)

    def late_finish_day(self, i: int) -> date | None:
        """Return the latest last day."""
        return self.days.late_finish(i)

    def float_to(
        self, finish: int | None, scope: Collection[int] | None = None
    ) -> tuple[int | None, ...]:
        """Return the float of each activity against an instant, constraints left out.

        Args:
            finish: The instant by which the scope is to be done; ``None`` is its own finish.
            scope: Numbers of what is asked for, their predecessors are added; ``None`` is all.

        Returns:
            ``None`` for what is not in scope, finished or ongoing.
        """
        net, early = self.network, self.early
        aim = _aim(net, finish, scope, constraints=False)
        late = _inner_pass(net, early, aim)
        floats = _total_float(net, early, late)
        if aim.scope is None:
            return tuple(floats)
        return tuple(each if i in aim.scope else None for i, each in enumerate(floats))


def passes(
    network: Compiled,
    *,
    finish: int | None = None,
    scope: Collection[int] | None = None,
    constraints: bool = True,
) -> Passes:
    """Run both passes.

    Args:
        network: From `compile_schedule` or `compile_network`.
        finish: The instant by which the scope is to be done (a number in a network without a
            calendar); ``None`` is the scope's own early finish.
        scope: Numbers of what is asked for, their predecessors are added; ``None`` is all.
            What lies outside is measured against the network's own finish.
        constraints: Whether no-later and must constraints count in late dates and float.

    Raises:
        CalendarError: The schedule leaves the years that a calendar knows.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> result = passes(compile_network(["A", "B", "C"], [3, 2, 4], [[], [0], [0]]), finish=9)
        >>> result.early_start, result.total_float
        ([0, 3, 3], [2, 4, 2])
    """
    early = _forward(network)
    aim = _aim(network, finish, scope, constraints=constraints)
    late = _late_pass(network, early, aim)
    total = _total_float(network, early, late)
    last = _end(network, early, network.sequence)
    if isinstance(network, InstantNetwork):
        last = network.plan_table.index(last)
    gone = network.without_float
    return Passes(
        network=network,
        aim=aim,
        early=early,
        late=late,
        early_start=_read_starts(network, early),
        early_finish=early.finish,
        late_start=_without(late.start, gone),
        late_finish=_without(late.finish, gone),
        total_float=total,
        free_float=_free_float(early.finish, late.room, total),
        finish=last,
    )


def with_predecessors(network: Compiled, members: Iterable[int]) -> frozenset[int]:
    """Return some activities and everything they wait for, ongoing work left out.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [1, 1, 1], [[], [0], []])
        >>> sorted(with_predecessors(net, [1]))
        [0, 1]
    """
    found = set(members)
    for i in reversed(network.sequence):
        if i in found:
            found.update(network.waits[i])
    return frozenset(i for i in found if network.state[i] is not State.ONGOING)


def _forward(network: Compiled) -> Early:
    if isinstance(network, IndexNetwork):
        return index_passes.place_early(network)
    return instant_passes.place_early(network)


def _end(network: Compiled, early: Early, members: Iterable[int]) -> int:
    if network.through:
        members = [i for i in members if i not in network.through]
    if isinstance(network, IndexNetwork):
        return index_passes.last_finish(network, early, members)
    return instant_passes.last_finish(network, early, members)


def _aim(
    network: Compiled, finish: int | None, scope: Collection[int] | None, *, constraints: bool
) -> Aim:
    closed = None if scope is None else with_predecessors(network, scope)
    return Aim(finish=finish, scope=closed, constraints=constraints)


def _late_pass(network: Compiled, early: Early, aim: Aim) -> LateNumbers | LateInstants:
    """Run the backward pass; with a scope, once for it and once for what lies outside."""
    inner, scope = _inner_pass(network, early, aim), aim.scope
    if scope is None:
        return inner
    own = _end(network, early, network.sequence)
    whole = _backward(network, early, Against(own, own, None, aim.constraints))
    for i in scope:
        whole.start[i], whole.finish[i] = inner.start[i], inner.finish[i]
        whole.at_finish[i] = inner.at_finish[i]
    return whole


def _inner_pass(network: Compiled, early: Early, aim: Aim) -> LateNumbers | LateInstants:
    """Run the backward pass for a scope alone: what lies outside means nothing."""
    own, scope = _end(network, early, network.sequence), aim.scope
    if aim.finish is not None:
        end = _in_unit(network, aim.finish)
    else:
        end = own if scope is None else _end(network, early, scope)
    order = None if scope is None else [i for i in network.back_order if i in scope]
    return _backward(network, early, Against(end, own, order, aim.constraints))


def _backward(network: Compiled, early: Early, against: Against) -> LateNumbers | LateInstants:
    if isinstance(network, IndexNetwork):
        return LateNumbers(network, early, against)
    return LateInstants(network, early, against)


def _in_unit(network: Compiled, finish: int) -> int:
    """Return a target's instant in the network's own unit."""
    if isinstance(network, InstantNetwork) or network.dated is None:
        return finish
    return network.dated.plan_table.index(finish) * network.ticks_per_day


def _read_starts(network: Compiled, early: Early) -> Sequence[int]:
    """Return early starts with those of started work put back to when it began."""
    if isinstance(network, IndexNetwork):
        return early.at_start
    began = list(early.start)
    for i, at in network.fact_start.items():
        began[i] = network.tables[i].index(at)
    return began


def _without(numbers: list[int], gone: Sequence[int]) -> Sequence[int | None]:
    if not gone:
        return numbers
    kept: list[int | None] = list(numbers)
    for i in gone:
        kept[i] = None
    return kept


def _total_float(
    network: Compiled, early: Early, late: LateNumbers | LateInstants
) -> Sequence[int | None]:
    floats = [b - a for a, b in zip(early.finish, late.finish, strict=True)]
    # Only a promise parts the two: without one the start has the same float as the finish.
    for i in network.promises:
        floats[i] = min(floats[i], late.start[i] - early.start[i])
    return _without(floats, network.without_float)


def _free_float(
    finish: Sequence[int], room: Sequence[int], total: Sequence[int | None]
) -> Sequence[int | None]:
    """Return the least link slack, not below 0 and not above the larger of total float and 0."""
    return [
        None if most is None else 0 if most <= 0 or r <= f else min(most, r - f)
        for f, r, most in zip(finish, room, total, strict=True)
    ]
