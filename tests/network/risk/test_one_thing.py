"""What one thing would change: the same samples again, with one activity otherwise."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Plan, Risk, WorkingCalendar
from send_framework.network.kinds import Basis
from send_framework.network.risk.results import Remedy, RemedyGain, RiskResult
from tests.network.planning import act, plan_of, window_of
from tests.network.risk.simulating import always, dice, of, out, risk_of, uniform
from tests.network.risk.test_closed_forms import day_after, near

pytestmark = pytest.mark.extra

SAMPLES = 20_000


def gain(answer: RiskResult, name: str, remedy: Remedy) -> RemedyGain:
    """Return what one remedy gains."""
    [found] = [each for each in of(answer, name).remedies if each.remedy is remedy]
    return found


def merging() -> Plan:
    """Return two actions that merge: A certain, B 10 to 30 days."""
    return plan_of(
        act("A", 20), act("B", 20), act("C", 5, "A", "B"), uncertainties=[out("B", uniform(10, 30))]
    )


def test_making_the_only_uncertain_work_certain_gives_the_single_schedule() -> None:
    """All lateness comes from B, so making it certain gains exactly the mean lateness."""
    answer = risk_of(merging(), samples=SAMPLES)
    assert gain(answer, "B", Remedy.CERTAIN).days_gained == pytest.approx(answer.mean_finish)
    # The later of 20 and an even draw from 10 to 30 is 22.5 on average.
    assert near(answer.mean_finish, 2.5, 10 / 12**0.5, SAMPLES)


def test_halving_what_is_certain_gains_where_it_leads() -> None:
    """A at ten days never leads: then B decides alone, at 20 days on average."""
    answer = risk_of(merging(), samples=SAMPLES)
    assert near(gain(answer, "A", Remedy.HALVED).days_gained, 2.5, 10 / 12**0.5, SAMPLES)
    assert Remedy.CERTAIN not in {each.remedy for each in of(answer, "A").remedies}


def test_starting_on_time_keeps_out_what_comes_before() -> None:
    """C on its planned day ignores A and B: the finish is then the single schedule's."""
    plan = plan_of(act("B", 20), act("C", 25, "B"), uncertainties=[out("B", uniform(10, 30))])
    answer = risk_of(plan, samples=SAMPLES)
    # B, up to 10 days late, is over before C, 25 days from day 20: the last is always day 45.
    assert gain(answer, "C", Remedy.ON_TIME).days_gained == pytest.approx(answer.mean_finish)
    assert gain(answer, "B", Remedy.ON_TIME).days_gained == 0


def test_started_work_has_no_start_to_keep() -> None:
    """Its start has happened; its remaining length can still be halved."""
    plan = plan_of(act("A", 20, actual_start="2024-06-03", remaining=10))
    answer = risk_of(plan, samples=10, on=date(2024, 6, 7))
    assert [each.remedy for each in of(answer, "A").remedies] == [Remedy.HALVED]
    assert gain(answer, "A", Remedy.HALVED).days_gained == 5


def test_a_stretched_action_is_halved_up_to_its_promise() -> None:
    """Five days of work promised for day 20: half of the stretch is ten days."""
    plan = plan_of(act("A", 5, due="2024-06-28"))
    answer = risk_of(plan, basis=Basis.FORECAST, samples=10)
    assert gain(answer, "A", Remedy.HALVED).days_gained == 10


def test_a_stretched_action_is_halved_in_its_own_calendar() -> None:
    """From 3 June to Sunday 30 June are 28 days of a calendar without weekends: 14 less."""
    every_day = WorkingCalendar(
        id="daily", title="Every day", working_weekdays=range(7), bank_holidays=False
    )
    plan = plan_of(act("A", 5, due="2024-06-30", calendar="daily"), calendars=[every_day])
    answer = risk_of(plan, basis=Basis.FORECAST, samples=10)
    assert answer.finish.p50 == date(2024, 6, 30)
    # The plan's own calendar counts ten working days from 16 to 30 June.
    assert gain(answer, "A", Remedy.HALVED).days_gained == 10


def test_a_certain_action_meets_no_risk() -> None:
    """Making it certain takes its own risks away, and leaves those of others."""
    risk = Risk(id="R", title="No staff", probability=0.5, delay=always(10), affects=["A", "B"])
    plan = plan_of(act("A", 20), act("B", 15), risks=[risk])
    answer = risk_of(plan, samples=SAMPLES)
    assert answer.events[0].days_lost_if_happens == 10
    # Without A's delay B, ten days late, is done five days after A.
    happened = answer.events[0].happened
    assert gain(answer, "A", Remedy.CERTAIN).days_gained == pytest.approx(5 * happened)


def test_what_never_leads_is_not_asked_about() -> None:
    """Shortening it can gain nothing, so no remedy stands there; without ranking nowhere."""
    plan = plan_of(act("A", 20), act("B", 3), uncertainties=[out("B", dice(1, 5))])
    answer = risk_of(plan, samples=100)
    assert of(answer, "B").remedies == ()
    assert of(answer, "A").remedies != ()
    unranked = risk_of(plan, samples=100, ranking=False)
    assert all(each.remedies == () and each.days_gained == 0 for each in unranked.actions)


def test_actions_come_in_the_order_of_what_they_gain() -> None:
    """The first is the one thing to look at; in readiness, too, against both ends."""
    plan = plan_of(
        act("A", 10), act("B", 20, "A"), act("C", 5, "B"),
        uncertainties=[out("A", uniform(5, 20)), out("B", uniform(15, 60))],
    )  # fmt: skip
    target = window_of(day_after(36), None, day_after(50))
    answer = risk_of(plan, target=target, samples=2_000)
    # C on time would gain even more, but only by undoing what A and B did: that is not its own.
    assert gain(answer, "C", Remedy.ON_TIME).days_gained > answer.actions[0].days_gained > 0
    assert answer.actions[0].id == "B"
    assert all(a.days_gained >= b.days_gained for a, b in pairwise(answer.actions))
    best = gain(answer, "B", Remedy.CERTAIN)
    assert best.p_ready_gain > gain(answer, "A", Remedy.CERTAIN).p_ready_gain > 0
    assert best.p_ready_latest_gain > 0


@given(st.integers(0, 8), st.integers(0, 8))
def test_more_spread_of_the_only_action_never_helps_after_its_median(low: int, more: int) -> None:
    """With the target not before the median: a wider symmetric spread is never ready more often.

    Both spreads are uniform around 20 days, drawn by the same random numbers, so the claim holds
    sample by sample and needs no allowance for chance. (Before the median it is the reverse.)
    """
    narrow = plan_of(act("A", 20), uncertainties=[out("A", uniform(20 - low, 20 + low))])
    wide = low + more
    wider = plan_of(act("A", 20), uncertainties=[out("A", uniform(20 - wide, 20 + wide))])
    for days in (20, 22, 25):
        target = window_of(day_after(days))
        asked = {"target": target, "samples": 200, "ranking": False}
        before, after = (risk_of(plan, **asked).p_ready.earliest for plan in (narrow, wider))
        assert before is not None
        assert after is not None
        assert after.value <= before.value
