"""Cancelled work is nobody's any more: it is 0 long, and its links pass through."""
# ruff: noqa: ANN401 - the builder hands any field on to the class that checks it

from datetime import date
from typing import Any

import pytest

from send_framework import (
    Action,
    Constraint,
    ConstraintKind,
    LagUnit,
    Recommendation,
    RecommendationKind,
    Status,
    WorkingCalendar,
)
from send_framework.network.assumed import Settings
from send_framework.network.reasons import explain
from send_framework.network.schedule import schedule
from send_framework.working_days import Closure
from tests.network.planning import FRIDAY_BEFORE, START, act, link, plan_of, stone, window_of

TERM = WorkingCalendar(
    id="term",
    title="School terms",
    closures=(Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3)),),
)


def gone(name: str, *after: Any, **fields: Any) -> Action:
    """Return an action of five days that was cancelled."""
    return act(name, 5, *after, status=Status.CANCELLED, **fields)


def test_the_data_date_does_not_hold_it() -> None:
    """A was done on 3 June, X was cancelled: ten days after A B may start, which is long past."""
    done = act("A", 1, actual_start="2024-06-03", actual_finish="2024-06-03")
    plan = plan_of(done, gone("X", "A"), act("B", 5, link("X", lag=10)))
    assert str(schedule(plan, on=date(2024, 6, 28)).activity("B").early_start) == "2024-07-01"


def test_with_nothing_before_it_there_is_nothing_to_pass_on() -> None:
    """X waited for nothing: the lag after it counts from no moment at all."""
    plan = plan_of(gone("X"), act("B", 5, link("X", lag=10)))
    assert schedule(plan, on=FRIDAY_BEFORE).activity("B").early_start == START


@pytest.mark.parametrize("calendar", ["england", "term"])
def test_its_own_calendar_does_not_hold_it(calendar: str) -> None:
    """Schools are closed after A; X was theirs and is cancelled, so B follows A at once."""
    plan = plan_of(
        act("A", 50), gone("X", "A", calendar=calendar), act("B", 5, "X"), calendars=[TERM]
    )
    answer = schedule(plan, on=FRIDAY_BEFORE)
    assert str(answer.activity("B").early_start) == "2024-08-12"
    assert [answer.activity(name).total_float for name in "AB"] == [0, 0]
    said = "X was cancelled and passes on 9 August 2024"
    assert said in explain(plan, answer, "B").sentence


@pytest.mark.parametrize("unit", LagUnit)
def test_it_has_no_finish_of_its_own_to_be_in_time(unit: LagUnit) -> None:
    """X would lie weeks after the inspection; only what is still to be done counts."""
    plan = plan_of(
        act("A", 5),
        gone("X", link("A", lag=40, lag_unit=unit)),
        act("B", 5, link("X", lag=-40, lag_unit=unit)),
    )
    answer = schedule(plan, on=FRIDAY_BEFORE, target=window_of(date(2024, 6, 24)))
    assert str(answer.finish) == "2024-06-14"
    assert [answer.activity(name).total_float for name in "AB"] == [5, 5]


@pytest.mark.parametrize("unit", LagUnit)
def test_free_float_passes_through_it(unit: LagUnit) -> None:
    """B is planned for July, so A may slip until then: that X "moves" troubles nobody."""
    plan = plan_of(
        act("A", 5),
        gone("X", link("A", lag=7, lag_unit=unit)),
        act("B", 5, "X", planned_start="2024-07-01"),
    )
    late = schedule(plan, on=FRIDAY_BEFORE).activity("A")
    direct = plan_of(
        act("A", 5),
        act("B", 5, link("A", lag=7, lag_unit=unit), planned_start="2024-07-01"),
    )
    assert late.free_float == schedule(direct, on=FRIDAY_BEFORE).activity("A").free_float
    assert (late.free_float or 0) > 0


@pytest.mark.parametrize("unit", LagUnit)
def test_work_as_late_as_possible_looks_through_it(unit: LagUnit) -> None:
    """A is put as late as B allows, whatever the cancelled X between them does."""
    late = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)
    plan = plan_of(
        act("A", 5, constraints=[late]),
        gone("X", link("A", lag=7, lag_unit=unit)),
        act("B", 5, "X", planned_start="2024-07-01"),
    )
    found = schedule(plan, on=FRIDAY_BEFORE).activity("A").as_late_as_possible
    last = {LagUnit.WORKING_DAYS: "2024-06-19", LagUnit.CALENDAR_DAYS: "2024-06-21"}
    assert found is not None
    assert str(found[1]) == last[unit]


@pytest.mark.parametrize("unit", LagUnit)
def test_where_progress_overrides_its_link_nobody_waits_for_it(unit: LagUnit) -> None:
    """B has started, so its link from X no longer counts, and X holds A to nothing."""
    plan = plan_of(
        act("A", 5),
        gone("X", link("A", lag=40, lag_unit=unit)),
        act("B", 5, "X", actual_start="2024-06-03", remaining=3),
        start=START,
    )
    answer = schedule(
        plan,
        on=date(2024, 6, 3),
        target=window_of(date(2024, 7, 1)),
        settings=Settings(override_logic=True),
    )
    assert answer.activity("A").float_to_earliest == 14


def test_it_asks_for_nothing_in_any_scope() -> None:
    """X answered the priority action and was cancelled: what led to it is in no scope for that."""
    asked = Recommendation(id="PA1", text="Do it", kind=RecommendationKind.PRIORITY_ACTION)
    plan = plan_of(
        act("A", 5), gone("X", "A", answers="PA1"), stone("M", "X"), recommendations=[asked]
    )
    window = window_of(date(2024, 8, 19), scope="monitoring")
    assert schedule(plan, on=FRIDAY_BEFORE, target=window).scope == ()
