"""Has every piece of work a date and a length that can be steered by?"""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import is_complete, is_known, is_open, named, promise_of, working
from send_framework.checks.registry import finds
from send_framework.dates import day_words, latest
from send_framework.model.action import Action, Constraint
from send_framework.model.dependency import ConstraintKind

BINDS_FINISH = (
    ConstraintKind.FINISH_NO_LATER_THAN,
    ConstraintKind.MUST_FINISH_ON,
)


@finds(
    "action-undated",
    Severity.WARNING,
    Consequence.PROMISE,
    title="An action without a date",
    looks_at="Each open action that has no due or expected finish, no day by which it must be "
    "finished, and is not ongoing.",
    why="What has no date cannot be late, so nobody notices that it is.",
    advice="Agree a `due` date.",
)
def action_undated(context: Context) -> Iterator[Remark]:
    """Find open actions that nobody promised for any day."""
    for action in context.open_actions:
        if not (is_known(promise_of(action)) or _bound(action) or action.is_ongoing):
            place = context.scheduled.get(action.id)
            yield Remark(
                subject=action.id,
                message=f"{named(action)} has no due date"
                f"{_reckoned(place.early_finish if place else None)}.",
                sources=action.sources,
            )


def _bound(action: Action) -> bool:
    constraints: tuple[Constraint, ...] = action.constraints
    return bool(action.must_finish_by) or any(one.kind in BINDS_FINISH for one in constraints)


def _reckoned(day: date | None) -> str:
    if day is None:
        return ", and nothing gives it a place in time"
    return f"; by its links and its length it can finish on {day_words(day)}"


@finds(
    "milestone-undated",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="A milestone without a date or a link",
    looks_at="Each milestone not yet reached that has no date and waits for nothing.",
    why="It stands nowhere, and nothing that waits for it is held back.",
    advice="Give it a `due` date, or say in `after` what it waits for.",
)
def milestone_undated(context: Context) -> Iterator[Remark]:
    """Find milestones that nothing gives a place in time."""
    for each in context.plan.milestones:
        bound = each.after or each.constraints or each.must_finish_by
        if is_open(each, context.on) and not (is_known(promise_of(each)) or bound):
            yield Remark(
                subject=each.id,
                message=f"Milestone {named(each)} has no date and waits for nothing.",
                sources=each.sources,
            )


@finds(
    "action-ongoing",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="An action that is ongoing",
    looks_at='Each open action whose due or expected finish is "ongoing".',
    why="It has no end of its own, so it is left out of the question whether everything is "
    "ready, and nobody can say when it has worked.",
    advice="Split off what can be finished by a date, and keep the rest as ongoing.",
)
def action_ongoing(context: Context) -> Iterator[Remark]:
    """Find open actions that last until the inspection."""
    for action in context.open_actions:
        if action.is_ongoing:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} is ongoing: it has no end that anybody can check.",
                sources=action.sources,
            )


@finds(
    "due-date-vague",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="A due date that is too vague to steer by",
    looks_at="Each open action whose due date can mean any day of a span longer than "
    "`vague_over` (31) calendar days, or is open at one end.",
    why='"March 2025" is common in published plans and can be steered by; "spring 2025" '
    "cannot. Sums use the last day it can mean.",
    advice="Agree on a day or a month.",
)
def due_date_vague(context: Context) -> Iterator[Remark]:
    """Find due dates that span more than a month."""
    for action in context.open_actions:
        due = action.due
        if due is None or not is_known(due):
            continue
        first, last = due.earliest(), due.latest()
        span = (last - first).days + 1 if first and last else None
        if span is None or span > context.thresholds.vague_over:
            wide = f"any of {span} days" if span else "a span that is open at one end"
            yield Remark(
                subject=action.id,
                message=f'{named(action)} is due "{due}", which can mean {wide}.',
                sources=action.sources,
            )


@finds(
    "action-without-duration",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="An action without a duration",
    looks_at="Each open action that is not ongoing and has neither a duration nor a planned "
    "start and due date to derive it from.",
    why="The schedule has to assume a length, and says so; a published one would be better.",
    advice="Give its `duration` in working days, or its `planned_start`.",
)
def action_without_duration(context: Context) -> Iterator[Remark]:
    """Find open actions whose length nobody gave."""
    for action in context.open_actions:
        derived = is_known(action.planned_start) and is_known(action.due)
        if action.duration is None and not derived and not action.is_ongoing:
            place = context.scheduled.get(action.id)
            taken = f"; {working(place.duration)} are assumed" if place else ""
            yield Remark(
                subject=action.id,
                message=f"{named(action)} has no duration{taken}.",
                sources=action.sources,
            )


@finds(
    "duration-long",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="An action too long to steer",
    looks_at="Each open action longer than `long_duration` (44) working days, and not ongoing.",
    why="44 working days, about two months, is the customary limit of schedule assessments: "
    'beyond it two boards in a row can hear "on track" without anything to see.',
    advice="Split it into steps that each end in something a board can see.",
)
def duration_long(context: Context) -> Iterator[Remark]:
    """Find open actions longer than two months."""
    limit = context.thresholds.long_duration
    for action in context.open_actions:
        if not action.is_ongoing and (action.duration or 0) > limit:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} takes {working(action.duration or 0)}, more than "
                f"{limit}.",
                working_days=(action.duration or 0) - limit,
            )


@finds(
    "due-on-non-working-day",
    Severity.INFORMATION,
    Consequence.PROMISE,
    title="A due date on a day that is not worked",
    looks_at="Each due date of open work that is exactly one day, in the work's own calendar.",
    why="Nobody can hand anything in on a bank holiday or a Sunday: in truth it is due the "
    "working day before.",
    advice="Move it to a working day.",
)
def due_on_non_working_day(context: Context) -> Iterator[Remark]:
    """Find due dates on weekends, bank holidays and closures."""
    for work in context.work:
        day = latest(work.due) if work.due and work.due.is_day else None
        if day is None or is_complete(work, context.on):
            continue
        calendar = context.calendar_of(work)
        closed = calendar.why_closed(day)
        if closed is not None:
            before = day_words(calendar.previous_working(day))
            yield Remark(
                subject=work.id,
                message=f"{named(work)} is due on {day_words(day)}, which is not a working day "
                f"({closed}).",
                advice=f"Make it due on {before}, the working day before.",
                day=day,
            )
