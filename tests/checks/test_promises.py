"""Dates: missing, vague, on days nobody works, and promises that cannot be kept."""

from datetime import date
from typing import Any

import pytest

from send_framework import (
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    Milestone,
)
from tests.checks.cases import act, plan
from tests.checks.looking import found, only


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
    """A date "from 1 July" says when at the earliest, and never when at the latest."""
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
