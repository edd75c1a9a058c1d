"""Each verb on Northshire's plan: what it prints, its exit code, and which day it used."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from send_framework.network import schedule as scheduling
from tests.cli.northshire import PLAN, run

READING_VERBS = (
    "check", "deadlines", "quality", "schedule", "ready", "actions", "critical-path",
)  # fmt: skip


def answer(*words: str) -> dict[str, Any]:
    """Return what a verb answers in JSON."""
    result = run(*words, "--json")
    assert result.exit_code in {0, 1}, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


@pytest.fixture
def on_midsummer(monkeypatch: pytest.MonkeyPatch) -> date:
    """Make today 24 June 2024."""
    today = date(2024, 6, 24)
    for module in (scheduling, __import__("send_framework.cli.reading", fromlist=["today"])):
        monkeypatch.setattr(module, "today", lambda: today)
    return today


@pytest.mark.usefixtures("plan_file")
def test_the_critical_path_is_the_one_worked_by_hand() -> None:
    """A, B, D and M take until 23 August 2024: 5 working days after the earliest day."""
    assert run("critical-path", "plan.yaml", "--quiet").output == (
        "Critical path: 4 steps, 60 working days of work, to 23 August 2024\n"
        "  id  work                  who             starts     finishes  days  float\n"
        "  A   Agree the data        NCC, NICB   3 Jun 2024  28 Jun 2024   20?     -5\n"
        "  B   Write the strategy    NCC         1 Jul 2024   9 Aug 2024   30?     -5\n"
        "  D   Put it into practice  NCC        12 Aug 2024  23 Aug 2024    10     -5\n"
        "  M   Board confirms        NICB                    23 Aug 2024     0     -5\n"
    )


@pytest.mark.usefixtures("plan_file")
def test_the_critical_path_says_all_that_a_board_asks() -> None:
    """Drivers, the float against each day of the window, bodies, hand-offs, doubt and rivals."""
    printed = run("critical-path", "plan.yaml").output
    for words in (
        "Data date: 31 May 2024, from the plan file",
        "Target: Monitoring inspection",
        "earliest 19 August 2024 (earliest seen elsewhere, assumed)",
        "B: A finishes 28 June 2024",
        "earliest day, 19 August 2024: 5 working days too late",
        "expected day, 9 September 2024: 9 working days to spare",
        "latest day, 7 October 2024: 29 working days to spare",
        "NCC: 60 working days, 100% of the path (A, B, D)",
        "A -> B: NCC, NICB to NCC",
        "It changes hands 2 times.",
        "By the links alone: the same path, to 23 August 2024.",
        "On the path, 2 of the 7 activities and links rest on what nobody published.",
        "A length with a question mark was published by nobody.",
    ):
        assert words in printed


@pytest.mark.usefixtures("plan_file")
def test_near_critical_paths_are_shown_from_the_threshold_on() -> None:
    """C has 20 working days more than the least float: near only for whoever asks that far."""
    assert (
        "Near-critical, 20 working days behind it" not in run("critical-path", "plan.yaml").output
    )
    wide = run("critical-path", "plan.yaml", "--near-critical", "20").output
    assert "Near-critical, 20 working days behind it, float 15: " in wide


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-06-28", "Near-critical, as tight, float -5: C"),
        ("2024-06-25", "Tighter than the path, float -8: A -> C"),
    ],
)
def test_work_with_a_date_of_its_own_may_be_tighter_than_the_path(
    plan_file: Path, day: str, words: str
) -> None:
    """C can finish on 5 July; the day it is bound to is 5 or 8 working days before."""
    bound = PLAN.replace("    duration: 15\n", f"    duration: 15\n    must_finish_by: {day}\n")
    plan_file.write_text(bound, encoding="utf-8")
    printed = run("critical-path", "plan.yaml").output
    assert words in printed
    assert "B -> D -> M" not in printed  # a piece of the path itself is no other path


@pytest.mark.usefixtures("plan_file")
def test_the_schedule_shows_dates_floats_and_what_they_mean() -> None:
    """Every action has its dates and its float, and a sentence says what the float is against."""
    printed = run("schedule", "plan.yaml").output
    assert "  B   Write the strategy    1 Jul 2024   9 Aug 2024     -5" in printed
    assert "against the earliest day of the target, 19 August\n  2024" in printed
    assert "Ready only if inspectors come on 27 August 2024 or later" in printed


@pytest.mark.usefixtures("plan_file")
def test_without_a_target_floats_count_from_the_own_finish() -> None:
    """The least float is 0, and no window is named."""
    found = answer("schedule", "plan.yaml", "--target", "none")
    assert found["target"] is None
    assert {each["id"]: each["total_float"] for each in found["actions"]} == {
        "A": 0, "B": 0, "C": 20, "D": 0, "M": 0,
    }  # fmt: skip
    printed = run("schedule", "plan.yaml", "--target", "none").output
    assert "Target: none; late dates count from the plan's own finish" in printed
    assert "against the plan's own finish; work" in printed


@pytest.mark.usefixtures("plan_file")
@pytest.mark.parametrize("verb", READING_VERBS)
def test_every_answer_names_its_shape_and_its_day(verb: str) -> None:
    """Each JSON answer says which shape it has and on which day it was judged."""
    found = answer(verb, "plan.yaml", "--on", "2024-06-07")
    shape = "findings" if verb == "check" else "readiness" if verb == "ready" else verb
    assert found["schema"] == f"send-framework/{shape}/1"
    assert (found["on"], found["on_given"]) == ("2024-06-07", True)


@pytest.mark.usefixtures("plan_file")
@pytest.mark.parametrize("verb", [*READING_VERBS, "explain"])
def test_the_day_asked_for_beats_the_file(verb: str) -> None:
    """``--on`` wins, and the output says that it was asked for."""
    words = (verb, "plan.yaml", *(["D"] if verb == "explain" else []))
    assert "31 May 2024, from the plan file" in " ".join(run(*words).output.split())
    asked = " ".join(run(*words, "--on", "7 June 2024").output.split())
    assert "7 June 2024, as asked with --on" in asked


@pytest.mark.parametrize("verb", READING_VERBS)
def test_without_any_day_it_is_today(plan_file: Path, on_midsummer: date, verb: str) -> None:
    """A plan without a data date is judged today, and the output says so."""
    plan_file.write_text(PLAN.replace("data_date: 2024-05-31\n", ""), encoding="utf-8")
    printed = " ".join(run(verb, "plan.yaml").output.split())
    assert "24 June 2024, today, as none was given" in printed
    found = answer(verb, "plan.yaml")
    assert (found["on"], found["on_given"]) == (str(on_midsummer), False)


@pytest.mark.usefixtures("plan_file")
@pytest.mark.parametrize("text", ["March 2024", "2024-02-30", "soon", "about 7 June 2024", ""])
def test_a_vague_day_is_refused(text: str) -> None:
    """A data date is one day; a month or a guess is bad usage."""
    result = run("schedule", "plan.yaml", "--on", text)
    assert result.exit_code == 2
    assert "is no day; one such as 2024-06-07 is expected" in result.output


@pytest.mark.usefixtures("plan_file")
def test_a_day_beyond_all_calendars_is_one_line(  # nobody knows the bank holidays of 9999
) -> None:
    """A year without known bank holidays is refused in a sentence."""
    result = run("schedule", "plan.yaml", "--on", "9999-12-31")
    assert result.exit_code == 2
    assert result.output.startswith("error: ")
    assert result.output.count("\n") == 1


@pytest.mark.usefixtures("plan_file")
def test_explain_says_what_drove_what_lost_and_which_days_nobody_worked() -> None:
    """D waits for B; C with its lag lost; a weekend lies between."""
    printed = run("explain", "plan.yaml", "D").output
    for words in (
        "D starts 12 August 2024, because B finishes 9 August 2024",
        "C finishes 5 July 2024, then 5 working days (from 15 July 2024)",
        "Nobody works from 10 August 2024 to 11 August 2024: weekend",
        "  A Agree the data, to 28 June 2024\n  B Write the strategy, to 9 August 2024\n",
        "A duration, B duration",
        "earliest day, 19 August 2024: 5 working days too late",
    ):
        assert words in printed


@pytest.mark.usefixtures("plan_file")
def test_explain_needs_no_chain_where_nothing_comes_first() -> None:
    """A begins the plan: no chain, no gap; quiet leaves the sentence alone."""
    assert "The chain that leads to it" not in run("explain", "plan.yaml", "A").output
    quiet = run("explain", "plan.yaml", "A", "--quiet").output
    assert quiet.startswith("A Agree the data\n  A starts 3 June 2024")
    assert quiet.count("\n") == 3


@pytest.mark.usefixtures("plan_file")
def test_explain_leaves_out_floats_that_there_are_not() -> None:
    """Without a target there is no float against a window."""
    assert "Its float" not in run("explain", "plan.yaml", "D", "--target", "none").output


@pytest.mark.usefixtures("plan_file")
def test_an_unknown_id_gets_a_near_one() -> None:
    """A mistyped id is bad input, and a near one is offered."""
    result = run("explain", "plan.yaml", "MM")
    assert result.exit_code == 2
    assert result.output == (
        "error: no action, milestone or event is called 'MM'. Did you mean 'M'?\n"
    )


@pytest.mark.usefixtures("plan_file")
def test_readiness_is_told_for_each_recommendation_and_part() -> None:
    """PA1 waits for M; its part (a) is done with A alone."""
    printed = run("ready", "plan.yaml").output
    assert "only if late  27 Aug 2024     -5" in printed
    assert "- PA1(a)  Governance" in printed
    assert "Ready only if inspectors come on 27 August 2024 or later" in printed
    verbose = run("ready", "plan.yaml", "--verbose").output
    assert "PA1(a): Ready from 1 July 2024" in verbose
    assert "The day is the first" not in run("ready", "plan.yaml", "--quiet").output


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2024-06-10", "float is in working days to the earliest day."),
        ("2024-09-01", "float is in working days to the expected day."),
        ("2024-09-30", "float is in working days to the latest day."),
        ("2024-11-01", "finished; no day lies ahead."),
    ],
)
@pytest.mark.usefixtures("plan_file")
def test_float_by_recommendation_is_to_the_first_day_ahead(on: str, words: str) -> None:
    """As in the schedule: a state and the float beside it are measured against the same day."""
    assert words in " ".join(run("ready", "plan.yaml", "--on", on).output.split())


def test_a_plan_without_recommendations_says_so(plan_file: Path) -> None:
    """There is nothing to list, so a sentence stands in its place."""
    plan_file.write_text("version: 1\ntitle: Empty\ndata_date: 2024-05-31\n", encoding="utf-8")
    assert "The plan names no recommendation." in run("ready", "plan.yaml").output


def test_an_empty_plan_still_answers(plan_file: Path) -> None:
    """No work, no inspection: every verb says what is missing and none fails."""
    plan_file.write_text("version: 1\ntitle: Empty\ndata_date: 2024-05-31\n", encoding="utf-8")
    assert "Nothing has dates." in run("schedule", "plan.yaml").output
    assert "There is no critical path" in run("critical-path", "plan.yaml").output
    assert "No rule gives a date" in run("deadlines", "plan.yaml").output
    assert "None has dates in that time." in run("actions", "plan.yaml").output
    assert run("check", "plan.yaml", "--fail-on", "never").exit_code == 0


@pytest.mark.usefixtures("plan_file")
def test_one_agency_sees_its_own_work_before_the_next_board() -> None:
    """NICB has A and C before the board of 15 July; M comes later."""
    found = answer("actions", "plan.yaml", "--agency", "NICB", "--before", "BOARD")
    assert [each["id"] for each in found["actions"]] == ["A", "C"]
    assert (found["agency"], found["until"]) == ("NICB", "2024-07-14")
    printed = run("actions", "plan.yaml", "--agency", "NICB", "--before", "BOARD").output
    assert "Work of NICB still to be done until 14 July 2024" in printed
    everybody = answer("actions", "plan.yaml", "--weeks", "6")
    assert [each["id"] for each in everybody["actions"]] == ["A", "C", "B"]


@pytest.mark.usefixtures("plan_file")
def test_an_unknown_agency_is_bad_input() -> None:
    """A mistyped agency is not an agency without work."""
    result = run("actions", "plan.yaml", "--agency", "NICBB")
    assert result.exit_code == 2
    assert result.output == "error: no agency of the plan is called 'NICBB'. Did you mean 'NICB'?\n"


@pytest.mark.usefixtures("plan_file")
def test_official_dates_are_grouped_by_how_binding_they_are() -> None:
    """Law comes first, then the handbook, then what is approximate, then the plan's own."""
    printed = run("deadlines", "plan.yaml").output
    places = [printed.index(words) for words in (
        "Law: it must be met",
        "Priority action plan made final (I2024): 9 August 2024",
        "Handbook: what inspectorates usually ask",
        "Priority action plan submitted (I2024): 21 June 2024",
        "35 working days after receipt of the final report, 1 May 2024",
        'Approximate: printed as "within approximately"',
        "From the plan itself: no rule",
        "No day can be given",
    )]  # fmt: skip
    assert places == sorted(places)
    assert "    Nothing planned: nothing in the plan meets it yet" in printed


def test_official_dates_say_what_meets_them(plan_file: Path) -> None:
    """An action that names the rule and comes too late is told with its working days."""
    late = PLAN.replace("title: Write the strategy,", (
        "title: Write the strategy, meets: priority-action-plan-submitted,"
    ))  # fmt: skip
    plan_file.write_text(late, encoding="utf-8")
    printed = " ".join(run("deadlines", "plan.yaml").output.split())
    assert "At risk: B (Write the strategy) is expected on 9 August 2024, 35 working" in printed
    entry = next(
        each for each in answer("deadlines", "plan.yaml")["deadlines"]
        if each["name"] == "Priority action plan submitted"
    )  # fmt: skip
    assert (entry["verdict"]["kind"], entry["verdict"]["subject"]) == ("at-risk", "B")


def test_verbose_and_quiet_deadlines(plan_file: Path) -> None:
    """Verbose adds the whole sentence and the sources, quiet leaves the days alone."""
    assert plan_file.is_file()
    verbose = run("deadlines", "plan.yaml", "-v").output
    assert "by rule priority-action-plan-made" in verbose.replace("\n    ", " ")
    assert "Source: " in verbose
    quiet = run("deadlines", "plan.yaml", "-q").output
    assert "35 working days after" not in quiet
    assert "Data date" not in quiet
    assert "Priority action plan submitted (I2024): 21 June 2024" in quiet


def test_an_inferred_receipt_gives_a_range(plan_file: Path) -> None:
    """With publication alone the deadline has two ends and says that it was worked out."""
    plan_file.write_text(PLAN.replace("    report_received: 2024-05-01\n", ""), encoding="utf-8")
    printed = " ".join(run("deadlines", "plan.yaml").output.split())
    assert "Priority action plan submitted (I2024): 20 June 2024 to 24 June 2024" in printed
    assert "(worked out)" in printed


def findings_of(plan_file: Path) -> Iterator[str]:
    """Yield the lines that name a place."""
    for line in run("check", plan_file.name).output.splitlines():
        if line.startswith(plan_file.name):
            yield line


def test_findings_stand_one_a_line_with_their_place(plan_file: Path) -> None:
    """The promise that cannot be kept comes first, with file, line and column."""
    lines = list(findings_of(plan_file))
    assert lines[0].startswith(
        "plan.yaml:37:5: error promise-cannot-be-kept: D (Put it into practice) is promised for "
        "16 August 2024 and can finish on 23 August 2024, 5 working days late"
    )
    kinds = [line.split(": ")[1].split()[0] for line in lines]
    assert kinds == sorted(kinds, key=["error", "warning", "information"].index)


def test_a_count_ends_the_findings(plan_file: Path) -> None:
    """The last line counts what the lines above say."""
    counted = sum(": error " in line for line in findings_of(plan_file))
    last = run("check", "plan.yaml").output.split("\n\n")[-1].replace("\n", " ")
    assert last.startswith(f"{counted} error, ")
    assert "Data date: 31 May 2024, from the plan file." in last
    assert answer("check", "plan.yaml")["counts"]["error"] == counted


@pytest.mark.usefixtures("plan_file")
def test_quiet_findings_are_lines_only() -> None:
    """Without advice and count every line has a place, a severity and a code."""
    for line in run("check", "plan.yaml", "--quiet").output.splitlines():
        assert line.startswith("plan.yaml")
        assert line.split(": ")[1].split()[0] in {"error", "warning", "information"}


@pytest.mark.usefixtures("plan_file")
def test_verbose_findings_name_rule_and_source() -> None:
    """Whoever doubts a finding is shown the rule and where it can be read."""
    printed = run("check", "plan.yaml", "--verbose").output
    assert "    Rule: Priority action plan submitted (handbook): 35 working days" in printed
    assert "    Source: " in printed


@pytest.mark.usefixtures("plan_file")
@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 1), ("warning", 1), ("information", 1), ("never", 0)]
)
def test_fail_on_sets_the_exit_code(fail_on: str, code: int) -> None:
    """A plan with an error fails unless nothing should."""
    assert run("check", "plan.yaml", "--fail-on", fail_on).exit_code == code
    assert run("check", "plan.yaml", "--fail-on", fail_on, "--json").exit_code == code


def test_warnings_alone_pass_by_default(plan_file: Path) -> None:
    """Without an error the exit code is 0, with --fail-on warning it is 1."""
    plan_file.write_text(PLAN.replace("    due: 2024-08-16\n", ""), encoding="utf-8")
    assert run("check", "plan.yaml").exit_code == 0
    assert run("check", "plan.yaml", "--fail-on", "warning").exit_code == 1


def test_every_problem_of_a_file_is_told_at_once(plan_file: Path) -> None:
    """Two mistakes, two lines with their places, one count, exit code 2."""
    wrong = PLAN.replace("duration: 20", "duration: soon").replace("kind: full", "kind: fulll")
    plan_file.write_text(wrong, encoding="utf-8")
    result = run("check", "plan.yaml")
    first, second, last = result.output.splitlines()
    assert result.exit_code == 2
    assert first.startswith("plan.yaml:15:11: inspections[0].kind")
    assert second.startswith("plan.yaml:29:")
    assert last == "2 problems, so the file was not read"


def test_a_plan_is_read_from_standard_input() -> None:
    """A dash stands for standard input, and messages call it so."""
    printed = run("check", "-", stdin=PLAN).output
    assert printed.startswith("<standard input>:37:5: error ")
    broken = run("check", "-", stdin="version: 1\n")
    assert broken.exit_code == 2
    assert broken.output.startswith("<standard input>:1:1: title is missing")


def test_findings_of_one_kind_are_folded_after_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six actions without an owner: three lines, the rest by name; all with --verbose."""
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"  - {{id: S0{n}, title: Do it, duration: 5}}\n" for n in range(1, 7))
    text = f"version: 1\ntitle: A plan\nstart: 2024-06-03\nactions:\n{rows}"
    Path("plan.yaml").write_text(text, encoding="utf-8")
    words = ("check", "plan.yaml", "--on", "2024-06-03", "--fail-on", "never")
    folded = run(*words).output
    lines = [line for line in folded.splitlines() if "action-without-owner:" in line]
    assert [line.startswith("plan.yaml:") for line in lines] == [True, True, True, False]
    assert lines[-1] == "action-without-owner: 3 more: S04, S05, S06"
    for option in ("--verbose", "--quiet"):
        whole = run(*words, option).output
        shown = [line for line in whole.splitlines() if " action-without-owner: " in line]
        assert len(shown) == 6
