"""Suffolk's scripts run as an analyst would run them, and print what they promise."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from examples.suffolk.article_against_sources import NUMBERED, next_tuesday, published_about
from examples.suffolk.undated_recommendations import without_dated_action
from examples.suffolk.what_slipped import moved
from send_framework import Plan
from send_framework.network.schedule import schedule
from tests.examples.suffolk import FOLDER

SCRIPTS = sorted(path.name for path in FOLDER.glob("*.py"))


def printed(script: str, folder: Path) -> str:
    """Run a script from another folder and return what it prints."""
    found = subprocess.run(
        [sys.executable, "-W", "error", FOLDER / script],
        capture_output=True, cwd=folder, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return what the demo prints, and the folder in which it was run."""
    folder = tmp_path_factory.mktemp("demo")
    return printed("demo.py", folder), folder


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_script_runs_anywhere_and_fits_a_terminal(script: str, tmp_path: Path) -> None:
    """It needs no folder of its own, warns of nothing and keeps to 80 columns."""
    lines = printed(script, tmp_path).splitlines()
    assert len(lines) > 5
    assert [line for line in lines if len(line) > 80] == []


def test_the_demo_answers_four_questions_twice(demo: tuple[str, Path]) -> None:
    """Ready or not, which chain, law or custom, and what is missing, at both dates."""
    text = demo[0]
    for question in (
        "Will it be ready?",
        "Which chain decides it?",
        "Which dates were law, and which custom?",
        "What is missing?",
    ):
        assert text.count(f"\n{question}\n") == 2
    assert "as known on 24 May 2024" in text
    assert "as known on 7 January 2026" in text


def test_the_demo_ends_with_a_page_and_says_where_it_is(demo: tuple[str, Path]) -> None:
    """The last line names a file, and the file is the page of the later version."""
    page = demo[1] / demo[0].splitlines()[-1].strip()
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "as known at the close of 7 January 2026" in text
    assert len(text.encode()) < 500_000


def test_the_demo_shows_the_float_against_each_end(demo: tuple[str, Path]) -> None:
    """The backlog's line holds its finish and three floats."""
    lines = demo[0].splitlines()
    place = lines.index("  S15 Clear the backlog of overdue plans")
    assert lines[place + 1].split() == ["30", "January", "2026?", "-171", "-137", "+40"]


def test_the_demo_tells_law_from_custom(demo: tuple[str, Path]) -> None:
    """Final making is law; submission and publication are custom."""
    lines = [line.strip() for line in demo[0].splitlines()]
    assert "law    Priority action plan made final: by 29 April 2024" in lines
    assert "custom Priority action plan submitted: by 7 March 2024" in lines


def test_the_demo_says_what_the_plan_is_not(demo: tuple[str, Path]) -> None:
    """The unpublished rows are named as unpublished, twice."""
    text = " ".join(demo[0].split())
    assert text.count("The rows of the priority action plan itself could not be had") == 2


@pytest.mark.parametrize("later", sorted(NUMBERED)[1:])
def test_the_articles_number_puts_it_before_28_may(later: int) -> None:
    """Interpolated both ways it is 23 or 24 May 2024, so "Tuesday next week" is the 28th."""
    day = published_about(later)
    assert day in {date(2024, 5, 23), date(2024, 5, 24)}
    assert next_tuesday(day) == date(2024, 5, 28)


def test_the_article_is_compared_claim_by_claim(tmp_path: Path) -> None:
    """Its slips, its sums and its forecast each stand beside what sources say."""
    text = printed("article_against_sources.py", tmp_path)
    for said in (
        "article: many cabinet members resigned",
        "article: local enterprises need to collaborate",
        "F-MH-44: more than 4,400,000 pounds, SNEE (article)",
        "F-STAFF: 4,400,000 pounds, SCC (eadt-24148458)",
        "F-ADHD-33: 3,300,000 pounds, SNEE (pq-26130)",
        "known to have been held: False",
    ):
        assert said in text


def test_recommendations_without_a_dated_action(in_2024: Plan, in_2026: Plan) -> None:
    """Data work has none at all; complaints and adulthood have work without a date."""
    assert dict(without_dated_action(in_2024)) == {
        "PA1(b)": (), "PA1(c)": (), "PA1(d)": (), "AFI1": (), "AFI2": ("S24",),
    }  # fmt: skip
    assert dict(without_dated_action(in_2026)) == {
        "PA1(d)": ("S33",), "AFI1": (), "AFI2": ("S24",),
    }  # fmt: skip


def test_what_slipped_of_what_was_promised(in_2024: Plan, in_2026: Plan) -> None:
    """The strategy came ten days late; three promises passed with nothing said."""
    found = list(moved(schedule(in_2024), schedule(in_2026)))
    assert [after.id for _, after in found] == ["S06", "S09", "S22", "S31"]
    assert [after.complete for _, after in found] == [True, False, False, False]
    before, after = found[0]
    assert (after.early_finish - before.early_finish).days == 10


def test_the_director_came_when_promised(in_2024: Plan, in_2026: Plan) -> None:
    """July 2024 was kept, so the appointment is not among what moved."""
    found = moved(schedule(in_2024), schedule(in_2026))
    assert "S08" not in {after.id for _, after in found}


def test_the_readme_lists_every_script_and_assumption(in_2024: Plan, in_2026: Plan) -> None:
    """What stands beside the files and in them is explained."""
    text = (FOLDER / "README.md").read_text("utf-8")
    assert [script for script in SCRIPTS if f"`{script}`" not in text] == []
    ids = {each.id for plan in (in_2024, in_2026) for each in plan.assumptions}
    assert [wanted for wanted in sorted(ids) if wanted not in text] == []


def test_the_readme_counts_the_actions(in_2024: Plan, in_2026: Plan) -> None:
    """18 were known in May 2024, 35 in January 2026."""
    text = (FOLDER / "README.md").read_text("utf-8")
    assert f"24 May 2024 | {len(in_2024.actions)} |" in text
    assert f"7 January 2026 | {len(in_2026.actions)} " in text
