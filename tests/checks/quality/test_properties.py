"""What holds for every plan, whatever is in it."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Action, Dependency, DependencyType, Plan
from send_framework.checks.quality import Bound, quality
from send_framework.errors import CalendarError
from tests.network import random_plans
from tests.strategies import plans

FS = DependencyType.FINISH_TO_START


@given(plan=plans())
def test_every_plan_has_an_answer(plan: Plan) -> None:
    """No plan that loads is beyond an answer, unless its dates leave the known years."""
    try:
        answer = quality(plan, on=date(2024, 6, 7))
    except CalendarError:
        return
    known = {each.id for each in plan.activities()}
    for point in answer.points:
        assert (point.within is None) == bool(point.reason)
        assert {*point.activities, *point.unanswered} <= known
        if point.share is not None and point.number not in (13, 14):
            assert 0 <= point.share <= 1
    for count in answer.logic:
        assert {end for link in count.links for end in (link.predecessor, link.successor)} <= known


@given(plan=plans())
def test_within_is_the_comparison_and_nothing_else(plan: Plan) -> None:
    """The share against the threshold, on the side that the bound says."""
    try:
        answer = quality(plan, on=date(2024, 6, 7))
    except CalendarError:
        return
    for point in answer.points:
        if point.share is not None:
            below = point.share <= point.threshold
            above = point.share >= point.threshold
            assert point.within is (above if point.bound is Bound.AT_LEAST else below)


@given(plan=random_plans.plans(loops=True))
def test_links_are_counted_as_anybody_would(plan: Plan) -> None:
    """In a plan of bare work and links every link and every loose end can be seen."""
    answer = quality(plan, on=date(2024, 6, 7))
    links = [(work.id, link) for work in plan.work() for link in work.after]
    assert answer.links == len(links)
    waited = {link.id for _, link in links}
    loose = [each.id for each in plan.actions if not each.after or each.id not in waited]
    assert list(answer.point(1).activities) == loose
    if not links:
        return
    assert answer.point(2).count == sum(link.lag < 0 for _, link in links)
    assert answer.point(3).count == sum(link.lag > 0 for _, link in links)
    assert answer.point(4).count == sum(link.type is FS for _, link in links)


@given(
    plan=random_plans.plans(types=st.just(FS), lags=st.just(0)),
    lengths=st.lists(st.integers(1, 60), min_size=7, max_size=7),
)
def test_a_path_of_plain_links_always_passes_the_test(plan: Plan, lengths: list[int]) -> None:
    """Finish-to-start without dates: what lies on the critical path moves the end in full."""
    actions = [
        evolve(each, duration=days) for each, days in zip(plan.actions, lengths, strict=False)
    ]
    timed = evolve(plan, actions=actions, start=date(2024, 6, 3))
    tests = quality(timed, on=date(2024, 5, 31)).path_tests
    assert all(each.holds for each in tests)


@pytest.mark.parametrize("number", range(2, 6))
def test_a_path_through_starts_fails_the_test_but_for_its_end(number: int) -> None:
    """Work that begins together, each a day longer than the one before: only the last is tied."""
    link = DependencyType.START_TO_START
    row = [
        Action(
            id=f"S{n}",
            title="Work",
            duration=5 + n,
            after=[Dependency(id=f"S{n - 1}", type=link)] if n else [],
        )
        for n in range(number)
    ]
    plan = Plan(title="A plan", start=date(2024, 6, 3), actions=row)
    tests = quality(plan, on=date(2024, 5, 31)).path_tests
    # The last is number - 1 - n days longer than the n-th: so much of the delay is hidden.
    assert [each.moved for each in tests] == [600 - (number - 1 - n) for n in range(number)]
