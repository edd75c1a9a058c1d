"""The verbs of the whole cycle on Northshire's plan, and the page that lists their JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from send_framework.cli import show_timeline
from send_framework.cli.comparing import observed_spreads
from send_framework.dates import ApproximateDate
from tests.cli.northshire import PLAN, run

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-cycle.md"
HISTORY = """\
version: 1
title: Northshire's history
data_date: 2026-07-01
register:
  - {key: letter, title: Letter with the final report, publisher: Ofsted}
inspections:
  - id: I2019
    kind: full
    framework: local_area_2016
    published: 2019-03-01
    outcome: statement-required
  - id: I2024
    kind: full
    framework: area_send_2023
    on_site_start: 2024-03-18
    fieldwork_end: 2024-03-22
    report_received: 2024-05-01
    published: 2024-05-13
    outcome: widespread-failings
    sources: letter
    note: Read out in council.
events:
  - {id: E1, title: Plan handed in, kind: plan-submitted, date: 2024-06-24}
  - {id: E2, title: Plan approved, kind: plan-approved, date: 2024-08-09}
  - {id: E3, title: Notice, kind: improvement-notice, date: 2024-08-01/2024-12-31}
  - {id: E4, title: Somebody comes}
rule_overrides:
  - framework: area_send_2023
    rule: deferral
    says: we may ask once
    sources: letter
"""


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put Northshire's history into the current folder as ``history.yaml``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "history.yaml").write_text(HISTORY, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "empty.yaml").write_text("version: 1\ntitle: Empty\n", encoding="utf-8")


def answer(*words: str) -> dict[str, Any]:
    """Return what a verb answers in JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


@pytest.mark.usefixtures("history")
def test_a_timeline_tells_past_and_future() -> None:
    """What came late by how much, what is law and what custom, what was seen elsewhere."""
    printed = run("timeline", "history.yaml").output
    for words in (
        "Data date: 1 July 2026, from the plan file",
        "13 May 2024  Report published: widespread failings (I2024)",
        "Priority action plan submitted (I2024): later than expected; custom: handbook, from a",
        "E1, 24 June 2024: 1 working day later than expected",
        "Priority action plan made final (I2024): as expected; law",
        "Improvement notice (I2024): as expected or not: its day does not say",
        "Monitoring inspection (I2024): may come any day; custom: handbook",
        "Elsewhere, publication of the report to monitoring inspection: half of 3",
        "(small sample)",
        "Written statement of action submitted (I2019): passed, nothing recorded; law",
        "No reports before the local elections of May 2026, inferred",
        "1 entry overdue.",
        "no day Somebody comes (E4): no day given",
    ):
        assert " ".join(words.split()) in " ".join(printed.split()), words


@pytest.mark.usefixtures("history")
def test_a_quiet_timeline_is_one_line_for_each_entry() -> None:
    """Nothing but the entries, each on its line; a verbose one adds reasons and sources."""
    quiet = run("timeline", "history.yaml", "--quiet").output.splitlines()
    told = answer("timeline", "history.yaml")
    assert len(quiet) == len(told["entries"])
    loud = " ".join(run("timeline", "history.yaml", "--verbose").output.split())
    assert "by rule monitoring-inspection of area_send_2023 (edition 2025-06" in loud
    assert "Source: Letter with the final report, Ofsted" in loud
    assert "Read out in council." in loud


@pytest.mark.usefixtures("history")
def test_a_timeline_lists_what_has_no_day() -> None:
    """Of Northshire's plan, the visit's own days were never entered."""
    printed = " ".join(run("timeline", "plan.yaml").output.split())
    assert "No day can be given" in printed
    assert "I2024: Reply on the priority action plan: no day is known for submission" in printed


@pytest.mark.usefixtures("history")
def test_next_says_who_acts_by_when_and_under_which_rule() -> None:
    """With a day first, then what has none and why; what nobody has seen is marked."""
    printed = " ".join(run("next", "history.yaml").output.split())
    for words in (
        "Priority action plan published (I2024): 9 August 2024, from a secondary source [overdue]",
        "Who acts: the local area partnership. Rule: priority-action-plan-published of",
        "edition 2023 (custom: handbook)",
        "Direction by the Secretary of State (I2024) Who acts: the Secretary of State.",
        "(law, unverified). the Secretary of State may direct the council",
        "No day: no rule says when.",
    ):
        assert words in printed, words
    quiet = run("next", "history.yaml", "--quiet").output
    assert "Who acts" not in quiet
    assert "Data date" not in quiet
    loud = " ".join(run("next", "history.yaml", "--verbose").output.split())
    assert "Source: Slough's statutory direction of 4 August 2023" in loud
    assert "No rule says what comes next" in run("next", "empty.yaml").output


@pytest.mark.usefixtures("history")
def test_next_says_on_which_mondays_inspectors_could_return(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of many the first unless all are asked for, and none without terms."""
    monkeypatch.setattr(show_timeline, "_MONDAYS", 3)
    terms = "terms:\n  - {name: one long term, first: 2027-01-04, last: 2027-07-16}\n"
    Path("terms.yaml").write_text(HISTORY + terms, encoding="utf-8")
    words = "By custom on site from a Monday in this area's terms: "
    printed = " ".join(run("next", "terms.yaml").output.split())
    assert f"{words}22 Mar 2027, 5 Apr 2027, " in printed  # Easter Monday is 29 March
    assert "12 Apr 2027 and 3 more." in printed
    shown = " ".join(run("next", "terms.yaml", "--verbose").output.split())
    assert "26 Apr 2027, 10 May 2027." in shown
    assert words not in run("next", "terms.yaml", "--quiet").output
    assert words not in run("next", "history.yaml").output


@pytest.mark.usefixtures("history")
def test_the_day_of_the_command_line_beats_the_file() -> None:
    """In June 2024 the plan was still to be handed in."""
    found = answer("next", "history.yaml", "--on", "2024-06-01")
    assert (found["on"], found["on_given"]) == ("2024-06-01", True)
    assert found["steps"][0]["key"] == "priority-action-plan-submitted"
    assert found["steps"][0]["state"] == "ahead"


def test_rules_lists_every_book() -> None:
    """Every rule by key and title; those nobody has seen say so."""
    printed = " ".join(run("rules").output.split())
    for words in (
        "Local area SEND inspections: framework of 2016 (local_area_2016)",
        "From 1 May 2016 to 31 December 2022",
        "Education, health and care plans: statutory time limits (ehc_process)",
        "no-plan-decided Decision not to issue a plan (not seen in any source)",
        "Priority action plan submitted (text since 6 June 2025 not seen in any source)",
    ):
        assert words in printed, words
    one = run("rules", "ehc_process").output
    assert "Final plan issued (ehc_process/plan-issued)" in one
    assert "area_send_2023" not in one


def test_rules_prints_a_rule_with_its_editions() -> None:
    """Editions, paragraph, how sure, and what speaks against it."""
    printed = " ".join(run("rules", "priority-action-plan-made").output.split())
    for words in (
        "Who acts: the principal authority, helped by the others",
        "Counts from receipt of the final report",
        "Edition 2015, from 9 November 2015, regulation 4: law",
        "Against it: a secondary page speaks of roughly 35 to 50 working days",
        "How sure: NOT SEEN in any source: give your own under rule_overrides",
    ):
        assert words in printed, words
    both = run("rules", "report-received").output
    assert "(local_area_2016/report-received)" in both
    assert "Counts back from publication of the report" in both
    spans = " ".join(run("rules", "area_send_2023/full-reinspection").output.split())
    assert "Counts from fieldwork and publication of the report" in spans
    ended = " ".join(run("rules", "monitoring-pause").output.split())
    assert "from 1 September 2024 to 31 July 2025" in ended


def test_a_rule_that_does_not_exist_is_named() -> None:
    """One line, exit code 2, and a near key."""
    result = run("rules", "monitoring-inspektion")
    assert result.exit_code == 2
    assert "no rule is called 'monitoring-inspektion'. Did you mean" in result.output


def test_early_days_know_of_nothing_elsewhere() -> None:
    """Before the first report of 2023 there was nothing to compare with; one case is told."""
    day = ApproximateDate.parse("2022-12-31").first
    assert day
    assert observed_spreads(day) == ()
    result = run("rules", "plan-issued")
    assert result.exit_code == 0


def tables() -> dict[str, list[str]]:
    """Return the keys in the table below each heading of the page."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif key := re.match(r"\| `(\w+)` \|", line):
            found.setdefault(heading, []).append(key[1])
    return found


@pytest.mark.usefixtures("history")
def test_the_page_has_every_key_of_every_answer() -> None:
    """Each table lists the keys of its object, in order, and no other table stands there."""
    told, steps = answer("timeline", "history.yaml"), answer("next", "history.yaml")
    without = answer("timeline", "plan.yaml")["undated"][0]
    rules = answer("rules", "priority-action-plan-made")
    outturn = next(each["outturn"] for each in told["entries"] if each["outturn"])
    observed = next(each["observed"][0] for each in told["entries"] if each["observed"])
    rule = rules["rules"][0]
    objects = {
        "send-framework/timeline/1": told,
        "send-framework/next/1": steps,
        "send-framework/rules/1": rules,
        "Entry": told["entries"][0],
        "Outturn": outturn,
        "Observed": observed,
        "Quantile": observed["quantiles"][0],
        "Step": steps["steps"][0],
        "Rule without a day": without,
        "Rule of a book": rule,
        "Anchor": rule["anchors"][0],
        "Edition": rule["editions"][0],
        "Claim": rule["editions"][0]["claims"][0],
    }
    assert tables() == {name: list(each) for name, each in objects.items()}
    assert rule["editions"][0]["seen"] is True
    assert rule["editions"][1]["seen"] is False


@pytest.mark.usefixtures("history")
def test_own_rules_stand_in_the_answers() -> None:
    """A rule replaced in the plan file is told in the owner's words with the owner's source."""
    override = answer("timeline", "history.yaml")
    assert override["schema"] == "send-framework/timeline/1"
    plan = Path("history.yaml").read_text(encoding="utf-8").replace("deferral", "stocktakes")
    Path("own.yaml").write_text(plan, encoding="utf-8")
    step = next(s for s in answer("next", "own.yaml")["steps"] if s["key"] == "stocktakes")
    assert (step["says"], step["edition"]) == ("we may ask once", "own")
    assert step["source"]["key"] == "letter"


def test_a_pause_that_lasts_is_in_force_and_not_to_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In January 2025 the pause of monitoring inspections holds."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    told = run("timeline", "plan.yaml", "--on", "2025-01-31").output
    entries = (line for line in told.splitlines() if not line.startswith(" "))
    [line] = [line for line in entries if "pause of monitoring" in line]
    assert "in force" in line
    assert "any day" not in line
