"""What the terminal adds to the words of `formats.wording`: colours, cells, notes.

Those words are in reach from here, so that a verb has one place to take its words from.
"""

from send_framework.formats.wording import (
    ABSENCES,
    BASES,
    BINDING,
    READY,
    STANDS,
    assumed_share,
    chain,
    counted,
    day_or_unknown,
    doubt,
    driver_words,
    end_words,
    finish_words,
    listed,
    room,
    short_day,
    target_words,
    who,
    working,
)
from send_framework.network.kinds import ActivityKind, ReadinessState
from send_framework.network.results import ScheduledActivity

__all__ = [
    "ABSENCES",
    "BASES",
    "BINDING",
    "STANDS",
    "STATES",
    "assumed_share",
    "chain",
    "colour_of",
    "counted",
    "day_or_unknown",
    "doubt",
    "driver_words",
    "end_words",
    "finish_words",
    "listed",
    "notes",
    "room",
    "short_day",
    "start_shown",
    "target_words",
    "who",
    "whole",
    "working",
]

_COLOURS = {
    ReadinessState.BEFORE_EARLIEST: "green",
    ReadinessState.ONLY_IF_LATE: "yellow",
    ReadinessState.NOT_EVEN_THEN: "red",
    ReadinessState.CANNOT_BE_SAID: "magenta",
}
STATES = {state: (words, _COLOURS[state]) for state, words in READY.items()}


def colour_of(days: int | None) -> str:
    """Return the colour of a float: the number beside it says the same."""
    if days is None:
        return ""
    return "red" if days < 0 else "yellow" if days == 0 else ""


def whole(number: int | None) -> str:
    """Return a number for a table, or nothing."""
    return "" if number is None else str(number)


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
    return ", ".join(words for holds, words in said if holds)


def start_shown(each: ScheduledActivity) -> str:
    """Return the first day of work; a moment has only the day it is reached."""
    is_moment = each.kind is not ActivityKind.ACTION and each.duration == 0
    return "" if is_moment else short_day(each.early_start)
