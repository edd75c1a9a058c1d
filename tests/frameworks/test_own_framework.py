"""A framework of 2029 that does not exist, added from outside in this one file.

Nothing of the library is touched and nothing is registered: the book is handed to each question.
"""

from datetime import date

import pytest
from attrs import evolve

from send_framework import (
    Confidence,
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    Modality,
    Outcome,
    Plan,
    PlanKind,
    Source,
    Unit,
)
from send_framework.checks import check
from send_framework.errors import RuleError
from send_framework.frameworks import (
    AnchorEvent,
    Edition,
    Gives,
    OutcomeRule,
    Rule,
    RuleBook,
    State,
    book_for,
    deadlines,
    find_rules,
    next_steps,
    rule_book,
    rule_books,
    target_window,
    timeline,
)

CONSULTATION = Source(
    key="consultation-2028",
    title="A consultation that was never held",
    publisher="Nobody",
    url="example.org/consultation",
)
RECEIVED = AnchorEvent(
    key="report-received", title="receipt of the final report", fields=("report_received",)
)
BEGIN = date(2029, 1, 1)


def edition(says: str, amount: int, unit: Unit, modality: Modality) -> Edition:
    """Return the only edition of a rule of 2029."""
    return Edition(
        key="2029", in_force_from=BEGIN, modality=modality, says=says, amount=amount, unit=unit,
        confidence=Confidence.ASSUMED, sources=[CONSULTATION],
    )  # fmt: skip


FRAMEWORK_2029 = RuleBook(
    key="local_partnership_2029",
    title="A framework of 2029, made up for a test",
    in_force_from=BEGIN,
    rules=[
        Rule(
            key="joint-plan-made",
            title="Joint plan made",
            gives=Gives.DEADLINE,
            by="the partnership",
            outcomes=[Outcome.INCONSISTENT],
            anchors=[RECEIVED],
            met_by=[EventKind.PLAN_PUBLISHED],
            editions=[edition("Made in 50 days.", 50, Unit.WORKING_DAYS, Modality.STATUTORY)],
        ),
        Rule(
            key="progress-visit",
            title="Progress visit",
            gives=Gives.WINDOW,
            by="the inspectorate",
            outcomes=[Outcome.INCONSISTENT],
            anchors=[RECEIVED],
            expects=InspectionKind.MONITORING,
            scope="monitoring",
            editions=[edition("After a year.", 12, Unit.MONTHS, Modality.APPROXIMATE)],
        ),
    ],
    outcomes=[
        OutcomeRule(
            outcome=Outcome.INCONSISTENT,
            title="Must improve",
            means="Made up.",
            plans=[PlanKind.STRATEGIC_PLAN],
            priority_actions=False,
            rules=["joint-plan-made", "progress-visit"],
            confidence=Confidence.ASSUMED,
            sources=[CONSULTATION],
        ),
    ],
)
INSPECTED = Inspection(
    id="I2029",
    kind=InspectionKind.FULL,
    framework="local_partnership_2029",
    report_received="2029-03-01",
    published="2029-03-12",
    outcome=Outcome.INCONSISTENT,
)
PLAN = Plan(title="Plan of 2029", kind=PlanKind.STRATEGIC_PLAN, inspections=[INSPECTED])
BOOKS = (FRAMEWORK_2029,)


def test_its_deadlines_explain_themselves() -> None:
    """50 working days from 1 March 2029, over Easter and two May holidays; provisional."""
    found = deadlines(INSPECTED, book=FRAMEWORK_2029)[0]
    assert str(getattr(found, "due", "")) == "2029-05-15"
    assert "rule joint-plan-made of local_partnership_2029 (edition 2029" in found.explanation
    assert found.sources[0] == CONSULTATION


def test_the_plan_aims_at_its_visit() -> None:
    """The target is the visit of the new framework, a year after receipt."""
    target = target_window(PLAN, date(2029, 6, 1), books=BOOKS)
    assert target
    assert target.name == "Progress visit"
    assert target.expected
    assert target.expected.day == date(2030, 3, 1)
    assert target_window(PLAN, date(2029, 6, 1)) is None


def test_its_timeline_and_next_steps() -> None:
    """Past and future in order, who must act, and what came of it."""
    made = Event(id="E", title="Made", kind=EventKind.PLAN_PUBLISHED, date="2029-05-16")
    told = timeline([INSPECTED], on=date(2029, 6, 1), events=[made], books=BOOKS)
    late = next(each for each in told.entries if each.state is State.LATE)
    assert late.outturn
    assert (late.name, late.outturn.difference) == ("Joint plan made", 1)
    steps = next_steps(PLAN, on=date(2029, 4, 1), books=BOOKS)
    assert [(step.name, step.by) for step in steps] == [
        ("Joint plan made", "the partnership"),
        ("Progress visit", "the inspectorate"),
    ]


def test_a_window_can_have_a_beginning_only() -> None:
    """Not before half a year: whatever comes later is as expected, what comes sooner is early."""
    least = Edition(
        key="2029", in_force_from=BEGIN, modality=Modality.HANDBOOK, says="Not before.", least=6,
        unit=Unit.MONTHS, confidence=Confidence.ASSUMED, sources=[CONSULTATION],
    )  # fmt: skip
    rule = evolve(FRAMEWORK_2029.rule("progress-visit"), editions=[least])
    book = evolve(FRAMEWORK_2029, rules=[rule], outcomes=[])
    for day, days in (("2029-08-31", -1), ("2031-01-01", 0)):
        visit = Inspection(
            id="V", kind=InspectionKind.MONITORING, framework=book.key, on_site_start=day,
            fieldwork_end=day,
        )  # fmt: skip
        told = timeline([INSPECTED, visit], on=date(2031, 2, 1), books=[book])
        found = next(each.outturn for each in told.entries if each.outturn)
        assert found.difference == days


def test_checks_know_it_when_it_is_handed_over() -> None:
    """With the book the joint plan is a duty ahead; without it nothing is known of it."""
    with_it = [each.message for each in check(PLAN, on=date(2029, 4, 1), books=BOOKS)]
    assert "Joint plan made" in str(with_it)
    without = [each.message for each in check(PLAN, on=date(2029, 4, 1))]
    assert "Joint plan made" not in str(without)
    assert "no rule book is called 'local_partnership_2029'" in str(without)


def test_nothing_is_left_behind() -> None:
    """Handing a book over changes no other question: there is nothing to register."""
    assert FRAMEWORK_2029 in rule_books(BOOKS)
    assert FRAMEWORK_2029 not in rule_books()
    assert rule_book("local_partnership_2029", BOOKS) is FRAMEWORK_2029
    with pytest.raises(RuleError, match="no rule book is called"):
        rule_book("local_partnership_2029")
    assert book_for(PLAN, INSPECTED).rules == ()


def test_its_rules_are_found_by_key() -> None:
    """Alone or behind the key of its book; a near miss is named."""
    assert find_rules("progress-visit", BOOKS)[0][1].title == "Progress visit"
    assert find_rules("local_partnership_2029/progress-visit", BOOKS)
    with pytest.raises(RuleError, match="Did you mean 'progress-visit'"):
        find_rules("progress-visits", BOOKS)
    with pytest.raises(RuleError, match="no rule is called 'area_send_2023/progress-visit'"):
        find_rules("area_send_2023/progress-visit", BOOKS)


def test_a_book_of_ones_own_can_take_a_known_ones_place() -> None:
    """With the key of a known framework it is asked instead, here and nowhere else."""
    own = RuleBook(key="area_send_2023", title="Ours", in_force_from=BEGIN, rules=[])
    assert rule_book("area_send_2023", [own]) is own
    assert len(rule_books([own])) == len(rule_books())
    assert rule_book("area_send_2023").title.startswith("Area SEND inspections")
