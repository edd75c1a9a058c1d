"""The work: its dates, its order, its progress."""

from datetime import date
from typing import Any

from attrs import evolve

from send_framework import (
    Commitment,
    CommitmentKind,
    Dependency,
    DependencyType,
    Meeting,
    Milestone,
    ReviewCycle,
    Status,
)
from tests.checks.cases import (
    Case,
    act,
    plan,
)

_CYCLE = ReviewCycle(id="B", title="The board", held=[Meeting(id="B1", date="2024-05-03")])
_GATE = Commitment(id="C", title="Contracts renewed", kind=CommitmentKind.CONTRACT, after="A")
_DONE: dict[str, Any] = {
    "status": Status.COMPLETE,
    "actual_start": "2024-06-03",
    "actual_finish": "2024-06-05",
}

PROMISES = (
    Case(
        code="action-undated",
        raises=plan(act()),
        neighbour=plan(act(due="2024-07-01")),
        says="has no due date, and nothing gives it a place in time",
    ),
    Case(
        code="milestone-undated",
        raises=plan(milestones=[Milestone(id="M", title="Board")]),
        neighbour=plan(act(), milestones=[Milestone(id="M", title="Board", after="A")]),
        subject="M",
    ),
    Case(
        code="action-ongoing",
        raises=plan(act(due="ongoing")),
        neighbour=plan(act(due="2024-07-01")),
        says="is ongoing",
    ),
    Case(
        code="due-date-vague",
        raises=plan(act(due="spring 2025")),
        neighbour=plan(act(due="March 2025")),
        says='due "spring 2025", which can mean any of 92 days',
    ),
    Case(
        code="action-without-duration",
        raises=plan(act(due="2024-07-01")),
        neighbour=plan(act(due="2024-07-01", planned_start="2024-06-10")),
        says="20 working days are assumed",
    ),
    Case(
        code="duration-long",
        raises=plan(act(duration=45)),
        neighbour=plan(act(duration=44)),
        size=1,
    ),
    Case(
        code="due-on-non-working-day",
        raises=plan(act(due="2024-08-26")),
        neighbour=plan(act(due="2024-08-27")),
        says="26 August 2024, which is not a working day (Late Summer Bank Holiday)",
    ),
)


KEEPING = (
    Case(
        code="promise-cannot-be-kept",
        raises=plan(act("A", duration=10), act("B", duration=10, after="A", due="2024-07-04")),
        neighbour=plan(act("A", duration=10), act("B", duration=10, after="A", due="2024-07-05")),
        subject="B",
        says="can finish on 5 July 2024, 1 working day late; driven by A > B",
        size=1,
    ),
    Case(
        code="due-before-predecessor",
        raises=plan(act("A", duration=10), act("B", duration=1, after="A", due="2024-06-14")),
        neighbour=plan(act("A", duration=10), act("B", duration=1, after="A", due="2024-06-21")),
        subject="B",
        says="it waits for A: A can finish on 21 June 2024, 5 working days later",
        size=5,
    ),
    Case(
        code="promises-break-link",
        raises=plan(
            act("A", planned_start="2024-06-10", due="2024-06-21"),
            act("B", planned_start="2024-06-17", due="2024-07-05", after="A"),
        ),
        neighbour=plan(
            act("A", planned_start="2024-06-10", due="2024-06-21"),
            act("B", planned_start="2024-06-24", due="2024-07-05", after="A"),
        ),
        subject="B",
        size=5,
    ),
    Case(
        code="constraint-broken",
        raises=plan(act(duration=10, must_finish_by=date(2024, 6, 20))),
        neighbour=plan(act(duration=10, must_finish_by=date(2024, 6, 21))),
        says="finish no later than",
        size=1,
    ),
    Case(
        code="overdue",
        raises=plan(act(due="2024-06-06")),
        neighbour=plan(act(due="2024-06-07")),
        says="1 working day before the data date, and is not reported as done",
        size=1,
    ),
    Case(
        code="finished-late",
        raises=plan(act(due="2024-06-04", **_DONE)),
        neighbour=plan(act(due="2024-06-05", **_DONE)),
        says="finished 5 June 2024, 1 working day late",
        size=1,
    ),
)


ORDER = (
    Case(
        code="cycle",
        raises=plan(act("A", after="B"), act("B", after="A")),
        neighbour=plan(act("A", after="B"), act("B")),
        says="A -> B -> A",
    ),
    Case(
        code="redundant-link",
        raises=plan(act("A"), act("B", after="A"), act("C", after=["A", "B"])),
        neighbour=plan(act("A"), act("B", after="A"), act("C", after="B")),
        subject="C",
        says="C waits for A through B as well: the direct link (FS) changes no date",
    ),
    Case(
        code="action-unlinked",
        raises=plan(act("A"), act("B"), act("C", after="B")),
        neighbour=plan(act("A"), act("B", after="A")),
        says="waits for nothing, and nothing waits for it",
    ),
    Case(
        code="nothing-follows",
        raises=plan(
            act("A", duration=1), act("B", duration=1, after="A"), act("C", duration=9, after="A")
        ),
        neighbour=plan(
            act("A", duration=1), act("B", duration=1, after="A"), act("C", duration=9, after="B")
        ),
        subject="B",
    ),
    Case(
        code="nothing-starts-it",
        raises=plan(
            act("A"), act("B", after=[Dependency(id="A", type=DependencyType.FINISH_TO_FINISH)])
        ),
        neighbour=plan(
            act("A"), act("B", after=[Dependency(id="A", type=DependencyType.START_TO_START)])
        ),
        subject="B",
    ),
    Case(
        code="separate-islands",
        raises=plan(act("A"), act("B", after="A"), act("C"), act("D", after="C")),
        neighbour=plan(act("A"), act("B", after="A"), act("C"), act("D", after=["B", "C"])),
        subject="",
        says="2 separate groups",
    ),
    Case(
        code="waits-for-dropped-work",
        raises=plan(act("A", status=Status.CANCELLED), act("B", after="A")),
        neighbour=plan(act("A", status=Status.PAUSED), act("B", after="A")),
        subject="B",
    ),
    Case(
        code="complete-before-predecessor",
        raises=plan(act("A"), act("B", after="A", **_DONE)),
        neighbour=plan(act("A", **_DONE), act("B", after="A", **_DONE)),
        subject="B",
        says="reported complete, and A, which it waits for, is not",
    ),
    Case(
        code="out-of-order",
        raises=plan(act("A"), act("B", after="A", actual_start="2024-06-04")),
        neighbour=plan(act("A"), act("B", after="A")),
        subject="B",
    ),
    Case(
        code="stopped-at-start",
        raises=plan(act("A", duration=2), act("B", after=[Dependency(id="A", lag=-5)])),
        neighbour=plan(act("A", duration=2), act("B", after=[Dependency(id="A", lag=-1)])),
        subject="B",
        on=date(2024, 5, 31),
    ),
)


GATES = (
    Case(
        code="commitment-before-its-gate",
        raises=plan(act(duration=10), commitments=[evolve(_GATE, due="2024-06-20")]),
        neighbour=plan(act(duration=10), commitments=[evolve(_GATE, due="2024-06-21")]),
        subject="C",
        says="dated 20 June 2024, 1 working day before A, which it waits for, can finish",
        size=1,
    ),
    Case(
        code="gate-undated",
        raises=plan(act(), commitments=[_GATE]),
        neighbour=plan(act(), commitments=[evolve(_GATE, due="2025")]),
        subject="C",
        says="so nothing says by when A must be done",
    ),
)


PROGRESS = (
    Case(
        code="fact-after-data-date",
        raises=plan(act(actual_start="2024-06-10")),
        neighbour=plan(act(actual_start="2024-06-07")),
        says="an actual start on 10 June 2024, after the data date 7 June 2024",
    ),
    Case(
        code="progress-not-reported",
        raises=plan(act(actual_start="2024-04-04")),
        neighbour=plan(act(actual_start="2024-04-04", reported_on=date(2024, 4, 5))),
        says="not been reported on since 4 April 2024, when it was to start",
    ),
    Case(
        code="complete-without-date",
        raises=plan(act(status=Status.COMPLETE)),
        neighbour=plan(act(**_DONE)),
    ),
    Case(
        code="percent-without-start",
        raises=plan(act(percent_complete=30)),
        neighbour=plan(act(percent_complete=30, status=Status.IN_PROGRESS)),
        says="30 % complete",
    ),
    Case(
        code="status-contradicts-facts",
        raises=plan(act(status=Status.NOT_STARTED, actual_start="2024-06-04")),
        neighbour=plan(act(status=Status.IN_PROGRESS, actual_start="2024-06-04")),
        says="reported as not started, and has an actual start of 4 June 2024",
    ),
    Case(
        code="remaining-unknown",
        raises=plan(act(duration=9, actual_start="2024-06-04")),
        neighbour=plan(act(duration=9, actual_start="2024-06-04", remaining=5)),
        size=5,
    ),
    Case(
        code="work-paused",
        raises=plan(act(status=Status.PAUSED)),
        neighbour=plan(act(status=Status.IN_PROGRESS)),
    ),
    Case(
        code="no-meeting-ahead",
        raises=plan(reviews=[_CYCLE]),
        neighbour=plan(reviews=[evolve(_CYCLE, planned=[Meeting(id="B2", date="2024-07-05")])]),
        subject="B",
    ),
)
