"""Why a date is what it is: what drove it, what lost, which days were closed, what was assumed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from send_framework.dates import day_words
from send_framework.model.plan import Plan
from send_framework.network.answering import drivers_of
from send_framework.network.engine.paths import driving_chain
from send_framework.network.kinds import Absence, Basis, DriverKind
from send_framework.network.results import (
    Driver,
    Explanation,
    Gap,
    Schedule,
    ScheduledActivity,
    Unscheduled,
)
from send_framework.network.schedule import solve_plan
from send_framework.network.solving import Solved
from send_framework.network.target import Yardstick
from send_framework.working_days import WorkingCalendar

_WHY_ABSENT = {
    Absence.UNDATED: "it has no date, no duration and no link, so nothing gives it a place",
    Absence.IN_CYCLE: "it waits for itself: {cycle}",
    Absence.BEHIND_CYCLE: "it waits for work that waits for itself: {cycle}",
    Absence.CANCELLED: "it was cancelled or superseded; what waited for it no longer does",
}
_WEEKEND = ("Saturday", "Sunday")


def explain(plan: Plan, answer: Schedule, wanted: str) -> Explanation:
    """Say why an activity's dates are what they are.

    Args:
        plan: The plan.
        answer: Its schedule.
        wanted: The activity's id.

    Raises:
        UnknownActivityError: The schedule holds no such activity.

    Example:
        >>> from send_framework import Action
        >>> from send_framework.network.schedule import schedule
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20),
        ...     Action(id="B", title="Build", duration=30, after="A")])
        >>> found = explain(plan, schedule(plan, on=date(2024, 5, 31)), "B")
        >>> found.sentence
        'B starts 1 July 2024, because A finishes 28 June 2024, and finishes 9 August 2024.'
        >>> [(str(gap.first), str(gap.last), gap.why) for gap in found.gaps]
        [('2024-06-29', '2024-06-30', 'weekend')]
    """
    absent = next((each for each in answer.unscheduled if each.id == wanted), None)
    if absent is not None:
        return _absent(absent)
    each = answer.activity(wanted)
    return next(_explanations(plan, answer, (each,)))


def explain_all(plan: Plan, answer: Schedule) -> tuple[Explanation, ...]:
    """Say it of every activity: those with dates, then those without; the plan is solved once.

    Args:
        plan: The plan.
        answer: Its schedule.
    """
    dated = _explanations(plan, answer, answer.activities)
    return (*dated, *map(_absent, answer.unscheduled))


def _explanations(
    plan: Plan, answer: Schedule, activities: Iterable[ScheduledActivity]
) -> Iterator[Explanation]:
    if answer.basis is Basis.PROMISED:
        yield from map(_promised, activities)
        return
    yardstick = Yardstick(target=answer.target, on=answer.on, calendar=plan.working_calendar())
    solved = solve_plan(plan, yardstick, answer.basis, answer.settings)
    yield from (_explained(solved, answer, each) for each in activities)


def _absent(each: Unscheduled) -> Explanation:
    loop = " -> ".join((*each.cycle, *each.cycle[:1]))
    why = _WHY_ABSENT[each.why].format(cycle=loop)
    return Explanation(
        id=each.id,
        title=each.title,
        sentence=f"{each.id} has no dates: {why}.",
        driver=None,
        beaten=(),
        gaps=(),
        chain=(),
        assumed=(),
    )


def _promised(each: ScheduledActivity) -> Explanation:
    sentence = (
        f"{each.id} stands where its own published dates put it: "
        f"{day_words(each.early_start)} to {day_words(each.early_finish)}."
    )
    return Explanation(
        id=each.id,
        title=each.title,
        sentence=sentence,
        driver=each.driven_by,
        beaten=(),
        gaps=(),
        chain=(each.id,),
        assumed=tuple(f"{each.id} {name}" for name in each.assumed),
    )


def _explained(solved: Solved, answer: Schedule, each: ScheduledActivity) -> Explanation:
    number = solved.network.position(each.id)
    found = tuple(drivers_of(solved, number))
    chain = (each,) if each.is_ongoing else _chain(solved, answer, number)
    return Explanation(
        id=each.id,
        title=each.title,
        sentence=_sentence(each, found),
        driver=found[0] if found else None,
        beaten=found[1:],
        gaps=tuple(_gaps(answer, each, _of_start(found), solved.placed[number].calendar)),
        chain=tuple(member.id for member in chain),
        assumed=tuple(_assumed(solved.plan, chain)),
    )


def _sentence(each: ScheduledActivity, found: tuple[Driver, ...]) -> str:
    start, finish = day_words(each.early_start), day_words(each.early_finish)
    if each.is_ongoing or not found:
        return f"{each.id} is ongoing: it lasts from {start} until everything else is done."
    if each.complete or each.duration == 0:
        return f"{each.id} is on {finish}, {_because(found[0])}."
    stretched = found[0].kind is DriverKind.OWN_PROMISE
    cause = _of_start(found)
    words = "" if cause is None else f", {_because(cause)},"
    until = f", {_because(found[0])}" if stretched else ""
    if each.started:  # what bounds it is said of its finish: nothing drove a start that happened
        return f"{each.id} started {start} and finishes {finish}{until or words.rstrip(',')}."
    return f"{each.id} starts {start}{words} and finishes {finish}{until}."


# What these say is a thing, not a clause: "because of its constraint".
_NAMED = (DriverKind.OWN_PROMISE, DriverKind.CONSTRAINT, DriverKind.ACTUAL)


def _because(driver: Driver) -> str:
    return f"because {'of ' if driver.kind in _NAMED else ''}{driver.words}"


def _chain(solved: Solved, answer: Schedule, number: int) -> tuple[ScheduledActivity, ...]:
    """Return the first chain that drives a finish, without what was cancelled."""
    known = {each.id: each for each in answer.activities}
    names = (solved.placed[each].id for each in driving_chain(solved.result, number))
    return tuple(known[name] for name in names if name in known)


def _assumed(plan: Plan, chain: tuple[ScheduledActivity, ...]) -> Iterator[str]:
    """Yield what nobody published: fields of a chain's members, and the links between them."""
    for before, member in zip((None, *chain), chain, strict=False):
        yield from (f"{member.id} {name}" for name in member.assumed)
        link = "" if before is None else f"{member.id} after {before.id}"
        if plan.assumed(link):
            yield link


def _of_start(found: tuple[Driver, ...]) -> Driver | None:
    """Return what set the start: a promise stretches the finish alone."""
    return next((driver for driver in found if driver.kind is not DriverKind.OWN_PROMISE), None)


def _gaps(
    answer: Schedule, each: ScheduledActivity, link: Driver | None, calendar: WorkingCalendar
) -> Iterator[Gap]:
    """Yield the closed days between the moment of the predecessor that drives it and the start."""
    if link is None or link.predecessor is None or each.complete or each.started:
        return
    before = next((a for a in answer.activities if a.id == link.predecessor), None)
    if before is None or link.type is None or link.type.value != "FS":
        return
    span = (each.early_start - before.early_finish).days
    days = (before.early_finish + timedelta(days=number) for number in range(1, span))
    for why, closed in groupby(days, key=lambda day: _why(calendar, day)):
        if why:
            dates = list(closed)
            yield Gap(first=dates[0], last=dates[-1], why=why)


def _why(calendar: WorkingCalendar, day: date) -> str:
    reason = calendar.why_closed(day) or ""
    return "weekend" if reason in _WEEKEND else reason
