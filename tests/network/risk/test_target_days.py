"""The day inspectors come: of each end, and drawn for each sample."""

from datetime import date, timedelta

import pytest

from send_framework import Window
from send_framework.network.risk.results import Input, RiskResult
from tests.network.planning import act, plan_of, window_of
from tests.network.risk.simulating import risk_of
from tests.network.risk.test_closed_forms import day_after, near_share

pytestmark = pytest.mark.extra

ON = date(2024, 5, 31)
FIRST, MIDDLE, LAST = date(2024, 6, 10), date(2024, 6, 20), date(2024, 7, 10)
SAMPLES = 20_000


def answer_to(target: Window, *visits: date, days: int = 10, on: date = ON) -> RiskResult:
    """Return the simulation of one certain action against a target."""
    return risk_of(plan_of(act("A", days)), target=target, visits=visits, samples=SAMPLES, on=on)


def listed(answer: RiskResult) -> Input:
    """Return how the window's spread is listed."""
    [found] = [each for each in answer.inputs if each.what == "window"]
    return found


def test_three_ends_make_a_triangle_which_is_an_assumption() -> None:
    """Up to the middle day lies (m - a) / (b - a) = a third of a triangle from a over m to b."""
    answer = answer_to(window_of(FIRST, MIDDLE, LAST))
    drawn = {each.day: each.share for each in answer.window_curve}
    # Days are rounded: up to the middle day means up to half a day behind it.
    middle = 1 - (30 - 10.5) ** 2 / (30 * 20)
    assert near_share(drawn[MIDDLE], middle, SAMPLES)
    assert (min(drawn), max(drawn)) == (FIRST, LAST) or min(drawn) > FIRST
    assert listed(answer).spread == "triangular 10 June 2024, 20 June 2024, 10 July 2024"
    assert listed(answer).assumed
    assert answer.assumed_inputs == 1


def test_two_ends_make_every_day_between_as_likely() -> None:
    """Nothing says more, so nothing more is assumed."""
    answer = answer_to(window_of(FIRST, None, LAST))
    assert len(answer.window_curve) == (LAST - FIRST).days + 1
    assert near_share(answer.window_curve[0].share, 1 / 31, SAMPLES)
    assert listed(answer).spread == "every day alike between 10 June 2024, 10 July 2024"


def test_one_end_is_that_day() -> None:
    """The chance over the window is then the chance of that end."""
    answer = answer_to(window_of(None, MIDDLE))
    assert answer.p_ready.window == answer.p_ready.expected
    assert [each.day for each in answer.window_curve] == [MIDDLE]
    assert listed(answer).spread == "always 20 June 2024"


def test_an_end_that_is_past_is_not_drawn() -> None:
    """By 14 June the first day has passed without inspectors: two ends are left."""
    answer = answer_to(window_of(FIRST, MIDDLE, LAST), on=date(2024, 6, 14), days=1)
    assert answer.window_curve[0].day == MIDDLE
    assert answer.p_ready.earliest is not None
    assert answer.p_ready.earliest.value == 0
    assert "already past" in listed(answer).reason


def test_when_every_end_is_past_no_chance_over_the_window_can_be_given() -> None:
    """No inspection is recorded and no day lies ahead; the finish is still answered."""
    answer = answer_to(window_of(FIRST), on=date(2024, 7, 1), days=1)
    assert answer.p_ready.window is None
    assert answer.window_curve == ()
    assert answer.finish.p50 == date(2024, 7, 2)
    assert [each for each in answer.inputs if each.what == "window"] == []


def test_observed_days_take_the_place_of_the_window() -> None:
    """Two of three days come after the tenth working day; a day past is left out."""
    after = day_after(10)
    visits = (after, after - timedelta(days=3), after + timedelta(days=9), date(2024, 5, 1))
    answer = answer_to(window_of(FIRST, MIDDLE, LAST), *visits)
    assert answer.p_ready.window is not None
    assert near_share(answer.p_ready.window.value, 2 / 3, SAMPLES)
    assert not listed(answer).assumed
    assert listed(answer).spread == "3 days from 14 June 2024 to 26 June 2024, each as likely"
    assert listed(answer).reason.endswith("1 day more is past already")


def test_preparation_counts_against_every_day() -> None:
    """Two working days between ready and the visit: ten days of work are too many for day ten."""
    enough = answer_to(window_of(day_after(12), preparation=2)).p_ready
    short = answer_to(window_of(day_after(11), preparation=2)).p_ready
    assert enough.earliest is not None
    assert short.earliest is not None
    assert enough.window is not None
    assert (enough.earliest.value, enough.window.value, short.earliest.value) == (1, 1, 0)


def test_a_long_curve_is_thinned_but_keeps_both_ends() -> None:
    """A window of two years is drawn as two hundred points."""
    last = FIRST + timedelta(days=729)
    answer = answer_to(window_of(FIRST, None, last))
    assert len(answer.window_curve) == 200
    assert (answer.window_curve[0].day, answer.window_curve[-1].day) == (FIRST, last)
    assert answer.window_curve[-1].share == 1
