"""What holds for every inspection, by rules that know nothing of the library's own counting."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import holidays
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    ApproximateDate,
    Deadline,
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    MonitoringResult,
    Outcome,
    RevisitProgress,
)
from send_framework.frameworks import Edition, deadlines, rule_book, rule_books, undated
from send_framework.model.window import Unit, weakest
from tests.frameworks.cases import inspection

PROGRESS = st.builds(RevisitProgress, recommendation=st.just("W"), sufficient=st.booleans())
BOOKS = [book for book in rule_books() if book.outcomes]
NEAR = st.dates(date(2016, 6, 1), date(2034, 1, 1))


@cache
def closed(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def walk(day: date, steps: int, way: int) -> date:
    """Return the day so many working days away, one day at a time."""
    while steps:
        day += timedelta(days=way)
        steps -= day.weekday() < 5 and day not in closed(day.year)
    return day


def approximate(day: date) -> st.SearchStrategy[ApproximateDate]:
    """Return ways of stating a day, from exactly to hardly."""
    month = ApproximateDate.parse(day.isoformat()[:7])
    return st.sampled_from(
        [
            ApproximateDate.on(day),
            month,
            ApproximateDate.parse(f"~{day.isoformat()}"),
            ApproximateDate.between(None, day),
            ApproximateDate.parse("unknown"),
        ]
    )


@st.composite
def inspections(draw: st.DrawFn, days: st.SearchStrategy[date] = NEAR) -> Inspection:
    """Return an inspection whose known dates stand in order."""
    names = (
        "notified", "fieldwork_start", "on_site_start", "fieldwork_end", "report_received",
        "published",
    )  # fmt: skip
    ordered = sorted(draw(st.lists(days, min_size=6, max_size=6)))
    kept = draw(st.sets(st.sampled_from(names)))
    stated = {
        name: draw(approximate(day))
        for name, day in zip(names, ordered, strict=True)
        if name in kept
    }
    # A month may reach behind a later day; such an inspection is refused and is no case here.
    last: date | None = None
    for name, value in list(stated.items()):
        latest = value.latest()
        if last and latest and latest < last:
            del stated[name]
            continue
        last = value.earliest() or last
    kind = draw(st.sampled_from(InspectionKind))
    framework = draw(st.sampled_from([book.key for book in BOOKS]))
    outcome = draw(st.none() | st.sampled_from(Outcome)) if kind is InspectionKind.FULL else None
    result = draw(st.none() | st.sampled_from(MonitoringResult))
    found: dict[str, Any] = {}
    if kind is InspectionKind.MONITORING:
        found["monitoring_result"] = result
    if kind is InspectionKind.REVISIT:
        found["progress"] = draw(st.lists(PROGRESS, max_size=3))
    return inspection(kind=kind, framework=framework, outcome=outcome, **found, **stated)


EVENTS = st.lists(
    st.builds(
        Event,
        id=st.just("E"),
        title=st.just("It happened"),
        kind=st.sampled_from(EventKind),
        date=st.none() | NEAR.flatmap(approximate),
    ),
    max_size=3,
)


@given(inspections(), EVENTS, st.none() | NEAR)
def test_every_date_explains_itself(
    found: Inspection, events: list[Event], on: date | None
) -> None:
    """Each names its rule, its anchor with the day, its edition, a source and its confidence."""
    for each in deadlines(found, events=events, on=on):
        rule = each.rule
        assert rule is not None
        editions = rule_book(found.framework).rule(rule.rule).editions
        edition = next(e for e in editions if e.key == rule.edition)
        sentence = each.explanation
        assert f"by rule {rule.rule} of {rule.framework}" in sentence
        assert f"edition {rule.edition}" in sentence
        assert rule.anchor.split(" or ")[0] in sentence
        assert edition.sources[0].title in sentence
        assert each.confidence
        assert each.confidence.value in sentence
        assert edition.confidence
        assert weakest(each.confidence, edition.confidence) is each.confidence
        assert sentence.count("\n") == 0
        assert sentence.endswith(".")
        assert set(edition.sources) <= set(each.sources)


@given(inspections(), EVENTS, st.none() | NEAR)
def test_deadlines_and_undated_share_out_the_rules(
    found: Inspection, events: list[Event], on: date | None
) -> None:
    """No rule gives both a date and a reason for having none, and dates stand in order."""
    dated = [each.rule.rule for each in deadlines(found, events=events, on=on) if each.rule]
    without = [each.rule for each in undated(found, events=events, on=on)]
    assert len({*dated, *without}) == len(dated) + len(without)
    days = [
        each.due if isinstance(each, Deadline) else each.ends()[0][1].day
        for each in deadlines(found, events=events, on=on)
    ]
    assert all(first <= second for first, second in pairwise(days))


@given(inspections())
def test_working_day_deadlines_fall_on_working_days(found: Inspection) -> None:
    """None is a weekend or a bank holiday; one counted in weeks may be, and says so."""
    for each in deadlines(found):
        if isinstance(each, Deadline):
            off = [
                day.weekday() > 4 or day in closed(day.year) for day in (each.due, each.due_latest)
            ]
            if "working day" in each.rule.counting:
                assert not any(off)
            else:
                assert ("is no working day" in each.explanation) == off[1]
            assert each.due <= each.due_latest


@given(NEAR)
def test_due_days_are_walked_one_by_one(received: date) -> None:
    """Counting day by day from receipt finds the same due days."""
    for each in deadlines(inspection(report_received=received)):
        if isinstance(each, Deadline):
            amount = int(each.rule.counting.split()[0])
            assert each.due == walk(received, amount, 1)


COUNTING = [
    edition
    for book in rule_books()
    for rule in book.rules
    for edition in rule.editions
    if edition.unit is Unit.WORKING_DAYS and edition.amount
]


@given(NEAR, st.sampled_from(COUNTING))
def test_counting_back_is_the_inverse(day: date, edition: Edition) -> None:
    """From a working day forward and back again is where it began."""
    begin = walk(day, 1, 1)
    assert edition.day_from(edition.day_from(begin), before=True) == begin


WEEKS = [
    edition
    for book in rule_books()
    for rule in book.rules
    for edition in rule.editions
    if edition.unit in {Unit.WEEKS, Unit.CALENDAR_DAYS} and edition.amount
]


@given(NEAR, st.sampled_from(WEEKS))
def test_counting_weeks_back_is_the_inverse(day: date, edition: Edition) -> None:
    """From any day forward and back again, whether or not the first day counts."""
    ahead = edition.day_from(day)
    assert edition.day_from(ahead, before=True) == day
    days = (ahead - day).days + edition.counts_anchor_day
    assert days == (edition.amount or 0) * (7 if edition.unit is Unit.WEEKS else 1)


@given(inspections(st.dates()))
def test_no_date_is_too_odd(found: Inspection) -> None:
    """Any year from 1 to 9999 gives dates or reasons, never an error."""
    assert isinstance(deadlines(found), tuple)
    assert isinstance(undated(found), tuple)


@given(NEAR)
def test_the_inferred_range_is_the_spread_seen(published: date) -> None:
    """With publication alone, receipt is 6 to 8 working days before it."""
    for each in deadlines(inspection(published=published)):
        if isinstance(each, Deadline):
            amount = int(each.rule.counting.split()[0])
            assert each.due == walk(walk(published, 8, -1), amount, 1)
            assert each.due_latest == walk(walk(published, 6, -1), amount, 1)
            assert each.rule.anchor_inferred
