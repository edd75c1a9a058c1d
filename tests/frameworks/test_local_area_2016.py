"""The framework of 2016, by the published histories of areas that lived through it."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    ENGLAND,
    Confidence,
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    Modality,
    Outcome,
    PlanKind,
    RevisitProgress,
    RevisitResult,
)
from send_framework.frameworks import (
    Entry,
    State,
    Timeline,
    deadlines,
    next_steps,
    rule_book,
    timeline,
    undated,
)
from tests.frameworks.cases import by_rule, due, ends, window

BOOK = rule_book("local_area_2016")
LATER = date(2023, 6, 1)


def full(**fields: Any) -> Inspection:
    """Return an inspection of 2016's framework that asked for a written statement."""
    known: dict[str, Any] = {
        "id": "I1",
        "kind": InspectionKind.FULL,
        "framework": "local_area_2016",
        "outcome": Outcome.STATEMENT_REQUIRED,
    }
    return Inspection(**(known | fields))


def revisit(sufficient: int, of: int, **fields: Any) -> Inspection:
    """Return a re-visit that found progress sufficient on so many weaknesses of so many."""
    known: dict[str, Any] = {
        "id": "R1",
        "kind": InspectionKind.REVISIT,
        "framework": "local_area_2016",
        "progress": [
            RevisitProgress(recommendation=f"W{number}", sufficient=number <= sufficient)
            for number in range(1, of + 1)
        ],
    }
    return Inspection(**(known | fields))


def event(kind: EventKind, day: str, name: str = "E1") -> Event:
    """Return an event of a kind."""
    return Event(id=name, title=kind.value, kind=kind, date=day)


def entry(told: Timeline, rule: str) -> Entry:
    """Return the line of a timeline that a rule gives."""
    return next(
        each
        for each in told.entries
        if each.what and each.what.rule and each.what.rule.rule == rule
    )


NORTHUMBERLAND = (
    full(published="2018-11-29"),
    revisit(3, 3, on_site_start="2021-05-19", fieldwork_end="2021-05-21"),
)
ACCEPTED = event(EventKind.PLAN_APPROVED, "2019-03-18")


def test_northumberlands_revisit_came_after_the_suspension() -> None:
    """Accepted on 18 March 2019, due by 18 September 2020, re-visited on 19 May 2021.

    Re-visits were suspended from March 2020 to March 2021, and no rule says what that does to
    the 18 months: the library keeps the rule's day, names the suspension and tells the difference.
    """
    told = timeline(NORTHUMBERLAND, on=LATER, events=[ACCEPTED])
    found = entry(told, "revisit")
    assert found.last == date(2020, 9, 18)
    assert found.state is State.LATE
    assert found.outturn
    assert found.outturn.difference == (date(2021, 5, 19) - date(2020, 9, 18)).days == 243
    assert found.what
    assert "held off from 17 March 2020 to 31 March 2021" in found.what.explanation
    assert "rule revisits-suspended" in found.what.explanation
    suspended = [each.name for each in told.entries if each.kind.value == "period"]
    assert "Re-visits suspended in the pandemic" in suspended


def test_in_2019_nobody_knew_of_a_suspension() -> None:
    """As of May 2019 the window ends on 18 September 2020 and tells of none."""
    found = window(NORTHUMBERLAND[0], "revisit", events=[ACCEPTED], on=date(2019, 5, 1))
    assert ends(found) == {"latest": "2020-09-18"}
    assert "held off" not in found.explanation
    assert found.confidence is Confidence.VERIFIED


def test_northumberlands_statement_was_accepted_after_its_last_day() -> None:
    """Published 29 November 2018, so received 6 to 8 working days before; accepted 18 March.

    So the statement was due between 28 February and 4 March 2019: the acceptance fits, the
    submission itself was never published. Counted by hand: 9 working days of November, 19 of
    December, 22 of January and 20 of February follow 19 November.
    """
    found = due(NORTHUMBERLAND[0], "statement-submitted")
    assert (found.due, found.due_latest) == (date(2019, 2, 28), date(2019, 3, 4))
    assert found.due_latest < date(2019, 3, 18)
    assert found.rule.anchor_inferred
    assert found.rule.modality is Modality.STATUTORY


def test_all_of_northumberlands_weaknesses_had_moved() -> None:
    """Three of three: monitoring ends, no accelerated plan follows."""
    again = NORTHUMBERLAND[1]
    assert again.result is RevisitResult.SUFFICIENT_ON_ALL
    follow = {step.rule for step in next_steps(NORTHUMBERLAND, on=LATER, events=[ACCEPTED])}
    assert "monitoring-ends" in follow
    assert "accelerated-progress-plan" not in follow
    assert not {key for key in by_rule(again) if key.startswith("accelerated")}


def test_wokinghams_statement_was_accepted_the_month_after() -> None:
    """Inspected March 2019, submitted in August, accepted in September: months, not days.

    No time for the answer was ever seen, so the rule gives none and says so; from September 2019
    the re-visit was due by March 2021, which the suspension overtook.
    """
    submitted = event(EventKind.PLAN_SUBMITTED, "2019-08", "E1")
    accepted = event(EventKind.PLAN_APPROVED, "2019-09", "E2")
    wokingham = full(fieldwork_end="2019-03")
    without = {each.rule: each.reason for each in undated(wokingham, events=[submitted])}
    assert without["statement-accepted"].endswith("edition 2016 gives no number")
    found = window(wokingham, "revisit", events=[submitted, accepted])
    assert ends(found) == {"latest": "2021-03-30"}
    assert found.confidence is Confidence.INFERRED
    assert "held off from 17 March 2020" in found.explanation


SLOUGH = full(
    on_site_start="2021-09-27", fieldwork_end="2021-10-01", report_received="2021-11-09",
    published="2021-11-17",
)  # fmt: skip


def test_sloughs_statement_was_filed_on_its_last_day() -> None:
    """Parliament was told of 18 February 2022: 70 working days from 9 November 2021."""
    found = due(SLOUGH, "statement-submitted")
    assert (found.due, found.due_latest) == (date(2022, 2, 18), date(2022, 2, 18))
    filed = event(EventKind.PLAN_SUBMITTED, "2022-02-18")
    told = timeline([SLOUGH], on=LATER, events=[filed])
    assert entry(told, "statement-submitted").state is State.MET


def test_sloughs_receipt_lies_in_the_range_inferred_from_publication() -> None:
    """From 17 November 2021 alone the statement is due between 16 and 18 February 2022."""
    found = due(evolve(SLOUGH, report_received=None), "statement-submitted")
    assert found.due <= date(2022, 2, 18) == found.due_latest


def test_sloughs_letter_came_two_weeks_before_the_usual_two_months() -> None:
    """Six and a half weeks after the visit: two weeks earlier than what was seen elsewhere."""
    found = entry(timeline([SLOUGH], on=LATER), "report-published")
    assert found.outturn
    assert found.outturn.difference == -(date(2021, 12, 1) - date(2021, 11, 17)).days == -14
    assert found.modality is Modality.OBSERVED
    assert found.is_only_custom


def test_slough_was_directed_and_never_revisited() -> None:
    """Re-visits ended in December 2022: no edition reaches Slough's, but a direction may come."""
    accepted = event(EventKind.PLAN_APPROVED, "2022-03", "E2")
    assert "revisit" not in by_rule(SLOUGH, events=[accepted])
    reasons = {each.rule: each.reason for each in undated(SLOUGH, events=[accepted])}
    assert "no edition was in force" in reasons["revisit"]
    steps = next_steps([SLOUGH], on=date(2023, 3, 1), events=[accepted])
    direction = next(step for step in steps if step.rule == "statutory-direction")
    assert direction.by == "the Secretary of State"
    assert direction.confidence is Confidence.UNVERIFIED


BEDFORDSHIRE = revisit(
    3, 6, on_site_start="2022-07-04", fieldwork_end="2022-07-06", published="2022-09-08"
)


def test_central_bedfordshires_report_took_twelve_days_longer_than_usual() -> None:
    """45 working days instead of the 33 that two charities were told of."""
    assert ENGLAND.count(date(2022, 7, 6), date(2022, 9, 8)) == 45
    found = entry(timeline([BEDFORDSHIRE], on=LATER), "revisit-report-published")
    assert found.outturn
    assert found.outturn.difference == 12


def test_central_bedfordshires_accelerated_plan() -> None:
    """Three of six: milestones at 3, 6 and 12 months, a review at 6, evidence 2 weeks before."""
    assert BEDFORDSHIRE.result is RevisitResult.SUFFICIENT_ON_SOME
    review = event(EventKind.PROGRESS_REVIEW, "2023-03-10")
    found = by_rule(BEDFORDSHIRE, on=date(2022, 10, 1))
    days = {f"{n} months": ends(window(BEDFORDSHIRE, f"accelerated-progress-{n}-months"))
            for n in (3, 6, 12)}  # fmt: skip
    assert days == {
        "3 months": {"expected": "2022-12-08"},
        "6 months": {"expected": "2023-03-08"},
        "12 months": {"expected": "2023-09-08"},
    }
    assert "accelerated-progress-evidence" not in found
    evidence = due(BEDFORDSHIRE, "accelerated-progress-evidence", events=[review])
    assert evidence.due == date(2023, 2, 24)
    told = timeline([BEDFORDSHIRE], on=LATER, events=[review])
    outturn = entry(told, "accelerated-progress-review").outturn
    assert outturn
    assert outturn.difference == 2


def test_suffolk_was_the_first_to_fail_its_revisit() -> None:
    """Letter January 2017, re-visit January 2019, one weakness of four; days are not verified."""
    first = full(id="I2016", fieldwork_end="2016-12", published="2017-01")
    again = revisit(1, 4, id="I2019", fieldwork_end="2019-01", published="~2019-03")
    assert again.result is RevisitResult.SUFFICIENT_ON_SOME
    told = timeline([first, again], on=date(2020, 1, 1))
    statement = entry(told, "statement-submitted")
    assert statement.state is State.OVERDUE
    assert "gives no" not in str(told.undated)
    assert "revisit" in {each.rule for each in told.undated}
    report = entry(told, "revisit-report-published")
    assert report.state is State.UNPROVEN
    assert entry(told, "accelerated-progress-12-months").state is State.AHEAD


def test_devons_history_ends_in_a_notice() -> None:
    """Inspected December 2018, re-visited 23 May 2022 with none of four; notice September 2022.

    The day of acceptance was never published, so the re-visit has no day of its own: that is
    told. The improvement notice came four months later and needs no rule to be entered. The
    actions of 2025 belong to the accelerated plan, which inspectors do not re-visit again.
    """
    first = full(id="I2018", fieldwork_end="2018-12")
    again = revisit(
        0, 4, id="R2022", on_site_start="2022-05-23", fieldwork_end="2022-05-25", published="2022"
    )
    notice = event(EventKind.IMPROVEMENT_NOTICE, "2022-09", "NOTICE")
    told = timeline([first, again], on=date(2025, 6, 19), events=[notice])
    assert again.result is RevisitResult.SUFFICIENT_ON_NONE
    assert [each.subject for each in told.entries if each.name == "improvement-notice"] == [
        "NOTICE"
    ]
    reasons = {each.rule: each.reason for each in told.undated}
    assert reasons["revisit"] == "Re-visit: no day is known for acceptance of the plan"
    steps = {step.rule: step for step in next_steps([first, again], on=date(2025, 6, 19))}
    assert steps["no-second-revisit"].by == "the Secretary of State"
    assert steps["accelerated-progress-plan"].says.startswith("the department decides")


def test_notice_of_a_visit() -> None:
    """Five working days before a full inspection, ten before a re-visit, over a bank holiday."""
    called = full(notified="2019-04-29", outcome=None)
    assert due(called, "notice-on-site").due == date(2019, 5, 7)
    again = evolve(BEDFORDSHIRE, progress=(), on_site_start=None, fieldwork_end=None,
                   published=None, notified="2022-06-20")  # fmt: skip
    assert due(again, "revisit-notice").due == date(2022, 7, 4)


def test_an_outcome_without_a_statement_asks_for_nothing() -> None:
    """No plan, no re-visit and no next inspection: the programme was held once."""
    fine = full(published="2017-05-04", outcome=Outcome.NO_STATEMENT_REQUIRED)
    assert BOOK.outcome(Outcome.NO_STATEMENT_REQUIRED).plans == ()
    assert BOOK.outcome(Outcome.STATEMENT_REQUIRED).plans == (PlanKind.WRITTEN_STATEMENT_OF_ACTION,)
    assert deadlines(fine) == ()


def test_a_result_belongs_to_its_kind_of_inspection() -> None:
    """A full inspection has no result of its own besides its outcome."""
    assert full().result is None


def _visits(shared: Path) -> list[dict[str, str]]:
    path = shared / "domain" / "monitoring-inspections.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return [row for row in csv.DictReader(rows) if row["event_type"] == "revisit"]


def test_revisits_as_published(shared: Path) -> None:
    """Each known count of weaknesses gives the result that was published."""
    names = {"all": RevisitResult.SUFFICIENT_ON_ALL, "some": RevisitResult.SUFFICIENT_ON_SOME,
             "none": RevisitResult.SUFFICIENT_ON_NONE}  # fmt: skip
    counted = [row for row in _visits(shared) if row["weakness_count"]]
    assert len(counted) == 13
    for row in counted:
        found = revisit(int(row["sufficient_count"]), int(row["weakness_count"]))
        assert found.result is names[row["result"].removeprefix("sufficient-")], row["area_name"]


@pytest.mark.parametrize(("area", "late"), [("Oldham", 30), ("Oxfordshire", 14)])
def test_reports_of_two_more_revisits_came_late(shared: Path, area: str, late: int) -> None:
    """Both appeared on 23 December 2019: 63 and 47 working days after the visit, not 33."""
    row = next(row for row in _visits(shared) if row["area_name"] == area)
    found = revisit(3, 5, fieldwork_end=row["end"], published=row["published_date"])
    outturn = entry(timeline([found], on=LATER), "revisit-report-published").outturn
    assert outturn
    assert outturn.difference == late


def test_no_revisit_lies_in_the_suspension(shared: Path) -> None:
    """Every re-visit with known days lies before 17 March 2020 or from April 2021 on."""
    (edition,) = BOOK.rule("revisits-suspended").editions
    days = [date.fromisoformat(row["start"]) for row in _visits(shared) if len(row["start"]) == 10]
    assert edition.in_force_to
    assert len(days) == 12
    assert not [day for day in days if edition.in_force_from <= day <= edition.in_force_to]
