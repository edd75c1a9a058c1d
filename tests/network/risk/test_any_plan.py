"""Whatever a plan says is uncertain: the answer hangs together, or the error says why not."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Plan
from send_framework.errors import SendFrameworkError
from send_framework.network.kinds import Basis
from send_framework.network.risk.defaults import DEFAULTS
from send_framework.network.risk.results import Finishes, RiskResult, Sampling
from tests import strategies
from tests.network.planning import window_of
from tests.network.risk.simulating import risk_of

pytestmark = pytest.mark.extra

SAMPLES = 40
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@given(
    strategies.plans(acyclic=True),
    st.sampled_from([Basis.NETWORK, Basis.FORECAST]),
    st.sampled_from(Sampling),
    st.tuples(DAYS, DAYS, DAYS, DAYS).map(sorted),
)
def test_any_plan(plan: Plan, basis: Basis, sampling: Sampling, days: list[date]) -> None:
    """Percentiles in order, shares between 0 and 1, and somebody leads in every sample."""
    on, *window = days
    try:
        answer = risk_of(
            plan,
            target=window_of(*window),
            on=on,
            basis=basis,
            sampling=sampling,
            defaults=DEFAULTS,
            samples=SAMPLES,
        )
    except SendFrameworkError:  # years without bank holidays, scopes that name nothing
        return
    for finish in (answer.finish, *(each.finish for each in answer.milestones)):
        hold_together(finish)
    check_curves(answer)
    check_shares(answer)


def hold_together(finish: Finishes) -> None:
    """Check that percentiles come in order, and that what is missing is never reached."""
    found = [finish.p10, finish.p50, finish.p80, finish.p90]
    known = [day for day in found if day is not None]
    assert known == sorted(known)
    assert found == [*known, *[None] * (len(found) - len(known))]
    assert 0 <= finish.never <= 1


def check_curves(answer: RiskResult) -> None:
    """Check that curves rise to the share that is ever done."""
    for curve in (answer.curve, answer.window_curve):
        assert all(a.day < b.day and a.share < b.share for a, b in pairwise(curve))
    if answer.samples:
        done = 1 - answer.finish.never
        last = answer.curve[-1].share if answer.curve else 0
        assert last == pytest.approx(done)
        reached = {answer.finish.p10, answer.finish.p50, answer.finish.p90} - {None}
        assert reached <= {each.day for each in answer.curve}


def check_shares(answer: RiskResult) -> None:
    """Check that every share is one, and that the leading sets make up all samples."""
    for each in answer.actions:
        assert 0 <= each.criticality <= 1
        assert -1.000001 <= each.cruciality <= 1.000001
        assert each.deviation >= 0
        assert bool(each.criticality) == any(each.id in p.activities for p in answer.leading) or (
            len(answer.leading) == 20
        )
    if answer.curve and len(answer.leading) < 20:
        assert sum(path.share for path in answer.leading) == pytest.approx(1)
    assert 0 <= answer.assumed_share <= 1
    chances = (answer.p_ready.earliest, answer.p_ready.expected, answer.p_ready.latest)
    values = [each.value for each in chances if each is not None]
    assert values == sorted(values)
