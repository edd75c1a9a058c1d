"""The default target: the next monitoring inspection not yet held, else the reinspection."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

from datetime import date
from typing import Any

from attrs import evolve

from send_framework import (
    Confidence,
    Inspection,
    InspectionKind,
    MonitoringResult,
    Outcome,
    Plan,
    Window,
    WindowEnd,
)
from send_framework.frameworks import target_window
from tests.frameworks.cases import SUFFOLK, ends, inspection

ON = date(2026, 1, 7)


def monitoring(**fields: Any) -> Inspection:
    """Return a monitoring inspection."""
    known: dict[str, Any] = {"id": "M", "kind": InspectionKind.MONITORING, "outcome": None}
    return inspection(**(known | fields))


def target(*inspections: Inspection, on: date = ON, **fields: Any) -> Window:
    """Return the target of a plan that must have one."""
    found = target_window(Plan(title="P", inspections=inspections, **fields), on)
    assert found is not None
    return found


def expected(scope: str, day: date) -> Window:
    """Return a window that a plan gives."""
    end = WindowEnd(day=day, reason="the board expects it")
    return Window(id=scope, name="Own", scope=scope, expected=end)


def test_the_rule_gives_suffolks_monitoring_window() -> None:
    """18 months from receipt, at the latest as seen elsewhere."""
    assert ends(target(SUFFOLK)) == {"expected": "2025-07-18", "latest": "2026-03-30"}
    assert ends(target(SUFFOLK, on=date(2024, 5, 24))) == {"expected": "2025-07-18"}


def test_the_plans_own_window_beats_the_rule() -> None:
    """A window with the id, else with the scope, is believed."""
    own = expected("monitoring", date(2025, 6, 2))
    scoped = evolve(own, id="visit")
    assert target(SUFFOLK, windows=[own]) is own
    assert target(SUFFOLK, windows=[scoped]) is scoped
    assert target(SUFFOLK, windows=[scoped, own]) is own


def test_an_announced_inspection_beats_the_rule() -> None:
    """Dated 2 March 2026, or for a month, it is the target; "ongoing" is no date."""
    announced = monitoring(on_site_start="2026-03-02", confidence=Confidence.VERIFIED)
    found = target(SUFFOLK, announced)
    assert ends(found) == dict.fromkeys(("earliest", "expected", "latest"), "2026-03-02")
    assert found.confidence is Confidence.VERIFIED
    assert found.explanation == (
        "Monitoring inspection M is announced: first day on site on 2 March 2026."
    )
    month = target(SUFFOLK, monitoring(on_site_start="March 2026"))
    assert ends(month) == {"earliest": "2026-03-01", "latest": "2026-03-31"}
    vague = target(SUFFOLK, monitoring(on_site_start="ongoing"))
    assert ends(vague)["expected"] == "2025-07-18"


def test_a_call_fixes_the_day_on_site() -> None:
    """Hertfordshire, called on Monday 6 October 2025, had inspectors on site from the 20th."""
    called = monitoring(notified="2025-10-06")
    found = target(SUFFOLK, called, on=date(2025, 10, 6))
    assert ends(found) == dict.fromkeys(("earliest", "expected", "latest"), "2025-10-20")
    assert "10 working days after call to the partnership on 6 October" in found.explanation
    assert found.confidence is Confidence.INFERRED
    before = target(SUFFOLK, called, on=date(2025, 10, 3))
    assert ends(before)["expected"] == "2025-07-18"


def test_the_day_is_the_one_on_site() -> None:
    """Fieldwork that begins on a Thursday brings inspectors on the Monday."""
    found = target(SUFFOLK, monitoring(fieldwork_start="2026-02-26"))
    assert ends(found)["expected"] == "2026-03-02"
    elsewhere = monitoring(fieldwork_start="2026-02-26", framework="another")
    assert ends(target(SUFFOLK, elsewhere))["expected"] == "2025-07-18"


def test_looking_back_a_visit_on_record_is_not_yet_announced() -> None:
    """In May 2024 nobody knew the day on which inspectors would come in 2025."""
    held = monitoring(on_site_start="2025-09-29", fieldwork_end="2025-10-01")
    assert ends(target(SUFFOLK, held, on=date(2024, 5, 24))) == {"expected": "2025-07-18"}
    during = target(SUFFOLK, held, on=date(2025, 9, 30))
    assert ends(during)["expected"] == "2025-09-29"
    secret = monitoring(on_site_start="2026-03-02", notified="2026-02-16")
    assert ends(target(SUFFOLK, secret))["expected"] == "2025-07-18"


def test_a_monitoring_inspection_held_leaves_the_reinspection() -> None:
    """Held by the data date, it is over; after it, the full reinspection is the target."""
    held = monitoring(fieldwork_end="2025-10-01", published="2025-11-19")
    assert target(SUFFOLK, held).scope == "reinspection"
    assert target(SUFFOLK, held, on=date(2025, 9, 30)).scope == "monitoring"
    undated = monitoring(monitoring_result=MonitoringResult.EFFECTIVE_ACTION)
    assert target(SUFFOLK, undated).scope == "reinspection"


def test_one_held_before_the_inspection_answered_is_history() -> None:
    """A monitoring inspection of an earlier round does not end this one's."""
    for day in ("2023-05-05", "2023-11-17"):
        earlier = monitoring(fieldwork_end=day)
        assert target(earlier, SUFFOLK).scope == "monitoring"


def test_the_better_outcomes_have_no_monitoring_inspection() -> None:
    """Their target is the next full inspection."""
    better = evolve(SUFFOLK, outcome=Outcome.INCONSISTENT)
    found = target(better)
    assert (found.scope, found.name) == ("reinspection", "Full reinspection")
    own = expected("reinspection", date(2026, 9, 1))
    assert target(better, windows=[own]) is own


def test_after_the_reinspection_there_is_no_target() -> None:
    """Once both have been held the plan has met what it was made for."""
    held = monitoring(fieldwork_end="2025-10-01")
    again = evolve(
        SUFFOLK,
        id="I2027",
        on_site_start=None,
        fieldwork_end="2027-01-15",
        report_received=None,
        published="2027-03-12",
    )
    plan = Plan(title="P", inspections=[SUFFOLK, held, again], answers_inspection="I2023")
    assert target_window(plan, date(2027, 1, 15)) is None
    assert target_window(plan, date(2027, 1, 14)) is not None


def test_a_plan_that_answers_nothing_has_no_target() -> None:
    """Without an inspection nothing says when inspectors come; a window of its own does."""
    assert target_window(Plan(title="P"), ON) is None
    own = expected("reinspection", date(2026, 9, 1))
    assert target_window(Plan(title="P", windows=[own]), ON) is own
    older = inspection(framework="local_area_2016", outcome=Outcome.STATEMENT_REQUIRED)
    assert target_window(Plan(title="P", inspections=[older]), ON) is None


def test_before_the_report_only_fieldwork_speaks() -> None:
    """A report that is not yet received starts no clock of its own."""
    found = target(SUFFOLK, on=date(2023, 12, 1))
    assert ends(found) == {"expected": "2026-11-13"}
