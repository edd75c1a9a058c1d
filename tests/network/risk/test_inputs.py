"""What a simulation is given: the plan's spreads, else defaults, each with its reason."""

from datetime import date
from typing import Any

import pytest
from attrs import asdict, frozen
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from send_framework import (
    ENGLAND,
    Action,
    Agency,
    AgencyKind,
    Approval,
    Assumption,
    Commitment,
    CommitmentKind,
    Confidence,
    Correlation,
    Dependency,
    DependencyType,
    Distribution,
    LagUnit,
    Milestone,
    NeededBy,
    Plan,
    Risk,
    Shape,
    Source,
    Status,
    Uncertain,
    Uncertainty,
    Window,
    WindowEnd,
)
from send_framework.errors import CalendarError, ModelError
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis
from send_framework.network.risk.defaults import DEFAULTS, NO_DEFAULTS, Defaults, Multiple
from send_framework.network.risk.inputs import Draw, RiskInputs, risk_inputs
from send_framework.network.risk.listing import listed_inputs
from send_framework.network.risk.results import Input
from send_framework.network.schedule import solve_plan
from send_framework.network.target import Yardstick
from tests.strategies import plans

ON = date(2024, 5, 31)
START = date(2024, 6, 3)
THREE = Distribution(low=10, likely=15, high=40)
COUNCIL = Agency(id="SCC", name="A council", kind=AgencyKind.LOCAL_AUTHORITY)
END = WindowEnd(day=date(2025, 6, 2), reason="a forecast")


@frozen(kw_only=True)
class Told(RiskInputs):
    """What is uncertain, and all of it in words."""

    listed: tuple[Input, ...]


def inputs_of(
    plan: Plan,
    *,
    basis: Basis = Basis.FORECAST,
    target: Window | None = None,
    defaults: Defaults = DEFAULTS,
) -> Told:
    """Return what is uncertain in a plan at the close of the data date."""
    yardstick = Yardstick(target=target, on=ON, calendar=plan.working_calendar())
    solved = solve_plan(plan, yardstick, basis, Settings())
    inputs = risk_inputs(solved, defaults=defaults)
    return Told(**asdict(inputs, recurse=False), listed=listed_inputs(solved, inputs))


def read(*actions: Action, basis: Basis = Basis.FORECAST, **parts: Any) -> Told:  # noqa: ANN401 - any field
    """Return what is uncertain in a plan of these actions."""
    plan = Plan(title="A plan", start=START, agencies=[COUNCIL], actions=actions, **parts)
    return inputs_of(plan, basis=basis)


def action(name: str = "S01", **more: Any) -> Action:  # noqa: ANN401 - any field
    """Return an action of 20 working days unless it says otherwise."""
    fields: dict[str, Any] = {"id": name, "title": f"Do {name}", "duration": 20}
    return Action(**fields | more)


def said(of: str, what: Uncertain = Uncertain.DURATION, **more: Any) -> Uncertainty:  # noqa: ANN401 - any field
    """Return a spread of one number."""
    fields: dict[str, Any] = {"of": of, "what": what, "spread": THREE}
    return Uncertainty(**fields | more)


def words(found: Told) -> list[tuple[str, str, str, str]]:
    """Return the list of inputs as people read it."""
    return [(each.of, each.what, each.spread, each.reason) for each in found.listed]


# --- the defaults ---------------------------------------------------------------------------------

BY_CONFIDENCE = [
    (Confidence.VERIFIED, "triangular 18, 20, 25", "a verified duration"),
    (Confidence.SECONDARY, "triangular 17, 20, 28", "a secondary duration"),
    (Confidence.INFERRED, "triangular 16, 20, 30", "an inferred duration"),
    (Confidence.UNVERIFIED, "triangular 15, 20, 35", "an unverified duration"),
    (Confidence.ASSUMED, "triangular 10, 20, 40", "an assumed duration"),
    (None, "triangular 15, 20, 35", "a duration of unknown confidence (as unverified)"),
]


@pytest.mark.parametrize(("confidence", "spread", "reason"), BY_CONFIDENCE)
def test_the_less_sure_a_duration_the_wider_its_default(
    confidence: Confidence | None, spread: str, reason: str
) -> None:
    """Twenty working days, by what stands behind them; each default says that it is assumed."""
    (only,) = read(action(confidence=confidence)).listed
    assert only.spread == f"{spread} working days"
    assert only.reason == f"default for {reason}"
    assert only.assumed


def test_a_caller_may_give_other_multiples() -> None:
    """Defaults are an argument, by PERT too; certain ones add no uncertainty at all."""
    wide = Defaults(verified=Multiple(low=0.5, likely=1, high=3), shape=Shape.PERT)
    plan = Plan(title="A", start=START, actions=[action(confidence=Confidence.VERIFIED)])
    (only,) = inputs_of(plan, defaults=wide).draws
    assert only.spread == Distribution(shape=Shape.PERT, low=10, likely=20, high=60)
    assert inputs_of(plan, defaults=NO_DEFAULTS) == Told(
        draws=(), approvals=(), events=(), correlations=(), listed=()
    )


@pytest.mark.parametrize(("low", "likely", "high"), [(-1, 1, 2), (1.1, 1, 2), (0.5, 1, 0.9)])
def test_multiples_out_of_order_are_refused(low: float, likely: float, high: float) -> None:
    """Nothing takes less than no time, and the likely lies between the ends."""
    with pytest.raises(ModelError, match="0 <= low <= likely <= high is expected"):
        Multiple(low=low, likely=likely, high=high)


def test_a_default_needs_a_shape_of_three_values() -> None:
    """A multiple has a low, a likely and a high one."""
    with pytest.raises(ModelError, match="triangular or PERT is expected"):
        Defaults(shape=Shape.UNIFORM)


ASSUMED: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"confidence": Confidence.VERIFIED}, ("S01 duration",)),
    ({"duration": None, "after": "S00"}, ()),
    (
        {"duration": None, "planned_start": "2024-06-03", "due": "2024-06-28",
         "confidence": Confidence.VERIFIED},
        ("S01 due",),
    ),
    ({"actual_start": "2024-05-01", "confidence": Confidence.VERIFIED}, ()),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "fills"), ASSUMED)
def test_what_rests_on_an_assumption_has_the_widest_default(
    fields: dict[str, Any], fills: tuple[str, ...]
) -> None:
    """A length that is filled in, missing, from assumed dates, or left over from no report."""
    filled = [Assumption(id="A1", reason="nobody published it", fills=fills)]
    found = read(action("S00"), action(**fields), assumptions=filled)
    mine = next(each for each in found.draws if each.of == "S01")
    assert (mine.spread.low, mine.spread.high) == (0.5 * mine.centre, 2 * mine.centre)
    assert "default for an assumed" in mine.reason


def test_what_is_published_stays_so_beside_other_assumptions() -> None:
    """An assumed due date says nothing against a duration that was read in the original."""
    filled = [Assumption(id="A1", reason="nobody published it", fills=["S01 due"])]
    sure = action(due="2024-06-28", confidence=Confidence.VERIFIED)
    (only,) = read(sure, assumptions=filled).draws
    assert only.reason == "default for a verified duration"


def test_of_started_work_what_remains_is_drawn() -> None:
    """Six days are said to be left of twenty: the spread stands around six."""
    begun = action(actual_start="2024-05-01", remaining=6, confidence=Confidence.VERIFIED)
    (only,) = read(begun).listed
    assert only.spread == "triangular 5.4, 6, 7.5 working days"
    assert only.reason == "default for a verified remaining duration"


NOTHING_TO_DRAW: list[dict[str, Any]] = [
    {"duration": 0},
    {"actual_finish": "2024-05-01"},
    {"status": Status.CANCELLED},
    {"due": "ongoing"},
    {"actual_start": "2024-05-01", "remaining": 0},
]


@pytest.mark.parametrize("fields", NOTHING_TO_DRAW)
def test_what_takes_no_more_time_gets_no_default(fields: dict[str, Any]) -> None:
    """Done, dropped, ongoing and momentary work is certain."""
    assert read(action(**fields)).draws == ()


def test_moments_and_what_others_date_get_no_default() -> None:
    """A milestone takes no time, a grant's day is its giver's."""
    found = read(
        action(after="F1"),
        milestones=[Milestone(id="M1", title="Board", after="S01", due="2024-12-02")],
        commitments=[
            Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING, due="2024-06-10")
        ],
    )
    assert [each.of for each in found.draws] == ["S01"]


# --- promises -------------------------------------------------------------------------------------


def test_work_stretched_to_its_promise_may_end_later_than_it() -> None:
    """Twenty days of work promised for the end of July: the days to the promise stretch too."""
    plan = Plan(title="A", start=START, actions=[action(due="2024-07-31")])
    length, promise = inputs_of(plan).draws
    span = ENGLAND.count(date(2024, 6, 2), date(2024, 7, 31))
    assert span == 43
    assert promise.what is Uncertain.PROMISE
    assert (promise.spread.low, promise.spread.likely, promise.spread.high) == (
        -0.25 * span, 0, 0.75 * span
    )  # fmt: skip
    assert (promise.least, promise.centre) == (0, 0)
    assert promise.stream == length.stream
    assert words(inputs_of(plan))[1][2:] == (
        "triangular -10.75, 0, 32.25 working days later (below 0 counts as 0)",
        (
            "default for a duration of unknown confidence (as unverified), of the 43 working days "
            "from its start to its promise; not earlier"
        ),
    )


NOT_STRETCHED: list[tuple[dict[str, Any], Basis]] = [
    ({"due": "2024-07-31"}, Basis.NETWORK),
    ({"due": "2024-06-28"}, Basis.FORECAST),
    ({"due": "2024-06-20"}, Basis.FORECAST),
    ({}, Basis.FORECAST),
]


@pytest.mark.parametrize(("fields", "basis"), NOT_STRETCHED)
def test_a_promise_that_stretches_nothing_is_not_drawn(
    fields: dict[str, Any], basis: Basis
) -> None:
    """On the network a promise moves nothing; one that work fills or passes is no slack."""
    found = read(action(**fields), basis=basis)
    assert [each.what for each in found.draws] == [Uncertain.DURATION]


def test_a_given_duration_leaves_the_promise_alone() -> None:
    """Who gives a duration's spread has said how late it may be."""
    found = read(action(due="2024-07-31"), uncertainties=[said("S01")])
    assert [(each.what, each.assumed) for each in found.draws] == [(Uncertain.DURATION, False)]


def test_a_given_promise_takes_the_place_of_the_assumed_one() -> None:
    """The duration keeps its default, from a stream of its own."""
    found = read(action(due="2024-07-31"), uncertainties=[said("S01", Uncertain.PROMISE)])
    kept = [(each.what, each.assumed, each.stream) for each in found.draws]
    assert kept == [
        (Uncertain.PROMISE, False, "S01 promise"),
        (Uncertain.DURATION, True, "S01 duration"),
    ]


def test_a_promise_counts_in_the_activity_s_own_calendar() -> None:
    """With a lag in calendar days the engine counts instants; the span stays in working days."""
    late = [Dependency(id="S01", lag=4, lag_unit=LagUnit.CALENDAR_DAYS)]
    found = read(action(), action("S02", after=late, due="2024-09-30", duration=5))
    promise = found.draws[-1]
    # S01 is done on Friday 28 June; four days later is Wednesday 3 July.
    span = ENGLAND.count(date(2024, 7, 2), date(2024, 9, 30))
    assert promise.what is Uncertain.PROMISE
    assert promise.spread.high == 0.75 * span


# --- what the plan gives --------------------------------------------------------------------------


def test_a_given_spread_says_who_gave_it() -> None:
    """Sources, confidence and note stand in its reason, and it is not assumed."""
    source = Source(key="minutes", title="Minutes of the board")
    spread = said(
        "S01", sources=[source], confidence=Confidence.SECONDARY, note="as its manager expects"
    )
    (only,) = read(action(), uncertainties=[spread], register=[source]).listed
    assert only.reason == (
        "given in the plan, from Minutes of the board (secondary): as its manager expects"
    )
    assert (only.spread, only.assumed) == ("triangular 10, 15, 40 working days", False)


def test_every_kind_of_number_is_drawn_around_its_own_value() -> None:
    """A duration around itself, a start and a promise around no delay, a lag around itself."""
    links = [
        Dependency(id="S01", lag=5),
        Dependency(id="S01", type=DependencyType.START_TO_START, lag=-2),
        Dependency(id="S00", lag=7, lag_unit=LagUnit.CALENDAR_DAYS),
    ]
    start_to_start = DependencyType.START_TO_START
    found = read(
        action("S00"),
        action(),
        action("S02", after=links, due="2024-12-20"),
        uncertainties=[
            said("S02"),
            said("S02", Uncertain.START),
            said("S02", Uncertain.PROMISE),
            said("S02", Uncertain.LAG, after="S01", link_type=start_to_start),
            said("S02", Uncertain.LAG, after="S00"),
        ],
    )
    mine = [each for each in found.draws if each.of == "S02"]
    assert [(each.name, each.centre, each.link, each.least) for each in mine] == [
        ("duration", 20, None, 0.0),
        ("start", 0, None, 0.0),
        ("promise", 0, None, 0.0),
        ("lag after S01 (SS)", -2, 1, None),
        ("lag after S00", 7, 2, None),
    ]
    assert [each.spread for each in found.listed if each.of == "S02"][1:] == [
        "triangular 10, 15, 40 working days later",
        "triangular 10, 15, 40 working days later",
        "triangular 10, 15, 40 working days",
        "triangular 10, 15, 40 calendar days",
    ]


SETTLED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"actual_finish": "2024-05-01"}, {}, "it is done"),
    ({"due": "ongoing"}, {}, "it lasts as long as the rest"),
    ({"status": Status.CANCELLED}, {}, "it has no place in this schedule"),
    ({"needed_by": NeededBy.NONE}, {}, "the target does not wait for it"),
    ({"actual_start": "2024-05-01"}, {"what": Uncertain.START}, "it has begun"),
    (
        {"after": "S00", "actual_finish": "2024-05-01"},
        {"what": Uncertain.LAG, "after": "S00"},
        "it is done",
    ),
]


@pytest.mark.parametrize(("fields", "number", "why"), SETTLED)
def test_a_spread_of_what_is_settled_is_listed_without_effect(
    fields: dict[str, Any], number: dict[str, Any], why: str
) -> None:
    """Nothing that the plan says disappears: the list tells why it changes nothing."""
    plan = Plan(
        title="A",
        start=START,
        actions=[action("S00"), action(**fields)],
        uncertainties=[said("S01", **number)],
    )
    target = Window(id="w", name="Reinspection", scope="reinspection", latest=END)
    found = inputs_of(plan, target=target)
    *_, last = words(found)
    assert last[3] == f"given in the plan; has no effect: {why}"
    assert [each.has_effect for each in found.listed] == [True] * (len(found.listed) - 1) + [False]
    assert [each for each in found.draws if not each.assumed] == []


def test_cancelled_work_between_work_that_is_alive_has_no_spread() -> None:
    """Its links pass through it, and nobody will do it."""
    found = read(
        action("S00"),
        action(after="S00", status=Status.CANCELLED),
        action("S02", after="S01"),
        uncertainties=[said("S01")],
    )
    assert words(found)[-1][3] == "given in the plan; has no effect: it was cancelled"


def test_a_promise_holds_nothing_on_the_network() -> None:
    """There nobody waits for a promise, so how late it may be kept changes nothing."""
    found = read(
        action(due="2024-07-31"),
        basis=Basis.NETWORK,
        uncertainties=[said("S01", Uncertain.PROMISE)],
    )
    assert words(found)[-1][3].endswith("has no effect: no promise holds it in this schedule")


def test_a_link_that_binds_nothing_has_no_lag() -> None:
    """A grant without a date gates nothing yet: the link to it cannot be late."""
    grant = Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING)
    found = read(
        action(after="F1"),
        commitments=[grant],
        uncertainties=[said("S01", Uncertain.LAG, after="F1")],
    )
    assert words(found)[-1][3].endswith("has no effect: the link binds nothing in this schedule")


def test_what_others_date_may_come_later_than_their_day() -> None:
    """A grant's day is uncertain by its start, in working days later."""
    grant = Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING, due="2024-06-10")
    found = read(
        action(after="F1"), commitments=[grant], uncertainties=[said("F1", Uncertain.START)]
    )
    (given_one,) = [each for each in found.draws if not each.assumed]
    assert (given_one.of, given_one.what) == ("F1", Uncertain.START)


# --- decisions, risks, correlations ---------------------------------------------------------------


def risk(name: str, *affects: str) -> Risk:
    """Return a risk for these."""
    return Risk(id=name, title="It fails", probability=0.25, delay=THREE, affects=affects)


def test_approvals_say_what_happens_when_they_are_refused() -> None:
    """A second attempt takes longer; without one the work is never done; done work needs none."""
    found = read(
        action(),
        action("S02"),
        action("S03", actual_finish="2024-05-01"),
        approvals=[
            Approval(of="S01", probability=0.8),
            Approval(of="S02", probability=0.9, otherwise=THREE),
            Approval(of="S03", probability=0.5),
        ],
    )
    assert [(each.number, each.id, each.otherwise) for each in found.approvals] == [
        (0, "S01", None),
        (1, "S02", THREE),
    ]
    assert [each[2:] for each in words(found)[2:]] == [
        ("given with probability 0.8, otherwise never", "given in the plan"),
        (
            "given with probability 0.9, otherwise triangular 10, 15, 40 working days later",
            "given in the plan",
        ),
        (
            "given with probability 0.5, otherwise never",
            "given in the plan; has no effect: it is done",
        ),
    ]


def test_a_risk_touches_only_what_it_can_still_delay() -> None:
    """Of a risk for done and open work the open one counts; of one for done work nothing does."""
    found = read(
        action(),
        action("S02", actual_finish="2024-05-01"),
        risks=[risk("R1", "S01", "S02"), risk("R2", "S02")],
    )
    assert [(each.id, each.numbers, each.stream) for each in found.events] == [
        ("R1", (0,), "R1 risk")
    ]
    delay = "triangular 10, 15, 40 working days more for"
    assert words(found)[1:] == [
        ("R1", "risk", f"happens with probability 0.25: {delay} S01", "given in the plan"),
        (
            "R2", "risk", f"happens with probability 0.25: {delay} S02",
            "given in the plan; has no effect: nothing that it affects can change any more",
        ),
    ]  # fmt: skip


def test_an_activity_follows_the_first_correlation_that_names_it() -> None:
    """An agency's work is tied; what another ties already is left to that one."""
    work = [action(name, accountable="SCC") for name in ("S01", "S02", "S03")]
    found = read(
        *work,
        correlations=[
            Correlation(id="C1", of=["S03", "S01"], coefficient=0.3),
            Correlation(id="C2", agency="SCC", coefficient=0.5),
        ],
    )
    (tied,) = found.correlations
    assert (tied.id, tied.members, tied.coefficient, tied.matrix) == ("C1", (0, 2), 0.3, ())
    assert words(found)[3:] == [
        ("C1", "correlation", "0.3 between each two, durations of S03, S01", "given in the plan"),
        (
            "C2",
            "correlation",
            "0.5 between each two, durations of agency SCC",
            "given in the plan; has no effect: fewer than two uncertain durations are left to it",
        ),
    ]


def test_a_matrix_follows_the_activities_that_are_left() -> None:
    """Rows and columns of done work go; the others stand in the order of the draws."""
    matrix = [[1, 0.1, 0.2], [0.1, 1, 0.3], [0.2, 0.3, 1]]
    found = read(
        action(),
        action("S02", actual_finish="2024-05-01"),
        action("S03", due="2024-12-20"),
        correlations=[Correlation(id="C1", of=["S03", "S02", "S01"], matrix=matrix)],
    )
    (tied,) = found.correlations
    assert [found.draws[place].of for place in tied.members] == ["S01", "S03"]
    assert list(map(list, tied.matrix)) == [[1, 0.2], [0.2, 1]]
    assert words(found)[3][2] == "a matrix, durations of S03, S02, S01"


@pytest.mark.extra
def test_fitted_percentiles_show_their_ends_and_error() -> None:
    """Who gives three percentiles sees which triangle was taken for them."""
    spread = Distribution(p10=12, p50=20, p90=30)
    (only,) = read(action(), uncertainties=[said("S01", spread=spread)]).listed
    assert only.spread.startswith("triangular P10 12, P50 20, P90 30 working days (fitted ")
    ends = only.spread.partition("fitted ")[2].partition(", out by")[0]
    low, likely, high = map(float, ends.split(", "))
    # The area left of P10, and right of P90, of a triangle with these ends.
    assert (12 - low) ** 2 / ((high - low) * (likely - low)) == pytest.approx(0.1, abs=0.002)
    assert (high - 30) ** 2 / ((high - low) * (high - likely)) == pytest.approx(0.1, abs=0.002)


@pytest.mark.extra
def test_what_is_cut_off_at_nothing_says_so() -> None:
    """Ends fitted to percentiles may lie below 0: no work takes less, while a lead may."""
    low = Distribution(shape=Shape.UNIFORM, p10=1, p90=17)
    lag = said("S02", Uncertain.LAG, after="S01", spread=low)
    found = read(action(), action("S02", after="S01"), uncertainties=[said("S01", spread=low), lag])
    shown = "uniform P10 1, P90 17 working days (fitted -1, 9, 19, out by 0"
    assert [each.spread for each in found.listed if not each.assumed] == [
        f"{shown}; below 0 counts as 0)",
        f"{shown})",
    ]


# --- any plan -------------------------------------------------------------------------------------


def every_input(plan: Plan, basis: Basis) -> Told:
    """Return what is uncertain in a random plan, unless its dates leave the known calendar."""
    try:
        return inputs_of(plan, basis=basis)
    except CalendarError:
        reject()


def pairs(draws: tuple[Draw, ...]) -> list[tuple[str, Uncertain]]:
    """Return what each stream is drawn for."""
    return [(each.stream, each.what) for each in draws]


@pytest.mark.extra
@given(plans(acyclic=True, most_work=5), st.sampled_from([Basis.NETWORK, Basis.FORECAST]))
@settings(max_examples=50)
def test_every_statement_of_a_plan_is_listed_once(plan: Plan, basis: Basis) -> None:
    """What a plan says of its doubt is in the list, and every draw is in it too."""
    found = every_input(plan, basis)
    stated = [each for each in found.listed if not each.assumed]
    given_lists = (plan.uncertainties, plan.approvals, plan.risks, plan.correlations)
    assert len(stated) == sum(map(len, given_lists))
    assumed = [each for each in found.draws if each.assumed]
    assert len(found.listed) - len(stated) == len(assumed)
    assert len(set(pairs(found.draws))) == len(found.draws)
    tied = [place for each in found.correlations for place in each.members]
    assert len(set(tied)) == len(tied)
    assert {found.draws[place].what for place in tied} <= {Uncertain.DURATION}
