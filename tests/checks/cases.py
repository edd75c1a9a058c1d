"""What the cases of every check are made of: a small world, and a case."""

from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Inspection,
    InspectionKind,
    LocalAreaPartnership,
    Outcome,
    Plan,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    Source,
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
    given: dict[str, Any] = {"title": f"Work {id}", **fields}
    return Action(id=id, **given)


def plan(*actions: Action, **fields: Any) -> Plan:  # noqa: ANN401
    """Return a plan that began on Monday 3 June 2024, with these actions."""
    given: dict[str, Any] = {"start": date(2024, 6, 3), "data_date": ON, "agencies": AGENCIES}
    return Plan(title="A plan", actions=actions, **(given | fields))


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
