"""What rules led to expect, against what came: the difference in days, with its sign."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

from send_framework.dates import day_words
from send_framework.frameworks.anchors import FIELDWORK, Known
from send_framework.frameworks.application import Application, Undated, apply
from send_framework.frameworks.official_dates import DATING, dated
from send_framework.frameworks.rulebook import Rule
from send_framework.model.inspection import Inspection
from send_framework.model.window import Deadline, Unit, Window

Days: TypeAlias = tuple[date | None, date]
"""The first day on which something can have happened, if it is known, and the last."""


@frozen(kw_only=True)
class Outturn:
    """One dated rule, and the act that it was about.

    Attributes:
        inspection: Id of the inspection that the rule follows from.
        expected: What the rule gives.
        act: Id of the event or inspection that happened.
        first: The first day on which it can have happened; ``None`` where only the last is known.
        last: The last.
        unit: What the difference counts: working days, or days of the calendar.
        difference: How many after the last day expected (a negative number: before the first);
            0 within, ``None`` where what is known of its day does not say.
    """

    inspection: str
    expected: Deadline | Window
    act: str
    first: date | None
    last: date
    unit: Unit
    difference: int | None

    @property
    def words(self) -> str:
        """What came when, and by how much that differs, in one phrase."""
        days = day_words(self.last)
        if self.first is None:
            days = f"by {days}"
        elif self.last != self.first:
            days = f"between {day_words(self.first)} and {days}"
        if self.difference is None:
            return f"{self.act}, {days}: within or not, its day does not say"
        if self.difference == 0:
            return f"{self.act}, {days}: as expected"
        way = "later" if self.difference > 0 else "earlier"
        return f"{self.act}, {days}: {self.unit.words(abs(self.difference))} {way} than expected"


def outturns(known: Known, later: Sequence[Inspection] = ()) -> tuple[Outturn, ...]:
    """Return each dated rule whose act is known, with the difference between the two.

    Args:
        known: The inspection, its rule book and what happened around it.
        later: The inspections that followed, the earliest first.

    Example:
        >>> from send_framework import InspectionKind
        >>> from send_framework.frameworks import rule_book
        >>> visit = Inspection(
        ...     id="R2022", kind=InspectionKind.REVISIT, framework="local_area_2016",
        ...     fieldwork_end="2022-07-06", published="2022-09-08")
        >>> book = rule_book("local_area_2016")
        >>> outturns(Known(book=book, inspection=visit))[0].words
        'R2022, 8 September 2022: 12 working days later than expected'
    """
    found: list[Outturn] = []
    for rule in known.book.rules:
        if rule.gives in DATING and known.applies(rule):
            act = next(_acts(known, rule, later), None)
            applied = apply(known, rule) if act else None
            if act and applied and not isinstance(applied, Undated):
                found.append(_outturn(applied, *act))
    return tuple(found)


def _acts(known: Known, rule: Rule, later: Iterable[Inspection]) -> Iterator[tuple[str, Days]]:
    """Yield what the rule was about, if it has happened: the act's id and its days."""
    if rule.finds and (day := known.stated(rule.finds)):
        yield known.inspection.id, (day.first, day.last)
    dated_events = [
        (last, event.id, event.date.earliest())
        for event in known.of_kind(rule.met_by)
        if event.date and (last := event.date.latest()) and not known.is_later(last)
    ]
    if dated_events:
        last, name, first = min(dated_events, key=lambda each: each[:2])
        yield name, (first, last)
    for inspection in later:
        if inspection.kind is rule.expects:
            seen = Known(book=known.book, inspection=inspection, on=known.on).stated(FIELDWORK)
            if seen and not known.is_later(seen.first):
                yield inspection.id, (seen.first, seen.last)


def _outturn(applied: Application, act: str, days: Days) -> Outturn:
    expected = dated(applied)
    first, last = days
    is_working = applied.edition.unit is Unit.WORKING_DAYS
    return Outturn(
        inspection=applied.known.inspection.id,
        expected=expected,
        act=act,
        first=first,
        last=last,
        unit=Unit.WORKING_DAYS if is_working else Unit.CALENDAR_DAYS,
        difference=_difference(applied, _expected_days(applied, expected), days),
    )


def _expected_days(
    applied: Application, expected: Deadline | Window
) -> tuple[date | None, date | None]:
    """Return the first and the last day on which it was expected; ``None`` where it is open.

    An anchor known only as a span moves the last day as far as it reaches.
    """
    if isinstance(expected, Deadline):
        return None, expected.due
    begin = expected.earliest or expected.expected
    end = expected.latest or expected.expected
    days = [end.day] if end else []
    most = applied.edition.amount if applied.edition.most is None else applied.edition.most
    if end and most is not None:
        days += [applied.reach(anchor.last, most) for anchor in applied.anchors]
    return (begin.day if begin else None), max(days, default=None)


def _difference(
    applied: Application, expected: tuple[date | None, date | None], came: Days
) -> int | None:
    (first, last), (came_first, came_last) = expected, came
    latest = _latest(applied, last)
    if latest is not None and came_first is not None and came_first > latest:
        return _days(applied, latest, came_first)
    if first is not None and came_last < first:
        return -_days(applied, came_last, first)
    begun = first is None or (came_first is not None and first <= came_first)
    inside = begun and (last is None or came_last <= last)
    return 0 if inside else None


def _latest(applied: Application, last: date | None) -> date | None:
    """Return the last day expected at the latest: a deadline can itself be a range."""
    found = dated(applied)
    return found.due_latest if isinstance(found, Deadline) else last


def _days(applied: Application, first: date, last: date) -> int:
    if applied.edition.unit is Unit.WORKING_DAYS:
        return applied.known.calendar.count(first, last)
    return (last - first).days
