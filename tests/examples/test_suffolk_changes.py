"""What moved Suffolk's finish between May 2024 and January 2026, and which actions matter most."""

import sys

import pytest

from examples.suffolk.three_actions import SLIP, decides, latest_plan, ranked, together
from examples.suffolk.what_moved import compared
from send_framework.network.changes.slip_impact import slip_impacts


def test_two_things_moved_the_finish() -> None:
    """The team's growth was not reported done, and the timeliness target came on top of it."""
    found = compared()
    assert [(each.subject, each.kind.value, each.working_days) for each in found.why] == [
        ("S09", "progress", 195), ("S14", "scope", 16),
    ]  # fmt: skip
    assert found.finish_moved == 211
    assert found.why[0].sentence == (
        "S09 was expected to be done by 31 March 2025, and nothing says that it is."
    )


def test_what_is_new_and_what_is_late_now() -> None:
    """17 actions are new and none is gone; five break a promise that they did not break before."""
    found = compared()
    assert len([each for each in found.added if each.startswith("S")]) == 17
    assert (found.removed, found.newly_late) == ((), ("S09", "S14", "S22", "S28", "S31"))
    assert (dict(found.old_float)["expected"], dict(found.new_float)["expected"]) == (74, -137)


def test_reports_that_changed_nothing_are_still_told() -> None:
    """The strategy came on 8 July 2024: it is a change, and the finish did not hang on it."""
    sentences = [each.sentence for each in compared().changes]
    assert "S06: actual finish added: 8 July 2024." in sentences
    assert "S08: status changed from in progress to complete." in sentences


def test_timeliness_and_the_backlog_matter_most() -> None:
    """Both stand on the path; the posts behind them have 16 working days."""
    plan, target = latest_plan()
    chosen = ranked(plan, target)[:3]
    assert [(each.id, each.total_float) for each in chosen] == [("S14", 0), ("S15", 0), ("S09", 16)]
    assert chosen[2].lost == ((1, 0), (5, 0), (SLIP, 4))
    assert ranked(plan, target)[0] == slip_impacts(plan, target=target, activities=["S14"])[0]


def test_a_month_each_adds_up_along_the_chain() -> None:
    """Timeliness and the backlog follow each other: twice 20 days, and the last day is met."""
    plan, target = latest_plan()
    answer = together(plan, target, ranked(plan, target)[:3])
    assert answer.finish_moved == 40
    assert dict(answer.new_float)["latest"] == 0


@pytest.mark.extra
def test_the_simulation_agrees_on_what_decides() -> None:
    """The two on the path lead in every sample; the third in none."""
    plan, target = latest_plan()
    lines = list(decides(plan, target, ranked(plan, target)[:3]))
    assert [line.split("%")[0] for line in lines[:3]] == [
        "S14: decides in 100", "S15: decides in 100", "S09: decides in 0",
    ]  # fmt: skip


def test_without_numpy_the_script_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of its answer needs nothing more."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    plan, target = latest_plan()
    [line] = decides(plan, target, ranked(plan, target)[:3])
    assert "pip install 'send-framework[risk]'" in line
