"""Published figures: Suffolk's 65 % and others, and figures that only seem to disagree."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Claim, Direction, Measure, Observation, ObservationKind, Target
from send_framework.checks import Thresholds
from send_framework.checks.figures import claimed_change
from tests.checks.cases import MINUTES, REPORT, plan
from tests.checks.looking import found, only

AFTER = date(2026, 1, 7)
SUFFOLK = Measure(
    id="M",
    title="Plans completed in a month",
    unit="plans",
    observations=[
        Observation(value=216, period="2024-07"),
        Observation(value=186, period="2024-11", sources=[REPORT]),
        Observation(value=364, period="2025-11", sources=[REPORT]),
    ],
)


def _claims(says: str, **fields: Any) -> Measure:  # noqa: ANN401
    return evolve(SUFFOLK, claims=[Claim(about="observations", says=says, **fields)])


def test_suffolks_growth_is_not_what_was_published() -> None:
    """364 plans after 186 were published as 65 % more; they are 95.7 % more."""
    measure = _claims("up by 65 %", sources=[REPORT])
    finding = only(plan(measures=[measure]), "change-contradicts-figures", AFTER)
    assert finding.message == (
        "Plans completed in a month: 'up by 65 %' is claimed; 364 after 186 is +95.7 %."
    )
    assert finding.sources == (REPORT,)


@pytest.mark.parametrize(
    ("says", "wrong"),
    [
        ("from November 2024 to November 2025 up by 65 %", True),
        ("from July 2024 to November 2025 up by 68.5 %", False),
        ("from July 2024 to November 2025 up by 65 %", True),
        ("from March 2024 to November 2025 up by 65 %", False),
        ("from then to now, up by 65 %", False),
        ("between July 2024 and November 2024 down by 13.9 per cent", False),
        ("between July 2024 and November 2024 up by 13.9 per cent", True),
        ("65 % in time", False),
        ("nearly doubled", False),
    ],
)
def test_named_periods_pick_the_figures(says: str, wrong: bool) -> None:  # noqa: FBT001
    """A claim that names two periods is held against their figures, and no others."""
    measure = _claims(says)
    assert bool(found(plan(measures=[measure]), "change-contradicts-figures", AFTER)) is wrong


def test_a_claim_of_another_source_is_held_against_its_own_figures() -> None:
    """Where the source of the claim gave no two figures, nothing contradicts it."""
    measure = _claims("up by 65 %", sources=[MINUTES])
    assert found(plan(measures=[measure]), "change-contradicts-figures", AFTER) == []
    unsourced = _claims("up by 65 %")
    assert found(plan(measures=[unsourced]), "change-contradicts-figures", AFTER) == []


def test_the_tolerance_is_a_threshold() -> None:
    """Whoever lets 40 points pass as rounding is not told."""
    wide = Thresholds(change_tolerance=40)
    measure = _claims("up by 65 %", sources=[REPORT])
    assert found(plan(measures=[measure]), "change-contradicts-figures", AFTER, wide) == []


def test_nothing_grows_from_zero() -> None:
    """No percentage can be worked out from a first figure of 0."""
    first, last = Observation(value=0, period="2023"), Observation(value=9, period="2024")
    claim = Claim(about="observations", says="up by 65 %")
    measure = evolve(SUFFOLK, observations=[first, last], claims=[claim])
    assert found(plan(measures=[measure]), "change-contradicts-figures", AFTER) == []


@given(
    st.integers(1, 10_000),
    st.integers(1, 10_000),
    st.floats(-900, 900).map(lambda claim: round(claim, 1)),
)
def test_a_change_is_found_exactly_when_the_figures_differ(
    before: int, after: int, claim: float
) -> None:
    """By exact fractions of whole figures, worked out the other way round."""
    says = f"from 2023 to 2024 {'up' if claim >= 0 else 'down'} by {abs(claim)} %"
    figures = ((before, "2023"), (after, "2024"))
    observations = [Observation(value=value, period=period) for value, period in figures]
    claims = [Claim(about="observations", says=says)]
    measure = evolve(SUFFOLK, observations=observations, claims=claims)
    gap = abs(before * (100 + claim) - 100 * after)
    if abs(gap - before) > 1e-6 * before:
        wrong = bool(found(plan(measures=[measure]), "change-contradicts-figures", AFTER))
        assert wrong is (gap > before)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("+65%", 65.0),
        ("-3.5 %", -3.5),
        ("\u22123.5 per cent", -3.5),
        ("fell by 12 percent", -12.0),
        ("12 % fewer", -12.0),
        ("rose by 15.1 %", 15.1),
        ("at 93 %", None),
        ("twice as many", None),
    ],
)
def test_changes_as_people_write_them(text: str, change: float | None) -> None:
    """A sign or a word of change makes a percentage a change."""
    assert claimed_change(text) == change


def test_forecasts_and_other_populations_contradict_nothing() -> None:
    """England's figure, or a forecast, may differ from Suffolk's."""
    figures = [
        Observation(value=3.9, period="2023"),
        Observation(value=50.3, period="2023", population="England"),
        Observation(value=40, period="2023", kind=ObservationKind.FORECAST),
    ]
    measure = evolve(SUFFOLK, observations=figures)
    assert found(plan(measures=[measure]), "figures-contradict") == []
    claimed = evolve(figures[0], value=0, kind=ObservationKind.CLAIMED)
    measure = evolve(SUFFOLK, observations=[*figures, claimed])
    assert only(plan(measures=[measure]), "figures-contradict").subject == "M"


@pytest.mark.parametrize(
    ("better", "value", "missed"),
    [
        (Direction.UP, 48, True),
        (Direction.UP, 49.1, False),
        (Direction.DOWN, 50, True),
        (Direction.DOWN, 48, False),
        (None, 48, False),
    ],
)
def test_better_says_which_side_of_a_target_is_a_miss(
    better: Direction | None,
    value: float,
    missed: bool,  # noqa: FBT001
) -> None:
    """Without knowing which way is better nothing can be called a miss."""
    measure = evolve(
        SUFFOLK,
        better=better,
        targets=[Target(value=49.1, by="2024-05")],
        observations=[Observation(value=value, period="2024-05")],
    )
    assert bool(found(plan(measures=[measure]), "target-missed")) is missed


def test_the_newest_figure_counts_and_only_that_of_the_baselines_population() -> None:
    """A later figure replaces an earlier one; England's does not replace Suffolk's."""
    figures = [
        Observation(value=10, period="2023", population="Suffolk", is_baseline=True),
        Observation(value=30, period="2024-03", population="Suffolk"),
        Observation(value=60, period="2024-04", population="Suffolk"),
        Observation(value=20, period="2024-05", population="England"),
        Observation(value=5, period="2024-09", population="Suffolk"),
    ]
    measure = evolve(
        SUFFOLK, better=Direction.UP, targets=[Target(value=50, by="2024-02")], observations=figures
    )
    assert found(plan(measures=[measure]), "target-missed") == []
    assert found(plan(measures=[measure]), "target-unreported") == []
