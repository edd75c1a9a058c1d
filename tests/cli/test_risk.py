"""`risk` on a small plan: it simulates, prints, and refuses in one line what makes no sense."""

import csv
import io
import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework import Inspection, InspectionKind, Outcome, Plan, Window, WindowEnd
from send_framework.cli import simulating
from send_framework.cli.comparing import observed_visits
from send_framework.errors import NetworkError
from send_framework.network.risk import simulation
from tests.cli.northshire import PLAN, run
from tests.cli.test_odd_plans import TWO_CHAINS

needs_numpy = pytest.mark.extra


@pytest.fixture
def certain(plan_file: Path) -> Path:
    """Make nothing in Northshire's plan uncertain but the strategy, alike from 25 to 35 days."""
    uncertain = [f"  - {{of: {each}, spread: {{shape: uniform, low: {days}, high: {days}}}}}\n"
                 for each, days in (("A", 20), ("C", 15), ("D", 10))]  # fmt: skip
    own = "  - {of: B, spread: {shape: uniform, low: 25, high: 35}}\n"
    plan_file.write_text(f"{PLAN}uncertainties:\n{''.join(uncertain)}{own}", encoding="utf-8")
    return plan_file


def answer(*words: str) -> dict[str, Any]:
    """Return what `risk` answers in JSON."""
    result = run("risk", "plan.yaml", *words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


# --- what it answers ---------------------------------------------------------------------------


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_the_chance_is_the_one_worked_by_hand() -> None:
    """A and D take 30 days and B 25 to 35: day 55 is 16 August, day 60 the 23rd, day 65 the 30th.

    Nobody is ready for Monday 19 August, everybody for 9 September; half end by the 23rd.
    """
    found = answer("--samples", "2000")
    assert found["schema"] == "send-framework/risk/1"
    assert found["p_ready"]["earliest"] < 0.01
    assert (found["p_ready"]["expected"], found["p_ready"]["latest"]) == (1.0, 1.0)
    assert found["p_ready_error"]["expected"] == 0.0
    assert found["finish"]["scheduled"] == "2024-08-23"
    by_then = max(each["share"] for each in found["curve"] if each["day"] <= "2024-08-23")
    # Five standard errors of a half in 2,000 samples: missed by chance once in two million.
    assert abs(by_then - 0.5) < 5 * (0.25 / 2000) ** 0.5
    assert "2024-08-16" <= found["finish"]["p10"] <= found["finish"]["p90"] <= "2024-08-30"


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_the_page_is_about_the_same_answer() -> None:
    """What people read and what programs read come from one result."""
    found = answer("--samples", "500", "--seed", "3")
    printed = run("risk", "plan.yaml", "--samples", "500", "--seed", "3").output
    assert f"In {found['p_ready']['window']:.1%} of the samples" in printed
    assert "Samples: 500 (random, seed 3)" in printed
    assert "--observed takes waits seen in other areas instead." in " ".join(printed.split())


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_the_same_seed_says_the_same_in_any_number_of_processes() -> None:
    """Random numbers belong to the seed, not to whoever draws them."""
    words = ("--samples", "12000", "--no-ranking")
    assert answer(*words) == answer(*words, "--processes", "2")
    assert answer(*words)["curve"] != answer(*words, "--seed", "2")["curve"]


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_without_the_ranking_no_remedy_is_computed() -> None:
    """The chance stays what it was."""
    whole, bare = answer("--samples", "400"), answer("--samples", "400", "--no-ranking")
    assert whole["p_ready"] == bare["p_ready"]
    assert any(each["remedies"] for each in whole["actions"])
    assert not any(each["remedies"] for each in bare["actions"])


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_a_tolerance_stops_or_says_that_it_was_not_reached() -> None:
    """Twenty samples cannot make a chance as sure as that; some thousands can."""
    few = run("risk", "plan.yaml", "--samples", "20", "--tolerance", "0.000001", "--target",
              "none", "--quiet").output  # fmt: skip
    assert "not enough for the tolerance" in few
    found = answer("--samples", "50000", "--tolerance", "0.1", "--no-ranking")
    assert found["converged"] is True
    assert found["standard_error"] <= 0.1
    assert found["samples"] < 50_000


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_a_latin_hypercube_is_said_to_be_one() -> None:
    """The way of sampling stands in the answer."""
    found = answer("--samples", "1000", "--sampling", "latin-hypercube", "--no-ranking")
    assert (found["sampling"], found["blocks"]) == ("latin-hypercube", 10)


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_the_table_is_csv() -> None:
    """One row for each activity in scope, to a file as well."""
    result = run("risk", "plan.yaml", "--samples", "100", "--csv")
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert sorted(row["id"] for row in rows) == ["A", "B", "C", "D", "M"]
    wrote = run("risk", "plan.yaml", "--samples", "100", "--csv", "-o", "work.csv")
    assert wrote.output == "wrote work.csv\n"
    assert Path("work.csv").read_text(encoding="utf-8") == result.output


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_options_of_every_schedule_are_obeyed() -> None:
    """Another basis, another day, another target."""
    found = answer("--samples", "50", "--basis", "network", "--on", "2024-06-14", "--target",
                   "none", "--near-critical", "3")  # fmt: skip
    assert (found["basis"], found["on"], found["target"]) == ("network", "2024-06-14", None)
    assert found["settings"]["near_critical_within"] == 3


@needs_numpy
@pytest.mark.usefixtures("certain")
def test_a_terminal_sees_samples_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar on a terminal, and nothing in a pipe."""

    class Terminal(io.StringIO):
        """A stream that says it is a terminal."""

        def isatty(self) -> bool:
            """Say so."""
            return True

    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setenv("TERM", "xterm")
        with simulating._progress() as progress:
            progress(50, 100)
        assert ("Samples" in stream.getvalue()) is drawn


ODD = {
    "empty": "version: 1\ntitle: Nothing\nstart: 2024-06-03\ndata_date: 2024-05-31\n",
    "chains": TWO_CHAINS,
    "done": TWO_CHAINS.replace(
        "duration: 5}", "actual_start: 2024-05-10, actual_finish: 2024-05-16}"
    ),
    "refused": f"{PLAN}approvals:\n  - {{of: M, probability: 0.05}}\n",
}


@needs_numpy
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("empty", "Nothing is uncertain: every sample is the single schedule."),
        ("chains", "No inspection is asked about"),
        ("done", "By when is it done?"),
        ("refused", "it is never done: an approval is refused for good."),
    ],
)
def test_odd_plans_have_an_answer(plan_file: Path, name: str, says: str) -> None:
    """Without work, with loops, with all of it done, with an approval that is mostly refused."""
    plan_file.write_text(ODD[name], encoding="utf-8")
    for form in ((), ("--json",), ("--csv",), ("--verbose",)):
        result = run("risk", "plan.yaml", "--samples", "200", *form)
        assert result.exit_code == 0, result.output
        if form == ():
            assert says in " ".join(result.output.split())


# --- what it refuses ---------------------------------------------------------------------------


@needs_numpy
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--tolerance", "-0.1"), "a number above 0 is expected"),
        (("--tolerance", "nan"), "a number above 0 is expected"),
        (("--target", "gone"), "no action, milestone or event is called 'gone'"),
        (("--target", "none", "--observed"), "inspection only, but no inspection is asked about"),
        (("--observed",), "--observed finds no day ahead"),
    ],
)
@pytest.mark.usefixtures("plan_file")
def test_bad_input_is_one_line(words: tuple[str, ...], says: str) -> None:
    """Said at once, with what would be right; nothing is computed."""
    result = run("risk", "plan.yaml", *words)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert says in result.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--json", "--csv"), "two forms of one answer"),
        (("--basis", "promised"), "a promise is drawn from nothing"),
        (("--tolerance", "small"), "'small' is not a valid number"),
        (("--samples", "1000000000"), "a whole number (2 to 10,000,000) is expected"),
        (("--samples", "1"), "found '1', but a whole number (2 to 10,000,000) is expected"),
        (("--seed", "-1"), "found '-1', but a whole number (0 or more) is expected"),
        (("--processes", "0"), "found '0', but a whole number (1 or more)"),
        (("--sampling", "lucky"), "'lucky' is not one of"),
    ],
)
@pytest.mark.usefixtures("plan_file")
def test_bad_usage_is_refused_before_the_plan_is_read(words: tuple[str, ...], says: str) -> None:
    """What cannot be meant is not tried."""
    result = run("risk", "plan.yaml", *words)
    assert result.exit_code == 2
    assert says in result.output


@pytest.mark.usefixtures("plan_file")
def test_without_numpy_the_line_to_type_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named, and there is no traceback."""

    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(simulation, "import_module", missing)
    result = run("risk", "plan.yaml")
    assert result.exit_code == 2
    assert result.output == (
        "error: a simulation needs more libraries: pip install 'send-framework[risk]'\n"
    )


# --- waits seen elsewhere ----------------------------------------------------------------------

WINDOW = Window(
    id="monitoring", name="Monitoring inspection", scope="monitoring",
    expected=WindowEnd(day=date(2026, 1, 5), reason="18 months"),
)  # fmt: skip


def published(day: str | None) -> Plan:
    """Return a plan that answers a report published on this day."""
    report = Inspection(
        id="I1",
        kind=InspectionKind.FULL,
        framework="area_send_2023",
        published=day,
        outcome=Outcome.WIDESPREAD_FAILINGS,
    )
    return Plan(title="A plan", inspections=[report])


def test_each_area_that_waited_weighs_the_same() -> None:
    """Three areas waited 710, 745 and 777 to 807 days: each gives two days."""
    seen = observed_visits(published("2025-01-01"), WINDOW, date(2026, 11, 1))
    waited = (710, 710, 745, 745, 777, 807)
    assert seen.days == tuple(date(2025, 1, 1) + timedelta(days=days) for days in waited)
    assert "Hertfordshire, Oxfordshire, Nottinghamshire" in seen.words


def test_only_waits_that_had_ended_are_known() -> None:
    """Before the first monitoring inspection there was nothing to learn from."""
    with pytest.raises(NetworkError, match="of the waits seen by 1 January 2025 none"):
        observed_visits(published("2024-06-01"), WINDOW, date(2025, 1, 1))


def test_waits_that_would_all_have_ended_say_nothing() -> None:
    """Three years after the report every wait seen elsewhere is over."""
    with pytest.raises(NetworkError, match="finds no day ahead"):
        observed_visits(published("2023-06-01"), WINDOW, date(2026, 11, 1))


@pytest.mark.parametrize("plan", [Plan(title="A plan"), published(None)])
def test_waits_count_from_publication(plan: Plan) -> None:
    """Without that day, or without a report, there is nothing to count from."""
    with pytest.raises(NetworkError, match="the report's publication"):
        observed_visits(plan, WINDOW, date(2026, 11, 1))


def test_waits_are_for_monitoring_inspections() -> None:
    """A reinspection is another matter."""
    again = evolve(WINDOW, name="Full reinspection", scope="reinspection")
    with pytest.raises(NetworkError, match="only, but the target is: Full reinspection"):
        observed_visits(published("2025-01-01"), again, date(2026, 11, 1))


@needs_numpy
@pytest.mark.source
def test_suffolk_against_the_waits_of_others() -> None:
    """The line on the screen says whose waits these are."""
    plan = Path(__file__).parents[2] / "examples" / "suffolk" / "plan-2026-01.yaml"
    printed = " ".join(run("risk", str(plan), "--observed", "--samples", "100").output.split())
    assert "As long after the report as in Hertfordshire, Oxfordshire, Nottinghamshire" in printed
