"""What is asked of each sample beside the whole: milestones, and the work for recommendations."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from send_framework.model.plan import Plan
from send_framework.model.recommendation import Recommendation
from send_framework.network.engine.passes import with_predecessors
from send_framework.network.kinds import ActivityKind
from send_framework.network.readiness import missing_work
from send_framework.network.risk.inputs import RiskInputs
from send_framework.network.risk.reading import Reading, reading_of
from send_framework.network.solving import Solved
from send_framework.network.target import MONITORING, PRIORITY_KINDS


@frozen(kw_only=True)
class Reached:
    """A milestone in scope, or what a recommendation asks for.

    Attributes:
        of: The milestone's id, or the recommendation's.
        title: Its title, or what it asks for.
        asked: Whether it is a recommendation.
        numbers: The milestone's number, or those of the work for the recommendation.
        reading: How the last finish of these is read.
        approvals: Numbers of what they wait for, themselves included: without their approval it
            is never reached.
        missing: Ids of what belongs to it and no sample dates.
    """

    of: str
    title: str
    asked: bool
    numbers: tuple[int, ...]
    reading: Reading
    approvals: frozenset[int]
    missing: tuple[str, ...]


def all_reached(
    solved: Solved, subjects: Sequence[int], unit: int, inputs: RiskInputs
) -> Iterator[Reached]:
    """Yield the milestones in plan order, then the recommendations that have work in scope.

    A monitoring inspection asks for the priority actions only.

    Args:
        solved: The single schedule.
        subjects: Numbers of what is asked about.
        unit: Units in a working day.
        inputs: Everything uncertain.
    """
    for of, title, asked, numbers, missing in (
        *_milestones(solved, subjects), *_recommendations(solved, subjects)
    ):  # fmt: skip
        yield Reached(
            of=of,
            title=title,
            asked=asked,
            numbers=numbers,
            reading=reading_of(solved, numbers, unit, inputs),
            approvals=with_predecessors(solved.network, numbers),
            missing=missing,
        )


_Named = tuple[str, str, bool, tuple[int, ...], tuple[str, ...]]


def _milestones(solved: Solved, subjects: Sequence[int]) -> Iterator[_Named]:
    for i in sorted(subjects):
        entry = solved.placed[i]
        if entry.kind is ActivityKind.MILESTONE:
            yield entry.id, entry.title, False, (i,), ()


def _recommendations(solved: Solved, subjects: Sequence[int]) -> Iterator[_Named]:
    target, alive = solved.yardstick.target, frozenset(subjects)
    missing = missing_work(solved.plan, solved.unscheduled, target)
    only_priority = target is not None and target.scope == MONITORING
    for each in solved.plan.recommendations:
        if only_priority and each.kind not in PRIORITY_KINDS:
            continue
        asked, work = _work_for(solved.plan, each)
        found = (solved.numbers[name] for name in work if name in solved.numbers)
        numbers = tuple(sorted(alive.intersection(found)))
        if numbers:
            wanted = asked | work
            yield each.id, each.text, True, numbers, tuple(m for m in missing if m in wanted)


def _work_for(plan: Plan, each: Recommendation) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of a recommendation and its parts, and those of the work that answers them."""
    asked = frozenset((each.id, *(part.id for part in each.parts)))
    return asked, frozenset(work.id for work in plan.work() if not asked.isdisjoint(work.answers))
