"""Rules as a plan's owner has seen them, with the owner's own source."""

from datetime import date
from pathlib import Path

import pytest

from send_framework import (
    Confidence,
    Deadline,
    Inspection,
    InspectionKind,
    Modality,
    MonitoringResult,
    Plan,
    RuleOverride,
    Source,
    Unit,
    Window,
)
from send_framework.errors import InvalidPlanError, ModelError
from send_framework.formats.documents import dump_plan, load_plan
from send_framework.frameworks import (
    State,
    book_for,
    books_for,
    deadlines,
    next_steps,
    target_window,
    timeline,
)
from tests.frameworks.cases import SUBMITTED, SUFFOLK

LETTER = Source(key="letter", title="Letter that came with our final report")
THIRTY = RuleOverride(
    framework="area_send_2023",
    rule=SUBMITTED,
    says="We were asked for the plan within 30 working days.",
    amount=30,
    unit=Unit.WORKING_DAYS,
    confidence=Confidence.VERIFIED,
    sources=[LETTER],
)
MONITORED = Inspection(
    id="M2025",
    kind=InspectionKind.MONITORING,
    framework="area_send_2023",
    on_site_start="2025-09-15",
    fieldwork_end="2025-09-17",
    published="2025-11-03",
    monitoring_result=MonitoringResult.NOT_EFFECTIVE_ACTION,
)


def plan(*overrides: RuleOverride, inspections: tuple[Inspection, ...] = (SUFFOLK,)) -> Plan:
    """Return a plan that answers Suffolk's inspection by rules of its own."""
    return Plan(title="Plan", inspections=inspections, rule_overrides=overrides)


def submitted(asked: Plan) -> Deadline:
    """Return the deadline for handing the plan in."""
    found = deadlines(SUFFOLK, book=book_for(asked, SUFFOLK))
    return next(
        each for each in found if isinstance(each, Deadline) and each.rule.rule == SUBMITTED
    )


def test_the_owners_rule_gives_the_day_and_cites_the_owners_source() -> None:
    """Thirty working days from 18 January 2024 are 29 February, by the letter."""
    own = submitted(plan(THIRTY))
    assert own.due == date(2024, 2, 29)
    assert own.sources[0] == LETTER
    assert own.confidence is Confidence.VERIFIED
    assert "edition own" in own.explanation
    assert "Letter that came with our final report" in own.explanation
    assert own.rule.modality is Modality.HANDBOOK
    assert submitted(plan()).due == date(2024, 3, 7)


def test_an_override_can_begin_later() -> None:
    """From June 2025 on only: in 2024 the book's own 35 working days hold."""
    later = RuleOverride(
        framework="area_send_2023", rule=SUBMITTED, says="Forty.", amount=40,
        unit=Unit.WORKING_DAYS, in_force_from=date(2025, 6, 6), sources=[LETTER],
        modality=Modality.STATUTORY,
    )  # fmt: skip
    rule = book_for(plan(later), SUFFOLK).rule(SUBMITTED)
    assert [each.key for each in rule.editions] == ["2023", "own-2025-06-06"]
    assert rule.edition_on(date(2025, 6, 5)).amount == 35
    assert rule.edition_on(date(2025, 6, 6)).amount == 40
    assert rule.editions[-1].modality is Modality.STATUTORY
    assert submitted(plan(later)).due == date(2024, 3, 7)
    both = book_for(plan(THIRTY, later), SUFFOLK).rule(SUBMITTED)
    assert [each.amount for each in both.editions] == [30, 40]


def test_an_edition_that_had_ended_keeps_its_end() -> None:
    """The observed reply ended in June 2025; one's own later rule leaves the gap."""
    later = RuleOverride(
        framework="area_send_2023", rule="plan-reply", says="Twenty.", amount=20,
        unit=Unit.WORKING_DAYS, in_force_from=date(2025, 9, 1), sources=[LETTER],
    )  # fmt: skip
    rule = book_for(plan(later), SUFFOLK).rule("plan-reply")
    assert rule.in_force(date(2025, 7, 1)) is None


def test_other_books_stay_as_they_are() -> None:
    """An override changes its own book, and no rule that does not exist."""
    unknown = RuleOverride(framework="area_send_2023", rule="nothing", says="?", sources=[LETTER])
    changed = {book.key: book for book in books_for(plan(THIRTY, unknown))}
    plain = {book.key: book for book in books_for(plan())}
    assert changed["ehc_process"] is plain["ehc_process"]
    assert changed["area_send_2023"] != plain["area_send_2023"]
    assert len(changed["area_send_2023"].rules) == len(plain["area_send_2023"].rules)
    nowhere = Inspection(id="I", kind=InspectionKind.FULL, framework="nowhere")
    assert book_for(plan(), nowhere).rules == ()


def test_an_answer_in_words_can_be_replaced() -> None:
    """What is deferred when was seen nowhere: the owner's words take its place."""
    own = RuleOverride(
        framework="area_send_2023", rule="deferral", says="we were told it can", sources=[LETTER]
    )
    edition = book_for(plan(own), SUFFOLK).rule("deferral").editions[-1]
    assert (edition.value, edition.confidence) == ("we were told it can", Confidence.SECONDARY)


def test_without_a_rule_nobody_knows_what_follows_ineffective_action() -> None:
    """No example was published: the step has no day, and the target is the reinspection."""
    asked = plan(inspections=(SUFFOLK, MONITORED))
    step = next(
        step
        for step in next_steps(asked, on=date(2025, 12, 1))
        if step.rule == "after-ineffective-action"
    )
    assert step.what is None
    assert step.confidence is Confidence.UNVERIFIED
    assert "gives no number" in step.reason
    target = target_window(asked, date(2025, 12, 1))
    assert target
    assert target.scope == "reinspection"


def test_the_owner_says_what_follows_ineffective_action() -> None:
    """Told to expect inspectors within six months, the plan aims at their return."""
    own = RuleOverride(
        framework="area_send_2023", rule="after-ineffective-action",
        says="Inspectors told us to expect them again six months after publication.", amount=6,
        unit=Unit.MONTHS, modality=Modality.APPROXIMATE, sources=[LETTER],
        confidence=Confidence.VERIFIED,
    )  # fmt: skip
    asked = plan(own, inspections=(SUFFOLK, MONITORED))
    target = target_window(asked, date(2025, 12, 1))
    assert target
    assert target.scope == "monitoring"
    assert target.expected
    assert target.expected.day == date(2026, 5, 3)
    told = timeline(asked, on=date(2025, 12, 1))
    found = [each for each in told.entries if isinstance(each.what, Window)
             and each.what.rule and each.what.rule.rule == "after-ineffective-action"]  # fmt: skip
    assert [each.state for each in found] == [State.AHEAD]


def test_an_override_needs_a_source_and_a_unit() -> None:
    """What nobody can check, or count in nothing, is refused by name."""
    with pytest.raises(ModelError, match="the source that was seen is expected"):
        RuleOverride(framework="area_send_2023", rule=SUBMITTED, says="Thirty.")
    with pytest.raises(ModelError, match="a count and its unit are expected together"):
        RuleOverride(
            framework="area_send_2023", rule=SUBMITTED, says="30", amount=30, sources=[LETTER]
        )


def test_one_rule_is_overridden_once_for_a_time() -> None:
    """Two overrides from the same day contradict one another."""
    with pytest.raises(InvalidPlanError, match="another override says what this rule is"):
        plan(THIRTY, THIRTY)


def test_an_override_lives_in_the_plan_file(tmp_path: Path) -> None:
    """Written and read back, it cites the register's key."""
    file = tmp_path / "plan.yaml"
    dump_plan(plan(THIRTY), file)
    assert "rule_overrides:" in file.read_text(encoding="utf-8")
    assert load_plan(file).rule_overrides == (THIRTY,)
