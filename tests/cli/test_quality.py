"""`quality` on Northshire's plan: counts, names, and what it says it cannot say."""

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from send_framework.checks.quality import quality
from send_framework.cli.page import Page
from send_framework.cli.show_quality import show_quality
from send_framework.cli.show_schedule import View
from send_framework.cli.terminal import Terminal
from send_framework.formats.documents import load_plan
from tests.cli.northshire import PLAN, run

pytestmark = pytest.mark.usefixtures("plan_file")


def test_the_table_is_the_one_worked_by_hand() -> None:
    """Four open actions, five links; D has no float left and its board follows it."""
    printed = run("quality", "plan.yaml", "--quiet").output
    assert [line.split() for line in printed.splitlines()[1:6]] == [
        ["no", "point", "found", "limit", "kept"],
        ["1", "Missing", "logic", "1", "of", "4", "(25%)", "at", "most", "5%", "no"],
        ["2", "Leads", "0", "of", "5", "(0%)", "none", "yes"],
        ["3", "Lags", "2", "of", "5", "(40%)", "at", "most", "5%", "no"],
        ["4", "Finish-to-start", "links", "4", "of", "5", "(80%)", "at", "least", "90%", "no"],
    ]
    # 60 days from 3 June, 5 of them after the 19th of August.
    assert "55 / 60 (92%)" in printed
    assert "By name" not in printed


def test_names_stand_behind_each_count() -> None:
    """What does not keep its threshold is named, and why a point has no answer."""
    printed = run("quality", "plan.yaml").output
    for words in (
        "Counted: 4 open actions (ongoing ones left out), 5 links into open work",
        "Earlier version: none",
        "earliest 19 August 2024 (earliest seen elsewhere, assumed)",
        "3 Lags: A -> C (SS +10), C -> D (FS +5)",
        "11 Missed promises: no earlier version is given, and the plan holds no baseline.",
        "Assumed lengths: 2",
        "None found: loops,",
        "6 Confirming that the critical path is valid (computed)",
        "Counts and names, not a grade",
    ):
        assert words in " ".join(printed.split()) or words in printed, words
    assert "Stays with people" not in printed


def test_verbose_says_what_each_point_counts() -> None:
    """Definitions, notes for councils, and the critical path test action by action."""
    printed = " ".join(run("quality", "plan.yaml", "--verbose").output.split())
    for words in (
        "Counts actions that wait for nothing, or that nothing waits for.",
        "D: 600 working days more moves the finish by 600.",
        "Stays with people: Whether the list of work is complete.",
        "2 Leads: none",
    ):
        assert words in printed, words


def test_a_broken_path_is_told_without_being_asked() -> None:
    """A link to the start on the path hides part of a delay: the sentence says how much."""
    broken = PLAN.replace("after: [B, {id: C, lag: 5}]", "after: [{id: B, type: SS, lag: 29}]")
    Path("broken.yaml").write_text(broken, encoding="utf-8")
    printed = run("quality", "broken.yaml").output
    assert "B: 600 working days more moves the finish by" in printed


def test_lags_in_calendar_days_say_so() -> None:
    """A link prints with its lag and what it counts in."""
    weeks = PLAN.replace("{id: C, lag: 5}", "{id: C, lag: 14, lag_unit: calendar-days}")
    Path("weeks.yaml").write_text(weeks, encoding="utf-8")
    printed = " ".join(run("quality", "weeks.yaml").output.split())
    assert "C -> D (FS +14 calendar days)" in printed


def test_a_plan_with_everything_wrong_has_no_list_of_what_it_lacks() -> None:
    """Where every further count found something there is nothing to add."""
    whole = quality(load_plan("plan.yaml"), on=date(2024, 5, 31))
    bad = evolve(
        whole, logic=tuple(evolve(each, count=1, activities=("A",)) for each in whole.logic)
    )
    page = Page(Terminal())
    show_quality(page, bad, View(on_from="as asked with --on"))
    assert "None found" not in page.text()
    assert "Loops: 1 (A)" in page.text()


def test_an_earlier_version_is_compared() -> None:
    """The promise of A then, and that it is still open now."""
    old = PLAN.replace("duration: 20}", "duration: 20, due: 2024-05-31}")
    Path("old.yaml").write_text(old, encoding="utf-8")
    answer = json.loads(run("quality", "plan.yaml", "--baseline", "old.yaml", "--json").output)
    assert answer["schema"] == "send-framework/quality/1"
    assert answer["baseline"] == "Northshire SEND improvement plan, 31 May 2024"
    missed = answer["points"][10]
    assert (missed["count"], missed["of"], missed["activities"]) == (1, 1, ["A"])


def test_a_target_may_be_chosen_or_left_out() -> None:
    """Without one there is nothing to measure the path's length against."""
    printed = run("quality", "plan.yaml", "--target", "none").output
    assert "Target: none" in printed
    assert "13 Critical path length index: there is no target to measure against." in printed


def test_a_version_that_cannot_be_read_is_one_line() -> None:
    """Bad input is told by its file, and nothing is counted."""
    result = run("quality", "plan.yaml", "--baseline", "gone.yaml")
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert "gone.yaml" in result.output
