"""A redundant link is one that changes no date, not one that changes no reach."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Closure,
    Commitment,
    CommitmentKind,
    Dependency,
    DependencyType,
    Event,
    LagUnit,
    Milestone,
    Plan,
    Status,
    WorkingCalendar,
)
from send_framework.network.graph import RedundantLink, redundant_links
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule
from tests.network.random_plans import Dates, early, finish_to_start, late, plans, without


def named(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the redundant links as predecessor, successor and chain."""
    return [(each.predecessor, each.successor, each.through) for each in redundant_links(plan)]


def as_link(found: RedundantLink) -> tuple[str, Dependency]:
    """Return a redundant link as it stands in the plan, beside what waits."""
    return found.successor, found.link


def chain_of_three(*direct: Dependency, middle: Action | Milestone | None = None) -> Plan:
    """Return Write, Agree, Do in a row, with further links from Write to Do."""
    middle = middle or Action(id="S02", title="Agree it", after="S01")
    return Plan(
        title="A plan",
        actions=[
            Action(id="S01", title="Write it"),
            *([middle] if isinstance(middle, Action) else []),
            Action(id="S03", title="Do it", after=[Dependency(id="S02"), *direct]),
        ],
        milestones=[middle] if isinstance(middle, Milestone) else [],
    )


@pytest.mark.parametrize(
    ("direct", "is_redundant"),
    [
        (Dependency(id="S01"), True),
        (Dependency(id="S01", lag=1), False),
        (Dependency(id="S01", lag=-4), True),
        (Dependency(id="S01", type=DependencyType.START_TO_START), True),
        (Dependency(id="S01", type=DependencyType.FINISH_TO_FINISH), True),
        (Dependency(id="S01", type=DependencyType.START_TO_FINISH), True),
        (Dependency(id="S01", type=DependencyType.START_TO_START, lag=1), False),
    ],
)
def test_a_chain_implies_what_it_adds_up_to(direct: Dependency, is_redundant: bool) -> None:  # noqa: FBT001 - a parameter of the case
    """Write, Agree, Do: a direct link is implied up to the lag that the chain has."""
    expected = [("S01", "S03", ("S02",))] if is_redundant else []
    assert named(chain_of_three(direct)) == expected


def test_a_lead_on_the_way_can_make_the_chain_too_short() -> None:
    """Reach alone would call the direct link redundant; with the lead it holds the date."""
    soon = Action(id="S02", title="Agree it", after=[Dependency(id="S01", lag=-3)])
    assert named(chain_of_three(Dependency(id="S01"), middle=soon)) == []
    assert named(chain_of_three(Dependency(id="S01", lag=-3), middle=soon)) == [
        ("S01", "S03", ("S02",))
    ]


def test_a_lag_on_the_way_pays_for_a_lag_on_the_direct_link() -> None:
    """Five days here and none there imply five days, not six."""
    slow = Action(id="S02", title="Agree it", after=[Dependency(id="S01", lag=5)])
    assert named(chain_of_three(Dependency(id="S01", lag=5), middle=slow))
    assert not named(chain_of_three(Dependency(id="S01", lag=6), middle=slow))


def test_a_chain_that_enters_by_the_finish_says_nothing_about_the_start() -> None:
    """Agree may begin long before Write ends, so it says nothing of what waits for its start."""
    ladder = Dependency(id="S01", type=DependencyType.FINISH_TO_FINISH)
    middle = Action(id="S02", title="Agree it", after=[ladder])
    from_start = Dependency(id="S02", type=DependencyType.START_TO_START)
    plan = Plan(
        title="A plan",
        actions=[
            Action(id="S01", title="Write it"),
            middle,
            Action(id="S03", title="Do it", after=[Dependency(id="S01"), from_start]),
        ],
    )
    assert named(plan) == []


def test_a_moment_has_start_and_finish_in_one() -> None:
    """Through a milestone the same chain holds: what ties its finish ties its start."""
    ladder = Dependency(id="S01", type=DependencyType.FINISH_TO_FINISH)
    from_start = Dependency(id="S02", type=DependencyType.START_TO_START)
    plan = Plan(
        title="A plan",
        actions=[
            Action(id="S01", title="Write it"),
            Action(id="S03", title="Do it", after=[from_start, Dependency(id="S01")]),
        ],
        milestones=[Milestone(id="S02", title="Board agrees", after=[ladder])],
    )
    assert named(plan) == [("S01", "S03", ("S02",))]


def test_of_two_equal_links_one_stays() -> None:
    """A link written twice is named once; the weaker of two is named wherever it stands."""
    twice = Action(id="S02", title="Do it", after=["S01", "S01"])
    plan = Plan(title="A plan", actions=[Action(id="S01", title="Write it"), twice])
    assert named(plan) == [("S01", "S02", ())]
    weaker = (Dependency(id="S01"), Dependency(id="S01", lag=4), Dependency(id="S01", lag=-2))
    plan = evolve(plan, actions=(plan.actions[0], evolve(twice, after=weaker)))
    assert [(each.link.lag, each.through) for each in redundant_links(plan)] == [(0, ()), (-2, ())]


def test_a_ladder_is_no_redundancy() -> None:
    """Start-to-start with finish-to-finish between the same two: both are needed."""
    ladder = (
        Dependency(id="S01", type=DependencyType.START_TO_START, lag=5),
        Dependency(id="S01", type=DependencyType.FINISH_TO_FINISH, lag=5),
    )
    work = [Action(id="S01", title="Survey"), Action(id="S02", title="Analyse", after=ladder)]
    assert named(Plan(title="A plan", actions=work)) == []


@pytest.mark.parametrize(
    "middle",
    [
        Action(id="S02", title="Agree it", after="S01", status=Status.COMPLETE),
        Action(id="S02", title="Agree it", after="S01", actual_start="2024-06-03"),
        Action(id="S02", title="Agree it", after="S01", percent_complete=10),
        Action(id="S02", title="Agree it", after="S01", due="ongoing"),
        Milestone(id="S02", title="Board", after="S01", fixed=True, due="2024-06-03"),
        Milestone(id="S02", title="Board", after="S01", actual="2024-06-03"),
    ],
)
def test_facts_fixed_dates_and_ongoing_work_carry_nothing_on(middle: Action | Milestone) -> None:
    """What its links cannot move does not hold what comes behind it either."""
    assert named(chain_of_three(Dependency(id="S01"), middle=middle)) == []


def test_a_long_way_through_a_fact_does_not_add_up() -> None:
    """Nine days behind work that is done say nothing; the other chain has one day only."""
    work = [
        Action(id="S01", title="Write it"),
        Action(id="S02", title="Agree it", after=[Dependency(id="S01", lag=1)]),
        Action(id="S03", title="Ask", after="S01", status=Status.COMPLETE),
        Action(
            id="S04",
            title="Do it",
            after=["S02", Dependency(id="S03", lag=9), Dependency(id="S01", lag=2)],
        ),
    ]
    assert named(Plan(title="A plan", actions=work)) == []


def test_a_commitment_carries_nothing_on() -> None:
    """Others date the money: it may come before the work that should come first."""
    money = Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING, after="S01")
    work = [
        Action(id="S01", title="Apply"),
        Action(id="S02", title="Spend it", after=["F1", "S01"]),
    ]
    assert named(Plan(title="A plan", actions=work, commitments=[money])) == []


def test_cancelled_work_passes_its_links_on_and_is_not_named() -> None:
    """Cancelled work is 0 long: a chain through it holds, its own links are history."""
    gone = Action(id="S02", title="Agree it", after="S01", status=Status.CANCELLED)
    assert named(chain_of_three(Dependency(id="S01"), middle=gone)) == [("S01", "S03", ())]
    work = [
        Action(id="S01", title="Write it"),
        Action(id="S02", title="Agree it", after="S01"),
        Action(id="S03", title="Tell them", after=["S01", "S02"], status=Status.SUPERSEDED),
        Action(id="S04", title="Do it", after="S03"),
    ]
    assert named(Plan(title="A plan", actions=work)) == []


def test_loops_and_what_waits_for_them_are_left_alone() -> None:
    """Where nothing has dates, no link can be called idle; the rest is still answered."""
    work = [
        Action(id="S01", title="Write it"),
        Action(id="S02", title="Agree it", after="S01"),
        Action(id="S03", title="Do it", after=["S01", "S02"]),
        Action(id="T01", title="Ask", after="T02"),
        Action(id="T02", title="Answer", after="T01"),
        Action(id="T03", title="Think", after="T02"),
        Action(id="T04", title="Decide", after=["T02", "T03", "S01"]),
    ]
    assert named(Plan(title="A plan", actions=work)) == [("S01", "S03", ("S02",))]


def test_events_can_begin_a_chain() -> None:
    """An approval that starts two things in a row needs only the first link."""
    approval = Event(id="E1", title="Approval", date="2024-05-01")
    work = [
        Action(id="S01", title="Recruit", after="E1"),
        Action(id="S02", title="Train", after=["E1", "S01"]),
    ]
    assert named(Plan(title="A plan", actions=work, events=[approval])) == [("E1", "S02", ("S01",))]


def test_calendar_days_and_working_days_do_not_add_up() -> None:
    """Forty-two days of civil time are implied by as many again, never by working days."""
    weeks: dict[str, Any] = {"lag": 42, "lag_unit": LagUnit.CALENDAR_DAYS}
    slow = Action(id="S02", title="Agree it", after=[Dependency(id="S01", lag=42)])
    civil = Action(id="S02", title="Agree it", after=[Dependency(id="S01", **weeks)])
    direct = Dependency(id="S01", **weeks)
    assert named(chain_of_three(direct, middle=civil)) == [("S01", "S03", ("S02",))]
    assert named(chain_of_three(direct, middle=slow)) == []
    assert named(chain_of_three(Dependency(id="S01", lag=3), middle=civil)) == []
    to_finish = Dependency(id="S01", type=DependencyType.FINISH_TO_FINISH, **weeks)
    assert named(chain_of_three(to_finish, middle=civil)) == []


def test_a_thousand_block_boundary_changes_nothing() -> None:
    """A large plan is worked through in blocks of sources; all of them are answered."""
    triples = 2100
    work = [
        action
        for n in range(triples)
        for action in (
            Action(id=f"A{n}", title="Write it", after=[f"C{n - 1}"] if n else []),
            Action(id=f"B{n}", title="Agree it", after=f"A{n}"),
            Action(id=f"C{n}", title="Do it", after=[f"A{n}", f"B{n}"]),
        )
    ]
    found = named(Plan(title="A plan", actions=work))
    assert found == [(f"A{n}", f"C{n}", (f"B{n}",)) for n in range(triples)]


# --- proofs --------------------------------------------------------------------------------

lengths = st.integers(0, 6)


def dates(plan: Plan, days: dict[str, int], target: int | None) -> tuple[Dates, Dates]:
    """Return early and late dates, late ones from a target or from the plan's own finish."""
    first = early(plan, days, {})
    end = max(finish for _, finish in first.values()) if target is None else target
    return first, late(plan, days, end)


@given(plan=plans(), data=st.data())
def test_removing_redundant_links_moves_no_date(plan: Plan, data: st.DataObject) -> None:
    """Whatever the durations: one of them removed, or all, early and late dates stay."""
    found = redundant_links(plan)
    assume(found)
    drawn = {each.id: data.draw(lengths) for each in plan.actions}
    days = {each.id: 0 for each in plan.milestones} | drawn
    one = data.draw(st.sampled_from(found))
    for removed in ([as_link(one)], [as_link(each) for each in found]):
        smaller = without(plan, removed)
        for target in (None, 40):
            assert dates(smaller, days, target) == dates(plan, days, target)


@given(plan=plans(types=finish_to_start))
def test_every_redundant_finish_to_start_link_is_named(plan: Plan) -> None:
    """Held back with everything 0 long, a predecessor moves its successor by a needed link.

    Each link is judged by removing it: what changes no date even then is redundant.
    """
    rest = plan
    for found in redundant_links(plan):
        rest = without(rest, [as_link(found)])
    days = {each.id: 0 for each in plan.work()}
    for work in rest.work():
        for link in work.after:
            held = {link.id: 1000}
            smaller = without(rest, [(work.id, link)])
            assert early(smaller, days, held) != early(rest, days, held)


calendars = (
    WorkingCalendar(
        id="term",
        title="School terms",
        closures=(Closure(name="half-term", first=date(2024, 6, 10), last=date(2024, 6, 14)),),
    ),
    WorkingCalendar(id="daily", title="Every day", working_weekdays=tuple(range(7))),
)


@st.composite
def mixed_plans(draw: st.DrawFn) -> Plan:
    """Draw a plan with several calendars and lags of every kind."""
    plan = draw(plans(lags=st.integers(-2, 3), most=6))
    names = st.sampled_from([None, "england", "term", "daily"])

    def changed(link: Dependency) -> Dependency:
        unit = draw(st.sampled_from(LagUnit))
        return evolve(link, lag_unit=unit, lag_calendar=draw(names))

    actions = tuple(
        evolve(
            each,
            duration=draw(lengths),
            calendar=draw(names),
            after=tuple(changed(link) for link in each.after),
        )
        for each in plan.actions
    )
    milestones = tuple(evolve(each, calendar=draw(names)) for each in plan.milestones)
    start = date(2024, 6, draw(st.integers(1, 14)))
    return evolve(plan, actions=actions, milestones=milestones, calendars=calendars, start=start)


def dated(answer: Schedule) -> list[tuple[object, ...]]:
    """Return every date and float of a schedule."""
    return [
        (
            each.id,
            each.early_start,
            each.early_finish,
            each.late_start,
            each.late_finish,
            each.total_float,
            each.free_float,
        )
        for each in answer.activities
    ]


@given(plan=mixed_plans())
def test_with_several_calendars_the_schedule_agrees(plan: Plan) -> None:
    """Leads, closures and calendar days: what is called redundant moves nothing there either."""
    found = redundant_links(plan)
    assume(found)
    smaller = without(plan, [as_link(each) for each in found])
    for basis in (Basis.NETWORK, Basis.FORECAST):
        whole = schedule(plan, on=date(2024, 5, 31), basis=basis)
        assert dated(schedule(smaller, on=date(2024, 5, 31), basis=basis)) == dated(whole)
