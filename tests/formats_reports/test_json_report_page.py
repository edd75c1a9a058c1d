"""The page of the report's JSON names every key, and no other."""

import re
from pathlib import Path
from typing import Any

import pytest

from send_framework.formats.inspection_report import doubts, read_report
from send_framework.formats.inspection_report.report_answers import report_json
from tests.formats_reports.writing_reports import Asked, Printed, write_report

pytestmark = pytest.mark.extra

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-report.md"


def tables() -> dict[str, list[str]]:
    """Return for each heading of the page the keys in its table, in order."""
    parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        name: re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_the_page_has_every_key(tmp_path: Path) -> None:
    """Each table lists the keys of its object, in order."""
    asked = Asked(paragraphs=("Leaders should act.",), bodies="Northshire County Council")
    printed = Printed(outcome="widespread-systemic-failings", actions=(asked,))
    answer: Any = report_json(read_report(write_report(printed, tmp_path / "report.pdf")))
    recommendation = answer["priority_actions"][0]
    assert tables() == {
        answer["schema"]: list(answer),
        "Recommendation": list(recommendation),
        "Found": list(answer["found"]["local_area"]),
        "Place": list(recommendation["places"][0]),
        "Reader finding": list(answer["findings"][0]),
    }


def test_the_page_has_every_code() -> None:
    """Each finding that the reader can make is named, and no other."""
    row = r"^\| `code` \| Stable short name: (.+)\. \|$"
    text = re.search(row, PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert text is not None
    source = Path(doubts.__file__).read_text(encoding="utf-8")
    assert sorted(re.findall(r"`([a-z-]+)`", text[1])) == sorted(
        set(re.findall(r'code="([a-z-]+)"', source))
    )
