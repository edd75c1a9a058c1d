"""Real programs, pipes, encodings and signals: nothing ends in a traceback."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from send_framework.cli import reading
from send_framework.cli.options import WholeNumber
from send_framework.errors import DocumentError, ModelError
from send_framework.formats.writing import plan_to_yaml
from send_framework.model.action import Action
from send_framework.model.plan import Plan
from tests.cli.northshire import PLAN, run, start

FULL = Path("/dev/full")


def test_the_module_runs_as_a_program(plan_file: Path) -> None:
    """``python -m send_framework`` is the command line, with its exit code."""
    finished = start("check", plan_file.name, cwd=plan_file.parent)
    assert finished.returncode == 1
    assert finished.stdout.startswith(b"plan.yaml:37:5: error ")
    assert finished.stderr == b""


def test_results_and_complaints_go_separate_ways(plan_file: Path) -> None:
    """What was asked for is on standard output, what went wrong on standard error."""
    finished = start("schedule", "missing.yaml", cwd=plan_file.parent)
    assert finished.returncode == 2
    assert finished.stdout == b""
    assert finished.stderr == b"missing.yaml: there is no such file\n"


def test_a_reader_who_goes_away_changes_nothing(plan_file: Path) -> None:
    """``| head -1`` gets its line; no traceback, and the exit code is still the verdict."""
    program = subprocess.Popen(
        [sys.executable, "-m", "send_framework", "check", str(plan_file)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    program.stdout.close()
    assert program.stderr is not None
    assert program.stderr.read() == b""
    assert program.wait(timeout=60) == 1
    program.stderr.close()


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_one_line(plan_file: Path) -> None:
    """Standard output that takes nothing more is told in a sentence."""
    with FULL.open("wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "send_framework", "check", str(plan_file)],
            stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert finished.returncode == 2
    assert finished.stderr == b"error: No space left on device\n"


def test_ctrl_c_ends_with_130(plan_file: Path) -> None:
    """Interrupted while it waits for standard input, it says so and leaves no traceback."""
    program = subprocess.Popen(
        [sys.executable, "-c", _WAITING, "check", "-"], cwd=plan_file.parent,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    watchdog = Timer(60, program.kill)
    watchdog.start()
    assert program.stdout is not None
    assert program.stdout.readline() == b"waiting\n"
    program.send_signal(signal.SIGINT)
    _, complaint = program.communicate()
    watchdog.cancel()
    assert (program.returncode, complaint) == (130, b"error: interrupted\n")


# Says when it begins to read, so that the test need not guess how long starting takes.
_WAITING = """
import sys
from send_framework.cli import main, reading
read = reading.read_stream
def told(*given, **named):
    print("waiting", flush=True)
    return read(*given, **named)
reading.read_stream = told
main()
"""


def test_without_standard_input_a_dash_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started without standard input cannot read a plan from it."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DocumentError, match="<standard input>: it is closed"):
        reading.read("-", None)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "utf-8"])
def test_every_code_page_can_print_every_plan(plan_file: Path, encoding: str) -> None:
    """A title with an arrow, a dash and Polish letters prints on an old console too."""
    hostile = PLAN.replace(
        "Write the strategy", "\u201c30 \u2192 35\u201d \u2013 \u0141\u00f3d\u017a"
    )
    plan_file.write_text(hostile, encoding="utf-8")
    for verb in ("schedule", "critical-path", "check"):
        finished = start(verb, plan_file.name, cwd=plan_file.parent, PYTHONIOENCODING=encoding)
        assert finished.returncode in {0, 1}
        assert finished.stderr == b""
        printed = finished.stdout.decode(encoding)
        assert ('"30 -> 35" -' in printed) == (encoding != "utf-8")


def test_json_is_plain_ascii(plan_file: Path) -> None:
    """Whatever letters a plan holds, its JSON passes every stream."""
    hostile = PLAN.replace("Write the strategy", "\u0141\u00f3d\u017a \U0001f600")
    plan_file.write_text(hostile, encoding="utf-8")
    finished = start("schedule", plan_file.name, "--json", cwd=plan_file.parent)
    assert b'"\\u0141\\u00f3d\\u017a \\ud83d\\ude00"' in finished.stdout
    assert finished.stdout.isascii()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_in_a_pipe_only_by_force(
    plan_file: Path, environment: dict[str, str], *, coloured: bool
) -> None:
    """A pipe gets plain text; FORCE_COLOR brings colour, NO_COLOR forbids it."""
    for verb in ("check", "schedule", "critical-path", "ready", "deadlines"):
        assert ("\x1b[" in run(verb, plan_file.name, **environment).output) is coloured


def test_a_file_never_gets_colour(plan_file: Path) -> None:
    """Colour is for terminals, whatever is forced."""
    run("schedule", plan_file.name, "-o", "answer.txt", FORCE_COLOR="1")
    assert "\x1b" not in Path("answer.txt").read_text(encoding="utf-8")


# Nothing here depends on the folder, which is one for all examples.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(title=st.text(min_size=1, max_size=80))
def test_no_title_obeys_or_breaks_anything(plan_file: Path, title: str) -> None:
    """Whatever title the model accepts is printed harmlessly by every verb, in colour too."""
    try:
        plan = Plan(title=title, actions=[Action(id="A", title=title)])
    except ModelError:
        reject()
    plan_file.write_text(plan_to_yaml(plan), encoding="utf-8")
    for verb in ("check", "schedule", "critical-path"):
        result = run(verb, plan_file.name)
        assert result.exit_code in {0, 1}, result.output
        assert not {"\x1b", "\x9b", "\u202e", "\u2028", "\r"} & set(result.output)


def test_an_unwritable_folder_is_one_line(plan_file: Path) -> None:
    """A file in a folder that does not exist cannot be written."""
    result = run("schedule", plan_file.name, "-o", "nowhere/answer.txt")
    assert result.exit_code == 2
    assert result.output == "nowhere/answer.txt: the folder for it does not exist\n"


def test_an_existing_file_is_kept_unless_forced(plan_file: Path) -> None:
    """Without --force nothing is overwritten; with it the answer replaces the file."""
    target = Path("answer.json")
    target.write_text("mine", encoding="utf-8")
    refused = run("schedule", plan_file.name, "--json", "-o", "answer.json")
    assert (refused.exit_code, target.read_text(encoding="utf-8")) == (2, "mine")
    assert refused.output == (
        "answer.json: the file exists; name another, or replace it with --force "
        "(in Python: force=True)\n"
    )
    done = run("schedule", plan_file.name, "--json", "-o", "answer.json", "--force")
    assert (done.exit_code, done.output) == (0, "wrote answer.json\n")
    assert target.read_text(encoding="utf-8").startswith('{\n  "schema"')
    quiet = run("schedule", plan_file.name, "-q", "-o", "answer.json", "--force")
    assert (quiet.exit_code, quiet.output) == (0, "")


def test_a_dash_is_standard_output(plan_file: Path) -> None:
    """``-o -`` makes no file called "-"."""
    plain = run("schedule", plan_file.name).output
    assert run("schedule", plan_file.name, "-o", "-").output == plain
    assert not Path("-").exists()


def test_an_unexpected_system_error_is_one_line(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system refuses is told with the file's name, and without one where there is none."""
    for error, words in (
        (OSError(5, "Input/output error", "plan.yaml"), "plan.yaml: Input/output error"),
        (OSError("gone"), "gone"),
        (OSError(), "OSError"),
    ):

        def fail(*_: object, error: OSError = error, **__: object) -> None:
            raise error

        monkeypatch.setattr(reading, "load_document", fail)
        result = run("schedule", plan_file.name)
        assert (result.exit_code, result.output) == (2, f"error: {words}\n")


@pytest.mark.parametrize(
    ("words", "sentence", "helped"),
    [
        (["nonsense"], "no such command 'nonsense'.", ""),
        (["--nonsense"], "no such option", ""),
        (["schedule"], "missing argument 'PLAN'.", " schedule"),
        (["check", "a", "--on"], "option '--on' requires an argument.", " check"),
        (["check", "a", "b"], "got unexpected extra argument (b)", " check"),
        (
            ["check", "a", "--on", "soon"],
            "invalid value for '--on': 'soon' is no day; one",
            " check",
        ),
    ],
)
def test_bad_usage_is_2_and_told_as_other_errors_are(
    words: list[str], sentence: str, helped: str
) -> None:
    """A verb that does not exist, a missing plan: one line of what, one of where to look."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    said, where = result.stderr.splitlines()
    assert said.startswith(f"error: {sentence}")
    assert where.endswith(f"{helped} --help' lists what can be said")


def test_without_a_verb_the_help_is_shown() -> None:
    """Whoever types the bare name wants to know what there is."""
    result = run()
    assert result.exit_code == 2
    assert "See the critical path" in result.stderr
    assert "error: " not in result.stderr


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({}, "but a whole number is expected"),
        ({"min": 3}, "but a whole number (3 or more) is expected"),
        ({"max": 0}, "but a whole number (at most 0) is expected"),
        ({"min": 3, "max": 9}, "but a whole number (3 to 9) is expected"),
    ],
)
def test_limits_of_numbers_are_said_in_words(limits: dict[str, Any], words: str) -> None:
    """What is no number and what is out of range get the same answer: what would be right."""
    for wrong in ("x", "1.5", "1" if limits else "?"):
        with pytest.raises(click.BadParameter, match=re.escape(f"found '{wrong}', {words}")):
            WholeNumber(**limits).convert(wrong, None, None)


def test_help_loads_nothing_heavy() -> None:
    """``--help`` knows the verbs without loading the libraries they use."""
    heavy = ("networkx", "holidays", "cattrs", "yaml", "rich", "numpy")
    code = (
        "import sys\nfrom send_framework.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=dict(os.environ)
    )
    assert finished.stdout.endswith(b"[]\n")


def test_the_version_is_the_packages_own() -> None:
    """``--version`` says what is installed."""
    from importlib.metadata import version

    assert run("--version").output.split()[-1] == version("send-framework")
