"""Each of the fourteen points, counted by hand on the smallest plan that breaks it."""

from datetime import date

import pytest
from attrs import evolve

from send_framework import (
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Dependency,
    LagUnit,
    Milestone,
    Plan,
    Status,
    Window,
    WindowEnd,
)
from send_framework.checks.quality import Bound, QualityPoint, quality
from send_framework.checks.quality.definitions import POINTS
from tests.checks.cases import act, plan
from tests.checks.quality.cases import FIRST_OF_JULY, POINT_CASES, SS, Case, done, promised, two


def point(asked: Plan, key: str, target: Window | None = None) -> QualityPoint:
    """Return one point of a plan."""
    return next(each for each in quality(asked, target=target).points if each.key == key)


def counts(found: QualityPoint) -> tuple[int | None, int | None]:
    """Return how many of how many."""
    return found.count, found.of


def name_of(case: Case) -> str:
    """Return what a case is called in the report of a run."""
    return case.key


def test_every_point_has_a_case() -> None:
    """No point is left without a plan that breaks it."""
    assert {each.key for each in POINT_CASES} == {each.key for each in POINTS}


@pytest.mark.parametrize("case", POINT_CASES, ids=name_of)
def test_the_smallest_plan_breaks_its_point(case: Case) -> None:
    """The count is the one worked by hand, and those concerned are named."""
    found = point(case.has, case.key, target=case.target)
    assert counts(found) == case.found
    assert found.within is False
    assert found.activities == case.names
    assert tuple((link.predecessor, link.successor) for link in found.links) == case.links


@pytest.mark.parametrize("case", POINT_CASES, ids=name_of)
def test_its_neighbour_keeps_it(case: Case) -> None:
    """One thing differs, and the threshold is kept."""
    found = point(case.neighbour, case.key, target=case.target)
    assert counts(found) == case.left
    assert found.within is True


def test_points_are_numbered_as_they_are_known() -> None:
    """Fourteen points, in order."""
    assert [each.number for each in quality(plan()).points] == list(range(1, 15))
    assert quality(two()).point(12).key == "critical-path-test"


def test_a_plan_without_work_has_no_answers() -> None:
    """Nothing to judge is not nothing wrong: each point says why it cannot be answered."""
    for each in quality(plan()).points:
        assert (each.within, each.share, each.count, each.of) == (None, None, None, None)
        assert each.reason


def test_one_in_twenty_is_still_within() -> None:
    """Thresholds of five in a hundred are kept at five in a hundred, and broken above."""
    chain = [act("S0", duration=1)]
    chain += [act(f"S{n}", duration=1, after=f"S{n - 1}") for n in range(1, 21)]
    chain[20] = evolve(chain[20], after=[Dependency(id="S19", lag=3)])
    whole = point(plan(*chain), "lags")
    assert (counts(whole), whole.within) == ((1, 20), True)
    shorter = point(plan(*chain[:1], *(evolve(chain[20], after=[Dependency(id="S0", lag=3)]),
                         *chain[1:19])), "lags")  # fmt: skip
    assert (counts(shorter), shorter.within) == ((1, 19), False)


def test_finished_dropped_and_ongoing_work_is_not_counted() -> None:
    """Only what is still to be done counts, and links into it."""
    asked = plan(
        done("A", "2024-06-05"),
        act("B", after="A", status=Status.CANCELLED),
        act("C", after="A", due="ongoing"),
        act("D", after=["A", "C"], duration=5),
    )
    answer = quality(asked)
    assert (answer.actions, answer.links) == (1, 1)
    assert answer.point(1).activities == ("D",)


def test_links_into_milestones_and_commitments_count() -> None:
    """What waits is judged, whoever it is; a commitment that was kept waits no more."""
    asked = plan(
        act("A", duration=5),
        milestones=[Milestone(id="M", title="Decided", after=[Dependency(id="A", lag=2)])],
        commitments=[
            Commitment(id="C1", title="Money", kind=CommitmentKind.FUNDING, after="A"),
            Commitment(
                id="C2", title="Post", kind=CommitmentKind.APPOINTMENT, after="A",
                actual="2024-06-05",
            ),
        ],
    )  # fmt: skip
    found = point(asked, "lags")
    assert counts(found) == (1, 2)
    assert [link.successor for link in found.links] == ["M"]


def test_work_without_a_place_is_not_judged_by_its_float() -> None:
    """It stands apart, by name, instead of passing as sound."""
    found = point(plan(act("A", duration=5), act("B")), "negative-float", target=FIRST_OF_JULY)
    assert counts(found) == (0, 1)
    assert found.unanswered == ("B",)


def test_a_window_that_has_passed_leaves_no_float_to_judge() -> None:
    """Points 6, 7 and 13 say so instead of counting nothing."""
    gone = evolve(FIRST_OF_JULY, earliest=WindowEnd(day=date(2024, 6, 3), reason="announced"))
    answer = quality(plan(act(duration=5)), target=gone)
    assert "the window has passed" in answer.point(6).reason
    assert "the window has passed" in answer.point(7).reason
    assert answer.point(13).reason == "every day of the window has passed"


def test_without_a_target_there_is_no_length_index() -> None:
    """A plan measured against its own finish is always in time."""
    assert quality(plan(act(duration=5))).point(13).reason == (
        "there is no target to measure against"
    )


def test_an_empty_scope_has_no_length_index() -> None:
    """A monitoring inspection asks for nothing of a plan that answers no priority action."""
    asked = evolve(FIRST_OF_JULY, scope="monitoring")
    assert quality(plan(act(duration=5)), target=asked).point(13).reason == (
        "nothing in scope has dates"
    )


def test_what_is_finished_has_no_length_left() -> None:
    """With everything done there is no path ahead to compare the float with."""
    asked = quality(plan(done("A", "2024-06-05")), target=FIRST_OF_JULY)
    assert asked.point(13).reason == "everything in scope is finished"
    assert asked.point(12).reason == "no unfinished action lies on the critical path"


def test_an_assumed_length_is_nobodys_long_action() -> None:
    """Where nobody published a length there is none to judge."""
    found = point(plan(act(due="2024-12-20")), "high-duration")
    assert (found.within, found.unanswered) == (None, ("A",))
    assert found.reason == "nobody published the length of any open action"


def test_a_promise_that_has_passed_is_no_invalid_date() -> None:
    """Late work is late, and its plan is not wrong for saying so."""
    assert counts(point(plan(act(due="2024-06-05")), "invalid-dates")) == (0, 1)


@pytest.mark.parametrize(
    ("forecast", "actual", "wrong"),
    [("2024-06-05", None, 1), ("2024-06-10", None, 0), ("2024-06-05", "2024-06-05", 0),
     (None, "2024-06-10", 1)],
)  # fmt: skip
def test_moments_have_invalid_dates_too(
    forecast: str | None, actual: str | None, wrong: int
) -> None:
    """A milestone and a commitment, each with a forecast that passed or a fact that is to come."""
    moment = Milestone(id="M", title="Decided", forecast=forecast, actual=actual)
    money = Commitment(
        id="C", title="Money", kind=CommitmentKind.FUNDING, forecast=forecast, actual=actual
    )
    found = point(plan(milestones=[moment], commitments=[money]), "invalid-dates")
    assert counts(found) == (2 * wrong, 2)


def test_a_fact_of_no_known_day_is_not_invalid() -> None:
    """Work done on a day nobody knows was not done in the future."""
    asked = plan(act(actual_start="unknown", status=Status.COMPLETE))
    assert counts(point(asked, "invalid-dates")) == (0, 1)


def test_moments_need_no_resource() -> None:
    """An action of no length needs nobody's day."""
    found = point(plan(act(duration=0)), "resources")
    assert (found.within, found.reason) == (None, "no open action takes a day or more")


def test_an_action_in_a_loop_still_needs_somebody() -> None:
    """Without a place in time its own length says whether it takes a day."""
    loop = plan(act("A", after="B", duration=5), act("B", after="A", duration=0))
    assert point(loop, "resources").activities == ("A",)


def test_a_date_set_by_others_breaks_the_critical_path_test() -> None:
    """A fixed milestone ends the plan whatever comes before it: nothing moves it."""
    opening = Milestone(id="M", title="Opening", after="A", due="2026-12-18", fixed=True)
    asked = plan(act("A", duration=5), milestones=[opening])
    assert point(asked, "critical-path-test").reason == (
        "no unfinished action lies on the critical path"
    )


def test_started_work_is_lengthened_by_what_remains() -> None:
    """Work under way passes a delay on like any other."""
    asked = plan(
        act("A", duration=10, actual_start="2024-06-03", remaining=6),
        act("B", duration=5, after="A"),
    )
    tests = quality(asked).path_tests
    assert [(each.id, each.moved, each.holds) for each in tests] == [
        ("A", 600, True), ("B", 600, True),
    ]  # fmt: skip


def test_the_critical_path_test_says_how_far_the_finish_moved() -> None:
    """A starts with B and is 10 days shorter: 600 days more end 590 days later."""
    tests = quality(two(type=SS)).path_tests
    assert [(each.id, each.longer, each.moved) for each in tests] == [
        ("A", 600, 590), ("B", 600, 600),
    ]  # fmt: skip


def test_promises_do_not_hide_broken_links() -> None:
    """The test follows the links: a promise years ahead changes nothing in it."""
    asked = plan(act("A", duration=5), act("B", duration=5, after="A", due="2030-12-20"))
    assert counts(point(asked, "critical-path-test")) == (0, 2)


def test_a_delay_beyond_the_known_years_is_no_answer() -> None:
    """600 working days after 2099 no bank holiday is known: the point says so.

    With one calendar it needs none: only a lag in calendar days has to know the days.
    """
    late = {"start": date(2099, 6, 1), "data_date": date(2099, 6, 5)}
    week = Dependency(id="A", lag=7, lag_unit=LagUnit.CALENDAR_DAYS)
    asked = plan(act("A", duration=5), act("B", duration=5, after=[week]), **late)
    found = point(asked, "critical-path-test")
    assert found.within is None
    assert "2100" in found.reason
    plain = plan(act("A", duration=5), act("B", duration=5, after="A"), **late)
    assert counts(point(plain, "critical-path-test")) == (0, 2)


def test_hard_constraints_of_finished_work_no_longer_bind() -> None:
    """A date that was met is history."""
    limit = Constraint(kind=ConstraintKind.MUST_START_ON, day=date(2024, 6, 3))
    asked = plan(
        act("A", constraints=[limit], actual_start="2024-06-03", actual_finish="2024-06-05"),
        act("B", duration=5),
    )
    assert counts(point(asked, "hard-constraints")) == (0, 1)


def test_what_was_cancelled_was_not_missed() -> None:
    """A promise taken back is a decision, not a delay."""
    asked = promised(act("A", status=Status.CANCELLED), act("B"))
    assert point(asked, "missed").activities == ("B",)


def test_nothing_promised_yet_is_no_answer() -> None:
    """A baseline that promised nothing by now says nothing."""
    answer = quality(promised(act("C")))
    for number in (11, 14):
        assert answer.point(number).reason == (
            "the earlier version promised nothing by the data date"
        )


def test_early_work_lifts_the_execution_index_above_one() -> None:
    """Two done, one of them promised for August: 2 / 1."""
    asked = promised(done("A", "2024-06-05"), done("C", "2024-06-06"))
    found = point(asked, "execution-index")
    assert (found.share, found.within, found.bound) == (2.0, True, Bound.AT_LEAST)


def test_each_end_of_a_window_may_be_the_first_ahead() -> None:
    """The index is measured against the first day that has not passed."""
    late = Window(
        id="w", name="Window", scope="reinspection",
        earliest=WindowEnd(day=date(2024, 6, 3), reason="announced"),
        latest=WindowEnd(day=date(2024, 7, 1), reason="announced"),
    )  # fmt: skip
    assert counts(point(plan(act(duration=20)), "path-length-index", target=late)) == (15, 20)
