"""Twenty-eight published reports, compared with values read by eye: every field of every one."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from send_framework.formats.inspection_report import read_report
from send_framework.formats.inspection_report.report_answers import report_json

pytestmark = pytest.mark.extra

# Not to be read from a report: notes of the reader by eye, and what only the file's name says.
NOT_READ = {"sha256", "quirks", "published_from_file_name"}
LISTS = ("priority_actions", "areas_for_improvement")


def agreements(expected: dict[str, Any], read: dict[str, Any]) -> dict[str, bool]:
    """Compare one report field by field; those of recommendations over all of them."""
    found = {
        name: read[name] == value
        for name, value in expected.items()
        if name not in NOT_READ and name not in LISTS
    }
    for name in LISTS:
        pairs = list(zip(expected[name], read[name], strict=False))
        found[name] = len(expected[name]) == len(read[name])
        for part in sorted({part for each in expected[name] for part in each}):
            found[f"{name}.{part}"] = all(one[part] == other[part] for one, other in pairs)
    return found


def test_all_fields_of_all_reports_agree(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table of field and agreement is complete."""
    folder = shared / "domain" / "reports"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    agreeing: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    differing: list[str] = []
    for each in expected:
        for name, agrees in agreements(
            each, report_json(read_report(folder / each["file"]))
        ).items():
            asked[name] += 1
            agreeing[name] += agrees
            differing += [] if agrees else [f"{each['file']}: {name}"]
    with capsys.disabled():
        print("\nfield x agreement with what was read by eye:")  # noqa: T201 - the table is the result
        for name, count in asked.items():
            print(f"  {name:<42} {agreeing[name]:>3} of {count}")  # noqa: T201
    assert not differing
    assert len(expected) == 28


def test_contradictions_become_findings(shared: Path) -> None:
    """Three covers contradict the foot of their pages: the reader says so and keeps the cover's."""
    folder = shared / "domain" / "reports"
    differing = {
        path.name.partition("-20")[0]
        for path in sorted(folder.glob("*.pdf"))
        if any(each.code == "dates-differ" for each in read_report(path).findings)
    }
    assert differing == {"greenwich", "oxfordshire", "rutland"}
