"""England's working days, named variants of them, and the counting that rules and plans need.

A [`WorkingCalendar`][] says which days are worked: by default Monday to Friday less England's
bank holidays. A variant closes more (a Christmas shutdown, school holidays) or opens a day.

Two ways of counting, and they differ by a day:

- **A rule** does not count the day of its anchor: `add`. Received 18 January 2024, the 35th
  working day is 7 March.
- **Work** counts its first day: an action of 5 days that starts on Thursday 28 March 2024 works
  28 March, 2, 3, 4 and 5 April (Good Friday and Easter Monday lie between).

The schedule engine counts in **instants**: the boundary at which a civil day begins, as
`date.toordinal()` gives it. `begin_of(day)` and `end_of(day)` turn a day into its two; a
[`CalendarTable`][] turns instants into working-day numbers and back.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Any

from attrs import field, frozen

from send_framework.dates import day_words
from send_framework.errors import CalendarError, ModelError

# The years for which the `holidays` package knows England's bank holidays; asked for another
# year it answers "none" without a word, so this module refuses instead.
FIRST_YEAR = 1872
LAST_YEAR = 2100
# The last year whose bank holidays were on GOV.UK's own list when this was written. Later ones
# follow the pattern of the law, and a royal occasion may still add or move a day.
PROCLAIMED_TO = 2028

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def begin_of(day: date) -> int:
    """Return the instant at which a day begins."""
    return day.toordinal()


def end_of(day: date) -> int:
    """Return the instant at which a day ends: the next one's beginning.

    Example:
        >>> end_of(date(2024, 6, 14)) == begin_of(date(2024, 6, 15))
        True
    """
    return day.toordinal() + 1


def _many(values: Iterable[Any]) -> tuple[Any, ...]:
    """Turn any collection into a tuple, in a way that type checkers follow."""
    return tuple(values)


@frozen(kw_only=True)
class Closure:
    """Days on which a calendar does not work, both ends included.

    Attributes:
        name: What people call it, such as ``"Christmas shutdown"``.
        first: Its first day.
        last: Its last day.

    Raises:
        ModelError: It ends before it begins, or has no name.
    """

    name: str
    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        """Refuse a closure without a name or with its ends the wrong way round."""
        if not self.name.strip():
            raise ModelError("Closure", "name", self.name, "a name is expected")
        for name, day in (("first", self.first), ("last", self.last)):
            if type(day) is not date:
                raise ModelError(f"Closure {self.name}", name, day, "a datetime.date is expected")
        if self.last < self.first:
            wanted = f"it must not be before first ({self.first})"
            raise ModelError(f"Closure {self.name}", "last", self.last, wanted)


@frozen(kw_only=True, cache_hash=True)
class WorkingCalendar:
    """Which days are worked.

    Attributes:
        id: Short name that plans refer to.
        title: What people call it.
        working_weekdays: 0 for Monday to 6 for Sunday.
        bank_holidays: Whether it closes on England's bank holidays.
        closures: Further days on which it does not work.
        opened: Days it works whatever the rest says.

    Raises:
        ModelError: No weekday is worked, or a weekday does not exist.

    Example:
        >>> ENGLAND.add(date(2024, 1, 18), 35)
        datetime.date(2024, 3, 7)
        >>> ENGLAND.why_closed(date(2024, 3, 29))
        'Good Friday'
        >>> break_up = Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3))
        >>> term = WorkingCalendar(id="term", title="School terms", closures=(break_up,))
        >>> term.next_working(date(2024, 8, 10))
        datetime.date(2024, 9, 4)
    """

    id: str = "england"
    title: str = "England: Monday to Friday less bank holidays"
    working_weekdays: tuple[int, ...] = field(default=(0, 1, 2, 3, 4), converter=_many)
    bank_holidays: bool = True
    closures: tuple[Closure, ...] = field(default=(), converter=_many)
    opened: tuple[date, ...] = field(default=(), converter=_many)

    def __attrs_post_init__(self) -> None:
        """Refuse a calendar on which nothing is ever worked."""
        owner = f"WorkingCalendar {self.id}"
        for name in ("id", "title"):
            if not isinstance(getattr(self, name), str) or not getattr(self, name).strip():
                raise ModelError(owner, name, getattr(self, name), "some text is expected")
        weekdays = self.working_weekdays
        if not weekdays or not all(type(day) is int and day in range(7) for day in weekdays):
            wanted = "at least one of 0 (Monday) to 6 (Sunday) is expected"
            raise ModelError(owner, "working_weekdays", weekdays, wanted)
        for day in self.opened:
            if type(day) is not date:
                raise ModelError(owner, "opened", day, "a datetime.date is expected")

    @property
    def first_day(self) -> date:
        """The first day this calendar can say anything about."""
        return date(FIRST_YEAR, 1, 1) if self.bank_holidays else date.min

    @property
    def last_day(self) -> date:
        """The last day this calendar can say anything about."""
        return date(LAST_YEAR, 12, 31) if self.bank_holidays else date.max

    def is_working(self, day: date) -> bool:
        """Return whether the day is worked; `why_closed` says why it is not."""
        return self.why_closed(day) is None

    def why_closed(self, day: date) -> str | None:
        """Return why the day is not worked, or ``None`` if it is.

        Raises:
            CalendarError: Its bank holidays are not known (before 1872, after 2100).

        Example:
            >>> ENGLAND.why_closed(date(2024, 8, 24)), ENGLAND.why_closed(date(2024, 8, 23))
            ('Saturday', None)
        """
        self._known(day)
        if day in self.opened:
            return None
        for closure in self.closures:
            if closure.first <= day <= closure.last:
                return closure.name
        if self.bank_holidays and day in _bank_holidays(day.year):
            return _bank_holidays(day.year)[day]
        return None if day.weekday() in self.working_weekdays else WEEKDAYS[day.weekday()]

    def is_provisional(self, day: date) -> bool:
        """Return whether the year's bank holidays follow the pattern but are not yet proclaimed."""
        return self.bank_holidays and day.year > PROCLAIMED_TO

    def add(self, day: date, n: int) -> date:
        """Return the n-th working day after `day`, which is not counted itself.

        Args:
            day: The anchor, worked or not.
            n: How many; 0 returns `day` as it is, a negative number counts back.

        Raises:
            CalendarError: The answer lies beyond the years this calendar knows.

        Example:
            >>> ENGLAND.add(date(2024, 1, 18), 70)
            datetime.date(2024, 4, 29)
        """
        if n < 0:
            return self.subtract(day, -n)
        return day if n == 0 else self._ahead(day, n)

    def subtract(self, day: date, n: int) -> date:
        """Return the n-th working day before `day`, which is not counted itself.

        Example:
            >>> ENGLAND.subtract(date(2024, 3, 7), 35)
            datetime.date(2024, 1, 18)
        """
        if n < 0:
            return self.add(day, -n)
        return day if n == 0 else self._back(day, n)

    def count(self, after: date, through: date) -> int:
        """Return the working days after one day up to and including another; negative back.

        Example:
            >>> ENGLAND.count(date(2024, 1, 18), date(2024, 3, 7))
            35
        """
        if through < after:
            return -self.count(through, after)
        self._known(after)
        self._known(through)
        first, last = after.toordinal(), through.toordinal()
        years = (_worked(self, year) for year in range(after.year, through.year + 1))
        return sum(bisect_right(days, last) - bisect_right(days, first) for days in years)

    def next_working(self, day: date) -> date:
        """Return the day itself if it is worked, else the next that is."""
        return day if self.is_working(day) else self._ahead(day, 1)

    def previous_working(self, day: date) -> date:
        """Return the day itself if it is worked, else the last that was."""
        return day if self.is_working(day) else self._back(day, 1)

    def table(self, first: date, last: date) -> "CalendarTable":
        """Return the look-up tables of a span; working day 0 is the first from `first` on."""
        table = CalendarTable(self, begin_of(first))
        table.cover(end_of(last))
        return table

    def _known(self, day: date) -> None:
        if not self.first_day <= day <= self.last_day:
            raise CalendarError(
                f"calendar {self.id!r} cannot say whether {day_words(day)} is worked: England's "
                f"bank holidays are known from {FIRST_YEAR} to {LAST_YEAR}"
            )

    def _ahead(self, day: date, n: int) -> date:
        self._known(day)
        left = n
        for year in range(day.year, self.last_day.year + 1):
            days = _worked(self, year)
            at = bisect_right(days, day.toordinal()) + left - 1
            if at < len(days):
                return date.fromordinal(days[at])
            left = at - len(days) + 1
        raise self._beyond(day, f"{n} working days after", self.last_day)

    def _back(self, day: date, n: int) -> date:
        self._known(day)
        left = n
        for year in range(day.year, self.first_day.year - 1, -1):
            days = _worked(self, year)
            at = bisect_left(days, day.toordinal()) - left
            if at >= 0:
                return date.fromordinal(days[at])
            left = -at
        raise self._beyond(day, f"{n} working days before", self.first_day)

    def _beyond(self, day: date, what: str, limit: date) -> CalendarError:
        return CalendarError(
            f"calendar {self.id!r} has no day {what} {day_words(day)}: it ends at "
            f"{day_words(limit)}"
        )


ENGLAND = WorkingCalendar()


@lru_cache(maxsize=512)
def _bank_holidays(year: int) -> dict[date, str]:
    """Return England's bank holidays of a year, by day."""
    # Loaded here: most of the library, and its import, needs no bank holiday.
    from holidays import country_holidays

    # Asking without `expand` keeps the package from adding years when it is asked for a day.
    return dict(country_holidays("GB", subdiv="ENG", years=year, expand=False))


@lru_cache(maxsize=4096)
def _worked(calendar: WorkingCalendar, year: int) -> tuple[int, ...]:
    """Return the worked days of a year as ordinals, in order."""
    return tuple(n for n in _ordinals(year) if calendar.is_working(date.fromordinal(n)))


def _ordinals(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)


class CalendarTable:
    """A calendar as look-up tables: instants to working-day numbers and back.

    Working day 0 is the first on or after the origin; days before it have negative numbers. The
    tables grow, year by year, when asked about something beyond them; what lies beyond the years
    that the calendar knows raises a [`CalendarError`][].

    Example:
        >>> table = ENGLAND.table(date(2024, 3, 28), date(2024, 4, 12))
        >>> table.index(end_of(date(2024, 4, 5)))
        5
        >>> date.fromordinal(table.begin(1)), date.fromordinal(table.end(5) - 1)
        (datetime.date(2024, 4, 2), datetime.date(2024, 4, 5))
    """

    __slots__ = ("_before", "_count", "_low", "_worked", "_years", "calendar")

    def __init__(self, calendar: WorkingCalendar, origin: int) -> None:
        """Make the tables for the year of the origin, the instant of working day 0."""
        self.calendar = calendar
        year = self._year_of(origin)
        self._years = [year, year]
        self._worked = list(_worked(calendar, year))
        self._before = bisect_left(self._worked, origin)
        self._low = date(year, 1, 1).toordinal()
        self._count = [n - self._before for n in _counts(calendar, year)]

    def index(self, instant: int) -> int:
        """Return how many working days lie between the origin and the instant."""
        at = instant - self._low
        if not 0 <= at < len(self._count):
            self.cover(instant)
            at = instant - self._low
        return self._count[at]

    def begin(self, number: int) -> int:
        """Return the instant at which a working day begins."""
        at = number + self._before
        while not 0 <= at < len(self._worked):
            self._grow(back=at < 0)
            at = number + self._before
        return self._worked[at]

    def end(self, number: int) -> int:
        """Return the instant at which so many working days are done."""
        return self.begin(number - 1) + 1

    def cover(self, instant: int) -> None:
        """Make the tables reach an instant."""
        while not self._low <= instant < self._low + len(self._count):
            self._grow(back=instant < self._low)

    def _grow(self, *, back: bool) -> None:
        """Add the year before or behind the tables."""
        year = self._years[0] - 1 if back else self._years[1] + 1
        self._refuse(year)
        days, counts = _worked(self.calendar, year), _counts(self.calendar, year)
        if back:
            shift = self._count[0] - len(days)
            self._count[:0] = [n + shift for n in counts[:-1]]
            self._worked[:0] = days
            self._before += len(days)
            self._low = date(year, 1, 1).toordinal()
            self._years[0] = year
        else:
            shift = self._count[-1]
            self._count += [n + shift for n in counts[1:]]
            self._worked += days
            self._years[1] = year

    def _refuse(self, year: int) -> None:
        first, last = self.calendar.first_day.year, self.calendar.last_day.year
        if not first <= year <= last:
            raise CalendarError(
                f"the schedule reaches the year {year}, but calendar {self.calendar.id!r} is "
                f"known from {first} to {last} only"
            )

    def _year_of(self, instant: int) -> int:
        """Return the year of an instant; a year's very end belongs to the next if that is known."""
        inside = max(1, min(instant, date.max.toordinal()))
        year = date.fromordinal(inside).year
        self._refuse(year)
        return year


def _counts(calendar: WorkingCalendar, year: int) -> list[int]:
    """Return the worked days of a year before each of its instants, its end included."""
    worked = set(_worked(calendar, year))
    return list(accumulate((day in worked for day in _ordinals(year)), initial=0))
