"""From a report to a plan file that loads, checks and schedules without an edit."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from send_framework import AgencyKind, Confidence, PlanKind
from send_framework.checks import check
from send_framework.formats.documents import load_plan, read_plan
from send_framework.formats.inspection_report import read_report
from send_framework.formats.inspection_report.report_plan import plan_of
from send_framework.formats.inspection_report.report_skeleton import skeleton_of
from send_framework.network.schedule import schedule
from tests.cli.northshire import run
from tests.formats_reports.writing_reports import Asked, Printed, write_report

pytestmark = pytest.mark.extra

REPORT = Printed(
    outcome="widespread-systemic-failings",
    dates="11 to 15 March 2024",
    actions=(
        Asked(
            paragraphs=("Leaders should act.",),
            bodies="Northshire County Council, Midvale Children\u2019s Trust and Midvale College",
        ),
    ),
)
SUFFOLK = evolve(
    REPORT,
    area="Suffolk",
    dates="13 to 17 November 2023",
    council="Suffolk County Council",
    boards="NHS Suffolk and North East Essex ICB; NHS Norfolk and Waveney ICB",
    actions=(
        Asked(paragraphs=("Leaders should act.",), bodies="NHS Norfolk and Waveney area ICB"),
    ),
)


def test_a_known_area_gets_codes_and_its_day_of_publication(tmp_path: Path) -> None:
    """The reference data knows the bodies, and when the report of these days was published."""
    plan = plan_of(read_report(write_report(SUFFOLK, tmp_path / "report.pdf")))
    assert [each.id for each in plan.agencies] == ["LA-935", "ICB-QJG", "ICB-QMM"]
    assert plan.recommendations[0].responsible == ("ICB-QMM",)
    assert "NHS Norfolk and Waveney area ICB" in plan.agencies[2].also_known_as
    (inspection,) = plan.inspections
    assert str(inspection.published) == "30 January 2024"
    assert inspection.on_site_start is not None
    assert "list of published outcomes" in inspection.note


def test_what_is_not_known_is_kept_as_printed(tmp_path: Path) -> None:
    """Unknown bodies stay, their kind marked as a guess; no day of publication is made up."""
    plan = plan_of(read_report(write_report(REPORT, tmp_path / "report.pdf")))
    kinds = {each.name: each.kind for each in plan.agencies}
    assert kinds["Northshire County Council"] is AgencyKind.LOCAL_AUTHORITY
    assert kinds["Midvale Children\u2019s Trust"] is AgencyKind.VOLUNTARY_ORGANISATION
    assert kinds["Midvale College"] is AgencyKind.SCHOOL_OR_SETTING
    assert {each.confidence for each in plan.agencies} == {Confidence.UNVERIFIED}
    assert plan.inspections[0].published is None
    assert plan.kind is PlanKind.PRIORITY_ACTION_PLAN
    assert plan.partnership is not None
    assert len(plan.partnership.members) == 2


def test_days_that_are_given_beat_the_list(tmp_path: Path) -> None:
    """Who knows when the report came says so."""
    report = read_report(write_report(SUFFOLK, tmp_path / "report.pdf"))
    days = {"published": date(2024, 2, 1), "received": date(2024, 1, 20)}
    plan = plan_of(report, title="Our plan", **days)
    (inspection,) = plan.inspections
    assert str(inspection.published) == "1 February 2024"
    assert str(inspection.report_received) == "20 January 2024"
    assert "list of published outcomes" not in inspection.note
    assert plan.title == "Our plan"


def test_fieldwork_before_the_week_on_site(tmp_path: Path) -> None:
    """A cover that begins on a Thursday prints fieldwork, not the week on site."""
    printed = evolve(REPORT, dates="14 to 22 March 2024", outcome="inconsistent", actions=())
    (inspection,) = plan_of(read_report(write_report(printed, tmp_path / "r.pdf"))).inspections
    assert inspection.on_site_start is None
    assert str(inspection.fieldwork_start) == "14 March 2024"


def test_without_a_details_table_there_is_no_partnership(tmp_path: Path) -> None:
    """Nothing says who the partnership is."""
    printed = evolve(REPORT, leave_out=("details",))
    assert plan_of(read_report(write_report(printed, tmp_path / "r.pdf"))).partnership is None


def test_the_file_loads_checks_and_schedules(tmp_path: Path) -> None:
    """Without an edit; the first check names each recommendation that nothing answers."""
    report = read_report(write_report(SUFFOLK, tmp_path / "report.pdf"))
    plan = plan_of(report)
    text = skeleton_of(report, plan, ["Plan submitted: 7 March 2024"])
    loaded = read_plan(text)
    assert loaded.recommendations == plan.recommendations
    assert "# - Plan submitted: 7 March 2024" in text
    unanswered = {each.code for each in check(loaded, on=date(2024, 2, 1))}
    assert {"priority-action-unanswered", "improvement-unanswered"} <= unanswered
    assert schedule(loaded, on=date(2024, 2, 1)).activities == ()


def test_a_slot_can_be_filled_in(tmp_path: Path) -> None:
    """Each recommendation has one slot; filled in, it is an action."""
    report = read_report(write_report(REPORT, tmp_path / "report.pdf"))
    text = skeleton_of(report, plan_of(report))
    filled = text.replace('# - {id: "PA1.1", title: ""', '- {id: "PA1.1", title: "Act"')
    (action,) = read_plan(filled).actions
    assert (action.id, action.answers) == ("PA1.1", ("PA1",))
    assert text.count("  # - {id:") == len(report.recommendations)


def test_new_from_a_report(tmp_path: Path) -> None:
    """The command line writes the file, with the official dates in its head."""
    path = write_report(SUFFOLK, tmp_path / "report.pdf")
    target = tmp_path / "plan.yaml"
    done = run(
        "new", "--from-report", str(path), "--received", "18 January 2024", "-o", str(target)
    )
    assert done.exit_code == 0, done.output
    assert load_plan(target).inspections[0].report_received is not None
    assert "# - Priority action plan submitted: 7 March 2024" in target.read_text(encoding="utf-8")


def test_days_without_a_report_are_refused() -> None:
    """They say something of a report, and there is none."""
    done = run("new", "--published", "2024-01-30")
    assert done.exit_code == 2
    assert "name it with --from-report" in done.output
