"""When the last work for each recommendation is done: what inspectors ask about one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Approval,
    Plan,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    Status,
    Window,
)
from send_framework.network.risk.results import MilestoneRisk
from tests.network.planning import act, plan_of, stone, window_of
from tests.network.risk.simulating import dice, out, risk_of

pytestmark = pytest.mark.extra

PRIORITY, FOR_IMPROVEMENT = (
    RecommendationKind.PRIORITY_ACTION, RecommendationKind.AREA_FOR_IMPROVEMENT,
)  # fmt: skip
AUTUMN = date(2024, 10, 7)


def asked(name: str, kind: RecommendationKind = PRIORITY, *parts: str) -> Recommendation:
    """Return a recommendation, with parts if they are named."""
    inner = [RecommendationPart(id=each, text=f"Part {each}") for each in parts]
    return Recommendation(id=name, text=f"Do {name}", kind=kind, parts=inner)


def found(plan: Plan, target: Window | None = None, samples: int = 200) -> list[MilestoneRisk]:
    """Return what a simulation says of each recommendation."""
    return list(risk_of(plan, target=target, samples=samples).recommendations)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30)), min_size=1, max_size=4))
def test_it_is_done_when_a_milestone_behind_all_its_work_is(lengths: list[tuple[int, int]]) -> None:
    """The same days in the same samples, whatever order the work has among itself."""
    work = [act(f"A{n}", low + 1, answers="PA1") for n, (low, _) in enumerate(lengths)]
    plan = plan_of(
        *work,
        act("B", 90),
        stone("M", *(each.id for each in work)),
        recommendations=[asked("PA1")],
        uncertainties=[
            out(f"A{n}", dice(low + 1, low + more)) for n, (low, more) in enumerate(lengths)
        ],
    )
    answer = risk_of(plan, samples=50)
    [milestone], [one] = answer.milestones, answer.recommendations
    assert (one.id, one.title, one.missing) == ("PA1", "Do PA1", ())
    assert one.finish == milestone.finish


def test_work_for_a_part_is_work_for_the_whole() -> None:
    """PA1(a) takes 5 days, PA1(b) 10: the whole is done when the longer of them is."""
    plan = plan_of(
        act("A", 5, answers="PA1(a)"),
        act("B", 10, answers="PA1(b)"),
        recommendations=[asked("PA1", PRIORITY, "PA1(a)", "PA1(b)")],
    )
    [one] = found(plan)
    assert {one.finish.p10, one.finish.p90, one.finish.scheduled} == {date(2024, 6, 14)}


def test_what_no_sample_dates_is_named() -> None:
    """One part has no work and one action no date: the days are those of the rest."""
    plan = plan_of(
        act("A", 5, answers="PA1(a)"),
        act("U", answers="PA1(a)"),
        recommendations=[asked("PA1", PRIORITY, "PA1(a)", "PA1(b)"), asked("PA2")],
    )
    [one] = found(plan, window_of(AUTUMN))
    assert (one.id, one.missing) == ("PA1", ("U", "PA1(b)"))
    assert one.finish.p50 == date(2024, 6, 7)


def test_a_monitoring_inspection_asks_for_the_priority_actions_only() -> None:
    """A stands before the work for PA1 and answers an area for improvement: that is for later."""
    plan = plan_of(
        act("A", 5, answers="AFI1"),
        act("B", 5, "A", answers="PA1"),
        recommendations=[asked("PA1"), asked("AFI1", FOR_IMPROVEMENT)],
    )
    monitoring = window_of(AUTUMN, scope="monitoring")
    assert [each.id for each in found(plan, monitoring)] == ["PA1"]
    assert [each.id for each in found(plan, window_of(AUTUMN))] == ["PA1", "AFI1"]


def test_cancelled_work_is_none() -> None:
    """Nothing is left to be done for PA1, and nothing is said of when."""
    gone = act("A", 5, answers="PA1", status=Status.CANCELLED)
    assert found(plan_of(gone, act("B", 5), recommendations=[asked("PA1")])) == []


def test_what_a_refused_approval_stops_is_never_done() -> None:
    """Whatever PA1 waits for counts, and PA2 waits for none of it."""
    plan = plan_of(
        act("A", 5), act("B", 5, "A", answers="PA1"), act("C", 5, answers="PA2"),
        recommendations=[asked("PA1"), asked("PA2")],
        approvals=[Approval(of="A", probability=0.5)],
    )  # fmt: skip
    answer = risk_of(plan, samples=400)
    stopped, free = answer.recommendations
    assert stopped.finish.never == answer.finish.never > 0.4
    assert (free.finish.never, free.finish.p90) == (0, date(2024, 6, 7))


def test_blocks_add_up() -> None:
    """Many samples are drawn in several blocks; every one of them is counted once."""
    plan = plan_of(
        act("A", 5, answers="PA1"), recommendations=[asked("PA1")],
        uncertainties=[out("A", dice(1, 10))],
    )  # fmt: skip
    answer = risk_of(plan, samples=20_000)
    assert answer.blocks > 1
    assert answer.recommendations[0].finish == answer.finish
