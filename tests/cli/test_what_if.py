"""`what-if` on Northshire's plan: every option, files of scenarios, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework.cli.page import Page
from send_framework.cli.show_schedule import View
from send_framework.cli.show_what_if import Simulated, show_what_if
from send_framework.cli.terminal import Terminal
from send_framework.cli.wording import finish_words
from send_framework.network.changes.asking import what_if
from send_framework.network.risk.headline import Headline
from send_framework.network.risk.results import Finishes, ReadyChances
from tests.cli.northshire import PLAN, run
from tests.network.changes.scenario_cases import case, step
from tests.network.planning import FRIDAY_BEFORE, act, plan_of

pytestmark = pytest.mark.usefixtures("plan_file")

SCENARIOS = """\
version: 1
scenarios:
  - {id: late, title: The data come late, steps: [{kind: slip, activity: A, days: 10}]}
  - {id: sooner, steps: [{kind: move-window, days: -30}]}
"""


def asked(*options: str) -> list[dict[str, Any]]:
    """Return the scenarios of an answer in JSON."""
    result = run("what-if", "plan.yaml", *options, "--json")
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.output)
    assert answer["schema"] == "send-framework/what-if/1"
    assert answer["base"]["finish"] == "2024-08-23"
    scenarios: list[dict[str, Any]] = answer["scenarios"]
    return scenarios


@pytest.mark.parametrize(
    ("option", "words", "moved"),
    [
        (["--slip", "A=10"], "A slips by 10 working days", 10),
        (["--shorten", "B=5"], "B is shortened by 5 working days", -5),
        (["--set-duration", "B=40"], "B takes 40 working days", 10),
        (["--add-link", "C:B"], "C starts after B finishes", 20),
        (["--add-link", "C:B:SS=20"], "C starts after B starts, then 20 working days", 10),
        (["--add-link", "C:B=-2"], "C starts after B finishes, less 2 working days", 18),
        (["--drop-link", "D:B"], "D no longer waits for B", -5),
        (["--parallel", "B:A=5"],
         "B no longer waits for the finish of A, only for its start, then 5 working days", -5),
        (["--set-calendar", "A=england"], "A works by calendar england", 0),
        (["--remove", "B"], "B is not done", -5),
        (["--move-window", "-30"], "The inspection window moves 30 calendar days earlier", 0),
    ],
)  # fmt: skip
def test_every_option_is_a_step(option: list[str], words: str, moved: int) -> None:
    """What it says in words, and how far the finish moves; D's promise is 16 August."""
    [found] = asked(*option)
    assert (found["id"], found["steps"], found["finish_moved"]) == ("as-asked", [words], moved)


def test_all_options_are_one_scenario_in_a_stated_order() -> None:
    """Links, calendars and lengths come before slips, whatever the order on the line."""
    [found] = asked("--slip", "A=5", "--move-window", "7", "--remove", "M", "--drop-link", "D:C",
                    "--slip", "B=1")  # fmt: skip
    assert found["steps"] == [
        "D no longer waits for C", "M is not done", "A slips by 5 working days",
        "B slips by 1 working day", "The inspection window moves 7 calendar days later",
    ]  # fmt: skip
    assert found["finish_moved"] == 6


def test_a_file_holds_further_scenarios(plan_file: Path) -> None:
    """What the options say comes first."""
    plan_file.with_name("what.yaml").write_text(SCENARIOS, encoding="utf-8")
    assert [each["id"] for each in asked("--scenarios", "what.yaml")] == ["late", "sooner"]
    found = asked("--scenarios", "what.yaml", "--remove", "M")
    assert [each["id"] for each in found] == ["as-asked", "late", "sooner"]


def test_people_read_the_base_first_and_each_scenario_against_it(plan_file: Path) -> None:
    """A table of all, then each with its steps, its finish, its path and what moves."""
    plan_file.with_name("what.yaml").write_text(SCENARIOS, encoding="utf-8")
    printed = run("what-if", "plan.yaml", "--scenarios", "what.yaml").output
    for words in (
        "as it stands  23 Aug 2024               -5  only if late",
        "late           9 Sep 2024        10    -15  only if late",
        "sooner        23 Aug 2024         0    -25  only if late",
        "late: The data come late\n  A slips by 10 working days.",
        "It finishes on 9 September 2024 instead of 23 August 2024: 10 working days",
        "The critical path is still: A -> B -> D -> M.",
        "sooner\n  The inspection window moves 30 calendar days earlier.",
        "It finishes on 23 August 2024 all the same.",
        "Ready only if inspectors come on 27 August 2024 or later (-25 working days",
    ):
        assert words in printed, words
    rows = [line.split("  ") for line in printed.splitlines()]
    moved = [[cell.strip() for cell in row if cell] for row in rows if "28 Jun 2024" in row]
    assert moved == [["A", "Agree the data", "28 Jun 2024", "12 Jul 2024", "10", "on path"]]


def test_a_quiet_answer_is_the_table_alone() -> None:
    """For those who only want the numbers."""
    printed = run("what-if", "plan.yaml", "--slip", "A=10", "--quiet").output
    assert printed.splitlines()[0].split() == [
        "scenario",
        "finishes",
        "later",
        "by",
        "float",
        "ready?",
    ]
    assert len(printed.splitlines()) == 4


def test_what_becomes_late_and_what_no_longer_is() -> None:
    """With B shorter, D keeps its promise; 40 days later all in scope misses the last day."""
    assert "No longer late: D." in run("what-if", "plan.yaml", "--shorten", "B=5").output
    assert "Late then: A, B, M." in run("what-if", "plan.yaml", "--slip", "A=40").output


def test_of_many_moves_the_largest_are_shown() -> None:
    """Six move; five are shown and the sixth is named, unless all are asked for."""
    plan = plan_of(
        *(act(f"S{n}", 5, *([f"S{n - 1}"] if n else [])) for n in range(6)), data_date=FRIDAY_BEFORE
    )
    found = what_if(plan, [case(step("slip", "S0", days=3))])

    def printed(*, verbose: bool) -> str:
        page = Page(Terminal())
        show_what_if(page, found[0].base, found, View(on_from="as asked", verbose=verbose))
        return page.text()

    assert "1 more move: S5 (--verbose shows all)." in printed(verbose=False)
    assert "float is to no day: none lies ahead" in printed(verbose=False)
    assert "more move" not in printed(verbose=True)


def test_without_dates_there_is_no_finish_to_compare(plan_file: Path) -> None:
    """Nothing has dates, and nothing moves."""
    plan_file.write_text(
        "version: 1\ntitle: A plan\ndata_date: 2024-05-31\nactions: [{id: A, title: Agree}]\n",
        encoding="utf-8",
    )
    printed = run("what-if", "plan.yaml", "--set-calendar", "A=england", "--target", "none").output
    assert "It finishes on no known day, and on no known day before." in printed
    assert "The critical path is still: none." in printed
    assert finish_words(None, None, None) in printed


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "say what should change: --slip S02=20, or --scenarios FILE"),
        (["--slip", "A"], "error: --slip: found 'A', but ID=DAYS is expected, such as S10=20\n"),
        (["--slip", "A=0"], "'A=0', but 1 or more working days are expected; shorten takes days"),
        (["--slip", "A=-3"], "'A=-3', but 1 or more working days are expected; shorten takes days"),
        (["--shorten", "A=-3"], "1 or more working days are expected; slip adds days"),
        (["--set-duration", "A=-3"], "found 'A=-3', but 0 or more working days are expected\n"),
        (["--slip", f"A={9**9}"], "but a whole number from -100,000 to 100,000 is expected"),
        (["--add-link", "A:B:FS=10001"], "but a whole number from -10,000 to 10,000 is expected"),
        (["--add-link", "A:B:XY"], "ID:ON[:TYPE][=LAG] is expected, such as S10:S09 or S10:S09:SS"),
        (["--add-link", "A"], "--add-link: found 'A', but ID:ON[:TYPE][=LAG] is expected"),
        (["--remove", "no id"], "--remove: found 'no id', but ID is expected, such as S10"),
        (["--move-window", "0"], "either days other than 0, or new days for its ends"),
        (["--move-window", "soon"], "'soon', but a whole number (-100,000 to 100,000) is"),
        (["--scenarios", "none.yaml"], "none.yaml: there is no such file"),
        (["--remove", "X", "--slip", "Y=1"], "as-asked, step 1 (remove): no action"),
        (["--slip", "A=1", "--basis", "promised"], "nothing moves what was promised"),
        (["--move-window", "9", "--target", "none"], "there is no window to move"),
    ],
)
def test_what_cannot_be_asked_is_refused(options: list[str], words: str) -> None:
    """One line for each problem, exit code 2, and never a traceback."""
    result = run("what-if", "plan.yaml", *options)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


@pytest.mark.extra
@pytest.mark.parametrize(
    "asked", [["--risk", "--samples", "200"], ["--samples", "200"], ["--risk"]]
)
def test_how_sure_each_is_is_said_when_asked_for(asked: list[str]) -> None:
    """--samples implies --risk; --risk alone takes 10,000."""
    result = run("what-if", "plan.yaml", "--slip", "A=10", "--seed", "4", *asked, "--quiet")
    assert result.exit_code == 0, result.output
    samples = "200" if "200" in asked else "10,000"
    assert f"Of {samples} samples of each (seed 4): in which all is ready" in result.output
    rows = [line.split() for line in result.output.splitlines() if "%" in line]
    assert [row[0] for row in rows] == ["as", "as-asked"]
    chances = [float(word.rstrip("%")) for row in rows for word in row if word.endswith("%")]
    assert chances[0] > chances[1]


def test_what_was_simulated_prints_what_is_known() -> None:
    """Without a window there is no chance, without dates no days, without approval no end."""
    plan = plan_of(act("A", 20), data_date=FRIDAY_BEFORE)
    [found] = what_if(plan, [case(step("slip", "A", days=5))])
    late = Finishes(p10=FRIDAY_BEFORE, p50=None, p80=None, p90=None, scheduled=FRIDAY_BEFORE)
    undated = evolve(late, p10=None, scheduled=None)
    page = Page(Terminal(width=100))
    risks = [Headline(p_ready=ReadyChances(), finish=each, assumed_share=0) for each in
             (late, undated)]  # fmt: skip
    unready = evolve(found.base.readiness, missing=("Z",))
    both = evolve(found, base=evolve(found.base, readiness=unready), base_risk=risks[0],
                  new_risk=risks[1])  # fmt: skip
    show_what_if(
        page, found.base, [both], View(on_from="as asked", quiet=True), Simulated(samples=64)
    )
    rows = [line.split() for line in page.text().splitlines()]
    assert ["as", "it", "stands", "31", "May", "2024", "never", "never", "never"] in rows
    assert [both.scenario.id] in rows
    assert "No chance can be trusted: Z has no place in time" in page.text()


def test_the_plan_file_stays_as_it_is(plan_file: Path) -> None:
    """Nothing that is asked is written."""
    run("what-if", "plan.yaml", "--slip", "A=10")
    assert plan_file.read_text(encoding="utf-8") == PLAN
