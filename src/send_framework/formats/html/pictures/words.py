"""The words that pictures and their tables use for days, numbers and states."""

from collections.abc import Iterable
from datetime import date

from send_framework.dates import MONTHS
from send_framework.frameworks import Entry, EntryKind, State
from send_framework.model.source import Confidence
from send_framework.model.window import Modality
from send_framework.network.kinds import Absence, ActivityKind
from send_framework.network.results import ScheduledActivity

ABSENCES = {
    Absence.UNDATED: "has no date, no duration and no link",
    Absence.IN_CYCLE: "waits for itself",
    Absence.BEHIND_CYCLE: "waits for work that waits for itself",
    Absence.CANCELLED: "will not be done",
}


def short_day(day: date | None) -> str:
    """Return a day for a table, or nothing.

    Example:
        >>> short_day(date(2024, 9, 30)), short_day(None)
        ('30 Sep 2024', '')
    """
    return "" if day is None else f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def whole(number: int | None) -> str:
    """Return a number for a table, or nothing."""
    return "" if number is None else str(number)


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    Example:
        >>> counted(1, "activity", "activities"), counted(2, "activity", "activities")
        ('1 activity', '2 activities')
    """
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Iterable[str]) -> str:
    """Return names one after another."""
    return ", ".join(names)


def is_moment(each: ScheduledActivity) -> bool:
    """Return whether it has only the day it is reached: a milestone, a meeting, an event."""
    return each.kind is not ActivityKind.ACTION and each.duration == 0


def notes(each: ScheduledActivity) -> str:
    """Return what a table says of an activity beside its dates, in words."""
    said = (
        (each.complete, "done"),
        (each.started and not each.complete, "started"),
        (each.is_ongoing, "ongoing"),
        (each.on_critical_path, "on path"),
        (each.critical and not each.complete, "critical"),
        (not each.in_scope, "not in scope"),
        (each.duration_assumed, "length assumed"),
        (each.inferred, "date inferred"),
    )
    return listed(words for holds, words in said if holds)


STATES = {
    State.HAPPENED: "",
    State.MET: "as expected",
    State.LATE: "later than expected",
    State.EARLY: "earlier than expected",
    State.UNPROVEN: "as expected or not: its day does not say",
    State.OVERDUE: "overdue",
    State.PASSED: "passed, nothing recorded",
    State.OPEN: "may come any day",
    State.AHEAD: "ahead",
    State.UNDATED: "no day given",
}
BINDING = {
    Modality.STATUTORY: "law",
    Modality.HANDBOOK: "custom: handbook",
    Modality.APPROXIMATE: "custom: printed as approximate",
    Modality.OBSERVED: "nobody's rule: observed",
}
DOUBTS = {
    Confidence.SECONDARY: "from a secondary source",
    Confidence.INFERRED: "inferred",
    Confidence.UNVERIFIED: "unverified",
    Confidence.ASSUMED: "assumed",
}


def state_words(entry: Entry) -> str:
    """Return how a line of a timeline stands."""
    if entry.kind is EntryKind.PERIOD and entry.state is State.OPEN:
        return "in force"
    return STATES[entry.state]


def entry_days(entry: Entry) -> str:
    """Return the day or the days of a line of a timeline."""
    if entry.when is not None:
        return short_day(entry.when.first) if entry.when.is_day else str(entry.when)
    if entry.first == entry.last:
        return short_day(entry.first) or "no day"
    return f"{short_day(entry.first) or 'by'} to {short_day(entry.last)}"
