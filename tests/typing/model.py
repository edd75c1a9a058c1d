"""What mypy and pyright have to find out by themselves about the model; nothing here is run."""

from datetime import date
from typing import assert_type

from send_framework import (
    ENGLAND,
    Action,
    Agency,
    AgencyKind,
    ApproximateDate,
    Confidence,
    Dependency,
    DependencyType,
    Inspection,
    InspectionKind,
    Plan,
    Recommendation,
    Source,
)


def describe() -> Plan:
    """Ids, days and text are taken as people write them; what is stored has one type."""
    council = Agency(id="NCC", name="Northshire County Council", kind=AgencyKind.LOCAL_AUTHORITY)
    first = Action(id="A", title="Agree the data", accountable="NCC", duration=20)
    second = Action(
        id="B",
        title="Write the strategy",
        accountable=["NCC"],
        after=["A", Dependency(id="A", type=DependencyType.START_TO_START, lag=5)],
        due="August 2024",
        confidence=Confidence.VERIFIED,
    )
    return Plan(title="Improvement plan", agencies=[council], actions=(first, second))


def read(plan: Plan, inspection: Inspection) -> None:
    """What comes out of the model is narrow: tuples, approximate dates, enums."""
    assert_type(plan.actions, tuple[Action, ...])
    assert_type(plan.recommendations, tuple[Recommendation, ...])
    assert_type(plan.data_date, date | None)
    for action in plan.actions:
        assert_type(action.due, ApproximateDate | None)
        assert_type(action.after, tuple[Dependency, ...])
        assert_type(action.accountable, tuple[str, ...])
        assert_type(action.sources, tuple[Source, ...])
        if action.due is not None:
            assert_type(action.due.latest(), date | None)
    assert_type(inspection.kind, InspectionKind)


def count() -> None:
    """Working days in, days out."""
    assert_type(ENGLAND.add(date(2024, 1, 18), 35), date)
    assert_type(ENGLAND.count(date(2024, 1, 18), date(2024, 3, 7)), int)
    assert_type(ENGLAND.is_working(date(2024, 3, 29)), bool)
    assert_type(ENGLAND.why_closed(date(2024, 3, 29)), str | None)
