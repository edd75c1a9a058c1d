"""What a plan's own words mean: promises of moments, facts still to come, days nobody works."""

from datetime import date

import pytest
from attrs import evolve

from send_framework import (
    Assumption,
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Recommendation,
    RecommendationKind,
    Side,
    Status,
    WorkingCalendar,
)
from send_framework.checks import check
from send_framework.network.kinds import Absence, Basis, FactKind, ReadinessState
from send_framework.network.readiness import CAVEAT, readiness_by_recommendation
from send_framework.network.reasons import explain
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule
from send_framework.working_days import Closure
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone, window_of

KEPT = "promise-cannot-be-kept"
TERM = WorkingCalendar(
    id="term",
    title="School terms",
    closures=(Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3)),),
)


def of_kind(answer: Schedule, kind: FactKind) -> list[tuple[str, int | None]]:
    """Return the subject and size of each fact of a kind."""
    return [(each.subject, each.working_days) for each in answer.facts if each.kind is kind]


class TestPromisedMoments:
    """A moment takes no time, in promises too."""

    def test_a_decision_may_be_promised_for_the_day_the_work_is(self) -> None:
        """The board confirms on the Friday on which the work is promised: nothing is broken."""
        plan = plan_of(act("A", 5, due="2024-06-07"), stone("M", "A", due="2024-06-07"))
        answer = schedule(plan, on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert of_kind(answer, FactKind.BROKEN_LINK) == []
        assert [each.slack for each in answer.links] == [0]

    @pytest.mark.parametrize(("side", "broken"), [(Side.START, []), (Side.FINISH, [("A", 1)])])
    def test_the_side_of_its_day_says_when_work_may_follow(
        self, side: Side, broken: list[tuple[str, int]]
    ) -> None:
        """What opens on Monday morning lets work start that Monday; what ends with it does not."""
        opening = stone("M", due="2024-06-10", fixed=True, side=side)
        work = act("A", 5, "M", planned_start="2024-06-10", due="2024-06-14")
        answer = schedule(plan_of(opening, work), on=FRIDAY_BEFORE)
        assert of_kind(answer, FactKind.BROKEN_LINK) == broken

    @pytest.mark.parametrize(("lag", "gap"), [(5, -26), (0, 10), (-3, 13)])
    def test_a_lag_is_counted_in_the_calendar_it_names(self, lag: int, gap: int) -> None:
        """Five school days after 19 July 2024 end on 10 September, 26 working days too late."""
        plan = plan_of(
            act("A", 5, due="2024-07-19"),
            act("B", 5, link("A", lag=lag, lag_calendar="term"), planned_start="2024-08-05"),
            calendars=[TERM],
        )
        [tie] = schedule(plan, on=FRIDAY_BEFORE, basis=Basis.PROMISED).links
        assert tie.slack == gap

    @pytest.mark.parametrize(
        ("due", "reached"),
        [
            ("2024-06", "2024-06-28"),  # June ends on a Sunday
            ("2024-08", "2024-08-30"),  # August on a Saturday
            ("2024-08-26", "2024-08-23"),  # a bank holiday
            ("2024-07-31", "2024-07-31"),
        ],
    )
    def test_a_month_that_ends_on_a_weekend_is_kept_on_its_last_working_day(
        self, due: str, reached: str
    ) -> None:
        """A milestone promised for June is no day late when the work for it ends in time."""
        plan = plan_of(act("A", 5), act("B", 5, due=due), stone("M", "A", due=due))
        answer = schedule(plan, target=None, on=FRIDAY_BEFORE)
        days = {each.id: str(each.early_finish) for each in answer.activities}
        assert (days["B"], days["M"]) == (reached, reached)
        assert KEPT not in {each.code for each in check(plan, on=FRIDAY_BEFORE)}

    def test_a_forecast_moves_no_promise(self) -> None:
        """Promised for 3 to 14 June, now expected to start on the 10th: the promise stands."""
        work = act("A", planned_start="2024-06-03", due="2024-06-14", forecast_start="2024-06-10")
        answer = schedule(plan_of(work), on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert str(answer.activity("A").early_start) == "2024-06-03"

    def test_a_start_that_happened_breaks_no_promise(self) -> None:
        """C started before B was done: that is out of order, and no promise of C's."""
        plan = plan_of(
            act("B", 10, actual_start="2024-09-18", remaining=8),
            act("C", 10, "B", actual_start="2024-09-23", remaining=6),
        )
        answer = schedule(plan, on=date(2024, 9, 30))
        assert of_kind(answer, FactKind.BROKEN_LINK) == []
        assert of_kind(answer, FactKind.OUT_OF_ORDER) == [("C", None)]


class TestFactsStillToCome:
    """A fact later than the data date is ignored in that run, by everything."""

    def test_a_commitment_falls_back_on_its_forecast(self) -> None:
        """The money "came" in September; in May all that is known is that July is planned."""
        money = Commitment(
            id="F", title="Money", kind=CommitmentKind.FUNDING,
            due="2024-07-01", actual="2024-09-02",
        )  # fmt: skip
        answer = schedule(plan_of(act("B", 5, "F"), commitments=[money]), on=FRIDAY_BEFORE)
        assert str(answer.activity("B").early_start) == "2024-07-02"
        assert of_kind(answer, FactKind.FUTURE_FACT) == [("F", None)]

    def test_a_commitment_with_nothing_else_binds_nothing_yet(self) -> None:
        """Without forecast and plan the date of the money is not known in May."""
        money = Commitment(id="F", title="Money", kind=CommitmentKind.FUNDING, actual="2024-09-02")
        answer = schedule(plan_of(act("B", 5, "F"), commitments=[money]), on=FRIDAY_BEFORE)
        assert str(answer.activity("B").early_start) == "2024-06-03"
        assert [(each.id, each.why) for each in answer.unscheduled] == [("F", Absence.UNDATED)]

    def test_it_gives_work_no_place(self) -> None:
        """An action and a milestone of which nothing else is said have no place in time."""
        plan = plan_of(act("A", actual_start="2024-09-02"), stone("M", actual="2024-09-02"))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert [each.id for each in answer.unscheduled] == ["A", "M"]


def test_a_moment_that_came_on_a_day_nobody_gave_is_inferred() -> None:
    """Complete without a date: the earlier of due and data date, marked as inferred."""
    plan = plan_of(stone("M", status=Status.COMPLETE, due="2024-06-05"), act("B", 5, "M"))
    found = schedule(plan, on=date(2024, 6, 7)).activity("M")
    assert (str(found.early_finish), found.complete, found.inferred) == ("2024-06-05", True, True)


@pytest.mark.parametrize(("lead", "broken"), [(None, []), ("P", [("A", 5)])])
def test_work_that_must_start_on_a_saturday_starts_on_monday(
    lead: str | None, broken: list[tuple[str, int]]
) -> None:
    """That breaks no constraint and has no negative float; a week later would."""
    must = Constraint(kind=ConstraintKind.MUST_START_ON, day=date(2024, 6, 15))
    work = act("A", 5, *([lead] if lead else []), constraints=[must])
    answer = schedule(plan_of(act("P", 15), work), on=FRIDAY_BEFORE)
    assert of_kind(answer, FactKind.BROKEN_CONSTRAINT) == broken
    assert (answer.activity("A").total_float or 0) == -sum(days for _, days in broken)


class TestWhatIsAssumed:
    """Whatever nobody published is marked on the activity, in its reasons and in the count."""

    def test_an_assumed_promise_is_marked_like_an_assumed_length(self) -> None:
        """B's due date stretches the plan to 31 July, and nobody published it."""
        assumed = Assumption(id="G1", reason="A guess", fills=["B due", "B answers"])
        plan = plan_of(act("A", 5), act("B", 5, "A", due="2024-07-31"), assumptions=[assumed])
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert answer.activity("B").assumed == ("due",)
        assert explain(plan, answer, "B").assumed == ("B due",)
        assert (answer.readiness.assumed, answer.readiness.of) == (1, 1)

    def test_a_commitment_whose_day_is_assumed_says_so(self) -> None:
        """Nobody published when the contract ends."""
        contract = Commitment(
            id="K", title="Contract", kind=CommitmentKind.CONTRACT, due="2024-07-01"
        )
        assumed = Assumption(id="G1", reason="A guess", fills=["K due"])
        plan = plan_of(act("B", 5, "K"), commitments=[contract], assumptions=[assumed])
        assert schedule(plan, on=FRIDAY_BEFORE).activity("K").assumed == ("due",)

    def test_an_assumed_link_inside_a_chain_is_named(self) -> None:
        """C starts with B, which starts after A by an assumed link that B's promise hides."""
        assumed = Assumption(id="G1", reason="A guess", fills=["B after A"])
        plan = plan_of(
            act("A", 5),
            act("B", 5, "A", due="2024-07-31"),
            act("C", 5, link("B", "SS")),
            assumptions=[assumed],
        )
        found = explain(plan, schedule(plan, on=FRIDAY_BEFORE), "C")
        assert (found.chain, found.assumed) == (("A", "B", "C"), ("B after A",))


def test_closed_days_lie_between_a_start_and_what_drove_it() -> None:
    """B waits for its own planned start, not for A: A's weekends explain nothing."""
    plan = plan_of(act("A", 5), act("B", 5, "A", planned_start="2024-07-01"))
    assert explain(plan, schedule(plan, on=FRIDAY_BEFORE), "B").gaps == ()


class TestWhatHidesTheAnswer:
    """Work that nobody waits for hides nothing; a weakness that nobody works on does."""

    def test_a_significant_weakness_without_work(self) -> None:
        """A re-visit judges every weakness: one of two has no work, so nothing can be said."""
        weaknesses = [
            Recommendation(id=name, text="Do it", kind=RecommendationKind.SIGNIFICANT_WEAKNESS)
            for name in ("W1", "W2")
        ]
        plan = plan_of(act("A", 5, answers="W1"), recommendations=weaknesses)
        window = window_of(date(2024, 8, 19), scope="monitoring")
        answer = schedule(plan, on=FRIDAY_BEFORE, target=window).readiness
        assert (answer.state, answer.missing) == (ReadinessState.CANNOT_BE_SAID, ("W2",))

    def test_ongoing_work_passes_no_scope_on(self) -> None:
        """A goes beside ongoing O, which goes beside two that wait for themselves: A is dated."""
        asked = Recommendation(id="PA1", text="Do it", kind=RecommendationKind.PRIORITY_ACTION)
        plan = plan_of(
            act("P", 5, "R"),
            act("R", 5, "P"),
            act("O", None, "P", due="ongoing"),
            act("A", 5, "O", answers="PA1"),
            recommendations=[asked],
        )
        window = window_of(date(2024, 8, 19), scope="monitoring")
        answer = schedule(plan, on=FRIDAY_BEFORE, target=window)
        assert answer.scope == ("A",)
        assert (answer.readiness.state, answer.readiness.missing) == (
            ReadinessState.BEFORE_EARLIEST,
            (),
        )


class TestMomentsAtTheStartOfADay:
    """What opens with a day is reached before that day is worked."""

    def test_it_is_promised_for_the_morning_of_its_day(self) -> None:
        """Due on Monday 17 June: it keeps its promise, and what waits for it starts that day."""
        plan = plan_of(act("A", 5), stone("M", "A", due="2024-06-17", side=Side.START))
        answer = schedule(evolve(plan, actions=(*plan.actions, act("B", 5, "M"))), on=FRIDAY_BEFORE)
        assert str(answer.activity("M").early_finish) == "2024-06-17"
        assert answer.activity("M").float_to_promise == 0
        assert str(answer.activity("B").early_start) == "2024-06-17"

    @pytest.mark.parametrize("basis", Basis)
    def test_it_is_ready_for_inspectors_of_that_day(self, basis: Basis) -> None:
        """Reached as 10 June begins, it is in time for that day: its float and the answer agree."""
        asked = Recommendation(id="PA1", text="Do it", kind=RecommendationKind.PRIORITY_ACTION)
        opening = stone("M", side=Side.START, due="2024-06-10", answers="PA1", fixed=True)
        window = window_of(date(2024, 6, 10), scope="monitoring")
        plan = plan_of(opening, recommendations=[asked])
        answer = schedule(plan, on=FRIDAY_BEFORE, target=window, basis=basis)
        assert answer.readiness.state is ReadinessState.BEFORE_EARLIEST
        assert answer.readiness.float_to_earliest == 0
        assert answer.activity("M").float_to_earliest == 0
        [by_recommendation] = readiness_by_recommendation(plan, answer)
        assert by_recommendation.readiness == evolve(
            answer.readiness, of=by_recommendation.readiness.of, caveat=CAVEAT
        )


def test_what_was_reported_as_left_is_not_assumed() -> None:
    """A is overdue, and its owner says that four days are left: that is a report."""
    plan = plan_of(act("A", 10, due="2024-06-14", actual_start="2024-06-03", remaining=4))
    answer = schedule(plan, on=date(2024, 7, 1))
    assert answer.activity("A").assumed == ()
    assert of_kind(answer, FactKind.OVERDUE_UNREPORTED) == []


@pytest.mark.parametrize(
    ("forecast", "words"), [("2024-08-30", "is now expected on"), (None, "cannot be done before")]
)
def test_an_own_forecast_is_not_what_cannot_be_helped(forecast: str | None, words: str) -> None:
    """C could be done in time; its owner expects otherwise. Without a forecast the links decide."""
    plan = plan_of(act("C", 40, due="2024-07-12", forecast_finish=forecast))
    [fact] = [
        each
        for each in schedule(plan, on=FRIDAY_BEFORE).facts
        if each.kind is FactKind.BROKEN_PROMISE
    ]
    assert words in fact.sentence
    [found] = [each for each in check(plan, on=FRIDAY_BEFORE) if each.code == KEPT]
    assert ("is now expected on" in found.message) == bool(forecast)
