"""Recommendations and their parts: what is answered, and what only seems to be."""

from attrs import evolve

from send_framework import Milestone, Status
from tests.checks.cases import AFI1, PA1, REPORT, act, plan
from tests.checks.looking import found, only


def test_cancelled_work_answers_nothing_and_is_named() -> None:
    """A priority action whose only action was cancelled is unanswered, and the reader is told."""
    dropped = act("S01", answers="PA1", status=Status.CANCELLED)
    finding = only(plan(dropped, recommendations=[PA1]), "priority-action-unanswered")
    assert finding.message == (
        "No action answers priority action PA1 or any of its 2 parts: S01, which did, will not "
        "be done."
    )
    assert finding.related == ("PA1(a)", "PA1(b)")


def test_a_milestone_may_answer() -> None:
    """A decision can answer a recommendation as an action does."""
    board = Milestone(id="M", title="Agree the budget", answers="AFI1", due="2024-07-01")
    assert found(plan(milestones=[board], recommendations=[AFI1]), "improvement-unanswered") == []


def test_answering_the_whole_does_not_answer_its_parts() -> None:
    """A part without work of its own is told by a softer code when the whole is answered."""
    both = plan(act("S01", answers="PA1"), act("S02", answers="PA1"), recommendations=[PA1])
    assert [each.subject for each in found(both, "part-only-as-whole")] == ["PA1(a)", "PA1(b)"]
    assert found(both, "part-only-as-whole")[0].message == (
        "S01 and S02 answer PA1 as a whole; nothing names its part PA1(a)."
    )
    assert found(both, "part-unanswered") == []


def test_the_source_of_a_finding_is_that_of_its_recommendation() -> None:
    """A reader can look up where inspectors asked for it."""
    asked = evolve(PA1, sources=[REPORT])
    assert only(plan(recommendations=[asked]), "priority-action-unanswered").sources == (REPORT,)


def test_a_part_may_be_undated_while_its_neighbour_has_a_date() -> None:
    """Suffolk's transitions part has an action without a date; its governance part has dates."""
    work = (
        act("S02", answers="PA1(a)", due="2024-06-28"),
        act("S33", answers="PA1(b)"),
        act("S34", answers="PA1(b)", due="ongoing"),
    )
    finding = only(plan(*work, recommendations=[PA1]), "recommendation-undated")
    assert finding.message == "PA1(b) is answered by S33 and S34, which have no date."


def test_an_enabling_action_is_told_with_what_it_enables() -> None:
    """Work that answers nothing itself may be needed by work that does, however far off."""
    chain = plan(
        act("S01"),
        act("S02", after="S01"),
        act("S03", after=["S02", "S01"], answers="AFI1"),
        act("S04"),
        act("S05", after="S04"),
        act("S06", after=["S04", "S05"]),
        recommendations=[AFI1],
    )
    words = {each.subject: each.message for each in found(chain, "action-answers-nothing")}
    assert words["S01"].endswith("though S03, which waits for it, answers AFI1.")
    assert words["S04"].endswith("answers no recommendation.")


def test_a_plan_without_recommendations_asks_for_no_answers() -> None:
    """Where nothing is listed to answer, no action can fail to."""
    assert found(plan(act()), "action-answers-nothing") == []
