"""Loops, facts out of order, and gates that hold work."""

import pytest

from send_framework import (
    Commitment,
    CommitmentKind,
    Dependency,
    DependencyType,
    Event,
    Meeting,
    ReviewCycle,
)
from send_framework.checks import Severity
from tests.checks.cases import act, plan
from tests.checks.looking import found, only


def test_what_waits_behind_a_cycle_is_named_with_it() -> None:
    """A loop takes the dates of all that follow it."""
    asked = plan(act("A", after="B"), act("B", after="A"), act("C", after="B"))
    finding = only(asked, "cycle")
    assert finding.message == ("These wait for themselves: A -> B -> A; C cannot be dated either.")
    assert finding.severity is Severity.ERROR


def test_facts_that_contradict_a_link_are_told_once() -> None:
    """Complete work before its open predecessor is told by its own code only."""
    done = act("B", after="A", actual_start="2024-06-03", actual_finish="2024-06-05")
    asked = plan(act("A"), done)
    assert only(asked, "complete-before-predecessor").related == ("A",)
    assert found(asked, "out-of-order") == []


@pytest.mark.parametrize(
    ("gate", "says"),
    [
        (Event(id="G", title="Election"), "G (Election) has no date, and A must wait for it."),
        (
            Commitment(id="G", title="Money", kind=CommitmentKind.FUNDING),
            "G (Money) has no date, and A must wait for it.",
        ),
    ],
)
def test_undated_gates_hold_work(gate: Event | Commitment, says: str) -> None:
    """Work that waits for a day nobody knows is told."""
    place = {"events": [gate]} if isinstance(gate, Event) else {"commitments": [gate]}
    assert only(plan(act(after="G"), **place), "gate-undated").message == says


def test_a_gate_may_wait_and_hold_at_once() -> None:
    """Evaluate, renew, then redesign: the renewal stands between the two."""
    renewal = Commitment(id="C", title="Renewal", kind=CommitmentKind.CONTRACT, after="A")
    finding = only(plan(act("A"), act("B", after="C"), commitments=[renewal]), "gate-undated")
    assert finding.message == (
        "C (Renewal) has no date, so nothing says by when A must be done and B must wait for it."
    )


def test_a_meeting_that_was_called_off_is_no_gate() -> None:
    """Work that waits for a cancelled board waits for nothing with a date."""
    off = Meeting(id="B2", date="2024-07-05", cancelled=True)
    asked = plan(act(after="B2"), reviews=[ReviewCycle(id="B", title="Board", planned=[off])])
    assert only(asked, "gate-undated").message == "B2 has no date, and A must wait for it."


@pytest.mark.parametrize(
    "link",
    [Dependency(id="A", type=DependencyType.START_TO_START), Dependency(id="A", lag=-30)],
)
def test_a_commitment_that_only_waits_for_a_start_may_come_first(link: Dependency) -> None:
    """A link from the start, or with a lead, lets the contract come before the finish."""
    early = Commitment(
        id="C", title="Renewal", kind=CommitmentKind.CONTRACT, after=[link], due="2024-06-10"
    )
    asked = plan(act(duration=10), commitments=[early])
    assert found(asked, "commitment-before-its-gate") == []
