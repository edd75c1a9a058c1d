"""Ready or not: the four answers, what hides them, and the answer for each recommendation."""

from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve

from send_framework import (
    ENGLAND,
    Action,
    Milestone,
    NeededBy,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    Status,
    Window,
)
from send_framework.network.kinds import ReadinessState
from send_framework.network.readiness import CAVEAT, readiness_by_recommendation
from send_framework.network.results import Readiness
from send_framework.network.schedule import schedule
from send_framework.network.target import in_scope
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone, window_of

PRIORITY = Recommendation(
    id="PA1",
    kind=RecommendationKind.PRIORITY_ACTION,
    text="Plan together.",
    parts=[RecommendationPart(id="PA1(a)", text="Governance")],
)
IMPROVEMENT = Recommendation(
    id="AFI1", kind=RecommendationKind.AREA_FOR_IMPROVEMENT, text="Use data."
)
JUNE_TO_AUGUST = window_of(date(2024, 6, 24), date(2024, 7, 22), date(2024, 8, 19))


def ready(
    *work: Action | Milestone,
    target: Window | None = JUNE_TO_AUGUST,
    recommendations: Sequence[Recommendation] = (),
) -> Readiness:
    """Return the readiness of a plan of this work."""
    plan = plan_of(*work, recommendations=recommendations)
    return schedule(plan, target=target, on=FRIDAY_BEFORE).readiness


class TestTheFourAnswers:
    """Before the earliest; only if late; not even then; cannot be said."""

    def test_ready_before_the_earliest_day(self) -> None:
        """Five days from 3 June leave ten before 24 June."""
        answer = ready(act("A", 5))
        assert answer.state is ReadinessState.BEFORE_EARLIEST
        assert (str(answer.ready_on), answer.float_to_earliest) == ("2024-06-10", 10)
        assert answer.sentence.startswith("Ready from 10 June 2024")

    def test_ready_only_if_they_come_late(self) -> None:
        """Twenty days end after the earliest day and before the latest."""
        answer = ready(act("A", 20))
        assert answer.state is ReadinessState.ONLY_IF_LATE
        assert (answer.float_to_earliest, answer.float_to_expected) == (-5, 15)

    def test_not_ready_even_on_the_latest_day(self) -> None:
        """Sixty days end after the latest day."""
        assert ready(act("A", 60)).state is ReadinessState.NOT_EVEN_THEN

    def test_without_a_latest_day_the_expected_one_is_only_the_last_known(self) -> None:
        """A forecast is no last day: nobody knows that inspectors will not come later."""
        told = evolve(JUNE_TO_AUGUST, earliest=None, latest=None)
        words = ready(act("A", 60), target=told).sentence
        assert words.startswith("Not ready on the expected day, the last one known: ready from")
        assert ready(act("A", 60)).sentence.startswith("Not ready even on the last day: ready from")

    def test_it_cannot_be_said_while_work_has_no_place(self) -> None:
        """An undated action in scope hides the answer, and is named."""
        answer = ready(act("A", 5), act("B"), act("C"))
        assert answer.state is ReadinessState.CANNOT_BE_SAID
        assert answer.missing == ("B", "C")
        assert "2 have no place in time: B, C." in answer.sentence

    def test_known_lateness_beats_missing_work(self) -> None:
        """What is too late already stays too late whatever the gaps hide."""
        answer = ready(act("A", 60), act("B"))
        assert answer.state is ReadinessState.NOT_EVEN_THEN
        assert "1 has no place in time: B." in answer.sentence

    def test_nothing_dated_at_all(self) -> None:
        """Without a date in scope there is nothing to compare."""
        answer = ready(act("A"))
        assert (answer.state, answer.ready_on) == (ReadinessState.CANNOT_BE_SAID, None)
        assert "nothing in scope has dates" in answer.sentence

    def test_without_a_target_there_is_nothing_to_be_ready_for(self) -> None:
        """The answer says so."""
        assert "nothing to be ready for" in ready(act("A", 5), target=None).sentence

    def test_every_day_of_the_window_has_passed(self) -> None:
        """Nobody recorded an inspection: it cannot be said."""
        late = schedule(plan_of(act("A", 5)), target=JUNE_TO_AUGUST, on=date(2024, 9, 2))
        assert late.readiness.state is ReadinessState.CANNOT_BE_SAID
        assert "every day of the window has passed" in late.readiness.sentence

    def test_a_past_end_is_said_to_be_past(self) -> None:
        """On 1 July the earliest day has passed; the next one counts."""
        late = schedule(plan_of(act("A", 5)), target=JUNE_TO_AUGUST, on=date(2024, 7, 1))
        assert late.readiness.state is ReadinessState.BEFORE_EARLIEST
        assert "24 June 2024, already past" in late.readiness.sentence

    def test_a_window_with_one_known_end(self) -> None:
        """Unknown ends are left out, nothing is put in their place."""
        answer = ready(act("A", 5), target=window_of(None, date(2024, 6, 11)))
        assert answer.state is ReadinessState.BEFORE_EARLIEST
        assert (answer.float_to_earliest, answer.float_to_expected) == (None, 1)
        assert "+1 working day to the expected day" in answer.sentence

    def test_assumptions_on_the_path_are_counted(self) -> None:
        """One assumed duration of two activities and one link."""
        answer = ready(act("A", 5), act("B", None, "A"))
        assert (answer.assumed, answer.of) == (1, 3)


class TestScope:
    """A monitoring inspection looks only at the areas for priority action."""

    def test_only_what_answers_a_priority_action_and_what_it_waits_for(self) -> None:
        """Its own scope, by answer, by what the plan says, and by links."""
        plan = plan_of(
            act("A", 5, answers="PA1"),
            act("B", 5, answers="AFI1"),
            act("C", 5, answers="AFI1", needed_by=NeededBy.MONITORING),
            act("D", 5, answers="PA1", needed_by=NeededBy.REINSPECTION),
            act("E", 5, needed_by=NeededBy.NONE),
            act("F", 5, "E", answers="PA1(a)"),
            recommendations=[PRIORITY, IMPROVEMENT],
        )
        assert in_scope(plan, "monitoring") == {"A", "C", "E", "F"}
        assert in_scope(plan, "reinspection") == {"A", "B", "C", "D", "E", "F"}
        target = window_of(date(2024, 8, 19), scope="monitoring")
        answer = schedule(plan, target=target, on=FRIDAY_BEFORE)
        assert answer.scope == ("A", "C", "E", "F")
        assert answer.readiness.caveat == CAVEAT

    def test_an_unanswered_part_hides_the_answer(self) -> None:
        """Answering the whole does not say which part is covered."""
        target = window_of(date(2024, 8, 19), scope="monitoring")
        work = act("A", 5, answers="PA1")
        answer = ready(work, target=target, recommendations=[PRIORITY, IMPROVEMENT])
        assert answer.missing == ("PA1(a)",)
        everything = ready(work, recommendations=[PRIORITY, IMPROVEMENT])
        assert everything.missing == ("PA1(a)", "AFI1")

    def test_cancelled_work_answers_nothing(self) -> None:
        """What nobody will do is no answer, and is not missing either."""
        target = window_of(date(2024, 8, 19), scope="monitoring")
        work = act("A", 5, answers="PA1(a)", status=Status.CANCELLED)
        assert ready(work, target=target, recommendations=[PRIORITY]).missing == ("PA1(a)",)

    def test_a_milestone_asks_only_for_its_own_work(self) -> None:
        """Unanswered recommendations do not matter to a milestone."""
        target = window_of(date(2024, 8, 19), scope="M")
        answer = ready(act("A", 5), stone("M", "A"), target=target, recommendations=[PRIORITY])
        assert answer.missing == ()


class TestByRecommendation:
    """The answer for each recommendation and part."""

    def test_each_has_its_own_answer(self) -> None:
        """A part is late, the other recommendation is not answered at all."""
        plan = plan_of(
            act("A", 5, answers="PA1"),
            act("B", 20, link("A"), answers="PA1(a)"),
            act("O", due="ongoing", answers="PA1(a)"),
            act("U", answers="PA1"),
            recommendations=[PRIORITY, IMPROVEMENT],
        )
        answer = schedule(plan, target=JUNE_TO_AUGUST, on=FRIDAY_BEFORE)
        whole, part, other = readiness_by_recommendation(plan, answer)
        assert (whole.id, whole.answered_by) == ("PA1", ("A", "U", "B", "O"))
        assert whole.readiness.missing == ("U",)
        assert (part.id, part.part_of, part.answered_by) == ("PA1(a)", "PA1", ("B", "O"))
        assert part.readiness.state is ReadinessState.ONLY_IF_LATE
        assert (other.answered_by, other.readiness.missing) == ((), ("AFI1",))

    @pytest.mark.parametrize(("scope", "days"), [("monitoring", 5), ("reinspection", 40)])
    def test_work_that_the_inspection_does_not_need_holds_nothing_up(
        self, scope: str, days: int
    ) -> None:
        """The same work counts by recommendation as counts for the overall answer."""
        plan = plan_of(
            act("A", 5, answers="PA1(a)"),
            act("L", 40, answers="PA1(a)", needed_by=NeededBy.REINSPECTION),
            act("N", 60, answers="PA1(a)", needed_by=NeededBy.NONE),
            act("B", 40, answers="AFI1", needed_by=NeededBy.REINSPECTION),
            recommendations=[PRIORITY, IMPROVEMENT],
        )
        answer = schedule(plan, target=evolve(JUNE_TO_AUGUST, scope=scope), on=FRIDAY_BEFORE)
        whole, part, other = readiness_by_recommendation(plan, answer)
        ready_on = ENGLAND.add(FRIDAY_BEFORE, days + 1)
        assert (whole.readiness.ready_on, part.readiness.ready_on) == (ready_on, ready_on)
        assert answer.readiness.ready_on == ready_on
        assert whole.answered_by == ("A", "L", "N")
        assert (other.readiness.ready_on is None) == (scope == "monitoring")
