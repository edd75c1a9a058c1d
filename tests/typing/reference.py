"""What mypy and pyright have to find out about England's data; nothing here is run."""

from datetime import date
from typing import assert_type

from send_framework import Agency, Confidence, Outcome, Plan
from send_framework.frameworks import deadlines
from send_framework.reference import (
    Body,
    CareBoard,
    Comparator,
    LocalArea,
    NextInspection,
    Picture,
    PublishedInspection,
    ServedArea,
    Waits,
    agencies_for,
    board,
    boards_for,
    comparators,
    due_next,
    inspections,
    local_area,
    monitoring_waits,
    outcomes,
    resolve,
)


def look_ups() -> None:
    """A name gives one thing of a known class, or an error."""
    assert_type(local_area("Suffolk"), LocalArea)
    assert_type(board("SNEE"), CareBoard)
    assert_type(boards_for("Suffolk", on=date(2024, 1, 30)), tuple[ServedArea, ...])
    assert_type(agencies_for("Suffolk", until=date(2026, 7, 1)), tuple[Agency, ...])


def printed_names() -> None:
    """A resolution may have no body, and then it has no confidence."""
    found = resolve("NHS Sussex")
    assert_type(found.body, Body | None)
    assert_type(found.confidence, Confidence | None)
    assert_type(found.candidates, tuple[Body, ...])


def the_picture(plan: Plan) -> None:
    """Counts are numbers, days are days, and an unknown one is `None`."""
    picture = outcomes(as_of=date(2024, 12, 31))
    assert_type(picture, Picture)
    assert_type(picture.overall.outcomes[0].interval, tuple[float, float] | None)
    assert_type(picture.overall.count(Outcome.INCONSISTENT), int)
    assert_type(monitoring_waits(), Waits)
    assert_type(inspections("Suffolk"), tuple[PublishedInspection, ...])
    assert_type(inspections()[0].last_day, date | None)
    assert_type(due_next(deadlines), tuple[NextInspection, ...])
    assert_type(comparators(plan), tuple[Comparator, ...])
