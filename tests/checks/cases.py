"""For every code the smallest plan that raises it, and a neighbour that does not."""

from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Assumption,
    Claim,
    Commitment,
    CommitmentKind,
    Confidence,
    Dependency,
    DependencyType,
    Direction,
    Event,
    EventKind,
    Evidence,
    EvidenceKind,
    Inspection,
    InspectionKind,
    LocalAreaPartnership,
    Measure,
    MeasureKind,
    Meeting,
    Milestone,
    Observation,
    Outcome,
    Plan,
    PlanKind,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    ReviewCycle,
    Share,
    Source,
    Status,
    Target,
    Window,
    WindowEnd,
)

ON = date(2024, 6, 7)
"""A Friday, a week after the plans below begin."""

COUNCIL = Agency(id="CC", name="A county council", kind=AgencyKind.LOCAL_AUTHORITY)
BOARD = Agency(id="ICB", name="An NHS board", kind=AgencyKind.INTEGRATED_CARE_BOARD)
FORUM = Agency(id="PCF", name="A parent carer forum", kind=AgencyKind.PARENT_CARER_FORUM)
NEW_BOARD = Agency(
    id="NEW",
    name="A new NHS board",
    kind=AgencyKind.INTEGRATED_CARE_BOARD,
    valid_from=date(2026, 4, 1),
)
OLD_BOARD = Agency(
    id="OLD",
    name="An old NHS board",
    kind=AgencyKind.INTEGRATED_CARE_BOARD,
    valid_to=date(2026, 3, 31),
    successors="NEW",
)
AGENCIES = (COUNCIL, BOARD, FORUM, NEW_BOARD, OLD_BOARD)
PARTNERSHIP = LocalAreaPartnership(
    name="Northshire local area partnership", area="Northshire", local_authority="CC", boards="OLD"
)
REPORT = Source(key="report", title="Area SEND inspection of Northshire")
MINUTES = Source(key="minutes", title="Minutes of the board")

LOWEST = Inspection(
    id="I2024",
    kind=InspectionKind.FULL,
    framework="area_send_2023",
    report_received="2024-01-18",
    published="2024-01-30",
    outcome=Outcome.WIDESPREAD_FAILINGS,
)
NEXT = evolve(LOWEST, id="I2", report_received="2024-08-20", published="2024-08-30")
MIDDLE = evolve(LOWEST, outcome=Outcome.INCONSISTENT)

PA1 = Recommendation(
    id="PA1",
    kind=RecommendationKind.PRIORITY_ACTION,
    text="Plan together.",
    parts=[
        RecommendationPart(id="PA1(a)", text="Governance"),
        RecommendationPart(id="PA1(b)", text="Quality assurance"),
    ],
)
AFI1 = Recommendation(
    id="AFI1", kind=RecommendationKind.AREA_FOR_IMPROVEMENT, text="Use what the data say."
)

EARLY = Window(
    id="monitoring",
    name="Monitoring inspection",
    scope="reinspection",
    earliest=WindowEnd(day=date(2024, 7, 1), reason="announced"),
    latest=WindowEnd(day=date(2024, 9, 2), reason="announced"),
)


def act(id: str = "A", **fields: Any) -> Action:  # noqa: A002, ANN401 - as the class names it
    """Return an action with a title."""
    return Action(id=id, **{"title": f"Work {id}", **fields})


def plan(*actions: Action, **fields: Any) -> Plan:  # noqa: ANN401
    """Return a plan that began on Monday 3 June 2024, with these actions."""
    given = {"title": "A plan", "start": date(2024, 6, 3), "data_date": ON, "agencies": AGENCIES}
    return Plan(actions=actions, **{**given, **fields})


@frozen(kw_only=True)
class Case:
    """One code with a plan that raises it and a neighbour that does not.

    Attributes:
        code: The code.
        raises: The smallest plan that raises it.
        neighbour: A plan that differs in one thing and does not.
        subject: Whom the finding is about.
        says: Words expected in its message.
        size: Its size in working days, where it has one.
        on: The data date.
    """

    code: str
    raises: Plan
    neighbour: Plan
    subject: str = "A"
    says: str = ""
    size: int | None = None
    on: date = field(default=ON)


def _measure(*observations: Observation, **fields: Any) -> Measure:  # noqa: ANN401
    given = {"id": "M", "title": "Plans issued in a month", "unit": "plans"}
    return Measure(observations=observations, **{**given, **fields})


_GROWTH = (Observation(value=186, period="2024-11"), Observation(value=364, period="2025-11"))
_CYCLE = ReviewCycle(id="B", title="The board", held=[Meeting(id="B1", date="2024-05-03")])
_GATE = Commitment(id="C", title="Contracts renewed", kind=CommitmentKind.CONTRACT, after="A")
_DONE = {"status": Status.COMPLETE, "actual_start": "2024-06-03", "actual_finish": "2024-06-05"}
_DELIVERED = Evidence(text="Posts filled")
_IMPACT = Evidence(text="Families say so", kind=EvidenceKind.IMPACT)
_MADE = {"id": "E", "title": "The plan is approved", "kind": EventKind.PLAN_APPROVED}
_SENT = {"id": "E", "title": "The plan is sent in", "kind": EventKind.PLAN_SUBMITTED}
_OUT = {"id": "E2", "title": "The plan is published", "kind": EventKind.PLAN_PUBLISHED}
_MEETS = "priority-action-plan-made"
_SUBMITS = "priority-action-plan-submitted"
_ANCHORED = {"inspections": [LOWEST], "data_date": date(2024, 2, 1), "start": date(2024, 1, 19)}
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

EVIDENCE = (
    Case(
        code="action-without-success-measure",
        raises=plan(act()),
        neighbour=plan(act(success_measures="60 posts filled")),
    ),
    Case(
        code="action-without-evidence",
        raises=plan(act()),
        neighbour=plan(act(evidence=[_DELIVERED])),
    ),
    Case(
        code="complete-without-evidence",
        raises=plan(act(**_DONE)),
        neighbour=plan(act(**_DONE, evidence=[_IMPACT])),
    ),
    Case(
        code="done-without-impact",
        raises=plan(act(**_DONE, evidence=[_DELIVERED])),
        neighbour=plan(act(**_DONE, evidence=[_DELIVERED, _IMPACT])),
    ),
    Case(
        code="measure-unobserved",
        raises=plan(measures=[_measure()]),
        neighbour=plan(measures=[_measure(*_GROWTH)]),
        subject="M",
    ),
    Case(
        code="measure-without-target",
        raises=plan(act(measures="M"), measures=[_measure()]),
        neighbour=plan(act(measures="M"), measures=[_measure(targets=[Target(value=9)])]),
        subject="M",
    ),
    Case(
        code="measure-without-baseline",
        raises=plan(measures=[_measure(*_GROWTH, targets=[Target(value=9)])]),
        neighbour=plan(
            measures=[_measure(Observation(value=3.8, is_baseline=True), targets=[Target(value=9)])]
        ),
        subject="M",
    ),
    Case(
        code="target-missed",
        raises=plan(
            measures=[
                _measure(
                    Observation(value=32, period="2024-05"),
                    better=Direction.UP,
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        neighbour=plan(
            measures=[
                _measure(
                    Observation(value=50, period="2024-05"),
                    better=Direction.UP,
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        subject="M",
        says="49.1 plans was aimed at by May 2024; May 2024 shows 32",
    ),
    Case(
        code="target-unreported",
        raises=plan(
            measures=[
                _measure(
                    Observation(value=32, period="2024-04"),
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        neighbour=plan(
            measures=[
                _measure(
                    Observation(value=32, period="2024-05"),
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        subject="M",
        says="no figure has been published since 31 May 2024",
    ),
)

FIGURES = (
    Case(
        code="figures-contradict",
        raises=plan(
            measures=[
                _measure(
                    Observation(value=3.8, period="2023"), Observation(value=3.9, period="2023")
                )
            ]
        ),
        neighbour=plan(
            measures=[
                _measure(
                    Observation(value=3.8, period="2023-11"), Observation(value=3.9, period="2023")
                )
            ]
        ),
        subject="M",
        says="2023: 3.8 and 3.9",
    ),
    Case(
        code="flow-with-stock",
        raises=plan(measures=[_measure(Observation(value=60, counts=MeasureKind.STOCK))]),
        neighbour=plan(measures=[_measure(Observation(value=60, counts=MeasureKind.FLOW))]),
        subject="M",
        says="60 (no period) is a stock, the measure counts a flow",
    ),
    Case(
        code="change-contradicts-figures",
        raises=plan(
            measures=[_measure(*_GROWTH, claims=[Claim(about="observations", says="up by 65 %")])]
        ),
        neighbour=plan(
            measures=[_measure(*_GROWTH, claims=[Claim(about="observations", says="+95.7%")])]
        ),
        subject="M",
        says="364 after 186 is +95.7 %",
    ),
    Case(
        code="sum-unexplained",
        raises=plan(
            commitments=[
                Commitment(
                    id="F",
                    title="A package",
                    kind=CommitmentKind.FUNDING,
                    amount=9_100_000,
                    shares=[Share(label="2024/25", amount=2_600_000)],
                )
            ]
        ),
        neighbour=plan(
            commitments=[
                Commitment(
                    id="F",
                    title="A package",
                    kind=CommitmentKind.FUNDING,
                    amount=2_600_000,
                    shares=[Share(label="2024/25", amount=2_600_000)],
                )
            ]
        ),
        subject="F",
        says="2,600,000 of 9,100,000 pounds; 6,500,000 are unexplained",
    ),
)

DOUBT = (
    Case(
        code="assumption-on-critical-path",
        raises=plan(
            act(duration=9),
            assumptions=[Assumption(id="X", reason="Boards take that.", fills=["A duration"])],
        ),
        neighbour=plan(act(duration=9)),
        says="the duration of A (9 working days) is assumed (X: Boards take that)",
    ),
    Case(
        code="sources-disagree",
        raises=plan(act(claims=[Claim(about="actual_finish", says="25 March")])),
        neighbour=plan(act()),
        says="actual finish of A: another source says '25 March'",
    ),
    Case(
        code="fact-unverified",
        raises=plan(act(confidence=Confidence.UNVERIFIED)),
        neighbour=plan(act(confidence=Confidence.SECONDARY)),
        says="A is unverified",
    ),
    Case(
        code="actions-unsourced",
        raises=plan(act("A", sources=[REPORT]), act("B")),
        neighbour=plan(act("A", sources=[REPORT]), act("B", sources=[MINUTES])),
        subject="",
        says="1 of 2 actions name no source: B",
    ),
)

RUN = (
    Case(
        code="cannot-be-checked",
        raises=plan(act(due="2190-01-01")),
        neighbour=plan(act(due="2090-01-02")),
        subject="",
        says="checks cannot answer",
    ),
)

CASES = (
    *FRAMEWORK, *DUTIES, *READINESS, *COVERAGE, *PROMISES, *KEEPING, *ORDER, *GATES, *OWNERSHIP,
    *PROGRESS, *EVIDENCE, *FIGURES, *DOUBT, *RUN,
)  # fmt: skip
