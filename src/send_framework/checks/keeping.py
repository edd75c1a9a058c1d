"""Can the promised dates be kept, and were they?"""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import Work, finished_on, is_open, listed, named, working
from send_framework.checks.registry import finds
from send_framework.dates import day_words, latest
from send_framework.model.action import Action
from send_framework.network.kinds import DriverKind, FactKind
from send_framework.network.results import ScheduledActivity


@finds(
    "promise-cannot-be-kept",
    Severity.ERROR,
    Consequence.PROMISE,
    title="A promise that the network cannot keep",
    looks_at="The due date of each open action and milestone, against the day on which the links, "
    "lengths and progress let it finish. A due date that has passed counts only where other work "
    "drives it: the rest is `overdue`.",
    why="The date has been given and cannot come true as the plan stands; better said now than "
    "by the board that waits for it.",
    advice="Start or shorten what drives it, drop a link that is not needed, or give a new "
    "`forecast_finish` and say so to those who were promised.",
)
def promise_cannot_be_kept(context: Context) -> Iterator[Remark]:
    """Find due dates before the day on which the work can finish, with the driving chain."""
    for work in context.work:
        place = context.scheduled.get(work.id)
        missed = place.float_to_promise if place and is_open(work, context.on) else None
        if not place or missed is None or missed >= 0:
            continue
        chain = context.chain_to(work.id)
        if len(chain) > 1 or (latest(work.due) or context.on) > context.on:
            driver = place.driven_by
            forecast = driver is not None and driver.kind is DriverKind.OWN_PROMISE
            finishes = "is now expected on" if forecast else "can finish on"
            yield Remark(
                subject=work.id,
                message=f"{named(work)} is promised for {work.due} and {finishes} "
                f"{day_words(place.early_finish)}, {working(-missed)} late{_driven(chain)}.",
                sources=work.sources,
                related=chain,
                working_days=-missed,
                day=place.early_finish,
            )


def _driven(chain: tuple[str, ...]) -> str:
    return f"; driven by {' > '.join(chain)}" if len(chain) > 1 else ""


@finds(
    "due-before-predecessor",
    Severity.ERROR,
    Consequence.PROMISE,
    title="A due date before what it waits for can finish",
    looks_at="Each link from the finish of open work into work with a due date: whether the due "
    "date comes before the predecessor can finish at all.",
    why="No effort on the work itself can keep such a date: the plan contradicts itself.",
    advice="Move the due date behind the predecessor's, or drop the link if it is not needed.",
)
def due_before_predecessor(context: Context) -> Iterator[Remark]:
    """Find due dates that lie before the finish of what the work waits for."""
    for work in context.work:
        due = latest(work.due)
        later = _later_predecessors(context, work, due) if due else ()
        if due and later:
            ids, last = tuple(each.id for each in later), later[0].early_finish
            late = context.calendar_of(work).count(due, last)
            yield Remark(
                subject=work.id,
                message=f"{named(work)} is due on {day_words(due)}, and it waits for "
                f"{listed(ids)}: {ids[0]} can finish on {day_words(last)}, {working(late)} later.",
                sources=work.sources,
                related=ids,
                working_days=late,
                day=last,
            )


def _later_predecessors(context: Context, work: Work, due: date) -> tuple[ScheduledActivity, ...]:
    """Return what open work waits for the finish of, and cannot have by a day; latest first."""
    if not is_open(work, context.on):
        return ()
    bound = [link.id for link in work.after if not link.type.from_start and link.lag >= 0]
    places = [context.scheduled[each] for each in dict.fromkeys(bound) if each in context.scheduled]
    late = [
        each
        for each in places
        if each.early_finish > due and not (each.is_ongoing or each.complete)
    ]
    return tuple(sorted(late, key=lambda each: each.early_finish, reverse=True))


@finds(
    "promises-break-link",
    Severity.WARNING,
    Consequence.PROMISE,
    title="Promised dates that break a link",
    looks_at="The promised dates as they stand, against every link between them.",
    why="Two promises that cannot both come true: work is promised to begin, or to end, before "
    "what it waits for.",
    advice="Move one of the two promises, or drop the link if it is not needed.",
)
def promises_break_link(context: Context) -> Iterator[Remark]:
    """Find links that the published dates break."""
    return context.noticed(FactKind.BROKEN_LINK)


@finds(
    "constraint-broken",
    Severity.ERROR,
    Consequence.PROMISE,
    title="A fixed date that the network cannot keep",
    looks_at="Each no-later and must date of work, and each day set by others, against the day "
    "on which the links let it happen.",
    why="Logic wins over a date: work is never placed before what it waits for, so the date fails.",
    advice="Start or shorten what drives it, or agree another date.",
)
def constraint_broken(context: Context) -> Iterator[Remark]:
    """Find dates from outside that the links break."""
    for remark in context.noticed(FactKind.BROKEN_CONSTRAINT):
        chain = context.chain_to(remark.subject)
        yield evolve(remark, related=tuple(dict.fromkeys((*remark.related, *chain))))


@finds(
    "overdue",
    Severity.WARNING,
    Consequence.PROMISE,
    title="Work that is overdue",
    looks_at="The due date of each open action and milestone, against the data date.",
    why="The day has passed and nothing says that the work is done. Without a new expected date "
    "the schedule has to assume how long it still takes.",
    advice="Report it as finished with its day, or give a `forecast_finish`.",
)
def overdue(context: Context) -> Iterator[Remark]:
    """Find open work whose due date lies behind the data date."""
    for work in context.work:
        due = latest(work.due)
        if due is None or due > context.on or not is_open(work, context.on):
            continue
        late = context.calendar_of(work).count(due, context.on)
        if due < context.on:
            yield Remark(
                subject=work.id,
                message=f"{named(work)} was due on {day_words(due)}, {working(late)} before the "
                f"data date, and is not reported as done{_expected(work, context)}.",
                sources=work.sources,
                working_days=late,
                day=due,
            )


def _expected(work: Work, context: Context) -> str:
    later = latest(work.forecast_finish if isinstance(work, Action) else work.forecast)
    if later is None or later <= context.on:
        return " or expected on another day"
    return f"; it is now expected on {day_words(later)}"


@finds(
    "finished-late",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="Work that was finished after its due date",
    looks_at="The actual finish of work against its due date: only what is surely late.",
    why="How late the plan has been so far is the best guide to how late it will be.",
    advice="Nothing is to be put right; look whether its successors still hold.",
)
def finished_late(context: Context) -> Iterator[Remark]:
    """Find finished work that came later than promised."""
    for work in context.work:
        said, due = finished_on(work), latest(work.due)
        done = said.earliest() if said else None
        if done and due and due < done <= context.on:
            late = context.calendar_of(work).count(due, done)
            yield Remark(
                subject=work.id,
                message=f"{named(work)} was due on {day_words(due)} and finished {said}, "
                f"{working(late)} late.",
                sources=work.sources,
                working_days=late,
                day=done,
            )
