"""Deadlines of the priority action plan: met, missed, at risk, not known."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    Milestone,
    Outcome,
    Plan,
    PlanKind,
    RuleOverride,
    Source,
    Status,
    Unit,
)
from send_framework.checks.context import Context
from send_framework.checks.meeting import Verdict, VerdictKind, verdicts
from tests.checks.cases import LOWEST, ON, act, plan
from tests.checks.looking import found, only

MADE = "priority-action-plan-made"


def _event(date: str | None, **fields: Any) -> Event:  # noqa: ANN401
    given: dict[str, Any] = {"id": "E", "title": "Approved", "date": date, **fields}
    return Event(kind=EventKind.PLAN_APPROVED, **given)


def _verdict(asked: Plan, on: date = ON, rule: str = MADE) -> Verdict:
    context = Context(plan=asked, on=on)
    return next(each for each in verdicts(context) if each.deadline.rule.rule == rule)


def _approved(date: str | None, **fields: Any) -> Plan:  # noqa: ANN401
    return plan(inspections=[LOWEST], events=[_event(date)], **fields)


def test_approval_on_the_seventieth_day_meets_the_law() -> None:
    """Received 18 January 2024, the plan may be made up to 29 April 2024."""
    assert _verdict(_approved("2024-04-29")).kind is VerdictKind.MET
    assert _verdict(_approved("2024-04-30")).late == 1


def test_every_day_late_is_a_working_day() -> None:
    """Made on Tuesday 7 May, after the bank holiday of 6 May: five working days late."""
    finding = only(_approved("2024-05-07"), "statutory-deadline-missed")
    assert finding.working_days == 5
    assert finding.rule is not None
    assert finding.rule.rule == MADE
    assert finding.sources


def test_an_approval_of_an_unknown_day_proves_nothing() -> None:
    """Suffolk's plan was approved in spring 2024: before or after 29 April, nobody said."""
    finding = only(_approved(None), "statutory-deadline-unproven")
    assert "on a day not known, may have met it or not" in finding.message
    assert only(_approved("spring 2024"), "statutory-deadline-unproven").subject == "E"


def test_vague_dates_cannot_be_late_while_the_deadline_is_ahead() -> None:
    """Approved by the data date, and the data date is before the deadline: met."""
    early = date(2024, 4, 1)
    assert _verdict(_approved("spring 2024"), early).kind is VerdictKind.MET


def test_one_act_in_time_is_enough() -> None:
    """A second approval later on takes nothing from the first."""
    twice = [_event("2024-05-20"), _event("2024-04-10", id="E2")]
    assert _verdict(plan(inspections=[LOWEST], events=twice)).subject == "E2"


def test_an_event_of_another_inspection_does_not_count() -> None:
    """The approval of an older plan says nothing about this one."""
    older = evolve(LOWEST, id="I2016", report_received="2017-01-20", published="2017-01-30")
    asked = plan(inspections=[older, LOWEST], events=[_event("2024-04-10", inspection="I2016")])
    assert _verdict(asked).kind is VerdictKind.UNPROVEN


def test_work_that_meets_the_rule_is_judged_like_an_event() -> None:
    """A milestone reached in time meets it; one still open when the day has passed does not."""
    board = Milestone(id="M", title="Made final", meets=MADE, actual="2024-04-26")
    assert _verdict(plan(inspections=[LOWEST], milestones=[board])).kind is VerdictKind.MET
    still = evolve(board, actual=None, status=Status.IN_PROGRESS)
    late = _verdict(plan(inspections=[LOWEST], milestones=[still]))
    assert (late.kind, late.late) == (VerdictKind.MISSED, 27)


def test_a_deadline_that_is_a_range_is_missed_beyond_its_later_end_only() -> None:
    """Where only publication is known, receipt is a range, and so is the deadline."""
    inferred = evolve(LOWEST, report_received=None)
    asked = plan(inspections=[inferred], events=[_event("2024-04-30")])
    verdict = _verdict(asked)
    assert verdict.deadline.due < verdict.deadline.due_latest
    assert verdict.kind is VerdictKind.UNPROVEN
    assert "due between" in only(asked, "statutory-deadline-unproven").message
    assert found(asked, "statutory-deadline-missed") == []


def test_an_announced_event_is_expected_on_its_day() -> None:
    """A decision announced for too late puts the deadline at risk; one in time does not."""
    early = date(2024, 2, 1)
    late = only(_approved("2024-05-01"), "statutory-deadline-at-risk", early)
    assert late.working_days == 2
    assert "E (Approved) is expected on 1 May 2024, 2 working days late" in late.message
    assert _verdict(_approved("2024-04-29"), early).kind is VerdictKind.AHEAD


def test_work_without_a_place_in_time_is_still_to_meet_it() -> None:
    """Undated work is named, and no lateness is invented for it."""
    asked = plan(act("S01", meets=MADE), inspections=[LOWEST], start=date(2024, 1, 19))
    verdict = _verdict(asked, date(2024, 2, 1))
    assert (verdict.kind, verdict.late) == (VerdictKind.AHEAD, None)


@pytest.mark.parametrize("verb", ["notified", "fieldwork_start"])
def test_deadlines_of_the_inspectorates_are_not_ours(verb: str) -> None:
    """Notice binds those who call; nothing in a plan can meet it, and nothing is said."""
    dates: dict[str, Any] = {verb: "2024-06-03"}
    coming = Inspection(id="I3", kind=InspectionKind.FULL, framework="area_send_2023", **dates)
    asked = plan(inspections=[coming], answers_inspection="I3")
    assert list(verdicts(Context(plan=asked, on=ON))) == []


def test_a_rule_the_plan_has_seen_otherwise_is_the_one_judged() -> None:
    """A partnership asked for its plan within 30 working days is late from the 31st."""
    letter = Source(key="letter", title="Letter with the final report")
    own = RuleOverride(
        framework="area_send_2023",
        rule="priority-action-plan-submitted",
        says="We were asked for the plan within 30 working days.",
        amount=30,
        unit=Unit.WORKING_DAYS,
        sources=[letter],
    )
    sent = Event(id="E", title="Sent", kind=EventKind.PLAN_SUBMITTED, date="2024-03-07")
    asked = plan(inspections=[LOWEST], events=[sent])
    assert found(asked, "handbook-deadline-missed") == []
    finding = only(evolve(asked, rule_overrides=[own]), "handbook-deadline-missed")
    assert finding.working_days == 5
    assert letter in finding.sources


def test_the_framework_of_2016_asks_for_a_written_statement() -> None:
    """Under the older framework the statutory plan is the written statement of action."""
    older = Inspection(
        id="I2021",
        kind=InspectionKind.FULL,
        framework="local_area_2016",
        report_received="2021-11-09",
        outcome=Outcome.STATEMENT_REQUIRED,
    )
    finding = only(plan(inspections=[older]), "required-plan-missing")
    assert "requires a written statement of action; this is a priority action plan" in (
        finding.message
    )
    statement = PlanKind.WRITTEN_STATEMENT_OF_ACTION
    assert found(plan(inspections=[older], kind=statement), "required-plan-missing") == []
