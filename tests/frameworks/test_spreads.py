"""How long things took elsewhere: quantiles with the number of cases behind them."""

from statistics import median, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import ObservedSpread, Quantile, Unit
from send_framework.errors import ModelError

WAITS = st.lists(st.integers(0, 1000), min_size=2, max_size=60)


def spread(waits: list[int]) -> ObservedSpread:
    """Return the spread of waits in working days."""
    return ObservedSpread.of(waits, rule="report-published", title="t", unit=Unit.WORKING_DAYS)


@given(WAITS)
def test_quarters_are_those_of_the_standard_library(waits: list[int]) -> None:
    """Shortest, quarters and longest agree with Python's own statistics."""
    found = spread(waits)
    values = [each.value for each in found.quantiles]
    inside = quantiles(waits, n=4, method="inclusive")
    assert values == pytest.approx([min(waits), *inside, max(waits)])
    assert found.at(0.5) == pytest.approx(median(waits))
    assert found.n == len(waits)
    assert found.is_small == (len(waits) < 10)
    assert ("small sample" in found.words) == found.is_small
    assert str(found.n) in found.words


def test_one_case_is_no_spread() -> None:
    """It is told as it is, and as a small sample."""
    assert spread([35]).words == "35 working days in 1 case (small sample)"
    assert spread([35]).at(0.25) is None


def test_a_range_without_a_middle() -> None:
    """Quantiles that come without a median are told by their ends."""
    found = ObservedSpread(
        rule="r", title="t", unit=Unit.WORKING_DAYS, n=20,
        quantiles=[Quantile(share=0, value=2), Quantile(share=1, value=9)],
    )  # fmt: skip
    assert found.words == "all within 2 to 9"


def test_odd_spreads_are_refused() -> None:
    """No case, a share beyond 1, quantiles out of order."""
    with pytest.raises(ModelError):
        spread([])
    with pytest.raises(ModelError, match="a share from 0 to 1"):
        Quantile(share=1.5, value=1)
    with pytest.raises(ModelError, match="at least one quantile"):
        ObservedSpread(rule="r", title="t", unit=Unit.WEEKS, n=1, quantiles=[])
    with pytest.raises(ModelError, match="ascending"):
        ObservedSpread(
            rule="r", title="t", unit=Unit.WEEKS, n=2,
            quantiles=[Quantile(share=0.5, value=2), Quantile(share=0.25, value=1)],
        )  # fmt: skip
