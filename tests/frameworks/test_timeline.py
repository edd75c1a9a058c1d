"""A whole history in one list, and what may come next."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from send_framework import (
    Action,
    Deadline,
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    Meeting,
    Milestone,
    Modality,
    MonitoringResult,
    ObservedSpread,
    Outcome,
    Plan,
    PublicationHold,
    ReviewCycle,
    Status,
    Term,
    Unit,
    Window,
    WindowEnd,
)
from send_framework.frameworks import Entry, EntryKind, State, Timeline, next_steps, timeline
from tests.frameworks.cases import MADE, OXFORDSHIRE, SUBMITTED, SUFFOLK, inspection
from tests.frameworks.cases import PUBLISHED as PLAN_PUBLISHED
from tests.frameworks.test_properties import EVENTS, NEAR, inspections

ON = date(2026, 7, 1)
"""Late enough to know how long reports and notices took: that was seen by June 2026."""
RESULT = Inspection(
    id="M2025",
    kind=InspectionKind.MONITORING,
    framework="area_send_2023",
    fieldwork_end="2025-10-01",
    published="2025-11-19",
    monitoring_result=MonitoringResult.EFFECTIVE_ACTION,
)
OXFORDSHIRE_EVENTS = (
    Event(id="E1", title="Submitted", kind=EventKind.PLAN_SUBMITTED, date="2023-10-24"),
    Event(id="E2", title="Notice", kind=EventKind.IMPROVEMENT_NOTICE, date="2023-11-16"),
    Event(id="E3", title="Approved", kind=EventKind.PLAN_APPROVED, date="2023-12-12"),
    Event(id="E4", title="Published", kind=EventKind.PLAN_PUBLISHED, date="2023-12-18"),
)


def ruled(told: Timeline, rule: str) -> Entry:
    """Return the line that a rule gives."""
    return next(
        each
        for each in told.entries
        if each.what and each.what.rule and each.what.rule.rule == rule
    )


def test_oxfordshires_whole_history_with_its_differences() -> None:
    """Submitted and approved on the very last days, published four late, monitored in autumn 2025.

    The 18 months from receipt ended on 5 March 2025, in the pause of monitoring inspections; the
    visit itself lies within the longest wait seen. Its report took the 35 days seen in this case.
    """
    told = timeline((OXFORDSHIRE, RESULT), on=ON, events=OXFORDSHIRE_EVENTS)
    states = {
        rule: (ruled(told, rule).state, outturn.difference)
        for rule in (SUBMITTED, MADE, PLAN_PUBLISHED, "improvement-notice",
                     "monitoring-report-published", "report-published")
        if (outturn := ruled(told, rule).outturn)
    }  # fmt: skip
    assert states == {
        SUBMITTED: (State.MET, 0),
        MADE: (State.MET, 0),
        PLAN_PUBLISHED: (State.LATE, 4),
        "improvement-notice": (State.MET, 0),
        "monitoring-report-published": (State.MET, 0),
        "report-published": (State.MET, 0),
    }
    monitoring = ruled(told, "monitoring-inspection")
    assert monitoring.outturn
    assert monitoring.outturn.act == "M2025"
    assert monitoring.what
    assert "held off from 1 September 2024 to 31 July 2025" in monitoring.what.explanation
    assert told.overdue == ()


def test_a_rule_that_is_law_is_told_from_custom() -> None:
    """Only making the plan is law; what was merely seen is nobody's rule."""
    told = timeline([SUFFOLK], on=ON)
    custom = {each.what.rule.rule for each in told.entries
              if each.is_only_custom and each.what and each.what.rule}  # fmt: skip
    assert ruled(told, MADE).modality is Modality.STATUTORY
    assert MADE not in custom
    assert {SUBMITTED, "monitoring-inspection", "improvement-notice"} <= custom
    assert not any(each.is_only_custom for each in told.entries if each.what is None)


def test_what_nobody_did_is_overdue() -> None:
    """With no submission on record in April 2024, the plan is overdue; expected things are not."""
    told = timeline([SUFFOLK], on=date(2024, 4, 29))
    assert {each.what.rule.rule for each in told.overdue if each.what and each.what.rule} == {
        SUBMITTED
    }
    later = timeline([SUFFOLK], on=date(2025, 6, 1))
    assert ruled(later, "engagement-meeting").state is State.PASSED
    assert ruled(timeline([SUFFOLK], on=ON), "improvement-notice").state is State.PASSED
    assert ruled(later, MADE).state is State.OVERDUE


def test_a_missed_inspection_is_overdue_and_a_due_one_open() -> None:
    """In January 2026 inspectors may come any day; in April 2026 they are later than ever seen."""
    assert ruled(timeline([SUFFOLK], on=date(2026, 1, 7)), "monitoring-inspection").state is (
        State.OPEN
    )
    assert ruled(timeline([SUFFOLK], on=date(2026, 4, 1)), "monitoring-inspection").state is (
        State.OVERDUE
    )


def test_work_that_meets_a_rule_counts_as_the_act() -> None:
    """An action done in time, one done on a day not known, and a milestone reached late."""
    plan = Plan(
        title="Plan",
        inspections=[SUFFOLK],
        actions=[
            Action(id="S01", title="Submit", meets=SUBMITTED, actual_finish="2024-03-06"),
            Action(id="S02", title="Make final", meets=MADE, status=Status.COMPLETE),
            Action(id="S03", title="Other work", actual_finish="2024-03-06"),
        ],
        milestones=[
            Milestone(id="M1", title="Out", meets=PLAN_PUBLISHED, actual="2024-05-01"),
        ],
    )
    told = timeline(plan, on=date(2025, 6, 1))
    submitted = ruled(told, SUBMITTED)
    assert submitted.state is State.MET
    assert submitted.outturn
    assert submitted.outturn.words == "S01, 6 March 2024: as expected"
    made = ruled(told, MADE)
    assert made.state is State.UNPROVEN
    assert made.outturn
    assert made.outturn.words == "S02, by 1 June 2025: within or not, its day does not say"
    late = ruled(told, PLAN_PUBLISHED).outturn
    assert late
    assert late.words == "M1, 1 May 2024: 2 working days later than expected"


def test_an_act_in_a_span_says_when_it_can_have_been() -> None:
    """Approved between 8 March and 31 May 2024: before or after the law's last day, 29 April."""
    span = Event(id="E", title="Approved", kind=EventKind.PLAN_APPROVED,
                 date="2024-03-08/2024-05-31")  # fmt: skip
    outturn = ruled(timeline([SUFFOLK], on=ON, events=[span]), MADE).outturn
    assert outturn
    assert outturn.words.startswith("E, between 8 March 2024 and 31 May 2024: within or not")


def test_an_inspection_can_come_early() -> None:
    """Monitored after three months: by the days of the calendar, earlier than expected."""
    early = evolve(RESULT, fieldwork_end="2024-04-18", published=None)
    found = ruled(timeline([SUFFOLK, early], on=ON), "monitoring-inspection")
    assert found.state is State.EARLY
    assert found.outturn
    assert found.outturn.difference == -(date(2025, 7, 18) - date(2024, 4, 18)).days
    assert "earlier than expected" in found.outturn.words


def test_an_inspection_still_to_come_is_no_outturn() -> None:
    """Neither one without a day nor one after the data date: the window stays open or ahead."""
    undated = evolve(RESULT, fieldwork_end=None, published=None, monitoring_result=None)
    assert ruled(timeline([SUFFOLK, undated], on=ON), "monitoring-inspection").outturn is None
    found = ruled(timeline([SUFFOLK, RESULT], on=date(2025, 9, 1)), "monitoring-inspection")
    assert (found.state, found.outturn) == (State.OPEN, None)
    vague = evolve(RESULT, fieldwork_end="by 2025-12-31", published=None)
    assert ruled(timeline([SUFFOLK, vague], on=ON), "monitoring-inspection").outturn is None


def test_a_later_full_inspection_takes_the_place_of_the_earlier() -> None:
    """What was never recorded of 2019 is passed, not overdue, once 2023 has come."""
    older = Inspection(
        id="I2019", kind=InspectionKind.FULL, framework="local_area_2016",
        published="2019-01-10", outcome=Outcome.STATEMENT_REQUIRED,
    )  # fmt: skip
    told = timeline([SUFFOLK, older], on=date(2024, 3, 1))
    assert ruled(told, "statement-submitted").state is State.PASSED
    assert {each.inspection for each in told.undated} == {"I2023"}
    again = evolve(SUFFOLK, id="I2026", on_site_start="2026-11-16", fieldwork_end="2026-11-20",
                   report_received=None, published=None, outcome=None)  # fmt: skip
    found = ruled(timeline([SUFFOLK, again], on=date(2026, 12, 1)), "full-reinspection").outturn
    assert found
    assert (found.act, found.difference) == ("I2026", 0)


def test_an_event_belongs_to_the_inspection_in_whose_time_it_falls() -> None:
    """A plan handed in in 2024 answers no letter of 2019, unless it says so."""
    older = Inspection(
        id="I2019", kind=InspectionKind.FULL, framework="local_area_2016",
        published="2019-01-10", outcome=Outcome.STATEMENT_REQUIRED,
    )  # fmt: skip
    handed_in = Event(id="E", title="In", kind=EventKind.PLAN_SUBMITTED, date="2024-03-07")
    both = (older, SUFFOLK)
    told = timeline(both, on=ON, events=[handed_in])
    assert ruled(told, SUBMITTED).state is State.MET
    assert ruled(told, "statement-submitted").state is State.PASSED
    early = evolve(handed_in, date="2019-03-01")
    told = timeline(both, on=ON, events=[early])
    assert ruled(told, SUBMITTED).state is State.OVERDUE
    assert ruled(told, "statement-submitted").state is State.MET
    named = timeline(both, on=ON, events=[evolve(handed_in, inspection="I2019")])
    assert ruled(named, "statement-submitted").state is State.LATE


def test_events_meetings_and_own_windows_stand_in_it() -> None:
    """Everything the plan knows of the calendar, called off or not, with or without a day."""
    plan = Plan(
        title="Plan",
        inspections=[evolve(SUFFOLK, published=None, report_received=None, outcome=None)],
        events=[Event(id="E", title="Somebody comes")],
        reviews=[ReviewCycle(
            id="B", title="Board",
            planned=[Meeting(id="B1", date="2024-04", cancelled=True),
                     Meeting(id="B2", date="2024-05-03", title="In full form")],
        )],
        windows=[
            _window("past", "2024-01-01", "2024-02-01"),
            _window("open", "2024-03-01", "2024-06-01"),
            _window("ahead", "2025-01-01", "2025-02-01"),
        ],
    )  # fmt: skip
    told = timeline(plan, on=date(2024, 4, 10))
    lines = {each.name: each for each in told.entries}
    assert lines["Somebody comes"].state is State.UNDATED
    assert told.entries[-1].name == "Somebody comes"
    assert lines["Board, called off"].state is State.OPEN
    assert lines["Board: In full form"].state is State.AHEAD
    assert lines["Board: In full form"].kind is EntryKind.MEETING
    states = [lines[name].state for name in ("past", "open", "ahead")]
    assert states == [State.PASSED, State.OPEN, State.AHEAD]


def _window(name: str, first: str, last: str) -> Window:
    ends = [WindowEnd(day=date.fromisoformat(day), reason="asked for") for day in (first, last)]
    return Window(id=name, name=name, earliest=ends[0], latest=ends[1])


def test_reports_are_held_before_elections() -> None:
    """The period seen in spring 2026 is told; one's own moves the day a report is expected."""
    seen = inspection(fieldwork_end="2026-01-30", outcome=None)
    told = timeline([seen], on=date(2026, 6, 30))
    assert "No reports before the local elections of May 2026" in {
        each.name for each in told.entries
    }
    hold = PublicationHold(name="before a vote", first=date(2026, 3, 1), last=date(2026, 4, 30))
    window = ruled(timeline([seen], on=date(2026, 6, 30), holds=[hold]), "report-published").what
    assert isinstance(window, Window)
    assert window.expected
    assert window.expected.day == date(2026, 5, 1)
    assert "held over from 2 April 2026" in window.expected.reason


def test_what_was_seen_elsewhere_stands_beside_its_rule() -> None:
    """By rule, book, outcome and year of the inspection; it changes no date."""
    spreads = [
        _spread("all"),
        _spread("same outcome", outcome=Outcome.WIDESPREAD_FAILINGS),
        _spread("other outcome", outcome=Outcome.INCONSISTENT),
        _spread("same year", year=2023),
        _spread("other year", year=2024),
        _spread("other book", framework="local_area_2016"),
        _spread("same book", framework="area_send_2023"),
    ]
    visited = evolve(SUFFOLK, report_received=None, published=None)
    plain = timeline([visited], on=ON)
    told = timeline([visited], on=ON, spreads=spreads)
    found = [each.title for each in ruled(told, "report-published").spreads]
    assert found == ["all", "same outcome", "same year", "same book"]
    assert [(e.name, e.first, e.last) for e in told.entries] == [
        (e.name, e.first, e.last) for e in plain.entries
    ]
    steps = next_steps([visited], on=ON, spreads=spreads)
    step = next(step for step in steps if step.rule == "report-published")
    assert [each.title for each in step.spreads] == found


def _spread(title: str, **of: Any) -> ObservedSpread:
    return ObservedSpread.of(
        [29, 44, 101], rule="report-published", title=title, unit=Unit.WORKING_DAYS,
        **of,
    )  # fmt: skip


def test_a_framework_without_a_rule_book_is_told() -> None:
    """A misspelt framework is named among what has no day, and gives no step."""
    strange = inspection(framework="area_send_2032", published="2024-01-30")
    told = timeline([strange], on=ON)
    assert [each.reason for each in told.undated] == ["no rule book is called 'area_send_2032'"]
    assert next_steps([strange], on=ON) == ()


# --- what may come next ------------------------------------------------------------------


def test_what_may_come_next_after_the_lowest_outcome() -> None:
    """Each step names who acts, the rule, its edition, and a day or why there is none."""
    steps = next_steps([SUFFOLK], on=date(2024, 3, 1))
    by_rule = {step.rule: step for step in steps}
    assert [step.rule for step in steps[:2]] == [SUBMITTED, MADE]
    assert by_rule[MADE].by == "the principal authority, helped by the others"
    assert by_rule[MADE].modality is Modality.STATUTORY
    assert by_rule["monitoring-inspection"].by == "Ofsted and the Care Quality Commission"
    assert by_rule["statutory-direction"].reason == "no rule says when"
    assert by_rule["plan-reply"].reason == "no day is known for submission of the plan"
    assert "improvement-notice-review" not in by_rule
    for step in steps:
        assert step.by, step.rule
        assert step.edition, step.rule
        assert step.sources, step.rule
        assert (step.what is None) == bool(step.reason)


def test_terms_say_on_which_mondays_inspectors_could_return() -> None:
    """Only of their own coming, only within its window, only in term, only what is still ahead."""
    terms = [
        Term(name="autumn", first=date(2026, 11, 2), last=date(2026, 12, 4)),
        Term(name="spring", first=date(2027, 1, 4), last=date(2027, 2, 12)),
    ]
    plan = Plan(title="A plan", inspections=[SUFFOLK], terms=terms)
    steps = {step.rule: step for step in next_steps(plan, on=date(2026, 11, 16))}
    assert [str(day) for day in steps["full-reinspection"].mondays] == [
        "2026-11-23", "2026-11-30", "2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25",
    ]  # fmt: skip
    others = [step for step in steps.values() if step.rule != "full-reinspection"]
    assert not any(step.mondays for step in others)
    without = next_steps([SUFFOLK], on=date(2026, 11, 16))
    assert not any(step.mondays for step in without)


def test_a_notice_brings_reviews() -> None:
    """Only once the department has given one: then within six months, as seen elsewhere."""
    notice = Event(id="E", title="Notice", kind=EventKind.IMPROVEMENT_NOTICE, date="2024-05-03")
    steps = {step.rule: step for step in next_steps([SUFFOLK], on=ON, events=[notice])}
    review = steps["improvement-notice-review"].what
    assert isinstance(review, Window)
    assert review.latest
    assert review.latest.day == date(2024, 11, 3)
    assert "improvement-notice" not in steps


def test_what_is_done_is_no_step() -> None:
    """Oxfordshire, monitored with success, waits for the full reinspection."""
    steps = next_steps((OXFORDSHIRE, RESULT), on=ON, events=OXFORDSHIRE_EVENTS)
    rules = {step.rule for step in steps}
    assert not rules & {SUBMITTED, MADE, PLAN_PUBLISHED, "monitoring-inspection", "plan-reply"}
    assert {"full-reinspection", "monitoring-then-full"} <= rules
    assert "after-ineffective-action" not in rules


def test_an_inspection_that_was_called_has_its_days() -> None:
    """Called on 6 October 2025: fieldwork and on-site week follow; nothing may follow yet."""
    called = inspection(id="I2", notified="2025-10-06", outcome=None)
    steps = next_steps([called], on=date(2025, 10, 7))
    days = {step.rule: step.what.due for step in steps if isinstance(step.what, Deadline)}
    assert days == {
        "notice-fieldwork": date(2025, 10, 16),
        "notice-on-site": date(2025, 10, 20),
    }
    assert "thematic-visit" not in {step.rule for step in steps}


@given(inspections(), EVENTS, NEAR)
def test_every_timeline_is_in_order_and_explains_itself(
    found: Inspection, events: list[Event], on: date
) -> None:
    """Days ascend; what a rule gives has its rule; a state agrees with the day it is read on."""
    told = timeline([found], on=on, events=[evolve(e, id=f"E{n}") for n, e in enumerate(events)])
    days = [each.first or each.last or date.max for each in told.entries]
    assert all(first <= second for first, second in pairwise(days))
    for each in told.entries:
        if each.what is not None:
            assert each.what.rule
            assert each.modality is each.what.rule.modality
        if each.state is State.OVERDUE:
            assert each.last
            assert each.last < on
            assert each.what
        if each.state is State.AHEAD and each.first:
            assert each.first >= on
        if each.outturn:
            assert each.outturn.last <= on or each.outturn.act == found.id
            assert each.outturn.words.endswith((".", "expected", "say"))


@given(inspections(), EVENTS, NEAR)
def test_every_step_names_rule_edition_and_source(
    found: Inspection, events: list[Event], on: date
) -> None:
    """Whatever the state of an area: no step without its rule, and none that is done."""
    given_events = [evolve(e, id=f"E{n}") for n, e in enumerate(events)]
    for step in next_steps([found], on=on, events=given_events):
        assert step.rule
        assert step.edition
        assert step.sources
        assert step.confidence
        assert step.state not in {State.MET, State.LATE, State.HAPPENED}


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2090, 1, 1)])
def test_odd_days_are_no_error(day: date) -> None:
    """A timeline can be read on any day."""
    assert isinstance(timeline([SUFFOLK], on=day), Timeline)
