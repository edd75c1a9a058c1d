"""The page of JSON answers names every key, and no other."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from send_framework import (
    Confidence,
    Deadline,
    DependencyType,
    LagUnit,
    Modality,
    RuleReference,
    Source,
    Window,
    WindowEnd,
)
from send_framework.checks import Consequence, Finding, Severity
from send_framework.checks.meeting import Verdict, VerdictKind
from send_framework.formats.json_answers import (
    Occasion,
    OfficialDate,
    actions_json,
    critical_path_json,
    deadlines_json,
    explanation_json,
    findings_json,
    readiness_json,
    schedule_json,
)
from send_framework.formats.json_shapes import Json
from send_framework.frameworks import Undated
from send_framework.network.kinds import (
    Absence,
    ActivityKind,
    Basis,
    DriverKind,
    FactKind,
    ReadinessState,
)
from send_framework.network.results import (
    AgencyShare,
    Driver,
    Explanation,
    Gap,
    HandOff,
    NearCriticalPath,
    NetworkFact,
    Readiness,
    RecommendationReadiness,
    Schedule,
    ScheduledActivity,
    ScheduledLink,
    Unscheduled,
)
from send_framework.network.work_ahead import WorkAhead

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json.md"

DAY = date(2024, 6, 3)
SOURCE = Source(key="report", title="A report", read_on=DAY)
RULE = RuleReference(
    framework="area_send_2023", rule="a-rule", title="A rule", edition="2023", in_force_from=DAY,
    modality=Modality.HANDBOOK, counting="35 working days after receipt", anchor="receipt",
    anchor_date=DAY,
)  # fmt: skip
WINDOW = Window(
    id="monitoring", name="Monitoring inspection", scope="monitoring", sources=[SOURCE],
    expected=WindowEnd(day=DAY, reason="announced", confidence=Confidence.VERIFIED), rule=RULE,
)  # fmt: skip
DEADLINE = Deadline(
    name="Plan submitted", rule=RULE, due=DAY, due_latest=DAY, explanation="Because.",
    sources=[SOURCE],
)  # fmt: skip
DRIVER = Driver(kind=DriverKind.LINK, words="A finishes 3 June 2024", predecessor="A", day=DAY)
ACTIVITY = ScheduledActivity(
    id="B", title="Write the strategy", kind=ActivityKind.ACTION, duration=1, early_start=DAY,
    early_finish=DAY, driven_by=DRIVER, as_late_as_possible=(DAY, DAY),
)  # fmt: skip
READINESS = Readiness(state=ReadinessState.BEFORE_EARLIEST, sentence="Ready.", ready_on=DAY)
SCHEDULE = Schedule(
    title="A plan",
    on=DAY,
    on_given=True,
    start=DAY,
    basis=Basis.FORECAST,
    target=WINDOW,
    late_from="expected",
    scope=("B",),
    activities=(ACTIVITY,),
    unscheduled=(Unscheduled(id="Z", title="Wait", why=Absence.IN_CYCLE, cycle=("Z", "Y")),),
    links=(
        ScheduledLink(
            predecessor="A", successor="B", type=DependencyType.FINISH_TO_START, lag=0,
            lag_unit=LagUnit.WORKING_DAYS, slack=0, driving=True, assumed=False,
        ),
    ),
    finish=DAY,
    critical_path=("B",),
    critical_paths=(("B",),),
    path_count=1,
    network_path=("B",),
    network_finish=DAY,
    near_critical=(NearCriticalPath(activities=("B",), total_float=3, behind=3),),
    hand_offs=(HandOff(predecessor="A", successor="B", giving=("NCC",), taking=()),),
    agency_shares=(AgencyShare(agency="NCC", working_days=1, share=1.0, activities=("B",)),),
    readiness=READINESS,
    cycles=(("Z", "Y"),),
    facts=(NetworkFact(kind=FactKind.BROKEN_LINK, subject="B", sentence="It is broken."),),
)  # fmt: skip
EXPLANATION = Explanation(
    id="B", title="Write the strategy", sentence="Because.", driver=DRIVER, beaten=(DRIVER,),
    gaps=(Gap(first=DAY, last=DAY, why="weekend"),), chain=("A", "B"), assumed=("A duration",),
)  # fmt: skip
FINDING = Finding(
    code="a-code", severity=Severity.ERROR, consequence=Consequence.LAW, subject="B",
    message="It is late.", advice="Begin.", rule=RULE, sources=[SOURCE],
)  # fmt: skip
OCCASION = Occasion(title="A plan", on=DAY, on_given=False)
VERDICT = Verdict(deadline=DEADLINE, kind=VerdictKind.MET, words="B met it")
DATED = (
    OfficialDate(inspection="I1", what=DEADLINE, verdict=VERDICT),
    OfficialDate(inspection="", what=WINDOW),
)
PART = RecommendationReadiness(
    id="PA1", text="Plan together.", part_of=None, answered_by=("B",), readiness=READINESS
)
WORK = WorkAhead(
    agency="NCC", until=DAY, activities=(ACTIVITY,), undated=SCHEDULE.unscheduled
)  # fmt: skip
UNDATED = Undated(inspection="I1", rule="a-rule", title="A rule", reason="no day is known")

ANSWERS = {
    answer["schema"]: answer
    for answer in (
        schedule_json(SCHEDULE),
        critical_path_json(SCHEDULE),
        explanation_json(SCHEDULE, EXPLANATION),
        readiness_json(SCHEDULE, [PART]),
        actions_json(SCHEDULE, WORK),
        findings_json(OCCASION, [FINDING]),
        deadlines_json(OCCASION, DATED, [UNDATED]),
    )
}
ABOUT_A_PLAN = ("findings", "deadlines")


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


@pytest.mark.parametrize("schema", ANSWERS)
def test_the_page_has_every_key_of_every_answer(schema: str) -> None:
    """What every answer begins with, what was asked, and the keys of this one, in order."""
    page = tables()
    asked = [] if schema.split("/")[1] in ABOUT_A_PLAN else page["Every schedule"]
    assert [*page["Every answer"], *asked, *page[schema]] == list(ANSWERS[schema])


def objects() -> Mapping[str, Json]:
    """Return one filled object for each heading of the page's last part."""
    whole: Any = ANSWERS["send-framework/schedule/1"]
    dates: Any = ANSWERS["send-framework/deadlines/1"]
    found: Any = ANSWERS["send-framework/findings/1"]
    parts: Any = ANSWERS["send-framework/readiness/1"]
    why: Any = ANSWERS["send-framework/explanation/1"]
    return {
        "Target": whole["target"],
        "Settings": whole["settings"],
        "Activity": whole["actions"][0],
        "Driver": whole["actions"][0]["driven_by"],
        "Without dates": whole["unscheduled"][0],
        "Link": whole["links"][0],
        "Near-critical path": whole["near_critical"][0],
        "Hand-off": whole["hand_offs"][0],
        "Agency share": whole["agency_shares"][0],
        "Readiness": whole["readiness"],
        "Recommendation": parts["recommendations"][0],
        "Fact": whole["facts"][0],
        "Gap": why["gaps"][0],
        "Finding": found["findings"][0],
        "Deadline": dates["deadlines"][0],
        "Window": dates["deadlines"][1],
        "Verdict": dates["deadlines"][0]["verdict"],
        "Rule without a day": dates["undated"][0],
        "Rule": found["findings"][0]["rule"],
        "Source": found["findings"][0]["source"],
    }


def test_the_page_has_every_object() -> None:
    """Nothing on the page is made up, nothing in the answers is missing from it."""
    known = {*ANSWERS, *objects(), "Every answer", "Every schedule"}
    assert set(tables()) == known


@pytest.mark.parametrize("name", objects())
def test_the_page_has_every_key_of_every_object(name: str) -> None:
    """Each table lists the keys of its object, in order."""
    assert tables()[name] == list(objects()[name])


def test_evidence_stands_beside_the_days_of_a_window() -> None:
    """Each known end keeps its reason, its confidence and its sources; an unknown day is null."""
    target = objects()["Target"]
    assert (target["earliest"], target["expected"]) == (None, "2024-06-03")
    assert target["evidence"] == {
        "expected": {"reason": "announced", "confidence": "verified", "sources": []}
    }


def test_a_finding_without_rule_and_source_says_null() -> None:
    """What is not known is null and never left out."""
    bare = Finding(
        code="a-code", severity=Severity.WARNING, consequence=Consequence.ORDER, subject="",
        message="A loop.", advice="Cut it.",
    )  # fmt: skip
    answer = findings_json(OCCASION, [bare])
    found = answer["findings"][0]
    assert (found["rule"], found["source"], found["sources"]) == (None, None, [])
    assert answer["counts"] == {"error": 0, "warning": 1, "information": 0}
