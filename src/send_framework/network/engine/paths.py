"""Driving chains: what decides the finish, and how many such chains there are.

A chain is walked back from the last finish along the links that set each date, whatever the
float. Ties are not enumerated: the tied links form a graph, on which chains are counted exactly
and only the first few are written out.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from attrs import frozen

from send_framework.network.engine.compiled import Compiled, Early, InstantNetwork, State
from send_framework.network.engine.drivers import driving_arrivals
from send_framework.network.engine.passes import Passes, with_predecessors


class _Side(NamedTuple):
    """An activity, and whether its start is meant where start and finish part."""

    activity: int
    start: bool


_Trail: TypeAlias = "tuple[_Side, _Trail] | None"


@frozen(kw_only=True)
class DrivingPaths:
    """The chains that decide the finish.

    Attributes:
        paths: The first few, each the numbers of its activities from first to last.
        count: How many there are, exactly.
        links: Numbers of the links on any of them.
        activities: Numbers of the activities on any of them.
    """

    paths: tuple[tuple[int, ...], ...]
    count: int
    links: frozenset[int]
    activities: frozenset[int]


def driving_paths(
    result: Passes,
    scope: Collection[int] | None = None,
    first: int = 10,
    no_ends: Collection[int] = (),
) -> DrivingPaths:
    """Return the driving chains that end in the last finish of a scope.

    Args:
        result: Both passes.
        scope: Numbers of what is asked for, their predecessors are added; ``None`` is the
            scope of the passes.
        first: How many chains to write out.
        no_ends: Numbers of what no chain may end in, such as cancelled work.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> from send_framework.network.engine.passes import passes
        >>> net = compile_network(["A", "B", "C", "D"], [3, 3, 2, 4], [[], [], [], [0, 1, 2]])
        >>> found = driving_paths(passes(net))
        >>> found.paths, found.count
        (((0, 3), (1, 3)), 2)
    """
    network, early = result.network, result.early
    graph = _DrivingGraph(network, early)
    ends = graph.ends([i for i in _members(result, scope) if i not in no_ends])
    counts = graph.counts(ends)
    ends = graph.without_inner(ends)
    chosen = [path for _, path in zip(range(first), graph.chains(ends), strict=False)]
    return DrivingPaths(
        paths=tuple(chosen),
        count=sum(counts[end] for end in ends),
        links=frozenset(graph.links),
        activities=frozenset(side.activity for side in counts),
    )


def driving_chain(result: Passes, i: int) -> tuple[int, ...]:
    """Return the first driving chain that ends in one activity's finish.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> from send_framework.network.engine.passes import passes
        >>> net = compile_network(["A", "B", "C"], [3, 4, 9], [[], [0], []])
        >>> driving_chain(passes(net), 1)
        (0, 1)
    """
    graph = _DrivingGraph(result.network, result.early)
    ends = graph.sides([i])
    graph.counts(ends)
    return next(graph.chains(ends))


def _members(result: Passes, scope: Collection[int] | None) -> Sequence[int]:
    """Return the numbers of a scope in topological order."""
    wanted = result.aim.scope if scope is None else with_predecessors(result.network, scope)
    sequence = result.network.sequence
    return sequence if wanted is None else [i for i in sequence if i in wanted]


class _DrivingGraph:
    """Which activity's date was set by which: built only as far as it is walked."""

    def __init__(self, network: Compiled, early: Early) -> None:
        self._network = network
        self._early = early
        self._before: dict[_Side, list[_Side]] = {}
        self.links: set[int] = set()

    def ends(self, members: Sequence[int]) -> list[_Side]:
        """Return the activities of a scope that finish last."""
        if not members:
            return []
        finish = self._early.at_finish
        if isinstance(self._network, InstantNetwork) and self._network.numbered:
            finish = self._early.finish
        last = max(finish[i] for i in members)
        return self.sides(i for i in members if finish[i] == last)

    def sides(self, members: Iterable[int]) -> list[_Side]:
        """Return the finishes of some activities."""
        return [self._side(i, start=False) for i in members]

    def counts(self, ends: Sequence[_Side]) -> dict[_Side, int]:
        """Return how many chains lead to each activity that drives an end, no recursion."""
        reached = self._reached(ends)
        place = {i: n for n, i in enumerate(self._network.sequence)}
        counts: dict[_Side, int] = {}
        for side in sorted(reached, key=lambda side: place[side.activity]):
            counts[side] = sum(counts[each] for each in self._before[side]) or 1
        return counts

    def without_inner(self, ends: Sequence[_Side]) -> list[_Side]:
        """Return the ends that drive no other: a chain runs on to the last moment of its day."""
        inner = {each for row in self._before.values() for each in row}
        return [end for end in ends if end not in inner]

    def chains(self, ends: Sequence[_Side]) -> Iterator[tuple[int, ...]]:
        """Yield the chains one by one, in the order in which links were given."""
        waiting: list[tuple[_Side, _Trail]] = [(end, None) for end in reversed(ends)]
        while waiting:
            side, behind = waiting.pop()
            trail: _Trail = (side, behind)
            before = self._before[side]
            if not before:
                yield _written(trail)
            waiting += [(each, trail) for each in reversed(before)]

    def _reached(self, ends: Sequence[_Side]) -> set[_Side]:
        reached = set(ends)
        waiting = list(ends)
        while waiting:
            side = waiting.pop()
            for each in self._drivers(side):
                if each not in reached:
                    reached.add(each)
                    waiting.append(each)
        return reached

    def _drivers(self, side: _Side) -> list[_Side]:
        """Return what set this date: each activity once, its finish before its start."""
        i = side.activity
        stretched = self._early.finish[i] - self._early.start[i] > self._network.duration[i]
        # A start that has happened and a finish that a promise stretched have no driver.
        begun = side.start and self._network.state[i] is State.STARTED
        alone = begun or (stretched and not side.start)
        arrivals = [] if alone else driving_arrivals(self._network, self._early, i)
        self.links.update(arrival.link for arrival in arrivals)
        found: dict[int, _Side] = {}
        for arrival in arrivals:
            j = arrival.predecessor
            if j not in found or not arrival.from_start:
                found[j] = self._side(j, start=arrival.from_start)
        self._before[side] = list(found.values())
        return self._before[side]

    def _side(self, i: int, *, start: bool) -> _Side:
        """Return the end that is meant: one name for both where they move together."""
        parts = self._early.finish[i] - self._early.start[i] > self._network.duration[i]
        return _Side(i, start and (parts or self._network.state[i] is State.STARTED))


def _written(trail: _Trail) -> tuple[int, ...]:
    path: list[int] = []
    while trail is not None:
        side, trail = trail
        path.append(side.activity)
    return tuple(path)
