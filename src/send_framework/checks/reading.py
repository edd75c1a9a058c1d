"""How checks read what a plan says of its work: what is done, begun, dropped, dated."""

from datetime import date, timedelta
from typing import TypeAlias

from send_framework.dates import ApproximateDate
from send_framework.model.action import Action, Milestone, Status
from send_framework.model.commitments import Commitment
from send_framework.model.plan import Linkable
from send_framework.model.window import Unit

Work: TypeAlias = Action | Milestone
"""What a plan promises itself: commitments, events and meetings are dated by others."""


def named(each: Linkable, limit: int = 70) -> str:
    """Return an activity as a sentence names it: its id and its title.

    Args:
        each: The activity.
        limit: Characters of the title that are shown.

    Example:
        >>> named(Action(id="S24", title="Learn from complaints"))
        'S24 (Learn from complaints)'
    """
    title = " ".join(each.title.split())
    short = title if len(title) <= limit else f"{_beginning(title, limit)}\u2026"
    return f"{each.id} ({short})" if short else each.id


def _beginning(title: str, limit: int) -> str:
    """Return the whole words that fit; of one very long word its beginning."""
    fits = title[: limit - 1]
    words = title[:limit].rpartition(" ")[0]
    return (words if len(words) > limit // 2 else fits).rstrip(" ,;:.-")


def listed(words: tuple[str, ...], limit: int = 6) -> str:
    """Return words as a sentence lists them.

    Args:
        words: At least one.
        limit: How many are named before the rest is counted.

    Example:
        >>> listed(("A", "B", "C")), listed(("A", "B", "C"), limit=1)
        ('A, B and C', 'A and 2 more')
    """
    shown = words[:limit]
    if len(words) > limit:
        return f"{', '.join(shown)} and {len(words) - limit} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def working(days: int) -> str:
    """Return a number of working days in words.

    Args:
        days: How many.

    Example:
        >>> working(1), working(35)
        ('1 working day', '35 working days')
    """
    return Unit.WORKING_DAYS.words(days)


def days_before(day: date, days: int) -> date:
    """Return the day so many calendar days earlier, or the first day there is.

    Args:
        day: From when.
        days: How many calendar days back.

    Example:
        >>> days_before(date(2024, 3, 7), 7), days_before(date(1, 1, 5), 63)
        (datetime.date(2024, 2, 29), datetime.date(1, 1, 1))
    """
    return date.min if (day - date.min).days < days else day - timedelta(days=days)


def is_known(said: ApproximateDate | None) -> bool:
    """Return whether a date says anything at all: "ongoing" and "unknown" do not."""
    return said is not None and bool(said.earliest() or said.latest())


def happened(said: ApproximateDate | None, on: date) -> bool:
    """Return whether something dated like this lies behind the close of a day."""
    if said is None or not is_known(said):
        return False
    return (said.earliest() or said.latest() or on) <= on


def finished_on(each: Work) -> ApproximateDate | None:
    """Return when work was finished, or a moment reached, if anybody said so."""
    return each.actual_finish if isinstance(each, Action) else each.actual


def is_dropped(each: Linkable) -> bool:
    """Return whether nobody will do it any more: cancelled or superseded."""
    status = each.status if isinstance(each, Action | Milestone) else None
    return status is not None and status.is_dropped


def is_complete(each: Work, on: date) -> bool:
    """Return whether work is done, as known at the close of a day; a later fact is not known."""
    said = finished_on(each)
    if said is not None and is_known(said):
        return happened(said, on)
    return each.status is Status.COMPLETE


def is_open(each: Work, on: date) -> bool:
    """Return whether work is still to be done."""
    return not (is_dropped(each) or is_complete(each, on))


def has_started(action: Action, on: date) -> bool:
    """Return whether work has begun, as known at the close of a day."""
    reported = action.status in (Status.IN_PROGRESS, Status.PAUSED, Status.COMPLETE)
    return reported or happened(action.actual_start, on) or is_complete(action, on)


def promise_of(each: Work) -> ApproximateDate | None:
    """Return when work was promised, else when it is now expected."""
    later = each.forecast_finish if isinstance(each, Action) else each.forecast
    return each.due if is_known(each.due) else later


def date_of(commitment: Commitment) -> ApproximateDate | None:
    """Return when a commitment takes effect, by the surest date known."""
    given = (commitment.actual, commitment.forecast, commitment.due)
    return next((each for each in given if each is not None and is_known(each)), None)
