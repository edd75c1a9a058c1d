"""England's bank holidays with their one-off days, school terms, holds, and provisional years."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import ENGLAND, Term, Window
from send_framework.errors import ModelError
from send_framework.frameworks import inspection_mondays, rule_book, term_calendar
from tests.frameworks.cases import SUFFOLK, by_rule, due, inspection, window

AUTUMN = (
    Term(name="autumn 2025, first half", first=date(2025, 9, 3), last=date(2025, 10, 24)),
    Term(name="autumn 2025, second half", first=date(2025, 11, 3), last=date(2025, 12, 19)),
)
SPRING = Term(name="spring 2026", first=date(2026, 1, 5), last=date(2026, 3, 27))


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2011, 4, 29), True),  # a royal wedding
        (date(2012, 6, 4), True),  # the spring holiday, moved for a jubilee
        (date(2012, 6, 5), True),  # the jubilee
        (date(2012, 5, 28), False),
        (date(2020, 5, 8), True),  # the early May holiday, moved to VE day
        (date(2020, 5, 4), False),
        (date(2022, 6, 2), True),  # the spring holiday, moved
        (date(2022, 6, 3), True),  # the platinum jubilee
        (date(2022, 5, 30), False),
        (date(2022, 9, 19), True),  # a state funeral
        (date(2023, 5, 8), True),  # a coronation
        (date(2021, 12, 27), True),  # Christmas on a Saturday
        (date(2021, 12, 28), True),
    ],
)
def test_one_off_and_moved_holidays(day: date, off: bool) -> None:  # noqa: FBT001 - a case
    """Proclaimed once: a rule that counts working days leaves each out, and no other."""
    assert ENGLAND.is_working(day) is not off


def test_the_coronation_moved_deadlines() -> None:
    """Received on 4 April 2023, the plan was due on 26 May: Easter and two May holidays between."""
    found = due(inspection(report_received="2023-04-04"), "priority-action-plan-submitted")
    counted = [
        day
        for number in range(1, 60)
        if (day := date(2023, 4, 4) + timedelta(days=number)).weekday() < 5
        and day not in {date(2023, 4, 7), date(2023, 4, 10), date(2023, 5, 1), date(2023, 5, 8),
                        date(2023, 5, 29)}
    ]  # fmt: skip
    assert found.due == counted[34]


def test_a_day_beyond_proclaimed_holidays_is_provisional() -> None:
    """Of 2029 nobody has proclaimed the holidays: deadline and window say so."""
    far = inspection(report_received="2029-01-08", fieldwork_end="2029-01-05")
    assert due(far, "priority-action-plan-submitted").provisional
    reported = window(inspection(fieldwork_end="2029-01-05"), "report-published")
    assert all(end.provisional for _, end in reported.ends())
    assert not due(SUFFOLK, "priority-action-plan-submitted").provisional
    monitoring = window(far, "monitoring-inspection")
    assert not any(end.provisional for _, end in monitoring.ends())


def test_a_term_calendar_works_in_term_only() -> None:
    """Half term, Christmas, weekends and what lies outside the terms are closed."""
    calendar = term_calendar((AUTUMN[1], SPRING, AUTUMN[0]), name="suffolk", title="Terms")
    assert (calendar.id, calendar.title) == ("suffolk", "Terms")
    days = [date(2025, 8, 1) + timedelta(days=n) for n in range(300)]
    terms = (*AUTUMN, SPRING)
    expected = [
        day
        for day in days
        if day.weekday() < 5 and any(term.first <= day <= term.last for term in terms)
    ]
    assert [day for day in days if calendar.is_working(day)] == expected


def test_terms_that_touch_leave_no_gap() -> None:
    """Two terms without a day between them, one within the other, make one open time."""
    terms = (
        Term(name="a", first=date(2025, 9, 1), last=date(2025, 9, 30)),
        Term(name="b", first=date(2025, 9, 10), last=date(2025, 9, 20)),
        Term(name="c", first=date(2025, 10, 1), last=date(2025, 10, 31)),
    )
    assert term_calendar(terms).count(date(2025, 8, 31), date(2025, 10, 31)) == 22 + 23


def test_a_term_does_not_end_before_it_begins() -> None:
    """Its ends the wrong way round are refused."""
    with pytest.raises(ModelError, match="must not be before first"):
        Term(name="t", first=date(2025, 9, 2), last=date(2025, 9, 1))


@given(st.dates(date(2025, 8, 1), date(2026, 4, 30)), st.integers(0, 120))
def test_inspections_begin_on_mondays_of_whole_weeks_in_term(first: date, days: int) -> None:
    """A Monday to Friday within one term; found day by day, none is missing."""
    last = first + timedelta(days=days)
    terms = (*AUTUMN, SPRING)
    expected = tuple(
        day
        for n in range(days + 1)
        if (day := first + timedelta(days=n)).weekday() == 0
        and any(t.first <= day and day + timedelta(days=4) <= t.last for t in terms)
    )
    assert inspection_mondays(first, last, terms) == expected


def test_no_inspection_begins_on_a_bank_holiday() -> None:
    """Monday 5 May 2025 lies in term and is a holiday."""
    summer = Term(name="summer", first=date(2025, 4, 22), last=date(2025, 5, 23))
    found = inspection_mondays(date(2025, 5, 1), date(2025, 5, 31), [summer])
    assert found == (date(2025, 5, 12), date(2025, 5, 19))


def _rows(shared: Path) -> list[dict[str, str]]:
    with (shared / "domain" / "published-outcomes.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_the_hold_of_2026_is_what_the_reports_show(shared: Path) -> None:
    """No report between its days; one on the day before it and several on the day after."""
    (hold,) = rule_book("area_send_2023").holds
    published = sorted(date.fromisoformat(row["published_date"]) for row in _rows(shared))
    assert not [day for day in published if hold.first <= day <= hold.last]
    assert hold.first - timedelta(days=1) in published
    assert hold.last + timedelta(days=1) in published


def test_on_site_weeks_begin_on_mondays(shared: Path) -> None:
    """Of every report with both days, all but two show Monday to Friday; none lies in August."""
    weeks = [
        (date.fromisoformat(row["inspection_start"]), date.fromisoformat(row["inspection_end"]))
        for row in _rows(shared)
        if len(row["inspection_start"]) == len(row["inspection_end"]) == 10
    ]
    odd = [week for week in weeks if (week[0].weekday(), (week[1] - week[0]).days) != (0, 4)]
    assert len(weeks) > 90
    assert len(odd) == 2
    assert all(begun.weekday() == 3 for begun, _ in odd)
    assert not [begun for begun, _ in weeks if begun.month == 8]


def test_an_own_calendar_counts_its_own_days() -> None:
    """A council's Christmas closing moves a deadline only where its calendar is asked for."""
    found = by_rule(inspection(report_received="2025-11-03"), calendar=term_calendar(
        (*AUTUMN, SPRING)))["priority-action-plan-submitted"]  # fmt: skip
    assert not isinstance(found, Window)
    assert found.due == date(2026, 1, 5)
