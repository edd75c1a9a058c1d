"""Do the reports say how far the work is, and do they agree with themselves?"""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import (
    days_before,
    finished_on,
    happened,
    has_started,
    is_complete,
    is_known,
    named,
    working,
)
from send_framework.checks.registry import finds
from send_framework.dates import ApproximateDate, day_words, earliest
from send_framework.model.action import Action, Milestone, Status
from send_framework.model.commitments import Commitment
from send_framework.network.kinds import FactKind

WHOLE = 100
"""Per cent of work that is done."""


@finds(
    "fact-after-data-date",
    Severity.WARNING,
    Consequence.PROGRESS,
    title="A fact dated after the data date",
    looks_at="Actual starts and finishes, reports and held meetings later than the data date.",
    why="What has not happened yet is a forecast. Such a fact is left out of the schedule.",
    advice="Correct the day, enter it as a forecast, or set `data_date` to a later day.",
)
def fact_after_data_date(context: Context) -> Iterator[Remark]:
    """Find facts that lie in the future of the data date."""
    for subject, what, day in _facts(context):
        if day > context.on:
            yield Remark(
                subject=subject,
                message=f"{subject} has {what} on {day_words(day)}, after the data date "
                f"{day_words(context.on)}.",
                day=day,
            )


def _facts(context: Context) -> Iterator[tuple[str, str, date]]:
    """Yield each dated fact with the earliest day it can mean."""
    for subject, what, said in _said(context):
        first = (said.earliest() or said.latest()) if said else None
        if first:
            yield subject, what, first


def _said(context: Context) -> Iterator[tuple[str, str, ApproximateDate | None]]:
    plan = context.plan
    for action in plan.actions:
        yield action.id, "an actual start", action.actual_start
        yield action.id, "an actual finish", action.actual_finish
        if action.reported_on:
            yield action.id, "a report", ApproximateDate.on(action.reported_on)
    moments: tuple[Milestone | Commitment, ...] = (*plan.milestones, *plan.commitments)
    for each in moments:
        yield each.id, "an actual date", each.actual
    for cycle in plan.reviews:
        for meeting in cycle.held:
            yield meeting.id, "a meeting held", meeting.date


@finds(
    "progress-not-reported",
    Severity.WARNING,
    Consequence.PROGRESS,
    title="No progress reported for long",
    looks_at="Each open action that has begun or should have, and whose last report (else its "
    "start) is more than `silent_for` (63) calendar days old.",
    why="63 days is the longest gap seen between two meetings of Suffolk's improvement board: an "
    "older report has missed at least one board.",
    advice="Ask its owner how much is left, and enter `reported_on` with it.",
)
def progress_not_reported(context: Context) -> Iterator[Remark]:
    """Find work under way that nobody has said anything about for long."""
    limit = days_before(context.on, context.thresholds.silent_for)
    for action in context.open_actions:
        begun = _begun(context, action)
        last = action.reported_on or begun
        if last and last < limit and (begun or has_started(action, context.on)):
            yield Remark(
                subject=action.id,
                message=f"{named(action)} has not been reported on since {day_words(last)}"
                f"{'' if action.reported_on else ', when it was to start'}.",
                sources=action.sources,
                day=last,
            )


def _begun(context: Context, action: Action) -> date | None:
    """Return the day on which work began or was to begin, if that lies behind."""
    said = action.actual_start or action.forecast_start or action.planned_start
    return earliest(said) if happened(said, context.on) else None


@finds(
    "complete-without-date",
    Severity.INFORMATION,
    Consequence.PROGRESS,
    title="Work complete without a date",
    looks_at="Each action and milestone with status complete and no day on which it was done.",
    why="The earlier of its due date and the data date is taken, and marked as inferred.",
    advice="Enter the day, even an approximate one.",
)
def complete_without_date(context: Context) -> Iterator[Remark]:
    """Find complete work of which nobody says when."""
    for work in context.work:
        if is_complete(work, context.on) and not is_known(finished_on(work)):
            yield Remark(
                subject=work.id,
                message=f"{named(work)} is complete, and nothing says since when.",
                sources=work.sources,
            )


@finds(
    "percent-without-start",
    Severity.WARNING,
    Consequence.PROGRESS,
    title="A percentage of work that has not begun",
    looks_at="Each open action with a percentage above 0, without an actual start and without a "
    "status that says it has begun.",
    why="The percentage is left out of the schedule: nothing says when the work began.",
    advice="Enter `actual_start`, or set the percentage to 0.",
)
def percent_without_start(context: Context) -> Iterator[Remark]:
    """Find progress on work that has not started."""
    for action in context.open_actions:
        if action.percent_complete and not has_started(action, context.on):
            yield Remark(
                subject=action.id,
                message=f"{named(action)} is reported {action.percent_complete} % complete, and "
                "nothing says that it has begun.",
                sources=action.sources,
            )


@finds(
    "status-contradicts-facts",
    Severity.WARNING,
    Consequence.PROGRESS,
    title="Reports that contradict one another",
    looks_at="Status against actual dates, percentage and remaining working days of each action.",
    why="One of the two is wrong; the schedule follows the dates.",
    advice="Correct one of the two.",
)
def status_contradicts_facts(context: Context) -> Iterator[Remark]:
    """Find actions whose status, dates and percentage cannot all be right."""
    for action in context.actions:
        for said, instead in _contradictions(context, action):
            yield Remark(
                subject=action.id,
                message=f"{named(action)} is {said}, and {instead}.",
                sources=action.sources,
            )


def _contradictions(context: Context, action: Action) -> Iterator[tuple[str, str]]:
    percent, status = action.percent_complete, action.status
    done = is_complete(action, context.on)
    if status is Status.NOT_STARTED and happened(action.actual_start, context.on):
        yield "reported as not started", f"has an actual start of {action.actual_start}"
    if status not in (Status.COMPLETE, None) and happened(action.actual_finish, context.on):
        yield f"reported as {_words(action)}", f"has an actual finish of {action.actual_finish}"
    if done and percent is not None and percent < WHOLE:
        yield "complete", f"reported as {percent} % complete"
    if done and action.remaining:
        yield "complete", f"said to need {working(action.remaining)} more"
    if percent == WHOLE and not done:
        yield "reported as 100 % complete", "not as done"


def _words(action: Action) -> str:
    return action.status.value.replace("-", " ") if action.status else ""


@finds(
    "remaining-unknown",
    Severity.INFORMATION,
    Consequence.PROGRESS,
    title="Work begun, and nobody says how much is left",
    looks_at="Each open action that has started without `remaining` or `percent_complete`.",
    why="The schedule takes what its length leaves after the days worked, at least one day, and "
    "marks it as assumed.",
    advice="Enter `remaining` in working days.",
)
def remaining_unknown(context: Context) -> Iterator[Remark]:
    """Find started work of which the rest had to be assumed."""
    return context.noticed(FactKind.REMAINING_ASSUMED)


@finds(
    "work-paused",
    Severity.WARNING,
    Consequence.PROGRESS,
    title="Work that is paused",
    looks_at="Each action with status paused.",
    why="The schedule goes on as if it continued tomorrow, and so is too early.",
    advice="Say in `forecast_finish` when it will be done, or take it out of the plan.",
)
def work_paused(context: Context) -> Iterator[Remark]:
    """Find paused work."""
    for action in context.open_actions:
        if action.status is Status.PAUSED:
            yield Remark(
                subject=action.id, message=f"{named(action)} is paused.", sources=action.sources
            )


@finds(
    "no-meeting-ahead",
    Severity.INFORMATION,
    Consequence.PROGRESS,
    title="A board without a meeting ahead",
    looks_at="Each review cycle that has met: whether a meeting after the data date is planned.",
    why="A board that does not meet hears nothing.",
    advice="Enter its next planned meetings.",
)
def no_meeting_ahead(context: Context) -> Iterator[Remark]:
    """Find review cycles that have met and have no meeting before them."""
    for cycle in context.plan.reviews:
        met = any(happened(each.date, context.on) for each in cycle.held)
        ahead = (each.date for each in cycle.planned if not each.cancelled)
        if met and not any(each and (each.latest() or context.on) > context.on for each in ahead):
            yield Remark(
                subject=cycle.id,
                message=f"{cycle.title} has no meeting planned after {day_words(context.on)}.",
                sources=cycle.sources,
            )
