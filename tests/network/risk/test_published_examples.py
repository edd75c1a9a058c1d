"""Examples that others published, with their numbers: PERT by hand, and a simulated schedule.

Statistical assertions allow five standard errors; of means of so many samples one in 1.7 million
lies further out. With their seeds they give the same answer always.
"""

import random
from itertools import pairwise
from math import erf, sqrt
from statistics import fmean, stdev

import pytest

from send_framework import Distribution, Shape
from send_framework.network.engine.compiled import compile_network
from send_framework.network.engine.passes import passes
from send_framework.network.risk.distributions import quantile_table
from tests.network.planning import FRIDAY_BEFORE, act, plan_of
from tests.network.risk.simulating import out, risk_of

pytestmark = pytest.mark.extra

# An exercise of Heizer and Render's operations textbooks with a solution published by a tutor
# (wizedu.com, question 717873): optimistic, likely, pessimistic days, predecessors, printed mean.
EXERCISE = {
    "A": (5, 5, 7, "", 5.33), "B": (1, 2, 5, "", 2.33), "C": (5, 5, 5, "A", 5.00),
    "D": (4, 8, 13, "A", 8.17), "E": (1, 10, 17, "BC", 9.67), "F": (1, 5, 7, "D", 4.67),
    "G": (2, 6, 9, "D", 5.83), "H": (4, 4, 6, "EF", 4.33), "I": (2, 7, 10, "GH", 6.67),
    "J": (2, 4, 7, "I", 4.17), "K": (6, 10, 13, "I", 9.83), "L": (2, 6, 6, "J", 5.33),
    "M": (2, 2, 3, "K", 2.17), "N": (7, 7, 12, "LM", 7.83),
}  # fmt: skip
# As printed there: early start, early finish, late start, late finish.
PRINTED = {
    "A": (0.00, 5.33, 0.00, 5.33), "B": (0.00, 2.33, 8.00, 10.33),
    "C": (5.33, 10.33, 5.33, 10.33), "D": (5.33, 13.50, 7.17, 15.33),
    "E": (10.33, 20.00, 10.33, 20.00), "F": (13.50, 18.17, 15.33, 20.00),
}  # fmt: skip
# David Hulett, Advanced Project Schedule Risk Analysis (2001), slide "Original Single-Path
# Schedule": design, build, test in calendar days; the critical path method says 95.
HULETT = ((20, 30, 60), (30, 40, 65), (18, 25, 50))
# Taylor, Introduction to Management Science, a solved PERT example: its critical path 1-3-5-7.
TAYLOR = ((5, 8, 17), (3, 5, 7), (4, 6, 8), (3, 4, 5))


def _pert(low: float, likely: float, high: float) -> Distribution:
    return Distribution(shape=Shape.PERT, low=low, likely=likely, high=high)


def test_the_means_of_a_pert_exercise_are_the_printed_ones() -> None:
    """All fourteen, to the two places that were printed."""
    for name, (low, likely, high, _, mean) in EXERCISE.items():
        assert quantile_table(_pert(low, likely, high)).mean() == pytest.approx(mean, abs=0.006), (
            name
        )


def test_its_early_and_late_days_are_the_printed_ones() -> None:
    """Counted in sixths of a day every mean is whole, and both passes are exact."""
    ids = list(EXERCISE)
    sixths = [low + 4 * likely + high for low, likely, high, _, _ in EXERCISE.values()]
    before = [[ids.index(each) for each in row[3]] for row in EXERCISE.values()]
    found = passes(compile_network(ids, sixths, before))
    assert found.finish / 6 == pytest.approx(50.83, abs=0.005)
    critical = [name for name, days in zip(ids, found.total_float, strict=True) if days == 0]
    assert "".join(critical) == "ACEHIKMN"
    for name, printed in PRINTED.items():
        i = ids.index(name)
        rows = (found.early_start, found.early_finish, found.late_start, found.late_finish)
        assert [(row[i] or 0) / 6 for row in rows] == pytest.approx(printed, abs=0.006)


def test_simulated_it_takes_longer_than_the_sum_of_the_means() -> None:
    """The way through D and F overtakes at times: merge bias, as a plain loop finds."""
    plan = plan_of(
        *(act(name, row[1], *row[3]) for name, row in EXERCISE.items()),
        uncertainties=[out(name, _pert(*row[:3])) for name, row in EXERCISE.items()],
    )
    found = risk_of(plan, seed=5, ranking=False)
    looped = _looped(20_000)
    error = sqrt(found.deviation**2 / 10_000 + stdev(looped) ** 2 / 20_000)
    assert 50 + found.mean_finish == pytest.approx(fmean(looped), abs=5 * error + 0.01)
    assert 50 + found.mean_finish > 50.83 + 5 * error
    assert max(found.leading, key=lambda each: each.share).activities == tuple("ACEHIKMN")


def _looped(count: int) -> list[float]:
    """Return finishes of the exercise by the standard library's beta draws, one by one."""
    rng = random.Random(7)  # noqa: S311 - nothing here is a secret
    found: list[float] = []
    for _ in range(count):
        finish: dict[str, float] = {}
        for name, (low, likely, high, before, _) in EXERCISE.items():
            wide = high - low
            alpha = 1 + 4 * (likely - low) / wide if wide else 1.0
            days = low + wide * rng.betavariate(alpha, 6 - alpha)
            finish[name] = max((finish[each] for each in before), default=0.0) + days
        found.append(finish["N"])
    return found


def _triangle(low: int, likely: int, high: int, step: float) -> list[float]:
    """Return the probability of each step of a triangular distribution, from its lowest value."""

    def below(x: float) -> float:
        if x <= likely:
            return (x - low) ** 2 / ((high - low) * (likely - low))
        return 1 - (high - x) ** 2 / ((high - low) * (high - likely))

    edges = [low + step * k for k in range(round((high - low) / step) + 1)]
    return [below(b) - below(a) for a, b in pairwise(edges)]


def _added(one: list[float], other: list[float]) -> list[float]:
    found = [0.0] * (len(one) + len(other) - 1)
    for i, p in enumerate(one):
        for j, q in enumerate(other):
            found[i + j] += p * q
    return found


def test_the_planned_day_of_three_steps_in_a_row_is_hardly_ever_kept() -> None:
    """Hulett's single path: 95 days are planned; the sum of three triangles says how likely."""
    step = 0.25
    total = [1.0]
    for each in HULETT:
        total = _added(total, _triangle(*each, step))
    least = sum(low for low, _, _ in HULETT)
    # A step stands for its middle, so three of them for one and a half steps.
    exact = sum(p for k, p in enumerate(total) if least + step * (k + 1.5) <= 95)
    names = "ABC"
    plan = plan_of(
        *(act(names[i], row[1], *names[:i][-1:]) for i, row in enumerate(HULETT)),
        uncertainties=[
            out(name, Distribution(low=low, likely=likely, high=high))
            for name, (low, likely, high) in zip(names, HULETT, strict=True)
        ],
    )  # fmt: skip
    found = risk_of(plan, seed=11, ranking=False)
    mean = sum(sum(each) / 3 for each in HULETT)
    assert mean == pytest.approx(112.67, abs=0.01)
    assert 95 + found.mean_finish == pytest.approx(mean, abs=5 * found.deviation / 100)
    planned = next(
        each for each in found.curve if each.day >= (found.finish.scheduled or FRIDAY_BEFORE)
    )
    assert exact < 0.15
    assert planned.share == pytest.approx(exact, abs=5 * sqrt(exact * (1 - exact) / 10_000) + 0.01)


def test_the_textbooks_normal_shortcut_is_a_little_too_sure() -> None:
    """Printed: 24 weeks, variance 5, and 0.9633 for 28 weeks; drawn, the tail is longer."""
    means = [(low + 4 * likely + high) / 6 for low, likely, high in TAYLOR]
    assert sum(means) == 24
    variance = sum(((high - low) / 6) ** 2 for low, _, high in TAYLOR)
    assert variance == pytest.approx(5.0)
    printed = (1 + erf((28 - 24) / sqrt(5) / sqrt(2))) / 2
    assert printed == pytest.approx(0.9633, abs=0.001)
    rng = random.Random(3)  # noqa: S311 - nothing here is a secret
    tables = [quantile_table(_pert(*each)).tolist() for each in TAYLOR]
    sums = [sum(rng.choice(table) for table in tables) for _ in range(20_000)]
    drawn = sum(each <= 28 for each in sums) / len(sums)
    assert fmean(sums) == pytest.approx(24, abs=5 * stdev(sums) / sqrt(len(sums)))
    assert printed - 0.04 < drawn < printed
