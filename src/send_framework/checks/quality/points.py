"""The fourteen points of a plan: what was counted, held against the thresholds."""

from send_framework.checks.quality.definitions import POINTS, PointDefinition
from send_framework.checks.quality.fact_points import FACT_POINTS
from send_framework.checks.quality.ground import Ground
from send_framework.checks.quality.measured import Measured
from send_framework.checks.quality.network_points import NETWORK_POINTS
from send_framework.checks.quality.results import Bound, QualityPoint
from send_framework.network.lengthening import PathTest


def quality_points(
    ground: Ground, tests: tuple[PathTest, ...], trouble: str
) -> tuple[QualityPoint, ...]:
    """Return the fourteen points of a plan.

    Args:
        ground: The plan, its day and its schedule.
        tests: The critical path test, action by action.
        trouble: Why that test has no answer; else empty.
    """
    counting = NETWORK_POINTS | FACT_POINTS
    measured = {key: count(ground) for key, count in counting.items()}
    measured["critical-path-test"] = _path_test(tests, trouble)
    return tuple(_point(each, measured[each.key]) for each in POINTS)


def _point(which: PointDefinition, found: Measured) -> QualityPoint:
    share = found.count / found.of if found.of else None
    return QualityPoint(
        number=which.number,
        key=which.key,
        name=which.name,
        counts=which.counts,
        count=None if share is None else found.count,
        of=None if share is None else found.of,
        share=share,
        bound=which.bound,
        threshold=which.threshold,
        within=None if share is None else _keeps(which, share),
        reason=found.nothing if share is None else "",
        activities=found.activities,
        links=found.links,
        unanswered=found.unanswered,
        note=which.note,
    )


def _keeps(which: PointDefinition, share: float) -> bool:
    if which.bound is Bound.AT_LEAST:
        return share >= which.threshold
    return share <= which.threshold


def _path_test(tests: tuple[PathTest, ...], trouble: str) -> Measured:
    broken = tuple(each.id for each in tests if not each.holds)
    nothing = trouble or "no unfinished action lies on the critical path"
    return Measured(count=len(broken), of=len(tests), activities=broken, nothing=nothing)
