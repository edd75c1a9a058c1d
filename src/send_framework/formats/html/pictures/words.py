"""What pictures say of activities and of a timeline's lines, beside the words of all answers."""

from collections.abc import Iterable

from send_framework.formats.wording import STANDS, short_day
from send_framework.frameworks import Entry, EntryKind, State
from send_framework.network.kinds import ActivityKind
from send_framework.network.results import ScheduledActivity


def whole(number: int | None) -> str:
    """Return a number for a table, or nothing."""
    return "" if number is None else str(number)


def joined(names: Iterable[str]) -> str:
    """Return names one after another, all of them."""
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
    return joined(words for holds, words in said if holds)


def state_words(entry: Entry) -> str:
    """Return how a line of a timeline stands."""
    if entry.kind is EntryKind.PERIOD and entry.state is State.OPEN:
        return "in force"
    return STANDS[entry.state]


def entry_days(entry: Entry) -> str:
    """Return the day or the days of a line of a timeline."""
    if entry.when is not None:
        return short_day(entry.when.first) if entry.when.is_day else str(entry.when)
    if entry.first == entry.last:
        return short_day(entry.first) or "no day"
    return f"{short_day(entry.first) or 'by'} to {short_day(entry.last)}"
