"""Ready or not: everything in scope against a window whose own day is uncertain.

There are four answers. *Before the earliest day*, *only if they come late*, *not even then*, and
*it cannot be said*, because work in scope has no place in time or a recommendation has no work.
Known lateness beats missing work: what is late already stays late whatever the gaps hide.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from attrs import evolve

from send_framework.dates import day_words
from send_framework.model.action import NeededBy, Side
from send_framework.model.plan import Plan
from send_framework.model.recommendation import Recommendation, RecommendationPart
from send_framework.model.window import Window
from send_framework.network.kinds import Absence, ReadinessState
from send_framework.network.results import (
    Readiness,
    RecommendationReadiness,
    Schedule,
    ScheduledActivity,
    Unscheduled,
)
from send_framework.network.target import (
    MONITORING,
    PRIORITY_KINDS,
    REINSPECTION,
    Yardstick,
    in_scope,
)

CAVEAT = (
    "Inspectors ask whether reasonable steps were taken on every area for priority action; "
    "finished work is a stricter stand-in for that."
)


def readiness(
    finish: date | None,
    missing: tuple[str, ...],
    yardstick: Yardstick,
    assumptions: tuple[int, int] = (0, 0),
) -> Readiness:
    """Return the answer for work that finishes on a day, with what has no place in time.

    Args:
        finish: The last day worked; ``None`` when nothing has dates.
        missing: Ids without a place in time.
        yardstick: The window, the data date and the calendar.
        assumptions: How many activities and links behind the day are assumed, and of how many.
    """
    floats = {} if finish is None else yardstick.floats(finish)
    state = _state(floats, missing, yardstick)
    answer = Readiness(
        state=state,
        sentence="",
        ready_on=None if finish is None else yardstick.ready_on(finish),
        missing=missing,
        assumed=assumptions[0],
        of=assumptions[1],
        caveat=CAVEAT if yardstick.target and yardstick.target.scope == MONITORING else "",
        float_to_earliest=floats.get("earliest"),
        float_to_expected=floats.get("expected"),
        float_to_latest=floats.get("latest"),
    )
    return evolve(answer, sentence=_sentence(answer, floats, yardstick))


def _state(
    floats: Mapping[str, int], missing: tuple[str, ...], yardstick: Yardstick
) -> ReadinessState:
    ahead = [floats[name] for name in yardstick.ahead() if name in floats]
    if ahead and ahead[-1] < 0:
        return ReadinessState.NOT_EVEN_THEN
    if missing or not ahead:
        return ReadinessState.CANNOT_BE_SAID
    return ReadinessState.BEFORE_EARLIEST if ahead[0] >= 0 else ReadinessState.ONLY_IF_LATE


def _sentence(answer: Readiness, floats: Mapping[str, int], yardstick: Yardstick) -> str:
    if yardstick.target is None:
        return "No inspection is expected, so there is nothing to be ready for."
    if answer.ready_on is None:
        return f"It cannot be said: nothing in scope has dates.{_missing(answer.missing)}"
    if not yardstick.ahead():
        passed = "every day of the window has passed, and no inspection is recorded"
        return f"It cannot be said: {passed}."
    ready = day_words(answer.ready_on)
    against = "; ".join(_against(name, days, yardstick) for name, days in floats.items())
    opening = {
        ReadinessState.BEFORE_EARLIEST: f"Ready from {ready}, before the first day ahead",
        ReadinessState.ONLY_IF_LATE: f"Ready only if inspectors come on {ready} or later",
        ReadinessState.NOT_EVEN_THEN: f"Not ready {_last_end(yardstick)}: ready from {ready}",
        ReadinessState.CANNOT_BE_SAID: f"It cannot be said. What has dates is ready from {ready}",
    }[answer.state]
    return f"{opening} ({against}).{_missing(answer.missing)}"


def _last_end(yardstick: Yardstick) -> str:
    """Return the last end of the window; where nobody knows a latest day, it may not be the end."""
    last = yardstick.ahead()[-1]
    return "even on the last day" if last == "latest" else f"on the {last} day, the last one known"


def _against(name: str, days: int, yardstick: Yardstick) -> str:
    end = dict(yardstick.target.ends())[name] if yardstick.target else None
    day = "" if end is None else f", {day_words(end.day)}"
    past = "" if end is None or end.day > yardstick.on else ", already past"
    word = "working day" if abs(days) == 1 else "working days"
    return f"{days:+d} {word} to the {name} day{day}{past}"


def _missing(missing: tuple[str, ...]) -> str:
    if not missing:
        return ""
    count = "1 has" if len(missing) == 1 else f"{len(missing)} have"
    return f" {count} no place in time: {', '.join(missing)}."


def done_by(plan: Plan, activities: Iterable[ScheduledActivity]) -> date | None:
    """Return the day at whose close all of some activities are done; ``None`` without any.

    A milestone at the start of its day is reached before that day is worked.

    Args:
        plan: The plan.
        activities: Scheduled activities of it.
    """
    openings = {each.id for each in plan.milestones if each.side is Side.START}
    days = (
        each.early_finish - timedelta(days=1) if each.id in openings else each.early_finish
        for each in activities
    )
    return max(days, default=None)


def missing_work(
    plan: Plan, unscheduled: Iterable[Unscheduled], target: Window | None
) -> tuple[str, ...]:
    """Return what hides the answer: work in scope without dates, recommendations without work.

    A part that has its own id needs work of its own: an answer to the whole recommendation does
    not say which part it covers.

    Args:
        plan: The plan.
        unscheduled: What has no place in time.
        target: The window; ``None`` asks for everything.
    """
    scope = REINSPECTION if target is None else target.scope
    inside = in_scope(plan, scope) & {each.id for each in plan.work()}
    gone = Absence.CANCELLED
    undated = (each.id for each in unscheduled if each.id in inside and each.why is not gone)
    if target is None or target.scope not in (MONITORING, REINSPECTION):
        return tuple(undated)
    return (*undated, *_unanswered(plan, only_priority=target.scope == MONITORING))


def _unanswered(plan: Plan, *, only_priority: bool) -> tuple[str, ...]:
    answered = _answers(plan)
    asked = [
        each for each in plan.recommendations if each.kind in PRIORITY_KINDS or not only_priority
    ]
    return tuple(wanted for each in asked for wanted in _smallest(each) if not answered.get(wanted))


def _smallest(recommendation: Recommendation) -> tuple[str, ...]:
    """Return the ids that need work of their own: the parts, or the whole without parts."""
    return tuple(part.id for part in recommendation.parts) or (recommendation.id,)


def _answers(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return for each recommendation or part the ids of the work that answers it."""
    found: dict[str, list[str]] = {}
    for work in plan.work():
        if work.status is None or not work.status.is_dropped:
            for wanted in work.answers:
                found.setdefault(wanted, []).append(work.id)
    return {wanted: tuple(ids) for wanted, ids in found.items()}


def readiness_by_recommendation(
    plan: Plan, schedule: Schedule
) -> tuple[RecommendationReadiness, ...]:
    """Return the answer for each recommendation and each of its parts.

    A recommendation counts all work that answers it or one of its parts, but for work that says
    that the inspection asked about does not need it.

    Args:
        plan: The plan.
        schedule: Its schedule, with the target to measure against.
    """
    yardstick = Yardstick(target=schedule.target, on=schedule.on, calendar=plan.working_calendar())
    dated = {each.id: each for each in schedule.activities}
    answers = _answers(plan)
    later = _not_needed(plan, schedule.target)

    def ready(by: tuple[str, ...], gaps: tuple[str, ...]) -> Readiness:
        wanted = tuple(work for work in by if work not in later)
        ending = (dated[each] for each in wanted if _ends(dated.get(each)))
        undated = tuple(each for each in wanted if each not in dated)
        return readiness(done_by(plan, ending), (*gaps, *undated), yardstick)

    found: list[RecommendationReadiness] = []
    for each in plan.recommendations:
        whole = (each.id, *(part.id for part in each.parts))
        by = tuple(dict.fromkeys(work for asked in whole for work in answers.get(asked, ())))
        found.append(_row(each, None, by, ready(by, _gaps(each, answers))))
        for part in each.parts:
            own = answers.get(part.id, ())
            gaps = () if own else (part.id,)
            found.append(_row(part, each.id, own, ready(own, gaps)))
    return tuple(found)


def _gaps(each: Recommendation, answers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(wanted for wanted in _smallest(each) if not answers.get(wanted))


def _not_needed(plan: Plan, target: Window | None) -> frozenset[str]:
    """Return the work that says that this inspection does not need it."""
    monitoring = target is not None and target.scope == MONITORING
    gone = (NeededBy.NONE, *((NeededBy.REINSPECTION,) if monitoring else ()))
    return frozenset(each.id for each in plan.work() if each.needed_by in gone)


def _ends(each: ScheduledActivity | None) -> bool:
    return each is not None and not each.is_ongoing


def _row(
    asked: Recommendation | RecommendationPart,
    part_of: str | None,
    by: tuple[str, ...],
    answer: Readiness,
) -> RecommendationReadiness:
    return RecommendationReadiness(
        id=asked.id, text=asked.text, part_of=part_of, answered_by=by, readiness=answer
    )
