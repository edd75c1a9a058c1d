"""What rules and inspections ask for."""

from datetime import date
from typing import Any

from attrs import evolve

from send_framework import (
    Event,
    EventKind,
    PlanKind,
    WindowEnd,
)
from tests.checks.cases import (
    AFI1,
    EARLY,
    LOWEST,
    MIDDLE,
    NEXT,
    PA1,
    PARTNERSHIP,
    Case,
    act,
    plan,
)

_MADE: dict[str, Any] = {
    "id": "E",
    "title": "The plan is approved",
    "kind": EventKind.PLAN_APPROVED,
}
_SENT: dict[str, Any] = {
    "id": "E",
    "title": "The plan is sent in",
    "kind": EventKind.PLAN_SUBMITTED,
}
_OUT: dict[str, Any] = {
    "id": "E2",
    "title": "The plan is published",
    "kind": EventKind.PLAN_PUBLISHED,
}
_MEETS = "priority-action-plan-made"
_SUBMITS = "priority-action-plan-submitted"
_ANCHORED: dict[str, Any] = {
    "inspections": [LOWEST],
    "data_date": date(2024, 2, 1),
    "start": date(2024, 1, 19),
}
_FEBRUARY = date(2024, 2, 1)

FRAMEWORK = (
    Case(
        code="required-plan-missing",
        raises=plan(inspections=[LOWEST], kind=PlanKind.STRATEGIC_PLAN),
        neighbour=plan(
            inspections=[LOWEST],
            kind=PlanKind.STRATEGIC_PLAN,
            events=[Event(**_SENT, date="2024-03-07")],
        ),
        subject="I2024",
        says="requires a priority action plan",
    ),
    Case(
        code="plan-of-another-kind",
        raises=plan(inspections=[MIDDLE]),
        neighbour=plan(inspections=[MIDDLE], kind=PlanKind.STRATEGIC_PLAN),
        subject="I2024",
        says="asks for strategic plan",
    ),
    Case(
        code="priority-actions-missing",
        raises=plan(inspections=[LOWEST], recommendations=[AFI1]),
        neighbour=plan(inspections=[LOWEST], recommendations=[PA1]),
        subject="I2024",
        says="the plan has none",
    ),
    Case(
        code="priority-actions-unexpected",
        raises=plan(inspections=[MIDDLE], recommendations=[PA1]),
        neighbour=plan(inspections=[MIDDLE], recommendations=[AFI1]),
        subject="I2024",
        says="enters PA1 as such",
    ),
    Case(
        code="inspection-missing",
        raises=plan(),
        neighbour=plan(inspections=[LOWEST]),
        subject="",
        says="no inspection",
    ),
    Case(
        code="rule-date-unknown",
        raises=plan(inspections=[evolve(LOWEST, framework="area_send_2032")]),
        neighbour=plan(inspections=[LOWEST]),
        subject="I2024",
        says="no rule book is called 'area_send_2032'",
    ),
    Case(
        code="receipt-inferred",
        raises=plan(inspections=[evolve(LOWEST, report_received=None)]),
        neighbour=plan(inspections=[LOWEST]),
        subject="I2024",
        says="Priority action plan submitted",
    ),
)


DUTIES = (
    Case(
        code="statutory-deadline-missed",
        raises=plan(inspections=[LOWEST], events=[Event(**_MADE, date="2024-05-14")]),
        neighbour=plan(inspections=[LOWEST], events=[Event(**_MADE, date="2024-04-29")]),
        subject="E",
        says="due 29 April 2024: E (The plan is approved) came on 14 May 2024, 10 working days",
        size=10,
    ),
    Case(
        code="statutory-deadline-at-risk",
        raises=plan(act(meets=_MEETS, duration=80), **_ANCHORED),
        neighbour=plan(act(meets=_MEETS, duration=50), **_ANCHORED),
        says="is expected on",
        on=_FEBRUARY,
    ),
    Case(
        code="statutory-deadline-unproven",
        raises=plan(inspections=[LOWEST]),
        neighbour=plan(inspections=[LOWEST], events=[Event(**_MADE, date="2024-04-01/2024-04-29")]),
        subject=_MEETS,
        says="it has passed, and nothing shows that it was met",
    ),
    Case(
        code="handbook-deadline-missed",
        raises=plan(act(meets=_SUBMITS), inspections=[LOWEST]),
        neighbour=plan(act(meets=_SUBMITS, actual_finish="2024-03-07"), inspections=[LOWEST]),
        says="due 7 March 2024: A (Work A) is not reported as done by the data date",
        size=62,
    ),
    Case(
        code="handbook-deadline-at-risk",
        raises=plan(act(meets=_SUBMITS, duration=40), **_ANCHORED),
        neighbour=plan(act(meets=_SUBMITS, duration=20), **_ANCHORED),
        on=_FEBRUARY,
    ),
    Case(
        code="handbook-deadline-unproven",
        raises=plan(inspections=[LOWEST], events=[Event(**_SENT, date="spring 2024")]),
        neighbour=plan(
            inspections=[LOWEST],
            events=[Event(**_SENT, date="by 2024-03-07"), Event(**_OUT, date="2024-04-29")],
        ),
        subject="E",
        says="dated spring 2024, may have met it or not",
    ),
    Case(
        code="deadline-without-work",
        raises=plan(**_ANCHORED),
        neighbour=plan(
            *(act(id=f"A{n}", meets=rule) for n, rule in enumerate((_MEETS, _SUBMITS))),
            act(id="A2", meets="priority-action-plan-published"),
            **_ANCHORED,
        ),
        subject=_SUBMITS,
        says="nothing in the plan meets it yet",
        on=_FEBRUARY,
    ),
)


READINESS = (
    Case(
        code="not-ready",
        raises=plan(act(duration=70), windows=[EARLY]),
        neighbour=plan(act(duration=50), windows=[EARLY]),
        subject="",
        says="Not ready even on the last day",
    ),
    Case(
        code="ready-only-if-late",
        raises=plan(act(duration=50), windows=[EARLY]),
        neighbour=plan(act(duration=10), windows=[EARLY]),
        subject="",
        says="Ready only if inspectors come on",
    ),
    Case(
        code="readiness-cannot-be-said",
        raises=plan(act(), windows=[EARLY]),
        neighbour=plan(act(duration=5), windows=[EARLY]),
        subject="",
        says="It cannot be said",
    ),
    Case(
        code="no-target",
        raises=plan(),
        neighbour=plan(windows=[EARLY]),
        subject="",
        says="when inspectors return",
    ),
    Case(
        code="due-after-window",
        raises=plan(act(due="2024-09-02"), windows=[EARLY]),
        neighbour=plan(act(due="2024-08-30"), windows=[EARLY]),
        says="not before the last day of the window",
        size=1,
    ),
    Case(
        code="window-passed",
        raises=plan(windows=[EARLY]),
        neighbour=plan(
            windows=[EARLY],
            inspections=[LOWEST, NEXT],
            answers_inspection="I2024",
        ),
        subject="monitoring",
        says="its last known day, 2 September 2024, has passed",
        size=0,
        on=date(2024, 9, 2),
    ),
    Case(
        code="expected-day-passed",
        raises=plan(
            windows=[evolve(EARLY, expected=WindowEnd(day=date(2024, 8, 1), reason="usual"))]
        ),
        neighbour=plan(
            windows=[evolve(EARLY, expected=WindowEnd(day=date(2024, 8, 5), reason="usual"))]
        ),
        subject="monitoring",
        says="the expected day, 1 August 2024, has passed",
        size=1,
        on=date(2024, 8, 2),
    ),
    Case(
        code="agency-carries-path",
        raises=plan(act("A", accountable="CC", duration=9), act("B", accountable="CC", after="A")),
        neighbour=plan(
            act("A", accountable="CC", duration=9), act("B", accountable="ICB", after="A")
        ),
        subject="CC",
        says="A county council carries 100% of the critical path",
        size=29,
    ),
    Case(
        code="near-critical-path",
        raises=plan(act("A", duration=20), act("B", duration=15), act("C", after="B", duration=1)),
        neighbour=plan(
            act("A", duration=20), act("B", duration=5), act("C", after="B", duration=1)
        ),
        subject="C",
        says="The path B > C has only 4 working days more float",
    ),
)


COVERAGE = (
    Case(
        code="priority-action-unanswered",
        raises=plan(act(answers="AFI1"), recommendations=[PA1, AFI1]),
        neighbour=plan(act(answers="PA1(a)"), recommendations=[PA1, AFI1]),
        subject="PA1",
        says="No action answers priority action PA1 or any of its 2 parts",
    ),
    Case(
        code="improvement-unanswered",
        raises=plan(act(answers="PA1"), recommendations=[PA1, AFI1]),
        neighbour=plan(act(answers="AFI1"), recommendations=[PA1, AFI1]),
        subject="AFI1",
    ),
    Case(
        code="part-unanswered",
        raises=plan(act(answers="PA1(a)"), recommendations=[PA1]),
        neighbour=plan(act(answers=["PA1(a)", "PA1(b)"]), recommendations=[PA1]),
        subject="PA1(b)",
        says="Other parts of PA1 are answered, PA1(b) is not",
    ),
    Case(
        code="part-only-as-whole",
        raises=plan(act(answers=["PA1", "PA1(a)"]), recommendations=[PA1]),
        neighbour=plan(act(answers=["PA1", "PA1(a)", "PA1(b)"]), recommendations=[PA1]),
        subject="PA1(b)",
        says="A answers PA1 as a whole; nothing names its part PA1(b)",
    ),
    Case(
        code="recommendation-undated",
        raises=plan(act(answers="AFI1"), recommendations=[AFI1]),
        neighbour=plan(act(answers="AFI1", due="2024-07-01"), recommendations=[AFI1]),
        subject="AFI1",
        says="answered by A, which has no date",
    ),
    Case(
        code="action-answers-nothing",
        raises=plan(act(), recommendations=[AFI1]),
        neighbour=plan(act(answers="AFI1"), recommendations=[AFI1]),
        says="answers no recommendation",
    ),
    Case(
        code="actions-alike",
        raises=plan(act("A", title="Train staff"), act("B", title=" train  STAFF")),
        neighbour=plan(act("A", title="Train staff"), act("B", title="Train more staff")),
        subject="B",
        says="has the same title as A",
    ),
)


OWNERSHIP = (
    Case(
        code="action-without-owner",
        raises=plan(act()),
        neighbour=plan(act(lead="CC")),
        says="has no owner",
    ),
    Case(
        code="lead-unknown",
        raises=plan(act(accountable=["CC", "ICB"])),
        neighbour=plan(act(accountable=["CC", "ICB"], lead="CC")),
        says="CC and ICB are accountable",
    ),
    Case(
        code="owner-did-not-exist",
        raises=plan(act(accountable="OLD", planned_start="2026-04-01", due="2026-05-01")),
        neighbour=plan(act(accountable="NEW", planned_start="2026-04-01", due="2026-05-01")),
        says="OLD, an owner of A (Work A), ended on 31 March 2026",
    ),
    Case(
        code="owner-changes-during-work",
        raises=plan(act(accountable="OLD", planned_start="2026-03-02", due="2026-04-01")),
        neighbour=plan(act(accountable="OLD", planned_start="2026-03-02", due="2026-03-31")),
        says="ends on 31 March 2026, during the work",
    ),
    Case(
        code="owner-not-in-partnership",
        raises=plan(act(accountable="ICB"), partnership=PARTNERSHIP),
        neighbour=plan(act(accountable="NEW"), partnership=PARTNERSHIP),
        says="An NHS board owns A (Work A) and is not in Northshire",
    ),
    Case(
        code="responsible-body-without-action",
        raises=plan(
            act(answers="PA1", accountable="CC"),
            recommendations=[evolve(PA1, responsible=["CC", "OLD"])],
        ),
        neighbour=plan(
            act(answers="PA1", accountable="CC", contributors="NEW"),
            recommendations=[evolve(PA1, responsible=["CC", "OLD"])],
        ),
        subject="PA1",
        says="An old NHS board is responsible for PA1 and has no part in A",
    ),
    Case(
        code="priority-action-without-body",
        raises=plan(recommendations=[PA1]),
        neighbour=plan(recommendations=[evolve(PA1, responsible="CC"), AFI1]),
        subject="PA1",
    ),
)
