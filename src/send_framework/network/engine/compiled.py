"""A network as plain integers in topological order: what both passes run on.

Two forms, one meaning. [`IndexNetwork`][] counts working days of a single calendar: its passes
are additions and comparisons, no table is touched, and a chain of 100,000 never meets the end of
a calendar. [`InstantNetwork`][] counts civil instants and serves several calendars and lags in
calendar days. A network in the first form keeps the second beside it (`dated`), for the dates.

"At" means a number in the form's own unit: a working-day number or an instant.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeAlias

from attrs import define, evolve, field

from send_framework.errors import NetworkError, UnknownActivityError
from send_framework.model.dependency import ConstraintKind
from send_framework.network.engine.activity import NetworkActivity
from send_framework.network.engine.ordering import topological_order
from send_framework.network.kinds import DriverKind

NEVER = -(1 << 60)


class State(IntEnum):
    """What an activity is to the passes; PLACED is fixed without binding what comes before."""

    OPEN = 0
    STARTED = 1
    COMPLETE = 2
    FIXED = 3
    ONGOING = 4
    PLACED = 5


_WITHOUT_FLOAT = (State.COMPLETE, State.ONGOING)


class Table(Protocol):
    """Instants to working-day numbers and back; `working_days.CalendarTable` is one."""

    def index(self, instant: int, /) -> int:
        """Return how many working days lie before the instant."""
        ...

    def begin(self, number: int, /) -> int:
        """Return the instant at which a working day begins."""
        ...

    def end(self, number: int, /) -> int:
        """Return the instant at which so many working days are done."""
        ...


class SameTable:
    """The table of the index form: a working-day number is its own instant."""

    def index(self, instant: int, /) -> int:
        """Return the number itself."""
        return instant

    begin = end = index


SAME = SameTable()


class Arrival(NamedTuple):
    """A link as its successor sees it; `table` is ``None`` for a lag in calendar days."""

    link: int
    predecessor: int
    from_start: bool
    to_finish: bool
    lag: int
    table: Table | None


PLAIN = (False, False, 0)
"""Finish-to-start without a lag, as an arrival says it: from start, to finish, lag."""


class Floor(NamedTuple):
    """Something other than a link that an activity does not come before."""

    kind: DriverKind
    at: int
    on_finish: bool = False
    constraint: ConstraintKind | None = None


class Ceiling(NamedTuple):
    """Something an activity should not come after: a constraint, or a link into a fixed date."""

    activity: int
    at: int
    on_start: bool
    constraint: bool


@define(kw_only=True)
class Early:
    """The forward pass.

    Attributes:
        start: Early start numbers in each one's calendar; of started work, of what remains.
        finish: Early finish numbers.
        at_start: Where each begins; of started work, where it began.
        at_finish: Where each ends.
    """

    start: list[int]
    finish: list[int]
    at_start: list[int]
    at_finish: list[int]


class Against(NamedTuple):
    """What a backward pass measures against.

    Attributes:
        end: What every finish is held to.
        room_end: How far work that nobody waits for may slip.
        order: Which activities take part, in topological order; all by default. They must hold
            all their predecessors.
        constraints: Whether no-later and must constraints count.
    """

    end: int
    room_end: int
    order: Sequence[int] | None = None
    constraints: bool = True


@define(kw_only=True)
class Shared:
    """What both forms have.

    Attributes:
        ids: Names, in the order given; all other lists follow it.
        order: What the passes place, in topological order.
        back_order: What hands late dates to its predecessors, in topological order.
        sequence: The same with finished and fixed activities; without ongoing ones.
        waits: For each, the numbers of those it is linked to, whatever progress made of it.
        duration: Working days to place; of started work, what remains.
        state: What progress has made of each.
        ground: Where open work may begin: the project start or the data date.
        ground_kind: Which of the two it is.
        floors: What else holds an activity, by number.
        promises: Where a finish is stretched to, by number.
        ceilings: No-later constraints and links into fixed dates.
        fact_start: Actual or fixed starts, by number.
        fact_finish: Actual or fixed finishes, by number.
        spans: Where ongoing work began, by number; it lasts until the finish.
        open_ends: Activities that no link makes anyone wait for.
        through: Moments that only hand on their links.
        link_count: How many links were given.
        ticks_per_day: Units in a working day; 1 unless a finer count was asked for.
    """

    ids: Sequence[str]
    order: Sequence[int]
    back_order: Sequence[int]
    sequence: Sequence[int]
    waits: Sequence[Sequence[int]]
    duration: list[int]
    state: Sequence[int]
    ground: int = 0
    ground_kind: DriverKind = DriverKind.PROJECT_START
    floors: Mapping[int, tuple[Floor, ...]] = field(factory=dict[int, tuple[Floor, ...]])
    promises: Mapping[int, int] = field(factory=dict[int, int])
    ceilings: Sequence[Ceiling] = ()
    fact_start: Mapping[int, int] = field(factory=dict[int, int])
    fact_finish: Mapping[int, int] = field(factory=dict[int, int])
    spans: Mapping[int, int] = field(factory=dict[int, int])
    open_ends: Sequence[int] = ()
    through: frozenset[int] = frozenset()
    link_count: int = 0
    ticks_per_day: int = 1

    @property
    def without_float(self) -> list[int]:
        """What has no late dates and no float: finished and ongoing work."""
        return [i for i, state in enumerate(self.state) if state in _WITHOUT_FLOAT]

    def may_rest(self, i: int) -> bool:
        """Return whether a moment may fall into a closure, because it waits for no day worked.

        So may what only hands on its links, and begun work with nothing left to do.
        """
        return i in self.through or self.state[i] is State.STARTED

    def position(self, wanted: str) -> int:
        """Return the number of the activity with this id.

        Raises:
            UnknownActivityError: There is none.
        """
        try:
            return self.ids.index(wanted)
        except ValueError:
            raise UnknownActivityError(wanted, tuple(self.ids)) from None


@define(kw_only=True)
class InstantNetwork(Shared):
    """A network in civil instants, each activity with the table of its calendar.

    Attributes:
        activities: As given, in the same order.
        tables: The calendar of each.
        plan_table: The plan's own calendar.
        arrivals_of: The links that bind each, in the order given.
        pins: Links into fixed activities: they bind the predecessor only.
        floor: The least start number (a milestone: instant) that everything but links allows.
        numbered: Whether working-day numbers say everything: one calendar and no lag in calendar
            days, so that two instants between the same two working days are one moment.
    """

    activities: Sequence[NetworkActivity]
    tables: Sequence[Table]
    plan_table: Table
    arrivals_of: Sequence[tuple[Arrival, ...]]
    pins: Sequence[tuple[int, Arrival]]
    floor: list[int]
    numbered: bool

    def arrivals(self, i: int) -> tuple[Arrival, ...]:
        """Return the links that bind an activity."""
        return self.arrivals_of[i]

    def table(self, i: int) -> Table:
        """Return the calendar of an activity."""
        return self.tables[i]


@define(kw_only=True)
class IndexNetwork(Shared):
    """A network in working-day numbers of its one calendar.

    Attributes:
        before: For each activity, those it follows by finish-to-start without lag.
        others: Its other links: predecessor, from start, to finish, lag.
        floor: The least start number that everything but links in `before` and `others` allows.
        first_link: The number of the first link of each; links are numbered by successor.
        dated: The same network in instants; ``None`` when it has no calendar.
    """

    before: Sequence[Sequence[int]]
    others: Sequence[Sequence[tuple[int, bool, bool, int]]]
    floor: list[int]
    first_link: Sequence[int] = ()
    dated: InstantNetwork | None = None

    def arrivals(self, i: int) -> tuple[Arrival, ...]:
        """Return the links that bind an activity."""
        if self.dated is not None:
            ticks = self.ticks_per_day
            found = self.dated.arrivals_of[i]
            return tuple(Arrival(*a[:4], a.lag * ticks, SAME) for a in found)
        numbered = enumerate(self.before[i], self.first_link[i])
        return tuple(Arrival(n, j, *PLAIN, SAME) for n, j in numbered)

    def plain_arrivals(self, i: int, finish: Sequence[int], start: int) -> list[Arrival]:
        """Return the plain links whose predecessor finishes at `start`; no others are made."""
        numbered = enumerate(self.before[i], self.first_link[i])
        return [Arrival(n, j, *PLAIN, SAME) for n, j in numbered if finish[j] == start]

    def table(self, _: int) -> Table:
        """Return the table of the index form, the same for all."""
        return SAME

    @property
    def numbered(self) -> bool:
        """Whether working-day numbers say everything: they do."""
        return True


Compiled: TypeAlias = IndexNetwork | InstantNetwork


def without_promises(net: Compiled) -> Compiled:
    """Return a network in which nothing is stretched to its promise; the rest is shared.

    Example:
        >>> without_promises(compile_network(["A"], [3], [[]])).promises
        {}
    """
    if isinstance(net, InstantNetwork):
        return evolve(net, promises={})
    dated = None if net.dated is None else evolve(net.dated, promises={})
    return evolve(net, promises={}, dated=dated)


def compile_network(
    ids: Sequence[str],
    durations: Sequence[int],
    predecessors: Sequence[Sequence[int]],
    *,
    ticks_per_day: int = 1,
) -> IndexNetwork:
    """Compile a plain network: finish-to-start, no lag, no calendar, from day 0.

    Args:
        ids: One name for each activity.
        durations: Working days of each; 0 is a milestone.
        predecessors: For each, the numbers of those it follows.
        ticks_per_day: Units to count a working day in.

    Raises:
        NetworkError: Something is missing, doubled, negative or unknown; all of it is named.
        DependencyCycleError: Activities wait for themselves.

    Example:
        >>> from send_framework.network.engine.passes import passes
        >>> result = passes(compile_network(["A", "B", "C"], [3, 2, 4], [[], [0], [0]]))
        >>> result.finish, list(result.total_float)
        (7, [0, 2, 0])
    """
    _refuse_faults(ids, durations, predecessors)
    order = topological_order(predecessors, ids)
    followed = {j for row in predecessors for j in row}
    n = len(ids)
    return IndexNetwork(
        ids=ids,
        order=order,
        back_order=order,
        sequence=order,
        waits=predecessors,
        duration=[d * ticks_per_day for d in durations],
        state=[State.OPEN] * n,
        open_ends=[i for i in range(n) if i not in followed],
        link_count=sum(map(len, predecessors)),
        ticks_per_day=ticks_per_day,
        before=predecessors,
        others=[()] * n,
        floor=[0] * n,
        first_link=list(accumulate((len(row) for row in predecessors), initial=0)),
    )


def _refuse_faults(
    ids: Sequence[str], durations: Sequence[int], predecessors: Sequence[Sequence[int]]
) -> None:
    n = len(ids)
    faults = [] if n else ["it has no activity"]
    if not n == len(durations) == len(predecessors):
        sizes = f"{n} ids, {len(durations)} durations, {len(predecessors)} lists of predecessors"
        faults.append(f"one of each is expected for every activity, but there are {sizes}")
    if len(set(ids)) < n:
        doubled = sorted({name for name in ids if ids.count(name) > 1})
        faults.append(f"ids occur twice: {', '.join(doubled)}")
    for name, days in zip(ids, durations, strict=False):
        if days < 0:
            faults.append(f"activity {name!r} is {days} days long: 0 or more are expected")
    for name, row in zip(ids, predecessors, strict=False):
        wrong = [j for j in row if not 0 <= j < n]
        if wrong:
            faults.append(f"activity {name!r} follows {wrong}, but numbers go from 0 to {n - 1}")
    if faults:
        raise NetworkError("this network cannot be scheduled: " + "; ".join(faults))
