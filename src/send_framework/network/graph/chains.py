"""The two ends of each activity and the arcs between them: how much a chain of links implies.

Each activity has a start and a finish, a moment has both in one; an end is a number. An arc says
"not before this end, plus the lag". Between start and finish lies the duration, which is at
least 0 and otherwise left open.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

from attrs import frozen

from send_framework.model.action import Action, Dependency, Milestone, Status
from send_framework.model.dependency import LagUnit
from send_framework.model.plan import Linkable, Plan
from send_framework.network.graph.loops import sorted_by_links, stuck
from send_framework.network.graph.structure import ActionGraph, binding_graph, links_into


class Arc(NamedTuple):
    """A link between two ends.

    Attributes:
        number: Its place among all arcs, in plan order.
        tail: The end it leaves.
        head: The end it holds.
        lag: How much later.
        unit: What the lag counts in; empty where that makes no difference.
        link: The link itself.
    """

    number: int
    tail: int
    head: int
    lag: int
    unit: str
    link: Dependency

    @property
    def is_lead(self) -> bool:
        """Whether it lets work begin before what it waits for."""
        return self.lag < 0


class Longest(NamedTuple):
    """The longest chains from one end.

    Attributes:
        unit: What was counted.
        came_from: For each end on a longest chain the end before it.
        indirect: For each end the longest chain of two arcs or more, and the end before it.
    """

    unit: str
    came_from: dict[int, int]
    indirect: dict[int, tuple[int, int]]


@frozen(kw_only=True, eq=False)
class Chains:
    """A plan's arcs, its activities numbered so that predecessors come first.

    Attributes:
        ids: The activities.
        arcs: All arcs, in plan order.
        moments: Whether each activity takes no time: its finish is its start.
        passable: Whether each is moved by its links, so that a chain through it holds.
        dropped: Whether each was cancelled.
        mixed: Whether lags and work are counted in more than one way.
    """

    ids: tuple[str, ...]
    arcs: tuple[Arc, ...]
    moments: tuple[bool, ...]
    passable: tuple[bool, ...]
    dropped: tuple[bool, ...]
    mixed: bool

    @cached_property
    def into(self) -> list[list[Arc]]:
        """For each end the arcs that a chain may use to reach it."""
        return self._by_end((arc.head, arc) for arc in self.arcs)

    @cached_property
    def out(self) -> list[list[Arc]]:
        """For each end the arcs that a chain may use to leave it."""
        return self._by_end((arc.tail, arc) for arc in self.arcs)

    @cached_property
    def has_leads(self) -> bool:
        """Whether a chain may use a lead."""
        return not self.mixed and any(arc.is_lead for arc in self.arcs)

    def _by_end(self, pairs: Iterable[tuple[int, Arc]]) -> list[list[Arc]]:
        """Return for each end the arcs that a chain may use."""
        found: list[list[Arc]] = [[] for _ in range(2 * len(self.ids))]
        for end, arc in pairs:
            if self._is_usable(arc):
                found[end].append(arc)
        return found

    def _is_usable(self, arc: Arc) -> bool:
        """Return whether a chain over this arc can be added up."""
        return not self.mixed or not (arc.is_lead or arc.link.type.to_finish)

    def may_be_implied(self, arc: Arc) -> bool:
        """Return whether a chain could imply an arc: there is another way out and in."""
        tail, head = arc.tail >> 1, arc.head >> 1
        if self.dropped[tail] or self.dropped[head]:
            return False
        # A finish held by calendar days rounds up to the next working day: no chain does that.
        rounds_up = arc.unit and arc.link.type.to_finish
        out = len(self.out[2 * tail]) + len(self.out[2 * tail + 1])
        into = len(self.into[2 * head]) + len(self.into[2 * head + 1])
        own = int(self._is_usable(arc))
        return not (self.mixed and rounds_up) and out > own and into > own

    def rivals(self, arc: Arc) -> Iterator[Arc]:
        """Yield the arcs by which a chain could reach the head of another, equal ones once."""
        for end in self._ways_in(arc.head):
            for other in self.into[end]:
                same = other[1:5] == arc[1:5] and other.number >= arc.number
                if not same:
                    yield other

    def _ways_in(self, end: int) -> tuple[int, ...]:
        """Return the ends whose reaching implies this one: a start implies its finish."""
        return (end, end - 1) if end & 1 else (end,)

    def reach(self, bits: Mapping[int, int], *, leads: bool) -> list[int]:
        """Return for each end which of some sources a chain may come from, as bits.

        Args:
            bits: The bit of each source.
            leads: Whether chains may use leads; without them a chain is never shorter than 0.
        """
        at = [0] * (2 * len(self.ids))
        for node, passable in enumerate(self.passable):
            before = 0
            for end in (2 * node, 2 * node + 1):
                own = bits.get(end, 0) | before
                if passable:
                    for arc in self.into[end]:
                        if leads or not arc.is_lead:
                            own |= at[arc.tail]
                at[end] = before = own
        return at

    def walked_back(self, arc: Arc, last: Arc, at: list[int], bit: int) -> tuple[int, ...]:
        """Return the activities on a chain without leads that ends with the arc `last`."""
        between: list[int] = []
        tail = last.tail
        while tail >> 1 != arc.tail >> 1:
            between.append(tail >> 1)
            tail = next(
                each.tail
                for end in self._ways_in(tail)
                for each in self.into[end]
                if not each.is_lead and at[each.tail] & bit
            )
        return tuple(reversed(between))

    def longest(self, start: int, unit: str, *, last: int) -> Longest:
        """Return the longest chains from an end, durations at 0.

        Args:
            start: The end.
            unit: Lags in this unit count; others, which are never leads, count as nothing.
            last: The last activity that matters.
        """
        best = {start: 0}
        found = Longest(unit, {}, {})
        queue, queued = [start >> 1], {start >> 1}
        while queue:
            node = heappop(queue)
            for tail in self._ways_out(node, start, best, found.came_from):
                for arc in self.out[tail]:
                    self._relax(arc, best, found, start >> 1)
                    following = arc.head >> 1
                    if following not in queued and following <= last:
                        queued.add(following)
                        heappush(queue, following)
        return found

    def _ways_out(
        self, node: int, start: int, best: dict[int, int], came_from: dict[int, int]
    ) -> Iterator[int]:
        """Yield the ends of an activity that a chain may leave by; a finish is no earlier."""
        begin, end = 2 * node, 2 * node + 1
        if node != start >> 1 and not self.passable[node]:
            return
        if begin in best:
            yield begin
            if not self.moments[node] and best[begin] >= best.get(end, best[begin]):
                best[end], came_from[end] = best[begin], begin
        if end in best:
            yield end

    def _relax(self, arc: Arc, best: dict[int, int], found: Longest, origin: int) -> None:
        total = best[arc.tail] + self._length(arc, found.unit)
        if total > best.get(arc.head, total - 1):
            best[arc.head], found.came_from[arc.head] = total, arc.tail
        longest = found.indirect.get(arc.head)
        if arc.tail >> 1 != origin and (longest is None or total > longest[0]):
            found.indirect[arc.head] = total, arc.tail

    def _length(self, arc: Arc, unit: str) -> int:
        return arc.lag if arc.unit == unit else 0

    def longer(self, arc: Arc, longest: Longest) -> tuple[int, ...] | None:
        """Return the activities on a chain that implies an arc, or ``None``."""
        for end in self._ways_in(arc.head):
            length, before = longest.indirect.get(end, (arc.lag - 1, 0))
            if length >= arc.lag:
                return self._back_from(before, arc.tail >> 1, longest.came_from)
        from_finish_too = (arc.tail, arc.tail + 1) if not arc.tail & 1 else (arc.tail,)
        beside = (other for other in self.rivals(arc) if other.tail in from_finish_too)
        return () if any(self._length(b, arc.unit) >= arc.lag for b in beside) else None

    def _back_from(self, end: int, origin: int, came_from: dict[int, int]) -> tuple[int, ...]:
        between: list[int] = []
        while end >> 1 != origin:
            between.append(end >> 1)
            end = came_from[end]
        return tuple(reversed(list(dict.fromkeys(between))))


def chains_of(plan: Plan) -> Chains:
    """Return the arcs of everything that can have dates: no loop and nothing behind one."""
    graph = binding_graph(plan)
    graph.remove_nodes_from(stuck(graph))
    ids = sorted_by_links(graph)
    works: list[Linkable] = [graph.nodes[name]["activity"] for name in ids]
    dropped = tuple(bool(graph.nodes[name]["dropped"]) for name in ids)
    moments = tuple(
        out or not isinstance(each, Action) for out, each in zip(dropped, works, strict=True)
    )
    return Chains(
        ids=tuple(ids),
        arcs=tuple(_arcs(graph, plan, ids, moments)),
        moments=moments,
        passable=tuple(out or _is_moved(each) for out, each in zip(dropped, works, strict=True)),
        dropped=dropped,
        mixed=_is_mixed(graph, plan, works),
    )


def _arcs(
    graph: ActionGraph, plan: Plan, ids: list[str], moments: tuple[bool, ...]
) -> Iterator[Arc]:
    place = {name: number for number, name in enumerate(ids)}
    links = ((before, name, link) for name in graph for before, link in links_into(graph, name))
    for number, (before, after, link) in enumerate(links):
        p, q = place[before], place[after]
        tail = 2 * p + (not link.type.from_start and not moments[p])
        head = 2 * q + (link.type.to_finish and not moments[q])
        yield Arc(number, tail, head, link.lag, _unit(link, plan), link)


def _unit(link: Dependency, plan: Plan) -> str:
    """Return what a lag counts in; empty for the plan's working days and for no lag."""
    if not link.lag:
        return ""
    if link.lag_unit is LagUnit.CALENDAR_DAYS:
        return "calendar days"
    return "" if link.lag_calendar in (None, plan.calendar) else link.lag_calendar


def _is_mixed(graph: ActionGraph, plan: Plan, works: Iterable[Linkable]) -> bool:
    """Return whether anything is counted otherwise than in the plan's working days."""
    own = (each.calendar for each in works if isinstance(each, (Action, Milestone)))
    units = (_unit(link, plan) for name in graph for _, link in links_into(graph, name))
    return any(units) or any(name not in (None, plan.calendar) for name in own)


def _is_moved(each: Linkable) -> bool:
    """Return whether its links can still move it, as far as the plan says."""
    facts: tuple[object, ...]
    if isinstance(each, Action):
        facts = (each.actual_start, each.actual_finish, each.percent_complete, each.remaining)
    elif isinstance(each, Milestone):
        facts = (each.actual, each.fixed or None)
    else:
        return False
    idle = (None, Status.NOT_STARTED)
    return each.status in idle and all(fact is None for fact in facts)
