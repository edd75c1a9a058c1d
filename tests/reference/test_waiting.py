"""How long things took, recounted day by day from the collected tables."""

from datetime import date, timedelta
from statistics import median

import pytest

from send_framework import Confidence, InspectionKind, MonitoringResult, Outcome
from send_framework.frameworks import deadlines, rule_book
from send_framework.reference import (
    due_next,
    follow_ups,
    inspections,
    monitoring_waits,
    not_yet_inspected,
    publication_times,
    reinspection_waits,
)
from send_framework.reference.areas import local_areas
from tests.reference.conftest import Raw

# England's bank holidays from Monday to Friday, January 2023 to June 2026, as proclaimed.
BANK_HOLIDAYS = set(
    map(
        date.fromisoformat,
        """
        2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25
        2023-12-26 2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25
        2024-12-26 2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25
        2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25
        """.split(),  # noqa: SIM905 - a list would take thirty lines
    )
)
CASE_WAITS = {
    "Hertfordshire": ("2023-11-10", "2025-10-20", "2025-10-20"),
    "Oxfordshire": ("2023-09-15", "2025-09-29", "2025-09-29"),
    "Nottinghamshire": ("2023-05-16", "2025-07-01", "2025-07-31"),
}
"""Publication, and the first and last day on which inspectors can have come."""


def working_days(after: date, through: date) -> int:
    """Count working days one by one."""
    days = (after + timedelta(days=n) for n in range(1, (through - after).days + 1))
    return sum(day.weekday() < 5 and day not in BANK_HOLIDAYS for day in days)


def test_times_to_publication_are_those_counted_by_hand(raw: Raw) -> None:
    """All reports, each outcome and each year: number, median, least and most."""
    rows = [row for row in raw("published-outcomes") if row["inspection_end"]]
    counted = {
        row["report_url"]: working_days(
            date.fromisoformat(row["inspection_end"]), date.fromisoformat(row["published_date"])
        )
        for row in rows
    }
    outcome = {"widespread-systemic-failings": "widespread-failings"}
    times = {each.of: each for each in publication_times()}
    assert list(times) == [
        "all", "typically-positive", "inconsistent", "widespread-failings",
        "2023", "2024", "2025", "2026",
    ]  # fmt: skip
    for of, time in times.items():
        values = [
            counted[row["report_url"]]
            for row in rows
            if of in ("all", outcome.get(row["outcome"], row["outcome"]), row["inspection_end"][:4])
        ]
        found = time.working_days
        assert (found.n, found.median) == (len(values), median(values)), of
        assert (found.least, found.most) == (min(values), max(values)), of


def test_the_median_and_the_longest_are_what_the_rule_book_observes() -> None:
    """The rule of 91 reports says 44, and 29 to 101; the list with four more agrees."""
    edition = rule_book("area_send_2023").rule("report-published").editions[0]
    found = publication_times()[0].working_days
    assert (edition.amount, edition.least, edition.most) == (found.median, found.least, found.most)
    assert (found.lower, found.upper) == (39, 57)


def test_times_know_no_report_that_was_not_out() -> None:
    """By the end of 2023 only reports of that year can be counted."""
    early = publication_times(as_of=date(2023, 12, 31))
    assert {each.of for each in early} & {"2023", "2024"} == {"2023"}
    assert early[0].working_days.n == sum(
        each.last_day is not None and each.published <= date(2023, 12, 31) for each in inspections()
    )
    assert publication_times(as_of=date(2022, 1, 1)) == ()


def test_waits_for_monitoring_have_one_meaning() -> None:
    """Call, process and month are all brought to the first day on site before they are mixed."""
    waits = monitoring_waits()
    assert {
        wait.area.name: (str(wait.since), str(wait.first), str(wait.last)) for wait in waits.waits
    } == CASE_WAITS
    assert [wait.inferred for wait in waits.waits] == [False, True, False]
    shortest = [
        (date.fromisoformat(first) - date.fromisoformat(since)).days
        for since, first, _ in CASE_WAITS.values()
    ]
    assert waits.least is not None
    assert (waits.least.n, waits.least.median) == (3, median(shortest))
    assert waits.most is not None
    assert waits.most.most == 807


def test_waits_in_months_are_those_of_the_rule_book() -> None:
    """The rule of what was observed says 23 to 26 months after publication."""
    edition = rule_book("area_send_2023").rule("monitoring-inspection-seen").editions[0]
    months = [int(wait.least / 30.44) for wait in monitoring_waits().waits]
    longest = max(wait.most for wait in monitoring_waits().waits) / 30.44
    assert min(months) == edition.least
    assert int(longest) == edition.most


def test_none_found_is_in_no_figure(raw: Raw) -> None:
    """22 areas should have been monitored and no visit was found: nobody can say that none was."""
    waits = monitoring_waits()
    missing = {r["area_name"] for r in raw("monitoring-inspections") if r["result"] == "none-found"}
    assert {area.name for area in waits.none_found} == missing
    assert not missing & {wait.area.name for wait in waits.waits}
    assert len(missing) == 22


def test_waits_of_an_earlier_day_know_no_later_visit() -> None:
    """At the end of September 2025 two had been held; a year before, none."""
    names = [wait.area.name for wait in monitoring_waits(as_of=date(2025, 9, 30)).waits]
    assert names == ["Oxfordshire", "Nottinghamshire"]
    early = monitoring_waits(as_of=date(2024, 9, 30))
    assert (early.least, early.most, len(early.none_found)) == (None, None, 25)


def test_cornwall_is_the_only_reinspection() -> None:
    """Three years and six weeks after fieldwork."""
    (wait,) = reinspection_waits().waits
    assert wait.area.name == "Cornwall"
    assert wait.first - date(2026, 2, 10) == timedelta(weeks=6, days=-1)
    assert (wait.since, wait.first) == (date(2023, 2, 10), date(2026, 3, 23))
    assert reinspection_waits(as_of=date(2026, 1, 1)).waits == ()


def test_follow_ups_are_plans_inspections() -> None:
    """Oxfordshire's visit: the call, the day worked out from it, the result, and the doubt."""
    (monitoring,) = follow_ups("Oxfordshire", kind=InspectionKind.MONITORING)
    held = monitoring.inspection
    assert held is not None
    assert (held.id, str(held.notified)) == ("M2025", "15 September 2025")
    assert (str(held.on_site_start), str(held.fieldwork_end)) == (
        "29 September 2025", "1 October 2025",
    )  # fmt: skip
    assert held.monitoring_result is MonitoringResult.EFFECTIVE_ACTION
    assert held.confidence is Confidence.INFERRED
    (revisit,) = follow_ups("Oxfordshire", kind=InspectionKind.REVISIT)
    assert revisit.inspection is not None
    assert (revisit.inspection.framework, revisit.inspection.id) == ("local_area_2016", "R2019")
    assert revisit.claims[0].about == "on_site_start"


def test_what_was_not_found_is_no_inspection(raw: Raw) -> None:
    """39 rows: 25 areas with the lowest outcome and 14 re-visits; 22 rows without a visit."""
    assert len(follow_ups()) == len(raw("monitoring-inspections")) == 39
    assert sum(each.inspection is None for each in follow_ups()) == 22
    lowest = {e.area.name for e in inspections() if e.outcome is Outcome.WIDESPREAD_FAILINGS}
    watched = follow_ups(kind=InspectionKind.MONITORING)
    assert {each.area.name for each in watched} == lowest
    assert all(
        (each.result, each.on_site_start) == (None, None) for each in watched if not each.found
    )


def test_every_area_is_due_once_or_not_yet_inspected() -> None:
    """96 and 57 make 153, by the rules of the framework."""
    due = due_next(deadlines)
    names = [each.area.name for each in due] + [area.name for area in not_yet_inspected()]
    assert sorted(names) == sorted(area.name for area in local_areas())
    assert (len(due), len(not_yet_inspected())) == (96, 57)


def test_the_lowest_outcome_is_due_monitoring_until_one_was_held() -> None:
    """Three had theirs; 22 are due one, or had one that nobody found."""
    due = due_next(deadlines)
    waiting = [each for each in due if each.what == "monitoring"]
    assert len(waiting) == 22
    assert all(each.none_found for each in waiting)
    assert {each.after.outcome for each in waiting} == {Outcome.WIDESPREAD_FAILINGS}
    before = {each.area.name: each for each in due_next(deadlines, on=date(2025, 7, 30))}
    assert before["Nottinghamshire"].what == "monitoring"
    assert not before["Nottinghamshire"].none_found
    after = {each.area.name: each for each in due_next(deadlines, on=date(2025, 7, 31))}
    assert after["Nottinghamshire"].what == "reinspection"


def test_the_days_are_the_rules_and_those_observed_beside_them() -> None:
    """Suffolk: 18 months from receipt by the rule, two years by what was seen."""
    due = {each.area.name: each for each in due_next(deadlines)}
    suffolk = due["Suffolk"]
    assert suffolk.by_rule is not None
    assert suffolk.by_rule in deadlines(suffolk.after.inspection)
    assert str(suffolk.day) == "2025-07-18"
    seen = suffolk.by_observation
    assert seen is not None
    published = date(2024, 1, 30)
    assert [(day - published).days for day in (seen.first, seen.middle, seen.last)] == [
        710, 745, 807,
    ]  # fmt: skip
    assert (seen.n, seen.since) == (3, "publication of the report")


def test_due_is_in_order_and_says_when_nothing_is_known() -> None:
    """Without rules and observations an area comes last, with no day of its own."""
    due = due_next(deadlines)
    assert [each.day for each in due] == sorted(each.day for each in due)
    bare = due_next(lambda _: (), on=date(2024, 6, 1))
    assert all(each.by_rule is None for each in bare)
    assert {each.day for each in bare} == {date.max}
    observed = due_next(lambda _: ())
    assert [each.area.name for each in observed if each.day == date.max] == [
        "Buckinghamshire", "Thurrock",
    ]  # fmt: skip


def test_nobody_is_due_before_a_report_was_published() -> None:
    """A rule book knows nothing of reports to come."""
    assert due_next(deadlines, on=date(2023, 1, 1)) == ()
    assert len(not_yet_inspected(on=date(2023, 1, 1))) == 152


@pytest.mark.parametrize("each", monitoring_waits().waits, ids=lambda wait: wait.area.name)
def test_a_day_on_site_is_ten_working_days_after_a_known_call(each: object) -> None:
    """Both calls that are known agree with the notice of the rule book."""
    area = getattr(each, "area", None)
    for visit in follow_ups(area, kind=InspectionKind.MONITORING):
        start = visit.on_site_start.earliest() if visit.on_site_start else None
        if visit.notified and start:
            assert working_days(visit.notified, start) == 10
