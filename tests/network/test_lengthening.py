"""Longer work on the critical path, against the plainest way to see what it does: plan anew."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    LagUnit,
    Milestone,
    Plan,
    Window,
    WindowEnd,
)
from send_framework.network.kinds import Basis
from send_framework.network.lengthening import LONGER, PathTest, path_tests
from send_framework.network.schedule import schedule
from send_framework.network.target import Yardstick
from tests.network import random_plans

START, EVE = date(2024, 6, 3), date(2024, 5, 31)
FS = DependencyType.FINISH_TO_START
KINDS = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.FINISH_NO_EARLIER_THAN,
    ConstraintKind.MUST_FINISH_ON,
)


def lengthened(plan: Plan, target: Window | None = None) -> tuple[PathTest, ...]:
    """Return the test of a plan on the eve of its start."""
    by = Yardstick(target=target, on=EVE, calendar=plan.working_calendar())
    return path_tests(plan, by)


def planned_anew(plan: Plan, wanted: str) -> int:
    """Return how far the finish moves when the plan itself says 600 days more."""
    actions = [_longer(each) if each.id == wanted else each for each in plan.actions]
    now = schedule(plan, on=EVE, basis=Basis.NETWORK).finish
    then = schedule(evolve(plan, actions=tuple(actions)), on=EVE, basis=Basis.NETWORK).finish
    assert now is not None
    assert then is not None
    return plan.working_calendar().count(now, then)


def _longer(each: Action) -> Action:
    length = each.duration or 0
    # Of work begun on the 30th two days are behind it, and at least one is left.
    left = max(length - 2, 1) + LONGER if each.actual_start else None
    return evolve(each, duration=length + LONGER, remaining=left)


@st.composite
def timed_plans(draw: st.DrawFn) -> Plan:
    """Draw a plan whose actions have lengths, some of them bound by a date, one perhaps begun."""
    plan = draw(random_plans.plans())
    days = st.dates(date(2024, 6, 3), date(2024, 7, 31))
    limits = st.builds(Constraint, kind=st.sampled_from(KINDS), day=days)

    def timed(each: Action) -> Action:
        bound = draw(st.lists(limits, max_size=1))
        begun = draw(st.sampled_from([None, None, None, date(2024, 5, 30)]))
        return evolve(each, duration=draw(st.integers(1, 30)), constraints=bound,
                      actual_start=begun)  # fmt: skip

    return evolve(plan, start=START, actions=tuple(map(timed, plan.actions)))


@given(plan=timed_plans(), by_days=st.booleans())
def test_the_finish_moves_as_if_the_plan_said_so(plan: Plan, *, by_days: bool) -> None:
    """Every kind of link and bound, and work begun; lags in working and in calendar days."""
    if by_days:
        plan = evolve(plan, actions=tuple(map(_by_days, plan.actions)))
    for each in lengthened(plan):
        assert each.moved == planned_anew(plan, each.id)


def _by_days(action: Action) -> Action:
    links = (evolve(link, lag_unit=LagUnit.CALENDAR_DAYS) for link in action.after)
    return evolve(action, after=tuple(links))


def test_an_action_without_length_can_take_longer_too() -> None:
    """What was a moment on the way becomes 600 days of it."""
    work = [
        Action(id="A", title="Agree", duration=0),
        Action(id="B", title="Build", duration=5, after="A"),
    ]
    plan = Plan(title="A plan", start=START, actions=work)
    assert [(each.id, each.moved) for each in lengthened(plan)] == [("A", 600), ("B", 600)]


def test_only_the_scope_of_the_target_is_looked_at() -> None:
    """The path to what is asked for, not to the last work of the plan."""
    plan = Plan(
        title="A plan",
        start=START,
        actions=[
            Action(id="A", title="Agree", duration=5),
            Action(id="B", title="Build", duration=50),
        ],
        milestones=[Milestone(id="M", title="Agreed", after="A")],
    )
    target = Window(
        id="M", name="Agreed", scope="M", expected=WindowEnd(day=date(2024, 9, 2), reason="planned")
    )
    assert [each.id for each in lengthened(plan, target)] == ["A"]
    assert [each.id for each in lengthened(plan)] == ["B"]


def test_a_plan_without_work_has_no_test() -> None:
    """Nothing can be lengthened."""
    assert lengthened(Plan(title="A plan")) == ()


def test_a_test_holds_where_the_finish_moves_in_full() -> None:
    """One day less is a broken path."""
    plan = Plan(
        title="A plan",
        start=START,
        actions=[
            Action(id="A", title="Agree", duration=5),
            Action(
                id="B",
                title="Build",
                duration=6,
                after=[Dependency(id="A", type=DependencyType.START_TO_START)],
            ),
        ],
    )
    first, last = lengthened(plan)
    assert (first.moved, first.holds) == (599, False)
    assert (last.moved, last.holds) == (600, True)
