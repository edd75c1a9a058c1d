"""What if, and how sure is it: every scenario is simulated with the luck of all others."""

from datetime import date

import pytest

from send_framework import Distribution, Shape, Uncertainty
from send_framework.errors import ModelError
from send_framework.network.changes.applying import apply, moved_window
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.scenario import Scenario
from send_framework.network.risk.headline import Headline
from send_framework.network.risk.simulation import simulate
from tests.network.changes.scenario_cases import step
from tests.network.planning import FRIDAY_BEFORE, act, plan_of, window_of

pytestmark = pytest.mark.extra

SPREAD = Distribution(shape=Shape.UNIFORM, low=10, high=40)
PLAN = plan_of(
    act("A", 20), act("B", 30, "A"), act("C", 15),
    data_date=FRIDAY_BEFORE, uncertainties=[Uncertainty(of="A", spread=SPREAD)],
)  # fmt: skip
WINDOW = window_of(date(2024, 8, 5), None, date(2024, 9, 2))
LATE = Scenario(id="late", steps=[step("slip", "A", days=10)])
SOON = Scenario(id="soon", steps=[step("move-window", days=-14)])
BESIDE = Scenario(id="beside", steps=[step("set-duration", "C", days=16)])


def chance(risk: Headline | None) -> float:
    """Return the chance over the window."""
    assert risk is not None
    assert risk.p_ready.window is not None
    return risk.p_ready.window.value


def test_without_samples_nothing_is_simulated() -> None:
    """It costs seconds, so it is asked for."""
    [late] = what_if(PLAN, [LATE], target=WINDOW)
    assert (late.base_risk, late.new_risk) == (None, None)


def test_each_scenario_says_what_a_simulation_of_the_changed_plan_says() -> None:
    """To the last bit: the chances, the days, and how much is assumed."""
    found = what_if(PLAN, [LATE, SOON], target=WINDOW, samples=300, seed=5)
    for each in found:
        for risk, plan, window in (
            (each.base_risk, PLAN, WINDOW),
            (each.new_risk, apply(PLAN, each.scenario), moved_window(WINDOW, each.scenario)),
        ):
            whole = simulate(plan, target=window, samples=300, seed=5, ranking=False)
            assert risk == Headline(
                p_ready=whole.p_ready, finish=whole.finish, assumed_share=whole.assumed_share
            )


def test_all_have_the_same_luck() -> None:
    """Work that never leads changes nothing, not even by chance; what is late is late in all."""
    late, soon, beside = what_if(PLAN, [LATE, SOON, BESIDE], target=WINDOW, samples=300)
    assert chance(beside.new_risk) == chance(beside.base_risk) == chance(late.base_risk)
    assert chance(late.new_risk) < chance(late.base_risk)
    assert chance(soon.new_risk) < chance(soon.base_risk)


def test_what_cannot_be_drawn_is_refused_before_anything_is_computed() -> None:
    """One sample is none, and the plan is not even looked at."""
    with pytest.raises(ModelError, match="a whole number from 2 to 10,000,000 is expected"):
        what_if(PLAN, [Scenario(id="x", steps=[step("remove", "Z")])], samples=1)
