"""The points that look at links, constraints, float and length."""

from collections.abc import Callable

from send_framework.checks.quality.definitions import LONG
from send_framework.checks.quality.ground import Ground
from send_framework.checks.quality.measured import NOTHING_LEFT, Measured
from send_framework.checks.quality.results import NamedLink
from send_framework.model.dependency import ConstraintKind, DependencyType
from send_framework.network.results import ScheduledActivity

_MUST = (ConstraintKind.MUST_START_ON, ConstraintKind.MUST_FINISH_ON)
_OPEN_ENDS = ("no-predecessor", "no-successor")


# --- links and constraints -------------------------------------------------------------------


def _missing_logic(ground: Ground) -> Measured:
    loose = ground.context.loose_ends
    found = ground.where(lambda each: any((each.id, end) in loose for end in _OPEN_ENDS))
    return _of_actions(ground, found)


def _of_actions(ground: Ground, found: tuple[str, ...]) -> Measured:
    return Measured(count=len(found), of=len(ground.actions), activities=found)


def _of_links(ground: Ground, found: tuple[NamedLink, ...], count: int | None = None) -> Measured:
    return Measured(
        count=len(found) if count is None else count,
        of=len(ground.ties),
        links=found,
        nothing="no link leads into what is still to be done",
    )


def _leads(ground: Ground) -> Measured:
    return _of_links(ground, ground.tied(lambda link: link.lag < 0))


def _lags(ground: Ground) -> Measured:
    return _of_links(ground, ground.tied(lambda link: link.lag > 0))


def _link_types(ground: Ground) -> Measured:
    others = ground.tied(lambda link: link.type is not DependencyType.FINISH_TO_START)
    return _of_links(ground, others, len(ground.ties) - len(others))


def _hard_constraints(ground: Ground) -> Measured:
    found = ground.where(lambda each: any(limit.kind in _MUST for limit in each.constraints))
    return _of_actions(ground, found)


# --- float and length ------------------------------------------------------------------------


def _judged(
    ground: Ground, answers: Callable[[ScheduledActivity], int | None], nothing: str
) -> tuple[dict[str, int], Measured]:
    """Return what each action answers, and a measure in which nobody is counted yet."""
    known: dict[str, int] = {}
    for each in ground.actions:
        place = ground.placed.get(each.id)
        answer = None if place is None else answers(place)
        if answer is not None:
            known[each.id] = answer
    silent = ground.where(lambda each: each.id not in known)
    why = nothing if ground.actions else NOTHING_LEFT
    return known, Measured(count=0, of=len(known), unanswered=silent, nothing=why)


def _counted(found: tuple[dict[str, int], Measured], holds: Callable[[int], bool]) -> Measured:
    known, bare = found
    ids = tuple(name for name, answer in known.items() if holds(answer))
    return Measured(
        count=len(ids), of=bare.of, activities=ids, unanswered=bare.unanswered, nothing=bare.nothing
    )


def _floats(ground: Ground) -> tuple[dict[str, int], Measured]:
    gone = "no open action has a float: it has no place in time, or the window has passed"
    return _judged(ground, lambda each: each.total_float, gone)


def _high_float(ground: Ground) -> Measured:
    return _counted(_floats(ground), lambda days: days > LONG)


def _negative_float(ground: Ground) -> Measured:
    return _counted(_floats(ground), lambda days: days < 0)


def _lengths(ground: Ground) -> tuple[dict[str, int], Measured]:
    unknown = "nobody published the length of any open action"
    return _judged(ground, lambda each: None if each.duration_assumed else each.duration, unknown)


def _high_duration(ground: Ground) -> Measured:
    return _counted(_lengths(ground), lambda days: days > LONG)


# --- the length of the path ---


def _length_index(ground: Ground) -> Measured:
    """Return days plus float over days; the float is that of the last finish."""
    schedule, ready = ground.schedule, ground.schedule.readiness
    floats = {
        "earliest": ready.float_to_earliest,
        "expected": ready.float_to_expected,
        "latest": ready.float_to_latest,
    }
    spare = floats.get(schedule.late_from)
    if schedule.finish is None or spare is None:
        return Measured(count=0, of=0, nothing=_no_index(ground))
    days = max(ground.context.plan_calendar.count(schedule.on, schedule.finish), 0)
    done = "everything in scope is finished"
    return Measured(count=days + spare, of=days, activities=schedule.critical_path, nothing=done)


def _no_index(ground: Ground) -> str:
    if ground.schedule.target is None:
        return "there is no target to measure against"
    if ground.schedule.finish is None:
        return "nothing in scope has dates"
    return "every day of the window has passed"


NETWORK_POINTS = {
    "missing-logic": _missing_logic,
    "leads": _leads,
    "lags": _lags,
    "link-types": _link_types,
    "hard-constraints": _hard_constraints,
    "high-float": _high_float,
    "negative-float": _negative_float,
    "high-duration": _high_duration,
    "path-length-index": _length_index,
}
"""How each of these points is counted, by its key."""
