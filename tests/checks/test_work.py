"""Dates, progress, order, readiness and doubt: the finer points of each."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Assumption,
    Commitment,
    CommitmentKind,
    Confidence,
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    Event,
    Inspection,
    InspectionKind,
    Meeting,
    Milestone,
    MonitoringResult,
    PlanKind,
    ReviewCycle,
    Status,
    WindowEnd,
)
from send_framework.checks import Severity, Thresholds, check
from send_framework.checks.doubt import facts_of
from tests.checks.cases import AFI1, EARLY, LOWEST, MIDDLE, ON, REPORT, act, plan
from tests.checks.looking import found, only

LATER = date(2024, 9, 2)


# --- dates ---------------------------------------------------------------------------------------


def test_undated_work_with_links_is_told_with_the_day_it_can_finish() -> None:
    """A date nobody promised can still be worked out, and is offered."""
    work = plan(act("A", duration=5), act("B", duration=5, after="A"))
    said = {each.subject: each.message for each in found(work, "action-undated")}
    assert said["B"].endswith("by its links and its length it can finish on 21 June 2024.")


@pytest.mark.parametrize(
    "bound",
    [
        {"must_finish_by": date(2024, 7, 1)},
        {"constraints": [Constraint(kind=ConstraintKind.MUST_FINISH_ON, day=date(2024, 7, 1))]},
        {"forecast_finish": "July 2024"},
        {"due": "ongoing"},
    ],
)
def test_other_ways_to_have_a_date(bound: dict[str, Any]) -> None:
    """A day by which work must be finished, a forecast and "ongoing" are no missing dates."""
    assert found(plan(act(**bound)), "action-undated") == []


def test_a_start_constraint_is_no_due_date() -> None:
    """Knowing when work may start does not say when it is done."""
    kind = ConstraintKind.START_NO_EARLIER_THAN
    work = act(constraints=[Constraint(kind=kind, day=date(2024, 7, 1))])
    assert only(plan(work), "action-undated").subject == "A"


def test_a_date_open_at_one_end_is_vague() -> None:
    """ "From 1 July" says when at the earliest, and never when at the latest."""
    finding = only(plan(act(due="from 2024-07-01")), "due-date-vague")
    assert finding.message == (
        'A (Work A) is due "from 1 July 2024", which can mean a span that is open at one end.'
    )


def test_a_holiday_has_its_name_and_the_day_before_is_offered() -> None:
    """Good Friday 2025: the advice is the Thursday."""
    finding = only(plan(act(due="2025-04-18")), "due-on-non-working-day")
    assert "(Good Friday)" in finding.message
    assert finding.advice == "Make it due on 17 April 2025, the working day before."
    done = act(due="2024-05-27", actual_finish="2024-05-24")
    assert found(plan(done), "due-on-non-working-day") == []


def test_several_late_predecessors_are_one_finding_the_latest_first() -> None:
    """The reader is told once, of the worst."""
    work = plan(
        act("A", duration=9),
        act("B", duration=20),
        act("C", due="2024-06-14", duration=1, after=["A", "B"]),
    )
    finding = only(work, "due-before-predecessor")
    assert finding.related == ("B", "A")
    assert "it waits for B and A: B can finish on 5 July 2024" in finding.message


@pytest.mark.parametrize(
    "link",
    [
        Dependency(id="A", type=DependencyType.START_TO_START),
        Dependency(id="A", lag=-20),
    ],
)
def test_overlapping_work_may_be_due_before_its_predecessor(link: Dependency) -> None:
    """A link from the start, or with a lead, does not ask for the predecessor's finish."""
    work = plan(act("A", duration=20), act("B", due="2024-06-14", duration=1, after=[link]))
    assert found(work, "due-before-predecessor") == []


def test_a_passed_promise_is_overdue_and_not_told_twice() -> None:
    """Silence after a due date is overdue; only what other work drives cannot be kept."""
    alone = plan(act(duration=5, due="2024-06-05"))
    assert only(alone, "overdue").message.endswith(
        "2 working days before the data date, and is not reported as done or expected on another "
        "day."
    )
    assert found(alone, "promise-cannot-be-kept") == []
    driven = plan(act("A", duration=5), act("B", duration=5, due="2024-06-05", after="A"))
    assert only(driven, "promise-cannot-be-kept").related == ("A", "B")


def test_an_overdue_milestone_with_a_new_day_says_so() -> None:
    """A new expected day is printed beside the broken promise."""
    board = Milestone(id="M", title="Board", due="2024-06-05", forecast="2024-07-01")
    finding = only(plan(milestones=[board]), "overdue")
    assert finding.message.endswith("not reported as done; it is now expected on 1 July 2024.")


def test_a_month_is_late_only_when_it_surely_is() -> None:
    """Due 5 June and finished "in June 2024" may have been in time."""
    vague = act(due="2024-06-05", actual_finish="June 2024")
    assert found(plan(vague), "finished-late") == []


# --- progress -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"actual_finish": "2024-06-05", "status": Status.IN_PROGRESS}, "reported as in progress"),
        ({"actual_finish": "2024-06-05", "percent_complete": 80}, "reported as 80 % complete"),
        ({"actual_finish": "2024-06-05", "remaining": 3}, "3 working days are said to remain"),
        ({"percent_complete": 100}, "reported as 100 % complete, and not as done"),
    ],
)
def test_reports_that_contradict_themselves(fields: dict[str, Any], says: str) -> None:
    """Status, dates, percentage and remaining days cannot all be right."""
    assert says in only(plan(act(**fields)), "status-contradicts-facts").message


def test_reports_that_agree() -> None:
    """Complete work at 100 % with nothing left, and a day, is as it should be."""
    done = act(
        status=Status.COMPLETE, actual_finish="2024-06-05", percent_complete=100, remaining=0
    )
    assert found(plan(done), "status-contradicts-facts") == []


def test_every_kind_of_later_fact_is_told() -> None:
    """Actual dates, reports and held meetings after the data date are facts of the future."""
    asked = plan(
        act("A", actual_finish="2024-06-10", reported_on=date(2024, 6, 11)),
        milestones=[Milestone(id="M", title="Board", actual="2024-06-12")],
        commitments=[
            Commitment(id="C", title="Post", kind=CommitmentKind.APPOINTMENT, actual="2024-07")
        ],
        reviews=[ReviewCycle(id="R", title="Board", held=[Meeting(id="R1", date="2024-06-20")])],
    )
    subjects = [each.subject for each in found(asked, "fact-after-data-date")]
    assert subjects == ["A", "A", "M", "C", "R1"]


def test_silence_is_counted_from_the_last_report() -> None:
    """Work reported on 5 April is silent on 8 June, 64 days later, and not on 7 June."""
    begun = act(actual_start="2024-01-04", reported_on=date(2024, 4, 5))
    assert found(plan(begun), "progress-not-reported", date(2024, 6, 7)) == []
    finding = only(plan(begun), "progress-not-reported", date(2024, 6, 8))
    assert finding.message == "A (Work A) has not been reported on since 5 April 2024."
    patient = Thresholds(silent_for=90)
    assert found(plan(begun), "progress-not-reported", date(2024, 6, 8), patient) == []


def test_work_that_has_not_begun_is_not_silent() -> None:
    """An old report on work that is still to start is no silence."""
    waiting = act(reported_on=date(2024, 1, 5), planned_start="2024-07-01")
    assert found(plan(waiting), "progress-not-reported") == []
    asked = evolve(waiting, status=Status.PAUSED, planned_start=None)
    assert only(plan(asked), "progress-not-reported").day == date(2024, 1, 5)


def test_a_cancelled_meeting_is_no_meeting_ahead() -> None:
    """A board whose only coming meeting was called off has none ahead."""
    board = ReviewCycle(
        id="B",
        title="The board",
        held=[Meeting(id="B1", date="2024-05-03")],
        planned=[Meeting(id="B2", date="2024-07-05", cancelled=True), Meeting(id="B3")],
    )
    assert only(plan(reviews=[board]), "no-meeting-ahead").subject == "B"
    never = evolve(board, held=[])
    assert found(plan(reviews=[never]), "no-meeting-ahead") == []


# --- order ---------------------------------------------------------------------------------------


def test_what_waits_behind_a_cycle_is_named_with_it() -> None:
    """A loop takes the dates of all that follow it."""
    asked = plan(act("A", after="B"), act("B", after="A"), act("C", after="B"))
    finding = only(asked, "cycle")
    assert finding.message == ("These wait for themselves: A -> B -> A; C cannot be dated either.")
    assert finding.severity is Severity.ERROR


def test_facts_that_contradict_a_link_are_told_once() -> None:
    """Complete work before its open predecessor is told by its own code only."""
    done = act("B", after="A", actual_start="2024-06-03", actual_finish="2024-06-05")
    asked = plan(act("A"), done)
    assert only(asked, "complete-before-predecessor").related == ("A",)
    assert found(asked, "out-of-order") == []


@pytest.mark.parametrize(
    ("gate", "says"),
    [
        (Event(id="G", title="Election"), "G (Election) has no date, and A must wait for it."),
        (
            Commitment(id="G", title="Money", kind=CommitmentKind.FUNDING),
            "G (Money) has no date, and A must wait for it.",
        ),
    ],
)
def test_undated_gates_hold_work(gate: Event | Commitment, says: str) -> None:
    """Work that waits for a day nobody knows is told."""
    place = {"events": [gate]} if isinstance(gate, Event) else {"commitments": [gate]}
    assert only(plan(act(after="G"), **place), "gate-undated").message == says


def test_a_gate_may_wait_and_hold_at_once() -> None:
    """Evaluate, renew, then redesign: the renewal stands between the two."""
    renewal = Commitment(id="C", title="Renewal", kind=CommitmentKind.CONTRACT, after="A")
    finding = only(plan(act("A"), act("B", after="C"), commitments=[renewal]), "gate-undated")
    assert finding.message == (
        "C (Renewal) has no date, so nothing says by when A must be done and B must wait for it."
    )


def test_a_meeting_that_was_called_off_is_no_gate() -> None:
    """Work that waits for a cancelled board waits for nothing with a date."""
    off = Meeting(id="B2", date="2024-07-05", cancelled=True)
    asked = plan(act(after="B2"), reviews=[ReviewCycle(id="B", title="Board", planned=[off])])
    assert only(asked, "gate-undated").message == "B2 has no date, and A must wait for it."


@pytest.mark.parametrize(
    "link",
    [Dependency(id="A", type=DependencyType.START_TO_START), Dependency(id="A", lag=-30)],
)
def test_a_commitment_that_only_waits_for_a_start_may_come_first(link: Dependency) -> None:
    """A link from the start, or with a lead, lets the contract come before the finish."""
    early = Commitment(
        id="C", title="Renewal", kind=CommitmentKind.CONTRACT, after=[link], due="2024-06-10"
    )
    asked = plan(act(duration=10), commitments=[early])
    assert found(asked, "commitment-before-its-gate") == []


# --- readiness ------------------------------------------------------------------------------------


def test_a_window_of_another_scope_never_counts_as_held() -> None:
    """A milestone's window is over when its last day is, whatever was inspected."""
    own = evolve(EARLY, id="board", name="Board", scope="M")
    board = Milestone(id="M", title="Board", due="2024-08-01")
    asked = plan(act(), milestones=[board], windows=[own], inspections=[LOWEST])
    assert [each.subject for each in found(asked, "window-passed", LATER)] == ["board"]


@pytest.mark.parametrize(
    ("fields", "passed"),
    [
        ({"fieldwork_end": "2024-08-30"}, False),
        ({"fieldwork_end": "2024-09-20"}, True),
        ({"fieldwork_end": "2016-12-16"}, True),
        ({}, False),
    ],
)
def test_only_a_monitoring_inspection_since_the_report_ends_its_window(
    fields: dict[str, Any],
    passed: bool,  # noqa: FBT001
) -> None:
    """One held before the report, or after the data date, is not the one expected."""
    monitoring = Inspection(
        id="IM",
        kind=InspectionKind.MONITORING,
        framework="area_send_2023",
        monitoring_result=MonitoringResult.EFFECTIVE_ACTION,
        **fields,
    )
    window = evolve(EARLY, scope="monitoring")
    asked = plan(windows=[window], inspections=[LOWEST, monitoring], answers_inspection="I2024")
    subjects = [each.subject for each in found(asked, "window-passed", LATER)]
    assert ("monitoring" in subjects) is passed


def test_a_handbook_window_is_outlived_not_breached() -> None:
    """Thirty months after a report nobody came: a warning that says the rule is no law."""
    asked = plan(inspections=[LOWEST])
    passed = {each.subject: each for each in found(asked, "window-passed", date(2027, 9, 1))}
    finding = (
        passed["reinspection"] if "reinspection" in passed else passed["monitoring-inspection"]
    )
    assert finding.severity is Severity.WARNING
    assert "not law" in finding.message
    assert finding.rule is not None


def test_a_plan_may_answer_no_inspection_and_still_have_a_window() -> None:
    """The plan's own window needs no inspection, and one held after it began ends it."""
    held = Inspection(
        id="I2", kind=InspectionKind.FULL, framework="area_send_2023", published="2024-08-30"
    )
    asked = plan(windows=[EARLY], inspections=[held])
    assert found(asked, "window-passed", LATER) == []


def test_a_window_with_one_end_can_be_missed() -> None:
    """With a single known day the size is the distance to that day."""
    only_latest = evolve(EARLY, earliest=None)
    finding = only(plan(act(duration=70), windows=[only_latest]), "not-ready")
    assert finding.working_days is not None
    assert finding.working_days > 0
    assert finding.related == ("A",)


def test_the_path_of_one_activity_hangs_on_nobody() -> None:
    """One action is always owned by somebody: that is no concentration."""
    assert found(plan(act(accountable="CC", duration=9)), "agency-carries-path") == []


def test_work_without_an_owner_is_no_agency() -> None:
    """Unowned work on the path is told by its own code."""
    asked = plan(act("A", duration=9), act("B", after="A"))
    assert found(asked, "agency-carries-path") == []


# --- doubt ----------------------------------------------------------------------------------------


def test_an_assumed_link_on_the_path_is_told_with_its_reason() -> None:
    """The order nobody published decides the date as much as a length does."""
    asked = plan(
        act("A", duration=5),
        act("B", duration=5, after="A"),
        assumptions=[Assumption(id="X", reason="Money first", fills=["B after A"])],
    )
    finding = only(asked, "assumption-on-critical-path")
    assert finding.message == (
        "On the critical path, the link from A of B is assumed (X: Money first)."
    )


def test_a_default_length_on_the_path_is_an_assumption_nobody_gave() -> None:
    """Work without a length rests on the library's own default, and what remains on a guess."""
    begun = plan(act(actual_start="2024-06-04"))
    said = [each.message for each in found(begun, "assumption-on-critical-path")]
    assert said == [
        "On the critical path, the duration of A (20 working days) is assumed, as nothing gives "
        "it.",
        "On the critical path, what remains of A is assumed, as nothing gives it.",
    ]


def test_doubt_inside_a_fact_is_told_of_its_owner() -> None:
    """A link bears the id of what it waits for; its doubt is that of the work that waits."""
    doubtful = Confidence.ASSUMED
    asked = plan(
        act("A"),
        act("B", after=[Dependency(id="A", confidence=doubtful)]),
        windows=[evolve(EARLY, latest=None, earliest=WindowEnd(
            day=date(2024, 7, 1), reason="guess", confidence=doubtful))],
        confidence=Confidence.UNVERIFIED,
    )  # fmt: skip
    said = [(each.subject, each.message) for each in found(asked, "fact-unverified")]
    assert said == [
        ("", "The plan is unverified."),
        ("B", "A dependency of B is assumed."),
        ("monitoring", "A window end of monitoring is assumed."),
    ]


def test_every_fact_of_a_plan_is_walked_once() -> None:
    """The walk reaches facts at every depth, and each of them once."""
    asked = plan(act("A"), act("B", after="A"), windows=[EARLY], inspections=[LOWEST])
    walked = [id(fact) for _, fact in facts_of(asked)]
    assert len(walked) == len(set(walked))
    kinds = {type(fact).__name__ for _, fact in facts_of(asked)}
    assert {"Plan", "Action", "Dependency", "Window", "WindowEnd", "Inspection"} <= kinds


def test_where_no_action_has_a_source_none_stands_out() -> None:
    """A plan that cites nothing is not told so action by action."""
    assert found(plan(act("A"), act("B")), "actions-unsourced") == []
    cited = plan(act("A", sources=[REPORT]))
    assert found(cited, "actions-unsourced") == []


# --- the whole ------------------------------------------------------------------------------------


def test_the_caller_the_plan_and_today_give_the_data_date_in_this_order() -> None:
    """`on` beats the plan's data date, which beats today."""
    begun = act(actual_start="2024-06-10")
    assert any(each.code == "fact-after-data-date" for each in check(plan(begun)))
    later = check(plan(begun), on=date(2024, 6, 10))
    assert not any(each.code == "fact-after-data-date" for each in later)
    today = check(plan(begun, data_date=None))
    assert not any(each.code == "fact-after-data-date" for each in today)


def test_a_plan_in_which_all_is_well_has_no_error_and_no_warning() -> None:
    """A small plan with everything a board asks for raises information at most."""
    publish = "strategic-plan-published"
    good = act(
        accountable="CC", duration=10, due="2024-06-21", success_measures="Agreed",
        answers="AFI1", meets=publish,
    )  # fmt: skip
    asked = plan(
        good,
        kind=PlanKind.STRATEGIC_PLAN,
        inspections=[evolve(MIDDLE, report_received="2024-05-20", published="2024-05-30")],
        recommendations=[AFI1],
    )
    assert [each.code for each in check(asked) if each.severity is not Severity.INFORMATION] == []


def test_data_dates_of_any_age_are_answered() -> None:
    """The first and last days there are do not break the look back."""
    for on in (date.min, ON, date.max):
        assert check(plan(act(actual_start="2024-06-04")), on=on)
