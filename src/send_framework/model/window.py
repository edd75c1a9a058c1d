"""Official dates: deadlines, windows, and the rule each comes from.

A [`Deadline`][] is a day by which something must be done. A [`Window`][] is when something is
expected: it can be approached or outlived, never breached. Both keep the rule, the edition, the
anchor event and the source, and can explain themselves in one sentence.
"""

import calendar
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

from attrs import field, frozen

from send_framework.dates import day_words
from send_framework.model.source import Confidence, Fact
from send_framework.model.validation import (
    any_text,
    identifier,
    of_type,
    plain_day,
    refuse,
    some_text,
    whole,
)


class Modality(Enum):
    """How binding a rule is."""

    STATUTORY = "statutory"
    """Law: it can be broken."""
    HANDBOOK = "handbook"
    """The inspectorates' handbook or practice: "usually"."""
    APPROXIMATE = "approximate"
    """Printed as "within approximately"."""
    OBSERVED = "observed"
    """Nobody's rule: what was seen to happen."""


class Unit(Enum):
    """What a rule counts in."""

    WORKING_DAYS = "working-days"
    CALENDAR_DAYS = "calendar-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"

    def words(self, amount: int) -> str:
        """Return the amount with its unit, such as ``"35 working days"``."""
        plural = self.value.replace("-", " ")
        return f"{amount} {plural[:-1] if abs(amount) == 1 else plural}"


def add_months(day: date, months: int) -> date:
    """Return the same day of a later (or earlier) month, clamped to its last day.

    Example:
        >>> add_months(date(2024, 1, 31), 1), add_months(date(2024, 1, 18), 18)
        (datetime.date(2024, 2, 29), datetime.date(2025, 7, 18))
    """
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


@frozen(kw_only=True)
class Within:
    """A span counted from an event that may have no date yet: "within about 18 months".

    Attributes:
        amount: How many units.
        unit: Calendar days, weeks, months or years.
        about: Whether the text says "about" or "approximately".
        anchor: The day it counts from, once known.

    Example:
        >>> within = Within(amount=18, unit=Unit.MONTHS, about=True)
        >>> str(within), within.latest() is None
        ('within about 18 months', True)
        >>> Within(amount=18, unit=Unit.MONTHS, anchor=date(2024, 1, 18)).latest()
        datetime.date(2025, 7, 18)
    """

    amount: int = field(validator=whole(0, 10_000))
    unit: Unit = field(validator=of_type(Unit))
    about: bool = field(default=False, validator=of_type(bool))
    anchor: date | None = field(default=None, validator=plain_day)

    def __attrs_post_init__(self) -> None:
        """Refuse working days: they need a calendar, which a rule book has."""
        if self.unit is Unit.WORKING_DAYS:
            raise refuse(self, "unit", self.unit, "a unit of civil time is expected")

    def earliest(self) -> date | None:
        """Return the anchor: nothing within a span comes before it."""
        return self.anchor

    def latest(self) -> date | None:
        """Return the last day of the span, or ``None`` while the anchor has no date."""
        return None if self.anchor is None else civil_add(self.anchor, self.amount, self.unit)

    def __str__(self) -> str:
        """Return it as a report prints it."""
        return f"within {'about ' if self.about else ''}{self.unit.words(self.amount)}"


def civil_add(day: date, amount: int, unit: Unit) -> date:
    """Return the day that many calendar days, weeks, months or years later.

    Raises:
        ModelError: Working days, which need a calendar, or a day beyond the year 9999.

    Example:
        >>> civil_add(date(2024, 1, 18), 3, Unit.YEARS)
        datetime.date(2027, 1, 18)
    """
    if unit is Unit.WORKING_DAYS:
        raise refuse(day, "unit", unit, "a unit of civil time is expected")
    try:
        if unit in (Unit.MONTHS, Unit.YEARS):
            return add_months(day, amount * (12 if unit is Unit.YEARS else 1))
        return day + timedelta(days=amount * (7 if unit is Unit.WEEKS else 1))
    except (OverflowError, ValueError):
        expected = f"a day from year 1 to 9999 is expected, counting from {day_words(day)}"
        raise refuse(day, "amount", unit.words(amount), expected) from None


@frozen(kw_only=True)
class RuleReference:
    """Which rule gave a date, and how it counted.

    Attributes:
        framework: Key of the rule book, such as ``"area_send_2023"``.
        rule: Key of the rule, such as ``"priority-action-plan-submitted"``.
        title: The rule in words.
        edition: Key of the edition in force on the day judged.
        in_force_from: First day of that edition.
        modality: How binding it is.
        counting: How it counts, such as ``"35 working days after receipt"``.
        anchor: The event it counts from, such as ``"report received"``.
        anchor_date: The day of that event.
        anchor_inferred: Whether that day was worked out rather than known.
        paragraph: Where the rule stands, if seen.
    """

    framework: str = field(validator=some_text)
    rule: str = field(validator=identifier)
    title: str = field(validator=some_text)
    edition: str = field(validator=some_text)
    in_force_from: date = field(validator=plain_day)
    modality: Modality = field(validator=of_type(Modality))
    counting: str = field(validator=some_text)
    anchor: str = field(validator=some_text)
    anchor_date: date = field(validator=plain_day)
    anchor_inferred: bool = field(default=False, validator=of_type(bool))
    paragraph: str = field(default="", validator=any_text)


@frozen(kw_only=True)
class Deadline(Fact):
    """A day by which a rule wants something done.

    Attributes:
        name: What must be done.
        rule: The rule, its edition and its anchor.
        due: The day. Where the anchor itself is a range, the earlier.
        due_latest: The later end of that range, else the same day.
        explanation: One plain sentence: why this day.
        provisional: Whether it lies beyond the last year with proclaimed bank holidays.
    """

    name: str = field(validator=some_text)
    rule: RuleReference = field(validator=of_type(RuleReference))
    due: date = field(validator=plain_day)
    due_latest: date = field(validator=plain_day)
    explanation: str = field(validator=some_text)
    provisional: bool = field(default=False, validator=of_type(bool))

    def __attrs_post_init__(self) -> None:
        """Refuse a range that ends before it starts."""
        if self.due > self.due_latest:
            raise refuse(self, "due_latest", self.due_latest, f"it must not be before {self.due}")


@frozen(kw_only=True)
class WindowEnd(Fact):
    """One end of a window: a day and the evidence for it.

    Attributes:
        day: The day.
        reason: Why this day, in words.
        provisional: Whether it counts working days of a year without proclaimed bank holidays.
    """

    day: date = field(validator=plain_day)
    reason: str = field(validator=some_text)
    provisional: bool = field(default=False, validator=of_type(bool))


WINDOW_ENDS = ("earliest", "expected", "latest")


@frozen(kw_only=True)
class Window(Fact):
    """When something is expected to happen: three days, each with its own evidence.

    Attributes:
        id: Short id, such as ``"monitoring"``.
        name: What is expected, such as ``"Monitoring inspection"``.
        earliest: The first day it may come; ``None`` if nothing can be said.
        expected: The day to plan for.
        latest: The last day it may come.
        scope: Which work must be ready: ``"monitoring"`` (what answers a priority action, and
            all that it waits for), ``"reinspection"`` (everything), or the id of a milestone
            (all that it waits for).
        preparation: Working days needed between ready and the window's day.
        rule: The rule behind it, when a rule book made it.
        explanation: One plain sentence.

    Raises:
        ModelError: Ends out of order, or none at all.

    Example:
        >>> window = Window(
        ...     id="monitoring", name="Monitoring inspection", scope="monitoring",
        ...     earliest=WindowEnd(day=date(2025, 6, 1), reason="forecast announced in 2024"),
        ...     expected=WindowEnd(day=date(2025, 7, 18), reason="18 months from receipt"),
        ... )
        >>> [(name, str(end.day)) for name, end in window.ends()]
        [('earliest', '2025-06-01'), ('expected', '2025-07-18')]
    """

    id: str = field(validator=identifier)
    name: str = field(validator=some_text)
    earliest: WindowEnd | None = field(default=None, validator=of_type(WindowEnd))
    expected: WindowEnd | None = field(default=None, validator=of_type(WindowEnd))
    latest: WindowEnd | None = field(default=None, validator=of_type(WindowEnd))
    scope: str = field(default="reinspection", validator=identifier)
    preparation: int = field(default=0, validator=whole(0, 1000))
    rule: RuleReference | None = field(default=None, validator=of_type(RuleReference))
    explanation: str = field(default="", validator=any_text)

    def __attrs_post_init__(self) -> None:
        """Refuse a window without an end, or with its ends out of order."""
        ends = self.ends()
        if not ends:
            raise refuse(self, "expected", None, "at least one end must have a day")
        for (before, first), (after, last) in pairwise(ends):
            if first.day > last.day:
                expected = f"it must not be before {before} ({day_words(first.day)})"
                raise refuse(self, after, day_words(last.day), expected)

    def ends(self) -> tuple[tuple[str, WindowEnd], ...]:
        """Return the known ends with their names, in order."""
        named = ((name, getattr(self, name)) for name in WINDOW_ENDS)
        return tuple((name, end) for name, end in named if end is not None)


WEAKEST_FIRST = (
    Confidence.ASSUMED,
    Confidence.UNVERIFIED,
    Confidence.INFERRED,
    Confidence.SECONDARY,
    Confidence.VERIFIED,
)


def weakest(*confidences: Confidence) -> Confidence:
    """Return the least sure of several confidences: a conclusion is no surer than its parts.

    Example:
        >>> weakest(Confidence.VERIFIED, Confidence.INFERRED)
        <Confidence.INFERRED: 'inferred'>
    """
    return min(confidences, key=WEAKEST_FIRST.index)
