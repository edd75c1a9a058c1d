"""One bad value for each rule of the model: the message says what is wrong and what is right."""

from datetime import date
from typing import Any

import pytest

from send_framework import (
    Action,
    Agency,
    Claim,
    CodeScheme,
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Deadline,
    Dependency,
    Evidence,
    Inspection,
    InspectionKind,
    Meeting,
    Milestone,
    MonitoringResult,
    Observation,
    OfficialCode,
    Outcome,
    Recommendation,
    RecommendationPart,
    ReviewCycle,
    RevisitProgress,
    Share,
    Source,
    Status,
    Unit,
    Window,
    WindowEnd,
    Within,
)
from send_framework.errors import ModelError
from send_framework.model.periods import PublicationHold, Term
from send_framework.model.rule_override import RuleOverride
from send_framework.model.spread import ObservedSpread, Quantile
from send_framework.model.validation import shown_list
from send_framework.model.window import civil_add
from tests.model.examples import EXAMPLES

EARLY, LATE = date(2024, 3, 7), date(2025, 7, 18)
ID = "an id of 1 to 40 letters, digits or . _ - / ( ) is expected, such as S01, 1.2 or PA1(a)"

Row = tuple[type[Any], dict[str, Any], str, str]
RULES: list[Row] = [
    # --- text and ids
    (Action, {"id": ""}, "id", ID),
    (Action, {"id": "S 01"}, "id", ID),
    (Action, {"id": "(START)"}, "id", ID),
    (Action, {"id": "S" * 41}, "id", ID),
    (Action, {"title": " "}, "title", "some text is expected"),
    (Action, {"title": 5}, "title", "text is expected"),
    (Action, {"title": "wait\x85what"}, "title", "text without control codes (U+0085)"),
    (Source, {"note": "bell\x07"}, "note", "text without control codes (U+0007)"),
    (Action, {"accountable": ["SCC", "SCC"]}, "accountable", "each id may stand in it once"),
    (Action, {"success_measures": [""]}, "success_measures", "some text is expected"),
    (Action, {"evidence": ["minutes"]}, "evidence", "a Evidence is expected"),
    (Action, {"after": 5}, "after", "a list is expected"),
    (Claim, {"sources": ["report"]}, "sources", "a Source is expected"),
    # --- work
    (Action, {"duration": -1}, "duration", "a whole number from 0 to 100,000 is expected"),
    (Action, {"duration": True}, "duration", "a whole number from 0"),
    (Action, {"percent_complete": 101}, "percent_complete", "from 0 to 100 is expected"),
    (Action, {"status": "complete"}, "status", "a Status is expected"),
    (
        Action,
        {"planned_start": "2024-05", "due": "2024-04-30"},
        "due",
        "it must not be before planned_start (May 2024)",
    ),
    (
        Action,
        {"actual_start": "7 March 2024", "actual_finish": "6 March 2024"},
        "actual_finish",
        "it must not be before actual_start (7 March 2024)",
    ),
    (Action, {"due": "soon"}, "text", "a date is expected such as 2024-03-07"),
    (Action, {"must_finish_by": "2024-03-07"}, "must_finish_by", "a day such as 2024-03-07"),
    (Evidence, {"kind": "impact"}, "kind", "a EvidenceKind is expected"),
    (Dependency, {"lag": 10_001}, "lag", "a whole number from -10,000 to 10,000"),
    (Dependency, {"type": "FS"}, "type", "a DependencyType is expected"),
    (Constraint, {"day": None}, "day", "a day is expected with must-start-on"),
    (
        Constraint,
        {"kind": ConstraintKind.AS_LATE_AS_POSSIBLE},
        "day",
        "no day is expected with as-late-as-possible",
    ),
    (Milestone, {"fixed": True}, "fixed", "a fixed milestone needs a due date"),
    # --- bodies
    (Agency, {"valid_from": LATE, "valid_to": EARLY}, "valid_to", "must not be before valid_from"),
    (Agency, {"successors": "SCC"}, "successors", "a body cannot succeed itself"),
    (OfficialCode, {"value": "E1"}, "value", "nine characters such as E10000029 are expected"),
    (OfficialCode, {"value": 935}, "value", "nine characters"),
    (OfficialCode, {"scheme": CodeScheme.DFE, "value": "12"}, "value", "three digits such as 935"),
    (OfficialCode, {"scheme": CodeScheme.ODS, "value": "qjg"}, "value", "3 or 5 capitals"),
    (OfficialCode, {"valid_from": LATE, "valid_to": EARLY}, "valid_to", "must not be before"),
    # --- money
    (
        Commitment,
        {"kind": CommitmentKind.CONTRACT, "amount": 5},
        "amount",
        "only funding has an amount",
    ),
    (
        Commitment,
        {"kind": CommitmentKind.APPOINTMENT, "shares": [Share(label="a", amount=1)]},
        "amount",
        "only funding has an amount",
    ),
    (
        Commitment,
        {"amount": 5, "shares": [Share(label="a", amount=3), Share(label="b", amount=3)]},
        "shares",
        "they exceed the sum of 5",
    ),
    (Share, {"amount": -1}, "amount", "a whole number from 0"),
    # --- inspections
    (
        Inspection,
        {"report_received": "18 January 2024", "published": "17 January 2024"},
        "published",
        "it must not be before report_received (2024-01-18)",
    ),
    (
        Inspection,
        {"notified": "2023-11-01", "report_received": "unknown", "published": "2023-10-31"},
        "published",
        "it must not be before notified (2023-11-01)",
    ),
    (
        Inspection,
        {"kind": InspectionKind.MONITORING, "outcome": Outcome.INCONSISTENT},
        "outcome",
        "only a full inspection has one",
    ),
    (
        Inspection,
        {"monitoring_result": MonitoringResult.EFFECTIVE_ACTION},
        "monitoring_result",
        "only a monitoring inspection has one",
    ),
    (
        Inspection,
        {"progress": [RevisitProgress(recommendation="W1", sufficient=True)]},
        "progress",
        "only a re-visit inspection has one",
    ),
    (
        Recommendation,
        {"parts": [RecommendationPart(id="PA1", text="Govern.")]},
        "parts",
        "each part needs an id of its own",
    ),
    (
        ReviewCycle,
        {"held": [Meeting(id="B-06", cancelled=True)]},
        "held",
        "a cancelled meeting belongs in planned",
    ),
    # --- figures
    (Observation, {"value": float("nan")}, "value", "a finite number is expected"),
    (Observation, {"value": True}, "value", "a finite number is expected"),
    (Observation, {"value": "3.8"}, "value", "a finite number is expected"),
    (Quantile, {"share": 1.5}, "share", "a share from 0 to 1 is expected"),
    (ObservedSpread, {"quantiles": []}, "quantiles", "at least one quantile is expected"),
    (
        ObservedSpread,
        {"quantiles": [Quantile(share=0, value=5), Quantile(share=1, value=4)]},
        "quantiles",
        "ascending shares and values are expected",
    ),
    (
        ObservedSpread,
        {"quantiles": [Quantile(share=1, value=4), Quantile(share=1, value=5)]},
        "quantiles",
        "ascending shares and values are expected",
    ),
    # --- rules and windows
    (Within, {"unit": Unit.WORKING_DAYS}, "unit", "a unit of civil time is expected"),
    (Deadline, {"due": LATE}, "due_latest", "it must not be before 2025-07-18"),
    (Window, {"expected": None}, "expected", "at least one end must have a day"),
    (
        Window,
        {"earliest": WindowEnd(day=LATE, reason="a forecast")},
        "expected",
        "it must not be before earliest (18 July 2025)",
    ),
    (
        Window,
        {"expected": None, "earliest": WindowEnd(day=LATE, reason="x"),
         "latest": WindowEnd(day=EARLY, reason="y")},
        "latest",
        "it must not be before earliest (18 July 2025)",
    ),
    (Window, {"preparation": -1}, "preparation", "a whole number from 0 to 1,000"),
    (Term, {"first": LATE}, "last", "it must not be before first (2025-07-18)"),
    (PublicationHold, {"first": LATE}, "last", "it must not be before first (2025-07-18)"),
    (RuleOverride, {"sources": ()}, "sources", "the source that was seen is expected"),
    (RuleOverride, {"unit": None}, "unit", "a count and its unit are expected together"),
    (RuleOverride, {"amount": None}, "unit", "a count and its unit are expected together"),
]  # fmt: skip


@pytest.mark.parametrize(("cls", "changed", "field", "words"), RULES)
def test_a_broken_rule_is_named(
    cls: type[Any], changed: dict[str, Any], field: str, words: str
) -> None:
    """The object, the field, the value, and what would be right."""
    with pytest.raises(ModelError) as caught:
        cls(**EXAMPLES[cls] | changed)
    assert caught.value.field == field
    assert words in str(caught.value)


def test_the_object_is_named_by_its_id_key_name_or_title() -> None:
    """A reader of a hundred rows finds the one; a long name is cut."""
    with pytest.raises(ModelError, match=r"^Action S07: duration is -1"):
        Action(id="S07", title="Do it", duration=-1)
    with pytest.raises(ModelError, match=r"^Source report: title is ''"):
        Source(key="report", title="")
    with pytest.raises(ModelError, match=r"^Term x{60}: last"):
        Term(name="x" * 500, first=LATE, last=EARLY)
    with pytest.raises(ModelError, match=r"^Within: unit"):
        Within(amount=1, unit=Unit.WORKING_DAYS)


def test_days_out_of_order_are_judged_by_what_they_can_mean() -> None:
    """March may hold both; only what cannot be in order is refused."""
    assert Action(id="S01", title="Do it", planned_start="March 2024", due="2024-03-01").due
    assert Action(id="S01", title="Do it", planned_start="unknown", due="2024-03-01").due
    open_end = Inspection(
        id="I1",
        kind=InspectionKind.FULL,
        framework="area_send_2023",
        notified="by 2024-05-01",
        published="from 2024-03-01",
    )
    assert open_end.notified is not None
    assert open_end.notified.earliest() is None


@pytest.mark.parametrize(
    ("amount", "unit"),
    [(10_000, Unit.YEARS), (10_000_000, Unit.WEEKS), (-40_000, Unit.MONTHS)],
)
def test_counting_beyond_the_calendar_is_refused(amount: int, unit: Unit) -> None:
    """No traceback from a slip of the keyboard."""
    with pytest.raises(ModelError, match="a day from year 1 to 9999 is expected"):
        civil_add(EARLY, amount, unit)


def test_working_days_are_no_civil_time() -> None:
    """They need a calendar, which a rule book has."""
    with pytest.raises(ModelError, match="a unit of civil time is expected"):
        civil_add(EARLY, 5, Unit.WORKING_DAYS)


def test_only_dropped_work_is_dropped() -> None:
    """Paused work will be done."""
    assert [each for each in Status if each.is_dropped] == [Status.CANCELLED, Status.SUPERSEDED]


def test_known_names_are_listed_up_to_a_few() -> None:
    """A hint is no catalogue."""
    assert shown_list([]) == ""
    assert shown_list([str(n) for n in range(10)]).endswith("6, 7 and 2 more.")
