"""Short ways to write plans with spreads, and to look at the samples of a simulation."""
# ruff: noqa: ANN401 - fields are handed on to the functions that check them

from collections.abc import Mapping
from typing import Any

from send_framework import Distribution, Plan, Shape, Uncertain, Uncertainty
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis
from send_framework.network.risk.block import Block
from send_framework.network.risk.defaults import NO_DEFAULTS, Defaults
from send_framework.network.risk.inputs import risk_inputs
from send_framework.network.risk.results import ActionRisk, RiskResult, Sampling
from send_framework.network.risk.simulation import simulate
from send_framework.network.risk.target_days import target_days
from send_framework.network.risk.trial import trial_of
from send_framework.network.schedule import solve_plan
from send_framework.network.target import Yardstick
from tests.network.planning import FRIDAY_BEFORE


def uniform(low: float, high: float) -> Distribution:
    """Return a spread in which every value is as likely."""
    return Distribution(shape=Shape.UNIFORM, low=low, high=high)


def always(days: float) -> Distribution:
    """Return a spread of one value."""
    return one_of({days: 1.0})


def one_of(shares: Mapping[float, float]) -> Distribution:
    """Return a spread of some values, each with its probability."""
    values, probabilities = tuple(shares), tuple(shares.values())
    return Distribution(shape=Shape.DISCRETE, values=values, probabilities=probabilities)


def dice(low: int, high: int) -> Distribution:
    """Return a spread of whole numbers, each as likely."""
    count = high - low + 1
    return one_of({float(days): 1 / count for days in range(low, high + 1)})


def out(of: str, spread: Distribution, what: str = "duration", **fields: Any) -> Uncertainty:
    """Return how far a number of an activity may be out."""
    return Uncertainty(of=of, spread=spread, what=Uncertain(what), **fields)


def risk_of(plan: Plan, **asked: Any) -> RiskResult:
    """Simulate a plan with what it says alone, from the Friday before its Monday."""
    asked.setdefault("on", FRIDAY_BEFORE)
    asked.setdefault("basis", Basis.NETWORK)
    asked.setdefault("defaults", NO_DEFAULTS)
    return simulate(plan, **asked)


def block_of(
    plan: Plan, size: int, *, basis: Basis = Basis.NETWORK, defaults: Defaults = NO_DEFAULTS
) -> Block:
    """Return the first block of samples, to look at one by one."""
    yardstick = Yardstick(target=None, on=FRIDAY_BEFORE, calendar=plan.working_calendar())
    solved = solve_plan(plan, yardstick, basis, Settings())
    trial = trial_of(
        solved,
        risk_inputs(solved, defaults=defaults),
        target_days(yardstick, ()),
        seed=1,
        sampling=Sampling.RANDOM,
    )
    return Block(trial=trial, number=0, size=size)


def of(result: RiskResult, name: str) -> ActionRisk:
    """Return what one activity contributes."""
    [found] = [each for each in result.actions if each.id == name]
    return found
