"""England's working days: counting as rules count, closures, and the engine's tables."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework.errors import CalendarError, ModelError
from send_framework.working_days import (
    ENGLAND,
    FIRST_YEAR,
    LAST_YEAR,
    PROCLAIMED_TO,
    CalendarTable,
    Closure,
    WorkingCalendar,
    begin_of,
    end_of,
)

days = st.dates(min_value=date(1996, 1, 1), max_value=date(2050, 12, 31))
counts = st.integers(min_value=0, max_value=600)
SUMMER = Closure(name="summer holiday", first=date(2024, 7, 22), last=date(2024, 9, 3))
TERM = WorkingCalendar(id="term", title="School terms", closures=(SUMMER,))
FOUR = WorkingCalendar(id="four", title="Monday to Thursday", working_weekdays=(0, 1, 2, 3))
EVERY = WorkingCalendar(
    id="every", title="Every day", working_weekdays=tuple(range(7)), bank_holidays=False
)
calendars = st.sampled_from([ENGLAND, TERM, FOUR, EVERY])


@pytest.mark.parametrize(
    ("received", "working_days", "due"),
    [
        (date(2024, 1, 18), 35, date(2024, 3, 7)),
        (date(2024, 1, 18), 70, date(2024, 4, 29)),
        (date(2023, 9, 5), 35, date(2023, 10, 24)),
        (date(2023, 9, 5), 70, date(2023, 12, 12)),
        (date(2025, 2, 4), 35, date(2025, 3, 25)),
        (date(2021, 11, 9), 70, date(2022, 2, 18)),
    ],
)
def test_a_rule_does_not_count_the_day_of_receipt(
    received: date, working_days: int, due: date
) -> None:
    """Suffolk, Oxfordshire, Lancashire and Slough: the day after receipt is day 1."""
    assert ENGLAND.add(received, working_days) == due
    assert ENGLAND.subtract(due, working_days) == received
    assert ENGLAND.count(received, due) == working_days


def test_nothing_added_is_the_day_itself_even_at_a_weekend() -> None:
    """Zero working days from a Saturday is that Saturday."""
    saturday = date(2024, 8, 24)
    assert ENGLAND.add(saturday, 0) == saturday
    assert ENGLAND.subtract(saturday, 0) == saturday


@given(day=days, n=counts, calendar=calendars)
def test_counting_forwards_is_counting_each_day(
    day: date, n: int, calendar: WorkingCalendar
) -> None:
    """`add` steps as one would on a wall calendar, `count` says how far, backwards is negative."""
    at, left = day, n
    while left:
        at += timedelta(days=1)
        left -= calendar.is_working(at)
    assert calendar.add(day, n) == at
    assert calendar.count(day, at) == n
    assert calendar.count(at, day) == -n


@given(day=days, n=counts, calendar=calendars)
def test_counting_back_undoes_counting_forward(
    day: date, n: int, calendar: WorkingCalendar
) -> None:
    """From a working day, `subtract` is the inverse of `add`, and a negative number turns each."""
    working = calendar.next_working(day)
    later = calendar.add(working, n)
    assert calendar.subtract(later, n) == working
    assert calendar.add(later, -n) == working
    assert calendar.subtract(working, -n) == later


@given(day=days)
def test_bank_holidays_are_those_of_the_holidays_package(day: date) -> None:
    """A weekday is closed exactly when the `holidays` package knows a bank holiday."""
    holidays = pytest.importorskip("holidays")
    known = holidays.country_holidays("GB", subdiv="ENG", years=day.year)
    assert ENGLAND.is_working(day) == (day.weekday() < 5 and day not in known)
    if day in known:
        assert ENGLAND.why_closed(day) == known[day]


@pytest.mark.oracle
@given(day=days, n=counts)
def test_working_days_are_those_of_numpy(day: date, n: int) -> None:
    """Business days of numpy, given the same holidays, land on the same day."""
    import holidays
    import numpy as np

    years = range(day.year - 1, day.year + 5)
    closed = [np.datetime64(each) for each in holidays.country_holidays("GB", "ENG", years=years)]
    # numpy rolls back first, so that the anchor is not counted.
    at = np.busday_offset(np.datetime64(day), n, roll="backward", holidays=closed)
    if n:
        assert ENGLAND.add(day, n) == at.astype(date)


def test_the_reason_for_a_closed_day_has_a_name() -> None:
    """Saturday, Good Friday, a closure; nothing for a working day; opened days beat them all."""
    assert ENGLAND.why_closed(date(2024, 8, 24)) == "Saturday"
    assert ENGLAND.why_closed(date(2024, 3, 29)) == "Good Friday"
    assert TERM.why_closed(date(2024, 8, 9)) == "summer holiday"
    assert TERM.why_closed(date(2024, 9, 4)) is None
    opened = WorkingCalendar(id="x", title="x", closures=[SUMMER], opened=[date(2024, 7, 27)])
    assert opened.why_closed(date(2024, 7, 27)) is None


def test_the_next_and_the_previous_working_day() -> None:
    """A working day is its own next and previous; a closure is jumped whole."""
    assert TERM.next_working(date(2024, 7, 20)) == date(2024, 9, 4)
    assert TERM.previous_working(date(2024, 9, 3)) == date(2024, 7, 19)
    assert TERM.next_working(date(2024, 9, 4)) == date(2024, 9, 4)
    assert TERM.previous_working(date(2024, 9, 4)) == date(2024, 9, 4)


def test_bank_holidays_not_yet_proclaimed_are_provisional() -> None:
    """Years after the last proclaimed one follow the pattern only; other calendars have none."""
    assert not ENGLAND.is_provisional(date(PROCLAIMED_TO, 12, 31))
    assert ENGLAND.is_provisional(date(PROCLAIMED_TO + 1, 1, 1))
    assert not EVERY.is_provisional(date(2090, 1, 1))


@pytest.mark.parametrize("day", [date(FIRST_YEAR - 1, 12, 31), date(LAST_YEAR + 1, 1, 1)])
def test_years_without_known_bank_holidays_are_refused(day: date) -> None:
    """Where no bank holiday is known, nothing is guessed; a calendar without them goes on."""
    with pytest.raises(CalendarError, match="bank holidays are known from 1872 to 2100"):
        ENGLAND.is_working(day)
    with pytest.raises(CalendarError, match="cannot say"):
        ENGLAND.count(date(2024, 1, 1), day)
    assert EVERY.is_working(day)


def test_an_answer_beyond_the_known_years_is_refused() -> None:
    """A million working days ahead or back is no date."""
    with pytest.raises(CalendarError, match="has no day 1000000 working days after"):
        ENGLAND.add(date(2024, 1, 1), 1_000_000)
    with pytest.raises(CalendarError, match="has no day 1000000 working days before"):
        EVERY.subtract(date(2024, 1, 1), 1_000_000)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"working_weekdays": ()}, "at least one of 0"),
        ({"working_weekdays": (7,)}, "at least one of 0"),
        ({"working_weekdays": ("Monday",)}, "at least one of 0"),
        ({"id": " "}, "some text"),
        ({"title": 5}, "some text"),
        ({"opened": ("2024-01-01",)}, "a datetime.date is expected"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(wrong: dict[str, Any], message: str) -> None:
    """The error names the field and what would be right."""
    whole: dict[str, Any] = {"id": "x", "title": "x", **wrong}
    with pytest.raises(ModelError, match=message):
        WorkingCalendar(**whole)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": ""}, "a name is expected"),
        ({"last": date(2024, 7, 1)}, "must not be before first"),
        ({"first": "2024-07-22"}, "a datetime.date is expected"),
    ],
)
def test_a_closure_that_cannot_be_is_refused(wrong: dict[str, Any], message: str) -> None:
    """A closure has a name and ends after it begins."""
    whole: dict[str, Any] = {"name": "summer", "first": date(2024, 7, 22), "last": date(2024, 9, 3)}
    with pytest.raises(ModelError, match=message):
        Closure(**{**whole, **wrong})


@given(day=days, calendar=calendars)
def test_a_table_counts_like_its_calendar(day: date, calendar: WorkingCalendar) -> None:
    """The number of an instant is the count of working days since the origin, both ways."""
    origin = date(2024, 6, 3)
    table = calendar.table(origin, origin)
    before = origin - timedelta(days=1)
    assert table.index(end_of(day)) == calendar.count(before, day)


@given(number=st.integers(min_value=-3000, max_value=3000), calendar=calendars)
def test_a_working_day_begins_after_the_one_before_it_has_ended(
    number: int, calendar: WorkingCalendar
) -> None:
    """`end(k) <= begin(k)`, both have number k, and what lies between is closed."""
    table = CalendarTable(calendar, begin_of(date(2024, 6, 3)))
    end, begin = table.end(number), table.begin(number)
    assert end <= begin
    assert table.index(end) == table.index(begin) == number
    closed = [date.fromordinal(at) for at in range(end, begin)]
    assert not any(calendar.is_working(day) for day in closed)


def test_a_table_says_where_its_calendar_ends() -> None:
    """A schedule that leaves the known years is told which and how far they go."""
    table = ENGLAND.table(date(2099, 1, 1), date(2100, 12, 31))
    with pytest.raises(CalendarError, match=r"reaches the year 2101, .* from 1872 to 2100 only"):
        table.begin(1000)
    with pytest.raises(CalendarError, match="reaches the year 1871"):
        CalendarTable(ENGLAND, begin_of(date(1871, 5, 1)))
    with pytest.raises(CalendarError, match="reaches the year 10000"):
        EVERY.table(date(9999, 1, 1), date(9999, 12, 31)).begin(400)
    with pytest.raises(CalendarError, match="reaches the year 0"):
        EVERY.table(date(1, 1, 1), date(1, 1, 1)).index(-5)
