"""Analysts script on the graph: its longest path is ours, its attributes say what we know."""

from datetime import date
from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Assumption,
    Commitment,
    CommitmentKind,
    Dependency,
    DependencyType,
    Event,
    LagUnit,
    Meeting,
    Milestone,
    Plan,
    Recommendation,
    RecommendationKind,
    ReviewCycle,
    Side,
    Status,
    Window,
    WindowEnd,
    WorkingCalendar,
)
from send_framework.errors import InvalidPlanError, ModelError, NetworkError
from send_framework.network.graph import END, START, from_networkx, to_networkx
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule
from tests.network.random_plans import finish_to_start, plans

BEFORE = date(2024, 5, 31)


def council() -> Agency:
    """Return the one body of these plans."""
    return Agency(id="NCC", name="Northshire County Council", kind=AgencyKind.LOCAL_AUTHORITY)


def worked_example() -> Plan:
    """Return the plan of the scheduling page: A, B after A, C beside them, D, the board."""
    overlap = Dependency(id="A", type=DependencyType.START_TO_START, lag=10)
    return Plan(
        title="Northshire SEND improvement plan",
        start=date(2024, 6, 3),
        agencies=[council()],
        actions=[
            Action(id="A", title="Agree the data", accountable="NCC", duration=20),
            Action(id="B", title="Write the strategy", duration=30, after="A"),
            Action(id="C", title="Gather families' views", duration=15, after=[overlap]),
            Action(
                id="D",
                title="Put it into practice",
                duration=10,
                due="2024-08-16",
                after=[Dependency(id="B"), Dependency(id="C", lag=5)],
            ),
        ],
        milestones=[Milestone(id="M", title="Board confirms", after="D")],
        assumptions=[Assumption(id="X1", reason="Not published", fills=["C after A"])],
    )


def longest(plan: Plan, answer: Schedule | None = None, *, scope_only: bool = False) -> list[str]:
    """Return the longest path between the two ends, cancelled work left out."""
    graph = to_networkx(plan, answer, scope_only=scope_only)
    first, *path, last = nx.dag_longest_path(graph)
    assert (first, last) == (START, END)
    return [name for name in path if not graph.nodes[name].get("dropped")]


def test_the_longest_path_is_the_critical_path() -> None:
    """A, B, D and the board's milestone decide; the views of families have 20 days of float."""
    plan = worked_example()
    answer = schedule(plan, on=BEFORE)
    assert longest(plan, answer) == ["A", "B", "D", "M"] == list(answer.critical_path)
    graph = to_networkx(plan, answer)
    assert nx.dag_longest_path_length(graph) == 20 + 30 + 10 + 1, "ready the day after"
    assert (graph.nodes["C"]["total_float"], graph.nodes["C"]["critical"]) == (20, False)
    assert graph.nodes["D"]["early_finish"] == "2024-08-23"


def test_without_a_schedule_durations_and_lags_weigh() -> None:
    """A plan that was never scheduled has a longest path too; an unknown length counts 20."""
    plan = worked_example()
    assert longest(plan) == ["A", "B", "D", "M"]
    graph = to_networkx(plan)
    assert graph.edges["A", "B", 0]["weight"] == 20
    assert graph.edges["A", "C", 0]["weight"] == 10
    assert "early_start" not in graph.nodes["A"]
    unknown = Plan(title="A plan", actions=[Action(id="S01", title="Do it")])
    assert nx.dag_longest_path_length(to_networkx(unknown)) == 21
    assert "duration" not in to_networkx(unknown).nodes["S01"]


@pytest.mark.parametrize(
    ("kind", "weight"),
    [
        (DependencyType.FINISH_TO_START, 5 + 2),
        (DependencyType.START_TO_START, 2),
        (DependencyType.FINISH_TO_FINISH, 5 + 2 - 3),
        (DependencyType.START_TO_FINISH, 2 - 3),
    ],
)
def test_each_kind_of_link_weighs_from_start_to_start(kind: DependencyType, weight: int) -> None:
    """From 5 days of writing to 3 of agreeing with 2 days of lag."""
    after = [Dependency(id="S01", type=kind, lag=2)]
    work = [
        Action(id="S01", title="Write it", duration=5),
        Action(id="S02", title="Agree it", duration=3, after=after),
    ]
    graph = to_networkx(Plan(title="A plan", actions=work))
    assert graph.edges["S01", "S02", 0]["weight"] == weight


def test_nodes_and_links_say_what_is_known() -> None:
    """The domain's and the schedule's words, nothing for what is unknown."""
    plan = worked_example()
    graph = to_networkx(plan, schedule(plan, on=BEFORE))
    assert graph.graph["title"] == "Northshire SEND improvement plan"
    node = graph.nodes["A"]
    assert (node["title"], node["kind"], node["accountable"]) == ("Agree the data", "action", "NCC")
    assert (node["duration"], node["early_start"], node["on_critical_path"]) == (
        20,
        "2024-06-03",
        True,
    )
    assert not {"status", "due", "calendar", "dropped"} & set(node)
    assert graph.nodes["D"]["due"] == "16 August 2024"
    link = dict(graph.edges["A", "C", 0])
    assert link == {
        "type": "SS",
        "lag": 10,
        "lag_unit": "working-days",
        "assumed": True,
        "weight": 10,
        "slack": 0,
        "driving": True,
    }
    assert graph.edges["C", "D", 0]["slack"] == 20
    assert not graph.edges["C", "D", 0]["driving"]


def test_everything_a_link_may_name_is_a_node() -> None:
    """Money, approvals and boards stand in the graph beside the work."""
    money = Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING, agencies="NCC")
    board = ReviewCycle(id="R1", title="Board", planned=[Meeting(id="R1-06", date="2024-06-20")])
    plan = Plan(
        title="A plan",
        agencies=[council()],
        actions=[Action(id="S01", title="Spend it", after=["F1", "E1", "R1-06"])],
        commitments=[money],
        events=[Event(id="E1", title="Approval", date="2024-06-10")],
        reviews=[board],
    )
    graph = to_networkx(plan)
    kinds = {name: data["kind"] for name, data in graph.nodes(data=True)}
    assert kinds == {
        START: "start",
        "S01": "action",
        "F1": "commitment",
        "E1": "event",
        "R1-06": "meeting",
        END: "end",
    }
    assert graph.nodes["R1-06"]["title"] == "R1-06"
    assert graph.nodes["F1"]["accountable"] == "NCC"


def test_every_writer_of_networkx_takes_it() -> None:
    """GraphML knows neither dates nor None nor tuples: the graph holds none of them."""
    plan = worked_example()
    graph = to_networkx(plan, schedule(plan, on=BEFORE))
    written = BytesIO()
    nx.write_graphml(graph, written)
    written.seek(0)
    read: Any = nx.read_graphml(written, force_multigraph=True)
    assert all(read.nodes[name] == data for name, data in graph.nodes(data=True))
    assert set(read) == set(graph)
    assert (
        from_networkx(read, agencies=plan.agencies).actions
        == from_networkx(graph, agencies=plan.agencies).actions
    )


def window(scope: str) -> Window:
    """Return a window in September with this scope."""
    day = WindowEnd(day=date(2024, 9, 9), reason="a forecast")
    return Window(id="w", name="Inspection", expected=day, scope=scope)


def test_the_graph_can_be_limited_to_the_scope() -> None:
    """Longer work that a monitoring inspection does not look at is no part of its path."""
    priority = Recommendation(id="PA1", kind=RecommendationKind.PRIORITY_ACTION, text="Plan.")
    plan = evolve(
        worked_example(),
        recommendations=(priority,),
        actions=(
            *worked_example().actions,
            Action(id="P", title="Publish the data", duration=5, after="A", answers="PA1"),
            Action(id="O", title="Meet schools", after="A", due="ongoing"),
        ),
    )
    answer = schedule(plan, on=BEFORE, target=window("monitoring"))
    graph = to_networkx(plan, answer, scope_only=True)
    assert set(graph) == {START, "A", "P", END}
    assert longest(plan, answer, scope_only=True) == ["A", "P"] == list(answer.critical_path)
    assert set(to_networkx(plan, answer)) > {"B", "C", "D", "M", "O"}
    with pytest.raises(NetworkError, match="give one"):
        to_networkx(plan, scope_only=True)


def test_what_has_no_dates_is_left_out_of_a_scheduled_graph() -> None:
    """Loops would break every path algorithm; without a schedule they are there to be seen."""
    work = [
        Action(id="S01", title="Write it", duration=5),
        Action(id="T01", title="Ask", after="T02"),
        Action(id="T02", title="Answer", after="T01"),
        Action(id="U01", title="Some day"),
    ]
    plan = Plan(title="A plan", start=date(2024, 6, 3), actions=work)
    assert set(to_networkx(plan, schedule(plan, on=BEFORE))) == {START, "S01", END}
    assert not nx.is_directed_acyclic_graph(to_networkx(plan))


def test_cancelled_work_passes_its_links_on() -> None:
    """Agree was cancelled: Do waits for Write through it, and the path says so."""
    work = [
        Action(id="S01", title="Write it", duration=5),
        Action(id="S02", title="Agree it", duration=9, after="S01", status=Status.CANCELLED),
        Action(id="S03", title="Do it", duration=5, after="S02"),
        Action(id="S04", title="Tell them", after="S03", status=Status.SUPERSEDED),
    ]
    plan = Plan(title="A plan", start=date(2024, 6, 3), actions=work)
    answer = schedule(plan, on=BEFORE)
    assert longest(plan, answer) == ["S01", "S03"] == list(answer.critical_path)
    assert longest(plan) == ["S01", "S03"]
    graph = to_networkx(plan, answer)
    assert (graph.nodes["S02"]["dropped"], graph.nodes["S02"]["status"]) == (True, "cancelled")
    assert "S04" not in graph


def test_work_that_finishes_last_ends_a_path_even_where_something_follows_its_start() -> None:
    """What waits for the start of the longest work is done long before it."""
    early_on = Dependency(id="S01", type=DependencyType.START_TO_START)
    work = [
        Action(id="S01", title="Recruit", duration=50),
        Action(id="S02", title="Tell them", duration=1, after=[early_on]),
    ]
    plan = Plan(title="A plan", start=date(2024, 6, 3), actions=work)
    answer = schedule(plan, on=BEFORE)
    assert longest(plan, answer) == ["S01"] == list(answer.critical_path)


def test_facts_before_the_plan_begins_do_not_cut_the_path() -> None:
    """Work that began before the plan did shifts the beginning, never the path."""
    work = [
        Action(id="S01", title="Write it", actual_start="2024-04-02", actual_finish="2024-06-12"),
        Action(id="S02", title="Do it", duration=5, after="S01"),
    ]
    plan = Plan(title="A plan", start=date(2024, 6, 3), actions=work)
    answer = schedule(plan, on=date(2024, 6, 12))
    assert longest(plan, answer) == list(answer.critical_path)


def test_an_empty_plan_gives_the_two_ends() -> None:
    """Nothing to do is a graph too."""
    plan = Plan(title="A plan", start=date(2024, 6, 3))
    assert (
        set(to_networkx(plan)) == set(to_networkx(plan, schedule(plan, on=BEFORE))) == {START, END}
    )


# --- the longest path, proved ----------------------------------------------------------------

six_days = WorkingCalendar(
    id="six", title="Monday to Saturday", working_weekdays=(0, 1, 2, 3, 4, 5)
)
days_of_june = st.integers(3, 30).map(lambda day: date(2024, 6, day))
reports = st.sampled_from([None, None, None, Status.CANCELLED, Status.IN_PROGRESS, Status.COMPLETE])


@st.composite
def lively_plans(draw: st.DrawFn) -> Plan:
    """Draw a finish-to-start plan with promises, progress, calendars and cancelled work."""
    plan = draw(plans(types=finish_to_start, lags=st.integers(-2, 3), most=8))
    actions = tuple(
        evolve(
            each,
            duration=draw(st.none() | st.integers(0, 12)),
            due=draw(st.none() | days_of_june.map(str)),
            status=draw(reports),
            calendar=draw(st.sampled_from([None, None, "six"])),
        )
        for each in plan.actions
    )
    milestones = tuple(
        evolve(each, side=draw(st.sampled_from(Side)), due=draw(st.none() | days_of_june.map(str)))
        for each in plan.milestones
    )
    return evolve(
        plan,
        actions=actions,
        milestones=milestones,
        calendars=(six_days,),
        start=date(2024, 6, 3),
    )


@given(
    plan=lively_plans(),
    basis=st.sampled_from([Basis.NETWORK, Basis.FORECAST]),
    on=days_of_june,
)
def test_the_longest_path_is_always_a_critical_path(plan: Plan, basis: Basis, on: date) -> None:
    """Promises, facts, leads, several calendars: what drove what is the longest way through."""
    answer = schedule(plan, on=on, basis=basis)
    if answer.critical_path:
        found = tuple(longest(plan, answer))
        assert found in answer.critical_paths or answer.path_count > len(answer.critical_paths)


# --- and back --------------------------------------------------------------------------------


def order(links: tuple[Dependency, ...]) -> list[tuple[object, ...]]:
    """Return links so that their order does not matter."""
    return sorted((each.id, each.type.value, each.lag, each.lag_unit.value) for each in links)


def essence(plan: Plan) -> list[tuple[object, ...]]:
    """Return what a graph carries there and back."""
    return [
        (
            type(each).__name__,
            each.id,
            each.title,
            each.accountable,
            each.calendar,
            getattr(each, "duration", None),
            order(each.after),
        )
        for each in plan.work()
    ]


@given(plan=plans(loops=True), data=st.data())
def test_actions_and_links_come_back(plan: Plan, data: st.DataObject) -> None:
    """Loops, leads, ladders and all: what goes out as a graph comes back as the same work."""
    actions = tuple(
        evolve(
            each,
            accountable=data.draw(st.sampled_from([(), ("NCC",), ("NCC", "NICB")])),
            duration=data.draw(st.none() | st.integers(0, 30)),
            calendar=data.draw(st.sampled_from([None, "england"])),
        )
        for each in plan.actions
    )
    board = Agency(id="NICB", name="The board", kind=AgencyKind.INTEGRATED_CARE_BOARD)
    plan = evolve(plan, actions=actions, agencies=(council(), board))
    back = from_networkx(to_networkx(plan), agencies=plan.agencies)
    assert essence(back) == essence(plan)
    assert back.title == plan.title


def test_a_duration_nobody_gave_stays_unknown_on_the_way_back() -> None:
    """The schedule assumes 20 days; the plan that comes back still says nothing."""
    plan = Plan(
        title="A plan",
        start=date(2024, 6, 3),
        actions=[Action(id="S01", title="Write it"), Action(id="S02", title="Do it", after="S01")],
    )
    graph = to_networkx(plan, schedule(plan, on=BEFORE))
    assert (graph.nodes["S01"]["duration"], graph.nodes["S01"]["duration_assumed"]) == (20, True)
    assert [each.duration for each in from_networkx(graph).actions] == [None, None]


class Counted:
    """A whole number of another library."""

    def __index__(self) -> int:
        """Return it as a plain one."""
        return 7


def test_a_graph_by_hand_becomes_a_plan() -> None:
    """Numbers as names, several agencies in a list, and numbers of other libraries."""
    graph: Any = nx.DiGraph()
    graph.add_node(1, duration=Counted(), accountable=["NCC"], status="in-progress")
    graph.add_node(2, title="Opening", kind="milestone")
    graph.add_edge(1, 2, type="FF", lag=-3, lag_unit="calendar-days")
    plan = from_networkx(graph, title="By hand", agencies=[council()])
    first = Action(id="1", title="1", duration=7, accountable="NCC", status=Status.IN_PROGRESS)
    link = Dependency(
        id="1", type=DependencyType.FINISH_TO_FINISH, lag=-3, lag_unit=LagUnit.CALENDAR_DAYS
    )
    assert plan.actions == (first,)
    assert plan.milestones == (Milestone(id="2", title="Opening", after=[link]),)
    assert from_networkx(nx.DiGraph()).title == "A plan from a graph"


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ({"duration": "ten"}, "a whole number from 0"),
        ({"duration": True}, "a whole number from 0"),
        ({"duration": -1}, "a whole number from 0"),
        ({"status": "nearly"}, "one of not-started, in-progress"),
        ({"accountable": "N C C"}, "an id of 1 to 40"),
        ({"calendar": 5}, "an id of 1 to 40"),
    ],
)
def test_a_node_that_cannot_be_understood_is_refused(node: dict[str, Any], words: str) -> None:
    """What is wrong, where, and what would be right."""
    graph: Any = nx.DiGraph()
    graph.add_node("S01", **node)
    with pytest.raises(ModelError, match=words):
        from_networkx(graph)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ({"type": "XX"}, "link S01 -> S02: type is 'XX', but one of FS, SS, FF, SF"),
        ({"lag": 1.5}, "a whole number from -10,000"),
        ({"lag_unit": "hours"}, "one of working-days, calendar-days"),
    ],
)
def test_a_link_that_cannot_be_understood_is_refused(link: dict[str, Any], words: str) -> None:
    """The message names both ends."""
    graph: Any = nx.DiGraph()
    graph.add_edge("S01", "S02", **link)
    with pytest.raises(ModelError, match=words):
        from_networkx(graph)


def test_unknown_bodies_and_undirected_graphs_are_refused() -> None:
    """A body has a kind that no graph carries, so it has to be given."""
    graph: Any = nx.DiGraph()
    graph.add_node("S01", accountable="NCC")
    with pytest.raises(InvalidPlanError, match="no agency has that id"):
        from_networkx(graph)
    undirected: Any = nx.Graph()
    with pytest.raises(NetworkError, match="a directed graph is expected"):
        from_networkx(undirected)
