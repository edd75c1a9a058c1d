"""Chains whose float comes near the least: where the next critical path would come from."""

from collections.abc import Collection

from attrs import define, frozen

from send_framework.network.engine.compiled import Early, InstantNetwork, State
from send_framework.network.engine.drivers import driving_arrivals, link_slack
from send_framework.network.engine.instant_passes import LateInstants
from send_framework.network.engine.passes import Passes, with_predecessors


@frozen(kw_only=True)
class NearPath:
    """A chain whose float is near the least.

    Attributes:
        activities: Numbers from first to last.
        total_float: The least float on it, in working days of the plan's calendar.
        behind: By how much that is more than the least float of the scope.
        joins: The activity that it would delay first; ``None`` where it is measured against
            the end itself.
    """

    activities: tuple[int, ...]
    total_float: int
    behind: int
    joins: int | None


def near_critical(
    result: Passes,
    within: int = 10,
    scope: Collection[int] | None = None,
    besides: Collection[int] = (),
) -> tuple[NearPath, ...]:
    """Return the chains whose float is within some days of the least, least first.

    Each activity stands in one chain. A chain is the driving links that lead to its last
    activity, back to where a chain with less float has taken over.

    Args:
        result: Both passes.
        within: Working days of the plan's calendar above the least float.
        scope: Numbers of what is asked for, their predecessors are added; ``None`` is the
            scope of the passes.
        besides: Numbers of activities that are told elsewhere, such as the critical path.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> from send_framework.network.engine.passes import passes
        >>> net = compile_network(["A", "B", "C", "D"], [3, 2, 1, 4], [[], [], [1], [0]])
        >>> [(path.activities, path.behind) for path in near_critical(passes(net))]
        [((0, 3), 0), ((1, 2), 4)]
    """
    wanted = result.aim.scope if scope is None else with_predecessors(result.network, scope)
    floats = {
        i: days
        for i, days in enumerate(plan_floats(result))
        if days is not None and (wanted is None or i in wanted)
    }
    if not floats:
        return ()
    least = min(floats.values())
    near = {i for i, days in floats.items() if days <= least + within} - set(besides)
    ranking = _Ranking(result=result, floats=floats, left=near)
    return tuple(ranking.path(i, least) for i in ranking.seeds() if i in ranking.left)


def plan_floats(result: Passes) -> tuple[int | None, ...]:
    """Return total floats counted in the plan's calendar, so that they can be compared."""
    late = result.late
    if not isinstance(late, LateInstants):
        return tuple(result.total_float)
    network = result.days.network
    return tuple(
        None if own is None else _plan_float(network, result.early, late, i)
        for i, own in enumerate(result.total_float)
    )


def _plan_float(network: InstantNetwork, early: Early, late: LateInstants, i: int) -> int:
    number, table = network.plan_table.index, network.tables[i]
    if not network.duration[i]:
        return number(late.at_finish[i]) - number(early.at_finish[i])
    finish = number(table.end(late.finish[i])) - number(table.end(early.finish[i]))
    if network.state[i] is State.STARTED:
        return finish
    start = number(table.begin(late.start[i])) - number(table.begin(early.start[i]))
    return min(start, finish)


@define(kw_only=True)
class _Ranking:
    """Takes chains out of what is left, least float first."""

    result: Passes
    floats: dict[int, int]
    left: set[int]
    following: dict[int, list[tuple[int, int]]] | None = None

    def seeds(self) -> list[int]:
        """Return what may end a chain: least float first, then the latest to finish."""
        early = self.result.early
        finish = early.finish if self.result.network.numbered else early.at_finish
        place = {i: n for n, i in enumerate(self.result.network.sequence)}
        return sorted(self.left, key=lambda i: (self.floats[i], -finish[i], -place[i]))

    def path(self, last: int, least: int) -> NearPath:
        chain = [last]
        self.left.discard(last)
        while True:
            before = self._before(chain[-1])
            if before is None:
                break
            self.left.discard(before)
            chain.append(before)
        total = min(self.floats[i] for i in chain)
        joins = self._joins(last)
        return NearPath(
            activities=tuple(reversed(chain)),
            total_float=total,
            behind=total - least,
            joins=joins,
        )

    def _before(self, i: int) -> int | None:
        """Return the driving predecessor with the least float that no chain has taken."""
        arrivals = driving_arrivals(self.result.network, self.result.early, i)
        free = [a.predecessor for a in arrivals if a.predecessor in self.left]
        return min(free, key=self.floats.__getitem__, default=None)

    def _joins(self, i: int) -> int | None:
        """Return the successor through which an activity's float is measured."""
        if self.following is None:
            self.following = self._links()
        through = [(slack + self.floats[j], j) for j, slack in self.following.get(i, ())]
        total, j = min(through, default=(None, None))
        own = self.floats[i]
        return j if total is not None and total <= own else None

    def _links(self) -> dict[int, list[tuple[int, int]]]:
        network, slack = self.result.network, link_slack(self.result)
        following: dict[int, list[tuple[int, int]]] = {}
        for i in network.sequence:
            for arrival in network.arrivals(i):
                gap = slack[arrival.link]
                if i in self.floats and gap is not None:
                    following.setdefault(arrival.predecessor, []).append((i, gap))
        return following
