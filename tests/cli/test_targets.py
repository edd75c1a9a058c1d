"""What an answer is measured against: a window by name, a milestone, nothing."""

from datetime import date
from pathlib import Path

import pytest

from send_framework import Action, Event, Milestone, Plan
from send_framework.cli.targets import target_of
from send_framework.errors import NetworkError, UnknownActivityError
from send_framework.formats.documents import read_plan
from tests.cli.northshire import PLAN, run

ON = date(2024, 5, 31)
NORTHSHIRE = read_plan(PLAN)


def test_by_default_the_next_inspection_is_the_target() -> None:
    """The plan's own window for the monitoring inspection beats the rule book's."""
    window = target_of(NORTHSHIRE, None, ON)
    assert window is not None
    assert (window.name, str(window.ends()[0][1].day)) == ("Monitoring inspection", "2024-08-19")


def test_monitoring_is_the_plans_own_window() -> None:
    """Asked for by name, it is the same window."""
    assert target_of(NORTHSHIRE, "monitoring", ON) == target_of(NORTHSHIRE, None, ON)


def test_reinspection_comes_from_the_rule_book() -> None:
    """The plan has no window for it, so the rule book's stands."""
    window = target_of(NORTHSHIRE, "reinspection", ON)
    assert window is not None
    assert window.scope == "reinspection"
    assert window.rule is not None


def test_none_means_no_window() -> None:
    """Then late dates count from the own finish."""
    assert target_of(NORTHSHIRE, "none", ON) is None


def test_a_milestone_is_measured_against_the_next_inspection() -> None:
    """Its own predecessors are the scope, the days are the inspection's."""
    window = target_of(NORTHSHIRE, "M", ON)
    assert window is not None
    assert (window.scope, window.name) == ("M", "Board confirms, before the Monitoring inspection")
    assert str(window.ends()[0][1].day) == "2024-08-19"


def test_without_an_inspection_work_is_measured_against_its_own_promise() -> None:
    """Promised for 30 August, it has to be finished before 31 August begins."""
    plan = Plan(
        title="A plan",
        milestones=[Milestone(id="M", title="Board confirms", due="2024-08-30")],
        events=[Event(id="E", title="Stocktake", date="2024-09-02")],
    )
    for wanted, day in (("M", "2024-08-31"), ("E", "2024-09-03")):
        window = target_of(plan, wanted, ON)
        assert window is not None
        assert window.scope == wanted
        assert [str(end.day) for _, end in window.ends()] == [day]


def test_work_that_nothing_dates_is_no_target() -> None:
    """No inspection and no promise: there is nothing to measure against."""
    plan = Plan(title="A plan", actions=[Action(id="S01", title="Begin")])
    with pytest.raises(NetworkError, match=r"S01 cannot be a target: .* give it a due date"):
        target_of(plan, "S01", ON)


@pytest.mark.parametrize("wanted", ["monitoring", "reinspection"])
def test_an_inspection_that_nobody_expects_is_no_target(wanted: str) -> None:
    """A plan without an inspection has no window for the next."""
    with pytest.raises(NetworkError, match=f"no {wanted} is expected"):
        target_of(Plan(title="A plan"), wanted, ON)


def test_an_unknown_target_gets_a_near_one() -> None:
    """A mistyped id is refused with a hint."""
    for wanted, meant in (("BORAD", "BOARD"), ("montoring", "monitoring"), ("nome", "none")):
        with pytest.raises(UnknownActivityError, match=f"Did you mean '{meant}'"):
            target_of(NORTHSHIRE, wanted, ON)


def test_the_target_is_printed_by_name(plan_file: Path) -> None:
    """Whoever asks for a milestone is told what it is measured against."""
    printed = " ".join(run("critical-path", plan_file.name, "--target", "B").output.split())
    assert (
        "Target: Write the strategy, before the Monitoring inspection (all that B waits" in printed
    )
    assert "Critical path: 2 steps" in printed


def test_preparation_is_printed(plan_file: Path) -> None:
    """Days needed between ready and the inspection are part of the question."""
    text = PLAN.replace("    scope: monitoring\n", "    scope: monitoring\n    preparation: 5\n")
    plan_file.write_text(text, encoding="utf-8")
    assert "    5 working days of preparation\n" in run("schedule", plan_file.name).output
