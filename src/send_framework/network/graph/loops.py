"""Loops in a plan: actions that wait for themselves, each loop named by one shortest cycle."""

from collections import deque
from collections.abc import Mapping
from itertools import chain

import networkx as nx

from send_framework.errors import DependencyCycleError
from send_framework.model.plan import Plan
from send_framework.network.graph.structure import ActionGraph, in_plan_order, plan_graph, reached


def cycles(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return every loop of a plan, named by one of its shortest cycles.

    A loop is a group of activities that all wait for one another. It can hold more cycles than
    anybody could list; cutting the one named here is always a step forward.

    Args:
        plan: The plan.

    Returns:
        For each loop the ids along one shortest cycle, each before the one that waits for it,
        beginning with the first in plan order; shortest cycles first.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Agree the data", after="S02"),
        ...     Action(id="S02", title="Share the data", after="S01"),
        ...     Action(id="S03", title="Use the data", after="S02")])
        >>> cycles(plan)
        (('S01', 'S02'),)
    """
    return _cycles(plan_graph(plan))


def cycle_members(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all activities that wait for themselves, in plan order."""
    graph = plan_graph(plan)
    return in_plan_order(graph, chain.from_iterable(_knots(graph)))


def behind_cycles(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all activities that wait for a loop without being in one, in plan order.

    Args:
        plan: The plan.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Agree the data", after="S02"),
        ...     Action(id="S02", title="Share the data", after="S01"),
        ...     Action(id="S03", title="Use the data", after="S02")])
        >>> behind_cycles(plan)
        ('S03',)
    """
    graph = plan_graph(plan)
    inside = set(chain.from_iterable(_knots(graph)))
    return in_plan_order(graph, stuck(graph) - inside)


def loop_of_each(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return, for each activity that stands in a loop or waits for one, that loop's cycle.

    Who stands in a loop gets its own; who waits for several gets the shortest.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Agree the data", after="S02"),
        ...     Action(id="S02", title="Share the data", after="S01"),
        ...     Action(id="S03", title="Use the data", after="S02")])
        >>> loop_of_each(plan)["S03"]
        ('S01', 'S02')
    """
    graph = plan_graph(plan)
    loops = _cycles(graph)
    knots = {name: knot for knot in _knots(graph) for name in knot}
    found = {name: loop for loop in loops for name in knots[loop[0]]}
    for loop in loops:
        for name in reached(loop, graph.successors):
            found.setdefault(name, loop)
    return found


def topological_order(plan: Plan) -> tuple[str, ...]:
    """Return all activities so that each stands behind what it waits for.

    Among those that could come next, the first in plan order does. Cancelled work is left out.

    Args:
        plan: The plan.

    Raises:
        DependencyCycleError: Some wait for themselves; the shortest cycle is named.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Do it", after="S03"),
        ...     Action(id="S02", title="Tell families"),
        ...     Action(id="S03", title="Write it")])
        >>> topological_order(plan)
        ('S02', 'S03', 'S01')
    """
    graph = plan_graph(plan)
    found = _cycles(graph)
    if found:
        raise DependencyCycleError(found[0])
    ordered = sorted_by_links(graph)
    return tuple(name for name in ordered if not graph.nodes[name]["dropped"])


def sorted_by_links(graph: ActionGraph) -> list[str]:
    """Return the nodes of a graph without loops, predecessors first, plan order among equals."""
    place = _places(graph)
    return list(nx.lexicographical_topological_sort(graph, key=place.__getitem__))


def stuck(graph: ActionGraph) -> set[str]:
    """Return the ids of all activities that stand in a loop or wait for one."""
    return reached(chain.from_iterable(_knots(graph)), graph.successors)


def _cycles(graph: ActionGraph) -> tuple[tuple[str, ...], ...]:
    place = _places(graph)
    found = [_shortest_cycle(graph, knot, place) for knot in _knots(graph)]
    return tuple(sorted(found, key=lambda cycle: (len(cycle), place[cycle[0]])))


def _places(graph: ActionGraph) -> dict[str, int]:
    return {name: number for number, name in enumerate(graph)}


def _knots(graph: ActionGraph) -> list[set[str]]:
    """Return the groups that wait for one another; loading refuses links to oneself."""
    return [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]


def _shortest_cycle(
    graph: ActionGraph, knot: set[str], place: Mapping[str, int]
) -> tuple[str, ...]:
    """Return one shortest cycle of a knot: of several the first in plan order.

    A cycle that nothing leaves is the whole knot, so otherwise every cycle passes an activity
    with two successors or more: only those are tried, and none further than the best so far.
    """
    following = {name: [s for s in graph.successors(name) if s in knot] for name in knot}
    ordered = sorted(knot, key=place.__getitem__)
    starts = [name for name in ordered if len(following[name]) > 1] or ordered[:1]
    best: list[str] = []
    for start in starts:
        best = _cycle_through(start, following, len(best) or len(knot) + 1) or best
    first = best.index(min(best, key=place.__getitem__))
    return (*best[first:], *best[:first])


def _cycle_through(start: str, following: Mapping[str, list[str]], limit: int) -> list[str]:
    """Return a shortest cycle through `start` with fewer than `limit` members, else nothing."""
    came_from: dict[str, str] = {}
    queue = deque([(start, 1)])
    while True:  # it ends: in a knot every way leads back to the start
        name, length = queue.popleft()
        if length >= limit:
            return []
        for after in following[name]:
            if after == start:
                return _walked_back(start, name, came_from)
            if after not in came_from:
                came_from[after] = name
                queue.append((after, length + 1))


def _walked_back(start: str, name: str, came_from: Mapping[str, str]) -> list[str]:
    cycle = [name]
    while cycle[-1] != start:
        cycle.append(came_from[cycle[-1]])
    return cycle[::-1]
