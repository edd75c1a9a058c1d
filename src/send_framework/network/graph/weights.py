"""How long each link takes: weights under which the longest path is the critical path."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from send_framework.model.action import Action, Dependency, Milestone, Side
from send_framework.model.plan import Linkable, Plan
from send_framework.network.assumed import ASSUMED_DURATION
from send_framework.network.graph.loops import sorted_by_links
from send_framework.network.graph.structure import ActionGraph
from send_framework.network.kinds import DriverKind
from send_framework.network.results import Schedule, ScheduledActivity, ScheduledLink

Edge: TypeAlias = tuple[str, str, int]


@frozen(kw_only=True)
class Weights:
    """What the links of a graph weigh, in working days from start to start.

    Attributes:
        links: Each link.
        begin: Each activity that can begin a path: from the start to its own.
        end: Each activity that can end one: from its start to the first day after it.
        scheduled: What a schedule says of each link.
    """

    links: dict[Edge, int]
    begin: dict[str, int]
    end: dict[str, int]
    scheduled: Mapping[Edge, ScheduledLink] = field(factory=dict[Edge, ScheduledLink])


def planned_weights(structure: ActionGraph) -> Weights:
    """Return weights from durations and lags alone; a duration nobody gave is the assumed one.

    Args:
        structure: The graph of `plan_graph`.
    """
    days = {name: _days(data["activity"]) for name, data in structure.nodes(data=True)}
    days |= {name: 0 for name, dropped in structure.nodes(data="dropped") if dropped}
    return Weights(
        links={
            (before, after, key): _planned(data["link"], days[before], days[after])
            for before, after, key, data in structure.edges(keys=True, data=True)
        },
        begin={name: 0 for name in structure if not structure.pred[name]},
        end={name: days[name] + 1 for name in structure if not structure.succ[name]},
    )


def _days(each: Linkable) -> int:
    if not isinstance(each, Action):
        return 0
    return ASSUMED_DURATION if each.duration is None else each.duration


def _planned(link: Dependency, before: int, after: int) -> int:
    held = after if link.type.to_finish else 0
    return (0 if link.type.from_start else before) + link.lag - held


def scheduled_weights(structure: ActionGraph, plan: Plan, schedule: Schedule) -> Weights:
    """Return weights from the dates of a schedule, whatever its links, calendars and facts.

    A link that set its successor's date weighs the time between the two starts, another at least
    a day less. So the longest path to an activity is as long as its start is late, and consists
    of what drove it.

    Args:
        structure: The graph of `plan_graph`, cut down to what has dates.
        plan: The plan.
        schedule: Its schedule.
    """
    return _Weigher(structure=structure, plan=plan, schedule=schedule).weights()


@frozen(kw_only=True, eq=False)
class _Weigher:
    structure: ActionGraph
    plan: Plan
    schedule: Schedule

    @cached_property
    def dated(self) -> dict[str, ScheduledActivity]:
        """What has dates, by id."""
        return {each.id: each for each in self.schedule.activities}

    @cached_property
    def scheduled(self) -> dict[Edge, ScheduledLink]:
        """What the schedule says of each link."""
        return _matched(self.structure, self.schedule)

    @cached_property
    def eve(self) -> date:
        """The day before anything begins: from it working days are counted."""
        starts = (each.early_start for each in self.schedule.activities)
        return _eve(min(self.schedule.start, *starts))

    def weights(self) -> Weights:
        """Weigh the links, the beginnings and the ends."""
        at = self._starts()
        driving = frozenset(edge for edge in self.scheduled if self._drives(edge))
        driven = {after for _, after, _ in driving}
        return Weights(
            links={
                edge: at[edge[1]] - at[edge[0]] - self._room(edge, driving)
                for edge in self.structure.edges(keys=True)
            },
            begin={name: days for name, days in at.items() if name not in driven},
            end=self._ends(at),
            scheduled=self.scheduled,
        )

    def _drives(self, edge: Edge) -> bool:
        """Return whether a link set the date that counts: a promise may have come on top."""
        after = self.dated.get(edge[1])
        by_link = after is None or (
            after.driven_by is not None and after.driven_by.kind is DriverKind.LINK
        )
        return by_link and self.scheduled[edge].driving

    def _room(self, edge: Edge, driving: frozenset[Edge]) -> int:
        if edge in driving:
            return 0
        link = self.scheduled.get(edge)
        return 1 if link is None else max(link.slack, 1)

    def _starts(self) -> dict[str, int]:
        """Return working days before each start; cancelled work has none of its own."""
        at: dict[str, int] = {}
        for name in sorted_by_links(self.structure):
            if name in self.dated:
                at[name] = self._before(name)
            else:
                at[name] = max((at[before] for before in self.structure.pred[name]), default=0)
        return at

    def _before(self, name: str) -> int:
        """Return the working days before the start of an activity."""
        each = self.dated[name]
        at_end = each.duration == 0 and not self._is_at_beginning(name)
        return self._count(each.early_start if at_end else _eve(each.early_start))

    def _through(self, name: str) -> int:
        """Return the working days up to the finish of an activity."""
        last = self.dated[name].early_finish
        return self._count(_eve(last) if self._is_at_beginning(name) else last)

    def _is_at_beginning(self, name: str) -> bool:
        work = self.structure.nodes[name]["activity"]
        return isinstance(work, Milestone) and work.side is Side.START

    def _count(self, last: date) -> int:
        return self.plan.working_calendar().count(self.eve, last)

    def _ends(self, at: Mapping[str, int]) -> dict[str, int]:
        """Return what can end a path: critical paths, and, a day earlier, what nothing follows."""
        last = {path[-1] for path in self.schedule.critical_paths}
        asked = [each.id for each in self.schedule.activities if each.in_scope and each.id in at]
        # Later than everything asked for: a moment on a closed day may be read as a later one.
        whole = 1 + max((max(self._through(name), at[name]) for name in asked), default=0)
        ends = {name: whole - at[name] for name in self.structure if name in last}
        for name in self.structure:
            each = self.dated.get(name)
            if each and not (name in last or each.is_ongoing or self.structure.succ[name]):
                until = self._through(name) + 1
                ends[name] = (min(until, whole - 1) if each.in_scope else until) - at[name]
        return ends


def _eve(day: date) -> date:
    return day - timedelta(days=1)


def _matched(structure: ActionGraph, schedule: Schedule) -> dict[Edge, ScheduledLink]:
    """Return what the schedule says of each link; of equal ones the first for the first."""
    waiting: dict[tuple[object, ...], list[ScheduledLink]] = {}
    own = (each for each in schedule.links if not each.through)
    for each in (*own, *schedule.passing):
        same = (each.predecessor, each.successor, each.type, each.lag, each.lag_unit)
        waiting.setdefault(same, []).append(each)
    found: dict[Edge, ScheduledLink] = {}
    for before, after, key, data in structure.edges(keys=True, data=True):
        link: Dependency = data["link"]
        left = waiting.get((before, after, link.type, link.lag, link.lag_unit))
        if left:
            found[before, after, key] = left.pop(0)
    return found
