"""`slips` and `regain` on Northshire's plan: days lost, days regained, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from send_framework.cli.page import Page
from send_framework.cli.show_costs import show_regain
from send_framework.cli.show_schedule import View
from send_framework.cli.terminal import Terminal
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.results import Shortening
from tests.cli.northshire import PLAN, run
from tests.network.changes.scenario_cases import case, step
from tests.network.planning import FRIDAY_BEFORE, act, plan_of

pytestmark = pytest.mark.usefixtures("plan_file")


def rows(*words: str) -> list[list[str]]:
    """Return the lines of an answer as words."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    return [line.split() for line in result.output.splitlines()]


def answer(*words: str) -> dict[str, Any]:
    """Return an answer in JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def test_each_slip_has_its_cost_and_the_costliest_come_first() -> None:
    """A decides the day, so each day costs one; C has twenty to spare."""
    found = rows("slips", "plan.yaml", "--by", "30", "--by", "2", "--by", "2")
    assert ["id", "work", "float", "2", "days", "30", "days"] in found
    assert ["A", "Agree", "the", "data", "0", "2", "30"] in found
    assert ["C", "Gather", "families'", "views", "20", "0", "10"] in found
    assert "Data date: 31 May 2024" in run("slips", "plan.yaml").output
    assert "Data date" not in run("slips", "plan.yaml", "--quiet").output


def test_slips_in_json_are_numbers() -> None:
    """By default a day, a week and a month."""
    found = answer("slips", "plan.yaml")
    assert (found["schema"], found["finish"]) == ("send-framework/slips/1", "2024-08-23")
    first, *_, last = found["activities"]
    assert (first["id"], [each["slip"] for each in first["lost"]]) == ("A", [1, 5, 20])
    assert (last["id"], [each["working_days"] for each in last["lost"]]) == ("C", [0, 0, 0])


def test_of_many_the_first_print_unless_all_are_asked_for(plan_file: Path) -> None:
    """Fifteen, and how many more there are."""
    work = "".join(f"  - {{id: A{n:02}, title: Work, duration: {n + 1}}}\n" for n in range(20))
    plan_file.write_text(f"version: 1\ntitle: T\ndata_date: 2024-05-31\nactions:\n{work}")
    printed = run("slips", "plan.yaml", "--quiet").output
    assert "and 5 more; --verbose shows them." in printed
    assert ("A19" in printed, "A00" in printed) == (True, False)
    assert "A00" in run("slips", "plan.yaml", "--quiet", "--verbose").output


def test_where_nothing_can_slip_that_is_said(plan_file: Path) -> None:
    """An action without any date has none to lose."""
    plan_file.write_text("version: 1\ntitle: T\nactions: [{id: A, title: Agree}]\n")
    assert "Nothing in scope has dates that could still slip." in run("slips", "plan.yaml").output


def test_the_cheapest_days_are_found_and_what_follows_is_told() -> None:
    """B costs least; the finish, the path, readiness and what moves stand below."""
    result = run("regain", "plan.yaml", "5", "--cost", "B=1.5", "--cost", "D=2", "--limit", "B=9")
    assert result.exit_code == 0
    printed = " ".join(result.output.split())
    assert "B Write the strategy 5 working days It costs 7.5. Branch and bound" in printed
    assert "It finishes on 16 August 2024 instead of 23 August 2024: 5 working days" in printed
    assert "The critical path is still: A -> B -> D -> M." in printed
    assert "D Put it into practice 23 Aug 2024 16 Aug 2024 -5 on path" in printed


def test_without_costs_days_are_counted() -> None:
    """And with --quiet only the answer prints."""
    printed = " ".join(run("regain", "plan.yaml", "5", "--quiet").output.split())
    assert printed.startswith("id work shorten by D Put it into practice 5 working days 5 working")
    assert "5 working days off in all." in printed
    assert printed.endswith("instead of 23 August 2024: 5 working days earlier.")


def test_what_regains_nothing_leaves_the_plan_as_it_stands() -> None:
    """C decides nothing, so nothing is shortened, and base and then are the same."""
    printed = run("regain", "plan.yaml", "5", "--cost", "C=1").output
    assert "No way was found to regain any" in printed
    assert "shorten by" not in printed
    found = answer("regain", "plan.yaml", "5", "--cost", "C=1")
    assert (found["days"], found["regained"], found["moved"]) == ([], 0, [])
    assert found["base"] == found["then"]


def test_an_answer_that_is_not_proven_says_what_any_costs() -> None:
    """Where there are too many ways to try, the cheapest found is not called the cheapest."""
    plan = plan_of(act("A", 10), data_date=FRIDAY_BEFORE)
    [then] = what_if(plan, [case(step("shorten", "A", days=5))])
    found = Shortening(
        wanted=5,
        regained=5,
        cost=12,
        days=(("A", 5),),
        is_optimal=False,
        method="Tried.",
        bound=9.5,
    )
    page = Page(Terminal())
    view = View(on_from="as asked", quiet=True)
    show_regain(page, then.base, found, then, view, priced=True)
    assert "It costs 12; any way at least 9.5. Tried." in page.text()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["regain", "plan.yaml"], "missing argument 'DAYS'"),
        (["regain", "plan.yaml", "0"], "found '0', but a whole number (1 to 100,000) is expected"),
        (["regain", "plan.yaml", "5", "--cost", "B"], "found 'B', but ID=NUMBER is expected, such"),
        (["regain", "plan.yaml", "5", "--cost", "B=-1"], "found 'B=-1', but ID=NUMBER is expected"),
        (["regain", "plan.yaml", "5", "--limit", "B=1.5"], "--limit: found 'B=1.5', but ID=DAYS"),
        (["regain", "plan.yaml", "5", "--cost", "Z=1"], "is called 'Z'"),
        (["regain", "plan.yaml", "5", "--limit", "Z=1"], "Z has a limit and no cost"),
        (["regain", "plan.yaml", "5", "--basis", "promised"], "nothing moves what was promised"),
        (["slips", "plan.yaml", "--by", "0"], "found '0', but a whole number (1 to 100,000)"),
        (["slips", "plan.yaml", "--basis", "promised"], "nothing moves what was promised"),
    ],
)
def test_what_cannot_be_asked_is_refused(words: list[str], sentence: str) -> None:
    """One line, exit code 2, and never a traceback."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_the_plan_file_stays_as_it_is(plan_file: Path) -> None:
    """Nothing that is asked is written."""
    run("regain", "plan.yaml", "5")
    assert plan_file.read_text(encoding="utf-8") == PLAN
