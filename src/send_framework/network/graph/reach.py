"""What lies before and behind an activity, and what a target asks for, by the links alone."""

from collections.abc import Callable, Iterable
from functools import partial

from send_framework.model.plan import Plan
from send_framework.network.graph.structure import (
    ActionGraph,
    binding_graph,
    in_plan_order,
    plan_graph,
    reached,
    refuse_unknown,
)
from send_framework.network.target import scope_members


def ancestors(plan: Plan, wanted: str) -> tuple[str, ...]:
    """Return the ids of everything that an activity waits for, near or far, in plan order.

    Args:
        plan: The plan.
        wanted: The activity's id.

    Raises:
        UnknownActivityError: No activity has this id.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it"),
        ...     Action(id="S02", title="Agree it", after="S01"),
        ...     Action(id="S03", title="Do it", after="S02")])
        >>> ancestors(plan, "S03")
        ('S01', 'S02')
    """
    refuse_unknown(plan, wanted)
    return _around(plan_graph(plan), wanted, ActionGraph.predecessors)


def descendants(plan: Plan, wanted: str) -> tuple[str, ...]:
    """Return the ids of everything that waits for an activity, near or far, in plan order.

    Args:
        plan: The plan.
        wanted: The activity's id.

    Raises:
        UnknownActivityError: No activity has this id.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it"),
        ...     Action(id="S02", title="Agree it", after="S01"),
        ...     Action(id="S03", title="Do it", after="S02")])
        >>> descendants(plan, "S01")
        ('S02', 'S03')
    """
    refuse_unknown(plan, wanted)
    return _around(plan_graph(plan), wanted, ActionGraph.successors)


def scope_of(plan: Plan, scope: str) -> tuple[str, ...]:
    """Return the ids of the work that must be ready for a target, in plan order.

    What needed work waits for is needed too, whatever it says of itself. Ongoing work has no
    end, so it is never ready and nothing waits for it; cancelled work is nobody's.

    Args:
        plan: The plan.
        scope: ``"monitoring"``: what answers an area for priority action or says that it is
            needed by the monitoring inspection; ``"reinspection"``: everything that does not
            say otherwise; or the id of a milestone or other activity.

    Raises:
        UnknownActivityError: The scope is none of these.

    Example:
        >>> from send_framework import Action, Recommendation, RecommendationKind
        >>> priority = Recommendation(
        ...     id="PA1", kind=RecommendationKind.PRIORITY_ACTION, text="Plan together.")
        >>> plan = Plan(title="A plan", recommendations=[priority], actions=[
        ...     Action(id="S01", title="Agree the data"),
        ...     Action(id="S02", title="Write the strategy", answers="PA1", after="S01"),
        ...     Action(id="S03", title="Redecorate")])
        >>> scope_of(plan, "monitoring"), len(scope_of(plan, "reinspection"))
        (('S01', 'S02'), 3)
    """
    asked = scope_members(plan, scope)
    graph = binding_graph(plan)
    starts = [name for name in graph if name in asked]
    return in_plan_order(graph, reached(starts, graph.predecessors))


def _around(
    graph: ActionGraph, wanted: str, step: Callable[[ActionGraph, str], Iterable[str]]
) -> tuple[str, ...]:
    """Return what steps lead to from one activity, itself left out even where it is in a loop."""
    if wanted not in graph:
        return ()
    return in_plan_order(graph, reached([wanted], partial(step, graph)) - {wanted})
