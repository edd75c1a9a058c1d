"""The verb `portfolio`: a folder of plans, kept results, runs that break off."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from datetime import date
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from rich.console import Console

from benchmarks.synthetic_plans import synthetic_plan
from send_framework.cli import running_plans
from send_framework.cli.show_portfolio import in_order
from send_framework.formats.documents import dump_plan
from send_framework.formats.plan_folders import plan_files
from send_framework.formats.portfolio_results import SCHEMA, read_results
from send_framework.network.kinds import ReadinessState
from send_framework.portfolio import Job, PlanSummary
from send_framework.portfolio import run as run_plans
from send_framework.portfolio.job import Asked
from tests.cli.northshire import PLAN, run, start
from tests.portfolio.portfolios import timeless

LATE = PLAN.replace("duration: 30", "duration: 90")
UNDATED = "version: 1\ntitle: A plan\nactions:\n  - {id: A, title: Agree, duration: 5}\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a plan in time, a late one and a bad one; it lies in the current one."""
    folder = tmp_path / "plans"
    (folder / "north").mkdir(parents=True)
    (folder / "north" / "in-time.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "late.yaml").write_text(LATE, encoding="utf-8")
    (folder / "bad.yaml").write_text("version: 1\ntitel: A plan\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def lines(text: str) -> list[dict[str, Any]]:
    """Return the objects of a stream of lines."""
    return [json.loads(line) for line in text.splitlines()]


def test_a_table_with_the_tightest_plan_first(folder: Path) -> None:
    """Each plan on a line, the bad one named, and an exit code that says so."""
    del folder
    done = run("portfolio", "plans")
    assert done.exit_code == 2
    assert done.stdout.splitlines() == [
        "3 plans, 1 without an answer",
        "  plan                ready         float  day          finishes     errors",
        "  late.yaml           not ready       -65  19 Aug 2024  18 Nov 2024       3",
        "  north/in-time.yaml  only if late     -5  19 Aug 2024  23 Aug 2024       1",
        "  0 ready, 1 only if late, 1 not ready, 0 cannot be said.",
        "  Float: working days to the first day of the window that still lies ahead,",
        "  which is the day shown.",
    ]
    assert done.stderr == (
        "plans/bad.yaml:1:1: title is missing; every Plan needs it (and 1 problem more)\n"
    )


def test_without_a_problem_the_exit_code_is_0(folder: Path) -> None:
    """Files are named by their paths; --quiet is the table alone."""
    del folder
    done = run("portfolio", "plans/late.yaml", "plans/north/in-time.yaml", "-q")
    assert done.exit_code == 0
    assert done.stderr == ""
    first, *rows = done.stdout.splitlines()
    assert first.split() == ["plan", "ready", "float", "day", "finishes", "errors"]
    assert [row.split()[0] for row in rows if ".yaml" in row] == [
        "plans/late.yaml",
        "plans/north/in-time.yaml",
    ]


def test_where_no_plan_has_an_answer_there_is_no_table(folder: Path) -> None:
    """Only how many there are, and why."""
    del folder
    done = run("portfolio", "plans/bad.yaml")
    assert (done.exit_code, done.stdout) == (2, "1 plan, 1 without an answer\n")


def test_json_is_one_object_a_line(folder: Path) -> None:
    """In the order in which plans are done; a dash as the file means the same."""
    del folder
    found = lines(run("portfolio", "plans", "--json").stdout)
    assert {each["schema"] for each in found} == {SCHEMA}
    assert {each["key"]: each["float_to_latest"] for each in found} == {
        "bad.yaml": None, "late.yaml": -31, "north/in-time.yaml": 29,
    }  # fmt: skip
    dashed = lines(run("portfolio", "plans", "-o", "-").stdout)
    assert [{**each, "seconds": 0} for each in dashed] == [{**each, "seconds": 0} for each in found]


def test_csv_has_a_row_for_each_plan(folder: Path) -> None:
    """In the order of the table, problems last."""
    del folder
    table = csv.DictReader(io.StringIO(run("portfolio", "plans", "--csv").stdout))
    assert [each["key"] for each in table] == ["late.yaml", "north/in-time.yaml", "bad.yaml"]


def test_the_data_date_is_one_for_all(folder: Path) -> None:
    """And without the checks their counts are not known, which is not 0."""
    del folder
    found = lines(run("portfolio", "plans", "--json", "--on", "2024-06-28", "--no-check").stdout)
    assert [each["on"] for each in found] == [None, "2024-06-28", "2024-06-28"]
    assert [each["errors"] for each in found] == [None, None, None]
    row = run("portfolio", "plans/late.yaml", "-q", "--no-check").stdout.splitlines()[1]
    assert row.split()[-1] == "2024"


def test_results_are_kept_and_gone_on_with(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is answered is not run again: only the changed plan, the new one and the bad one are."""
    done = run("portfolio", "plans", "-o", "r.jsonl")
    assert done.stderr.endswith("kept 3 results in r.jsonl\n")
    assert [each.summary.key for each in read_results("r.jsonl")] == [
        "bad.yaml", "late.yaml", "north/in-time.yaml",
    ]  # fmt: skip
    (folder / "late.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "new.yaml").write_text(UNDATED, encoding="utf-8")
    ran: list[str] = []

    def watched(jobs: Any, **asked: Any) -> Any:  # noqa: ANN401 - whatever `run` takes
        for job in jobs:
            ran.append(job.key)
            asked["executor"] = None
            yield from run_plans([Job(key=job.key, load=job.load)], **asked)

    monkeypatch.setattr(running_plans, "run", watched)
    done = run("portfolio", "plans", "-o", "r.jsonl", "--resume", "--processes", "1")
    assert ran == ["bad.yaml", "late.yaml", "new.yaml"]
    assert "4 plans, 1 without an answer, 1 answered by an earlier run" in done.stdout
    keys = [each.summary.key for each in read_results("r.jsonl")]
    assert keys == ["north/in-time.yaml", "bad.yaml", "late.yaml", "new.yaml"]
    assert len(Path("r.jsonl").read_text(encoding="utf-8").splitlines()) == 4


@pytest.mark.parametrize(
    ("options", "again"),
    [
        ((), False),
        (("--processes", "1"), False),
        (("--on", "2024-06-03"), True),
        (("--no-check",), True),
        (("--seed", "2"), True),
    ],
)
def test_another_question_is_another_run(
    folder: Path, options: tuple[str, ...], *, again: bool
) -> None:
    """A kept result answers only what it was asked; how many processes did it does not matter."""
    del folder
    run("portfolio", "plans/late.yaml", "-o", "r.jsonl")
    done = run("portfolio", "plans/late.yaml", "-o", "r.jsonl", "--resume", *options)
    assert ("1 answered by an earlier run" not in done.stdout) is again


@pytest.mark.parametrize("name", ["library_digest", "version"])
@pytest.mark.usefixtures("folder")
def test_another_library_is_another_run(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whether it is this one or one of those it counts with, which need not all be there."""

    def other(*_: str) -> str:
        if name == "version":
            raise PackageNotFoundError
        return "another state"

    run("portfolio", "plans/late.yaml", "-o", "r.jsonl")
    monkeypatch.setattr(running_plans, name, other)
    done = run("portfolio", "plans/late.yaml", "-o", "r.jsonl", "--resume")
    assert done.exit_code == 0
    assert "1 answered by an earlier run" not in done.stdout
    assert (
        "1 answered by" in run("portfolio", "plans/late.yaml", "-o", "r.jsonl", "--resume").stdout
    )


def test_a_result_of_another_day_is_none_where_today_counts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan without a data date is judged today, so tomorrow it is judged again."""
    (folder / "new.yaml").write_text(UNDATED, encoding="utf-8")
    words = ("portfolio", "plans/new.yaml", "-o", "r.jsonl")
    run(*words)
    same_day = run(*words, "--resume", "--json")
    assert len(lines(same_day.stdout)) == 1
    before = Path("r.jsonl").read_bytes()
    tomorrow = evolve(Asked(), today=date(2100, 1, 4))
    monkeypatch.setattr("send_framework.portfolio.job.Asked", lambda **_: tomorrow)
    run(*words, "--resume")
    assert Path("r.jsonl").read_bytes() != before


def test_a_run_that_was_cut_off_goes_on(folder: Path) -> None:
    """A half-written last line is dropped and its plan run again; nothing appears twice."""
    del folder
    run("portfolio", "plans", "-o", "r.jsonl")
    whole = read_results("r.jsonl")
    data = Path("r.jsonl").read_bytes()
    Path("r.jsonl").write_bytes(data[:-200])
    assert len(read_results("r.jsonl")) == 2
    run("portfolio", "plans", "-o", "r.jsonl", "--resume")
    mended = [each.summary for each in read_results("r.jsonl")]
    assert timeless(mended) == timeless([each.summary for each in whole])


def test_a_run_that_was_killed_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed outright on two processes: what was answered is kept, the rest is run."""
    monkeypatch.chdir(tmp_path)
    for area in range(1, 13):
        dump_plan(synthetic_plan(area, actions=40), f"{area:02}.yaml")
    words = ("portfolio", ".", "--processes", "2", "-o", "r.jsonl")
    with subprocess.Popen([sys.executable, "-m", "send_framework", *words]) as running:
        while not (Path("r.jsonl").exists() and Path("r.jsonl").read_bytes()):
            assert running.poll() is None
            time.sleep(0.02)
        running.kill()
    kept = [each.summary for each in read_results("r.jsonl")]
    assert kept
    run("portfolio", ".", "--processes", "1", "-o", "r.jsonl", "--resume")
    whole = [each.summary for each in read_results("r.jsonl")]
    assert whole[: len(kept)] == kept
    jobs = [each.job() for each in plan_files(["."])]
    assert timeless(whole) == timeless(list(run_plans(jobs)))


def test_odd_names_and_odd_files_stop_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control codes, no UTF-8, pipes, loops, depths: each is answered or named, on one line."""
    monkeypatch.chdir(tmp_path)
    good = (b"\xff.yaml", b"new\nline.yaml", b"esc\x1b[31m.yaml", b" .yaml")
    for name in good:
        Path(os.fsdecode(name)).write_text(PLAN, encoding="utf-8")
    os.mkfifo("pipe.yaml")
    Path("loop.yaml").symlink_to("loop.yaml")
    Path("zero.yaml").symlink_to("/dev/zero")
    Path("deep.json").write_text("[" * 100_000, encoding="utf-8")
    done = run("portfolio", ".", "-o", "r.jsonl", "--processes", "1")
    assert "8 plans, 4 without an answer" in done.stdout
    assert "\x1b" not in done.output
    assert len(done.stderr.splitlines()) == 5
    kept = {each.summary.key: each.summary.problem for each in read_results("r.jsonl")}
    assert {key for key, problem in kept.items() if not problem} == {*map(os.fsdecode, good)}
    again = run("portfolio", ".", "-o", "r.jsonl", "--resume")
    assert "4 answered by an earlier run" in again.stdout


def test_results_of_other_plans_stay(folder: Path) -> None:
    """One file may collect the results of several folders."""
    del folder
    run("portfolio", "plans/late.yaml", "-o", "r.jsonl")
    run("portfolio", "plans/north/in-time.yaml", "-o", "r.jsonl", "--resume")
    assert [each.summary.key for each in read_results("r.jsonl")] == [
        "plans/late.yaml", "plans/north/in-time.yaml",
    ]  # fmt: skip


def test_a_file_is_begun_by_resume_and_replaced_by_force_alone(folder: Path) -> None:
    """Nothing is overwritten by mistake, least of all a plan."""
    plan = (folder / "late.yaml").read_bytes()
    for options, words in (
        ((), "the file exists"),
        (("--resume",), "late.yaml:1: this line is no result of a portfolio"),
    ):
        done = run("portfolio", "plans/north", "-o", "plans/late.yaml", *options)
        assert done.exit_code == 2
        assert words in done.stderr
        assert (folder / "late.yaml").read_bytes() == plan
    assert run("portfolio", "plans/north", "-o", "r.jsonl", "--resume").exit_code == 0
    assert run("portfolio", "plans/north", "-o", "r.jsonl", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--json", "--csv"), "ask for one"),
        (("--resume",), "name it with -o"),
        (("--resume", "-o", "-"), "name it with -o"),
        (("--resume", "--force", "-o", "r.jsonl"), "ask for one"),
        (("--samples", "1"), "samples is 1, but 0 for none, or 2 to 10,000,000 are expected"),
        (("--samples", "1000000000"), "samples is 1000000000, but"),
        (("--samples", "-5"), "found '-5', but a whole number (0 or more)"),
        (("--processes", "0"), "found '0', but a whole number (1 or more)"),
        (("--on", "soon"), "'soon' is no day"),
    ],
)
def test_what_makes_no_sense_is_one_message(
    folder: Path, options: tuple[str, ...], words: str
) -> None:
    """Exit code 2, before any plan is run or any file begun."""
    del folder
    done = run("portfolio", "plans", *options)
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())
    assert not Path("r.jsonl").exists()


def test_what_makes_no_sense_leaves_results_alone(folder: Path) -> None:
    """Not even --force replaces them, when nothing can be run."""
    del folder
    words = ("portfolio", "plans/north", "-o", "r.jsonl")
    run(*words)
    before = Path("r.jsonl").read_bytes()
    for options in (("--samples", "1", "--force"), ("--samples", "1000000000", "--resume")):
        assert run(*words, *options).exit_code == 2
        assert Path("r.jsonl").read_bytes() == before


def test_an_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    """It is named."""
    done = run("portfolio", str(tmp_path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "this folder holds no plan file" in done.stderr


def test_processes_of_their_own_and_real_streams(folder: Path) -> None:
    """As a program: four plans on two processes, results kept, nothing but results on stdout."""
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text(PLAN, encoding="utf-8")
    done = start("portfolio", "plans", "--processes", "2", "--json", "-o", "r.jsonl")
    assert done.returncode == 2
    assert {each["key"] for each in lines(done.stdout.decode())} == {
        "a.yaml", "b.yaml", "bad.yaml", "late.yaml", "north/in-time.yaml",
    }  # fmt: skip
    assert done.stdout.decode() == Path("r.jsonl").read_text(encoding="utf-8")
    assert done.stderr.decode().splitlines()[-1] == "kept 5 results in r.jsonl"


def test_a_terminal_gets_a_bar(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the wait is worth one, on standard error; it is gone at the end."""
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text(PLAN, encoding="utf-8")
    screen = io.StringIO()
    monkeypatch.setattr(
        running_plans, "Console", lambda **_: Console(file=screen, force_terminal=True)
    )
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    run("portfolio", "plans", "--processes", "1")
    monkeypatch.setattr(running_plans, "_is_watched", lambda: True)
    run("portfolio", "plans", "--processes", "1", "--json")
    quiet = screen.getvalue()
    run("portfolio", "plans", "--processes", "1")
    assert "Plans" not in quiet
    assert "Plans" in screen.getvalue()


@pytest.mark.extra
def test_with_samples_the_chance_decides(folder: Path) -> None:
    """The least likely plan comes first; chance and P80 stand beside the float."""
    del folder
    done = run("portfolio", "plans", "--samples", "200", "--processes", "1", "-q")
    heads, *rows = done.stdout.splitlines()
    assert heads.split()[4:] == ["chance", "P80", "errors"]
    assert [row.split()[0] for row in rows if ".yaml" in row] == ["late.yaml", "north/in-time.yaml"]
    assert all("%" in row for row in rows if ".yaml" in row)


def test_the_order_of_plans() -> None:
    """Chance, then float, then name; what has none comes after, problems last."""
    ahead = date(2024, 9, 2)
    at = PlanSummary(key="", on=date(2024, 6, 3), latest=ahead, state=ReadinessState.ONLY_IF_LATE)
    wanted = [
        evolve(at, key="z", p_ready=0.1, float_to_latest=50),
        evolve(at, key="y", p_ready=0.5, float_to_latest=-5),
        evolve(at, key="x", p_ready=0.5, float_to_latest=0),
        evolve(at, key="v", float_to_latest=-50),
        evolve(at, key="w", float_to_latest=0),
        evolve(at, key="a"),
        evolve(at, key="b"),
        evolve(at, key="0", problem="it cannot be read"),
    ]
    assert in_order(reversed(wanted)) == wanted
