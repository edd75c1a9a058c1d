"""The verbs that know England: what they print, their JSON with its page, and their CSV."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework import Window, WindowEnd
from send_framework.cli.knowing import whole_area
from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.show_area import show_area
from send_framework.cli.terminal import Terminal
from send_framework.formats.england_parts import Asked
from send_framework.reference import inspections, local_areas
from tests.cli.northshire import run

ON = ("--on", "2026-06-29")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-england.md"


def answer(*words: str) -> dict[str, Any]:
    """Return what a verb answers in JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def table(*words: str) -> list[dict[str, str]]:
    """Return what a verb answers in CSV."""
    result = run(*words, "--csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.output)))


# --- for people ---------------------------------------------------------------------------------


def test_england_counts_its_outcomes_and_says_how_long_things_took() -> None:
    """The whole picture at the day of the list."""
    printed = run("england", *ON).output
    for words in (
        "97 full inspections in 96 of 153 areas",
        "As of 29 June 2026, as asked; inspections as listed on 29 June 2026",
        "England                        97  96 of 153  19 (20%)      53 (55%)  25 (26%)",
        "2023                          26         26   7 (27%)      11 (42%)   8 (31%)",
        "England                   13% to 29%  44% to 64%    18% to 36%",
        "no random sample",
        "all                  95     29        39      44         57   101",
        "Oxfordshire: 745, day worked out",
        "Nottinghamshire: 777 to 807",
        "For 22 areas none was found, which does not say that there was none.",
        "Cornwall: 1137",
        "Plymouth",
        "With a question mark: it may have been held and not been found.",
        "86 more areas: --verbose",
        "Not yet inspected: 57 areas.",
    ):
        assert " ".join(words.split()) in " ".join(printed.split()), words


def test_england_names_everything_when_asked_for_more() -> None:
    """Every area due, every area not inspected, every inspection with its confidence."""
    printed = run("england", *ON, "--verbose").output
    assert "more areas" not in printed
    assert "Not yet inspected: 57 areas: Barnet" in printed
    assert printed.count("secondary") == 42
    assert run("england", *ON, "--quiet").output.startswith("97 full inspections")


def test_england_of_an_earlier_day_says_what_cannot_be_placed() -> None:
    """At the end of 2025 two inspections have no known day; before 2023 there was none at all."""
    printed = run("england", "--on", "2025-12-31").output
    flat = " ".join(printed.split())
    assert "the day they were held is not known: Buckinghamshire, Thurrock." in flat
    before = run("england", "--on", "2022-12-31").output
    assert "0 full inspections in 0 of 152 areas" in before
    assert "Share of areas" not in before
    assert "None was found." in before


def test_an_area_shows_bodies_inspections_what_is_due_and_the_sources() -> None:
    """Suffolk, with everything dated and sourced."""
    flat = " ".join(run("area", "Suffolk County Council (SCC)", *ON).output.split())
    for words in (
        "Suffolk As of 29 June 2026",
        "Counties, East of England; DfE 935, GSS E10000029",
        "31 Mar 2026 84.0%",
        "1 Apr 2026 all secondary",
        "Full inspection: 13 Nov 2023 to 17 Nov 2023, published 30 January 2024, failings",
        "https://files.ofsted.gov.uk/v1/file/50238584",
        "Monitoring inspection: none found, which does not say that there was none",
        "to be expected about July 2025 by the usual 18 months, inferred",
        "Re-visit: on site from 21 January 2019: sufficient progress on 1 of 4 weaknesses",
        "Priority action plan submitted: 7 March 2024 to 11 March 2024, inferred",
        "area_send_2023, priority-action-plan-submitted, edition 2023",
        "as observed elsewhere 9 Jan 2026 to 16 Apr 2026, middle 13 Feb 2026 (n = 3, from",
        "Sources 26 sources; --verbose names each.",
    ):
        assert words in flat, words
    verbose = run("area", "Suffolk", "--verbose", *ON).output
    assert "  dfe-list: DfE list of local authority codes" in verbose
    assert "Sources" not in run("area", "Suffolk", "--quiet").output


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Oxfordshire", "on site from 29 September 2025, worked out from the call"),
        ("Bristol", "re-visit"),
        ("Bristol", "result not known"),
        ("Cumbria", "ended 31 March 2023"),
        ("Cumbria", "After: part of Cumberland (E06000063); part of Westmorland and Furness"),
        ("Cumbria", "No rule gives a day."),
        ("Cumbria", "No full inspection under the framework of 2023 is in the list."),
        ("BCP", "Before: Bournemouth (E06000028); Poole (E06000029); part of Dorset (E10000009)"),
        ("Surrey", "Planned: East Surrey and West Surrey, 2027-04-01"),
        ("Buckinghamshire", "days not known"),
        ("Buckinghamshire", "inspectors never name such a board"),
        ("Buckinghamshire", "none was observed to compare with"),
        ("Cornwall", "outcome"),
    ],
)
def test_an_area_says_what_is_special_about_it(name: str, words: str) -> None:
    """Splits, plans, unknown days, small parts."""
    flat = " ".join(run("area", name, *ON).output.split())
    if words == "outcome":
        assert flat.count("inconsistent") == 2
    else:
        assert words.lower() in flat.lower()


def test_an_area_prints_what_no_rule_is_behind() -> None:
    """A window without a rule has its days and no line about a rule."""
    asked = Asked(on=date(2026, 6, 29), on_given=True, complete_to=date(2026, 6, 29))
    end = WindowEnd(day=date(2027, 1, 4), reason="announced")
    window = Window(id="visit", name="A visit", expected=end)
    page = Page(Terminal())
    show_area(page, asked, evolve(whole_area("Suffolk", asked), official=(window,)), Delivery())
    assert "A visit: expected 4 January 2027 (announced)\n" in page.text()
    assert "edition" not in page.text()


def test_areas_are_found_by_a_part_of_a_name() -> None:
    """With their boards and their last outcome; all of them without a query."""
    printed = run("areas", "isle", *ON).output
    assert printed.startswith("6 local areas with 'isle'\n")
    assert "153 local areas" in run("areas", *ON).output
    assert run("areas", "atlantis", "--quiet").output == ""
    former = " ".join(run("areas", "cumbria", *ON).output.split())
    assert "Cumbria (to 31 Mar 2023)" in former


def test_today_counts_when_no_day_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the answer says so."""
    monkeypatch.setattr("send_framework.cli.knowing.today", lambda: date(2026, 7, 1))
    assert "As of 1 July 2026, today;" in run("areas", "suffolk").output
    assert answer("areas", "suffolk")["on_given"] is False


# --- bad input ----------------------------------------------------------------------------------


def test_a_mistyped_area_gives_one_line_and_a_near_name() -> None:
    """Exit code 2, and no traceback."""
    result = run("area", "Sufolk")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: 'Sufolk' names no local area: no body is called so. Did you mean 'Suffolk'?\n"
    )


def test_two_forms_at_once_are_bad_usage() -> None:
    """JSON or CSV."""
    result = run("england", "--json", "--csv")
    assert result.exit_code == 2
    assert "--csv and --json are two answers; ask for one" in result.stderr


# --- JSON ---------------------------------------------------------------------------------------


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


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """Return one answer of each shape."""
    found = (
        answer("areas", "suffolk", *ON),
        answer("area", "Suffolk", *ON),
        answer("area", "BCP", *ON),
        answer("england", *ON),
    )
    return {f"{each['schema']}{each.get('area', {}).get('dfe', '')}": each for each in found}


def test_the_page_has_every_key_of_every_answer(answers: dict[str, dict[str, Any]]) -> None:
    """What every answer begins with, and the keys of this one, in order."""
    page = tables()
    for each in answers.values():
        assert [*page["Every answer"], *page[each["schema"]]] == list(each)


def test_the_page_has_every_key_of_every_object(answers: dict[str, dict[str, Any]]) -> None:
    """Each table lists the keys of its object, in order; no table is made up."""
    suffolk, bcp = answers["send-framework/area/1935"], answers["send-framework/area/1839"]
    england = answers["send-framework/england/1"]
    official = {each["kind"]: each for each in suffolk["official"]}
    upcoming = suffolk["area"]["next"]
    objects = {
        "Area": suffolk["area"],
        "Succession": bcp["predecessors"][0],
        "Board": suffolk["boards"][0],
        "Commissioning group": suffolk["groups"][0],
        "Inspection": suffolk["inspections"][0],
        "Follow-up": suffolk["follow_ups"][0],
        "Official deadline": official["deadline"],
        "Official window": official["window"],
        "Next inspection": upcoming,
        "Window in short": upcoming["by_rule"],
        "As elsewhere": upcoming["by_observation"],
        "Tally": england["overall"],
        "Outcome share": england["overall"]["outcomes"][0],
        "Publication time": england["publication"][0],
        "Spread": england["publication"][0]["working_days"],
        "Waits": england["monitoring_waits"],
        "Wait": england["monitoring_waits"]["waits"][0],
    }
    page = tables()
    for name, each in objects.items():
        assert page[name] == list(each), name
    shapes = {each["schema"] for each in answers.values()}
    assert set(page) == {"Every answer", *shapes, *objects}


def test_json_has_the_official_statistics() -> None:
    """54 inspections at the end of 2024, and what the intervals speak of."""
    found = answer("england", "--on", "2024-12-31")
    outcomes = found["overall"]["outcomes"]
    assert [each["reports"] for each in outcomes] == [14, 26, 14]
    assert all(len(each["interval"]) == 2 for each in outcomes)
    assert "no random sample" in found["population_words"]


def test_unknown_is_null() -> None:
    """Thurrock's days, an area never inspected, a spread of nothing."""
    thurrock = answer("area", "Thurrock", *ON)
    assert thurrock["inspections"][0]["first_day"] is None
    barnet = answer("area", "Barnet", *ON)["area"]
    assert (barnet["outcome"], barnet["published"], barnet["next"]) == (None, None, None)
    before = answer("england", "--on", "2022-12-31")
    assert before["monitoring_waits"]["least"] is None
    assert before["overall"]["outcomes"][0]["share"] is None


def test_a_next_inspection_without_a_rule_or_an_observation_is_null() -> None:
    """Before any monitoring was held, there is nothing to compare with."""
    found = answer("area", "Suffolk", "--on", "2024-06-01")["area"]["next"]
    assert found["by_observation"] is None
    assert found["by_rule"]["latest"] is None


# --- CSV ----------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_inspection_under_names_that_join() -> None:
    """97 rows; codes as text; an empty cell for what is not known."""
    rows = table("england", *ON)
    assert len(rows) == len(inspections()) == 97
    suffolk = next(row for row in rows if row["la_name"] == "Suffolk")
    assert (suffolk["old_la_code"], suffolk["new_la_code"]) == ("935", "E10000029")
    assert (suffolk["time_period"], suffolk["outcome"]) == ("2023", "widespread-failings")
    assert suffolk["source"] == "outcomes-2026-06-29;report-50238584"
    thurrock = next(row for row in rows if row["la_name"] == "Thurrock")
    assert (thurrock["inspection_start"], thurrock["time_period"]) == ("", "")


def test_csv_has_a_row_for_each_area() -> None:
    """153 rows, with boards, outcome and what comes next."""
    rows = table("areas", *ON)
    assert [row["la_name"] for row in rows] == [area.name for area in local_areas()]
    rutland = next(row for row in rows if row["la_name"] == "Rutland")
    assert (rutland["icb_ods"], rutland["next"]) == ("QK1", "reinspection")
    assert run("areas", "atlantis", "--csv").output == "\n"


def test_csv_of_an_area_has_a_row_for_each_thing_known() -> None:
    """Bodies, inspections, visits found or not, and official dates."""
    rows = table("area", "Suffolk", *ON)
    kinds = {row["what"] for row in rows}
    assert kinds == {
        "commissioning group", "board", "inspection", "follow-up", "official date",
    }  # fmt: skip
    values = {(row["what"], row["name"]): row["value"] for row in rows}
    assert values["follow-up", "monitoring"] == "none found"
    assert values["inspection", "full"] == "widespread-failings"
    due = next(row for row in rows if row["name"] == "Priority action plan submitted")
    assert (due["code"], due["first"], due["confidence"]) == (
        "priority-action-plan-submitted", "2024-03-07", "inferred",
    )  # fmt: skip
    oxfordshire = table("area", "Oxfordshire", *ON)
    visit = next(row for row in oxfordshire if row["name"] == "monitoring")
    assert (visit["first"], visit["value"]) == ("2025-09-29", "effective-action")


def test_csv_goes_to_a_file(tmp_path: Path) -> None:
    """With UTF-8 and line feeds, and never over an existing file."""
    target = tmp_path / "england.csv"
    assert run("england", *ON, "--csv", "-o", str(target)).exit_code == 0
    assert target.read_bytes().count(b"\n") == 98
    assert b"\r" not in target.read_bytes()
    assert run("england", *ON, "--csv", "-o", str(target)).exit_code == 2


def test_the_answers_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is in the package: a machine without a network answers as well."""

    def refuse(*_: object, **__: object) -> None:
        message = "no answer may open a connection"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert run("england", *ON).exit_code == 0
    assert run("area", "Suffolk", *ON).exit_code == 0
