"""Which areas inspectors are due in next, by the rules and by what was observed.

The rules live in `send_framework.frameworks`, which this package does not know: whoever asks
hands over the function that gives an inspection's official dates.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeAlias

from attrs import frozen

from send_framework.model.inspection import Inspection, InspectionKind, Outcome
from send_framework.model.window import Deadline, Window
from send_framework.reference.areas import LocalArea, local_areas
from send_framework.reference.follow_ups import FollowUp, follow_ups
from send_framework.reference.inspections import PublishedInspection, latest_inspections
from send_framework.reference.waiting import Waits, monitoring_waits, reinspection_waits

OfficialDates: TypeAlias = Callable[[Inspection], Iterable[Deadline | Window]]
"""What a rule book derives from an inspection, such as `send_framework.frameworks.deadlines`."""

MONITORING, REINSPECTION = "monitoring", "reinspection"


@frozen(kw_only=True)
class ObservedDue:
    """When inspectors would come if they came as they did elsewhere.

    Attributes:
        first: After the shortest wait seen.
        middle: After the median of the waits.
        last: After the longest.
        n: How many waits were seen.
        since: What the waits count from, in words.
    """

    first: date
    middle: date
    last: date
    n: int
    since: str


@frozen(kw_only=True)
class NextInspection:
    """The next inspection of one area.

    Attributes:
        area: The area.
        what: ``"monitoring"`` or ``"reinspection"``.
        after: The inspection it follows.
        by_rule: The window of the rule book; ``None`` where no rule gives one.
        by_observation: When it would come as elsewhere; ``None`` where nothing was seen.
        none_found: Whether a monitoring inspection may have been held that nobody found.
    """

    area: LocalArea
    what: str
    after: PublishedInspection
    by_rule: Window | None
    by_observation: ObservedDue | None
    none_found: bool = False

    @property
    def day(self) -> date:
        """The day to sort by: the rule's expected end, else its first, else the observed middle."""
        if self.by_rule is not None:
            expected = self.by_rule.expected or self.by_rule.ends()[0][1]
            return expected.day
        return self.by_observation.middle if self.by_observation else date.max


def due_next(official: OfficialDates, *, on: date | None = None) -> tuple[NextInspection, ...]:
    """Return the next inspection of every area inspected, the earliest first.

    An area with the lowest outcome is due a monitoring inspection until one is known to have been
    held, every other a full one.

    Args:
        official: Gives the windows of an inspection; their `scope` says which is meant.
        on: Only what was published by this day counts; everything when ``None``.

    Example:
        >>> from send_framework.frameworks import deadlines
        >>> due = {each.area.name: each for each in due_next(deadlines)}
        >>> due["Suffolk"].what, due["Oxfordshire"].what
        ('monitoring', 'reinspection')
        >>> str(due["Suffolk"].by_observation.middle), due["Suffolk"].by_observation.n
        ('2026-02-13', 3)
    """
    waits = {MONITORING: monitoring_waits(as_of=on), REINSPECTION: reinspection_waits(as_of=on)}
    found = [_next(each, official, waits, on) for each in latest_inspections(on=on)]
    return tuple(sorted(found, key=lambda each: (each.day, each.area.name)))


def not_yet_inspected(*, on: date | None = None) -> tuple[LocalArea, ...]:
    """Return the areas without a published inspection under the framework of 2023, by name.

    Args:
        on: Only what was published by this day counts; everything when ``None``.

    Example:
        >>> len(not_yet_inspected())
        57
    """
    inspected = {each.area.dfe for each in latest_inspections(on=on)}
    return tuple(area for area in local_areas(on=on) if area.dfe not in inspected)


def _next(
    last: PublishedInspection, official: OfficialDates, waits: dict[str, Waits], on: date | None
) -> NextInspection:
    visits = follow_ups(last.area, kind=InspectionKind.MONITORING)
    lowest = last.outcome is Outcome.WIDESPREAD_FAILINGS
    what = MONITORING if lowest and not any(_held(each, on) for each in visits) else REINSPECTION
    windows = (each for each in official(last.inspection) if isinstance(each, Window))
    return NextInspection(
        area=last.area,
        what=what,
        after=last,
        by_rule=next((window for window in windows if window.scope == what), None),
        by_observation=_observed(last, what, waits[what]),
        none_found=what == MONITORING and any(not each.found for each in visits),
    )


def _held(each: FollowUp, on: date | None) -> bool:
    day = each.on_site_start.latest() if each.on_site_start else None
    return each.found and (on is None or day is None or day <= on)


def _observed(last: PublishedInspection, what: str, waits: Waits) -> ObservedDue | None:
    since = last.published if what == MONITORING else last.last_day
    least, most = waits.least, waits.most
    if since is None or least is None or most is None:
        return None
    middle = (least.median + most.median) / 2
    return ObservedDue(
        first=since + timedelta(days=round(least.least)),
        middle=since + timedelta(days=round(middle)),
        last=since + timedelta(days=round(most.most)),
        n=least.n,
        since=waits.since,
    )
