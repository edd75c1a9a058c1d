"""Why an early date is what it is: what set it, what it beat, and the slack of each link."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from send_framework.model.dependency import ConstraintKind
from send_framework.network.engine.compiled import (
    Arrival,
    Compiled,
    Early,
    Floor,
    IndexNetwork,
    InstantNetwork,
    State,
)
from send_framework.network.engine.days import DayReader
from send_framework.network.engine.instant_passes import (
    allowed_by,
    bound_of,
    room_of,
    start_number,
)
from send_framework.network.engine.moves import earlier, later
from send_framework.network.engine.passes import Passes
from send_framework.network.kinds import DriverKind

_AS_GIVEN = (State.COMPLETE, State.FIXED, State.PLACED)


@frozen(kw_only=True)
class Bound:
    """One thing that an activity does not come before.

    Attributes:
        kind: What it is.
        sets: Whether it set the date: nothing else asks for more.
        number: The start number it asks for, in the activity's calendar; of a fact, the finish
            number. A promise stretches the finish instead of moving the start.
        on_finish: Whether it holds the finish.
        day: The first day it allows the work to start, or, on the finish, to be done; ``None``
            in a network without a calendar.
        link: The number of the link.
        predecessor: The number of the link's predecessor.
        constraint: The constraint's kind.
    """

    kind: DriverKind
    sets: bool
    number: int
    on_finish: bool = False
    day: date | None = None
    link: int | None = None
    predecessor: int | None = None
    constraint: ConstraintKind | None = None


def bounds(result: Passes, i: int) -> tuple[Bound, ...]:
    """Return what bounds an activity, strongest first; the first one set its date.

    Where a promise stretches the finish it comes first and what set the start next. Finished and
    fixed work has one bound, the fact. Ongoing work has none.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> from send_framework.network.engine.passes import passes
        >>> result = passes(compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]]))
        >>> [(bound.kind.value, bound.predecessor, bound.sets) for bound in bounds(result, 2)]
        [('link', 0, True), ('link', 1, False), ('project-start', None, False)]
    """
    view = _View.of(result)
    state = view.network.state[i]
    if state is State.ONGOING:
        return ()
    if state in _AS_GIVEN:
        return (view.of_fact(i),)
    found = [view.of_link(i, arrival) for arrival in view.network.arrivals(i)]
    found += [view.of_floor(i, floor) for floor in _floors(view.network, i)]
    if i in view.network.promises:
        found.append(view.of_promise(i))
    # Links first where several ask for the same: they say more. The sort keeps their order.
    return tuple(sorted(found, key=lambda bound: -bound.number))


def link_slack(result: Passes) -> tuple[int | None, ...]:
    """Return by how many working days each link could tighten before it drives.

    Returns:
        One for each link as given, in the predecessor's calendar; ``None`` where the link binds
        nothing: into finished work, from or to ongoing work, or overridden by progress.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> from send_framework.network.engine.passes import passes
        >>> link_slack(passes(compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])))
        (0, 1)
    """
    view = _View.of(result)
    net, early = view.network, view.early
    slack: list[int | None] = [None] * net.link_count
    for i, arrival in _arrivals(net):
        slack[arrival.link] = _gap(net, early, arrival, _latest(net, early, i, arrival))
    return tuple(slack)


@frozen(kw_only=True, eq=False, slots=False)
class LinkChains:
    """Reads chains of links: each leads into the activity that the next one leaves.

    What lies between is a moment that only hands on its links.

    Attributes:
        result: The passes.
    """

    result: Passes

    @cached_property
    def _view(self) -> "_View":
        return _View.of(self.result)

    @cached_property
    def _found(self) -> dict[int, tuple[int, Arrival]]:
        return {arrival.link: (i, arrival) for i, arrival in _arrivals(self._view.network)}

    def bind(self, chain: Sequence[int]) -> bool:
        """Return whether every link of a chain binds something.

        Args:
            chain: Numbers of links.
        """
        return self._found.keys() >= set(chain)

    def slack(self, chain: Sequence[int]) -> int:
        """Return by how many of its first predecessor's working days a chain could tighten.

        Args:
            chain: Numbers of links that bind.
        """
        net, early = self._view.network, self._view.early
        *before, (i, last) = (self._found[link] for link in chain)
        at = _latest(net, early, i, last)
        for moment, arrival in reversed(before):
            at = allowed_by(net, moment, arrival, early.start[moment], at)
        return _gap(net, early, self._found[chain[0]][1], at)

    def civil_lag(self, chain: Sequence[int]) -> int:
        """Return how many calendar days the lags of a chain make in this schedule.

        Args:
            chain: Numbers of links that bind.
        """
        early, arrivals = self._view.early, [self._found[link][1] for link in chain]
        j = arrivals[0].predecessor
        begin = at = early.at_start[j] if arrivals[0].from_start else early.at_finish[j]
        for arrival in arrivals:
            at = later(at, arrival.lag, arrival.table)
        return at - begin


def _arrivals(net: Compiled) -> Iterator[tuple[int, Arrival]]:
    """Yield every link that binds something, with its successor."""
    for i in net.sequence:
        yield from ((i, arrival) for arrival in net.arrivals(i))
    if isinstance(net, InstantNetwork):
        yield from net.pins


def _latest(net: Compiled, early: Early, i: int, arrival: Arrival) -> int:
    """Return where a predecessor's end may be for its successor to stay where it is."""
    if net.state[i] is State.FIXED:
        fixed = early.at_finish[i] if arrival.to_finish else early.at_start[i]
        return earlier(fixed, arrival.lag, arrival.table)
    return allowed_by(net, i, arrival, early.start[i], early.at_finish[i])


def driving_arrivals(network: Compiled, early: Early, i: int) -> list[Arrival]:
    """Return the links that set the start of an activity, of started work of what remains."""
    if network.state[i] not in (State.OPEN, State.STARTED):
        return []
    if isinstance(network, IndexNetwork) and network.dated is None:
        return network.plain_arrivals(i, early.finish, early.start[i])
    return [
        arrival
        for arrival in network.arrivals(i)
        if start_number(network, i, arrival, bound_of(early, arrival)) == early.start[i]
    ]


def _floors(network: Compiled, i: int) -> list[Floor]:
    """Return what else holds an activity: only open work needs the ground."""
    ground = Floor(network.ground_kind, network.ground)
    others = list(network.floors.get(i, ()))
    return others if network.state[i] is State.STARTED else [*others, ground]


def _gap(net: Compiled, early: Early, arrival: Arrival, at: int) -> int:
    """Return how far the predecessor's end may still move, to reach `at`."""
    j = arrival.predecessor
    if arrival.from_start and net.state[j] is State.STARTED:
        # Its start has happened: `early.start` is that of what remains.
        table = net.table(j)
        return table.index(at + 1) - 1 - table.index(early.at_start[j])
    return room_of(net, early, j, at, on_start=arrival.from_start) - early.finish[j]


@frozen(kw_only=True, eq=False)
class _View:
    """The form in which bounds are read: in instants where there is a calendar."""

    network: Compiled
    early: Early
    days: DayReader | None

    @classmethod
    def of(cls, result: Passes) -> "_View":
        network = result.network
        if isinstance(network, InstantNetwork) or network.dated is not None:
            days = result.days
            return cls(network=days.network, early=days.early, days=days)
        return cls(network=network, early=result.early, days=None)

    def of_fact(self, i: int) -> Bound:
        complete = self.network.state[i] is State.COMPLETE
        return Bound(
            kind=DriverKind.ACTUAL if complete else DriverKind.FIXED,
            sets=True,
            number=self.early.finish[i],
            on_finish=True,
            day=None if self.days is None else self.days.early_finish(i),
        )

    def of_link(self, i: int, arrival: Arrival) -> Bound:
        at = bound_of(self.early, arrival)
        number = start_number(self.network, i, arrival, at)
        return Bound(
            kind=DriverKind.LINK,
            sets=number == self.early.start[i],
            number=number,
            on_finish=arrival.to_finish,
            day=self._day(i, number, at, on_finish=arrival.to_finish),
            link=arrival.link,
            predecessor=arrival.predecessor,
        )

    def of_floor(self, i: int, floor: Floor) -> Bound:
        held = self.network.duration[i] if floor.on_finish else 0
        number = self.network.table(i).index(floor.at) - held
        return Bound(
            kind=floor.kind,
            sets=number == self.early.start[i],
            number=number,
            on_finish=floor.on_finish,
            day=self._day(i, number, floor.at, on_finish=floor.on_finish),
            constraint=floor.constraint,
        )

    def of_promise(self, i: int) -> Bound:
        number = self.network.table(i).index(self.network.promises[i])
        start = number - self.network.duration[i]
        return Bound(
            kind=DriverKind.OWN_PROMISE,
            sets=number == self.early.finish[i],
            number=start,
            on_finish=True,
            day=self._day(i, start, self.network.promises[i], on_finish=True),
        )

    def _day(self, i: int, number: int, at: int, *, on_finish: bool) -> date | None:
        """Return the day a bound allows: for a milestone its own, else of a start or finish."""
        if self.days is None:
            return None
        days, table = self.network.duration[i], self.network.table(i)
        if not days:
            return self.days.moment(i, at)
        if on_finish:
            return date.fromordinal(table.end(number + days) - 1)
        return date.fromordinal(table.begin(number))
