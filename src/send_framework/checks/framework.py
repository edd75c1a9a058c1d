"""What the rule book asks of an inspection's outcome, and where its dates are not known."""

from collections.abc import Iterator

from attrs import frozen

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import listed
from send_framework.checks.registry import finds
from send_framework.dates import day_words
from send_framework.frameworks import undated
from send_framework.frameworks.rulebook import Gives, OutcomeRule, Rule
from send_framework.model.inspection import EventKind, Inspection
from send_framework.model.plan import PlanKind
from send_framework.model.recommendation import Recommendation, RecommendationKind
from send_framework.model.window import Deadline

PLAN_EVENTS = (EventKind.PLAN_SUBMITTED, EventKind.PLAN_APPROVED, EventKind.PLAN_PUBLISHED)
STATUTORY_PLANS = (PlanKind.PRIORITY_ACTION_PLAN, PlanKind.WRITTEN_STATEMENT_OF_ACTION)


# --- the outcome -------------------------------------------------------------------------------


@frozen(kw_only=True)
class _Judged:
    """An inspection with an outcome, and what its rule book says of that outcome."""

    inspection: Inspection
    requires: OutcomeRule


def _judged(context: Context) -> _Judged | None:
    inspection, book = context.answered, context.book
    if inspection is None or book is None:
        return None
    found = (each for each in book.outcomes if each.outcome is inspection.outcome)
    return next((_Judged(inspection=inspection, requires=each) for each in found), None)


def _kind(kind: PlanKind) -> str:
    return kind.value.replace("-", " ")


@finds(
    "required-plan-missing",
    Severity.ERROR,
    Consequence.LAW,
    title="The outcome requires a plan, and there is none",
    looks_at="An outcome that requires a priority action plan (or a written statement of action): "
    "the plan's own kind, submissions, approvals and publications among the events, and work that "
    "`meets` a rule.",
    why="The regulations of 2015 (SI 2015/1792) give the principal authority 70 working days from "
    "receipt of the report to make it.",
    advice="Set `kind` if this is that plan, or enter its submission as an event.",
)
def required_plan_missing(context: Context) -> Iterator[Remark]:
    """Find outcomes whose required plan nobody made."""
    judged = _judged(context)
    if judged is None or context.plan.kind in judged.requires.plans:
        return
    wanted = [kind for kind in judged.requires.plans if kind in STATUTORY_PLANS]
    made = any(event.kind in PLAN_EVENTS for event in context.plan.events)
    if wanted and not made and not any(work.meets for work in context.work):
        yield Remark(
            subject=judged.inspection.id,
            message=f"The outcome {judged.requires.title} requires a {_kind(wanted[0])}; this is "
            f"a {_kind(context.plan.kind)}, and nothing shows that the other was made.",
            sources=judged.requires.sources,
        )


@finds(
    "plan-of-another-kind",
    Severity.INFORMATION,
    Consequence.LAW,
    title="A plan that the outcome does not ask for",
    looks_at="The plan's kind, against the plans its inspection's outcome requires, where none "
    "of those is statutory.",
    why="The four kinds of plan have their own deadlines and their own judges; areas give them "
    "local names.",
    advice="Set `kind` to the plan that the outcome requires; the local name belongs in `title`.",
)
def plan_of_another_kind(context: Context) -> Iterator[Remark]:
    """Find priority action plans and statements where the outcome asks for neither."""
    judged = _judged(context)
    if judged is None or context.plan.kind not in STATUTORY_PLANS:
        return
    if context.plan.kind not in judged.requires.plans:
        asked = listed(tuple(_kind(kind) for kind in judged.requires.plans)) or "no plan"
        yield Remark(
            subject=judged.inspection.id,
            message=f"This is a {_kind(context.plan.kind)}; the outcome {judged.requires.title} "
            f"asks for {asked}.",
            sources=judged.requires.sources,
        )


def _priority_actions(context: Context, inspection: Inspection) -> tuple[Recommendation, ...]:
    return tuple(
        each
        for each in context.plan.recommendations
        if each.kind is RecommendationKind.PRIORITY_ACTION
        and each.inspection in (None, inspection.id)
    )


@finds(
    "priority-actions-missing",
    Severity.WARNING,
    Consequence.COVERAGE,
    title="An outcome that has priority actions, and none is entered",
    looks_at="The recommendations of an inspection whose outcome comes with areas for priority "
    "action.",
    why="Every report read with this outcome names at least one; none of the others does. They "
    "are what a monitoring inspection looks at.",
    advice="Enter the areas for priority action from the report.",
)
def priority_actions_missing(context: Context) -> Iterator[Remark]:
    """Find outcomes whose areas for priority action the plan leaves out."""
    judged = _judged(context)
    if judged is None or not judged.requires.priority_actions:
        return
    if not _priority_actions(context, judged.inspection):
        yield Remark(
            subject=judged.inspection.id,
            message=f"The outcome {judged.requires.title} comes with areas for priority action, "
            "and the plan has none.",
            sources=judged.requires.sources,
        )


@finds(
    "priority-actions-unexpected",
    Severity.WARNING,
    Consequence.COVERAGE,
    title="Priority actions under an outcome that has none",
    looks_at="The recommendations of an inspection whose outcome has areas for improvement only.",
    why="Either the outcome or the kind of recommendation was entered wrongly.",
    advice="Correct the outcome, or make them areas for improvement.",
)
def priority_actions_unexpected(context: Context) -> Iterator[Remark]:
    """Find areas for priority action that no such report would print."""
    judged = _judged(context)
    if judged and not judged.requires.priority_actions:
        found = tuple(each.id for each in _priority_actions(context, judged.inspection))
        if found:
            yield Remark(
                subject=judged.inspection.id,
                message=f"The outcome {judged.requires.title} has no areas for priority action, "
                f"and the plan enters {listed(found)} as such.",
                sources=judged.requires.sources,
                related=found,
            )


@finds(
    "inspection-missing",
    Severity.WARNING,
    Consequence.LAW,
    title="No inspection that the plan answers",
    looks_at="`answers_inspection`, else the last inspection with an outcome.",
    why="Deadlines and windows count from it; without it none can be worked out.",
    advice="Enter the inspection with its outcome and the day its report was received.",
)
def inspection_missing(context: Context) -> Iterator[Remark]:
    """Find plans that answer no inspection."""
    if context.answered is None:
        yield Remark(subject="", message="The plan names no inspection that it answers.")


@finds(
    "rule-date-unknown",
    Severity.INFORMATION,
    Consequence.LAW,
    title="A rule that applies and gives no day",
    looks_at="The rules that bind the partnership or say when inspectors return, where the day "
    "they count from is not known, or the framework has no rule book.",
    why="What cannot be worked out is said, never filled in.",
    advice="Enter the date that the rule counts from.",
)
def rule_date_unknown(context: Context) -> Iterator[Remark]:
    """Find rules that would give a day if their anchor had one."""
    inspection, book = context.answered, context.book
    if inspection is None or book is None:
        return
    for each in undated(inspection, on=context.on, events=context.plan.events, book=book):
        if each.rule == "" or _concerns_the_plan(book.rule(each.rule)):
            yield Remark(subject=each.inspection, message=f"{each.reason.rstrip('.')}.")


def _concerns_the_plan(rule: Rule) -> bool:
    """Return whether a rule binds the partnership, or says when it must be ready."""
    duty = rule.gives is Gives.DEADLINE and bool(rule.met_by)
    return duty or rule.scope != "none"


@finds(
    "receipt-inferred",
    Severity.WARNING,
    Consequence.LAW,
    title="Deadlines that count from a day nobody published",
    looks_at="Deadlines whose anchor was worked out, such as receipt of the report from its "
    "publication.",
    why="The clocks run from receipt, which came 6 to 8 working days before publication in the "
    "cases known: what follows is a range, not a day.",
    advice="Find out the day on which the final report was received, and enter it as "
    "`report_received`.",
)
def receipt_inferred(context: Context) -> Iterator[Remark]:
    """Find inspections whose deadlines rest on an inferred day."""
    dates = [each for each in context.rule_dates if isinstance(each, Deadline)]
    inferred = [each for each in dates if each.rule.anchor_inferred]
    inspection = context.answered
    if inferred and inspection:
        first = inferred[0]
        names = listed(tuple(each.name for each in inferred))
        yield Remark(
            subject=inspection.id,
            message=f"{names}: counted from {first.rule.anchor}, which was worked out "
            f"({day_words(first.rule.anchor_date)} or later), not published.",
            rule=first.rule,
            sources=first.sources,
            day=first.rule.anchor_date,
        )
