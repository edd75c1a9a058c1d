"""Assumptions on the path, and facts that nobody is sure of."""

from datetime import date

from attrs import evolve

from send_framework import (
    Assumption,
    Confidence,
    Dependency,
    Status,
    WindowEnd,
)
from send_framework.checks.doubt import facts_of
from tests.checks.cases import EARLY, LOWEST, REPORT, act, plan
from tests.checks.looking import found, only


def test_an_assumed_link_on_the_path_is_told_with_its_reason() -> None:
    """The order nobody published decides the date as much as a length does."""
    asked = plan(
        act("A", duration=5),
        act("B", duration=5, after="A"),
        assumptions=[Assumption(id="X", reason="Money first", fills=["B after A"])],
    )
    finding = only(asked, "assumption-on-critical-path")
    assert finding.message == (
        "On the critical path, the link from A of B is assumed (X: Money first)."
    )


def test_every_tied_path_is_looked_at() -> None:
    """A and C end on one day, and D waits for both: what is guessed of C decides it as well."""
    asked = plan(
        act("A", duration=10),
        act("C", duration=10),
        act("LATE", duration=2),
        act("D", duration=5, after=["A", "C", "LATE"]),
        assumptions=[
            Assumption(id="X", reason="A guess", fills=["C duration", "D after C", "D after LATE"])
        ],
    )
    said = [each.message for each in found(asked, "assumption-on-critical-path")]
    assert said == [
        "On the critical path, the link from C of D is assumed (X: A guess).",
        "On a tied critical path, the duration of C (10 working days) is assumed (X: A guess).",
    ]


def test_a_link_past_cancelled_work_rests_on_each_of_its_parts() -> None:
    """A, then X, then B with X cancelled: who guessed that X follows A guessed B's date."""
    asked = plan(
        act("A", duration=10),
        act("X", duration=10, after="A", status=Status.CANCELLED),
        act("B", duration=5, after="X"),
        assumptions=[Assumption(id="G", reason="A guess", fills=["X after A", "B after X"])],
    )
    said = [each.message for each in found(asked, "assumption-on-critical-path")]
    assert said == [
        "On the critical path, the link from A to X of B is assumed (G: A guess).",
        "On the critical path, the link from X of B is assumed (G: A guess).",
    ]


def test_of_a_link_past_cancelled_work_only_the_guessed_part_is_told() -> None:
    """That B follows X was published; that X follows A was not."""
    asked = plan(
        act("A", duration=10),
        act("X", duration=10, after="A", status=Status.CANCELLED),
        act("B", duration=5, after="X"),
        assumptions=[Assumption(id="G", reason="A guess", fills=["X after A"])],
    )
    said = [each.message for each in found(asked, "assumption-on-critical-path")]
    assert said == ["On the critical path, the link from A to X of B is assumed (G: A guess)."]


def test_a_default_length_on_the_path_is_an_assumption_nobody_gave() -> None:
    """Work without a length rests on the library's own default, and what remains on a guess."""
    begun = plan(act(actual_start="2024-06-04"))
    length, rest = found(begun, "assumption-on-critical-path")
    assert length.message == (
        "On the critical path, the duration of A (20 working days) is assumed, as nothing gives it."
    )
    assert rest.message == (
        "On the critical path, what remains of A is assumed, as nothing gives it."
    )


def test_doubt_inside_a_fact_is_told_of_its_owner() -> None:
    """A link bears the id of what it waits for; its doubt is that of the work that waits."""
    doubtful = Confidence.ASSUMED
    asked = plan(
        act("A"),
        act("B", after=[Dependency(id="A", confidence=doubtful)]),
        windows=[evolve(EARLY, latest=None, earliest=WindowEnd(
            day=date(2024, 7, 1), reason="guess", confidence=doubtful))],
        confidence=Confidence.UNVERIFIED,
    )  # fmt: skip
    said = [(each.subject, each.message) for each in found(asked, "fact-unverified")]
    assert said == [
        ("", "The plan is unverified."),
        ("B", "A dependency of B is assumed."),
        ("monitoring", "A window end of monitoring is assumed."),
    ]


def test_every_fact_of_a_plan_is_walked_once() -> None:
    """The walk reaches facts at every depth, and each of them once."""
    asked = plan(act("A"), act("B", after="A"), windows=[EARLY], inspections=[LOWEST])
    walked = [id(fact) for _, fact in facts_of(asked)]
    assert len(walked) == len(set(walked))
    kinds = {type(fact).__name__ for _, fact in facts_of(asked)}
    assert {"Plan", "Action", "Dependency", "Window", "WindowEnd", "Inspection"} <= kinds


def test_where_no_action_has_a_source_none_stands_out() -> None:
    """A plan that cites nothing is not told so action by action."""
    assert found(plan(act("A"), act("B")), "actions-unsourced") == []
    cited = plan(act("A", sources=[REPORT]))
    assert found(cited, "actions-unsourced") == []
