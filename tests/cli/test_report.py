"""The verb that makes pages."""

import re
from pathlib import Path

import pytest

from tests.cli.northshire import PLAN, run


def test_a_page_is_written_whole(plan_file: Path) -> None:
    """One file, and a line on standard error that says so."""
    result = run("report", str(plan_file), "-o", "plan.html")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "wrote plan.html\n")
    page = Path("plan.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Northshire SEND improvement plan" in page


def test_a_page_can_go_to_standard_output_and_come_from_standard_input() -> None:
    """A dash is the standard stream, on both sides."""
    result = run("report", "-", "-o", "-", stdin=PLAN)
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert result.stderr == ""


def test_nothing_is_overwritten_unasked(plan_file: Path) -> None:
    """The second page needs --force; --quiet says nothing of it."""
    assert run("report", str(plan_file), "-o", "plan.html").exit_code == 0
    before = Path("plan.html").read_bytes()
    refused = run("report", str(plan_file), "-o", "plan.html", "--on", "2024-07-01")
    assert refused.exit_code == 2
    assert "the file exists" in refused.stderr
    assert Path("plan.html").read_bytes() == before
    forced = run("report", str(plan_file), "-o", "plan.html", "--on", "2024-07-01", "--force", "-q")
    assert (forced.exit_code, forced.output) == (0, "")
    assert b"1 July 2024" in Path("plan.html").read_bytes()


def test_the_question_is_the_schedules_own(plan_file: Path) -> None:
    """Basis and target are asked for as with any schedule."""
    run("report", str(plan_file), "-o", "plan.html", "--target", "none", "--basis", "network")
    assert "No inspection is expected" in Path("plan.html").read_text(encoding="utf-8")


def test_what_changed_is_shown_since_an_earlier_version(plan_file: Path) -> None:
    """The earlier version is judged on its own data date."""
    later = PLAN.replace("duration: 20", "duration: 25").replace("2024-05-31", "2024-06-07")
    Path("later.yaml").write_text(later, encoding="utf-8")
    result = run("report", "later.yaml", "--since", str(plan_file), "-o", "plan.html")
    assert result.exit_code == 0
    page = Path("plan.html").read_text(encoding="utf-8")
    assert "Compared with the version known at the close of 31 May 2024" in page
    assert "duration changed from 20 working days to 25 working days" in page


@pytest.mark.extra
@pytest.mark.parametrize("asked", [["--samples", "200", "--seed", "3"], ["--risk"]])
def test_a_simulation_is_shown_when_asked_for(plan_file: Path, asked: list[str]) -> None:
    """--samples implies --risk; --risk alone takes 10,000."""
    result = run("report", str(plan_file), "-o", "plan.html", *asked)
    assert result.exit_code == 0
    page = Path("plan.html").read_text(encoding="utf-8")
    samples = "200" if "200" in asked else "10,000"
    assert f"In {samples} samples of the plan" in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["-o", "x.html"], "name one plan file, or a folder of them with --portfolio"),
        (["plan.yaml", "--portfolio", ".", "-o", "x"], "name one plan file, or a folder of them"),
        (["--portfolio", ".", "--since", "a", "-o", "x"], "--since compares one plan with its"),
        (["--portfolio", ".", "-o", "-"], "--portfolio makes several files: name a folder with -o"),
        (["plan.yaml"], "missing option '-o'"),
        (["no.yaml", "-o", "x.html"], "no.yaml: there is no such file"),
        (["plan.yaml", "-o", "no/x.html"], "the folder for it does not exist"),
        (["plan.yaml", "-o", "x.html", "--target", "Q"], "no action, milestone or event is called"),
        (["--portfolio", ".", "-o", "plan.yaml"], "this is a file; name a folder for the"),
        (["--portfolio", "plan.yaml", "-o", "x"], "plan.yaml: this is a file; name a folder of"),
        (["--portfolio", "gone", "-o", "x"], "gone: there is no such folder; name a folder of"),
        (["--portfolio", "empty", "-o", "x"], "empty: this folder holds no plan file (.yaml, .y"),
        (["plan.yaml", "-o", "x.html", "--samples", "1"], "a whole number (2 to 10,000,000)"),
    ],
)
@pytest.mark.usefixtures("plan_file")
def test_what_cannot_be_done_is_said_in_a_line(words: list[str], sentence: str) -> None:
    """Exit code 2, no page, no folder of pages, no traceback."""
    Path("empty").mkdir()
    result = run("report", *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not Path("x.html").exists()
    assert not Path("x").exists()


def folder_of_plans(folder: Path) -> None:
    """Write three plans into a folder and one below it, one of them broken."""
    (folder / "east").mkdir(parents=True)
    (folder / "east" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "west.yaml").write_text(PLAN.replace("Northshire", "Westshire"), encoding="utf-8")
    (folder / "broken.yaml").write_text("version: 1\n", encoding="utf-8")
    (folder / "deep.json").write_text('{"version": 1, "title": "Deep"}', encoding="utf-8")


def test_a_folder_of_plans_gets_a_page_each_and_an_index(tmp_path: Path) -> None:
    """A broken plan is named, the others are made, and the exit code says so."""
    folder_of_plans(tmp_path / "plans")
    result = run("report", "--portfolio", str(tmp_path / "plans"), "-o", str(tmp_path / "pages"))
    assert result.exit_code == 2
    assert re.search(r"broken\.yaml:.*title", result.stderr)
    assert "wrote 3 pages and" in result.stderr
    pages = tmp_path / "pages"
    made = sorted(each.name for each in pages.iterdir())
    assert made == ["deep.html", "east-plan.html", "index.html", "west.html"]
    index = (pages / "index.html").read_text(encoding="utf-8")
    assert index.index("east-plan.html") < index.index("deep.html")  # the tightest first
    assert 'href="index.html"' in (pages / "west.html").read_text(encoding="utf-8")


def test_pages_are_refused_before_any_work(tmp_path: Path) -> None:
    """What is there already stays, all of it, unless --force is given."""
    folder_of_plans(tmp_path / "plans")
    (tmp_path / "plans" / "broken.yaml").unlink()
    words = ["report", "--portfolio", str(tmp_path / "plans"), "-o", str(tmp_path / "pages")]
    assert run(*words).exit_code == 0
    again = run(*words)
    assert again.exit_code == 2
    assert "it holds deep.html and 3 more already" in again.stderr
    assert run(*words, "--force", "-q").output == ""
    for name in ("east-plan.html", "index.html", "west.html"):
        (tmp_path / "pages" / name).unlink()
    assert "it holds deep.html already" in run(*words).stderr
