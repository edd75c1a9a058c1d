"""Dates as plans and reports give them: often not a day.

"7 March 2024" is a day. "March 2025", "spring 2024", "financial year 2024/25", "after 9 April
2024, before 11 February 2025", "ongoing" and nothing at all are not, and must never look like
one. An [`ApproximateDate`][] keeps what was said and answers two questions: the earliest day it
can mean and the latest. Both are ``None`` when nothing can be said.

Two things that look like approximate dates are others: a rule's window ("within about 18
months") is a `send_framework.model.Within`, a gate ("before contracts are renewed") is a link
to a commitment.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, date, datetime
from enum import Enum
from typing import TypeAlias

from attrs import evolve, field, frozen

from send_framework.errors import ApproximateDateError


class Precision(Enum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    FINANCIAL_YEAR = "financial year"
    ACADEMIC_YEAR = "academic year"
    BETWEEN = "between"
    ONGOING = "ongoing"
    UNKNOWN = "unknown"


# First month, by the calendar of weather services; winter belongs to the year of its December.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WITHOUT_SPAN = (Precision.ONGOING, Precision.UNKNOWN)


@frozen(kw_only=True)
class ApproximateDate:
    """What was said about a date: a day, a longer span, "ongoing", or that nothing was said.

    Attributes:
        precision: How exactly it is known.
        first: The first day it can mean; ``None`` for ongoing, unknown, or "by 22 May 2024".
        last: The last day it can mean; ``None`` for ongoing, unknown, or "from 1 March 2024".
        about: True if the source itself said "about" or "around".

    Raises:
        ModelError: A span that ends before it starts, or a precision that its span contradicts.

    Example:
        >>> from send_framework import ApproximateDate
        >>> due = ApproximateDate.parse("March 2025")
        >>> due.earliest(), due.latest()
        (datetime.date(2025, 3, 1), datetime.date(2025, 3, 31))
        >>> str(due), due.is_day
        ('March 2025', False)
        >>> ApproximateDate.parse("ongoing").latest() is None
        True
    """

    precision: Precision
    first: date | None = None
    last: date | None = None
    about: bool = field(default=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a span that contradicts itself or its precision."""
        if not isinstance(self.precision, Precision):
            raise self._wrong("precision", self.precision, "a Precision is expected")
        if not isinstance(self.about, bool):
            raise self._wrong("about", self.about, "true or false is expected")
        for name in ("first", "last"):
            value = getattr(self, name)
            if value is not None and type(value) is not date:
                raise self._wrong(name, value, "a datetime.date is expected (no time of day)")
        if self.precision in WITHOUT_SPAN and (self.first or self.last):
            raise self._wrong("first", self.first, f"{self.precision.value} has no first or last")
        if self.first and self.last and self.first > self.last:
            raise self._wrong("first", self.first, f"it must not be after last ({self.last})")
        if self._span() != (self.first, self.last):
            raise self._wrong("first", self.first, f"that is no {self.precision.value}")

    def _wrong(self, name: str, value: object, expected: str) -> ApproximateDateError:
        return ApproximateDateError("ApproximateDate", name, value, expected)

    def _span(self) -> tuple[date | None, date | None] | None:
        """Return the span that the precision demands, given its first day; ``None`` if none."""
        if self.precision is Precision.BETWEEN and (self.first or self.last):
            return self.first, self.last
        if self.first is None:
            return (None, None) if self.precision in WITHOUT_SPAN else None
        return _whole(self.precision, self.first)

    @classmethod
    def on(cls, day: date) -> "ApproximateDate":
        """Return the approximate date that is exactly this day."""
        return cls(precision=Precision.DAY, first=day, last=day)

    @classmethod
    def between(cls, first: date | None, last: date | None) -> "ApproximateDate":
        """Return a span known from evidence; ``None`` leaves an end open."""
        return cls(precision=Precision.BETWEEN, first=first, last=last)

    @classmethod
    def parse(cls, text: str) -> "ApproximateDate":
        """Read a date as people write it, or as `iso()` writes it.

        Args:
            text: Such as ``2024-03-07``, ``7 March 2024``, ``2024-03``, ``March 2024``,
                ``spring 2024``, ``2024-Q3``, ``2024``, ``FY 2024/25``, ``academic year
                2024/25``, ``2024-04-10/2025-02-10``, ``by 2024-05-22``, ``from 2024-03-01``,
                ``about March 2024``, ``ongoing``, ``unknown``.

        Raises:
            ApproximateDateError: The text is none of these, or names a day that does not exist.

        Example:
            >>> ApproximateDate.parse("7 March 2024").iso()
            '2024-03-07'
            >>> ApproximateDate.parse("sometime soon")
            Traceback (most recent call last):
                ...
            send_framework.errors.ApproximateDateError: date: ...
        """
        return _parse(text)

    @property
    def is_day(self) -> bool:
        """Whether it is exactly one day, without an "about"."""
        return self.precision is Precision.DAY and not self.about

    def earliest(self) -> date | None:
        """Return the earliest day it can mean, or ``None`` when nothing can be said."""
        return self.first

    def latest(self) -> date | None:
        """Return the latest day it can mean, or ``None`` when nothing can be said."""
        return self.last

    def iso(self) -> str:
        """Return the short form that plan files use; `parse` reads it back exactly."""
        return ("~" if self.about else "") + _iso(self)

    def __str__(self) -> str:
        """Return it as people read it."""
        return ("about " if self.about else "") + _words(self)


DateLike: TypeAlias = ApproximateDate | date | str | None


def when(value: DateLike) -> ApproximateDate | None:
    """Turn a day, a text or an approximate date into an approximate date; keep ``None``.

    Raises:
        ApproximateDateError: A text that is no date, or a ``datetime`` (which carries a time).
    """
    if value is None or isinstance(value, ApproximateDate):
        return value
    if isinstance(value, str):
        return ApproximateDate.parse(value)
    return ApproximateDate.on(value)


def earliest(said: ApproximateDate | None) -> date | None:
    """Return the earliest day of a date that may be missing."""
    return said.earliest() if said else None


def latest(said: ApproximateDate | None) -> date | None:
    """Return the latest day of a date that may be missing."""
    return said.latest() if said else None


def today() -> date:
    """Return today's date where the program runs: a plan has no time zone."""
    return datetime.now().astimezone().date()


def day_words(day: date) -> str:
    """Return a day as people read it.

    Example:
        >>> day_words(date(2024, 3, 7))
        '7 March 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_SPANS = {
    Precision.MONTH: (1, tuple(range(1, 13))),
    Precision.SEASON: (3, tuple(SEASONS.values())),
    Precision.QUARTER: (3, (1, 4, 7, 10)),
    Precision.YEAR: (12, (1,)),
    Precision.FINANCIAL_YEAR: (12, (4,)),
    Precision.ACADEMIC_YEAR: (12, (9,)),
}
"""How many months each lasts, and the months it can begin in."""


def _whole(precision: Precision, first: date) -> tuple[date, date] | None:
    """Return the whole span of this precision that begins in the month of `first`, if any."""
    if precision is Precision.DAY:
        return first, first
    months, starts = _SPANS[precision]
    years, month = divmod(first.month - 2 + months, 12)
    if first.month not in starts or first.year + years > MAXYEAR:
        return None
    last = monthrange(first.year + years, month + 1)[1]
    return first.replace(day=1), date(first.year + years, month + 1, last)


def _season(first: date) -> str:
    name = next(name for name, month in SEASONS.items() if month == first.month)
    return f"{name} {first.year}"


def _split_year(first: date) -> str:
    return f"{first.year}/{(first.year + 1) % 100:02}"


def _iso(shown: ApproximateDate) -> str:
    first, last = shown.first or date.min, shown.last
    match shown.precision:
        case Precision.DAY:
            return first.isoformat()
        case Precision.MONTH:
            return f"{first.year:04}-{first.month:02}"
        case Precision.QUARTER:
            return f"{first.year:04}-Q{first.month // 3 + 1}"
        case Precision.BETWEEN:
            begin = shown.first.isoformat() if shown.first else ".."
            return f"{begin}/{last.isoformat() if last else '..'}"
        case _:
            return _words(shown)


def _words(shown: ApproximateDate) -> str:
    first = shown.first or date.min
    match shown.precision:
        case Precision.DAY:
            text = day_words(first)
        case Precision.MONTH:
            text = f"{MONTHS[first.month - 1]} {first.year}"
        case Precision.SEASON:
            text = _season(first)
        case Precision.QUARTER:
            text = f"quarter {first.month // 3 + 1} of {first.year}"
        case Precision.YEAR:
            text = f"{first.year:04}"
        case Precision.FINANCIAL_YEAR | Precision.ACADEMIC_YEAR:
            text = f"{shown.precision.value} {_split_year(first)}"
        case Precision.BETWEEN:
            text = _between_words(shown.first, shown.last)
        case _:
            text = shown.precision.value
    return text


def _between_words(first: date | None, last: date | None) -> str:
    if first and last:
        return f"between {day_words(first)} and {day_words(last)}"
    return f"from {day_words(first)}" if first else f"by {day_words(last or date.max)}"


# --- reading -----------------------------------------------------------------------------

_DAY = r"\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}"
_WAYS: tuple[tuple[str, Callable[[re.Match[str]], ApproximateDate]], ...] = (
    (rf"({_DAY})", lambda m: ApproximateDate.on(_day(m[1]))),
    (r"(\d{4})-(\d{2})", lambda m: _spanning(Precision.MONTH, m[1], int(m[2]))),
    (r"(\d{4})-?q([1-4])", lambda m: _spanning(Precision.QUARTER, m[1], 3 * int(m[2]) - 2)),
    (
        r"quarter ([1-4]) of (\d{4})",
        lambda m: _spanning(Precision.QUARTER, m[2], 3 * int(m[1]) - 2),
    ),
    (r"(\d{4})", lambda m: _spanning(Precision.YEAR, m[1], 1)),
    (
        r"(?:fy|financial year) (\d{4})[/-](\d{2})",
        lambda m: _two_years(Precision.FINANCIAL_YEAR, m),
    ),
    (r"academic year (\d{4})[/-](\d{2})", lambda m: _two_years(Precision.ACADEMIC_YEAR, m)),
    (r"([a-z]{3,9}) (\d{4})", lambda m: _named(m[1], m[2])),
    (rf"(?:by|\.\./) ?({_DAY})", lambda m: ApproximateDate.between(None, _day(m[1]))),
    (rf"from ({_DAY})|({_DAY})/\.\.", lambda m: ApproximateDate.between(_day(m[1] or m[2]), None)),
    (
        rf"(?:between )?({_DAY})(?:/| and )({_DAY})",
        lambda m: ApproximateDate.between(_day(m[1]), _day(m[2])),
    ),
    (r"ongoing", lambda _: ApproximateDate(precision=Precision.ONGOING)),
    (r"unknown|not published", lambda _: ApproximateDate(precision=Precision.UNKNOWN)),
)
_READERS = tuple((re.compile(pattern), build) for pattern, build in _WAYS)
_ABOUT = re.compile(r"(?:about |around |c\. ?|~ ?)")
_EXPECTED = (
    "a date is expected such as 2024-03-07, March 2024, spring 2024, 2024-Q3, 2024, "
    "FY 2024/25, by 2024-05-22, from 2024-03-01, 2024-04-10/2025-02-10, ongoing or unknown"
)


def _parse(text: str) -> ApproximateDate:
    # A date is short; the limit keeps a hostile text away from the patterns.
    plain = " ".join(text[:200].split()).casefold()
    said_about = _ABOUT.match(plain)
    body = plain[said_about.end() :] if said_about else plain
    for pattern, build in _READERS:
        found = pattern.fullmatch(body)
        if found:
            try:
                return evolve(build(found), about=bool(said_about))
            except (ValueError, KeyError) as error:
                raise ApproximateDateError("date", "text", text, _reason(error)) from None
    raise ApproximateDateError("date", "text", text, _EXPECTED)


def _reason(error: Exception) -> str:
    """Keep the calendar's own reason ("day is out of range for month"), else the forms."""
    if isinstance(error, ApproximateDateError):
        return error.expected
    return _EXPECTED if isinstance(error, KeyError) else f"there is no such day: {error}"


def _day(text: str) -> date:
    if text[4:5] == "-":
        return date.fromisoformat(text)
    day, month, year = text.split()
    return date(int(year), _month(month), int(day.rstrip("sthndr")))


def _month(name: str) -> int:
    names = [full.casefold() for full in MONTHS]
    for number, full in enumerate(names, 1):
        if name in (full, full[:3]):
            return number
    raise KeyError(name)


def _named(name: str, year: str) -> ApproximateDate:
    if name in SEASONS:
        return _spanning(Precision.SEASON, year, SEASONS[name])
    return _spanning(Precision.MONTH, year, _month(name))


def _two_years(precision: Precision, found: re.Match[str]) -> ApproximateDate:
    if (int(found[1]) + 1) % 100 != int(found[2]):
        message = f"the second year must follow the first: {found[1]}/..."
        raise ApproximateDateError("date", "text", found[0], message)
    return _spanning(precision, found[1], 4 if precision is Precision.FINANCIAL_YEAR else 9)


def _spanning(precision: Precision, year: str, month: int) -> ApproximateDate:
    span = _whole(precision, date(int(year), month, 1))
    if span is None:
        message = f"it would end beyond the year {MAXYEAR}"
        raise ValueError(message)
    return ApproximateDate(precision=precision, first=span[0], last=span[1])
