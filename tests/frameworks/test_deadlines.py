"""Deadlines and windows of one inspection: anchors, editions, doubt, and what is left out."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Closure,
    Confidence,
    Deadline,
    Event,
    EventKind,
    InspectionKind,
    Modality,
    Outcome,
    Source,
    Unit,
    Window,
    Within,
)
from send_framework.frameworks import (
    AnchorEvent,
    Gives,
    Rule,
    RuleBook,
    deadlines,
    rule_book,
    undated,
)
from send_framework.frameworks.anchors import PUBLISHED as PUBLICATION
from send_framework.frameworks.anchors import REPORT_RECEIVED
from tests.frameworks.cases import (
    MADE,
    PUBLISHED,
    SUBMITTED,
    SUFFOLK,
    by_rule,
    due,
    ends,
    inspection,
    window,
)
from tests.frameworks.test_editions import edition


def event(kind: EventKind, day: str | None, **fields: Any) -> Event:
    """Return an event of this kind."""
    return Event(id=fields.pop("id", "E"), title="It happened", kind=kind, date=day, **fields)


# --- which rules apply ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "years"),
    [(Outcome.TYPICALLY_POSITIVE, "2029-02-01"), (Outcome.INCONSISTENT, "2027-02-01")],
)
def test_the_better_outcomes_ask_for_a_strategic_plan(outcome: Outcome, years: str) -> None:
    """30 working days to the strategic plan, 5 or 3 years to the next full inspection."""
    found = by_rule(inspection(outcome=outcome, report_received="2024-02-01", published=None))
    plan = found["strategic-plan-published"]
    assert isinstance(plan, Deadline)
    assert plan.due == date(2024, 3, 14)
    assert plan.confidence is Confidence.UNVERIFIED
    assert not {SUBMITTED, MADE, PUBLISHED, "monitoring-inspection"} & set(found)
    full = deadlines(inspection(outcome=outcome, published="2024-02-01"))[-1]
    assert isinstance(full, Window)
    assert ends(full) == {"expected": years}


def test_an_outcome_not_yet_known_asks_for_nothing() -> None:
    """Between visit and report only the report's publication is expected."""
    found = by_rule(inspection(outcome=None, fieldwork_end="2026-10-02"))
    assert set(found) == {"report-published"}
    assert ends(
        window(inspection(outcome=None, fieldwork_end="2026-10-02"), "report-published")
    ) == {
        "earliest": "2026-11-12",
        "expected": "2026-12-03",
        "latest": "2027-02-25",
    }


def test_deadlines_stand_in_order_of_time() -> None:
    """The earliest first, whatever the order of the rules."""
    days = [
        each.due if isinstance(each, Deadline) else each.ends()[0][1].day
        for each in deadlines(SUFFOLK)
    ]
    assert days == sorted(days)
    assert len(days) == 7


def test_a_monitoring_inspection_gets_what_applies_to_it() -> None:
    """Its notice and the publication of its result; no plan follows from it."""
    coming = inspection(id="M", kind=InspectionKind.MONITORING, outcome=None)
    announced = evolve(coming, on_site_start="2026-03-02")
    call = due(announced, "notice-on-site")
    assert (call.name, call.due) == ("Call to the partnership", date(2026, 2, 16))
    assert "before first day on site on 2 March 2026" in call.explanation
    held = evolve(announced, fieldwork_end="2026-03-04")
    assert set(by_rule(held)) == {"monitoring-report-published"}
    assert deadlines(coming) == ()


def test_a_revisit_has_no_rule_in_this_book() -> None:
    """Re-visits belong to the framework of 2016."""
    revisit = inspection(kind=InspectionKind.REVISIT, outcome=None, published="2023-02-01")
    assert deadlines(revisit) == ()
    assert undated(revisit) == ()


def test_notice_that_is_known_at_both_ends_is_not_told_again() -> None:
    """Called and dated: only the fieldwork before the on-site week is still to be worked out."""
    both = inspection(outcome=None, notified="2026-02-16", on_site_start="2026-03-02")
    assert set(by_rule(both)) == {"notice-fieldwork"}
    assert due(both, "notice-fieldwork").due == date(2026, 2, 26)


def test_a_framework_without_a_rule_book_gives_no_date_and_says_so() -> None:
    """An older inspection in a plan is no error; a misspelt framework is named."""
    older = inspection(framework="local_area_2009", outcome=Outcome.STATEMENT_REQUIRED)
    assert deadlines(older) == ()
    assert "no rule book is called 'local_area_2009'" in undated(older)[0].reason
    misspelt = undated(inspection(framework="area_send_2032"))
    assert misspelt[0].reason.endswith("Did you mean 'area_send_2023'?")


def test_a_rule_without_an_anchor_is_undated_and_says_what_is_missing() -> None:
    """Without receipt and publication no plan has a due day."""
    bare = inspection()
    assert deadlines(bare) == ()
    reasons = {each.rule: each.reason for each in undated(bare)}
    assert reasons[SUBMITTED] == (
        "Priority action plan submitted: no day is known for receipt of the final report"
    )
    assert "fieldwork or publication of the report" in reasons["full-reinspection"]


# --- doubt --------------------------------------------------------------------------------------


def test_an_approximate_receipt_gives_a_range() -> None:
    """Received in January 2024: due between the counts from its first and last day."""
    found = due(inspection(report_received="January 2024"), SUBMITTED)
    assert (found.due, found.due_latest) == (date(2024, 2, 19), date(2024, 3, 20))
    assert found.confidence is Confidence.INFERRED
    assert found.rule.anchor_inferred
    assert "(given as January 2024)" in found.explanation


def test_a_receipt_worked_back_is_one_day_and_inferred() -> None:
    """Written as about 18 January, it counts as that day and says so."""
    found = due(evolve(SUFFOLK, report_received="~2024-01-18"), SUBMITTED)
    assert found.due == found.due_latest == date(2024, 3, 7)
    assert found.confidence is Confidence.INFERRED


def test_an_open_span_is_no_anchor() -> None:
    """'By 18 January' says nothing of the first day, so publication decides."""
    found = due(evolve(SUFFOLK, report_received="by 2024-01-18"), SUBMITTED)
    assert found.due_latest == date(2024, 3, 11)
    assert deadlines(inspection(report_received="by 2024-01-18")) == ()


def test_the_weaker_of_rule_and_anchor_prevails() -> None:
    """A verified rule counted from an unverified receipt is unverified, and cites both."""
    letter = Source(key="letter", title="A letter")
    doubtful = evolve(SUFFOLK, confidence=Confidence.UNVERIFIED, sources=[letter])
    monitoring = window(doubtful, "monitoring-inspection")
    assert monitoring.confidence is Confidence.UNVERIFIED
    assert letter in monitoring.sources
    sure = evolve(SUFFOLK, confidence=Confidence.VERIFIED)
    assert window(sure, "monitoring-inspection").confidence is Confidence.VERIFIED
    assert due(sure, SUBMITTED).confidence is Confidence.SECONDARY


def test_what_contradicts_a_rule_stands_beside_its_date() -> None:
    """The page that speaks of 35 to 50 working days is kept as a claim."""
    assert due(SUFFOLK, MADE).claims[0].says.startswith("a secondary page speaks of roughly 35")


def test_a_day_beyond_the_proclaimed_bank_holidays_is_provisional() -> None:
    """Bank holidays of 2031 follow the pattern but are not proclaimed."""
    assert due(inspection(report_received="2031-02-03"), SUBMITTED).provisional
    assert not due(SUFFOLK, SUBMITTED).provisional
    law = Rule(
        key="r",
        title="R",
        gives=Gives.DEADLINE,
        anchors=[REPORT_RECEIVED],
        editions=[edition(unit=Unit.WEEKS)],
    )
    book = RuleBook(key="b", title="B", in_force_from=date(2023, 1, 1), rules=[law])
    assert not due(inspection(report_received="2031-02-03"), "r", book=book).provisional


@pytest.mark.parametrize("published", ["9999-12-01", "1700-02-01"])
def test_years_without_a_calendar_are_undated(published: str) -> None:
    """A slip of the pen in a year is told, not thrown."""
    slip = inspection(published=published)
    assert not any(isinstance(each, Deadline) for each in deadlines(slip))
    assert SUBMITTED in {each.rule for each in undated(slip)}


# --- editions -----------------------------------------------------------------------------------


def test_the_act_judged_picks_the_edition() -> None:
    """Received in April 2025, due on 9 June by the text of June; submitted earlier, by 2023's."""
    spring = inspection(report_received="2025-04-15")
    expected = due(spring, SUBMITTED)
    assert (expected.due, expected.rule.edition) == (date(2025, 6, 9), "2025-06")
    assert expected.confidence is Confidence.UNVERIFIED
    early = [event(EventKind.PLAN_SUBMITTED, "2025-06-05")]
    submitted = due(spring, SUBMITTED, events=early)
    assert (submitted.due, submitted.rule.edition) == (date(2025, 6, 9), "2023")
    later = [event(EventKind.PLAN_SUBMITTED, "2025-06-06")]
    assert due(spring, SUBMITTED, events=later).rule.edition == "2025-06"


def test_a_report_received_before_the_framework_has_no_edition() -> None:
    """A monitoring window counted from 2020 ends before the framework began."""
    early = inspection(report_received="2020-01-06")
    reasons = {each.rule: each.reason for each in undated(early)}
    assert reasons["monitoring-inspection"] == "Monitoring inspection: no edition was in force"


def test_who_replies_has_not_been_seen_since_june_2025() -> None:
    """The observed wait ended with the inspectorates' part in it."""
    after = [event(EventKind.PLAN_SUBMITTED, "2025-07-01")]
    assert "plan-reply" in {each.rule for each in undated(inspection(), events=after)}


def test_an_edition_that_gives_no_number_leaves_the_rule_undated() -> None:
    """A later edition may withdraw the count: then there is no day, and the reason says so."""
    withdrawn = edition(
        key="2029", in_force_from=date(2029, 1, 1), amount=None, unit=None, value="when ready"
    )
    rule = Rule(
        key="r",
        title="R",
        gives=Gives.DEADLINE,
        anchors=[REPORT_RECEIVED],
        editions=[edition(), withdrawn],
    )
    book = RuleBook(key="b", title="B", in_force_from=date(2023, 1, 1), rules=[rule])
    assert due(inspection(report_received="2028-12-01"), "r", book=book).due == date(2028, 12, 16)
    late = inspection(report_received="2029-02-01")
    assert undated(late, book=book)[0].reason == "R: edition 2029 gives no number"


# --- what is known on a day -----------------------------------------------------------------------


def test_on_a_day_later_facts_are_not_known() -> None:
    """On the eve of publication nothing follows from it; the receipt was a secret."""
    assert SUBMITTED not in by_rule(SUFFOLK, on=date(2024, 1, 17))
    assert SUBMITTED in by_rule(SUFFOLK, on=date(2024, 1, 18))
    only = evolve(SUFFOLK, report_received=None)
    assert SUBMITTED not in by_rule(only, on=date(2024, 1, 29))
    assert SUBMITTED in by_rule(only, on=date(2024, 1, 30))


def test_an_edition_not_yet_written_is_not_applied() -> None:
    """Looking back to 2024, the window of 2025 is that of the text of 2023."""
    then = window(SUFFOLK, "monitoring-inspection", on=date(2024, 6, 1))
    assert then.rule
    assert (then.rule.edition, then.rule.modality) == ("2023", Modality.APPROXIMATE)


def test_a_notice_that_came_is_no_longer_expected() -> None:
    """The improvement notice's window goes when the notice came, and stays until then."""
    notice = [event(EventKind.IMPROVEMENT_NOTICE, "2024-04-15", inspection="I2023")]
    assert "improvement-notice" not in by_rule(SUFFOLK, events=notice, on=date(2026, 1, 7))
    assert "improvement-notice" not in by_rule(SUFFOLK, events=notice)
    elsewhere = [evolve(notice[0], inspection="I1999")]
    assert "improvement-notice" in by_rule(SUFFOLK, events=elsewhere)
    assert "improvement-notice" in by_rule(SUFFOLK, events=[evolve(notice[0], date=None)])


def test_an_event_later_than_the_day_has_not_happened() -> None:
    """A notice of July 2025 is unknown on 1 July 2025, the day it is expected."""
    area = inspection(published="2025-04-16")
    notice = [event(EventKind.IMPROVEMENT_NOTICE, "2025-07-02")]
    assert "improvement-notice" in by_rule(area, events=notice, on=date(2025, 7, 1))
    assert "improvement-notice" not in by_rule(area, events=notice, on=date(2025, 7, 2))


def test_engagement_meetings_count_from_the_last_one() -> None:
    """A year after the last meeting, else after publication."""
    assert ends(window(SUFFOLK, "engagement-meeting")) == {"expected": "2025-01-30"}
    meetings = [
        event(EventKind.ENGAGEMENT_MEETING, "2025-03-04", id="E1"),
        event(EventKind.ENGAGEMENT_MEETING, "2024-11-05", id="E2"),
    ]
    assert ends(window(SUFFOLK, "engagement-meeting", events=meetings)) == {
        "expected": "2026-03-04"
    }


# --- windows --------------------------------------------------------------------------------------


def test_what_the_report_prints_beats_the_rule() -> None:
    """A report that announces 12 months, or another anchor, is believed."""
    printed = evolve(SUFFOLK, monitoring_within=Within(amount=12, unit=Unit.MONTHS, about=True))
    shown = window(printed, "monitoring-inspection")
    assert ends(shown)["expected"] == "2025-01-18"
    anchored = evolve(
        SUFFOLK, full_within=Within(amount=2, unit=Unit.YEARS, anchor=date(2024, 2, 1))
    )
    full = window(anchored, "full-reinspection")
    assert ends(full) == {"expected": "2026-02-01"}
    assert "the day that the report counts from on 1 February 2024" in full.explanation


def test_an_end_seen_elsewhere_never_breaks_the_order() -> None:
    """Had inspectors announced 36 months, the 26 seen elsewhere would be no latest end."""
    printed = evolve(SUFFOLK, monitoring_within=Within(amount=36, unit=Unit.MONTHS))
    found = ends(window(printed, "monitoring-inspection"))
    assert found == {"earliest": "2025-12-30", "expected": "2027-01-18"}


def test_a_report_is_held_over_an_election() -> None:
    """A hold moves the expected publication behind it, and no due day of a plan."""
    visited = inspection(fieldwork_end="2026-01-30")
    free = window(visited, "report-published")
    assert ends(free)["expected"] == "2026-04-02"
    election = Closure(name="local elections", first=date(2026, 3, 27), last=date(2026, 5, 7))
    held = window(visited, "report-published", holds=[election])
    assert ends(held) == {
        "earliest": "2026-03-12",
        "expected": "2026-05-08",
        "latest": ends(free)["latest"],
    }
    assert held.expected
    assert held.expected.reason.endswith("held over from 2 April 2026")
    received = inspection(report_received="2026-03-10")
    assert due(received, SUBMITTED, holds=[election]) == due(received, SUBMITTED)


def test_the_reinspection_window_spans_both_possible_anchors() -> None:
    """From the years after fieldwork to the years after publication; one anchor is one day."""
    leap = inspection(fieldwork_end="2024-02-29", published="2024-05-13")
    assert ends(window(leap, "full-reinspection")) == {
        "earliest": "2027-02-28",
        "latest": "2027-05-13",
    }
    assert ends(window(inspection(published="2024-05-13"), "full-reinspection")) == {
        "expected": "2027-05-13"
    }


# --- a framework of one's own ---------------------------------------------------------------------


def test_a_fictional_framework_works_from_outside() -> None:
    """A book of 2029 with its own anchor, inference and deadline needs no change here."""
    request = AnchorEvent(key="decision", title="the decision", event=EventKind.DECISION)
    inferred = Rule(
        key="receipt",
        title="Receipt",
        gives=Gives.ANCHOR,
        anchors=[PUBLICATION],
        finds=REPORT_RECEIVED,
        editions=[edition(amount=None, least=1, most=2)],
    )
    answer = Rule(
        key="answer",
        title="Answer given",
        gives=Gives.DEADLINE,
        anchors=[request, REPORT_RECEIVED],
        editions=[edition(amount=2, unit=Unit.WEEKS)],
    )
    book = RuleBook(
        key="area_send_2029",
        title="A framework of 2029",
        in_force_from=date(2029, 1, 1),
        rules=[inferred, answer],
    )
    visited = inspection(framework="area_send_2029", published="2029-05-01")
    found = due(visited, "answer", book=book)
    assert (found.due, found.due_latest) == (date(2029, 5, 16), date(2029, 5, 17))
    assert "1 to 2 calendar days after publication" in found.explanation
    decided = [event(EventKind.DECISION, "2029-06-01")]
    assert due(visited, "answer", book=book, events=decided).due == date(2029, 6, 15)


def test_a_receipt_that_cannot_be_counted_stays_unknown() -> None:
    """Publication on the first day of the calendar leaves no day for receipt before it."""
    assert SUBMITTED in {each.rule for each in undated(inspection(published="0001-01-01"))}


def test_inference_uses_the_edition_of_its_time() -> None:
    """Before the rule book began nobody may infer by its rule."""
    assert SUBMITTED in {each.rule for each in undated(inspection(published="2022-12-30"))}
    assert rule_book("area_send_2023").rule("report-received").in_force(date(2022, 1, 1)) is None
