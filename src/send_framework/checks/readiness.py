"""Will the partnership be ready when inspectors return, and what decides it?"""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import is_open, listed, named, promise_of, working
from send_framework.checks.registry import finds
from send_framework.dates import day_words, latest
from send_framework.frameworks.belonging import last_day
from send_framework.frameworks.target import held_by
from send_framework.model.inspection import Inspection, InspectionKind
from send_framework.model.source import Source
from send_framework.model.window import Modality, Window
from send_framework.network.kinds import ReadinessState


def _readiness(context: Context, state: ReadinessState) -> Iterator[Remark]:
    """Yield the schedule's own answer, when it is this one and there is a target."""
    target, answer = context.target, context.schedule.readiness
    if target is None or answer.state is not state:
        return
    short = _shortfall(context, state)
    yield Remark(
        subject="",
        message=f"{target.name}: {answer.sentence}{_path(context)}",
        rule=target.rule,
        sources=sources_of(target),
        related=answer.missing if state is ReadinessState.CANNOT_BE_SAID else _chain(context),
        working_days=-short if short is not None and short < 0 else None,
        day=answer.ready_on,
    )


def _shortfall(context: Context, state: ReadinessState) -> int | None:
    """Return the float to the day that is missed: the last of the window, or the first."""
    answer = context.schedule.readiness
    ends = (answer.float_to_earliest, answer.float_to_expected, answer.float_to_latest)
    known = [each for each in ends if each is not None]
    if not known:
        return None
    return known[-1] if state is ReadinessState.NOT_EVEN_THEN else known[0]


def _chain(context: Context) -> tuple[str, ...]:
    return context.schedule.critical_path


def _path(context: Context) -> str:
    chain = _chain(context)
    return f" What decides it: {' > '.join(chain)}." if chain else ""


def sources_of(window: Window) -> tuple[Source, ...]:
    """Return where a window and its ends can be checked, each source once.

    Args:
        window: The window.
    """
    ends = (source for _, end in window.ends() for source in end.sources)
    return tuple(dict.fromkeys((*window.sources, *ends)))


@finds(
    "not-ready",
    Severity.ERROR,
    Consequence.READINESS,
    title="Not ready even when inspectors come as late as they may",
    looks_at="The last finish of everything in the target's scope, against the last known day "
    "of the window.",
    why="The answer the whole plan exists to give. Finished work is a stricter test than the "
    '"reasonable steps" that inspectors ask for.',
    advice="Shorten or start earlier what lies on the path, or take work off it.",
)
def not_ready(context: Context) -> Iterator[Remark]:
    """Find that the plan is late for every day of the window that lies ahead."""
    return _readiness(context, ReadinessState.NOT_EVEN_THEN)


@finds(
    "ready-only-if-late",
    Severity.WARNING,
    Consequence.READINESS,
    title="Ready only if inspectors come late",
    looks_at="The same finish against the first day of the window that lies ahead.",
    why="Inspectors choose the day; the call comes about two weeks before they are on site.",
    advice="Gain the missing days on the path, so that the first day can be met too.",
)
def ready_only_if_late(context: Context) -> Iterator[Remark]:
    """Find that readiness depends on when inspectors come."""
    return _readiness(context, ReadinessState.ONLY_IF_LATE)


@finds(
    "readiness-cannot-be-said",
    Severity.WARNING,
    Consequence.READINESS,
    title="Whether the partnership is ready cannot be said",
    looks_at="Work in the target's scope that has no place in time, recommendations and parts "
    "in it that nothing answers, and windows of which no day lies ahead.",
    why="A date worked out while something is left out of it is too early by an unknown amount.",
    advice="Date the work that is named, and answer what has no answer.",
)
def readiness_cannot_be_said(context: Context) -> Iterator[Remark]:
    """Find that something hides the answer."""
    return _readiness(context, ReadinessState.CANNOT_BE_SAID)


@finds(
    "no-target",
    Severity.INFORMATION,
    Consequence.READINESS,
    title="No inspection to be ready for",
    looks_at="Whether the plan or the rule book gives any window for the next inspection.",
    why="Without a window there is no float: the plan is measured against its own end only.",
    advice="Enter the inspection that the plan answers, with its outcome and the receipt of its "
    "report, or a window in `windows`.",
)
def no_target(context: Context) -> Iterator[Remark]:
    """Find that nothing says when inspectors return."""
    if context.target is None:
        message = "Neither the plan nor a rule says when inspectors return."
        yield Remark(subject="", message=message)


@finds(
    "due-after-window",
    Severity.ERROR,
    Consequence.READINESS,
    title="Work promised for after the inspection window",
    looks_at="The promised finish of open work in the target's scope, against the last known day "
    "of the window.",
    why="By its own promise this work is not done when inspectors look at it.",
    advice="Move the date before the window, or say in `needed_by` that this inspection does not "
    "need it.",
)
def due_after_window(context: Context) -> Iterator[Remark]:
    """Find work in scope that is promised for too late."""
    if context.target is None:
        return
    last = context.target.ends()[-1][1].day
    scope = set(context.schedule.scope)
    for work in context.work:
        promised = latest(promise_of(work))
        if work.id in scope and promised and promised >= last and is_open(work, context.on):
            late = context.calendar_of(work).count(last, promised) + 1
            yield Remark(
                subject=work.id,
                message=f"{named(work)} is promised for {promise_of(work)}, not before the last "
                f"day of the window ({context.target.name}, {day_words(last)}).",
                rule=context.target.rule,
                sources=work.sources,
                working_days=late,
                day=promised,
            )


# --- windows ---------------------------------------------------------------------------------


def _windows(context: Context) -> tuple[Window, ...]:
    """Return every window once: the plan's own beat a rule's of the same name."""
    rules = (
        each for each in context.rule_dates if isinstance(each, Window) and each.scope != "none"
    )
    target = (context.target,) if context.target else ()
    found = {each.id: each for each in (*rules, *target, *context.plan.windows)}
    return tuple(found.values())


SCOPES = {
    "monitoring": (InspectionKind.MONITORING, InspectionKind.REVISIT),
    "reinspection": (InspectionKind.FULL,),
}
"""The kinds of inspection that each scope gets ready for."""


def _was_held(context: Context, window: Window) -> bool:
    """Return whether the inspection that a window expects is known to have come."""
    kinds = SCOPES.get(window.scope, ())
    return any(one.kind in kinds and _has_come(context, one) for one in context.plan.inspections)


def _has_come(context: Context, one: Inspection) -> bool:
    """Return whether an inspection was held by the data date, after the one answered."""
    answered = context.answered
    day, before = last_day(one), last_day(answered) if answered else None
    follows = day is None or before is None or day > before
    return one is not answered and follows and held_by(one, context.on)


@finds(
    "window-passed",
    Severity.WARNING,
    Consequence.READINESS,
    title="An inspection window that has passed",
    looks_at="The last known day of each window for which work must be ready, of the plan and of "
    "the rule book, against the data date and the inspections recorded as held.",
    why='A window is a handbook\'s "usually" or "approximately": it is outlived, never '
    "breached. But nothing says any more when inspectors come, so no float can be given.",
    advice="Enter the inspection if it was held, or a new window with its evidence.",
)
def window_passed(context: Context) -> Iterator[Remark]:
    """Find windows of which no day lies ahead, though no inspection is recorded."""
    for window in _windows(context):
        last = window.ends()[-1][1].day
        if last <= context.on and not _was_held(context, window):
            yield Remark(
                subject=window.id,
                message=f"{window.name}: its last known day, {day_words(last)}, has passed, and "
                f"no such inspection is recorded{_binding(window)}.",
                rule=window.rule,
                sources=sources_of(window),
                working_days=_between(context, last),
                day=last,
            )


def _between(context: Context, last: date) -> int:
    return context.plan_calendar.count(last, context.on)


def _binding(window: Window) -> str:
    if window.rule is None or window.rule.modality is Modality.STATUTORY:
        return ""
    return f" (the rule is {window.rule.modality.value}, not law)"


@finds(
    "expected-day-passed",
    Severity.INFORMATION,
    Consequence.READINESS,
    title="The expected day of an inspection has passed",
    looks_at="The expected day of each window whose last known day still lies ahead.",
    why="Inspectors may come on any day from now on.",
    advice="Plan for the next days, not for the last of the window.",
)
def expected_day_passed(context: Context) -> Iterator[Remark]:
    """Find windows that inspectors have already let half pass."""
    for window in _windows(context):
        day = window.expected.day if window.expected else None
        last = window.ends()[-1][1].day
        if day and day <= context.on < last and not _was_held(context, window):
            yield Remark(
                subject=window.id,
                message=f"{window.name}: the expected day, {day_words(day)}, has passed; the "
                f"last known one is {day_words(last)}.",
                rule=window.rule,
                sources=sources_of(window),
                working_days=_between(context, day),
                day=day,
            )


# --- the path ----------------------------------------------------------------------------------


@finds(
    "agency-carries-path",
    Severity.WARNING,
    Consequence.READINESS,
    title="One agency carries most of the critical path",
    looks_at="How many working days of the critical path each agency is accountable for; joint "
    "work counts in full for each; paths of one activity are left out.",
    why="Inspectors hold the partners jointly responsible. Where one body carries more than "
    "`share_of_path` (0.6) of the path, the date hangs on it alone, and so does the help it needs.",
    advice="Ask the partners what they can take over, and what this body needs from them.",
)
def agency_carries_path(context: Context) -> Iterator[Remark]:
    """Find an agency on which most of the critical path rests."""
    days = sum(context.scheduled[each].duration for each in context.schedule.critical_path)
    for share in context.schedule.agency_shares:
        heavy = share.agency and share.share > context.thresholds.share_of_path
        if heavy and len(share.activities) > 1:
            yield Remark(
                subject=share.agency,
                message=f"{context.agencies[share.agency].name} carries {share.share:.0%} of the "
                f"critical path: {share.working_days} of {working(days)}, in "
                f"{listed(share.activities)}.",
                related=share.activities,
                working_days=share.working_days,
            )


@finds(
    "near-critical-path",
    Severity.INFORMATION,
    Consequence.READINESS,
    title="Another path is almost as tight",
    looks_at="Paths within `near_critical_within` (10) working days of the least float.",
    why="Two weeks are used up by one holiday or one postponed board. Who watches the critical "
    "path alone is surprised by the next.",
    advice="Watch this path as closely as the critical one.",
)
def near_critical_path(context: Context) -> Iterator[Remark]:
    """Find paths that a small delay would make critical."""
    for path in context.schedule.near_critical:
        yield Remark(
            subject=path.activities[-1],
            message=f"The path {' > '.join(path.activities)} has {_behind(path.behind)}.",
            related=path.activities,
        )


def _behind(days: int) -> str:
    return (
        f"only {working(days)} more float than the tightest" if days else "as little float as any"
    )
