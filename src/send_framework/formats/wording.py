"""The words in which people read numbers, days, states and bodies, on a screen or on a page."""

from collections.abc import Sequence
from datetime import date

from send_framework.dates import MONTHS, day_words
from send_framework.frameworks import State
from send_framework.model.source import Fact
from send_framework.model.window import Modality, Unit, Window, WindowEnd
from send_framework.network.kinds import Absence, Basis, ReadinessState
from send_framework.network.results import Driver

BASES = {
    Basis.PROMISED: "what has been promised",
    Basis.NETWORK: "the earliest that the links allow",
    Basis.FORECAST: "forecast (nobody finishes before their own promise)",
}
ABSENCES = {
    Absence.UNDATED: "has no date, no duration and no link",
    Absence.IN_CYCLE: "waits for itself",
    Absence.BEHIND_CYCLE: "waits for work that waits for itself",
    Absence.CANCELLED: "will not be done",
}
READY = {
    ReadinessState.BEFORE_EARLIEST: "ready",
    ReadinessState.ONLY_IF_LATE: "only if late",
    ReadinessState.NOT_EVEN_THEN: "not ready",
    ReadinessState.CANNOT_BE_SAID: "cannot be said",
}
STANDS = {
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


def short_day(day: date | None) -> str:
    """Return a day for a table, or nothing.

    Example:
        >>> short_day(date(2024, 9, 30))
        '30 Sep 2024'
    """
    return "" if day is None else f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def day_or_unknown(day: date | None) -> str:
    """Return a day for a sentence.

    Example:
        >>> day_or_unknown(None)
        'no known day'
    """
    return "no known day" if day is None else day_words(day)


def working(days: int) -> str:
    """Return a number of working days.

    Example:
        >>> working(1), working(-5)
        ('1 working day', '-5 working days')
    """
    return Unit.WORKING_DAYS.words(days)


def room(days: int) -> str:
    """Return a float in words: words stand beside every colour and sign.

    Example:
        >>> room(9), room(0), room(-5)
        ('9 working days to spare', 'just in time', '5 working days too late')
    """
    if days == 0:
        return "just in time"
    return f"{working(abs(days))} {'to spare' if days > 0 else 'too late'}"


def who(agencies: Sequence[str]) -> str:
    """Return agency ids, or that nobody is named.

    Example:
        >>> who(("NCC", "NICB")), who(())
        ('NCC, NICB', 'nobody named')
    """
    return ", ".join(agencies) or "nobody named"


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    Example:
        >>> counted(1, "error"), counted(2, "error"), counted(2, "hand-off", "hand-offs")
        ('1 error', '2 errors', '2 hand-offs')
    """
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def assumed_share(assumed: int, of: int) -> str:
    """Return how much of a path is assumed, as the subject of a sentence.

    Example:
        >>> assumed_share(2, 7), assumed_share(3, 3), assumed_share(1, 1)
        ('2 of the 7 activities and links', 'all 3 activities and links', 'the one activity')
    """
    if assumed != of:
        return f"{assumed} of the {counted(of, 'activity', 'activities and links')}"
    return "the one activity" if of == 1 else f"all {of} activities and links"


def chain(ids: Sequence[str], limit: int = 12) -> str:
    """Return ids in their order; of a very long chain the two ends.

    Example:
        >>> chain(("A", "B", "D")), chain(tuple("ABCDEF"), limit=4)
        ('A -> B -> D', 'A -> B -> ... (2 more) ... -> E -> F')
    """
    if len(ids) <= limit:
        return " -> ".join(ids)
    half = limit // 2
    between = f"... ({len(ids) - 2 * half} more) ..."
    return " -> ".join((*ids[:half], between, *ids[-half:]))


def listed(ids: Sequence[str], limit: int = 12) -> str:
    """Return ids one after another; of very many the first.

    Example:
        >>> listed(("A", "B")), listed(tuple("ABCDEF"), limit=4)
        ('A, B', 'A, B, C, D and 2 more')
    """
    more = f" and {len(ids) - limit} more" if len(ids) > limit else ""
    return f"{', '.join(ids[:limit])}{more}"


def finish_words(old: date | None, new: date | None, moved: int | None) -> str:
    """Return how far a finish moved, in a sentence.

    Args:
        old: The finish before.
        new: The finish then.
        moved: Working days between them; ``None`` where one is not known.

    Example:
        >>> finish_words(date(2024, 8, 9), date(2024, 8, 16), 5)
        'It finishes on 16 August 2024 instead of 9 August 2024: 5 working days later.'
        >>> finish_words(date(2024, 8, 9), date(2024, 8, 9), 0)
        'It finishes on 9 August 2024 all the same.'
    """
    if moved is None or old is None or new is None:
        return f"It finishes on {day_or_unknown(new)}, and on {day_or_unknown(old)} before."
    if old == new:
        return f"It finishes on {day_or_unknown(new)} all the same."
    far = f"{working(abs(moved))} {'later' if moved > 0 else 'earlier'}"
    return f"It finishes on {day_or_unknown(new)} instead of {day_or_unknown(old)}: {far}."


def doubt(fact: Fact) -> str:
    """Return how sure a fact is, with a comma before it; nothing where it was verified."""
    words = fact.confidence.doubt if fact.confidence else ""
    return f", {words}" if words else ""


def end_words(name: str, end: WindowEnd) -> str:
    """Return one end of a window with its reason.

    Example:
        >>> from send_framework import Confidence
        >>> end_words("latest", WindowEnd(
        ...     day=date(2024, 10, 7), reason="seen elsewhere", confidence=Confidence.ASSUMED))
        'latest 7 October 2024 (seen elsewhere, assumed)'
    """
    return f"{name} {day_words(end.day)} ({end.reason}{doubt(end)})"


def target_words(target: Window | None) -> str:
    """Return the target by name, with its scope."""
    if target is None:
        return "none; late dates count from the plan's own finish"
    scope = {
        "monitoring": "what answers a priority action, and all that it waits for",
        "reinspection": "all work of the plan",
    }.get(target.scope, f"all that {target.scope} waits for")
    return f"{target.name} ({scope})"


def driver_words(driver: Driver) -> str:
    """Return what set a date, saying so where nobody published it.

    Args:
        driver: What set it.
    """
    return f"{driver.words} (assumed)" if driver.assumed else driver.words
