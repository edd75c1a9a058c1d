"""Risks that strike several at once, approvals that may be refused, dates that others set."""

from datetime import date

import pytest

from send_framework import Approval, Commitment, CommitmentKind, Plan, Risk, WorkingCalendar
from send_framework.network.kinds import Basis
from send_framework.network.risk.results import RiskResult
from tests.network.planning import act, plan_of, stone, window_of
from tests.network.risk.simulating import always, dice, of, one_of, out, risk_of
from tests.network.risk.test_closed_forms import day_after, last_day, near, near_share

pytestmark = pytest.mark.extra

SAMPLES = 20_000


def vacancy(probability: float, days: float, *affects: str) -> Risk:
    """Return the risk that a post stays vacant."""
    return Risk(
        id="R1",
        title="A post stays vacant",
        probability=probability,
        delay=always(days),
        affects=affects,
    )


def test_a_sure_event_is_a_longer_duration() -> None:
    """A risk that always comes and always takes ten days: as if written into the duration."""
    risky = plan_of(act("A", 15), act("B", 5, "A"), risks=[vacancy(1, 10, "A")])
    longer = plan_of(act("A", 25), act("B", 5, "A"))
    assert risk_of(risky).finish.p50 == risk_of(longer).finish.scheduled == last_day(30)
    assert risk_of(risky).deviation == 0


def test_an_event_that_never_comes_changes_nothing() -> None:
    """Probability 0 is never."""
    answer = risk_of(plan_of(act("A", 15), risks=[vacancy(0, 10, "A")]))
    assert (answer.finish.p90, answer.mean_finish) == (last_day(15), 0)
    [event] = answer.events
    assert (event.happened, event.days_lost, event.days_lost_if_happens) == (0, 0, 0)


def test_an_event_costs_its_delay_whenever_it_comes() -> None:
    """Twenty days with probability 0.3: six days on average, twenty when it happens."""
    plan = plan_of(act("A", 15), risks=[vacancy(0.3, 20, "A")])
    answer = risk_of(plan, target=window_of(day_after(20)), samples=SAMPLES)
    [event] = answer.events
    assert (event.id, event.is_approval, event.probability) == ("R1", False, 0.3)
    assert near_share(event.happened, 0.3, SAMPLES)
    assert event.days_lost_if_happens == 20
    assert event.days_lost == pytest.approx(event.happened * 20)
    # Without it all are ready: what it loses is exactly the share in which it happens.
    assert event.p_ready_loss == pytest.approx(event.happened)


def test_one_event_strikes_all_it_affects_in_the_same_samples() -> None:
    """Two side by side late together: 0.3 of the samples are late, not 1 - 0.7 squared."""
    plan = plan_of(act("A", 15), act("B", 15), risks=[vacancy(0.3, 20, "A", "B")])
    answer = risk_of(plan, target=window_of(day_after(15)), samples=SAMPLES)
    assert answer.p_ready.earliest is not None
    assert near_share(answer.p_ready.earliest.value, 0.7, SAMPLES)
    [event] = answer.events
    assert event.days_lost_if_happens == 20


def test_a_delay_is_not_swallowed_by_the_wait_for_a_promise() -> None:
    """Work stretched to its promise is late by the delay: the promise held without the risk."""
    plan = plan_of(act("A", 5, due="2024-06-28"), risks=[vacancy(1, 3, "A")])
    answer = risk_of(plan, basis=Basis.FORECAST)
    assert answer.finish.scheduled == date(2024, 6, 28)
    assert answer.finish.p50 == date(2024, 7, 3)


def test_a_delayed_milestone_and_a_delayed_date_of_others_come_later() -> None:
    """What has no length is moved as far; so is money that is promised for a day."""
    money = Commitment(id="F", kind=CommitmentKind.FUNDING, title="The grant", due="2024-06-07")
    plan = plan_of(
        act("A", 3),
        stone("M", "A"),
        act("B", 1, "M", "F"),
        commitments=[money],
        risks=[vacancy(1, 10, "M", "F")],
    )
    # M: 3 days + 10; the grant: the 5th day + 10; B one day behind the later.
    assert risk_of(plan).finish.p50 == last_day(16)
    assert risk_of(plan).finish.scheduled == last_day(6)


def board(probability: float, otherwise: float | None) -> RiskResult:
    """Return the simulation of a paper that a board approves with some probability."""
    second = None if otherwise is None else always(otherwise)
    plan = plan_of(
        act("A", 15),
        stone("M", "A"),
        act("B", 5, "M"),
        stone("N", "B"),
        approvals=[Approval(of="A", probability=probability, otherwise=second)],
    )
    return risk_of(plan, target=window_of(day_after(20), None, day_after(40)), samples=SAMPLES)


def test_a_refusal_with_a_second_attempt_is_a_delay() -> None:
    """One in five is refused at first, and then takes ten days more."""
    answer = board(0.8, 10)
    [event] = answer.events
    assert event.is_approval
    assert (event.id, event.title) == ("A", "Work A")
    assert near_share(event.happened, 0.2, SAMPLES)
    assert event.days_lost_if_happens == 10
    assert answer.p_ready.earliest is not None
    assert answer.p_ready.earliest.value == pytest.approx(1 - event.happened)
    assert answer.finish.never == 0
    assert (answer.finish.p50, answer.finish.p90) == (last_day(20), last_day(30))


def test_a_refusal_for_good_means_never() -> None:
    """In four of ten samples nothing that waits for it is ever done: no P80, no P90."""
    answer = board(0.6, None)
    [event] = answer.events
    assert near_share(answer.finish.never, 0.4, SAMPLES)
    assert event.happened == answer.finish.never
    assert (answer.finish.p50, answer.finish.p80, answer.finish.p90) == (last_day(20), None, None)
    assert answer.p_ready.latest is not None
    assert answer.p_ready.latest.value == pytest.approx(1 - answer.finish.never)
    assert answer.curve[-1].share == pytest.approx(1 - answer.finish.never)
    assert [each.finish.never for each in answer.milestones] == [answer.finish.never] * 2
    assert event.days_lost == 0  # where it is never done no days can be counted
    assert event.p_ready_loss > 0.3
    assert of(answer, "B").criticality == 1  # of the samples that are ever done


def test_what_is_always_refused_is_never_done() -> None:
    """No day, no curve, no chance, and nothing leads to a finish that does not come."""
    answer = board(0, None)
    assert (answer.finish.never, answer.finish.p10, answer.curve) == (1, None, ())
    assert answer.p_ready.latest is not None
    assert answer.p_ready.latest.value == 0
    assert (answer.mean_finish, answer.deviation, answer.leading) == (0, 0, ())
    assert {each.criticality for each in answer.actions} == {0}
    assert of(answer, "B").mean_duration == 5


def test_certain_approval_is_what_making_it_certain_gains() -> None:
    """With the approval given, the refused samples become ready ones."""
    answer = board(0.6, None)
    certain = of(answer, "A").remedies[0]
    assert certain.days_gained == 0
    assert certain.p_ready_latest_gain == pytest.approx(answer.finish.never)


def test_what_is_refused_outside_the_scope_does_not_matter() -> None:
    """Only what the target waits for can keep it from being ready."""
    plan = plan_of(
        stone("M", "A"),
        act("A", 15),
        act("B", 5),
        approvals=[Approval(of="B", probability=0.5)],
    )
    answer = risk_of(plan, target=window_of(day_after(20), scope="M"))
    assert (answer.finish.never, answer.events) == (0, ())


def test_a_start_and_a_promise_may_be_late() -> None:
    """A late start moves work; a late promise moves work that is stretched to it."""
    plan = plan_of(
        act("A", 5, due="2024-06-28"),
        act("B", 5),
        uncertainties=[out("A", always(4), "promise"), out("B", always(2), "start")],
    )
    answer = risk_of(plan, basis=Basis.FORECAST)
    assert answer.finish.p50 == date(2024, 7, 4)
    early = risk_of(plan, basis=Basis.NETWORK, samples=10)
    assert early.finish.p50 == last_day(7)


def test_promises_move_in_their_own_calendar() -> None:
    """Where several calendars are at work, days late are days of the action's own."""
    every_day = WorkingCalendar(
        id="daily", title="Every day", working_weekdays=range(7), bank_holidays=False
    )
    plan = plan_of(
        act("A", 5, due="2024-06-28", calendar="daily"),
        act("B", 1, "A"),
        calendars=[every_day],
        uncertainties=[out("A", one_of({4: 0.5, 0: 0.5}), "promise")],
    )
    answer = risk_of(plan, basis=Basis.FORECAST, samples=1000)
    # Friday + 4 days of a calendar that knows no weekend is Tuesday; B follows on Wednesday.
    assert (answer.finish.p10, answer.finish.p90) == (date(2024, 7, 1), date(2024, 7, 3))


def test_a_longer_delay_lengthens_started_work() -> None:
    """Of started work it is what remains that grows."""
    plan: Plan = plan_of(
        act("A", 15, actual_start="2024-06-03", remaining=5),
        risks=[vacancy(1, 10, "A")],
    )
    answer = risk_of(plan, on=date(2024, 6, 14))
    assert answer.finish.p50 == last_day(25)
    assert near(of(answer, "A").mean_duration, 15, 0.001)


def test_dice_of_two_risks_fall_apart() -> None:
    """Two risks are independent: both come in p times q of the samples."""
    other = Risk(id="R2", title="Snow", probability=0.5, delay=dice(1, 1), affects=["A"])
    plan = plan_of(act("A", 15), risks=[vacancy(0.5, 20, "A"), other])
    answer = risk_of(plan, target=window_of(day_after(35)), samples=SAMPLES)
    assert answer.p_ready.earliest is not None
    assert near_share(1 - answer.p_ready.earliest.value, 0.25, SAMPLES)
    assert [each.id for each in answer.events] == ["R1", "R2"]
