"""The plainest oracle: write each sample's numbers into the plan and schedule that."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Closure,
    Dependency,
    LagUnit,
    Milestone,
    Plan,
    Risk,
    WorkingCalendar,
)
from send_framework.network.engine.rows import leading
from send_framework.network.kinds import Basis
from send_framework.network.risk.block import Block
from send_framework.network.schedule import schedule
from tests.network.planning import FRIDAY_BEFORE, START
from tests.network.random_plans import plans
from tests.network.risk.simulating import block_of, dice, one_of, out

pytestmark = pytest.mark.extra

SAMPLES = 4
SCHOOL = WorkingCalendar(
    id="school",
    title="School days",
    closures=(Closure(name="Half term", first=date(2024, 6, 10), last=date(2024, 6, 14)),),
)


@st.composite
def uncertain_plans(draw: st.DrawFn) -> Plan:
    """Draw a plan of any links in which lengths and lags may be out by whole days, and a risk."""
    bare = evolve(draw(plans()), start=START)
    days = st.integers(0, 9)
    actions = [evolve(each, duration=draw(days)) for each in bare.actions]
    spreads = st.builds(lambda low, more: dice(low, low + more), days, days)
    lengths = [out(each.id, draw(spreads)) for each in actions if draw(st.booleans())]
    pairs = [(each.id, link.id) for each in bare.work() for link in each.after]
    lags = [
        out(after, one_of({-2.0: 0.5, 3.0: 0.5}), "lag", after=before)
        for after, before in pairs
        if pairs.count((after, before)) == 1 and draw(st.booleans())
    ]
    risks: list[Risk] = []
    hit = [each.id for each in actions if each.duration and draw(st.booleans())]
    if hit:
        delay = dice(1, 6)
        risks = [Risk(id="R1", title="No staff", probability=0.5, delay=delay, affects=hit)]
    # Work comes last: how a milestone is read is decided once, by the single schedule.
    last = Action(id="Z", title="Report", duration=1, after=[each.id for each in bare.work()])
    return evolve(bare, actions=[*actions, last], uncertainties=[*lengths, *lags], risks=risks)


def rewritten(plan: Plan, block: Block, sample: int) -> Plan:
    """Return the plan with one sample's numbers as if somebody had written them down."""
    inputs, unit = block.inputs, block.trial.unit
    days = {block.trial.net.ids[i]: int(row[sample]) // unit for i, row in inputs.durations.items()}
    lags = {
        (draw.of, draw.name.removeprefix("lag after ")): int(inputs.lags[draw.link][sample]) // unit
        for draw in block.trial.inputs.draws
        if draw.link is not None
    }

    def after(work: Action | Milestone) -> list[Dependency]:
        return [evolve(x, lag=lags.get((work.id, x.id), x.lag)) for x in work.after]

    return evolve(
        plan,
        actions=[
            evolve(each, duration=days.get(each.id, each.duration), after=after(each))
            for each in plan.actions
        ],
        milestones=[evolve(each, after=after(each)) for each in plan.milestones],
        uncertainties=(),
        risks=(),
    )


def compare(plan: Plan) -> None:
    """Hold every sample against the schedule of the plan with its numbers."""
    block = block_of(plan, SAMPLES)
    trial = block.trial
    finish = [date.fromordinal(day) for day in trial.reading.days(block.early).tolist()]
    leads = leading(trial.net, block.inputs, block.early, trial.subjects)
    for sample in range(SAMPLES):
        single = schedule(rewritten(plan, block, sample), on=FRIDAY_BEFORE, basis=Basis.NETWORK)
        assert finish[sample] == single.finish
        led = {trial.net.ids[i] for i in trial.subjects if leads.leads(i)[sample]}
        assert led == {each.id for each in single.activities if each.on_critical_path}


@given(uncertain_plans())
def test_each_sample_is_the_schedule_of_its_own_numbers(plan: Plan) -> None:
    """With one calendar: the same finish, and the same work on the driving paths."""
    compare(plan)


@given(uncertain_plans(), st.data())
def test_each_sample_keeps_its_calendars(plan: Plan, data: st.DataObject) -> None:
    """The same where some work keeps school days, and some lags count calendar days."""
    units = st.sampled_from(LagUnit)
    actions = [
        evolve(
            each,
            calendar=data.draw(st.sampled_from(("england", "school"))),
            after=[evolve(x, lag_unit=data.draw(units)) for x in each.after],
        )
        for each in plan.actions
    ]
    compare(evolve(plan, calendars=[SCHOOL], actions=actions))
