"""One activity as a schedule sees it: what the engine needs, and how sure each part is."""

from datetime import date, timedelta

from attrs import field, frozen

from send_framework.model.action import Dependency, Side
from send_framework.model.dependency import ConstraintKind
from send_framework.network.kinds import ActivityKind
from send_framework.network.results import NetworkFact
from send_framework.working_days import ENGLAND, WorkingCalendar


@frozen(kw_only=True)
class Entry:
    """One activity as a schedule sees it.

    Attributes:
        id: The activity's id.
        title: Its title.
        kind: Action, milestone, commitment, event or meeting.
        accountable: Agency ids.
        after: Its links, as far as they count.
        calendar: Its working calendar.
        duration: Working days; 0 for a moment.
        side: Which side of its day a moment stands on.
        constraints: Dates that bind it from outside.
        not_before: First day it may start: by its forecast, else as planned.
        planned_start: The day it was promised to start, which a forecast does not move.
        promise: Day before which it is not expected to finish (its forecast or promise).
        due: The day it was promised for, which moves nothing.
        started: The day it started, as known at the data date.
        finished: The day it finished, as known at the data date.
        remaining: Working days left of started work.
        pinned: The day others set for it.
        ongoing: Whether it lasts until the target.
        dropped: Whether it was cancelled or superseded: 0 long, links pass through.
        undated: Whether nothing gives it a place in time.
        inferred: Whether an approximate date stands behind it.
        assumed: Fields nobody published.
        facts: What was noticed while reading it.
    """

    id: str
    title: str
    kind: ActivityKind
    accountable: tuple[str, ...] = ()
    after: tuple[Dependency, ...] = ()
    calendar: WorkingCalendar = ENGLAND
    duration: int = 0
    side: Side = Side.FINISH
    constraints: tuple[tuple[ConstraintKind, date | None], ...] = ()
    not_before: date | None = None
    planned_start: date | None = None
    promise: date | None = None
    due: date | None = None
    started: date | None = None
    finished: date | None = None
    remaining: int | None = None
    pinned: date | None = None
    ongoing: bool = False
    dropped: bool = False
    undated: bool = False
    inferred: bool = False
    assumed: tuple[str, ...] = ()
    facts: tuple[NetworkFact, ...] = field(default=(), repr=False)


def both_counted(calendar: WorkingCalendar, first: date, last: date) -> int:
    """Return the working days from one day to another, both included.

    Example:
        >>> both_counted(ENGLAND, date(2024, 6, 10), date(2024, 6, 14))
        5
    """
    return calendar.count(first - timedelta(days=1), last)
