"""Plan files themselves: begin one, report progress in one, describe all of them."""

import json
from pathlib import Path

import pytest

from send_framework.formats.documents import load_plan
from tests.cli.northshire import PLAN, run, start

NOT_YET = (
    "4 June 2024 is after the plan's data_date, 31 May 2024: answers leave it out until you move "
    "data_date on in the file, or ask with --on"
)
COMMENTED = PLAN.replace("  - {id: B,", "  # the long one\n  - {id: B,")


def test_progress_changes_only_the_lines_of_its_work(plan_file: Path) -> None:
    """Comments, layout and every other line stay as they were."""
    plan_file.write_text(COMMENTED, encoding="utf-8")
    result = run(
        "update", plan_file.name, "A",
        "--started", "2024-06-04", "--percent", "25", "--forecast", "5 July 2024",
        "--reported", "2024-06-14",
    )  # fmt: skip
    assert (result.exit_code, result.output) == (0, f"wrote plan.yaml\n{NOT_YET}\n")
    before, after = COMMENTED.splitlines(), plan_file.read_text(encoding="utf-8").splitlines()
    changed = [line for line in after if line not in before]
    assert len(changed) == 1
    action = load_plan(plan_file).actions[0]
    assert (str(action.actual_start), action.percent_complete) == ("4 June 2024", 25)
    assert (str(action.forecast_finish), str(action.reported_on)) == ("5 July 2024", "2024-06-14")


def test_finished_work_is_complete_and_the_schedule_knows(plan_file: Path) -> None:
    """One report, and the next schedule shows it done."""
    run("update", plan_file.name, "A", "--started", "2024-06-03", "--finished", "2024-06-21")
    answer = json.loads(run("schedule", plan_file.name, "--on", "2024-06-21", "--json").output)
    assert (answer["actions"][0]["complete"], answer["actions"][0]["early_finish"]) == (
        True, "2024-06-21",
    )  # fmt: skip


def test_a_report_of_what_is_known_needs_no_advice(plan_file: Path) -> None:
    """On the data date itself, or without a date, nothing is left out."""
    for words in (("--started", "2024-05-31"), ("--percent", "5"), ("--forecast", "2024-07-01")):
        assert run("update", plan_file.name, "A", *words).output == "wrote plan.yaml\n"


def test_a_status_can_be_reported_alone(plan_file: Path) -> None:
    """Paused work says so."""
    assert run("update", plan_file.name, "B", "--status", "paused").exit_code == 0
    assert "status: paused" in plan_file.read_text(encoding="utf-8")


def test_a_report_from_standard_input_goes_to_standard_output() -> None:
    """Nothing is written when the plan came through a pipe; line ends stay as they were."""
    plan = PLAN.replace("\n", "\r\n").encode()
    finished = start("update", "-", "M", "--finished", "2024-08-23", stdin=plan)
    assert finished.returncode == 0
    assert finished.stderr.startswith(b"23 August 2024 is after the plan's data_date")
    assert b"actual: 2024-08-23" in finished.stdout
    assert finished.stdout.count(b"\r\n") >= plan.count(b"\r\n")


def test_a_report_can_go_to_another_file(plan_file: Path) -> None:
    """With -o the plan file stays as it is, and an existing file is kept."""
    words = ("update", plan_file.name, "A", "--percent", "50", "-o", "new.yaml")
    assert run(*words).output == "wrote new.yaml\n"
    assert plan_file.read_text(encoding="utf-8") == PLAN
    assert load_plan("new.yaml").actions[0].percent_complete == 50
    refused = run(*words)
    assert refused.exit_code == 2
    assert "the file exists" in refused.output
    assert run(*words, "--force").exit_code == 0


def test_a_report_that_says_nothing_is_bad_usage(plan_file: Path) -> None:
    """At least one thing must be reported."""
    result = run("update", plan_file.name, "A")
    assert result.exit_code == 2
    assert "--started, --finished, --percent, --forecast, --status, --reported" in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["Q", "--percent", "50"], "no action, milestone or event is called 'Q'"),
        (["M", "--percent", "50"], "only this can be reported of it: finished"),
        (["A", "--percent", "101"], "but a whole number (0 to 100) is expected"),
        (["A", "--percent", "half"], "found 'half', but a whole number (0 to 100) is"),
        (["A", "--finished", "soon"], "is no day; one such as"),
    ],
)
def test_a_wrong_report_changes_nothing(plan_file: Path, words: list[str], message: str) -> None:
    """Bad input is one message and exit code 2, and the file is untouched."""
    result = run("update", plan_file.name, *words)
    assert result.exit_code == 2
    assert message in result.output
    assert plan_file.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title: \xe9\n", b"", b"a: [\n"])
def test_a_file_that_is_no_plan_is_told_with_its_place(plan_file: Path, data: bytes) -> None:
    """What cannot be read cannot be changed, and the message says why."""
    plan_file.write_bytes(data)
    result = run("update", plan_file.name, "A", "--percent", "50")
    assert result.exit_code == 2
    assert result.output.startswith("plan.yaml:")
    assert plan_file.read_bytes() == data


def test_the_schema_is_json_on_standard_output_or_in_a_file(plan_file: Path) -> None:
    """The same bytes either way."""
    printed = run("schema").output
    assert json.loads(printed)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert run("schema", "-o", "plan.schema.json").output == "wrote plan.schema.json\n"
    assert (plan_file.parent / "plan.schema.json").read_text(encoding="utf-8") == printed


def test_a_new_plan_loads_and_can_be_checked(plan_file: Path) -> None:
    """From nothing to findings in two commands; a plan that is there is never overwritten."""
    made = run("new", "--title", "Our plan: a start", "-o", "ours.yaml")
    assert (made.exit_code, made.output) == (0, "wrote ours.yaml\n")
    assert load_plan("ours.yaml").title == "Our plan: a start"
    assert run("check", "ours.yaml", "--fail-on", "never").exit_code == 0
    refused = run("new", "-o", plan_file.name)
    assert refused.exit_code == 2
    assert plan_file.read_text(encoding="utf-8") == PLAN


def test_a_new_plan_is_printed_without_a_file() -> None:
    """It can be piped on."""
    assert run("check", "-", "--fail-on", "never", stdin=run("new").output).exit_code == 0
