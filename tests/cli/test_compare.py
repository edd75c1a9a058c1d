"""`compare` on two versions of Northshire's plan."""

import json
from pathlib import Path

import pytest

from tests.cli.northshire import PLAN, run

LATER = (
    PLAN.replace("data_date: 2024-05-31", "data_date: 2024-07-12")
    .replace("duration: 20}", "duration: 20, actual_start: 2024-06-03, actual_finish: 2024-07-05}")
    .replace("B, title: Write the strategy", "B, title: Write the whole strategy")
    .replace("    duration: 10\n", "    duration: 5\n")
    .replace(
        "  - {id: M,", "  - {id: N, title: Cabinet confirms, answers: PA1, after: [D]}\n  - {id: M,"
    )
)


@pytest.fixture
def both(plan_file: Path) -> Path:
    """Return the folder with both versions, ``plan.yaml`` and ``later.yaml``."""
    plan_file.with_name("later.yaml").write_text(LATER, encoding="utf-8")
    return plan_file.parent


@pytest.mark.usefixtures("both")
def test_people_read_what_moved_the_finish() -> None:
    """The parts in order with their sentences; then floats, what is new, what moved, counts."""
    printed = run("compare", "plan.yaml", "later.yaml").output
    for words in (
        "Data date: 12 July 2024, from the plan file",
        "Compared with: Northshire SEND improvement plan, as known on 31 May 2024",
        "It finishes on 2 September 2024 instead of 23 August 2024: 5 working days later.",
        "     5  A was done by 5 July 2024; expected was 28 June 2024.         2 Sep 2024",
        "     5  B was expected to begin by 1 July 2024, and nothing says      9 Sep 2024",
        "    -5  D: duration changed from 10 working days to 5 working days.   2 Sep 2024",
        "The differences are applied in this order",
        "  earliest      -5  -10",
        "New (1): N",
        "progress: ",
        "what moves no date: 1",
        "--verbose lists them.",
    ):
        assert words in printed, words
    row = next(line for line in printed.splitlines() if line.startswith("  B  "))
    assert row.split()[-9:] == ["9", "Aug", "2024", "23", "Aug", "2024", "10", "on", "path"]


@pytest.mark.usefixtures("both")
def test_verbose_lists_every_change_and_quiet_only_what_counts() -> None:
    """Field by field; or the finish, why it moved and the floats."""
    verbose = run("compare", "plan.yaml", "later.yaml", "--verbose").output
    assert "    B: title changed from Write the strategy to Write the whole strategy." in verbose
    assert "--verbose lists them" not in verbose
    quiet = run("compare", "plan.yaml", "later.yaml", "--quiet").output
    assert quiet.startswith("It finishes on 2 September 2024 instead of 23 August 2024")
    for words in ("applied in this order", "What moved\n", "What is planned otherwise"):
        assert words not in quiet


def test_two_versions_that_are_the_same(plan_file: Path) -> None:
    """No part, no list, no change."""
    assert plan_file.exists()
    printed = run("compare", "plan.yaml", "plan.yaml", "--target", "none").output
    assert "It finishes on 23 August 2024 all the same." in printed
    assert "What is planned otherwise: 0 changes" in printed
    for words in ("What moved", "What is new", "Float to each day", "--verbose"):
        assert words not in printed


@pytest.mark.usefixtures("both")
def test_programs_read_the_same_in_json() -> None:
    """The parts add up; each version has its own day, and options beat the files."""
    found = json.loads(run("compare", "plan.yaml", "later.yaml", "--json").output)
    assert found["schema"] == "send-framework/comparison/1"
    assert sum(each["working_days"] for each in found["why"]) == found["finish_moved"] == 5
    assert (found["old"]["on"], found["new"]["on"]) == ("2024-05-31", "2024-07-12")
    assert found["added"] == ["N"]
    words = ("--json", "--old-on", "2024-06-07", "--on", "2024-07-05")
    again = json.loads(run("compare", "plan.yaml", "later.yaml", *words).output)
    assert (again["old"]["on"], again["on"]) == ("2024-06-07", "2024-07-05")


def test_one_version_may_come_from_standard_input(both: Path) -> None:
    """Either, but not both."""
    result = run("compare", "-", "later.yaml", "--quiet", stdin=PLAN)
    assert "instead of 23 August 2024: 5 working days later" in result.output
    refused = run("compare", "-", "-", stdin=PLAN)
    assert refused.exit_code == 2
    assert "only one of the two plans can come from standard input" in refused.output
    assert both.is_dir()


@pytest.mark.usefixtures("both")
def test_a_file_that_is_no_plan_is_named() -> None:
    """With the place of its problem."""
    result = run("compare", "plan.yaml", "missing.yaml")
    assert result.exit_code == 2
    assert "missing.yaml: there is no such file" in result.output


def test_without_a_finish_nothing_is_attributed(both: Path) -> None:
    """The earlier version has no dates at all."""
    (both / "bare.yaml").write_text(
        "version: 1\ntitle: A plan\ndata_date: 2024-05-31\nactions: [{id: A, title: Agree}]\n",
        encoding="utf-8",
    )
    printed = run("compare", "bare.yaml", "plan.yaml").output
    assert "It finishes on 23 August 2024, and on no known day before." in printed
    assert "Nothing can be attributed" in printed
    assert "What moved the finish" not in printed
