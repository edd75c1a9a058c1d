"""What differs between two schedules: what moved, what is late now, the float to each end."""

from collections.abc import Mapping

from send_framework.model.plan import Plan
from send_framework.network.changes.results import Moved
from send_framework.network.results import Schedule, ScheduledActivity


def finish_moved(plan: Plan, old: Schedule, new: Schedule) -> int | None:
    """Return by how many of the plan's working days the finish moved; positive is later.

    Args:
        plan: The later plan, whose calendar counts.
        old: The earlier schedule.
        new: The later one.
    """
    if old.finish is None or new.finish is None:
        return None
    return plan.working_calendar().count(old.finish, new.finish)


def floats_of(schedule: Schedule) -> tuple[tuple[str, int], ...]:
    """Return each end of the window with the float to it."""
    readiness = schedule.readiness
    named = (
        ("earliest", readiness.float_to_earliest),
        ("expected", readiness.float_to_expected),
        ("latest", readiness.float_to_latest),
    )
    return tuple((name, days) for name, days in named if days is not None)


def moved_activities(plan: Plan, old: Schedule, new: Schedule) -> tuple[Moved, ...]:
    """Return what stands in both schedules on other dates, the largest move first.

    Ongoing work is left out: it lasts as long as the rest.

    Args:
        plan: The later plan, whose calendars count.
        old: The earlier schedule.
        new: The later one.
    """
    before = {each.id: each for each in old.activities}
    late = set(newly_late(old, new))
    pairs = ((before[each.id], each) for each in new.activities if each.id in before)
    found = [_moved(plan, *pair, newly_late=pair[1].id in late) for pair in pairs if _differ(*pair)]
    return tuple(sorted(found, key=lambda each: -abs(each.working_days)))


def _differ(old: ScheduledActivity, new: ScheduledActivity) -> bool:
    is_ongoing = old.is_ongoing or new.is_ongoing
    dates = (old.early_start, old.early_finish), (new.early_start, new.early_finish)
    return dates[0] != dates[1] and not is_ongoing


def _moved(
    plan: Plan, old: ScheduledActivity, new: ScheduledActivity, *, newly_late: bool
) -> Moved:
    calendar = plan.working_calendar(getattr(plan.activity(new.id), "calendar", None))
    return Moved(
        id=new.id,
        title=new.title,
        old_start=old.early_start,
        new_start=new.early_start,
        old_finish=old.early_finish,
        new_finish=new.early_finish,
        working_days=calendar.count(old.early_finish, new.early_finish),
        on_old_path=old.on_critical_path,
        on_new_path=new.on_critical_path,
        newly_late=newly_late,
    )


def newly_late(old: Schedule, new: Schedule) -> tuple[str, ...]:
    """Return the ids of what is late in one schedule and was not in the other, in plan order."""
    before = {each.id: each for each in old.activities}
    return tuple(
        each.id for each in new.activities if is_late(each) and not _was_late(before, each)
    )


def _was_late(before: Mapping[str, ScheduledActivity], each: ScheduledActivity) -> bool:
    return each.id in before and is_late(before[each.id])


def is_late(each: ScheduledActivity) -> bool:
    """Return whether work breaks its promise, or cannot be done by the window's latest day."""
    floats = (each.float_to_promise, each.float_to_latest)
    return any(days is not None and days < 0 for days in floats)
