"""Where the network comes apart: separate islands, and ends that nothing is tied to."""

from collections.abc import Iterator
from enum import Enum

import networkx as nx
from attrs import frozen

from send_framework.model.action import Action, Milestone, Status
from send_framework.model.plan import Linkable, Plan
from send_framework.network.graph.structure import (
    ActionGraph,
    binding_graph,
    in_plan_order,
    links_into,
    links_out_of,
)


class LooseEndKind(Enum):
    """Which end of a piece of work is tied to nothing."""

    NO_PREDECESSOR = "no-predecessor"
    NO_SUCCESSOR = "no-successor"
    START_NOT_DRIVEN = "start-not-driven"
    """Links hold its finish only: its start is an accident of its length."""
    FINISH_DRIVES_NOTHING = "finish-drives-nothing"
    """What waits for it waits for its start only: it may take for ever."""


@frozen(kw_only=True)
class LooseEnd:
    """An end of an action or milestone that is tied to nothing.

    Attributes:
        id: The activity's id.
        kind: Which end, and how.
    """

    id: str
    kind: LooseEndKind


def dangling(plan: Plan) -> tuple[LooseEnd, ...]:
    """Return every loose end of work still to be done, in plan order.

    Some are right: a plan begins somewhere and ends somewhere. Links from and to ongoing work
    bind nothing and do not count. A milestone's start and finish are one, so a link to either
    ties both.

    Args:
        plan: The plan.

    Example:
        >>> from send_framework import Action, Dependency, DependencyType
        >>> overlap = Dependency(id="S01", type=DependencyType.START_TO_START)
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it"),
        ...     Action(id="S02", title="Agree it", after=[overlap])])
        >>> [(end.id, end.kind.value) for end in dangling(plan)]
        ... # doctest: +NORMALIZE_WHITESPACE
        [('S01', 'no-predecessor'), ('S01', 'finish-drives-nothing'), ('S02', 'no-successor')]
    """
    graph = binding_graph(plan)
    return tuple(
        LooseEnd(id=each.id, kind=kind)
        for each in plan.work()
        if each.id in graph and _is_ahead(each)
        for kind in _loose(graph, each)
    )


def islands(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return the groups of activities that no link joins, largest first, each in plan order.

    Work without any link is a group of its own; events, meetings and commitments without one say
    nothing about the order of the work and are left out.

    Args:
        plan: The plan.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Redecorate"),
        ...     Action(id="S02", title="Write it"),
        ...     Action(id="S03", title="Agree it", after="S02")])
        >>> islands(plan)
        (('S02', 'S03'), ('S01',))
    """
    graph = binding_graph(plan)
    groups = [in_plan_order(graph, each) for each in nx.weakly_connected_components(graph)]
    work = {each.id for each in plan.work()}
    kept = [group for group in groups if len(group) > 1 or not work.isdisjoint(group)]
    place = {name: number for number, name in enumerate(graph)}
    return tuple(sorted(kept, key=lambda group: (-len(group), place[group[0]])))


def _is_ahead(each: Action | Milestone) -> bool:
    """Return whether work is still to be done, as far as the plan says."""
    finished = each.actual_finish if isinstance(each, Action) else each.actual
    return finished is None and each.status is not Status.COMPLETE


def _loose(graph: ActionGraph, each: Linkable) -> Iterator[LooseEndKind]:
    into = [link.type for _, link in links_into(graph, each.id)]
    out = [link.type for _, link in links_out_of(graph, each.id)]
    lasts = isinstance(each, Action)
    if not into:
        yield LooseEndKind.NO_PREDECESSOR
    elif lasts and all(kind.to_finish for kind in into):
        yield LooseEndKind.START_NOT_DRIVEN
    if not out:
        yield LooseEndKind.NO_SUCCESSOR
    elif lasts and all(kind.from_start for kind in out):
        yield LooseEndKind.FINISH_DRIVES_NOTHING
