"""Does the plan answer everything inspectors asked for, and only that?"""

from collections.abc import Iterator

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import Work, finished_on, is_known, listed, named, promise_of
from send_framework.checks.registry import finds
from send_framework.model.action import Action
from send_framework.model.recommendation import (
    Recommendation,
    RecommendationKind,
    RecommendationPart,
)

KIND_WORDS = {
    RecommendationKind.PRIORITY_ACTION: "priority action",
    RecommendationKind.AREA_FOR_IMPROVEMENT: "area for improvement",
    RecommendationKind.SIGNIFICANT_WEAKNESS: "significant weakness",
}


def _unanswered(context: Context, *, improvement: bool) -> Iterator[Remark]:
    """Yield recommendations that no work answers, of the one sort or the other."""
    for each in context.plan.recommendations:
        is_improvement = each.kind is RecommendationKind.AREA_FOR_IMPROVEMENT
        if is_improvement is improvement and not context.answers_to(each):
            yield Remark(
                subject=each.id,
                message=f"No action answers {KIND_WORDS[each.kind]} {each.id}{_parts(each)}"
                f"{_dropped(context, each)}.",
                sources=each.sources,
                related=tuple(part.id for part in each.parts),
            )


def _parts(each: Recommendation) -> str:
    return f" or any of its {len(each.parts)} parts" if each.parts else ""


def _dropped(context: Context, each: Recommendation) -> str:
    """Say that there was work once, where all of it was cancelled or superseded."""
    asked = {each.id, *(part.id for part in each.parts)}
    both: tuple[Work, ...] = (*context.plan.actions, *context.plan.milestones)
    once = tuple(work.id for work in both if asked.intersection(work.answers))
    return f": {listed(once)}, which did, will not be done" if once else ""


@finds(
    "priority-action-unanswered",
    Severity.ERROR,
    Consequence.COVERAGE,
    title="A priority action or significant weakness that no action answers",
    looks_at="Each area for priority action (or significant weakness) and its parts; work that "
    "was cancelled or superseded does not count.",
    why="A monitoring inspection asks for reasonable steps on *every* area for priority action; "
    "a re-visit judges every weakness by itself.",
    advice="Add an action that answers it, or name it in `answers` of one that does.",
)
def priority_action_unanswered(context: Context) -> Iterator[Remark]:
    """Find priority actions and significant weaknesses without any work."""
    return _unanswered(context, improvement=False)


@finds(
    "improvement-unanswered",
    Severity.WARNING,
    Consequence.COVERAGE,
    title="An area for improvement that no action answers",
    looks_at="Each area for improvement and its parts.",
    why="Every outcome has areas for improvement; the strategic plan is to answer them, though a "
    "monitoring inspection leaves them out.",
    advice="Add an action that answers it, or name it in `answers` of one that does.",
)
def improvement_unanswered(context: Context) -> Iterator[Remark]:
    """Find areas for improvement without any work."""
    return _unanswered(context, improvement=True)


def _bare_parts(
    context: Context, *, whole: bool
) -> Iterator[tuple[Recommendation, RecommendationPart]]:
    """Yield parts that no work names, whose recommendation is answered as a whole or is not."""
    for each in context.plan.recommendations:
        if context.answers_to(each) and bool(context.answering.get(each.id)) is whole:
            for part in each.parts:
                if part.id not in context.answering:
                    yield each, part


@finds(
    "part-unanswered",
    Severity.WARNING,
    Consequence.COVERAGE,
    title="A part of a recommendation that no action answers, while other parts have some",
    looks_at="Each named part of a recommendation of which only other parts are answered.",
    why="Inspectors name parts because each is to be dealt with.",
    advice="Add an action that answers this part.",
)
def part_unanswered(context: Context) -> Iterator[Remark]:
    """Find parts left out where their neighbours are answered."""
    for each, part in _bare_parts(context, whole=False):
        yield Remark(
            subject=part.id,
            message=f"Other parts of {each.id} are answered, {part.id} is not.",
            sources=part.sources or each.sources,
            related=(each.id,),
        )


@finds(
    "part-only-as-whole",
    Severity.INFORMATION,
    Consequence.COVERAGE,
    title="A part that only actions for the whole recommendation may cover",
    looks_at="Each named part that no action names, where the recommendation itself is named.",
    why="An action for the whole may cover the part or not: the plan does not say.",
    advice="Name the part in `answers` of the actions that cover it, or add one.",
)
def part_only_as_whole(context: Context) -> Iterator[Remark]:
    """Find parts that nothing names, though their recommendation is answered."""
    for each, part in _bare_parts(context, whole=True):
        works = tuple(work.id for work in context.answering[each.id])
        yield Remark(
            subject=part.id,
            message=f"{listed(works)} {_verb(works)} {each.id} as a whole; nothing names its "
            f"part {part.id}.",
            sources=part.sources or each.sources,
            related=(each.id, *works),
        )


def _verb(works: tuple[str, ...]) -> str:
    return "answers" if len(works) == 1 else "answer"


@finds(
    "recommendation-undated",
    Severity.WARNING,
    Consequence.COVERAGE,
    title="A recommendation or part whose actions have no date",
    looks_at="Each recommendation with work of its own or of its parts, and each part with work "
    "of its own: whether any of that work has a due, expected or actual finish.",
    why="Without one date nobody can say when inspectors' point will have been dealt with.",
    advice="Agree a due date for at least one of these actions.",
)
def recommendation_undated(context: Context) -> Iterator[Remark]:
    """Find recommendations, and parts of them, that are answered without a single date."""
    for each in context.plan.recommendations:
        works = context.answers_to(each)
        if works and not any(map(_has_date, works)):
            yield _without_date(each, works)
            continue
        for part in each.parts:
            own = context.answering.get(part.id, ())
            if own and not any(map(_has_date, own)):
                yield _without_date(part, own)


def _has_date(work: Work) -> bool:
    return is_known(promise_of(work)) or is_known(finished_on(work))


def _without_date(each: Recommendation | RecommendationPart, works: tuple[Work, ...]) -> Remark:
    ids = tuple(work.id for work in works)
    has = "has" if len(ids) == 1 else "have"
    return Remark(
        subject=each.id,
        message=f"{each.id} is answered by {listed(ids)}, which {has} no date.",
        sources=each.sources,
        related=ids,
    )


@finds(
    "action-answers-nothing",
    Severity.WARNING,
    Consequence.COVERAGE,
    title="An action that answers nothing",
    looks_at="Each action that was not dropped, in a plan that lists recommendations.",
    why="Work that no recommendation asks for takes time from work that one does, and it is "
    "outside the scope of a monitoring inspection unless other work waits for it.",
    advice="Name in `answers` what it is for, or take it out of the plan.",
)
def action_answers_nothing(context: Context) -> Iterator[Remark]:
    """Find actions without a recommendation, saying so where what follows them has one."""
    if not context.plan.recommendations:
        return
    for action in context.actions:
        if not action.answers:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} answers no recommendation{_enables(context, action)}.",
                sources=action.sources,
            )


def _enables(context: Context, action: Action) -> str:
    """Name the first follower that does answer something."""
    waiting, seen = [action.id], {action.id}
    for at in waiting:
        for follower in context.waiting[at]:
            answers = getattr(context.activities[follower], "answers", ())
            if answers:
                return f", though {follower}, which waits for it, answers {listed(answers)}"
            if follower not in seen:
                seen.add(follower)
                waiting.append(follower)
    return ""


@finds(
    "actions-alike",
    Severity.INFORMATION,
    Consequence.COVERAGE,
    title="Two actions with the same title",
    looks_at="The titles of actions that were not dropped, whatever their capitals and spaces.",
    why="One piece of work entered twice is counted twice, owned twice and dated twice.",
    advice="Keep one of them and let it answer both recommendations, or tell them apart.",
)
def actions_alike(context: Context) -> Iterator[Remark]:
    """Find actions that may be one piece of work entered twice."""
    first: dict[str, str] = {}
    for action in context.actions:
        words = " ".join(action.title.casefold().split())
        if words in first:
            yield Remark(
                subject=action.id,
                message=f"{named(action)} has the same title as {first[words]}.",
                related=(first[words],),
            )
        first.setdefault(words, action.id)
