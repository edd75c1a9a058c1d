"""What is refused before any work, what the answer rests on, and what makes it worth less."""

import sys
from datetime import date
from math import inf, nan
from typing import Any

import pytest

from send_framework import (
    Assumption,
    Confidence,
    Constraint,
    ConstraintKind,
    NeededBy,
    Plan,
    Recommendation,
    RecommendationKind,
)
from send_framework.errors import CalendarError, MissingExtraError, ModelError, UnknownActivityError
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis
from send_framework.network.readiness import CAVEAT
from send_framework.network.risk.defaults import DEFAULTS
from send_framework.network.risk.headline import headline
from send_framework.network.risk.results import RiskResult
from send_framework.network.risk.simulation import simulate
from send_framework.network.risk.weaknesses import LONG_LAG
from send_framework.network.schedule import solve_plan
from send_framework.network.target import Yardstick
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone, window_of
from tests.network.risk.simulating import always, dice, of, out, risk_of, uniform

pytestmark = pytest.mark.extra


def one() -> Plan:
    """Return a plan of one action."""
    return plan_of(act("A", 15))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"samples": 1}, "samples is 1, but a whole number from 2 to 10,000,000"),
        ({"samples": 1_000_000_000}, "from 2 to 10,000,000 is expected"),
        ({"samples": 2.5}, "samples is 2.5"),
        ({"samples": True}, "samples is True"),
        ({"seed": -1}, "seed is -1, but a whole number, 0 or more"),
        ({"seed": "7"}, "seed is '7'"),
        ({"tolerance": 0}, "tolerance is 0, but a number above 0"),
        ({"tolerance": -0.1}, "tolerance is -0.1"),
        ({"tolerance": nan}, "tolerance is nan"),
        ({"tolerance": inf}, "tolerance is inf"),
        ({"basis": Basis.PROMISED}, "network or forecast is expected"),
    ],
)
def test_what_makes_no_sense_is_refused(asked: dict[str, Any], told: str) -> None:
    """One line that says what would be right, before anything is computed."""
    with pytest.raises(ModelError) as caught:
        simulate(one(), **asked)
    assert told in str(caught.value)


def test_an_unknown_scope_and_a_year_beyond_all_calendars_are_refused() -> None:
    """As by the single schedule; a sample that could leave the known years counts."""
    with pytest.raises(UnknownActivityError):
        risk_of(one(), target=window_of(date(2024, 7, 1), scope="S99"))
    late = plan_of(act("A", 15), uncertainties=[out("A", uniform(10, 60_000))])
    with pytest.raises(CalendarError, match="is known from"):
        risk_of(late)


def test_without_numpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to guess what to install."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtraError, match=r"send-framework\[risk\]"):
        simulate(one())
    yardstick = Yardstick(target=None, on=FRIDAY_BEFORE, calendar=one().working_calendar())
    solved = solve_plan(one(), yardstick, Basis.FORECAST, Settings())
    with pytest.raises(MissingExtraError, match=r"send-framework\[risk\]"):
        headline(solved, samples=2, seed=1)


def test_today_is_the_data_date_where_nothing_says_another() -> None:
    """And the answer says that nobody gave it."""
    answer = simulate(one(), samples=2)
    assert (answer.on, answer.on_given) == (date.today(), False)  # noqa: DTZ011 - so it is meant
    assert risk_of(one(), samples=2).on_given


def test_defaults_are_counted_and_their_share_is_said() -> None:
    """B's spread was given, A's is a default: the rest of the variance is A's."""
    plan = plan_of(
        act("A", 20, confidence=Confidence.VERIFIED),
        act("B", 20, "A"),
        uncertainties=[out("B", uniform(10, 30))],
    )
    answer = risk_of(plan, defaults=DEFAULTS, samples=20_000)
    assert [(each.of, each.assumed) for each in answer.inputs] == [("A", True), ("B", False)]
    assert answer.assumed_inputs == 1
    assert (of(answer, "A").assumed, of(answer, "B").assumed) == (True, False)
    # A triangle over 18, 20, 25 has variance 26/12; an even spread over 20 days 400/12. The
    # share is a ratio of sample variances, out by less than 5 x 2 / sqrt(20,000) of itself.
    share = (26 / 12) / (26 / 12 + 400 / 12)
    assert answer.assumed_share == pytest.approx(share, abs=0.02)


def test_where_all_is_assumed_all_of_the_variance_is() -> None:
    """A plan without any spread of its own rests on the defaults alone."""
    answer = risk_of(plan_of(act("A", 20)), defaults=DEFAULTS, samples=100)
    assert answer.assumed_share == 1
    assert risk_of(plan_of(act("A", 20)), samples=100).assumed_share == 0


def test_missing_work_and_a_caveat_stand_beside_the_chance() -> None:
    """A recommendation nothing answers, and finished work as a stand-in for reasonable steps."""
    asked = [
        Recommendation(id="PA1", kind=RecommendationKind.PRIORITY_ACTION, text="Do it"),
        Recommendation(id="PA2", kind=RecommendationKind.PRIORITY_ACTION, text="Do that"),
    ]
    plan = plan_of(act("A", 5, answers=["PA1"]), recommendations=asked)
    answer = risk_of(plan, target=window_of(date(2024, 7, 1), scope="monitoring"), samples=2)
    assert answer.missing == ("PA2",)
    assert answer.caveat.startswith(CAVEAT)
    assert not risk_of(plan, samples=2).caveat.startswith(CAVEAT)


def test_agencies_are_told_apart() -> None:
    """X leads half of the time, Y the other half; what nobody owns has the empty name."""
    plan = plan_of(
        act("A", 15, accountable="X"),
        act("B", 15, accountable="Y"),
        act("C", 3, accountable="Y"),
        act("D", 5, "A", "B"),
        uncertainties=[out("A", uniform(10, 20)), out("B", uniform(10, 20))],
    )
    answer = risk_of(plan, samples=10_000)
    shares = {each.agency: each for each in answer.agencies}
    assert answer.agencies[0].agency == ""
    assert shares[""].criticality == 1
    assert shares["X"].criticality == pytest.approx(0.5, abs=0.025)
    assert (shares["X"].activities, shares["Y"].activities) == (("A",), ("B",))
    assert shares["Y"].sensitivity == pytest.approx(of(answer, "B").sensitivity)


def test_a_loop_is_named_and_the_rest_is_simulated() -> None:
    """As in the single schedule: what stands in the loop has no place in any sample."""
    plan = plan_of(act("A", 5, "B"), act("B", 5, "A"), act("C", 15))
    answer = risk_of(plan, target=window_of(date(2024, 9, 2)), samples=2)
    assert answer.missing == ("A", "B")
    assert weak(answer)["loop"] == ("A", "B")
    assert answer.finish.p50 == date(2024, 6, 21)


def weak(answer: RiskResult) -> dict[str, tuple[str, ...]]:
    """Return which activities each weakness names."""
    return {each.kind: each.activities for each in answer.weaknesses}


def test_a_chain_from_one_beginning_to_one_end_has_no_weakness() -> None:
    """One beginning and one end are what every plan has."""
    plan = plan_of(act("A", 5), act("B", 5, "A"), act("C", 5, "A"), stone("M", "B", "C"))
    assert risk_of(plan, samples=2).weaknesses == ()


def test_each_weakness_is_named() -> None:
    """Loose ends, hard dates, overlaps by the start, long lags, guessed links."""
    hard = Constraint(kind=ConstraintKind.MUST_START_ON, day=date(2024, 8, 5))
    plan = plan_of(
        act("A", 5),
        act("B", 5, link("A", lag=LONG_LAG)),
        act("C", 5, "B", constraints=[hard]),
        act("D", 5, link("C", "SS")),
        act("E", 5),
        act("F"),
        act("G", 5, needed_by=NeededBy.NONE),
        assumptions=[Assumption(id="X1", reason="a guess", fills=["C after B"])],
    )
    answer = risk_of(plan, target=window_of(date(2024, 9, 2)), samples=2)
    assert weak(answer) == {
        "no-place-in-time": ("F",),
        "hard-constraint": ("C",),
        "finish-drives-nothing": ("C",),
        "open-start": ("A", "E"),
        "open-end": ("D", "E"),
        "long-lag": ("B",),
        "assumed-link": ("C",),
    }
    assert answer.weaknesses[3].sentence == (
        "2 in scope wait for nothing: no delay before them can reach them (A, E)."
    )
    assert answer.weaknesses[0].sentence == (
        "F has no date, no length and no link: no sample dates it."
    )


def test_a_long_list_is_cut_in_the_sentence_only() -> None:
    """Five names, and how many more; all of them in the data."""
    names = [f"S{n}" for n in range(8)]
    [starts, _] = risk_of(plan_of(*(act(name, 5) for name in names)), samples=2).weaknesses
    assert starts.sentence.endswith("(S0, S1, S2, S3, S4 and 3 more).")
    assert starts.activities == tuple(names)


def test_a_lag_may_be_out_too() -> None:
    """The lag of one link, given on its own; it is no work's length."""
    plan = plan_of(
        act("A", 5),
        act("B", 5, link("A", lag=5)),
        uncertainties=[out("B", dice(5, 9), "lag", after="A")],
    )
    answer = risk_of(plan, samples=1_000)
    assert 0 < answer.mean_finish < 4
    assert of(answer, "B").deviation == 0
    assert [each.what for each in answer.inputs] == ["lag after A"]


def test_what_is_out_by_nothing_is_as_scheduled() -> None:
    """A spread of one value, other than the single schedule's, moves every sample."""
    plan = plan_of(act("A", 5), uncertainties=[out("A", always(7))])
    answer = risk_of(plan, samples=2)
    assert (answer.mean_finish, answer.deviation) == (2, 0)
    assert answer.finish.scheduled == date(2024, 6, 7)
    assert answer.finish.p10 == date(2024, 6, 11)
