"""The cheapest days to take off, against every other choice of days."""

from collections.abc import Mapping
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Action, Constraint, ConstraintKind, Milestone, Plan
from send_framework.errors import NetworkError
from send_framework.network.changes import shortening
from send_framework.network.changes.applying import apply
from send_framework.network.changes.shortening import shorten
from send_framework.network.changes.slip_impact import can_move, solved_for
from send_framework.network.kinds import ActivityKind, Basis
from tests.network.changes.scenario_cases import case, step
from tests.network.changes.version_drawing import dated_plans, last_number
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone, window_of

MOVING = st.sampled_from([Basis.NETWORK, Basis.FORECAST])


def gained(plan: Plan, days: Mapping[str, int], basis: Basis) -> int:
    """Return what shortening the plan itself regains: the definition."""
    steps = [step("shorten", name, days=n) for name, n in days.items() if n]
    then = apply(plan, case(*steps), basis=basis) if steps else plan
    return last_number(plan, basis) - last_number(then, basis)


def shortable(plan: Plan, basis: Basis) -> list[tuple[str, int]]:
    """Return the open actions with their lengths, or with what is left of them."""
    solved = solved_for(plan, target=None, on=None, basis=basis, settings=None)
    length = solved.result.days.network.duration
    return [
        (each.id, length[n])
        for n, each in enumerate(solved.placed)
        if each.kind is ActivityKind.ACTION and can_move(solved, n) and length[n]
    ]


@st.composite
def priced(
    draw: st.DrawFn, *, most: int = 5
) -> tuple[Plan, dict[str, float], dict[str, int], Basis]:
    """Draw a plan, what a day of some of its actions costs, and how many each may lose."""
    plan, basis = draw(dated_plans(most=most)), draw(MOVING)
    names = shortable(plan, basis)[:3]
    costs = {name: float(draw(st.integers(0, 5))) for name, _ in names}
    limits = {name: min(draw(st.integers(0, 3)), length) for name, length in names}
    return plan, costs, limits, basis


@given(drawn=priced(), wanted=st.integers(1, 4))
def test_no_other_choice_of_days_is_cheaper(
    drawn: tuple[Plan, dict[str, float], dict[str, int], Basis], wanted: int
) -> None:
    """Every choice is tried on the plan itself; where none regains all, most days count first."""
    plan, costs, limits, basis = drawn
    if not costs:
        return
    found = shorten(plan, wanted, costs, limits, basis=basis)
    choices = (
        dict(zip(limits, days, strict=True))
        for days in product(*(range(most + 1) for most in limits.values()))
    )
    tried = [
        (min(gained(plan, days, basis), wanted), sum(n * costs[name] for name, n in days.items()))
        for days in choices
    ]
    most = max(0, *(regained for regained, _ in tried))
    cheapest = min(cost for regained, cost in tried if regained >= most)
    assert min(found.regained, wanted) == most
    assert (found.cost, found.bound, found.is_optimal) == (cheapest, cheapest, True)


@given(drawn=priced(), wanted=st.integers(1, 4))
def test_the_answer_does_in_the_plan_what_it_says(
    drawn: tuple[Plan, dict[str, float], dict[str, int], Basis], wanted: int
) -> None:
    """Its days are within the limits, cost what they cost and regain what they regain."""
    plan, costs, limits, basis = drawn
    if not costs:
        return
    found = shorten(plan, wanted, costs, limits, basis=basis)
    days = dict(found.days)
    assert all(0 < n <= limits[name] for name, n in days.items())
    assert found.cost == sum(n * costs[name] for name, n in days.items())
    assert found.regained == gained(plan, days, basis)


@given(drawn=priced(), wanted=st.integers(1, 4), work=st.sampled_from([1, 10, 40]))
def test_without_time_to_try_all_the_bound_is_honest(
    drawn: tuple[Plan, dict[str, float], dict[str, int], Basis], wanted: int, work: int
) -> None:
    """What is found costs no less than the bound, and the best no less either."""
    plan, costs, limits, basis = drawn
    if not costs:
        return
    best = shorten(plan, wanted, costs, limits, basis=basis)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shortening, "MOST_WORK", work)
        quick = shorten(plan, wanted, costs, limits, basis=basis)
    assert quick.bound <= quick.cost
    if quick.regained >= best.regained or quick.regained >= wanted:
        assert quick.bound <= best.cost <= quick.cost
    if quick.is_optimal and min(quick.regained, wanted) == min(best.regained, wanted):
        assert quick.cost == best.cost


def test_a_chain_beside_has_to_be_shortened_too() -> None:
    """5 days off the end of a fork: B alone gives 3, then C has to go along."""
    plan = plan_of(
        act("A", 20), act("B", 30, "A"), act("C", 27, "A"), act("D", 10, "B", "C"),
        data_date=FRIDAY_BEFORE,
    )  # fmt: skip
    found = shorten(plan, 5, {"A": 10, "B": 3, "C": 4})
    assert (found.days, found.cost, found.regained) == ((("B", 5), ("C", 2)), 23.0, 5)
    cheap = shorten(plan, 5, {"A": 4, "B": 3, "C": 4})
    assert (cheap.days, cheap.cost) == ((("A", 2), ("B", 3)), 17.0)
    assert cheap.method == "Branch and bound over the driving chains: no cheaper way exists."


def test_what_cannot_be_regained_is_said() -> None:
    """B can lose 4 days, and beyond those C drives; what decides nothing regains nothing."""
    plan = plan_of(act("A", 20), act("B", 30), act("C", 26), data_date=FRIDAY_BEFORE)
    found = shorten(plan, 10, {"B": 1})
    assert (found.days, found.regained, found.is_optimal) == ((("B", 4),), 4, True)
    assert found.method.startswith("No way was found to regain 10 working days. Branch")
    none = shorten(plan, 10, {"A": 1})
    assert (none.days, none.cost, none.regained, none.bound) == ((), 0.0, 0, 0.0)
    assert none.method.startswith("No way was found to regain any")


def test_an_action_keeps_a_day_unless_a_limit_allows_otherwise() -> None:
    """3 days long: 2 may go, or all of them."""
    plan = plan_of(act("A", 3), data_date=FRIDAY_BEFORE)
    assert shorten(plan, 3, {"A": 1}).regained == 2
    assert shorten(plan, 3, {"A": 1}, {"A": 9}).days == (("A", 3),)


def test_work_held_by_its_finish_may_cost_days_when_it_is_shorter() -> None:
    """B must finish with A: shorter, it begins later, and so does C. Only A helps."""
    plan = plan_of(
        act("A", 20), act("B", 10, link("A", "FF")), act("C", 15, link("B", "SS")),
        data_date=FRIDAY_BEFORE,
    )  # fmt: skip
    found = shorten(plan, 2, {"A": 5, "B": 1, "C": 9})
    assert (found.days, found.regained) == ((("A", 2),), 2)
    held = Constraint(kind=ConstraintKind.FINISH_NO_EARLIER_THAN, day=date(2024, 6, 28))
    bound = plan_of(act("A", 10, constraints=[held]), stone("M", "A"), data_date=FRIDAY_BEFORE)
    assert shorten(bound, 2, {"A": 1}).regained == 0


def test_very_many_ways_are_not_all_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The greedy answer then stands beside what any answer costs at least."""
    work = [act(f"A{n}", 10) for n in range(6)] + [
        act(f"B{n}", 10, f"A{n}", f"A{(n + 1) % 6}") for n in range(6)
    ]
    plan = plan_of(*work, data_date=FRIDAY_BEFORE)
    costs = {each.id: 3.0 + number % 4 for number, each in enumerate(work)}
    exact = shorten(plan, 2, costs)
    monkeypatch.setattr(shortening, "MOST_WORK", 60)
    found = shorten(plan, 2, costs)
    assert (found.is_optimal, found.regained) == (False, 2)
    assert found.bound <= exact.cost <= found.cost
    assert "too many ways to try them all" in found.method


def test_without_costs_every_open_action_in_scope_may_lose_days() -> None:
    """All alike: the same as a cost of one for each; what the target does not wait for has none."""
    plan = plan_of(
        act("A", 10), act("B", 10, "A"), act("C", 5), stone("M", "B"), act("LATER", 30, "M"),
        act("DONE", 5, actual_start="2024-05-20", actual_finish="2024-05-24"),
        data_date=FRIDAY_BEFORE,
    )  # fmt: skip
    target = window_of(date(2024, 9, 2), scope="M")
    assert shorten(plan, 5, target=target) == shorten(plan, 5, {"A": 1, "B": 1}, target=target)
    assert shorten(plan, 5, limits={"B": 2}, target=target).days == (("A", 3), ("B", 2))


@pytest.mark.parametrize("work", [stone("M", due="2024-07-01"), act("A", 0)])
def test_where_nothing_takes_time_nothing_can_be_regained(work: Action | Milestone) -> None:
    """And nobody is told to give a cost to what is not there."""
    with pytest.raises(NetworkError, match="no open action in scope takes any time"):
        shorten(plan_of(work, data_date=FRIDAY_BEFORE), 5)


@pytest.mark.parametrize(
    ("regain", "costs", "limits", "words"),
    [
        (0, {"A": 1}, {}, "0 days are none: 1 or more are expected"),
        (1, {}, {}, "no action may be shortened: give some a cost"),
        (1, {"A": -1}, {}, "a day of A costs -1, but 0 or more is expected"),
        (1, {"A": float("nan")}, {}, "a day of A costs nan, but 0 or more is expected"),
        (1, {"A": 1}, {"A": -1}, "A may lose -1 days, but 0 or more are expected"),
        (1, {"A": 1}, {"B": 1}, "B has a limit and no cost"),
        (1, {"S1O": 1}, {}, "is called 'S1O'"),
        (1, {"X": 1}, {}, "X has no place in time"),
        (1, {"DONE": 1}, {}, "DONE is no open action"),
        (1, {"M": 1}, {}, "M is no open action"),
        (1, {"M": 1, "X": 1}, {}, "M is no open action; X has no place in time"),
    ],
)
def test_what_makes_no_sense_is_refused_all_at_once(
    regain: int, costs: dict[str, float], limits: dict[str, int], words: str
) -> None:
    """Numbers below 0, unknown and finished work."""
    done = act("DONE", 5, actual_start="2024-05-20", actual_finish="2024-05-24")
    plan = plan_of(act("A", 20), stone("M", "A"), done, act("X"), data_date=FRIDAY_BEFORE)
    with pytest.raises(NetworkError, match="this cannot be shortened as asked") as raised:
        shorten(plan, regain, costs, limits)
    assert words in str(raised.value)


def test_nothing_to_finish_is_nothing_to_regain() -> None:
    """The target asks for what has no dates."""
    plan = plan_of(act("A", 20), act("X"), data_date=FRIDAY_BEFORE)
    target = window_of(date(2024, 9, 9), scope="X")
    with pytest.raises(NetworkError, match="nothing in scope has dates"):
        shorten(plan, 1, {"A": 1}, target=target)


def test_promises_are_not_shortened() -> None:
    """On the basis of what was promised nothing moves."""
    plan = plan_of(act("A", 20), data_date=FRIDAY_BEFORE)
    with pytest.raises(NetworkError, match="nothing moves what was promised"):
        shorten(plan, 1, {"A": 1}, basis=Basis.PROMISED)
