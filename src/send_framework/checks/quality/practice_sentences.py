"""What a plan shows of each of the ten best practices, in a sentence."""

from collections.abc import Callable

from attrs import frozen

from send_framework.checks.quality.ground import Ground
from send_framework.checks.quality.practices import PRACTICES, PracticeDefinition
from send_framework.checks.quality.results import LogicCount, Practice, QualityPoint
from send_framework.checks.reading import working
from send_framework.model.action import Action
from send_framework.network.kinds import DriverKind


@frozen(kw_only=True, eq=False)
class Counted:
    """What was counted of a plan, by key.

    Attributes:
        ground: The plan, its day and its schedule.
        points: The fourteen points.
        logic: The further counts.
    """

    ground: Ground
    points: dict[str, QualityPoint]
    logic: dict[str, LogicCount]

    def count(self, key: str) -> int:
        """Return how many a further count found."""
        return self.logic[key].count

    def share(self, key: str) -> str:
        """Return a point's count of how many, in words."""
        point = self.points[key]
        return "none can be judged" if point.count is None else f"{point.count} of {point.of}"


def quality_practices(
    ground: Ground, points: tuple[QualityPoint, ...], logic: tuple[LogicCount, ...]
) -> tuple[Practice, ...]:
    """Return the ten practices with what the plan shows of each.

    Args:
        ground: The plan, its day and its schedule.
        points: The fourteen points.
        logic: The further counts.
    """
    found = Counted(
        ground=ground,
        points={each.key: each for each in points},
        logic={each.key: each for each in logic},
    )
    return tuple(_practice(each, _SENTENCES[each.key](found)) for each in PRACTICES)


def _practice(which: PracticeDefinition, sentence: str) -> Practice:
    return Practice(
        number=which.number,
        key=which.key,
        name=which.name,
        answering=which.answering,
        points=which.points,
        logic=which.logic,
        sentence=sentence,
        people=which.people,
    )


def _all_activities(found: Counted) -> str:
    context = found.ground.context
    asked = context.plan.recommendations
    bare = sum(not context.answers_to(each) for each in asked)
    astray = sum(not each.answers for each in context.actions)
    return (
        f"Recommendations without work: {bare} of {len(asked)}; actions that answer none: "
        f"{astray} of {len(context.actions)}."
    )


def _sequencing(found: Counted) -> str:
    dangling = found.count("dangling-starts") + found.count("dangling-finishes")
    return (
        f"Open actions without a predecessor or a successor: {found.share('missing-logic')}; "
        f"loops: {found.count('loops')}; dangling ends: {dangling}; duplicate or redundant "
        f"links: {found.count('duplicate-links') + found.count('redundant-links')}."
    )


def _resources(found: Counted) -> str:
    return f"Open actions for which nobody is named: {found.share('resources')}."


def _durations(found: Counted) -> str:
    return (
        f"Open actions whose length nobody published: {found.count('assumed-lengths')} of "
        f"{len(found.ground.actions)}; longer than two months: {found.share('high-duration')}."
    )


def _traceability(found: Counted) -> str:
    context = found.ground.context
    over = sum(_changes_hands(found.ground, each) for each in context.actions)
    traced = sum(bool(each.answers) for each in context.actions)
    return (
        f"Links that pass work from one body to another: {over}; actions traced to a "
        f"recommendation: {traced} of {len(context.actions)}."
    )


def _changes_hands(ground: Ground, each: Action) -> int:
    """Return how many of an action's links come from work of other bodies."""
    known = ground.context.activities
    before = (known[link.id] for link in each.after)
    own = set(each.accountable)
    others = (set(one.accountable) for one in before if isinstance(one, Action))
    return sum(bool(own and other) and own != other for other in others)


def _critical_path(found: Counted) -> str:
    schedule = found.ground.schedule
    path = schedule.critical_path
    if not path:
        return "There is no critical path: nothing in scope has dates."
    dated = sum(_begins_by_date(found.ground, each) for each in path)
    return (
        f"Steps of it that a date sets and not a link: {dated} of {len(path)}; actions for which "
        f"the critical path test fails: {found.share('critical-path-test')}."
    )


_BY_DATE = (DriverKind.CONSTRAINT, DriverKind.OWN_PROMISE, DriverKind.FIXED)


def _begins_by_date(ground: Ground, name: str) -> bool:
    driver = ground.placed[name].driven_by
    return driver is not None and driver.kind in _BY_DATE


def _float(found: Counted) -> str:
    placed = found.ground.placed
    floats = [
        each.total_float
        for action in found.ground.actions
        if (each := placed.get(action.id)) and each.total_float is not None
    ]
    if not floats:
        return "No open action has a float."
    least, most = min(floats), max(floats)
    return (
        f"Total float goes from {least} to {working(most)}; above two months: "
        f"{found.share('high-float')}; below none: {found.share('negative-float')}."
    )


def _risk_analysis(found: Counted) -> str:
    plan = found.ground.context.plan
    return (
        f"The plan's own spreads: {len(plan.uncertainties)}, approvals: {len(plan.approvals)}, "
        f"risks: {len(plan.risks)}; a simulation assumes the rest and says so."
    )


def _updating(found: Counted) -> str:
    given = "given" if found.ground.schedule.on_given else "not given, so today"
    return (
        f"The data date is {given}; dates that cannot be: {found.share('invalid-dates')}; links "
        f"that the facts contradict: {found.count('out-of-sequence')}."
    )


def _baseline(found: Counted) -> str:
    promised = found.ground.promised
    if promised is None:
        return "No earlier version is at hand: what was promised cannot be compared."
    return (
        f"Against {promised.title}: promised by the data date and missed: "
        f"{found.share('missed')}; finished against promised: {found.share('execution-index')}."
    )


_SENTENCES: dict[str, Callable[[Counted], str]] = {
    "all-activities": _all_activities,
    "sequencing": _sequencing,
    "resources": _resources,
    "durations": _durations,
    "traceability": _traceability,
    "critical-path": _critical_path,
    "float": _float,
    "risk-analysis": _risk_analysis,
    "updating": _updating,
    "baseline": _baseline,
}
