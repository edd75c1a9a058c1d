"""What a slip costs: nothing up to the float, then every day."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import NeededBy, Plan
from send_framework.errors import NetworkError, UnknownActivityError
from send_framework.network.changes.applying import apply
from send_framework.network.changes.slip_impact import slip_impacts
from send_framework.network.kinds import Basis
from tests.network.changes.scenario_cases import case, step
from tests.network.changes.version_drawing import SUMMER, dated_plans, last_number
from tests.network.planning import FRIDAY_BEFORE, THREE_ENDS, act, plan_of

MOVING = st.sampled_from([Basis.NETWORK, Basis.FORECAST])
SLIPS = (1, 5, 20, 60)


@given(plan=dated_plans(calendars=False), basis=MOVING)
def test_with_one_calendar_a_slip_costs_what_its_float_does_not_take_up(
    plan: Plan, basis: Basis
) -> None:
    """The closed form: the slip less the float, and never less than nothing."""
    for each in slip_impacts(plan, slips=SLIPS, basis=basis):
        assert each.total_float is not None
        room = max(each.total_float, 0)
        assert each.lost == tuple((by, max(0, by - room)) for by in SLIPS)


@given(plan=dated_plans(), basis=MOVING, by=st.integers(1, 40))
def test_a_slip_costs_what_the_slipped_plan_finishes_later(
    plan: Plan, basis: Basis, by: int
) -> None:
    """With any calendars, the plan is changed and computed again: the other way to the answer."""
    before = last_number(plan, basis)
    for each in slip_impacts(plan, slips=[by], basis=basis):
        later = apply(plan, case(step("slip", each.id, days=by)), basis=basis)
        assert each.lost == ((by, last_number(later, basis) - before),)


def test_the_most_costly_comes_first() -> None:
    """By the longest slip, then by the least float."""
    plan = plan_of(
        act("C", 15), act("A", 20), act("B", 30, "A"), act("D", 40), data_date=FRIDAY_BEFORE
    )
    found = slip_impacts(plan)
    assert [(each.id, each.total_float) for each in found] == [
        ("A", 0), ("B", 0), ("D", 10), ("C", 35),
    ]  # fmt: skip
    assert found[2].lost == ((1, 0), (5, 0), (20, 10))
    assert [each.id for each in slip_impacts(plan, slips=[])] == ["A", "B", "D", "C"]


def test_a_slip_into_another_calendars_closure_costs_more_than_itself() -> None:
    """One day later and the school term is over: six weeks are lost."""
    plan = plan_of(
        act("A", 33), act("T", 2, "A", calendar="term"), calendars=[SUMMER],
        data_date=FRIDAY_BEFORE,
    )  # fmt: skip
    [first, _] = slip_impacts(plan, slips=[1])
    assert (first.id, first.lost) == ("A", ((1, 32),))


def test_only_what_the_target_asks_for_costs_anything() -> None:
    """B is needed by nobody, so it is not listed; asked about, it costs nothing."""
    plan = plan_of(act("A", 20), act("B", 30, needed_by=NeededBy.NONE), data_date=FRIDAY_BEFORE)
    assert [each.id for each in slip_impacts(plan, target=THREE_ENDS)] == ["A"]
    [other] = slip_impacts(plan, target=THREE_ENDS, activities=["B"])
    assert (other.total_float, other.lost) == (None, ((1, 0), (5, 0), (20, 0)))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"slips": [5, 0]}, "a slip of 0 is none"),
        ({"basis": Basis.PROMISED}, "nothing moves what was promised"),
        ({"activities": ["DONE"]}, "DONE is done, ongoing or cancelled: it cannot slip"),
        ({"activities": ["X"]}, "X has no place in time: it cannot slip"),
    ],
)
def test_what_cannot_slip_is_refused(question: dict[str, Any], words: str) -> None:
    """With the reason."""
    done = act("DONE", 5, actual_start="2024-05-20", actual_finish="2024-05-24")
    plan = plan_of(act("A", 20), done, act("X"), data_date=FRIDAY_BEFORE)
    with pytest.raises(NetworkError, match=words):
        slip_impacts(plan, **question)


def test_an_unknown_activity_is_named_with_a_near_one() -> None:
    """S1O is no S10."""
    plan = plan_of(act("S10", 20), data_date=date(2024, 5, 31))
    with pytest.raises(UnknownActivityError, match="Did you mean 'S10'"):
        slip_impacts(plan, activities=["S1O"])
