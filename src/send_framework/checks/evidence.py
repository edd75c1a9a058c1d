"""Will anybody be able to show that the work was done, and that it made a difference?"""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import is_complete, named
from send_framework.checks.registry import finds
from send_framework.dates import day_words, latest
from send_framework.model.action import EvidenceKind
from send_framework.model.measure import (
    Direction,
    Measure,
    Observation,
    ObservationKind,
    Target,
)


@finds(
    "action-without-success-measure",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="An action without a success measure",
    looks_at="Each open action: `success_measures` in words, or `measures` that are counted.",
    why="Published plans name success criteria for each action; without one nobody can tell "
    "whether it worked.",
    advice="Say in `success_measures` what will show that it succeeded, or name a measure.",
)
def action_without_success_measure(context: Context) -> Iterator[Remark]:
    """Find open actions of which nothing says how success will show."""
    for action in context.open_actions:
        if not (action.success_measures or action.measures):
            yield Remark(
                subject=action.id,
                message=f"{named(action)} has no success measure.",
                sources=action.sources,
            )


@finds(
    "action-without-evidence",
    Severity.INFORMATION,
    Consequence.EVIDENCE,
    title="An open action without any evidence yet",
    looks_at="Each open action.",
    why="Evidence collected on the way is there when inspectors ask for it.",
    advice="Enter what shows how far it is, as `evidence`.",
)
def action_without_evidence(context: Context) -> Iterator[Remark]:
    """Find open actions that nothing shows anything of."""
    for action in context.open_actions:
        if not action.evidence:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} has no evidence yet.",
                sources=action.sources,
            )


@finds(
    "complete-without-evidence",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="A complete action without evidence",
    looks_at="Each complete action.",
    why='"Done" that nothing shows is a claim.',
    advice="Enter what shows that it was done, as `evidence`.",
)
def complete_without_evidence(context: Context) -> Iterator[Remark]:
    """Find complete actions that nothing shows."""
    for action in context.actions:
        if is_complete(action, context.on) and not action.evidence:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} is complete, and no evidence shows it.",
                sources=action.sources,
            )


@finds(
    "done-without-impact",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="Work done, and no evidence of a difference made",
    looks_at="Each complete action with evidence of delivery and none of impact.",
    why="Work done is not yet a difference made: inspectors ask what changed for children.",
    advice="Enter evidence of kind `impact`, or plan when it will be looked for.",
)
def done_without_impact(context: Context) -> Iterator[Remark]:
    """Find complete actions whose evidence shows delivery only."""
    for action in context.actions:
        kinds = {each.kind for each in action.evidence}
        if is_complete(action, context.on) and kinds == {EvidenceKind.DELIVERY}:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} is done; its evidence shows delivery and no impact.",
                sources=action.sources,
            )


# --- measures ------------------------------------------------------------------------------------


@finds(
    "measure-unobserved",
    Severity.INFORMATION,
    Consequence.EVIDENCE,
    title="A measure without a figure",
    looks_at="Each measure: whether it has any observation.",
    why="What is not counted cannot show anything.",
    advice="Enter what was seen, with its period, as `observations`.",
)
def measure_unobserved(context: Context) -> Iterator[Remark]:
    """Find measures that nobody has counted."""
    for measure in context.plan.measures:
        if not measure.observations:
            yield Remark(
                subject=measure.id,
                message=f"{measure.id} ({measure.title}) has no figure.",
                sources=measure.sources,
            )


@finds(
    "measure-without-target",
    Severity.INFORMATION,
    Consequence.EVIDENCE,
    title="A measure without a target",
    looks_at="Each measure that an action names.",
    why="Without a target nobody can say whether a figure is good enough.",
    advice="Enter what is aimed at, and by when, as `targets`.",
)
def measure_without_target(context: Context) -> Iterator[Remark]:
    """Find measures of actions that aim at nothing."""
    named_by = {each for action in context.actions for each in action.measures}
    for measure in context.plan.measures:
        if measure.id in named_by and not measure.targets:
            yield Remark(
                subject=measure.id,
                message=f"{measure.id} ({measure.title}) has no target.",
                sources=measure.sources,
            )


@finds(
    "measure-without-baseline",
    Severity.INFORMATION,
    Consequence.EVIDENCE,
    title="A target without a starting point",
    looks_at="Each measure with a target: whether one of its figures is the baseline.",
    why="A target says how far, a baseline from where; without it progress cannot be judged.",
    advice="Mark the figure that progress is measured from with `is_baseline`.",
)
def measure_without_baseline(context: Context) -> Iterator[Remark]:
    """Find measures with a target and no baseline."""
    for measure in context.plan.measures:
        if measure.targets and not any(each.is_baseline for each in measure.observations):
            yield Remark(
                subject=measure.id,
                message=f"{measure.id} ({measure.title}) has a target and no baseline.",
                sources=measure.sources,
            )


def _past_targets(context: Context) -> Iterator[tuple[Measure, Target, date, Observation | None]]:
    """Yield each target whose day has passed, with the last figure published for it."""
    for measure in context.plan.measures:
        for target in measure.targets:
            by = latest(target.by)
            if by and by <= context.on:
                yield measure, target, by, _figure(context, measure, by)


def _figure(context: Context, measure: Measure, by: date) -> Observation | None:
    """Return the newest published figure of the measured population from that day on."""
    base = next((each for each in measure.observations if each.is_baseline), None)
    population = base.population if base else ""
    dated = [
        (day, each)
        for each in measure.observations
        if each.kind is ObservationKind.PUBLISHED and each.population == population
        for day in [latest(each.period)]
        if day and by <= day <= context.on
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _falls_short(measure: Measure, target: Target, seen: Observation) -> bool:
    if measure.better is Direction.UP:
        return seen.value < target.value
    return measure.better is Direction.DOWN and seen.value > target.value


@finds(
    "target-missed",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="A target missed",
    looks_at="Each target whose day has passed, against the newest published figure from that day "
    "on, of the same population as the baseline; only where the measure says which way is better.",
    why="It is what families notice.",
    advice="Say why, and give a new target beside the old one; never in its place.",
)
def target_missed(context: Context) -> Iterator[Remark]:
    """Find targets that the figures fall short of."""
    for measure, target, by, seen in _past_targets(context):
        if seen and _falls_short(measure, target, seen):
            yield Remark(
                subject=measure.id,
                message=f"{measure.title}: {target.value:g} {measure.unit} was aimed at by "
                f"{target.by}; {seen.period} shows {seen.value:g}.",
                sources=(*target.sources, *seen.sources),
                day=by,
            )


@finds(
    "target-unreported",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="A target whose day has passed without a figure",
    looks_at="Each target whose day has passed, of a measure without a published figure from "
    "that day on.",
    why="A forecast or a claim is no figure; silence after a target's day reads as a miss.",
    advice="Publish the figure for that day, and enter it with its period.",
)
def target_unreported(context: Context) -> Iterator[Remark]:
    """Find past targets about which no figure was published."""
    for measure, target, by, seen in _past_targets(context):
        if seen is None:
            yield Remark(
                subject=measure.id,
                message=f"{measure.title}: {target.value:g} {measure.unit} was aimed at by "
                f"{target.by}, and no figure has been published since {day_words(by)}.",
                sources=target.sources,
                day=by,
            )
