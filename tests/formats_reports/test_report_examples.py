"""The scripts over a folder of reports, run as an analyst runs them and counted by eye's list."""

import csv
import json
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from holidays import country_holidays

from examples.reports.boards_named import naming_boards
from examples.reports.days_to_publication import days_to_publication
from examples.reports.themes import THEMES, matches
from send_framework.formats.inspection_report import InspectionReport, read_report

pytestmark = pytest.mark.extra
SCRIPTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def reports(shared: Path) -> dict[str, InspectionReport]:
    """Return every sample report by its file's name."""
    folder = shared / "domain" / "reports"
    return {path.name: read_report(path) for path in sorted(folder.glob("*.pdf"))}


def by_eye(shared: Path) -> list[dict[str, Any]]:
    """Return what was read by eye."""
    text = (shared / "domain" / "reports" / "expected.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_boards_are_named_where_the_eye_saw_an_icb(
    shared: Path, reports: dict[str, InspectionReport]
) -> None:
    """Every board is printed with ICB or Integrated Care Board in its name."""
    for each in by_eye(shared):
        asked = each["priority_actions"]
        words = [" ".join(one["responsible_bodies"]).casefold() for one in asked]
        boards = ("icb", "integrated care board", "integrated care system")
        wanted = Counter(any(board in text for board in boards) for text in words)
        assert (each["file"], naming_boards(reports[each["file"]])) == (each["file"], wanted)


def test_each_match_shows_words_of_its_theme(reports: dict[str, InspectionReport]) -> None:
    """No match is a black box: the words shown hold one of the theme's."""
    found = [one for report in reports.values() for one in matches(report)]
    assert {theme for theme, _, _ in found} == set(THEMES)
    for theme, page, around in found:
        assert page > 0
        assert any(word in around.casefold() for word in THEMES[theme])


def test_days_to_publication_are_those_of_the_list(
    shared: Path, reports: dict[str, InspectionReport]
) -> None:
    """A walk day by day over the collected table gives the same, for every report."""
    closed = country_holidays("GB", subdiv="ENG")
    with (shared / "domain" / "published-outcomes.csv").open(encoding="utf-8-sig") as file:
        rows = {(row["area_name"], row["inspection_end"]): row for row in csv.DictReader(file)}
    for report in reports.values():
        end = report.inspection_end.value
        row = rows[report.local_area.value, str(end)]
        day, worked = date.fromisoformat(row["published_date"]), 0
        while end is not None and day > end:
            worked += day.weekday() < 5 and day not in closed
            day -= timedelta(days=1)
        assert (report.file, days_to_publication(report)) == (report.file, worked)


@pytest.mark.parametrize("script", ["boards_named.py", "days_to_publication.py", "themes.py"])
def test_scripts_run_on_a_folder(shared: Path, script: str) -> None:
    """Each prints a line a finding and ends well."""
    folder = shared / "domain" / "reports"
    found = subprocess.run(
        [sys.executable, "-W", "error", SCRIPTS / script, folder],
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert len(found.stdout.splitlines()) >= 3
