"""The page of JSON answers on changes names every key, and no other."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework.formats.change_answers import (
    comparison_json,
    regain_json,
    slips_json,
    what_if_json,
)
from send_framework.formats.json_shapes import Json
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.comparing import compare
from send_framework.network.changes.shortening import shorten
from send_framework.network.changes.slip_impact import slip_impacts
from send_framework.network.risk.headline import Headline
from send_framework.network.risk.results import Finishes, Probability, ReadyChances
from tests.network.changes.scenario_cases import case, step
from tests.network.planning import FRIDAY_BEFORE, THREE_ENDS, act, plan_of

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-changes.md"

OLD = plan_of(act("A", 20), act("B", 30, "A"), data_date=FRIDAY_BEFORE)
NEW = plan_of(act("A", 25), act("B", 30, "A"), data_date=FRIDAY_BEFORE)
ASKED = what_if(OLD, [case(step("slip", "A", days=5))], target=THREE_ENDS)
COMPARED = compare(OLD, NEW, old_target=THREE_ENDS, new_target=THREE_ENDS)
SIMULATED = Headline(
    p_ready=ReadyChances(latest=Probability(value=0.75, standard_error=0.125)),
    finish=Finishes(p10=date(2024, 8, 9), p50=None, p80=None, p90=None, scheduled=None),
    assumed_share=0.5,
)
ASKED_MORE = [evolve(each, base_risk=SIMULATED, new_risk=SIMULATED) for each in ASKED]
WHAT_IF: Any = what_if_json(ASKED[0].base, ASKED_MORE, samples=64, seed=3)
SLIPS: Any = slips_json(ASKED[0].base, slip_impacts(OLD, target=THREE_ENDS))
REGAIN: Any = regain_json(ASKED[0].base, shorten(OLD, 5), ASKED[0])
COMPARISON: Any = comparison_json(COMPARED)


def objects() -> Mapping[str, Json]:
    """Return one filled object for each heading of the page."""
    return {
        WHAT_IF["schema"]: WHAT_IF,
        COMPARISON["schema"]: COMPARISON,
        "Outcome": WHAT_IF["base"],
        "Scenario": WHAT_IF["scenarios"][0],
        "Version": COMPARISON["old"],
        "Risk": WHAT_IF["base"]["risk"],
        "Target": WHAT_IF["base"]["target"],
        "Part": COMPARISON["why"][0],
        "Moved": COMPARISON["moved"][0],
        "Change": COMPARISON["changes"][0],
        SLIPS["schema"]: SLIPS,
        "Activity": SLIPS["activities"][0],
        "Lost": SLIPS["activities"][0]["lost"][0],
        REGAIN["schema"]: REGAIN,
        "Shortened": REGAIN["days"][0],
    }


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
def test_the_page_has_every_object_and_no_other() -> None:
    """Nothing on the page is made up, nothing in the answers is missing from it."""
    assert set(tables()) == set(objects())


@pytest.mark.source
@pytest.mark.parametrize("name", objects())
def test_the_page_has_every_key_of_every_object(name: str) -> None:
    """Each table lists the keys of its object, in order."""
    assert tables()[name] == list(objects()[name])


def test_what_was_simulated_is_said_only_where_it_was() -> None:
    """Chances are shares, what is not known is null; without samples there is no seed."""
    assert (WHAT_IF["samples"], WHAT_IF["seed"]) == (64, 3)
    risk = WHAT_IF["scenarios"][0]["risk"]
    assert risk["p_ready"] == {"earliest": None, "expected": None, "latest": 0.75, "window": None}
    assert risk["p_ready_error"]["latest"] == 0.125
    assert (risk["finish"]["p10"], risk["finish"]["p50"]) == ("2024-08-09", None)
    plain: Any = what_if_json(ASKED[0].base, ASKED)
    assert (plain["samples"], plain["seed"], plain["base"]["risk"]) == (0, None, None)
    assert what_if_json(ASKED[0].base, [])["scenarios"] == []


def test_days_are_plain_and_moves_are_numbers() -> None:
    """The whole of a small answer, value by value."""
    assert COMPARISON["finish_moved"] == 5
    assert COMPARISON["why"] == [
        {
            "kind": "duration",
            "subject": "A",
            "working_days": 5,
            "finish": "2024-08-16",
            "sentence": "A: duration changed from 20 working days to 25 working days.",
        }
    ]
    assert WHAT_IF["scenarios"][0]["steps"] == ["A slips by 5 working days"]
    assert WHAT_IF["scenarios"][0]["finish"] == date(2024, 8, 16).isoformat()


def test_without_a_target_it_is_null() -> None:
    """Nothing is expected, and nothing is put in its place."""
    assert comparison_json(compare(OLD, NEW))["old"]["target"] is None
