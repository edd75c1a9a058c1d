"""The page of a simulation's JSON names every key, and no other; the table has a row each."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework.formats.risk_answers import RISK_COLUMNS, risk_csv, risk_json
from send_framework.network.risk.results import ReadyChances
from tests.cli.risk_results import RISK

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-risk.md"


def tables() -> dict[str, list[str]]:
    """Return for each heading of the page the keys in its table, in order."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif key := re.match(r"\| `(\w+)` \|", line):
            found.setdefault(heading, []).append(key[1])
    return found


@pytest.mark.source
def test_the_page_has_every_key_of_every_object() -> None:
    """Neither a key without a row nor a row without a key."""
    answer: Any = risk_json(RISK)
    objects = {
        "send-framework/risk/1": answer,
        "Chances": answer["p_ready"],
        "Finishes": answer["finish"],
        "Point": answer["curve"][0],
        "Action": answer["actions"][0],
        "Remedy": answer["actions"][0]["remedies"][0],
        "Agency": answer["agencies"][0],
        "Leading": answer["leading"][0],
        "Event": answer["events"][0],
        "Milestone": answer["milestones"][0],
        "Recommendation": answer["recommendations"][0],
        "Input": answer["inputs"][0],
        "Weakness": answer["weaknesses"][0],
    }
    page = tables()
    remedies = page.pop("The table of activities")
    assert page == {name: list(keys) for name, keys in objects.items()}
    assert remedies == [each for each in RISK_COLUMNS if each not in objects["Action"]]


def test_chances_are_plain_numbers_with_their_errors_beside_them() -> None:
    """What is not known is null in both."""
    answer = risk_json(RISK)
    assert answer["p_ready"] == {
        "earliest": 0.0, "expected": 0.625, "latest": None, "window": 0.5,
    }  # fmt: skip
    assert answer["p_ready_error"] == {
        "earliest": 0.0, "expected": 0.0075, "latest": None, "window": 0.008,
    }  # fmt: skip


def test_the_answer_is_plain_json() -> None:
    """Days are ISO dates, enums are words, and nothing is left out."""
    answer = risk_json(RISK)
    assert json.loads(json.dumps(answer)) == answer
    assert answer["finish"]["p80"] == "2024-09-20"
    assert answer["finish"]["p90"] is None
    assert answer["sampling"] == "latin-hypercube"
    assert answer["actions"][0]["remedies"][1] == {
        "remedy": "halved", "days_gained": 12.25, "p_ready_gain": 0.25,
        "p_ready_latest_gain": 0.125,
    }  # fmt: skip


def test_without_a_target_every_chance_is_null() -> None:
    """The object is there all the same."""
    answer = risk_json(evolve(RISK, target=None, p_ready=ReadyChances()))
    assert answer["target"] is None
    assert set(answer["p_ready"].values()) == {None}


def test_the_table_has_a_row_for_each_activity() -> None:
    """Remedies stand in columns of their own, and no cell is a formula."""
    rows = list(csv.DictReader(io.StringIO(risk_csv(RISK))))
    assert [row["id"] for row in rows] == ["B", "C"]
    assert rows[0]["accountable"] == "NCC"
    assert (rows[0]["halved_days_gained"], rows[0]["certain_p_ready_gain"]) == ("12.25", "0.5")
    assert (rows[1]["title"], rows[1]["halved_days_gained"]) == ("'=Gather views", "")
