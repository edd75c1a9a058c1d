"""What names a distribution, and which percentiles its family can have."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Distribution, Shape
from send_framework.errors import ModelError
from send_framework.model.percentiles import TOLERANCE, beyond_reach, most_lean
from tests.uncertain_strategies import distributions

GOOD: list[tuple[dict[str, Any], str]] = [
    ({"low": 15, "likely": 20, "high": 45}, "triangular 15, 20, 45"),
    ({"p10": 15, "p50": 20, "p90": 27}, "triangular P10 15, P50 20, P90 27"),
    (
        {"shape": Shape.PERT, "low": 1, "likely": 2.5, "high": 9, "weight": 3},
        "pert 1, 2.5, 9 (weight 3)",
    ),
    ({"shape": Shape.UNIFORM, "low": -2, "high": 3}, "uniform -2, 3"),
    ({"shape": Shape.UNIFORM, "p10": 2, "p90": 3}, "uniform P10 2, P90 3"),
    ({"shape": Shape.LOGNORMAL, "p10": 2, "p90": 30}, "lognormal P10 2, P90 30"),
    (
        {"shape": Shape.DISCRETE, "values": [5, 10], "probabilities": [0.7, 0.3]},
        "discrete 5 (0.7), 10 (0.3)",
    ),
    ({"shape": Shape.EMPIRICAL, "values": range(8)}, "empirical 0, 1, 2, 3, 4, 5, 6, 7"),
    ({"shape": Shape.EMPIRICAL, "values": range(9)}, "empirical 0, 1, 2, 3, 4, 5, 6, 7 and 1 more"),
]


@pytest.mark.parametrize(("fields", "words"), GOOD)
def test_a_spread_says_what_it_is(fields: dict[str, Any], words: str) -> None:
    """Every list of inputs prints a spread as its owner gave it."""
    assert Distribution(**fields).words == words


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"low": 1, "likely": 2}, "high", "triangular needs low, likely, high"),
    ({"low": 3, "likely": 2, "high": 4}, "likely", "it must not be below low (3)"),
    ({"p10": 15, "p50": 20, "p90": 12}, "p90", "it must not be below p50 (20)"),
    ({"p10": 15, "p90": 20}, "p50", "triangular needs p10, p50, p90"),
    ({"low": 1, "likely": 2, "high": 3, "p90": 3}, "p90", "either ends or percentiles"),
    ({"low": 1, "likely": 2, "high": 3, "weight": 2}, "weight", "triangular takes no weight"),
    ({"shape": Shape.PERT, "weight": 0}, "weight", "above 0 and at most 1,000"),
    ({"shape": Shape.PERT, "weight": 1001}, "weight", "above 0 and at most 1,000"),
    ({"low": 1, "likely": 2, "high": 3, "values": [1]}, "values", "triangular takes only low, lik"),
    (
        {"shape": Shape.UNIFORM, "low": 1, "likely": 2, "high": 3},
        "likely",
        "uniform takes only low",
    ),
    ({"shape": Shape.LOGNORMAL, "low": 1, "high": 2}, "low", "lognormal takes only p10, p90"),
    ({"shape": Shape.LOGNORMAL}, "p10", "lognormal needs p10, p90"),
    ({"shape": Shape.LOGNORMAL, "p10": 0, "p90": 5}, "p10", "a P10 above 0"),
    ({"shape": Shape.LOGNORMAL, "p10": 1, "p90": 1001}, "p90", "at most 1,000 times P10 (1)"),
    ({"low": 1, "likely": 2, "high": 100_001}, "high", "at most 100,000 either way"),
    ({"shape": Shape.EMPIRICAL, "values": [5, -100_001]}, "values", "at most 100,000 either way"),
    ({"shape": Shape.EMPIRICAL}, "values", "at least one value"),
    (
        {"shape": Shape.DISCRETE, "values": [1, 2], "probabilities": [1]},
        "probabilities",
        "one probability for each of the 2 values",
    ),
    (
        {"shape": Shape.DISCRETE, "values": [1, 2], "probabilities": [0.5, 0.6]},
        "probabilities",
        "that add up to 1",
    ),
    (
        {"shape": Shape.DISCRETE, "values": [1, 2], "probabilities": [1.5, -0.5]},
        "probabilities",
        "probabilities from 0 to 1",
    ),
    ({"low": math.nan, "likely": 2, "high": 3}, "low", "a finite number is expected"),
    ({"shape": Shape.EMPIRICAL, "values": [math.inf]}, "values", "a finite number is expected"),
]


@pytest.mark.parametrize(("fields", "field", "words"), BAD)
def test_a_spread_that_is_none_is_refused(fields: dict[str, Any], field: str, words: str) -> None:
    """The message names the number that is wrong and what would be right."""
    with pytest.raises(ModelError) as caught:
        Distribution(**fields)
    assert caught.value.field == field
    assert words in str(caught.value)


def test_percentiles_that_lean_too_much_are_refused_with_the_limit() -> None:
    """A right triangle leans by the golden ratio, a PERT with its likely value lowest by 2.21."""
    with pytest.raises(
        ModelError, match=r"most 1\.62 times the shorter; the closest misses by 1\.19"
    ):
        Distribution(p10=10, p50=12, p90=20)
    with pytest.raises(ModelError, match=r"most 2\.21 times the shorter"):
        Distribution(shape=Shape.PERT, p10=10, p50=18, p90=20)
    with pytest.raises(ModelError, match=r"the closest misses by 12,498$"):
        Distribution(p10=5, p50=50_000, p90=50_001)


def test_percentiles_that_lean_a_little_too_much_are_taken() -> None:
    """The closest triangle misses them by less than a twentieth of their distance."""
    spread = Distribution(p10=10, p50=15, p90=23.5)
    closest = beyond_reach((10, 15, 23.5), 1)
    assert spread.p90 == 23.5
    assert closest is not None
    assert 0 < closest.error < TOLERANCE * 13.5


def test_equal_percentiles_are_a_constant() -> None:
    """Nothing leans where nothing is spread."""
    assert Distribution(p10=10, p50=10, p90=10).words == "triangular P10 10, P50 10, P90 10"


def test_the_most_lean_of_a_triangle_is_the_golden_ratio() -> None:
    """Of a right triangle 1 - sqrt(1 - u): (sqrt 0.5 - sqrt 0.1) / (sqrt 0.9 - sqrt 0.5)."""
    roots = [math.sqrt(each) for each in (0.9, 0.5, 0.1)]
    assert most_lean(1) == pytest.approx((roots[1] - roots[2]) / (roots[0] - roots[1]))


@given(st.floats(0.5, 20), st.floats(0, 30), st.floats(0.01, 50), st.floats(1.001, 4))
def test_the_closest_distribution_is_found_among_all_at_that_end(
    weight: float, low: float, step: float, more: float
) -> None:
    """Moving either end of the fit in any direction makes the sum of squared misses larger."""
    given_ones = (low, low + step, low + step + step * most_lean(weight) * more)
    closest = beyond_reach(given_ones, weight)
    assert closest is not None
    assert closest.likely == closest.low

    def misses(first: float, last: float) -> float:
        power = 1 / (1 + weight)
        places = [1 - math.pow(1 - share, power) for share in (0.1, 0.5, 0.9)]
        found = [first + (last - first) * each for each in places]
        return sum((a - b) ** 2 for a, b in zip(found, given_ones, strict=True))

    best = misses(closest.low, closest.high)
    size = closest.high - closest.low
    for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
        assert misses(closest.low + a * size / 50, closest.high + b * size / 50) > best


@given(st.floats(0.5, 20), st.floats(0, 30), st.floats(0.01, 50), st.floats(1.001, 4))
def test_a_lean_to_the_left_is_the_mirror_of_one_to_the_right(
    weight: float, low: float, step: float, more: float
) -> None:
    """What is too long below the median fits as its mirror image does."""
    right = (low, low + step, low + step + step * most_lean(weight) * more)
    left = (-right[2], -right[1], -right[0])
    one, other = beyond_reach(right, weight), beyond_reach(left, weight)
    assert one is not None
    assert other is not None
    assert other.error == pytest.approx(one.error)
    assert (other.low, other.high, other.likely) == pytest.approx(
        (-one.high, -one.low, -one.likely)
    )


@given(distributions())
def test_a_spread_names_its_shape_first(spread: Distribution) -> None:
    """Words of every allowed spread begin with its family."""
    assert spread.words.startswith(spread.shape.value)
