"""A spread in the plan follows the length that a scenario changes."""
# ruff: noqa: ANN401 - fields go on to the class that checks them

from datetime import date
from typing import Any

import pytest

from send_framework import Distribution, Plan, Shape, Uncertain, Uncertainty
from send_framework.errors import ScenarioError
from send_framework.model.distribution import LARGEST
from send_framework.network.changes.applying import apply
from send_framework.network.changes.scenario import Step
from tests.network.changes.scenario_cases import case, step
from tests.network.planning import FRIDAY_BEFORE, act, plan_of

SPREAD = Distribution(low=10, likely=20, high=40)


def spreads(*steps: Step, spread: Distribution = SPREAD, **fields: Any) -> tuple[str, ...]:
    """Return the spreads of A's length, 20 days, and of B's once the steps are applied."""
    given = [Uncertainty(of=name, spread=spread) for name in ("A", "B")]
    length = fields.pop("duration", 20)
    plan = plan_of(
        act("A", length, **fields), act("B", 20), data_date=FRIDAY_BEFORE, uncertainties=given
    )
    return tuple(each.spread.words for each in apply(plan, case(*steps)).uncertainties)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (step("shorten", "A", days=10), "triangular 5, 10, 20"),
        (step("shorten", "A", to=5), "triangular 2.5, 5, 10"),
        (step("set-duration", "A", days=40), "triangular 20, 40, 80"),
        (step("set-duration", "A", days=20), "triangular 10, 20, 40"),
        (step("slip", "A", days=10), "triangular 10, 20, 40"),
    ],
)
def test_what_takes_half_is_out_by_half(change: Step, words: str) -> None:
    """A's spread follows its length, B's stays; what comes later takes no longer."""
    assert spreads(change) == (words, "triangular 10, 20, 40")


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (Distribution(p10=10, p50=20, p90=32), "triangular P10 5, P50 10, P90 16"),
        (Distribution(shape=Shape.LOGNORMAL, p10=10, p90=40), "lognormal P10 5, P90 20"),
        (Distribution(shape=Shape.EMPIRICAL, values=[10, 30]), "empirical 5, 15"),
        (
            Distribution(shape=Shape.DISCRETE, values=[10, 30], probabilities=[0.5, 0.5]),
            "discrete 5 (0.5), 15 (0.5)",
        ),
    ],
)
def test_every_family_can_be_scaled(spread: Distribution, words: str) -> None:
    """Ends, percentiles, values seen: all of them are days; probabilities are none."""
    assert spreads(step("set-duration", "A", days=10), spread=spread)[0] == words


def test_a_spread_around_nothing_says_nothing() -> None:
    """What takes no time any more has no spread, and what took none had none in proportion."""
    assert spreads(step("set-duration", "A", days=0)) == ("triangular 10, 20, 40",)
    assert len(spreads(step("set-duration", "A", days=5), duration=0)) == 1


def test_of_begun_work_what_is_left_counts() -> None:
    """Ten days are left and five are taken off: half. A length that changes nothing left, none."""
    begun: dict[str, Any] = {"actual_start": "2024-05-20", "remaining": 10}
    assert spreads(step("shorten", "A", days=5), **begun)[0] == "triangular 5, 10, 20"
    assert spreads(step("set-duration", "A", days=40), **begun)[0] == "triangular 10, 20, 40"


def test_other_spreads_of_the_work_stay() -> None:
    """When it may begin later has nothing to do with how long it takes."""
    late = Uncertainty(of="A", spread=SPREAD, what=Uncertain.START)
    plan: Plan = plan_of(act("A", 20), data_date=FRIDAY_BEFORE, uncertainties=[late])
    assert apply(plan, case(step("shorten", "A", days=10))).uncertainties == (late,)
    both = plan_of(
        act("A", 20),
        data_date=date(2024, 5, 31),
        uncertainties=[late, Uncertainty(of="A", spread=SPREAD)],
    )
    kept, scaled = apply(both, case(step("shorten", "A", days=10))).uncertainties
    assert (kept, scaled.spread.low) == (late, 5)


def test_a_spread_that_no_plan_has_room_for_is_refused() -> None:
    """With the step that would make it."""
    wide = Distribution(low=1, likely=2, high=LARGEST)
    with pytest.raises(ScenarioError, match=r"case, step 1 \(set-duration\): .*either way"):
        spreads(step("set-duration", "A", days=40), spread=wide)
