"""Scenarios from a file: every field of a step, and every problem at its place."""

from datetime import date
from pathlib import Path

import pytest

from send_framework import DependencyType, LagUnit
from send_framework.errors import DocumentError
from send_framework.formats.scenario_files import load_scenarios, read_scenarios
from send_framework.network.changes.scenario import Scenario, Step, StepKind

TEXT = """\
version: 1
scenarios:
  - id: late
    title: The board forms a month late
    steps:
      - {kind: slip, activity: S02, days: 20}
      - {kind: add-link, activity: S10, after: S08, type: SS, lag: 7, lag_unit: calendar-days}
  - id: sooner
    steps:
      - {kind: move-window, expected: 2025-06-01}
      - {kind: set-calendar, activity: S02, calendar: term}
      - {kind: shorten, activity: S02, to: 5}
"""
MADE = (
    Scenario(id="late", title="The board forms a month late", steps=[
        Step(kind=StepKind.SLIP, activity="S02", days=20),
        Step(kind=StepKind.ADD_LINK, activity="S10", after="S08",
             type=DependencyType.START_TO_START, lag=7, lag_unit=LagUnit.CALENDAR_DAYS),
    ]),
    Scenario(id="sooner", steps=[
        Step(kind=StepKind.MOVE_WINDOW, expected=date(2025, 6, 1)),
        Step(kind=StepKind.SET_CALENDAR, activity="S02", calendar="term"),
        Step(kind=StepKind.SHORTEN, activity="S02", to=5),
    ]),
)  # fmt: skip


def test_a_file_holds_scenarios(tmp_path: Path) -> None:
    """From YAML and from JSON."""
    file = tmp_path / "scenarios.yaml"
    file.write_text(TEXT, encoding="utf-8")
    assert load_scenarios(file) == MADE == read_scenarios(TEXT)
    step = '{"kind": "remove", "activity": "S05"}'
    json = f'{{"version": 1, "scenarios": [{{"id": "x", "steps": [{step}]}}]}}'
    assert read_scenarios(json) == (
        Scenario(id="x", steps=[Step(kind=StepKind.REMOVE, activity="S05")]),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "what.yaml:1:1: the file is empty; scenarios begin with 'version: 1' and"),
        ("- 1\n", "1:1: found a list, but the fields of a file of scenarios are expected"),
        ("scenarios: []\n", "what.yaml:1:1: version is missing"),
        ("version: 1\n", "what.yaml:1:1: scenarios is missing"),
        (TEXT.replace("slip", "slipp"), "what.yaml:6:16: scenarios[0].steps[0].kind: found"),
        (TEXT.replace("S02, days: 20", "S02, dais: 20"), "Step has no field 'dais'. Did you mean"),
        (TEXT.replace(", days: 20", ""), "slip needs activity and days"),
        (TEXT.replace("id: sooner", "id: late"), "the id 'late' stands here more than once"),
        (TEXT.replace("2025-06-01", "June"), "what.yaml:10:39: scenarios[1].steps[0].expected"),
        (f"{TEXT}more: 1\n", "ScenarioFile has no field 'more'. Known: version, scenarios."),
        (TEXT.replace("version", "versio"), "'versio'. Did you mean 'version'?"),
        (TEXT.replace("days: 20", "days: -3"), "days are expected; shorten takes days off"),
        ("PK\x03\x04", "scenarios are a text in YAML"),
        ("version: 1\nscenarios: []\x07\n", "U+0007 has no place in a file of scenarios"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(text: str, problem: str) -> None:
    """An empty file, unknown words, missing fields, ids used twice."""
    with pytest.raises(DocumentError) as raised:
        read_scenarios(text, name="what.yaml")
    assert any(problem in each for each in raised.value.problems), raised.value.problems


def test_a_missing_file_is_named() -> None:
    """With its name."""
    with pytest.raises(DocumentError, match=r"no/such\.yaml: there is no such file"):
        load_scenarios("no/such.yaml")
