"""Windows, what ends them, and who carries the path."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Inspection,
    InspectionKind,
    Milestone,
    MonitoringResult,
)
from send_framework.checks import Severity
from tests.checks.cases import EARLY, LOWEST, act, plan
from tests.checks.looking import found, only

LATER = date(2024, 9, 2)


def test_a_window_of_another_scope_never_counts_as_held() -> None:
    """A milestone's window is over when its last day is, whatever was inspected."""
    own = evolve(EARLY, id="board", name="Board", scope="M")
    board = Milestone(id="M", title="Board", due="2024-08-01")
    asked = plan(act(), milestones=[board], windows=[own], inspections=[LOWEST])
    assert [each.subject for each in found(asked, "window-passed", LATER)] == ["board"]


@pytest.mark.parametrize(
    ("fields", "passed"),
    [
        ({"fieldwork_end": "2024-08-30"}, False),
        ({"fieldwork_end": "2024-09-20"}, True),
        ({"fieldwork_end": "2016-12-16"}, True),
        ({}, False),
    ],
)
def test_only_a_monitoring_inspection_since_the_report_ends_its_window(
    fields: dict[str, Any],
    passed: bool,  # noqa: FBT001
) -> None:
    """One held before the report, or after the data date, is not the one expected."""
    monitoring = Inspection(
        id="IM",
        kind=InspectionKind.MONITORING,
        framework="area_send_2023",
        monitoring_result=MonitoringResult.EFFECTIVE_ACTION,
        **fields,
    )
    window = evolve(EARLY, scope="monitoring")
    asked = plan(windows=[window], inspections=[LOWEST, monitoring], answers_inspection="I2024")
    subjects = [each.subject for each in found(asked, "window-passed", LATER)]
    assert ("monitoring" in subjects) is passed


def test_a_handbook_window_is_outlived_not_breached() -> None:
    """Thirty months after a report nobody came: a warning that says the rule is no law."""
    asked = plan(inspections=[LOWEST])
    passed = {each.subject: each for each in found(asked, "window-passed", date(2027, 9, 1))}
    finding = next(each for each in passed.values() if each.rule is not None)
    assert finding.severity is Severity.WARNING
    assert "not law" in finding.message


def test_a_plan_may_answer_no_inspection_and_still_have_a_window() -> None:
    """The plan's own window needs no inspection, and one held after it began ends it."""
    held = Inspection(
        id="I2", kind=InspectionKind.FULL, framework="area_send_2023", published="2024-08-30"
    )
    asked = plan(windows=[EARLY], inspections=[held])
    assert found(asked, "window-passed", LATER) == []


def test_a_window_with_one_end_can_be_missed() -> None:
    """With a single known day the size is the distance to that day."""
    only_latest = evolve(EARLY, earliest=None)
    finding = only(plan(act(duration=70), windows=[only_latest]), "not-ready")
    assert finding.working_days is not None
    assert finding.working_days > 0
    assert finding.related == ("A",)


def test_the_path_of_one_activity_hangs_on_nobody() -> None:
    """One action is always owned by somebody: that is no concentration."""
    assert found(plan(act(accountable="CC", duration=9)), "agency-carries-path") == []


def test_work_without_an_owner_is_no_agency() -> None:
    """Unowned work on the path is told by its own code."""
    asked = plan(act("A", duration=9), act("B", after="A"))
    assert found(asked, "agency-carries-path") == []
