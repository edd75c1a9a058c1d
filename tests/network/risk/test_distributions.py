"""Tables of quantiles against closed forms, sums and integrals that know nothing of them."""

from math import comb, exp, lgamma, log
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from send_framework import Distribution, Shape
from send_framework.model.percentiles import most_lean
from send_framework.network.risk import distributions as tables
from tests.uncertain_strategies import distributions

pytestmark = pytest.mark.extra

ENTRIES = 4096
SHARES = [(i + 0.5) / ENTRIES for i in range(ENTRIES)]


def moments(spread: Distribution, entries: int = ENTRIES) -> tuple[float, float]:
    """Return mean and variance of a table."""
    table = tables.quantile_table(spread, entries)
    return float(table.mean()), float(table.var())


@given(distributions(least=-50))
@settings(max_examples=200)
def test_a_table_rises_and_nobody_can_change_it(spread: Distribution) -> None:
    """Quantiles of every shape ascend, are finite, and belong to all who look them up."""
    table = tables.quantile_table(spread)
    assert len(table) == ENTRIES
    assert np.isfinite(table).all()
    assert (np.diff(table) >= 0).all()
    with pytest.raises(ValueError, match="read-only"):
        table[0] = 0


def test_a_triangle_has_its_own_area_below_each_quantile() -> None:
    """The area below x of a triangle 10, 15, 40 is a square on the left, one less on the right."""
    table = tables.quantile_table(Distribution(low=10, likely=15, high=40)).tolist()
    for x, share in zip(table, SHARES, strict=True):
        left, right = (x - 10) ** 2 / (5 * 30), 1 - (40 - x) ** 2 / (25 * 30)
        assert (left if x <= 15 else right) == pytest.approx(share, abs=1e-12)


@given(st.lists(st.floats(0, 500), min_size=3, max_size=3).map(sorted))
def test_a_triangle_has_the_textbook_mean_and_variance(ends: list[float]) -> None:
    """(a + m + b) / 3, and (a² + m² + b² - am - ab - mb) / 18."""
    a, m, b = ends
    mean, variance = moments(Distribution(low=a, likely=m, high=b))
    assert mean == pytest.approx((a + m + b) / 3, abs=1e-5 * (b - a) + 1e-9)
    textbook = (a * a + m * m + b * b - a * m - a * b - m * b) / 18
    assert variance == pytest.approx(textbook, abs=1e-4 * (b - a) ** 2 + 1e-9)


@pytest.mark.parametrize("mode", [0, 0.25, 0.5, 0.75, 1])
def test_pert_with_whole_parameters_is_a_sum_of_binomials(mode: float) -> None:
    """Beta with whole a and b: P(X <= x) is that of a or more successes in a + b - 1 trials."""
    a, b = 1 + int(4 * mode), 5 - int(4 * mode)
    table = tables.quantile_table(Distribution(shape=Shape.PERT, low=0, likely=mode, high=1))
    for x, share in zip(table.tolist()[::16], SHARES[::16], strict=True):
        terms = (comb(a + b - 1, j) * x**j * (1 - x) ** (a + b - 1 - j) for j in range(a, a + b))
        assert sum(terms) == pytest.approx(share, abs=1e-6)


@given(
    st.floats(0, 1),
    st.sampled_from([0.5, 1, 2.5, 4, 10, 60]),
    st.sampled_from([0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98]),
)
@settings(max_examples=60)
def test_pert_has_the_integral_of_its_density_below_each_quantile(
    mode: float, weight: float, share: float
) -> None:
    """Simpson's rule over the beta density with the constant from the gamma function."""
    spread = Distribution(shape=Shape.PERT, low=0, likely=mode, high=1, weight=weight)
    x = float(np.interp(share, SHARES, tables.quantile_table(spread)))
    a, b = 1 + weight * mode, 1 + weight * (1 - mode)
    constant = lgamma(a + b) - lgamma(a) - lgamma(b)

    def density(y: float) -> float:
        return exp(constant + (a - 1) * log(y) + (b - 1) * log(1 - y))

    steps = 2000
    points = [x * max(i, 1e-9) / steps for i in range(steps + 1)]
    weights = [1, *([4, 2] * (steps // 2 - 1)), 4, 1]
    area = sum(w * density(y) for w, y in zip(weights, points, strict=True)) * x / steps / 3
    assert area == pytest.approx(share, abs=2e-3)


@given(
    st.lists(st.floats(0, 500), min_size=3, max_size=3).map(sorted),
    st.sampled_from([0.5, 4.0, 7.5, 100.0]),
)
def test_pert_has_the_textbook_mean_and_variance(ends: list[float], weight: float) -> None:
    """(a + wm + b) / (w + 2), and (mean - a)(b - mean) / (w + 3): w = 4 is the classic PERT."""
    a, m, b = ends
    mean, variance = moments(Distribution(shape=Shape.PERT, low=a, likely=m, high=b, weight=weight))
    textbook = (a + weight * m + b) / (weight + 2)
    assert mean == pytest.approx(textbook, abs=1e-5 * (b - a) + 1e-9)
    square = (textbook - a) * (b - textbook) / (weight + 3)
    assert variance == pytest.approx(square, abs=1e-4 * (b - a) ** 2 + 1e-9)


def test_the_classic_pert_mean() -> None:
    """Low 4, likely 7, high 16 working days: (4 + 28 + 16) / 6 = 8."""
    mean, _ = moments(Distribution(shape=Shape.PERT, low=4, likely=7, high=16))
    assert mean == pytest.approx(8, abs=1e-4)


def test_a_uniform_table_is_a_ruler() -> None:
    """Five entries of 10 to 20 stand at 11, 13, 15, 17, 19, by ends and by percentiles alike."""
    by_ends = Distribution(shape=Shape.UNIFORM, low=10, high=20)
    by_percentiles = Distribution(shape=Shape.UNIFORM, p10=11, p90=19)
    for spread in (by_ends, by_percentiles):
        assert tables.quantile_table(spread, 5).tolist() == pytest.approx([11, 13, 15, 17, 19])


def test_a_lognormal_table_has_its_percentiles_and_its_mean() -> None:
    """Of five entries the first is P10 and the last P90; the middle is their geometric mean."""
    spread = Distribution(shape=Shape.LOGNORMAL, p10=10, p90=40)
    p10, _, p50, _, p90 = tables.quantile_table(spread, 5).tolist()
    assert (p10, p50, p90) == pytest.approx((10, 20, 40))
    sigma = log(4) / 2 / NormalDist().inv_cdf(0.9)
    mean, _ = moments(spread, 1 << 16)
    assert mean == pytest.approx(20 * exp(sigma**2 / 2), rel=1e-4)


@given(st.floats(1, 400), st.floats(1, 10), st.sampled_from([0.01, 0.25, 0.5, 0.9, 0.99]))
def test_the_logarithms_of_a_lognormal_table_are_normal(p10: float, times: float, u: float) -> None:
    """The standard library's normal with the same two percentiles agrees."""
    table = tables.quantile_table(Distribution(shape=Shape.LOGNORMAL, p10=p10, p90=p10 * times))
    sigma = log(times) / 2 / NormalDist().inv_cdf(0.9)
    place = int(u * ENTRIES)
    wanted = (log(p10) + log(p10 * times)) / 2 + sigma * NormalDist().inv_cdf(SHARES[place])
    assert log(table[place]) == pytest.approx(wanted, abs=1e-9)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=6).filter(any))
def test_discrete_values_come_as_often_as_they_should(weights: list[int]) -> None:
    """Each value fills its share of the table to within one entry."""
    shares = [each / sum(weights) for each in weights]
    values = list(range(len(weights), 0, -1))
    spread = Distribution(shape=Shape.DISCRETE, values=values, probabilities=shares)
    table = tables.quantile_table(spread).tolist()
    for value, share in zip(values, shares, strict=True):
        assert abs(table.count(value) - share * ENTRIES) <= 1


@given(st.lists(st.integers(0, 300), min_size=1, max_size=30))
def test_observed_cases_come_equally_often(values: list[int]) -> None:
    """A table of seven entries for each case holds each case seven times."""
    spread = Distribution(shape=Shape.EMPIRICAL, values=values)
    table = tables.quantile_table(spread, 7 * len(values)).tolist()
    assert table == sorted(values * 7)


# --- percentiles as input -------------------------------------------------------------------------


def test_ends_need_no_fit() -> None:
    """Only percentiles of shapes with ends are fitted."""
    assert not tables.is_fitted(Distribution(low=1, likely=2, high=3))
    assert not tables.is_fitted(Distribution(shape=Shape.LOGNORMAL, p10=1, p90=3))
    assert tables.is_fitted(Distribution(shape=Shape.UNIFORM, p10=1, p90=3))


def test_a_uniform_fit_is_exact() -> None:
    """P10 and P90 lie a tenth of the width inside of the ends."""
    fit = tables.fitted(Distribution(shape=Shape.UNIFORM, p10=11, p90=19))
    assert (fit.low, fit.likely, fit.high, fit.error) == pytest.approx((10, 15, 20, 0))


def test_three_equal_percentiles_are_a_constant() -> None:
    """Nothing is spread: every entry is the value."""
    spread = Distribution(p10=12, p50=12, p90=12)
    assert tables.fitted(spread).words == "fitted 12, 12, 12, out by 0"
    assert set(tables.quantile_table(spread).tolist()) == {12}


@given(
    st.sampled_from([Shape.TRIANGULAR, Shape.PERT]),
    st.floats(0, 100),
    st.floats(0.15, 0.85),
    st.floats(1, 200),
)
@settings(max_examples=60)
def test_the_percentiles_of_known_ends_lead_back_to_them(
    shape: Shape, low: float, mode: float, width: float
) -> None:
    """Of five entries the first, third and fifth are P10, P50 and P90."""
    known = Distribution(shape=shape, low=low, likely=low + mode * width, high=low + width)
    p10, _, p50, _, p90 = tables.quantile_table(known, 5).tolist()
    fit = tables.fitted(Distribution(shape=shape, p10=p10, p50=p50, p90=p90))
    assert fit.error < 1e-6 * width
    wanted = (known.low, known.likely, known.high)
    assert (fit.low, fit.likely, fit.high) == pytest.approx(wanted, abs=1e-3 * width)


@given(distributions().filter(lambda spread: spread.p50 is not None))
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_fit_has_the_percentiles_that_were_given(spread: Distribution) -> None:
    """The table holds them where they belong, out by no more than the error that is shown."""
    found = tables.quantile_table(spread, 5).tolist()[::2]
    allowed = tables.fitted(spread).error + 1e-6
    for one, other in zip(found, (spread.p10, spread.p50, spread.p90), strict=True):
        assert abs(one - other) <= allowed


@pytest.mark.parametrize("weight", [0.5, 4.0, 40.0])
@pytest.mark.parametrize("more", [1 - 1e-12, 1, 1 + 1e-12])
def test_the_most_lean_that_is_possible_is_fitted(weight: float, more: float) -> None:
    """At the limit, on either side of it by a hair, the likely value is the end itself."""
    step = 10 * most_lean(weight) * more
    right = Distribution(shape=Shape.PERT, p10=10, p50=20, p90=20 + step, weight=weight)
    left = Distribution(shape=Shape.PERT, p10=100 - step, p50=100, p90=110, weight=weight)
    for fit, end in ((tables.fitted(right), "low"), (tables.fitted(left), "high")):
        assert fit.likely == pytest.approx(getattr(fit, end), abs=1e-3)
        assert fit.error < 1e-3


def test_what_leans_a_little_too_much_is_fitted_with_its_error() -> None:
    """A right triangle comes closest; the error is of the percentile it misses most."""
    spread = Distribution(p10=10, p50=15, p90=23.5)
    fit = tables.fitted(spread)
    p10, _, p50, _, p90 = tables.quantile_table(spread, 5).tolist()
    assert fit.likely == fit.low
    assert fit.error == pytest.approx(max(abs(p10 - 10), abs(p50 - 15), abs(p90 - 23.5)))
    assert fit.words == "fitted 8.839, 8.839, 30.22, out by 0.1"


# --- the normal -----------------------------------------------------------------------------------


def test_the_normal_table_is_standard() -> None:
    """Symmetric, of mean 0 and variance 1; scaled by less than a thousandth to be so."""
    table = tables.normal_table()
    assert table.tolist() == pytest.approx((-table[::-1]).tolist(), abs=1e-9)
    assert table.mean() == pytest.approx(0, abs=1e-12)
    assert table.var() == pytest.approx(1, abs=1e-12)
    plain = [NormalDist().inv_cdf(each) for each in SHARES]
    assert table.tolist() == pytest.approx(plain, rel=1e-3)
    with pytest.raises(ValueError, match="read-only"):
        table[0] = 0


@given(st.floats(-9, 9))
def test_a_normal_finds_its_place(normal: float) -> None:
    """The place is that of the normal's own share, as near as the table's steps allow."""
    places = tables.normal_places()
    (found,) = places.of(np.array([normal]))
    wanted = NormalDist().cdf(normal) * ENTRIES
    assert 0 <= found < ENTRIES
    assert abs(found + 0.5 - wanted) <= 0.2 * ENTRIES / places.steps + 1


def test_normals_spread_evenly_over_the_places() -> None:
    """A fine table of normals fills a coarse table of places evenly."""
    fine = tables.normal_table(1 << 16)
    counts = np.bincount(tables.normal_places(64).of(fine), minlength=64)
    assert abs(counts - 1024).max() <= 16
