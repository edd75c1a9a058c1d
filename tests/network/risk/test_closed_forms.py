"""Simulations against sums that can be done by hand.

Seeds are fixed, so nothing here fails by chance. The bounds are five standard errors all the same
(beyond them lie six results in ten million), so that each would hold for nearly any seed.
"""

from datetime import date
from math import sqrt

import pytest

from send_framework import Distribution, Plan, Shape
from send_framework.network.risk.results import RiskResult, Sampling
from send_framework.working_days import ENGLAND
from tests.network.planning import START, act, plan_of, stone, window_of
from tests.network.risk.simulating import dice, of, out, risk_of, uniform

pytestmark = pytest.mark.extra

SAMPLES = 40_000
SURE = 5


def day_after(working_days: int) -> date:
    """Return the first day worked when so many working days from the start are over."""
    return ENGLAND.add(START, working_days)


def last_day(working_days: int) -> date:
    """Return the day at whose close so many working days from the start are over."""
    return ENGLAND.add(START, working_days - 1)


def near(found: float, wanted: float, deviation: float, samples: int = SAMPLES) -> bool:
    """Return whether a mean over samples is as near as five standard errors."""
    return abs(found - wanted) <= SURE * deviation / sqrt(samples)


def near_share(found: float, wanted: float, samples: int = SAMPLES) -> bool:
    """Return the same of a share."""
    return near(found, wanted, sqrt(wanted * (1 - wanted)), samples)


def side_by_side(count: int) -> Plan:
    """Return a plan of equal work side by side, each 10 to 20 days in whole days."""
    names = [f"S{n:02}" for n in range(count)]
    return plan_of(
        *(act(name, 15) for name in names),
        uncertainties=[out(name, dice(10, 20)) for name in names],
    )


def test_one_action_is_done_by_the_middle_in_six_of_eleven_samples() -> None:
    """Ten to twenty days, each as likely: six of the eleven are at most fifteen."""
    answer = risk_of(side_by_side(1), target=window_of(day_after(15)), samples=SAMPLES)
    assert answer.p_ready.earliest is not None
    assert near_share(answer.p_ready.earliest.value, 6 / 11)


def test_two_side_by_side_are_both_done_in_far_fewer() -> None:
    """Merge bias: (6/11) squared, although each alone has its middle at fifteen."""
    answer = risk_of(side_by_side(2), target=window_of(day_after(15)), samples=SAMPLES)
    assert answer.p_ready.earliest is not None
    assert near_share(answer.p_ready.earliest.value, 36 / 121)


def test_against_two_days_as_likely_the_chances_are_averaged() -> None:
    """Inspectors come after day 15 or after day 20: (36/121 + 1) / 2 = 0.649."""
    target = window_of(day_after(15), None, day_after(20))
    days = [day_after(15), day_after(20)]
    answer = risk_of(side_by_side(2), target=target, visits=days, samples=SAMPLES)
    assert answer.p_ready.window is not None
    assert answer.p_ready.latest is not None
    assert answer.p_ready.latest.value == 1
    assert near_share(answer.p_ready.window.value, (36 / 121 + 1) / 2)


def test_the_standard_error_is_that_of_a_share() -> None:
    """The headline says how far chance may have moved it: sqrt(p (1 - p) / n)."""
    answer = risk_of(side_by_side(2), target=window_of(day_after(15)), samples=10_000)
    window = answer.p_ready.window
    assert window is not None
    wanted = sqrt(window.value * (1 - window.value) / 10_000)
    assert answer.standard_error == window.standard_error == pytest.approx(wanted)


def test_each_of_two_equal_actions_leads_in_six_of_eleven_samples() -> None:
    """Each is the longer in 5 of 11, and both tie in 1 of 11: ties count for both."""
    answer = risk_of(side_by_side(2), samples=SAMPLES)
    shares = {path.activities: path.share for path in answer.leading}
    assert near_share(of(answer, "S00").criticality, 6 / 11)
    assert near_share(of(answer, "S01").criticality, 6 / 11)
    assert near_share(shares["S00", "S01"], 1 / 11)
    assert sum(shares.values()) == pytest.approx(1)


def test_the_longest_of_three_comes_later_than_any_of_them() -> None:
    """The mean of the longest of three even draws lies three quarters up their range."""
    names = ("A", "B", "C")
    plan = plan_of(
        *(act(name, 15) for name in names),
        uncertainties=[out(name, uniform(10, 20)) for name in names],
    )
    answer = risk_of(plan, samples=SAMPLES)
    deviation = 10 * sqrt(3 / 80)  # of a beta(3, 1) variable
    assert near(15 + answer.mean_finish, 17.5, deviation)


def chain(count: int, spread: Distribution, days: int) -> RiskResult:
    """Return the simulation of so many equal actions one after another."""
    names = [f"S{n:02}" for n in range(count)]
    work = [act(name, days, *names[n - 1 : n]) for n, name in enumerate(names)]
    plan = plan_of(*work, uncertainties=[out(name, spread) for name in names])
    return risk_of(plan, samples=SAMPLES)


def test_in_a_chain_means_and_variances_add_up() -> None:
    """Twelve even draws of 10 to 20: mean 180, variance 12 x 100/12, nearly normal."""
    answer = chain(12, uniform(10, 20), 15)
    deviation = sqrt(12 * 100 / 12)
    assert near(answer.mean_finish, 0, deviation)
    assert near(answer.deviation, deviation, deviation / sqrt(2))
    assert all(each.criticality == 1 for each in answer.actions)


def test_pert_estimates_have_the_textbook_mean() -> None:
    """(a + 4m + b) / 6; the variance of that beta is (mean - a)(b - mean) / 7."""
    spread = Distribution(shape=Shape.PERT, low=10, likely=15, high=40)
    mean = (10 + 4 * 15 + 40) / 6
    variance = (mean - 10) * (40 - mean) / 7
    answer = chain(6, spread, 15)
    assert near(6 * 15 + answer.mean_finish, 6 * mean, sqrt(6 * variance))
    # The fourth moment of a sum of six is near that of a normal variable: 2 is on the safe side.
    assert near(answer.deviation, sqrt(6 * variance), sqrt(6 * variance / 2) * 2)


def test_triangular_estimates_have_the_mean_of_their_corners() -> None:
    """(a + m + b) / 3, with variance (a² + m² + b² - am - ab - mb) / 18."""
    spread = Distribution(low=10, likely=15, high=40)
    mean = (10 + 15 + 40) / 3
    variance = (10**2 + 15**2 + 40**2 - 10 * 15 - 10 * 40 - 15 * 40) / 18
    action = of(chain(1, spread, 15), "S00")
    assert near(action.mean_duration, mean, sqrt(variance))
    assert near(action.deviation, sqrt(variance), sqrt(variance))


def test_equal_shares_of_a_sum_correlate_by_the_root_of_their_share() -> None:
    """Four equal normal-like parts: each explains a quarter, so its correlation is near 1/2."""
    answer = chain(4, Distribution(shape=Shape.PERT, low=0, likely=10, high=20), 10)
    for each in answer.actions:
        # A rank correlation is the linear one moved by less than 0.02 for variables this normal.
        assert each.cruciality == pytest.approx(0.5, abs=0.02 + SURE / sqrt(SAMPLES))
        assert each.sensitivity == pytest.approx(0.5, abs=SURE / sqrt(SAMPLES))


def test_a_milestone_comes_with_the_last_that_it_waits_for() -> None:
    """Both are done within k days in ((k - 9) / 11)² of all cases: 0.13, 0.53, 0.83 and 1."""
    plan = plan_of(
        act("A", 15), act("B", 15), stone("M", "A", "B"), act("C", 5, "M"),
        uncertainties=[out("A", dice(10, 20)), out("B", dice(10, 20))],
    )  # fmt: skip
    [reached] = risk_of(plan, samples=SAMPLES).milestones
    assert reached.id == "M"
    assert (reached.finish.p10, reached.finish.p50) == (last_day(13), last_day(17))
    assert (reached.finish.p80, reached.finish.p90) == (last_day(19), last_day(20))
    assert reached.finish.scheduled == last_day(15)


def test_a_latin_hypercube_finds_the_mean_much_sooner() -> None:
    """Each input is spread evenly over its range, so their sum hardly varies between blocks."""
    plain = side_by_side(1)
    random = risk_of(plain, samples=1_000)
    even = risk_of(plain, samples=1_000, sampling=Sampling.LATIN_HYPERCUBE)
    assert abs(even.mean_finish) < 0.01 + 10 / 1_000
    assert even.standard_error < random.standard_error / 10
    assert even.blocks == 10
