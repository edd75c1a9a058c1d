"""Dates as plans and reports give them: what each text means, and which ones mean nothing."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import ApproximateDate, Precision
from send_framework.dates import day_words, when
from send_framework.errors import ApproximateDateError

MEANINGS: list[tuple[str, Precision, date | None, date | None]] = [
    ("2024-03-07", Precision.DAY, date(2024, 3, 7), date(2024, 3, 7)),
    ("7 March 2024", Precision.DAY, date(2024, 3, 7), date(2024, 3, 7)),
    ("7 Mar 2024", Precision.DAY, date(2024, 3, 7), date(2024, 3, 7)),
    ("1st May 2024", Precision.DAY, date(2024, 5, 1), date(2024, 5, 1)),
    ("  22nd\tOCTOBER 2025 ", Precision.DAY, date(2025, 10, 22), date(2025, 10, 22)),
    ("29 February 2024", Precision.DAY, date(2024, 2, 29), date(2024, 2, 29)),
    ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
    ("March 2025", Precision.MONTH, date(2025, 3, 1), date(2025, 3, 31)),
    ("may 2024", Precision.MONTH, date(2024, 5, 1), date(2024, 5, 31)),
    ("dec 2024", Precision.MONTH, date(2024, 12, 1), date(2024, 12, 31)),
    ("spring 2024", Precision.SEASON, date(2024, 3, 1), date(2024, 5, 31)),
    ("summer 2024", Precision.SEASON, date(2024, 6, 1), date(2024, 8, 31)),
    ("Autumn 2024", Precision.SEASON, date(2024, 9, 1), date(2024, 11, 30)),
    ("winter 2024", Precision.SEASON, date(2024, 12, 1), date(2025, 2, 28)),
    ("2024-Q3", Precision.QUARTER, date(2024, 7, 1), date(2024, 9, 30)),
    ("2024q1", Precision.QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
    ("quarter 4 of 2024", Precision.QUARTER, date(2024, 10, 1), date(2024, 12, 31)),
    ("2024", Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ("FY 2024/25", Precision.FINANCIAL_YEAR, date(2024, 4, 1), date(2025, 3, 31)),
    (
        "financial year 1999-00",
        Precision.FINANCIAL_YEAR,
        date(1999, 4, 1),
        date(2000, 3, 31),
    ),
    ("academic year 2024/25", Precision.ACADEMIC_YEAR, date(2024, 9, 1), date(2025, 8, 31)),
    ("2024-04-10/2025-02-10", Precision.BETWEEN, date(2024, 4, 10), date(2025, 2, 10)),
    (
        "between 10 April 2024 and 10 February 2025",
        Precision.BETWEEN,
        date(2024, 4, 10),
        date(2025, 2, 10),
    ),
    ("by 22 May 2024", Precision.BETWEEN, None, date(2024, 5, 22)),
    ("../2024-05-22", Precision.BETWEEN, None, date(2024, 5, 22)),
    ("from 2024-03-01", Precision.BETWEEN, date(2024, 3, 1), None),
    ("2024-03-01/..", Precision.BETWEEN, date(2024, 3, 1), None),
    ("ongoing", Precision.ONGOING, None, None),
    ("unknown", Precision.UNKNOWN, None, None),
    ("not published", Precision.UNKNOWN, None, None),
    ("9999-12", Precision.MONTH, date(9999, 12, 1), date(9999, 12, 31)),
    ("9999", Precision.YEAR, date(9999, 1, 1), date(9999, 12, 31)),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), MEANINGS)
def test_what_people_write_has_an_earliest_and_a_latest_day(
    text: str, precision: Precision, first: date | None, last: date | None
) -> None:
    """Each form is read as the span it can mean, and no more exactly than it was said."""
    read = ApproximateDate.parse(text)
    assert (read.precision, read.earliest(), read.latest()) == (precision, first, last)
    assert read.is_day == (precision is Precision.DAY)
    assert not read.about


@pytest.mark.parametrize(
    "text", ["about March 2024", "around March 2024", "c. March 2024", "~2024-03"]
)
def test_what_a_source_calls_about_stays_about(text: str) -> None:
    """The doubt of the source is kept, and read back from both forms."""
    read = ApproximateDate.parse(text)
    assert read == evolve(ApproximateDate.parse("March 2024"), about=True)
    assert (read.iso(), str(read)) == ("~2024-03", "about March 2024")
    assert not ApproximateDate.parse("about 7 March 2024").is_day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sometime soon", "a date is expected such as 2024-03-07"),
        ("", "a date is expected"),
        ("2024-13", "there is no such day: month must be in 1..12"),
        ("2023-02-29", "there is no such day: day is out of range for month"),
        ("31 June 2024", "there is no such day: day is out of range for month"),
        ("7 Marchember 2024", "a date is expected"),
        ("Marching 2024", "a date is expected"),
        ("2024-Q5", "a date is expected"),
        ("7/3/2024", "a date is expected"),
        ("07.03.24", "a date is expected"),
        ("FY 2024/26", "the second year must follow the first: 2024/..."),
        ("2025-02-10/2024-04-10", "it must not be after last"),
        ("winter 9999", "there is no such day: it would end beyond the year 9999"),
        ("0000", "there is no such day: year 0 is out of range"),
        ("2024-03-07T10:00", "a date is expected"),
        ("within about 18 months", "a date is expected"),
    ],
)
def test_a_text_that_is_no_date_is_named(text: str, words: str) -> None:
    """The error shows the text as it was written and what would be right."""
    with pytest.raises(ApproximateDateError) as caught:
        ApproximateDate.parse(text)
    assert caught.value.value == text
    assert repr(text) in str(caught.value)
    assert words in str(caught.value)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_an_error_that_names_it(text: str) -> None:
    """Nothing else comes out, whatever goes in; what is read has a form that reads back."""
    try:
        read = ApproximateDate.parse(text)
    except ApproximateDateError as error:
        named = error.value
        assert named == text
    else:
        assert ApproximateDate.parse(read.iso()) == read


def test_a_text_of_megabytes_is_refused_at_once() -> None:
    """The patterns see its beginning only, the message no more."""
    with pytest.raises(ApproximateDateError) as caught:
        ApproximateDate.parse("1" * 5_000_000)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("2024-03-07", "7 March 2024"),
        ("2024-03", "March 2024"),
        ("winter 2024", "winter 2024"),
        ("2024-Q3", "quarter 3 of 2024"),
        ("2024", "2024"),
        ("financial year 1999/00", "financial year 1999/00"),
        ("academic year 2024/25", "academic year 2024/25"),
        ("2024-04-10/2025-02-10", "between 10 April 2024 and 10 February 2025"),
        ("2024-03-01/..", "from 1 March 2024"),
        ("../2024-05-22", "by 22 May 2024"),
        ("ongoing", "ongoing"),
        ("unknown", "unknown"),
    ],
)
def test_a_date_has_a_short_form_and_words(short: str, words: str) -> None:
    """Plan files hold the one, people read the other."""
    read = ApproximateDate.parse(short)
    assert (read.iso(), str(read)) == (short, words)


days = st.dates(date(1000, 1, 1), date(9998, 1, 1))


def month_span(day: date, months: int) -> tuple[date, date]:
    """Return a month of the day and the last day so many months on, by counting days."""
    first = day.replace(day=1)
    last = first
    for _ in range(months):
        last = (last + timedelta(days=31)).replace(day=1)
    return first, last - timedelta(days=1)


@st.composite
def approximate_dates(draw: st.DrawFn) -> ApproximateDate:
    """Draw a date of any precision, its span worked out by counting."""
    precision, day, about = draw(st.sampled_from(Precision)), draw(days), draw(st.booleans())
    begins = {
        Precision.MONTH: (range(1, 13), 1),
        Precision.SEASON: ((3, 6, 9, 12), 3),
        Precision.QUARTER: ((1, 4, 7, 10), 3),
        Precision.YEAR: ((1,), 12),
        Precision.FINANCIAL_YEAR: ((4,), 12),
        Precision.ACADEMIC_YEAR: ((9,), 12),
    }
    if precision in begins:
        months, length = begins[precision]
        month = draw(st.sampled_from(list(months)))
        first, last = month_span(day.replace(day=1, month=month), length)
        return ApproximateDate(precision=precision, first=first, last=last, about=about)
    if precision is Precision.DAY:
        return ApproximateDate(precision=precision, first=day, last=day, about=about)
    if precision is Precision.BETWEEN:
        ends = sorted((day, draw(days)))
        first_, last_ = draw(st.sampled_from([(ends[0], ends[1]), (day, None), (None, day)]))
        return ApproximateDate(precision=precision, first=first_, last=last_, about=about)
    return ApproximateDate(precision=precision, about=about)


@given(approximate_dates())
def test_what_is_written_reads_back(said: ApproximateDate) -> None:
    """Both the short form of plan files and the words for people keep everything."""
    assert ApproximateDate.parse(said.iso()) == said
    assert ApproximateDate.parse(str(said)) == said
    assert hash(ApproximateDate.parse(said.iso())) == hash(said)


@given(approximate_dates(), days)
def test_a_span_holds_its_days(said: ApproximateDate, day: date) -> None:
    """The earliest is never after the latest; nothing is known of ongoing and unknown."""
    first, last = said.earliest(), said.latest()
    assert first is None or last is None or first <= last
    if said.precision in {Precision.ONGOING, Precision.UNKNOWN}:
        assert first is last is None
    assert ApproximateDate.on(day).earliest() == ApproximateDate.on(day).latest() == day


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"precision": "day"}, "precision", "a Precision is expected"),
        ({"precision": Precision.ONGOING, "about": 1}, "about", "true or false is expected"),
        (
            {"precision": Precision.DAY, "first": datetime(2024, 3, 7), "last": None},  # noqa: DTZ001 - a time without a zone is the case
            "first",
            "no time of day",
        ),
        ({"precision": Precision.BETWEEN, "last": "2024-03-07"}, "last", "a datetime.date"),
        ({"precision": Precision.DAY}, "first", "that is no day"),
        ({"precision": Precision.DAY, "first": date(2024, 3, 7)}, "first", "that is no day"),
        ({"precision": Precision.BETWEEN}, "first", "that is no between"),
        (
            {"precision": Precision.BETWEEN, "first": date(2024, 3, 8), "last": date(2024, 3, 7)},
            "first",
            "it must not be after last (2024-03-07)",
        ),
        (
            {"precision": Precision.MONTH, "first": date(2024, 3, 1), "last": date(2024, 3, 30)},
            "first",
            "that is no month",
        ),
        (
            {"precision": Precision.SEASON, "first": date(1, 1, 1), "last": date(1, 1, 1)},
            "first",
            "that is no season",
        ),
        (
            {"precision": Precision.ACADEMIC_YEAR, "first": date(9999, 9, 1), "last": date.max},
            "first",
            "that is no academic year",
        ),
        (
            {"precision": Precision.ONGOING, "last": date(2024, 3, 7)},
            "first",
            "ongoing has no first or last",
        ),
    ],
)
def test_a_span_that_contradicts_its_precision_is_refused(
    fields: dict[str, Any], field: str, words: str
) -> None:
    """A month is a whole month, ongoing has no end, and no date carries a time of day."""
    with pytest.raises(ApproximateDateError) as caught:
        ApproximateDate(**fields)
    assert caught.value.field == field
    assert words in str(caught.value)


def test_a_field_takes_a_day_a_text_or_nothing() -> None:
    """Plans are written with the handiest of them; a time of day is never dropped in silence."""
    march = ApproximateDate.parse("7 March 2024")
    assert when(None) is None
    assert when(march) is march
    assert when("7 March 2024") == when(date(2024, 3, 7)) == march
    with pytest.raises(ApproximateDateError, match="no time of day"):
        when(datetime(2024, 3, 7, 10, 30))  # noqa: DTZ001 - a time without a zone is the case


def test_days_are_printed_as_people_read_them() -> None:
    """No leading zero, the month in full."""
    assert day_words(date(2024, 3, 7)) == "7 March 2024"
