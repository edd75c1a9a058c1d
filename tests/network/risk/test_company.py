"""Random numbers and the company they keep: streams, hypercubes, correlated durations."""

from collections.abc import Sequence
from math import asin, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Correlation, Plan
from send_framework.network.kinds import Basis
from send_framework.network.risk.copula import cholesky, correlated
from send_framework.network.risk.counted import Moments, Ranking
from send_framework.network.risk.defaults import DEFAULTS
from send_framework.network.risk.inputs import CorrelationInput
from send_framework.network.risk.results import Sampling
from send_framework.network.risk.streams import BITS, Streams
from send_framework.network.risk.tables import LISTED_ENTRIES, looked_up, whole_numbers
from send_framework.network.risk.tally import counts_of
from tests.network.planning import act, plan_of
from tests.network.risk.simulating import block_of, dice, of, out, risk_of, uniform

pytestmark = pytest.mark.extra

SIZE = 20_000
SURE = 5


def streams(size: int = SIZE, sampling: Sampling = Sampling.RANDOM) -> Streams:
    """Return the streams of a block."""
    return Streams(seed=1, block=0, size=size, sampling=sampling)


FIRST_THREE = [2182352756, 2280659543, 1520098162]


def test_a_stream_is_the_same_on_every_machine() -> None:
    """The numbers are fixed for good: hash, generator and byte order are all stated."""
    assert streams(3).bits("S01 duration").tolist() == FIRST_THREE
    assert streams(5).bits("S01 duration").tolist()[:3] == FIRST_THREE


def test_streams_of_other_names_blocks_and_seeds_are_others() -> None:
    """Each key counts."""
    one = streams(8).bits("A").tolist()
    others = (
        streams(8).bits("B"),
        Streams(seed=2, block=0, size=8).bits("A"),
        Streams(seed=1, block=1, size=8).bits("A"),
    )
    assert all(each.tolist() != one for each in others)


def test_numbers_are_spread_evenly() -> None:
    """Sixteen equal shares, chi-squared: 15 degrees of freedom exceed 60 in 2 of 10 million."""
    counts = np.bincount(streams().bits("A") >> np.uint32(BITS - 4), minlength=16)
    expected = SIZE / 16
    assert float(((counts - expected) ** 2 / expected).sum()) < 60


def test_chance_and_choice_meet_their_shares() -> None:
    """A third happens, none of 0 and all of 1; a choice of five takes each a fifth."""
    flags = streams().happens("A", 1 / 3)
    assert abs(flags.mean() - 1 / 3) < SURE * sqrt(2 / 9 / SIZE)
    assert not streams().happens("A", 0).any()
    assert streams().happens("A", 1).all()
    shares = np.bincount(streams().below("A", 5)) / SIZE
    assert len(shares) == 5
    assert np.abs(shares - 0.2).max() < SURE * sqrt(0.16 / SIZE)


@given(st.integers(1, 50))
def test_a_hypercube_takes_one_number_out_of_each_share(size: int) -> None:
    """However many samples: each of as many equal shares of the range is met once."""
    bits = streams(size, Sampling.LATIN_HYPERCUBE).bits("A").astype(np.uint64)
    assert sorted(((bits * np.uint64(size)) >> np.uint64(BITS)).tolist()) == list(range(size))


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.8, 1.0])
def test_two_durations_correlate_as_stated(rho: float) -> None:
    """Ranks of a Gaussian copula correlate by (6 / pi) asin(rho / 2), whatever the spreads."""
    said = CorrelationInput(id="K", members=(0, 1), coefficient=rho)
    pair = [bits.astype(np.int64) for bits in correlated(streams(), said, ("A", "B"))]
    a, b = ((bits >> 4).astype(np.int32) for bits in pair)
    assert Ranking(a).meets(b)[1] == pytest.approx(6 / pi * asin(rho / 2), abs=SURE / sqrt(SIZE))


def test_a_matrix_gives_each_pair_its_own_correlation() -> None:
    """Three durations: two go together, the third goes against both."""
    matrix = ((1.0, 0.7, -0.4), (0.7, 1.0, -0.2), (-0.4, -0.2, 1.0))
    said = CorrelationInput(id="K", members=(0, 1, 2), coefficient=None, matrix=matrix)
    rows = [(bits >> 4).astype(np.int32) for bits in correlated(streams(), said, ("A", "B", "C"))]
    for i in range(3):
        for j in range(i):
            wanted = 6 / pi * asin(matrix[i][j] / 2)
            found = Ranking(rows[i]).meets(rows[j])[1]
            assert found == pytest.approx(wanted, abs=SURE / sqrt(SIZE))


def test_a_correlation_leaves_each_spread_as_it_was() -> None:
    """Only the company changes: mean and deviation of a uniform spread stay."""
    answer = risk_of(together(0.9), samples=SIZE)
    action = of(answer, "A")
    assert abs(action.mean_duration - 20) < SURE * sqrt(100 / 3 / SIZE)
    assert abs(action.deviation - sqrt(100 / 3)) < SURE * sqrt(100 / 3 / SIZE)


def together(rho: float) -> Plan:
    """Return a chain of two correlated actions."""
    return plan_of(
        act("A", 20), act("B", 20, "A"),
        uncertainties=[out("A", uniform(10, 30)), out("B", uniform(10, 30))],
        correlations=[Correlation(id="K", of=["A", "B"], coefficient=rho)],
    )  # fmt: skip


def test_what_goes_together_spreads_the_finish() -> None:
    """Independent durations cancel out; fully correlated ones add their deviations."""
    apart, as_one = (risk_of(together(rho), samples=SIZE).deviation for rho in (0.0, 1.0))
    assert apart == pytest.approx(sqrt(2 * 100 / 3), abs=SURE * 10 / sqrt(SIZE))
    assert as_one == pytest.approx(2 * sqrt(100 / 3), abs=SURE * 10 / sqrt(SIZE))


@given(st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=1, max_size=4))
def test_cholesky_gives_the_matrix_back(rows: list[list[int]]) -> None:
    """Any Gram matrix, singular ones too: the factor times its transpose is the matrix."""
    matrix = [[float(sum(map(int.__mul__, a, b))) for b in rows] for a in rows]
    lower = np.array(cholesky(matrix))
    assert np.allclose(lower @ lower.T, matrix, atol=1e-6)
    assert np.allclose(lower, np.tril(lower))


def ranks_of(values: Sequence[int]) -> list[int]:
    """Return twice the number below, plus those equal, less the mean: counted one by one."""
    return [
        2 * sum(x < y for x in values) + sum(x == y for x in values) - len(values) for y in values
    ]


rows = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=1, max_size=40)


@given(rows)
def test_correlations_of_ranks_are_those_of_counting(pairs: list[tuple[int, int]]) -> None:
    """The product of all ranks over the root of both sums of squares; 0 where one is constant."""
    a, b = ([pair[side] for pair in pairs] for side in (0, 1))
    x, y = ranks_of(a), ranks_of(b)
    both = sum(n * n for n in x) * sum(n * n for n in y)
    wanted = sum(map(int.__mul__, x, y)) / sqrt(both) if both else 0
    moments, found = Ranking(np.array(a, np.int32)).meets(np.array(b, np.int32))
    assert found == wanted
    assert moments == Moments.of(np.array(b, np.int32))


def test_ranks_of_a_wide_range_are_counted_coarsely() -> None:
    """Numbers a millionth of the range apart count as tied; the order of the rest is kept."""
    values = np.array([0, 1, 5_000_000, 10_000_000], np.int32)
    assert Ranking(values).meets(np.array([1, 1, 2, 3], np.int32))[1] == 1


def test_what_never_varies_correlates_with_nothing() -> None:
    """A constant has no ranks to go by."""
    rising, constant = np.array([1, 2, 3], np.int32), np.array([7, 7, 7], np.int32)
    assert Ranking(rising).meets(constant) == (Moments.of(constant), 0)
    assert Ranking(constant).meets(rising) == (Moments.of(rising), 0)
    assert Ranking(rising).meets(rising)[1] == 1
    assert Moments.of(constant).deviation == 0
    assert counts_of(np.array([], np.int32)) == {}


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=40), st.integers(1, 10**6))
def test_sums_come_out_of_counts_as_out_of_numbers(values: list[int], narrow: int) -> None:
    """One by one, or how often each occurs: the sum and that of the squares are the same."""
    row = np.array([value // narrow for value in values], np.int32)
    found, _ = Ranking(row).meets(row)
    assert (found.count, found.total) == (len(row), sum(row.tolist()))
    assert found.squares == sum(n * n for n in row.tolist())


def test_sums_are_exact_however_large() -> None:
    """Beyond what floats hold, whole numbers are added one by one."""
    row = np.array([2_000_000_001, -2_000_000_000, 1_999_999_999], np.int32)
    found = Moments.of(row)
    assert found.total == 2_000_000_000
    assert found.squares == sum(n * n for n in row.tolist())


def test_listed_values_have_a_finer_table() -> None:
    """So that every probability is met to one in 65,536."""
    table = whole_numbers(dice(10, 20), 1, 0.0)
    assert len(table) == LISTED_ENTRIES
    shares = np.bincount(table)[10:] / len(table)
    assert np.abs(shares - 1 / 11).max() <= 1 / LISTED_ENTRIES
    every = np.arange(0, 1 << BITS, 1 << (BITS - 16), dtype=np.uint64).astype(np.uint32)
    assert np.array_equal(looked_up(table, every), table)


def test_a_spread_around_one_value_is_that_value() -> None:
    """Ends that meet leave nothing to draw; what may not be negative is cut at 0."""
    assert set(whole_numbers(uniform(7, 7), 100, 0.0).tolist()) == {700}
    below = whole_numbers(uniform(-5, 5), 1, 0.0)
    assert below.min() == 0
    assert whole_numbers(uniform(-5, 5), 1, None).min() == -5


def test_defaults_of_one_action_are_late_together() -> None:
    """Its length and its promise come from one stream: the same place in both spreads."""
    plan = plan_of(act("A", 5, due="2024-06-28"))
    drawn = block_of(plan, 500, basis=Basis.FORECAST, defaults=DEFAULTS).circumstances.drawn
    order = np.lexsort((drawn.lateness[0], drawn.durations[0]))
    assert np.ptp(drawn.lateness[0]) > 0
    assert (np.diff(drawn.lateness[0][order]) >= 0).all()
