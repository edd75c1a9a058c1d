"""The work that lies ahead: one agency's, the next weeks', before the next board."""

from datetime import date, timedelta

from attrs import frozen

from send_framework.errors import NetworkError, did_you_mean
from send_framework.model.action import Action
from send_framework.model.inspection import Event
from send_framework.model.plan import Plan
from send_framework.model.review import Meeting
from send_framework.network.kinds import Absence, ActivityKind
from send_framework.network.results import Schedule, ScheduledActivity, Unscheduled

_WORK = (ActivityKind.ACTION, ActivityKind.MILESTONE, ActivityKind.COMMITMENT)


@frozen(kw_only=True)
class WorkAhead:
    """Work still to be done.

    Attributes:
        agency: Whose; ``None`` for everybody's.
        until: The last day looked at; ``None`` for no end.
        activities: What starts or is under way by then, in order of time.
        undated: What has no dates, so that nobody can say when it is to be done.
    """

    agency: str | None
    until: date | None
    activities: tuple[ScheduledActivity, ...]
    undated: tuple[Unscheduled, ...]


def last_day(
    plan: Plan, schedule: Schedule, *, weeks: int | None = None, before: str | None = None
) -> date | None:
    """Return the last day of so many weeks, or the day before something, whichever is earlier.

    Args:
        plan: The plan.
        schedule: Its schedule; its data date begins the weeks.
        weeks: How many weeks.
        before: Id of a meeting, event, milestone or other work.

    Returns:
        The day; ``None`` when neither was asked for.

    Raises:
        NetworkError: `before` has no date.
        UnknownActivityError: `before` names nothing in the plan.

    Example:
        >>> from send_framework import Event
        >>> from send_framework.network.schedule import schedule
        >>> board = Event(id="BOARD", title="Improvement board", date="2024-07-15")
        >>> plan = Plan(title="A plan", data_date=date(2024, 5, 31), events=[board])
        >>> str(last_day(plan, schedule(plan), weeks=6)), str(
        ...     last_day(plan, schedule(plan), weeks=8, before="BOARD"))
        ('2024-07-12', '2024-07-14')
    """
    days: list[date] = []
    if weeks is not None:
        most = min(7 * weeks, (date.max - schedule.on).days)
        days.append(schedule.on + timedelta(days=most))
    if before is not None:
        days.append(_day_of(plan, schedule, before) - timedelta(days=1))
    return min(days, default=None)


def _day_of(plan: Plan, schedule: Schedule, wanted: str) -> date:
    """Return when something happens; an event that no link names is in no schedule."""
    scheduled = {each.id: each.early_finish for each in schedule.activities}
    if wanted in scheduled:
        return scheduled[wanted]
    named = plan.activity(wanted)
    said = named.date if isinstance(named, Event | Meeting) else None
    day = said.earliest() if said else None
    if day is None:
        message = f"{wanted} has no date, so nothing can be said to come before it; give it one"
        raise NetworkError(message)
    return day


def work_ahead(
    plan: Plan, schedule: Schedule, *, agency: str | None = None, until: date | None = None
) -> WorkAhead:
    """Return the work still to be done that starts, or is under way, by a day.

    Args:
        plan: The plan.
        schedule: Its schedule.
        agency: Only work for which this agency is accountable, which it leads, or helps with.
        until: The last day to look at; ``None`` for no end.

    Returns:
        The work, in order of start and finish, and what has no dates.

    Raises:
        NetworkError: The plan names no such agency.
    """
    if agency is not None and plan.agency(agency) is None:
        hint = did_you_mean(agency, [each.id for each in plan.agencies])
        raise NetworkError(f"no agency of the plan is called {agency!r}.{hint}")
    own = _own(plan, agency)
    dated = [
        each
        for each in schedule.activities
        if each.kind in _WORK and not each.complete and each.id in own
        and (until is None or each.early_start <= until)
    ]  # fmt: skip
    undated = [
        each
        for each in schedule.unscheduled
        if each.id in own and each.why is not Absence.CANCELLED
    ]
    return WorkAhead(
        agency=agency,
        until=until,
        activities=tuple(sorted(dated, key=lambda each: (each.early_start, each.early_finish))),
        undated=tuple(undated),
    )


def _own(plan: Plan, agency: str | None) -> frozenset[str]:
    """Return the ids of the work in which an agency has a part; without one, of all work."""
    found: set[str] = set()
    for each in plan.work():
        others = (each.lead, *each.contributors) if isinstance(each, Action) else ()
        if agency is None or agency in (*each.accountable, *others):
            found.add(each.id)
    for promised in plan.commitments:
        if agency is None or agency in promised.agencies:
            found.add(promised.id)
    return frozenset(found)
