"""Reports: later than the data date, silent, contradicting one another."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Commitment,
    CommitmentKind,
    Meeting,
    Milestone,
    ReviewCycle,
    Status,
)
from send_framework.checks import Thresholds
from tests.checks.cases import act, plan
from tests.checks.looking import found, only


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"actual_finish": "2024-06-05", "status": Status.IN_PROGRESS}, "reported as in progress"),
        ({"actual_finish": "2024-06-05", "percent_complete": 80}, "reported as 80 % complete"),
        ({"actual_finish": "2024-06-05", "remaining": 3}, "said to need 3 working days more"),
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
