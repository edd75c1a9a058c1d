"""The reference page of schedule quality and the code say the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from send_framework.checks.quality import (
    logic_table,
    points_table,
    practices_table,
    quality,
)
from send_framework.formats.quality_answers import quality_json
from tests.checks.quality.cases import SS, two

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "quality.md"

pytestmark = pytest.mark.source


@pytest.fixture
def page() -> str:
    """Return the reference page."""
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("table", [points_table(), logic_table(), practices_table()])
def test_the_page_prints_the_tables_of_the_code(page: str, table: str) -> None:
    """One row for each point, further count and practice."""
    assert f"\n\n{table}\n" in page


def tables(page: str) -> dict[str, list[str]]:
    """Return for each heading of the part on JSON the keys in its table, in order."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in page.partition("\n## JSON\n")[2].splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif key := re.match(r"\| `(\w+)` \|", line):
            found.setdefault(heading, []).append(key[1])
    return found


def answer() -> dict[str, Any]:
    """Return the answer for two actions that begin together."""
    return quality_json(quality(two(type=SS)))


def test_the_page_has_every_key_of_the_answer(page: str) -> None:
    """Neither a key without a row nor a row without a key."""
    whole = answer()
    types = next(each for each in whole["points"] if each["key"] == "link-types")
    assert tables(page) == {
        "send-framework/quality/1": list(whole),
        "Point": list(whole["points"][0]),
        "Further count": list(whole["logic"][0]),
        "Link": list(types["links"][0]),
        "Practice": list(whole["practices"][0]),
        "Path test": list(whole["path_tests"][0]),
    }


def test_the_answer_is_plain_json() -> None:
    """Enums and days became text, and what is not known is null."""
    whole = answer()
    assert json.loads(json.dumps(whole)) == whole
    assert (whole["target"], whole["baseline"], whole["confidence"]) == (None, None, "secondary")
    assert whole["path_tests"][0] == {"id": "A", "longer": 600, "moved": 590, "holds": False}
    types = next(each for each in whole["points"] if each["key"] == "link-types")
    assert types["links"] == [
        {"predecessor": "A", "successor": "B", "type": "SS", "lag": 0, "lag_unit": "working-days"}
    ]
