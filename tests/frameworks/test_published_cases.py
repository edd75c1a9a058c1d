"""The rules against the dates that councils, Parliament and the press have published."""

import csv
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from attrs import evolve

from send_framework import (
    ENGLAND,
    Confidence,
    Event,
    EventKind,
    Inspection,
    Modality,
    Outcome,
    Unit,
)
from send_framework.frameworks import rule_book
from tests.frameworks.cases import (
    LANCASHIRE,
    MADE,
    OXFORDSHIRE,
    PUBLISHED,
    SUBMITTED,
    SUFFOLK,
    by_rule,
    due,
    ends,
    inspection,
    window,
)


@pytest.mark.parametrize(
    ("area", "rule", "day"),
    [
        (SUFFOLK, SUBMITTED, date(2024, 3, 7)),
        (SUFFOLK, MADE, date(2024, 4, 29)),
        (SUFFOLK, PUBLISHED, date(2024, 4, 29)),
        (OXFORDSHIRE, SUBMITTED, date(2023, 10, 24)),
        (OXFORDSHIRE, MADE, date(2023, 12, 12)),
        (LANCASHIRE, SUBMITTED, date(2025, 3, 25)),
    ],
)
def test_plan_is_due_on_the_published_day(area: Inspection, rule: str, day: date) -> None:
    """Counted from receipt, each plan is due on the day that its area published."""
    found = due(area, rule)
    assert (found.due, found.due_latest) == (day, day)
    assert not found.rule.anchor_inferred


def test_sloughs_statement_of_2021_was_due_by_the_same_law() -> None:
    """Received 9 November 2021, due 18 February 2022: 70 working days through Christmas."""
    edition = rule_book("area_send_2023").rule(MADE).edition_on(date(2022, 2, 18))
    assert edition.day_from(date(2021, 11, 9)) == date(2022, 2, 18)
    assert edition.day_from(date(2022, 2, 18), before=True) == date(2021, 11, 9)
    assert edition.modality is Modality.STATUTORY


def test_counting_from_publication_comes_too_late() -> None:
    """From publication Suffolk's due day is working day 27, so 35 would be 8 days late."""
    assert ENGLAND.count(date(2024, 1, 30), date(2024, 3, 7)) == 27
    wrong = evolve(SUFFOLK, report_received=SUFFOLK.published)
    assert due(wrong, SUBMITTED).due == date(2024, 3, 19)


def test_receipt_is_inferred_from_publication_as_a_range() -> None:
    """With publication alone, Suffolk's receipt lies between 18 and 22 January 2024."""
    found = due(evolve(SUFFOLK, report_received=None), SUBMITTED)
    assert (found.due, found.due_latest) == (date(2024, 3, 7), date(2024, 3, 11))
    assert found.rule.anchor_inferred
    assert found.rule.anchor_date == date(2024, 1, 18)
    assert found.confidence is Confidence.INFERRED
    assert "between 18 January 2024 and 22 January 2024 (inferred as 6 to 8" in found.explanation


@pytest.mark.parametrize("area", [SUFFOLK, OXFORDSHIRE, LANCASHIRE])
def test_the_inferred_range_holds_the_receipt_worked_back(area: Inspection) -> None:
    """The due day counted from the known receipt lies within the inferred one."""
    known, inferred = due(area, SUBMITTED), due(evolve(area, report_received=None), SUBMITTED)
    assert inferred.due <= known.due <= inferred.due_latest


def test_the_law_is_told_from_custom() -> None:
    """Only the 70 working days to the final plan are law."""
    found = by_rule(SUFFOLK)
    law = {key for key, each in found.items() if each.rule and _binding(each.rule.modality)}
    assert law == {MADE}


def _binding(modality: Modality) -> bool:
    return modality is Modality.STATUTORY


def test_suffolks_windows() -> None:
    """Monitoring on 18 July 2025, at the latest 30 March 2026; then the full reinspection."""
    monitoring = window(SUFFOLK, "monitoring-inspection")
    assert ends(monitoring) == {"expected": "2025-07-18", "latest": "2026-03-30"}
    assert monitoring.latest
    assert monitoring.latest.reason.startswith("seen elsewhere: 26 months after publication")
    assert monitoring.latest.confidence is Confidence.INFERRED
    assert monitoring.scope == "monitoring"
    assert "latest 30 March 2026, seen elsewhere" in monitoring.explanation
    full = window(SUFFOLK, "full-reinspection")
    assert ends(full) == {"earliest": "2026-11-13", "latest": "2027-01-30"}
    assert full.scope == "reinspection"


def test_in_may_2024_nobody_knew_how_late_inspectors_would_be() -> None:
    """As of May 2024 the window has no latest end, and the edition is that of 2023."""
    monitoring = window(SUFFOLK, "monitoring-inspection", on=date(2024, 5, 24))
    assert ends(monitoring) == {"expected": "2025-07-18"}
    assert monitoring.rule
    assert monitoring.rule.edition == "2023"


def test_hertfordshire_was_called_ten_working_days_ahead() -> None:
    """Called on 26 June 2023, on site on 10 July; called on 6 October 2025, on 20 October."""
    called = inspection(notified="2023-06-26", outcome=None)
    assert due(called, "notice-on-site").due == date(2023, 7, 10)
    assert due(called, "notice-fieldwork").due == date(2023, 7, 6)
    again = evolve(called, notified="2025-10-06")
    assert due(again, "notice-on-site").due == date(2025, 10, 20)


def test_oxfordshires_result_appeared_35_working_days_after_the_visit() -> None:
    """Inspectors left on 1 October 2025, the result came on 19 November."""
    rule = rule_book("area_send_2023").rule("monitoring-report-published")
    edition = rule.edition_on(date(2025, 11, 19))
    assert edition.day_from(date(2025, 10, 1)) == date(2025, 11, 19)


def test_cornwall_came_back_between_both_anchors() -> None:
    """Fieldwork from 6 February, published 5 May 2023; the next came on 23 March 2026."""
    cornwall = inspection(
        on_site_start="2023-02-06",
        fieldwork_end="2023-02-10",
        published="2023-05-05",
        outcome=Outcome.INCONSISTENT,
    )
    full = window(cornwall, "full-reinspection")
    assert full.earliest
    assert full.latest
    assert full.earliest.day <= date(2026, 3, 23) <= full.latest.day


@pytest.mark.parametrize(
    ("published", "notice"),
    [
        ("2023-09-15", date(2023, 11, 16)),  # Oxfordshire
        ("2024-11-14", date(2025, 1, 14)),  # Derbyshire
        ("2024-02-23", date(2024, 5, 3)),  # Bexley, 10 weeks
    ],
)
def test_notices_came_within_the_window(published: str, notice: date) -> None:
    """The department's notices fall into the window seen."""
    seen = window(inspection(published=published), "improvement-notice")
    assert seen.earliest
    assert seen.latest
    assert seen.earliest.day <= notice <= seen.latest.day


@pytest.mark.parametrize(
    ("submitted", "answered"),
    [(date(2023, 10, 24), date(2023, 12, 12)), (date(2025, 3, 25), date(2025, 4, 1))],
)
def test_replies_came_within_the_window(submitted: date, answered: date) -> None:
    """Oxfordshire waited 35 working days for an answer, Lancashire 5."""
    event = Event(id="E", title="Submitted", kind=EventKind.PLAN_SUBMITTED, date=submitted)
    seen = window(inspection(), "plan-reply", events=[event])
    days = [end.day for _, end in seen.ends()]
    assert answered in days


_LABELS = {
    "typically-positive": Outcome.TYPICALLY_POSITIVE,
    "inconsistent": Outcome.INCONSISTENT,
    "widespread-systemic-failings": Outcome.WIDESPREAD_FAILINGS,
}


def _outcomes(shared: Path) -> list[dict[str, str]]:
    with (shared / "domain" / "published-outcomes.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_reports_took_29_to_101_working_days(shared: Path) -> None:
    """The spread from fieldwork to publication is that of every published report."""
    waits = [
        ENGLAND.count(date.fromisoformat(row["inspection_end"]), date.fromisoformat(published))
        for row in _outcomes(shared)
        if (published := row["published_date"]) and row["inspection_end"]
    ]
    seen = rule_book("area_send_2023").rule("report-published").editions[0]
    assert len(waits) > 90
    assert (min(waits), median(waits), max(waits)) == (seen.least, seen.amount, seen.most)


def test_every_report_prints_what_the_rules_say(shared: Path) -> None:
    """Years to the next inspection and months to the monitoring one follow from the outcome."""
    for row in _outcomes(shared):
        rules = rule_book("area_send_2023").outcome(_LABELS[row["outcome"]]).rules
        editions = [rule_book("area_send_2023").rule(key).editions[0] for key in rules]
        years = [each.amount for each in editions if each.unit is Unit.YEARS]
        months = [each.amount for each in editions if each.unit is Unit.MONTHS]
        assert row["next_inspection_within_years"] in {"", str(years[0])}
        assert row["monitoring_within_months"] in {"", *map(str, months)}
