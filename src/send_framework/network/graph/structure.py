"""The plan as a networkx graph: what waits for what, cancelled work passed through."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from send_framework.errors import UnknownActivityError
from send_framework.model.action import Action, Dependency, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.plan import Linkable, Plan

# The class cannot be subscripted at run time, and type hints have to work there too.
if TYPE_CHECKING:
    ActionGraph: TypeAlias = nx.MultiDiGraph[str]
    AnyGraph: TypeAlias = nx.DiGraph[Any]
else:
    ActionGraph = nx.MultiDiGraph
    AnyGraph = nx.DiGraph


def plan_graph(plan: Plan) -> ActionGraph:
    """Return the structure of a plan: an edge from each predecessor to what waits for it.

    Cancelled and superseded work is 0 long and its links pass through, so it stands in the graph
    where it lies between work that is still to be done, and nowhere else.

    Args:
        plan: The plan.

    Returns:
        A graph in plan order. A node carries its ``activity`` and whether it is ``dropped``, an
        edge its ``link``; two links between the same two activities are two edges.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it"),
        ...     Action(id="S02", title="Do it", after="S01")])
        >>> list(plan_graph(plan).edges())
        [('S01', 'S02')]
    """
    graph: ActionGraph = ActionGraph()
    for each in plan.activities():
        graph.add_node(each.id, activity=each, dropped=is_dropped(each))
    for each in plan.activities():
        for link in links_of(each):
            graph.add_edge(link.id, each.id, link=link)
    remove_idle(graph)
    return graph


def binding_graph(plan: Plan) -> ActionGraph:
    """Return the structure without ongoing work, whose links bind nothing.

    Args:
        plan: The plan.
    """
    graph = plan_graph(plan)
    graph.remove_nodes_from([each.id for each in plan.actions if each.is_ongoing])
    remove_idle(graph)
    return graph


def links_of(each: Linkable) -> tuple[Dependency, ...]:
    """Return what an activity waits for; events and meetings wait for nothing."""
    return each.after if isinstance(each, (Action, Milestone, Commitment)) else ()


def links_into(graph: ActionGraph, name: str) -> Iterator[tuple[str, Dependency]]:
    """Yield what an activity of a graph waits for: the predecessor's id and the link."""
    for before, edges in graph.pred[name].items():
        for data in edges.values():
            yield before, data["link"]


def links_out_of(graph: ActionGraph, name: str) -> Iterator[tuple[str, Dependency]]:
    """Yield what waits for an activity of a graph: the successor's id and the link."""
    for after, edges in graph.succ[name].items():
        for data in edges.values():
            yield after, data["link"]


def is_dropped(each: Linkable) -> bool:
    """Return whether an activity was cancelled or superseded."""
    if not isinstance(each, (Action, Milestone)):
        return False
    return each.status is not None and each.status.is_dropped


def in_plan_order(graph: ActionGraph, members: Iterable[str]) -> tuple[str, ...]:
    """Return ids of the graph in plan order, without dropped work."""
    wanted = set(members)
    return tuple(each for each in graph if each in wanted and not graph.nodes[each]["dropped"])


def refuse_unknown(plan: Plan, wanted: str) -> None:
    """Refuse an id that names nothing in the plan.

    Raises:
        UnknownActivityError: No activity has this id; the message names a near one.
    """
    known = tuple(each.id for each in plan.activities())
    if wanted not in known:
        raise UnknownActivityError(wanted, known)


def reached(starts: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    """Return everything that steps lead to from the starts, which are part of it.

    Args:
        starts: Where to begin.
        step: Gives the neighbours of one.

    Example:
        >>> sorted(reached("a", {"a": "b", "b": "c", "c": ""}.__getitem__))
        ['a', 'b', 'c']
    """
    queue = list(starts)
    found = set(queue)
    for name in queue:  # grows while it is walked
        fresh = set(step(name)) - found
        found |= fresh
        queue.extend(fresh)
    return found


def remove_idle(graph: ActionGraph) -> None:
    """Take out dropped work that does not lie between work still to be done."""
    dropped = {name for name, is_out in graph.nodes(data="dropped") if is_out}
    alive = [name for name in graph if name not in dropped]
    for step in (graph.successors, graph.predecessors):
        graph.remove_nodes_from(dropped - reached(alive, step))
