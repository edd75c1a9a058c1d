"""What the shape of a plan alone can answer: loops, order, reach, scope, islands, loose ends."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Commitment,
    CommitmentKind,
    Dependency,
    DependencyType,
    Event,
    EventKind,
    Milestone,
    NeededBy,
    Plan,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    Status,
    Window,
    WindowEnd,
)
from send_framework.errors import DependencyCycleError, UnknownActivityError
from send_framework.network.graph import (
    LooseEndKind,
    ancestors,
    behind_cycles,
    cycle_members,
    cycles,
    dangling,
    descendants,
    islands,
    plan_graph,
    scope_of,
    topological_order,
)
from send_framework.network.schedule import schedule
from tests.network.random_plans import plans

plan_day = date(2024, 6, 3)


def work(name: str, after: Iterable[str | Dependency] = (), status: Status | None = None) -> Action:
    """Return an action that waits for others."""
    return Action(id=name, title=f"Do {name}", after=list(after), status=status)


def plan_of(*actions: Action) -> Plan:
    """Return a plan of these actions."""
    return Plan(title="A plan", actions=actions)


def test_a_plan_is_a_graph_in_its_own_order() -> None:
    """Nodes and links as written, two links between the same two kept apart."""
    ladder = [
        Dependency(id="S02", type=DependencyType.START_TO_START),
        Dependency(id="S02", type=DependencyType.FINISH_TO_FINISH),
    ]
    plan = plan_of(work("S03", ladder), work("S01"), work("S02", ["S01"]))
    graph = plan_graph(plan)
    assert list(graph) == ["S03", "S01", "S02"]
    assert sorted(graph.edges()) == [("S01", "S02"), ("S02", "S03"), ("S02", "S03")]
    assert graph.nodes["S01"]["activity"] is plan.actions[1]
    assert graph.edges["S02", "S03", 1]["link"] == ladder[1]


# --- loops -----------------------------------------------------------------------------------


def test_a_plan_without_loops_has_none() -> None:
    """Work in a row is no loop."""
    plan = plan_of(work("S01"), work("S02", ["S01"]))
    assert cycles(plan) == ()
    assert cycle_members(plan) == behind_cycles(plan) == ()


def test_every_loop_is_named_shortest_first() -> None:
    """Two loops, each with what waits for it; what comes before a loop is neither."""
    plan = plan_of(
        work("S00"),
        work("S01", ["S03", "S00"]),
        work("S02", ["S01"]),
        work("S03", ["S02"]),
        work("S04", ["S03"]),
        work("T01", ["T02"]),
        work("T02", ["T01"]),
        work("T03", ["T02", "S04"]),
    )
    assert cycles(plan) == (("T01", "T02"), ("S01", "S02", "S03"))
    assert cycle_members(plan) == ("S01", "S02", "S03", "T01", "T02")
    assert behind_cycles(plan) == ("S04", "T03")


def test_a_knot_is_named_by_its_shortest_cycle() -> None:
    """A ring of five with one short way back: the short way is named."""
    plan = plan_of(
        work("S01", ["S05"]),
        work("S02", ["S01"]),
        work("S03", ["S02", "S04"]),
        work("S04", ["S03"]),
        work("S05", ["S04"]),
    )
    assert cycles(plan) == (("S03", "S04"),)
    assert len(cycle_members(plan)) == 5


def test_of_equal_cycles_the_first_in_the_plan_is_named() -> None:
    """The answer never depends on how a set happens to be ordered."""
    plan = plan_of(work("S02", ["S01", "S03"]), work("S01", ["S02"]), work("S03", ["S02"]))
    assert cycles(plan) == (("S02", "S01"),)


def test_two_ways_round_are_one_loop() -> None:
    """Of two cycles of one length the way through the earlier action is named."""
    plan = plan_of(
        work("S01", ["S04"]),
        work("S02", ["S01"]),
        work("S03", ["S01"]),
        work("S04", ["S02", "S03"]),
    )
    assert cycles(plan) == (("S01", "S02", "S04"),)


def test_a_loop_through_cancelled_work_is_a_loop() -> None:
    """Links of cancelled work pass through, so the two others wait for themselves."""
    plan = plan_of(
        work("S01", ["S03"]),
        work("S02", ["S01"], Status.CANCELLED),
        work("S03", ["S02"]),
    )
    assert cycles(plan) == (("S01", "S02", "S03"),)
    assert cycle_members(plan) == ("S01", "S03")


def simple_cycles_by_walking(plan: Plan) -> list[tuple[str, ...]]:
    """Return all cycles of a small plan by trying every way, each from its least id."""
    after = {each.id: {link.id for link in each.after} for each in plan.work()}
    found: list[tuple[str, ...]] = []
    trails: list[tuple[str, ...]] = [(name,) for name in after]
    while trails:
        trail = trails.pop()
        for name in (each for each in after if trail[-1] in after[each]):
            if name == trail[0] and name == min(trail):
                found.append(trail)
            elif name not in trail:
                trails.append((*trail, name))
    return found


@given(plan=plans(loops=True, most=6))
def test_cycles_agree_with_trying_every_way(plan: Plan) -> None:
    """Each group of mutual waiting is named once, by a cycle than which none is shorter."""
    every = simple_cycles_by_walking(plan)
    members = {name for cycle in every for name in cycle}
    assert set(cycle_members(plan)) == members
    named = cycles(plan)
    as_sets = [frozenset(cycle) for cycle in every]
    covered: set[str] = set()
    for cycle in named:
        least = cycle.index(min(cycle))
        assert (*cycle[least:], *cycle[:least]) in every
        knot = set(cycle)
        while grown := [ids for ids in as_sets if ids & knot and not ids <= knot]:
            knot |= set().union(*grown)
        assert len(cycle) == min(len(ids) for ids in as_sets if ids <= knot)
        assert not knot & covered
        covered |= knot
    assert covered == members
    assert [len(cycle) for cycle in named] == sorted(len(cycle) for cycle in named)
    waiting = {name for each in members for name in descendants(plan, each)}
    assert set(behind_cycles(plan)) == waiting - members


# --- order and reach -------------------------------------------------------------------------


def test_the_order_is_the_plans_own_where_that_is_one() -> None:
    """Work stands behind what it waits for; among equals the plan decides."""
    plan = plan_of(work("S03", ["S01"]), work("S02"), work("S01"), work("S04"))
    assert topological_order(plan) == ("S02", "S01", "S03", "S04")


def test_an_order_needs_a_plan_without_loops() -> None:
    """The error draws the loop."""
    plan = plan_of(work("S01", ["S02"]), work("S02", ["S01"]))
    with pytest.raises(DependencyCycleError, match="S01 -> S02 -> S01") as caught:
        topological_order(plan)
    assert caught.value.cycle == ("S01", "S02")


def test_reach_passes_through_cancelled_work_without_naming_it() -> None:
    """S03 waits for S01 because what stood between them was cancelled."""
    plan = plan_of(
        work("S01"),
        work("S02", ["S01"], Status.CANCELLED),
        work("S03", ["S02"]),
        work("S04", ["S03"], Status.SUPERSEDED),
    )
    assert ancestors(plan, "S03") == ("S01",)
    assert descendants(plan, "S01") == ("S03",)
    assert topological_order(plan) == ("S01", "S03")
    assert ancestors(plan, "S04") == descendants(plan, "S04") == ()


def test_nothing_waits_for_itself_in_its_own_reach() -> None:
    """In a loop everything else is both before and behind."""
    plan = plan_of(work("S01", ["S02"]), work("S02", ["S01"]))
    assert ancestors(plan, "S01") == descendants(plan, "S01") == ("S02",)


@pytest.mark.parametrize("ask", [ancestors, descendants, scope_of])
def test_an_unknown_id_is_refused_with_a_near_one(ask: object) -> None:
    """S1O is no S10."""
    assert callable(ask)
    with pytest.raises(UnknownActivityError, match="Did you mean 'S10'"):
        ask(plan_of(work("S10")), "S1O")


@given(plan=plans())
def test_order_and_reach_agree(plan: Plan) -> None:
    """Everything stands behind its ancestors and before its descendants."""
    order = topological_order(plan)
    assert sorted(order) == sorted(each.id for each in plan.work())
    place = {name: number for number, name in enumerate(order)}
    for each in plan.work():
        before = ancestors(plan, each.id)
        assert all(place[name] < place[each.id] for name in before)
        assert set(before) == {
            name for link in each.after for name in (link.id, *ancestors(plan, link.id))
        }
        assert all(each.id in descendants(plan, name) for name in before)


# --- scope -----------------------------------------------------------------------------------


def inspected() -> Plan:
    """Return a plan that answers a priority action, a part of it, and an area for improvement."""
    return Plan(
        title="A plan",
        recommendations=[
            Recommendation(
                id="PA1",
                kind=RecommendationKind.PRIORITY_ACTION,
                text="Plan together.",
                parts=[RecommendationPart(id="PA1(a)", text="Govern.")],
            ),
            Recommendation(
                id="AI1", kind=RecommendationKind.AREA_FOR_IMPROVEMENT, text="Widen the offer."
            ),
        ],
        actions=[
            work("S01"),
            Action(id="S02", title="Write it", answers="PA1(a)", after="S01"),
            Action(id="S03", title="Widen it", answers="AI1", after="S02"),
            Action(id="S04", title="Recruit", needed_by=NeededBy.MONITORING, after=["E1", "S05"]),
            Action(id="S05", title="Keep talking", answers="PA1", due="ongoing", after="S06"),
            Action(id="S06", title="Begin talking"),
            Action(id="S07", title="Celebrate", answers="PA1", needed_by=NeededBy.NONE),
            Action(id="S08", title="Dropped", answers="PA1", status=Status.CANCELLED),
        ],
        milestones=[Milestone(id="M1", title="Board confirms", answers="PA1", after="S02")],
        events=[Event(id="E1", title="Money arrives", kind=EventKind.DECISION, date="2024-06")],
    )


def test_a_monitoring_inspection_looks_at_priority_actions() -> None:
    """What answers one or a part of one, what says it is needed, and all they wait for.

    Ongoing work has no end to be ready at, and what it waits for is not asked for by it.
    """
    assert scope_of(inspected(), "monitoring") == ("S01", "S02", "S04", "M1", "E1")


def test_a_reinspection_looks_at_everything() -> None:
    """All but what says that no inspection needs it, what is ongoing, and what was dropped."""
    expected = ("S01", "S02", "S03", "S04", "S06", "M1", "E1")
    assert scope_of(inspected(), "reinspection") == expected


def test_any_milestone_can_be_the_scope() -> None:
    """The board can confirm when two actions are done; dropped work asks for nothing."""
    assert scope_of(inspected(), "M1") == ("S01", "S02", "M1")
    assert scope_of(inspected(), "S08") == ()


def test_needed_work_needs_what_it_waits_for() -> None:
    """An action that says "none" is needed all the same by one that cannot begin without it."""
    plan = plan_of(
        Action(id="S01", title="Move house", needed_by=NeededBy.NONE),
        Action(id="S02", title="Open it", needed_by=NeededBy.MONITORING, after="S01"),
    )
    assert scope_of(plan, "monitoring") == ("S01", "S02")


@given(plan=plans(), data=st.data())
def test_the_scope_is_what_the_schedule_measures(plan: Plan, data: st.DataObject) -> None:
    """The same question has the same answer there, for work that has dates."""
    scope = data.draw(st.sampled_from(["reinspection", *(each.id for each in plan.work())]))
    last = WindowEnd(day=plan_day, reason="a forecast")
    target = Window(id="w", name="Inspection", expected=last, scope=scope)
    answer = schedule(plan, on=plan_day, target=target)
    dated = {each.id for each in answer.activities}
    assert answer.scope == tuple(name for name in scope_of(plan, scope) if name in dated)


def test_the_scope_of_a_real_mixture_is_what_the_schedule_measures() -> None:
    """Events, ongoing and dropped work included."""
    for scope in ("monitoring", "reinspection", "M1"):
        target = Window(
            id="w",
            name="Inspection",
            expected=WindowEnd(day=plan_day, reason="a forecast"),
            scope=scope,
        )
        answer = schedule(inspected(), on=plan_day, target=target)
        assert set(answer.scope) >= {"S01", "S02", "M1"}
        undated = {each.id for each in answer.unscheduled}
        assert answer.scope == tuple(
            name for name in scope_of(inspected(), scope) if name not in undated
        )


# --- islands and loose ends ------------------------------------------------------------------


def test_islands_are_groups_without_a_link_between_them() -> None:
    """Largest first; work on its own is an island, an event on its own is none."""
    plan = Plan(
        title="A plan",
        actions=[work("S01"), work("S02", ["E1"]), work("S03", ["S02"])],
        events=[
            Event(id="E1", title="Approval", date="2024-06"),
            Event(id="E2", title="Election", date="2024-07"),
        ],
    )
    assert islands(plan) == (("S02", "S03", "E1"), ("S01",))


def test_ongoing_and_dropped_work_joins_no_islands() -> None:
    """Links that bind nothing are no bridge; dropped work in between is one."""
    ongoing = Action(id="S02", title="Keep talking", due="ongoing", after="S01")
    plan = plan_of(
        work("S01"),
        ongoing,
        work("S03", ["S02"]),
        work("S04", ["S03", "S01"], Status.CANCELLED),
        work("T01"),
        work("T02", ["T01"], Status.SUPERSEDED),
        work("T03", ["T02"]),
    )
    assert islands(plan) == (("T01", "T03"), ("S01",), ("S03",))


def ends(plan: Plan) -> list[tuple[str, str]]:
    """Return loose ends as texts."""
    return [(end.id, end.kind.value) for end in dangling(plan)]


def test_a_row_of_work_has_one_start_and_one_end() -> None:
    """Every plan begins and ends somewhere: two loose ends are right."""
    plan = plan_of(work("S01"), work("S02", ["S01"]), work("S03", ["S02"]))
    assert ends(plan) == [("S01", "no-predecessor"), ("S03", "no-successor")]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (DependencyType.FINISH_TO_START, []),
        (DependencyType.START_TO_START, [("S02", LooseEndKind.FINISH_DRIVES_NOTHING)]),
        (DependencyType.FINISH_TO_FINISH, [("S03", LooseEndKind.START_NOT_DRIVEN)]),
        (
            DependencyType.START_TO_FINISH,
            [
                ("S02", LooseEndKind.FINISH_DRIVES_NOTHING),
                ("S03", LooseEndKind.START_NOT_DRIVEN),
            ],
        ),
    ],
)
def test_each_kind_of_link_leaves_its_own_ends_loose(
    kind: DependencyType, expected: list[tuple[str, LooseEndKind]]
) -> None:
    """A link to a finish drives no start, a link from a start waits for no finish."""
    tied = Dependency(id="S02", type=kind)
    plan = plan_of(work("S01"), work("S02", ["S01"]), work("S03", [tied]), work("S04", ["S03"]))
    inner = [(end.id, end.kind) for end in dangling(plan) if end.id in {"S02", "S03"}]
    assert inner == expected


def test_a_moments_ends_are_one() -> None:
    """A link to either end of a milestone ties it."""
    to_finish = Dependency(id="S01", type=DependencyType.FINISH_TO_FINISH)
    from_start = Dependency(id="M1", type=DependencyType.START_TO_START)
    plan = Plan(
        title="A plan",
        actions=[work("S01"), work("S02", [from_start])],
        milestones=[Milestone(id="M1", title="Board", after=[to_finish])],
    )
    assert ends(plan) == [("S01", "no-predecessor"), ("S02", "no-successor")]


def test_done_ongoing_and_dropped_work_leaves_no_loose_ends() -> None:
    """What is over, lasts, or will not be done can be tied no better."""
    plan = Plan(
        title="A plan",
        actions=[
            work("S01", status=Status.COMPLETE),
            Action(id="S02", title="Done", actual_finish="2024-05-01"),
            Action(id="S03", title="Talk", due="ongoing"),
            work("S04", status=Status.CANCELLED),
        ],
        milestones=[Milestone(id="M1", title="Reached", actual="2024-05-02")],
        commitments=[Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING)],
    )
    assert dangling(plan) == ()


# --- size and weight -------------------------------------------------------------------------


def test_a_long_chain_is_nothing_special() -> None:
    """No recursion anywhere: neither a long row nor a long ring overflows."""
    size = 20_000
    row = plan_of(*(work(f"S{n}", [f"S{n - 1}"] if n else []) for n in range(size)))
    order = topological_order(row)
    assert (order[0], order[-1], len(order)) == ("S0", f"S{size - 1}", size)
    assert cycles(row) == ()
    ring = plan_of(*(work(f"S{n}", [f"S{(n - 1) % size}"]) for n in range(size)))
    assert [len(cycle) for cycle in cycles(ring)] == [size]


def test_a_tangle_has_more_cycles_than_anybody_could_list() -> None:
    """Two hundred actions that all wait for each other: one short cycle names them."""
    names = [f"S{n:03}" for n in range(200)]
    plan = plan_of(*(work(each, [n for n in names if n != each]) for each in names))
    assert nx.is_strongly_connected(plan_graph(plan))
    assert cycles(plan) == (("S000", "S001"),)


def test_a_schedule_needs_no_networkx() -> None:
    """It is loaded when a graph is asked for, not before: most answers are quicker without."""
    lines = (
        "import sys, datetime",
        "import send_framework.network.results",
        "from send_framework import Action, Plan",
        "from send_framework.network.schedule import schedule",
        "work = [Action(id='A', title='Agree', duration=5)]",
        "schedule(Plan(title='A plan', actions=work), on=datetime.date(2024, 6, 3))",
        "assert 'networkx' not in sys.modules",
        "import send_framework.network.graph",
        "assert 'networkx' in sys.modules",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)
