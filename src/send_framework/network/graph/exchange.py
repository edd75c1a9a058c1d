"""A plan as a networkx graph for analysts to script on, and a plan from such a graph.

Attributes are texts, whole numbers and true or false, so that every writer of networkx takes the
graph; what is unknown is left out. Links carry a `weight`, in working days from start to start,
so that ``networkx.dag_longest_path`` finds the critical path.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from operator import index
from typing import Any, SupportsIndex, TypeAlias, TypeVar, cast

from send_framework.errors import ModelError, NetworkError
from send_framework.model.action import Action, Dependency, Milestone, Status
from send_framework.model.agency import Agency
from send_framework.model.commitments import Commitment
from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.model.inspection import Event
from send_framework.model.plan import Linkable, Plan
from send_framework.network.graph.structure import ActionGraph, AnyGraph, plan_graph, remove_idle
from send_framework.network.graph.weights import planned_weights, scheduled_weights
from send_framework.network.kinds import ActivityKind
from send_framework.network.results import Schedule, ScheduledActivity
from send_framework.working_days import WorkingCalendar

START = "(START)"
"""The node from which everything begins; no id of a plan begins with a bracket."""
END = "(END)"
"""The node behind everything: the first working day on which all of it is done."""

Attributes: TypeAlias = dict[str, str | int | bool]
_ENDS = ("start", "end")
Member = TypeVar("Member", bound=Enum)

_KINDS: dict[type[Any], ActivityKind] = {
    Action: ActivityKind.ACTION,
    Milestone: ActivityKind.MILESTONE,
    Commitment: ActivityKind.COMMITMENT,
    Event: ActivityKind.EVENT,
}
_DATED = (
    "duration", "duration_assumed", "early_start", "early_finish", "late_start", "late_finish",
    "total_float", "free_float", "float_to_earliest", "float_to_expected", "float_to_latest",
    "float_to_promise", "critical", "on_critical_path", "in_scope", "is_ongoing", "complete",
    "started", "inferred", "assumed",
)  # fmt: skip


def to_networkx(
    plan: Plan, schedule: Schedule | None = None, *, scope_only: bool = False
) -> ActionGraph:
    """Return a plan as a graph whose nodes and links carry what is known of them.

    Beside the activities there are two nodes, `START` and `END`. With a schedule,
    ``networkx.dag_longest_path`` on the graph of the scope is the critical path between these
    two (on the bases of the network and of the forecast). Cancelled work stays, marked
    ``dropped``, where it lies between work that is still to be done.

    Args:
        plan: The plan.
        schedule: Its schedule. What has no dates is then left out; without one everything is
            in, weights are durations and lags, and no calendar is known.
        scope_only: Whether to leave out what the schedule's target does not ask for.

    Returns:
        A graph of its own: changing it changes nothing else. Nodes carry ``title``, ``kind``,
        ``accountable`` and, where known, ``duration``, ``status``, ``due`` and the schedule's
        dates and floats; links carry ``type``, ``lag``, ``lag_unit``, ``assumed``, ``weight``
        and the schedule's ``slack`` and ``driving``. Days are texts such as ``2024-06-28``.

    Raises:
        NetworkError: The scope is asked for without a schedule.

    Example:
        >>> import networkx as nx
        >>> from send_framework import Action
        >>> from send_framework.network.schedule import schedule
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20),
        ...     Action(id="B", title="Build", duration=30, after="A"),
        ...     Action(id="C", title="Consult", duration=15, after="A")])
        >>> graph = to_networkx(plan, schedule(plan, on=date(2024, 5, 31)))
        >>> nx.dag_longest_path(graph)
        ['(START)', 'A', 'B', '(END)']
        >>> graph.nodes["B"]["early_finish"], graph.nodes["C"]["total_float"]
        ('2024-08-09', 15)
    """
    structure = plan_graph(plan)
    if schedule is not None:
        _keep_dated(structure, schedule, scope_only=scope_only)
    elif scope_only:
        raise NetworkError("which work is in scope is known with a schedule only: give one")
    graph: ActionGraph = ActionGraph(title=plan.title)
    graph.add_node(START, title="Start", kind="start")
    _add_nodes(graph, structure, schedule)
    graph.add_node(END, title="Everything done", kind="end")
    _add_links(graph, structure, plan, schedule)
    return graph


def from_networkx(
    graph: AnyGraph,
    *,
    title: str | None = None,
    agencies: Iterable[Agency] = (),
    calendars: Iterable[WorkingCalendar] = (),
) -> Plan:
    """Return a plan from a graph: its actions, milestones and links.

    A node becomes an action, or a milestone if its ``kind`` is anything else. What counts is
    ``title`` (its name without one), ``duration``, ``accountable`` (ids in a text, with commas),
    ``calendar`` and ``status`` of nodes, and ``type``, ``lag``, ``lag_unit`` and
    ``lag_calendar`` of links; all may be missing. Dates do not come back: `schedule` makes them.

    Args:
        graph: A directed graph, by hand or from `to_networkx`.
        title: The plan's title; the graph's own, else a plain one, without it.
        agencies: The bodies that the nodes name.
        calendars: The working calendars that nodes and links name.

    Raises:
        NetworkError: The graph has no directions.
        ModelError: A value is no duration, type, status, ...
        InvalidPlanError: A node names an agency or calendar that was not given.

    Example:
        >>> import networkx as nx
        >>> graph = nx.DiGraph()
        >>> graph.add_node("S01", title="Write it", duration=10)
        >>> graph.add_edge("S01", "S02", lag=5)
        >>> [(each.id, each.duration, len(each.after)) for each in from_networkx(graph).actions]
        [('S01', 10, 0), ('S02', None, 1)]
    """
    if not graph.is_directed():
        raise NetworkError("a directed graph is expected: links run from what comes first")
    ends = {node for node, data in graph.nodes(data=True) if data.get("kind") in _ENDS}
    work = [_work(graph, node, data, ends) for node, data in graph.nodes(data=True)]
    return Plan(
        title=title or str(graph.graph.get("title") or "A plan from a graph"),
        agencies=agencies,
        calendars=calendars,
        actions=[each for each in work if isinstance(each, Action)],
        milestones=[each for each in work if isinstance(each, Milestone)],
    )


# --- out -------------------------------------------------------------------------------------


def _keep_dated(structure: ActionGraph, schedule: Schedule, *, scope_only: bool) -> None:
    """Cut the graph down to what has dates, and is asked for."""
    kept = {each.id for each in schedule.activities if each.in_scope or not scope_only}
    dropped = {name for name, is_out in structure.nodes(data="dropped") if is_out}
    structure.remove_nodes_from(set(structure) - kept - dropped)
    remove_idle(structure)


def _add_nodes(graph: ActionGraph, structure: ActionGraph, schedule: Schedule | None) -> None:
    dated = {each.id: each for each in schedule.activities} if schedule else {}
    for name, data in structure.nodes(data=True):
        attributes = _of_plan(data["activity"])
        if data["dropped"]:
            attributes["dropped"] = True
        if name in dated:
            attributes |= _of_schedule(dated[name])
        graph.add_node(name, **attributes)


def _of_plan(each: Linkable) -> Attributes:
    """Return what the plan says of an activity, in scalars."""
    kind = _KINDS.get(type(each), ActivityKind.MEETING)
    said: dict[str, Any] = {"title": each.title or each.id, "kind": kind}
    if isinstance(each, (Action, Milestone)):
        names = ("accountable", "answers", "calendar", "due", "duration", "status", "needed_by")
        said |= {name: getattr(each, name, None) for name in names}
    elif isinstance(each, (Commitment, Event)):
        said["accountable"] = each.agencies
    return dict(_scalars(said))


def _of_schedule(each: ScheduledActivity) -> Attributes:
    return dict(_scalars({name: getattr(each, name) for name in _DATED}))


def _scalars(values: Mapping[str, Any]) -> Iterator[tuple[str, str | int | bool]]:
    """Yield what is known, as text, whole number or true or false."""
    for name, value in values.items():
        if isinstance(value, tuple):
            yield name, ", ".join(cast("tuple[str, ...]", value))
        elif isinstance(value, Enum):
            yield name, value.value
        elif isinstance(value, date):
            yield name, value.isoformat()
        elif isinstance(value, (int, str)):
            yield name, value
        elif value is not None:
            yield name, str(value)


def _add_links(
    graph: ActionGraph, structure: ActionGraph, plan: Plan, schedule: Schedule | None
) -> None:
    assumed = {fact for each in plan.assumptions for fact in each.fills}
    if schedule is None:
        weights = planned_weights(structure)
    else:
        weights = scheduled_weights(structure, plan, schedule)
    for name, days in weights.begin.items():
        graph.add_edge(START, name, weight=days)
    for before, after, key, data in structure.edges(keys=True, data=True):
        attributes = _of_link(data["link"])
        attributes["assumed"] = f"{after} after {before}" in assumed
        attributes["weight"] = weights.links[before, after, key]
        said = weights.scheduled.get((before, after, key))
        if said is not None:
            attributes |= {"slack": said.slack, "driving": said.driving}
        graph.add_edge(before, after, **attributes)
    for name, days in weights.end.items():
        graph.add_edge(name, END, weight=days)


def _of_link(link: Dependency) -> Attributes:
    names = ("type", "lag", "lag_unit", "lag_calendar")
    return dict(_scalars({name: getattr(link, name) for name in names}))


# --- in --------------------------------------------------------------------------------------


def _work(
    graph: AnyGraph, node: object, data: Mapping[str, Any], ends: set[Any]
) -> Action | Milestone | None:
    """Return the work that a node stands for; nothing for the two added ends."""
    if node in ends:
        return None
    owner = f"node {node}"
    status = data.get("status")
    common: dict[str, Any] = {
        "id": str(node),
        "title": str(data.get("title") or node),
        "accountable": _names(data.get("accountable")),
        "calendar": data.get("calendar"),
        "status": None if status is None else _member(owner, "status", Status, status),
        "after": [
            _link(before, node, link)
            for before, _, link in graph.in_edges(node, data=True)
            if before not in ends
        ],
    }
    if data.get("kind", "action") != "action":
        return Milestone(**common)
    common["duration"] = None if data.get("duration_assumed") else _plain(data.get("duration"))
    return Action(**common)


def _link(before: object, after: object, data: Mapping[str, Any]) -> Dependency:
    owner = f"link {before} -> {after}"
    said: dict[str, Any] = {
        "id": str(before),
        "type": _member(owner, "type", DependencyType, data.get("type", "FS")),
        "lag": _plain(data.get("lag", 0)),
        "lag_unit": _member(owner, "lag_unit", LagUnit, data.get("lag_unit", "working-days")),
        "lag_calendar": data.get("lag_calendar"),
    }
    return Dependency(**said)


def _names(value: str | Iterable[object] | None) -> tuple[str, ...]:
    """Return ids from a text with commas, or from several texts."""
    several = value.split(",") if isinstance(value, str) else value or ()
    found = (str(each).strip() for each in several)
    return tuple(name for name in found if name)


def _plain(value: object) -> object:
    """Turn whole numbers of other libraries into plain ones; the model refuses the rest."""
    if isinstance(value, SupportsIndex) and not isinstance(value, bool):
        return index(value)
    return value


def _member(owner: str, field: str, kind: type[Member], value: object) -> Member:
    """Return the member of an enumeration that a value names."""
    try:
        return kind(value)
    except ValueError:
        expected = f"one of {', '.join(str(each.value) for each in kind)} is expected"
        raise ModelError(owner, field, value, expected) from None
