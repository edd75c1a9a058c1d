"""Inspections as published, and small ones made for a test."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

from typing import Any

from attrs import evolve

from send_framework import Deadline, Inspection, InspectionKind, Outcome, Window
from send_framework.frameworks import deadlines

SUBMITTED = "priority-action-plan-submitted"
MADE = "priority-action-plan-made"
PUBLISHED = "priority-action-plan-published"

SUFFOLK = Inspection(
    id="I2023",
    kind=InspectionKind.FULL,
    framework="area_send_2023",
    on_site_start="2023-11-13",
    fieldwork_end="2023-11-17",
    report_received="2024-01-18",
    published="2024-01-30",
    outcome=Outcome.WIDESPREAD_FAILINGS,
)
OXFORDSHIRE = evolve(
    SUFFOLK,
    on_site_start="2023-07-17",
    fieldwork_end="2023-07-21",
    report_received="2023-09-05",
    published="2023-09-15",
)
LANCASHIRE = evolve(
    SUFFOLK,
    on_site_start=None,
    fieldwork_end="2024-12-13",
    report_received="2025-02-04",
    published="2025-02-12",
)


def inspection(**fields: Any) -> Inspection:
    """Return a full inspection of 2023's framework with the lowest outcome, or as asked."""
    known: dict[str, Any] = {
        "id": "I1",
        "kind": InspectionKind.FULL,
        "framework": "area_send_2023",
        "outcome": Outcome.WIDESPREAD_FAILINGS,
    }
    return Inspection(**(known | fields))


def by_rule(found: Inspection, **options: Any) -> dict[str, Deadline | Window]:
    """Return the deadlines and windows of an inspection by the key of their rule."""
    return {each.rule.rule: each for each in deadlines(found, **options) if each.rule}


def due(found: Inspection, rule: str, **options: Any) -> Deadline:
    """Return one deadline of an inspection."""
    result = by_rule(found, **options)[rule]
    assert isinstance(result, Deadline)
    return result


def window(found: Inspection, rule: str, **options: Any) -> Window:
    """Return one window of an inspection."""
    result = by_rule(found, **options)[rule]
    assert isinstance(result, Window)
    return result


def ends(shown: Window) -> dict[str, str]:
    """Return the days of a window's known ends."""
    return {name: end.day.isoformat() for name, end in shown.ends()}
