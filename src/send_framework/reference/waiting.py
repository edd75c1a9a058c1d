"""How long things took: from fieldwork to publication, to monitoring, to the next inspection."""

from collections.abc import Callable, Iterable
from datetime import date

from attrs import frozen

from send_framework.model.inspection import InspectionKind, Outcome
from send_framework.reference.areas import LocalArea
from send_framework.reference.follow_ups import FollowUp, follow_ups
from send_framework.reference.inspections import PublishedInspection, inspections
from send_framework.reference.picture import OUTCOMES
from send_framework.reference.spread import Spread, spread
from send_framework.working_days import ENGLAND, WorkingCalendar


@frozen(kw_only=True)
class PublicationTime:
    """How long reports took, of one group of inspections.

    Attributes:
        of: The group: ``"all"``, an outcome, or the year of fieldwork.
        working_days: Working days from the last day on site to publication.
        calendar_days: The same in calendar days.
    """

    of: str
    working_days: Spread
    calendar_days: Spread


def publication_times(
    *, as_of: date | None = None, calendar: WorkingCalendar = ENGLAND
) -> tuple[PublicationTime, ...]:
    """Return how long reports took from the last day on site to publication.

    Args:
        as_of: Only reports published by this day; all when ``None``. Reports that are still
            being written are missing, so the last year looks quicker than it will.
        calendar: Which days are working days.

    Returns:
        All inspections with both days known, then each outcome, then each year of fieldwork.

    Example:
        >>> every = publication_times()[0]
        >>> every.of, every.working_days.n, every.working_days.median
        ('all', 95, 44.0)
    """
    known = [
        each
        for each in inspections()
        if each.last_day is not None and (as_of is None or each.published <= as_of)
    ]
    years = sorted({each.last_day.year for each in known if each.last_day})
    groups: list[tuple[str, Callable[[PublishedInspection], bool]]] = [("all", lambda _: True)]
    groups += [(outcome.value, _had(outcome)) for outcome in OUTCOMES]
    groups += [(str(year), _held_in(year)) for year in years]
    found = (_time(of, filter(wanted, known), calendar) for of, wanted in groups)
    return tuple(each for each in found if each is not None)


def _had(outcome: Outcome) -> Callable[[PublishedInspection], bool]:
    return lambda each: each.outcome is outcome


def _held_in(year: int) -> Callable[[PublishedInspection], bool]:
    return lambda each: each.last_day is not None and each.last_day.year == year


def _time(
    of: str, known: Iterable[PublishedInspection], calendar: WorkingCalendar
) -> PublicationTime | None:
    days = [(each.last_day, each.published) for each in known if each.last_day]
    working = spread(calendar.count(left, published) for left, published in days)
    plain = spread((published - left).days for left, published in days)
    if working is None or plain is None:
        return None
    return PublicationTime(of=of, working_days=working, calendar_days=plain)


@frozen(kw_only=True)
class Wait:
    """How long one area waited.

    Attributes:
        area: The area.
        since: The day it counts from.
        first: The first day on site, the earliest it can have been.
        last: The same, the latest it can have been: a source may give the month only.
        inferred: Whether the day on site was worked out.
    """

    area: LocalArea
    since: date
    first: date
    last: date
    inferred: bool = False

    @property
    def least(self) -> int:
        """The shortest wait it can have been, in days."""
        return (self.first - self.since).days

    @property
    def most(self) -> int:
        """The longest wait it can have been, in days."""
        return (self.last - self.since).days


@frozen(kw_only=True)
class Waits:
    """How long areas waited for inspectors to come back.

    Attributes:
        what: What they waited for.
        since: What it counts from, in words.
        waits: Each case, the shortest first.
        least: How the waits are spread, each as short as it can have been; ``None`` without one.
        most: The same, each as long as it can have been.
        none_found: Areas that should have had one and for which nobody found one: this says
            nothing on whether it took place, so they are in no figure.
    """

    what: str
    since: str
    waits: tuple[Wait, ...]
    least: Spread | None
    most: Spread | None
    none_found: tuple[LocalArea, ...]


def monitoring_waits(*, as_of: date | None = None) -> Waits:
    """Return how long areas waited from publication to the first day of monitoring on site.

    Sources give the call, the whole process of three weeks, or a month. All were brought to one
    meaning before they are compared: the first day inspectors are in the area.

    Args:
        as_of: Only visits by this day; all when ``None``.

    Example:
        >>> waits = monitoring_waits()
        >>> [(wait.area.name, wait.least, wait.most) for wait in waits.waits]
        [('Hertfordshire', 710, 710), ('Oxfordshire', 745, 745), ('Nottinghamshire', 777, 807)]
        >>> waits.least.n, waits.least.median, len(waits.none_found)
        (3, 745.0, 22)
    """
    every = follow_ups(kind=InspectionKind.MONITORING)
    found = [wait for each in every if (wait := _wait(each)) is not None]
    held = [wait for wait in found if as_of is None or wait.last <= as_of]
    without = {wait.area for wait in held}
    return _waits(
        "monitoring inspection",
        "publication of the report",
        held,
        tuple(each.area for each in every if each.area not in without),
    )


def reinspection_waits(*, as_of: date | None = None) -> Waits:
    """Return how long areas waited from one full inspection's last day to the next one's first.

    Args:
        as_of: Only visits by this day; all when ``None``.

    Example:
        >>> [(wait.area.name, wait.least) for wait in reinspection_waits().waits]
        [('Cornwall', 1137)]
    """
    found: list[Wait] = []
    before: dict[str, PublishedInspection] = {}
    for each in inspections():
        previous = before.get(each.area.dfe)
        start = each.on_site_start
        if previous is not None and previous.last_day is not None and start is not None:
            wait = Wait(area=each.area, since=previous.last_day, first=start, last=start)
            found.append(wait)
        before[each.area.dfe] = each
    held = [wait for wait in found if as_of is None or wait.last <= as_of]
    return _waits("full reinspection", "last day of the inspection before", held, ())


def _wait(each: FollowUp) -> Wait | None:
    began = each.on_site_start
    first, last = (began.earliest(), began.latest()) if began else (None, None)
    if each.initial_published is None or first is None or last is None:
        return None
    return Wait(
        area=each.area,
        since=each.initial_published,
        first=first,
        last=last,
        inferred=each.on_site_inferred,
    )


def _waits(what: str, since: str, found: Iterable[Wait], without: tuple[LocalArea, ...]) -> Waits:
    waits = tuple(sorted(found, key=lambda wait: (wait.least, wait.most)))
    return Waits(
        what=what,
        since=since,
        waits=waits,
        least=spread(wait.least for wait in waits),
        most=spread(wait.most for wait in waits),
        none_found=without,
    )
