"""Facts and progress: what is known at the close of the data date, and what remains."""

from datetime import date

from attrs import evolve, frozen

from send_framework.dates import ApproximateDate, day_words, earliest, latest
from send_framework.model.action import Action, Status
from send_framework.model.window import Unit
from send_framework.network.assumed import LEAST_REMAINING, Settings
from send_framework.network.entry import Entry, both_counted
from send_framework.network.kinds import FactKind
from send_framework.network.results import NetworkFact


@frozen(kw_only=True)
class Known:
    """What is known of an activity's own dates.

    Attributes:
        started: The day it started.
        finished: The day it finished, or the day a moment came.
        inferred: Whether either was worked out.
        facts: What was noticed.
    """

    started: date | None = None
    finished: date | None = None
    inferred: bool = False
    facts: tuple[NetworkFact, ...] = ()


def known_day(
    subject: str, what: str, said: ApproximateDate | None, on: date
) -> tuple[date | None, tuple[NetworkFact, ...]]:
    """Return a fact's day as known at the data date; a later one is ignored and noticed.

    Args:
        subject: The activity's id.
        what: ``"start"`` (its earliest day counts) or ``"finish"`` (its latest).
        said: The fact.
        on: The data date.
    """
    if said is None:
        return None, ()
    first, last = said.earliest(), said.latest()
    day = (first if what == "start" else last) or last or first
    if day is None:
        return None, ()
    if (first or day) > on:
        sentence = (
            f"{subject} has an actual {what} of {said}, later than the data date "
            f"{day_words(on)}; it is ignored in this run"
        )
        fact = NetworkFact(kind=FactKind.FUTURE_FACT, subject=subject, sentence=sentence, day=day)
        return None, (fact,)
    return min(day, on), ()


def known_facts(action: Action, on: date) -> Known:
    """Return what is known of an action at the close of a day."""
    started, before = known_day(action.id, "start", action.actual_start, on)
    finished, after = known_day(action.id, "finish", action.actual_finish, on)
    used = (action.actual_start if started else None, action.actual_finish if finished else None)
    known = Known(
        started=started,
        finished=finished,
        inferred=any(each is not None and not each.is_day for each in used),
        facts=before + after,
    )
    if action.status is Status.COMPLETE and finished is None and not known.facts:
        return _complete_without_day(action, known, on)
    if action.status is Status.IN_PROGRESS and started is None and not before:
        planned = earliest(action.planned_start) or on
        return evolve(known, started=min(planned, on), inferred=True)
    return known


def _complete_without_day(action: Action, known: Known, on: date) -> Known:
    day = min(latest(action.due) or on, on)
    if known.started is not None:
        day = max(day, known.started)
    sentence = f"{action.id} is complete without a date; {day_words(day)} is inferred"
    fact = NetworkFact(
        kind=FactKind.COMPLETE_UNDATED, subject=action.id, sentence=sentence, day=day
    )
    return evolve(known, finished=day, inferred=True, facts=(*known.facts, fact))


def with_remaining(action: Action, entry: Entry, on: date, settings: Settings) -> Entry:
    """Give started work what remains, and slip overdue work that nobody reported on."""
    if entry.finished is not None or entry.undated or entry.ongoing:
        return entry
    if entry.started is not None:
        entry = _started(action, entry, on)
    is_past = entry.due is not None and entry.due <= on
    forecast = latest(action.forecast_finish)
    if not is_past or (forecast is not None and forecast > on):
        return entry
    reported = entry.remaining is not None and "remaining" not in entry.assumed
    return entry if reported else _overdue(entry, settings)


def _started(action: Action, entry: Entry, on: date) -> Entry:
    if action.remaining is not None:
        return evolve(entry, remaining=action.remaining)
    if action.percent_complete is not None:
        left = -(-entry.duration * (100 - action.percent_complete) // 100)
        return evolve(entry, remaining=left)
    worked = both_counted(entry.calendar, entry.started or on, on)
    left = max(entry.duration - worked, LEAST_REMAINING)
    sentence = (
        f"{entry.id} has started and nobody said how much is left; it is assumed to need "
        f"{Unit.WORKING_DAYS.words(left)} more"
    )
    fact = NetworkFact(
        kind=FactKind.REMAINING_ASSUMED, subject=entry.id, sentence=sentence, working_days=left
    )
    return _marked(evolve(entry, remaining=left), fact)


def _overdue(entry: Entry, settings: Settings) -> Entry:
    left = entry.duration if entry.remaining is None else entry.remaining
    if settings.overdue_as_promised:
        left = min(left, 1)
    changed = (
        evolve(entry, duration=left) if entry.remaining is None else evolve(entry, remaining=left)
    )
    due = entry.due or date.max
    sentence = (
        f"{entry.id} was due on {day_words(due)} and nothing says that it is done; "
        f"it is assumed to need {Unit.WORKING_DAYS.words(left)} more"
    )
    fact = NetworkFact(
        kind=FactKind.OVERDUE_UNREPORTED, subject=entry.id, sentence=sentence,
        working_days=left, day=due,
    )  # fmt: skip
    return _marked(changed, fact)


def _marked(entry: Entry, fact: NetworkFact) -> Entry:
    """Keep the fact and mark what remains as assumed."""
    marks = tuple(dict.fromkeys((*entry.assumed, "remaining")))
    return evolve(entry, facts=(*entry.facts, fact), assumed=marks)
