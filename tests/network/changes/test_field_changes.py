"""Every difference between two versions, field by field and in words."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Action,
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Event,
    Evidence,
    Meeting,
    Plan,
    ReviewCycle,
    Status,
)
from send_framework.model.commitments import Share
from send_framework.network.changes.field_changes import Dated, changes_between
from tests.network.changes.version_drawing import SUMMER
from tests.network.planning import act, link, plan_of, stone

LATER = date(2024, 7, 5)


def sentences(old: Plan, new: Plan) -> list[str]:
    """Return every change in words."""
    versions_of = (Dated(plan=each, on=LATER, start=LATER, target=None) for each in (old, new))
    return [each.sentence for each in changes_between(*versions_of)]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({}, {"percent_complete": 40}, "B: percentage complete added: 40%."),
        ({"remaining": 1}, {}, "B: working days left taken away: 1 working day."),
        ({"due": "2024-08"}, {"due": "2024-09-06"},
         "B: due date changed from August 2024 to 6 September 2024."),
        ({"must_finish_by": date(2024, 8, 30)}, {},
         "B: last day to finish taken away: 30 August 2024."),
        ({}, {"constraints": [Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)]},
         "B: constraints added: as late as possible."),
        ({}, {"constraints": [Constraint(kind=ConstraintKind.MUST_START_ON,
                                         day=date(2024, 7, 8))]},
         "B: constraints added: must start on 8 July 2024."),
        ({"status": Status.NOT_STARTED}, {"status": Status.IN_PROGRESS},
         "B: status changed from not started to in progress."),
        ({"accountable": "X"}, {"accountable": ["X", "Y"]},
         "B: accountable body changed from X to X, Y."),
        ({}, {"evidence": [Evidence(text="It met")]}, "B: evidence added: 1 piece."),
        ({}, {"after": ["A"]}, "B now waits for A (finish-to-start)."),
        ({"after": ["A"]}, {}, "B no longer waits for A."),
        ({"after": ["A"]}, {"after": [link("A", "SS", 5, lag_calendar="term")]},
         ("B waits for A otherwise (start-to-start, then 5 working days by calendar term instead "
          "of finish-to-start).")),
        ({"after": [link("A", "FF")]}, {"after": [link("A", "FF"), link("A", "SF")]},
         ("B waits for A otherwise (finish-to-finish and start-to-finish instead of "
          "finish-to-finish).")),
    ],
)  # fmt: skip
def test_each_change_is_a_sentence(
    before: dict[str, Any], after: dict[str, Any], sentence: str
) -> None:
    """With both values, in the words of the field."""

    def plan(fields: dict[str, Any]) -> Plan:
        work = Action(id="B", title="Work B", **fields)
        return plan_of(act("A", 20), work, calendars=[SUMMER])

    assert sentences(plan(before), plan(after)) == [sentence]


def test_a_link_known_from_elsewhere_is_the_same_link() -> None:
    """Its note differs, and nothing of what is planned."""
    old = plan_of(act("A", 20), act("B", 30, "A"))
    assert sentences(old, plan_of(act("A", 20), act("B", 30, link("A", note="as minuted")))) == []


def test_yes_and_no_and_sums_are_words_too() -> None:
    """A moment that is fixed now, money that grew, a meeting that was called off."""

    def plan(*, fixed: bool, amount: int, off: bool) -> Plan:
        money = Commitment(
            id="F", title="Money", kind=CommitmentKind.FUNDING, amount=amount,
            shares=[Share(label="first year", amount=1_000)],
        )  # fmt: skip
        board = Meeting(id="R", date="2024-07-15", cancelled=off)
        return plan_of(
            act("A", 5, "F", "R"), stone("M", due="2024-07-01", fixed=fixed), commitments=[money],
            reviews=[ReviewCycle(id="C", title="A board", planned=[board])],
        )  # fmt: skip

    old = plan(fixed=False, amount=4_000_000, off=False)
    new = plan(fixed=True, amount=4_400_000, off=True)
    shared = evolve(new.commitments[0], shares=(Share(label="first year", amount=2_000),))
    assert sentences(old, evolve(new, commitments=(shared,))) == [
        "M: fixed added: yes.",
        "R: cancelled added: yes.",
        "F: amount changed from 4,000,000 to 4,400,000.",
        "F: shares changed from first year 1,000 to first year 2,000.",
    ]


def test_what_no_link_touches_is_not_compared() -> None:
    """A conference that nothing waits for is no change of the plan's work."""
    old = plan_of(act("A", 5))
    new = plan_of(act("A", 5), events=[Event(id="E", title="A conference", date="2024-07-15")])
    assert sentences(old, new) == []
