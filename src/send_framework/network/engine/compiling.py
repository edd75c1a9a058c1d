"""From activities and links to integers: facts, constraints and calendars resolved once.

What progress means is decided here, so that the passes need not know it: a finished activity is
a pair of constants, a started one is what remains of it behind the data date, and a link that
binds nothing any more (into finished work, out of a start that has happened) is left out or
becomes a constant.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from send_framework.errors import NetworkError, UnknownActivityError
from send_framework.model.dependency import ConstraintKind, LagUnit
from send_framework.network.engine.activity import Limit, NetworkActivity, NetworkLink
from send_framework.network.engine.compiled import (
    NEVER,
    Arrival,
    Ceiling,
    Compiled,
    Floor,
    InstantNetwork,
    State,
    Table,
)
from send_framework.network.engine.moves import earlier
from send_framework.network.engine.numbering import in_numbers
from send_framework.network.engine.ordering import topological_order
from send_framework.network.kinds import DriverKind
from send_framework.working_days import ENGLAND, CalendarTable, WorkingCalendar

_SILENT = (State.COMPLETE, State.FIXED)
_KNOWN = (State.COMPLETE, State.FIXED, State.PLACED)


def compile_schedule(  # noqa: PLR0913 - each one is a question of its own
    activities: Sequence[NetworkActivity],
    links: Sequence[NetworkLink],
    *,
    start: int,
    calendar: WorkingCalendar = ENGLAND,
    data_date: int | None = None,
    override_logic: bool = False,
    ticks_per_day: int = 1,
) -> Compiled:
    """Compile activities and links, once for any number of passes.

    Args:
        activities: What has a place in time; results follow this order.
        links: Who waits for whom; results number them in this order.
        start: The instant at which open work may begin.
        calendar: The plan's calendar: of activities that name none, and of lags.
        data_date: The instant at which what remains begins: the end of the data date.
        override_logic: Whether links into started work are ignored ("progress override").
        ticks_per_day: Units to count a working day in; more than 1 needs a single calendar.

    Returns:
        The index form where one calendar serves all, else the instant form.

    Raises:
        NetworkError: Something is doubled or cannot be counted as asked.
        UnknownActivityError: A link names nobody.
        DependencyCycleError: Activities wait for themselves.
        CalendarError: A calendar does not reach that far.

    Example:
        >>> from datetime import date
        >>> from send_framework.network.engine.passes import passes
        >>> from send_framework.working_days import begin_of
        >>> work = [NetworkActivity(id="A", duration=20), NetworkActivity(id="B", duration=30)]
        >>> then = [NetworkLink(predecessor="A", successor="B")]
        >>> net = compile_schedule(work, then, start=begin_of(date(2024, 6, 3)))
        >>> passes(net).early_finish_day(1)
        datetime.date(2024, 8, 9)
    """
    compiler = _Compiler(
        activities=activities,
        links=links,
        start=start,
        calendar=calendar,
        data_date=data_date,
        override=override_logic,
    )
    network = compiler.network()
    if network.numbered:
        return in_numbers(network, ticks_per_day)
    if ticks_per_day != 1:
        raise NetworkError("several calendars and lags in calendar days are counted in whole days")
    return network


@define(kw_only=True)
class _Compiler:
    """Holds the inputs while they are resolved."""

    activities: Sequence[NetworkActivity]
    links: Sequence[NetworkLink]
    start: int
    calendar: WorkingCalendar
    data_date: int | None
    override: bool
    tables: dict[WorkingCalendar, CalendarTable] = field(
        factory=dict[WorkingCalendar, CalendarTable]
    )

    def network(self) -> InstantNetwork:
        acts = self.activities
        ends = self._ends()
        state = [_state(each) for each in acts]
        duration = [self._duration(each, s) for each, s in zip(acts, state, strict=True)]
        tables = [self._table(each.calendar) for each in acts]
        waits = self._waits(ends, state)
        order = topological_order(waits, [each.id for each in acts])
        sequence = [i for i in order if state[i] is not State.ONGOING]
        network = InstantNetwork(
            ids=tuple(each.id for each in acts),
            order=[i for i in sequence if state[i] not in _KNOWN],
            back_order=[i for i in sequence if state[i] not in _SILENT],
            sequence=sequence,
            waits=waits,
            duration=duration,
            state=state,
            activities=acts,
            tables=tables,
            plan_table=self._table(None),
            arrivals_of=[()] * len(acts),
            pins=(),
            floor=[],
            numbered=True,
            link_count=len(self.links),
        )
        self._add_ground(network)
        self._add_facts(network)
        self._add_links(network, ends)
        self._add_bounds(network)
        network.floor = [floor_of(network, i) for i in range(len(acts))]
        return network

    def _ends(self) -> list[tuple[int, int]]:
        """Return each link as the numbers of its two activities."""
        place = {each.id: i for i, each in enumerate(self.activities)}
        if len(place) < len(self.activities):
            names = sorted(each.id for each in self.activities)
            doubled = sorted({a for a, b in pairwise(names) if a == b})
            raise NetworkError(f"ids occur twice: {', '.join(doubled)}")
        for link in self.links:
            for name in (link.predecessor, link.successor):
                if name not in place:
                    raise UnknownActivityError(name, tuple(place))
        return [(place[link.predecessor], place[link.successor]) for link in self.links]

    def _table(self, calendar: WorkingCalendar | None) -> CalendarTable:
        wanted = calendar or self.calendar
        if wanted not in self.tables:
            self.tables[wanted] = CalendarTable(wanted, self.start)
        return self.tables[wanted]

    def _duration(self, each: NetworkActivity, state: State) -> int:
        if state is State.STARTED and each.remaining is not None:
            return each.remaining
        return each.duration

    def _waits(self, ends: Iterable[tuple[int, int]], state: Sequence[State]) -> list[list[int]]:
        waits: list[list[int]] = [[] for _ in state]
        for j, i in ends:
            if State.ONGOING not in (state[i], state[j]):
                waits[i].append(j)
        return waits

    def _add_ground(self, network: InstantNetwork) -> None:
        network.ground, network.ground_kind = self.start, DriverKind.PROJECT_START
        if self.data_date is not None and self.data_date > self.start:
            network.ground, network.ground_kind = self.data_date, DriverKind.DATA_DATE

    def _add_facts(self, network: InstantNetwork) -> None:
        starts: dict[int, int] = {}
        finishes: dict[int, int] = {}
        spans: dict[int, int] = {}
        for i, each in enumerate(self.activities):
            facts = (each.actual_start, each.actual_finish)
            if network.state[i] in (State.FIXED, State.PLACED):
                facts = (each.fixed_start, each.fixed_finish)
            if network.state[i] in _KNOWN:
                starts[i], finishes[i] = self._span(network, i, *facts)
            elif network.state[i] is State.STARTED and facts[0] is not None:
                starts[i] = facts[0]
            elif network.state[i] is State.ONGOING:
                spans[i] = _began(each, self.start)
        network.fact_start, network.fact_finish, network.spans = starts, finishes, spans

    def _span(
        self, network: InstantNetwork, i: int, start: int | None, finish: int | None
    ) -> tuple[int, int]:
        """Return both ends of finished or fixed work, the missing one by its duration."""
        table, days = network.tables[i], network.duration[i]
        if start is None and finish is not None:
            start = table.begin(table.index(finish) - days) if days else finish
        if finish is None and start is not None:
            finish = table.end(table.index(start) + days) if days else start
        network.duration[i] = table.index(finish or 0) - table.index(start or 0)
        return start or 0, finish or 0

    def _add_links(self, network: InstantNetwork, ends: Sequence[tuple[int, int]]) -> None:
        rows: list[list[Arrival]] = [[] for _ in self.activities]
        pins: list[tuple[int, Arrival]] = []
        followed: set[int] = set()
        by_calendar = False
        for number, (link, (j, i)) in enumerate(zip(self.links, ends, strict=True)):
            arrival = self._arrival(number, link, j)
            if not self._binds(network, i, j):
                continue
            by_calendar |= arrival.table is None and bool(arrival.lag)
            if not (arrival.from_start and network.state[j] is State.STARTED):
                followed.add(j)
            if network.state[i] is State.FIXED:
                pins.append((i, arrival))
            else:
                rows[i].append(arrival)
        network.arrivals_of, network.pins = [tuple(row) for row in rows], pins
        network.numbered = len(self.tables) == 1 and not by_calendar
        network.open_ends = [i for i in network.sequence if i not in followed]
        # Without a link of its own there is nothing to hand on: the ground holds it like the rest.
        passing = (i for i, row in enumerate(rows) if row and self.activities[i].passes_through)
        network.through = frozenset(passing)

    def _arrival(self, number: int, link: NetworkLink, j: int) -> Arrival:
        civil = link.unit is LagUnit.CALENDAR_DAYS
        # Without a lag nothing is counted, so the calendar named for it does not matter.
        table = None if civil else self._table(link.calendar if link.lag else None)
        return Arrival(number, j, link.type.from_start, link.type.to_finish, link.lag, table)

    def _binds(self, network: InstantNetwork, i: int, j: int) -> bool:
        """Return whether a link from j still says something to i."""
        states = network.state[i], network.state[j]
        if State.ONGOING in states or network.state[i] is State.COMPLETE:
            return False
        return not (self.override and network.state[i] is State.STARTED)

    def _add_bounds(self, network: InstantNetwork) -> None:
        floors: dict[int, tuple[Floor, ...]] = {}
        ceilings: list[Ceiling] = []
        promises: dict[int, int] = {}
        for i in network.order:
            each, started = self.activities[i], network.state[i] is State.STARTED
            limits = [_on_working_day(a, network.tables[i]) for a in each.limits]
            # A start that has happened is bound by nothing.
            limits = [limit for limit in limits if not (started and limit.on_start)]
            found = [_floor(limit) for limit in limits if limit.not_before]
            found += [self._resume(network, i)] if started else []
            if found:
                floors[i] = tuple(found)
            if each.promised_finish is not None:
                # Promised for a day nobody works, it is done at the end of the day before.
                table = network.tables[i]
                promises[i] = table.end(table.index(each.promised_finish))
            ceilings += [_ceiling(i, limit) for limit in limits if limit.not_after]
        network.floors, network.promises = floors, promises
        network.ceilings = ceilings + list(_pinned(network))

    def _resume(self, network: InstantNetwork, i: int) -> Floor:
        """Return where what remains of started work begins."""
        if self.data_date is not None and self.data_date > network.fact_start[i]:
            return Floor(DriverKind.DATA_DATE, self.data_date)
        table, done = network.tables[i], self.activities[i].duration - network.duration[i]
        at = table.index(network.fact_start[i]) + max(0, done)
        return Floor(DriverKind.ACTUAL, table.begin(at))


def _state(each: NetworkActivity) -> State:
    if each.ongoing:
        return State.ONGOING
    if each.actual_finish is not None:
        return State.COMPLETE
    if each.actual_start is not None:
        return State.STARTED
    if each.fixed_start is None and each.fixed_finish is None:
        return State.OPEN
    return State.FIXED if each.binds else State.PLACED


def _began(each: NetworkActivity, start: int) -> int:
    """Return where ongoing work begins: a fact, a fixed start, a constraint, else the plan's."""
    if each.actual_start is not None:
        return each.actual_start
    if each.fixed_start is not None:
        return each.fixed_start
    set_starts = (limit.instant for limit in each.limits if limit.not_before and limit.on_start)
    return max(set_starts, default=start)


def _on_working_day(limit: Limit, table: Table) -> Limit:
    """Move "must start on" a closed day to the next open one; else it contradicts itself."""
    if limit.kind is not ConstraintKind.MUST_START_ON:
        return limit
    return evolve(limit, instant=table.begin(table.index(limit.instant)))


def _floor(limit: Limit) -> Floor:
    return Floor(DriverKind.CONSTRAINT, limit.instant, not limit.on_start, limit.kind)


def _ceiling(i: int, limit: Limit) -> Ceiling:
    return Ceiling(i, limit.instant, limit.on_start, constraint=True)


def _pinned(network: InstantNetwork) -> Iterable[Ceiling]:
    """Yield how late each predecessor of a fixed activity may be."""
    for i, arrival in network.pins:
        facts = network.fact_finish if arrival.to_finish else network.fact_start
        x = facts[i]
        if network.numbered:
            x = network.tables[i].begin(network.tables[i].index(x))
        at = earlier(x, arrival.lag, arrival.table)
        j = arrival.predecessor
        if not (arrival.from_start and network.state[j] is State.STARTED):
            yield Ceiling(j, at, arrival.from_start, constraint=False)


def floor_of(network: InstantNetwork, i: int) -> int:
    """Return the least start number of an activity, or instant of a milestone."""
    table, days = network.tables[i], network.duration[i]
    free = network.state[i] or i in network.through
    least = [] if free else [Floor(network.ground_kind, network.ground)]
    floors = [*least, *network.floors.get(i, ())]
    if not days:
        return max((floor.at for floor in floors), default=NEVER)
    return max((table.index(f.at) - days * f.on_finish for f in floors), default=NEVER)
