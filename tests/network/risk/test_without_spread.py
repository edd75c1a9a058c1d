"""With nothing uncertain a simulation says what the single schedule says: day, path, readiness."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Constraint,
    ConstraintKind,
    Plan,
    Side,
    Window,
    WorkingCalendar,
)
from send_framework.errors import SendFrameworkError
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.risk.results import RiskResult, Sampling
from send_framework.network.schedule import schedule
from tests import strategies
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone, window_of
from tests.network.risk.simulating import risk_of
from tests.network.test_truth_plans import Written
from tests.network.truth_networks import read_lines

pytestmark = pytest.mark.extra

_BASES = st.sampled_from([Basis.NETWORK, Basis.FORECAST])
_EVERY = 7  # of the truth networks: all of them take minutes, and each part has every feature


def compare(answer: RiskResult, single: Schedule) -> None:
    """Hold a simulation without spread against the single schedule."""
    finish = answer.finish
    assert {finish.p10, finish.p50, finish.p80, finish.p90, finish.scheduled} == {single.finish}
    assert (answer.mean_finish, answer.deviation, finish.never) == (0, 0, 0)
    led = {each.id for each in answer.actions if each.criticality == 1}
    assert {each.id for each in answer.actions if each.criticality} == led
    asked = {each.id for each in answer.actions}
    assert led == asked & {each.id for each in single.activities if each.on_critical_path}
    for name in ("earliest", "expected", "latest"):
        room = getattr(single.readiness, f"float_to_{name}")
        chance = getattr(answer.p_ready, name)
        assert (None if chance is None else chance.value) == (None if room is None else room >= 0)


@given(strategies.plans(), _BASES, st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.data())
def test_any_plan(plan: Plan, basis: Basis, on: date, data: st.DataObject) -> None:
    """Whatever a plan holds: calendars, constraints, progress, promises, loops, gaps."""
    bare = evolve(plan, uncertainties=(), risks=(), approvals=(), correlations=())
    day = data.draw(st.dates(date(2023, 1, 1), date(2027, 1, 1)))
    target = window_of(None, day, preparation=data.draw(st.integers(0, 5)))
    try:
        single = schedule(bare, target=target, on=on, basis=basis)
    except SendFrameworkError as error:  # years without bank holidays, unknown scopes
        with pytest.raises(type(error)):
            risk_of(bare, target=target, on=on, basis=basis, samples=2)
        return
    answer = risk_of(bare, target=target, on=on, basis=basis, samples=2)
    if single.finish is None:
        assert answer.finish.p50 is None
        assert answer.p_ready.expected is None
        return
    compare(answer, single)


@pytest.mark.parametrize("file", ["random-networks.jsonl", "constrained-networks.jsonl"])
def test_truth_networks(shared: Path, file: str) -> None:
    """The networks that other engines have scheduled."""
    header, *networks = read_lines(shared / "truth" / file)
    for net in networks[::_EVERY]:
        written = Written(net, header)
        single = written.answer()
        compare(risk_of(written.plan(), target=single.target, on=single.on, samples=2), single)


@pytest.mark.parametrize("weekend", [date(2024, 6, 8), date(2024, 6, 9)])
def test_a_fact_on_a_weekend_keeps_its_day(weekend: date) -> None:
    """What was done on a Saturday was done on a Saturday."""
    plan = plan_of(act("A", 5, actual_start="2024-06-03", actual_finish=weekend))
    answer = risk_of(plan, on=date(2024, 6, 10))
    assert answer.finish.p50 == weekend


@pytest.mark.parametrize("on", [date(2024, 6, 13), date(2024, 6, 15), date(2024, 6, 16)])
@pytest.mark.parametrize("calendar", ["england", "daily"])
def test_begun_work_with_nothing_left_is_done_at_the_data_date(on: date, calendar: str) -> None:
    """On a Thursday, a Saturday or a Sunday: neither later nor earlier than it is known."""
    every_day = WorkingCalendar(
        id="daily", title="Every day", working_weekdays=range(7), bank_holidays=False
    )
    plan = plan_of(
        act("A", 10, actual_start="2024-06-03", remaining=0),
        act("B", 1, calendar=calendar, actual_start="2024-06-03", actual_finish="2024-06-04"),
        calendars=[every_day],
    )
    single = schedule(plan, on=on)
    assert single.finish == single.activity("A").early_finish == on
    compare(risk_of(plan, on=on, samples=2), single)


def test_begun_work_with_nothing_left_waits_for_its_links_to_the_close_of_a_working_day() -> None:
    """Known on Saturday 15 June, but not done before A is: by Tuesday, both."""
    plan = plan_of(
        act("A", 12, actual_start="2024-06-03", remaining=2),
        act("B", 5, link("A", "FF"), actual_start="2024-06-03", remaining=0),
    )
    single = schedule(plan, on=date(2024, 6, 15))
    assert single.activity("B").early_finish == date(2024, 6, 18)
    compare(risk_of(plan, on=date(2024, 6, 15), samples=2), single)


@pytest.mark.parametrize("calendar", ["england", "daily"])
def test_a_milestone_that_waits_for_monday_is_read_on_monday(calendar: str) -> None:
    """With one calendar or several: as in the schedule, it counts as done by Monday's close."""
    every_day = WorkingCalendar(
        id="daily", title="Every day", working_weekdays=range(7), bank_holidays=False
    )
    monday = Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=date(2024, 6, 17))
    plan = plan_of(
        stone("M", constraints=[monday]), act("A", 3, calendar=calendar), calendars=[every_day]
    )
    for day in (date(2024, 6, 17), date(2024, 6, 18)):
        target = window_of(day)
        single = schedule(plan, target=target, on=FRIDAY_BEFORE, basis=Basis.NETWORK)
        assert single.finish == date(2024, 6, 17)
        compare(risk_of(plan, samples=2, target=target), single)


def test_a_milestone_at_the_start_of_its_day_is_done_the_day_before() -> None:
    """It is read on Monday, and inspectors may come that Monday."""
    plan = plan_of(act("A", 5), stone("M", "A", side=Side.START))
    answer = risk_of(plan, target=window_of(date(2024, 6, 10)), samples=2)
    assert answer.finish.p50 == date(2024, 6, 10)
    assert answer.p_ready.earliest is not None
    assert answer.p_ready.earliest.value == 1


@pytest.mark.parametrize("sampling", list(Sampling))
def test_nothing_in_scope_cannot_be_said(sampling: Sampling) -> None:
    """An empty plan has no finish and no chance of anything; nothing is computed."""
    target: Window = window_of(date(2024, 6, 10))
    answer = risk_of(Plan(title="Nothing yet"), target=target, sampling=sampling)
    assert (answer.samples, answer.blocks, answer.actions) == (0, 0, ())
    assert answer.finish.p80 is None
    assert answer.p_ready.window is None
    assert answer.finish.never == answer.standard_error == answer.assumed_share == 0
