"""Rule books: what they hold, how they are asked, and that the reference page equals them."""

import subprocess
import sys
from datetime import date

import pytest

from send_framework import Confidence, InspectionKind, Outcome, PlanKind
from send_framework.errors import ModelError, RuleError
from send_framework.frameworks import Gives, OutcomeRule, Rule, RuleBook, rule_book, rule_books
from tests.frameworks.rules_page import PAGE, page
from tests.frameworks.test_editions import edition

BOOK = rule_book("area_send_2023")


def test_the_page_of_rules_equals_the_rule_books() -> None:
    """After a change: ``python -m tests.frameworks.rules_page``."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("book", rule_books(), ids=lambda book: book.key)
def test_every_rule_has_a_source_that_can_be_found(book: RuleBook) -> None:
    """Each edition cites sources with a title, a publisher and a place, and says how sure."""
    for rule in book.rules:
        for each in rule.editions:
            assert each.sources, rule.key
            assert each.confidence not in {None, Confidence.ASSUMED}, rule.key
            for source in each.sources:
                assert source.title, source.key
                assert source.publisher, source.key
                assert source.url, source.key


@pytest.mark.parametrize("book", rule_books(), ids=lambda book: book.key)
def test_one_key_is_one_source(book: RuleBook) -> None:
    """No two sources share a key: plans cite them by it."""
    found = {s for rule in book.rules for each in rule.editions for s in each.sources}
    assert len({source.key for source in found}) == len(found)


@pytest.mark.parametrize("book", rule_books(), ids=lambda book: book.key)
def test_an_unseen_rule_never_looks_verified(book: RuleBook) -> None:
    """What says that it was not seen, or holds as far as is known, is marked unverified."""
    doubtful = [
        each
        for rule in book.rules
        for each in rule.editions
        if "not seen" in each.says or "as far as is known" in each.says
    ]
    assert {each.confidence for each in doubtful} <= {Confidence.UNVERIFIED}


def test_each_book_marks_what_nobody_has_seen() -> None:
    """Most time limits of plans, and a few rules of each framework, were read nowhere."""
    unseen = {
        book.key: {
            rule.key
            for rule in book.rules
            for each in rule.editions
            if each.confidence is Confidence.UNVERIFIED
        }
        for book in rule_books()
    }
    assert {"revisit", "statutory-direction"} <= unseen["local_area_2016"]
    assert {"priority-action-plan-submitted", "deferral"} <= unseen["area_send_2023"]
    assert {"no-plan-decided", "phase-transfer", "mediation-held"} <= unseen["ehc_process"]


def test_what_each_outcome_requires() -> None:
    """Only the lowest outcome brings a priority action plan and a monitoring inspection."""
    lowest = BOOK.outcome(Outcome.WIDESPREAD_FAILINGS)
    assert lowest.plans == (PlanKind.PRIORITY_ACTION_PLAN,)
    assert lowest.priority_actions
    assert "monitoring-inspection" in lowest.rules
    for outcome in (Outcome.TYPICALLY_POSITIVE, Outcome.INCONSISTENT):
        other = BOOK.outcome(outcome)
        assert other.plans == (PlanKind.STRATEGIC_PLAN,)
        assert not other.priority_actions
        assert "monitoring-inspection" not in other.rules


@pytest.mark.parametrize("book", rule_books(), ids=lambda book: book.key)
def test_outcomes_and_rules_agree(book: RuleBook) -> None:
    """An outcome names the rules that apply to it, and no rule applies unnamed."""
    expected = {Gives.DEADLINE, Gives.WINDOW}
    for outcome in book.outcomes:
        applying = {
            rule.key
            for rule in book.rules
            if rule.gives in expected
            and rule.outcomes
            and rule.applies_to(InspectionKind.FULL, outcome.outcome)
        }
        seen_only = {"plan-reply", "improvement-notice", "improvement-notice-review"}
        assert applying - seen_only == set(outcome.rules)


def test_unknown_names_are_answered_with_near_ones() -> None:
    """A book, a rule or an outcome that does not exist names what does."""
    with pytest.raises(RuleError, match="Did you mean 'area_send_2023'"):
        rule_book("area_send_2032")
    with pytest.raises(RuleError, match=r"'xyz'\. Known: local_area_2016, area_send_2023"):
        rule_book("xyz")
    with pytest.raises(RuleError, match="Did you mean 'monitoring-inspection'"):
        BOOK.rule("monitoring-inspektion")
    with pytest.raises(RuleError, match="it has typically-positive, inconsistent, widespread"):
        BOOK.outcome(Outcome.STATEMENT_REQUIRED)


def test_a_book_that_contradicts_itself_is_refused() -> None:
    """Two rules with one key, or a reference to no rule, are refused by name."""
    rule = Rule(key="r", title="R", editions=[edition()])
    with pytest.raises(ModelError, match="each rule needs its own key"):
        RuleBook(key="b", title="B", in_force_from=date(2029, 1, 1), rules=[rule, rule])
    widening = Rule(key="w", title="W", editions=[edition()], widens="q")
    with pytest.raises(ModelError, match="a rule is expected"):
        RuleBook(key="b", title="B", in_force_from=date(2029, 1, 1), rules=[rule, widening])
    outcome = OutcomeRule(
        outcome=Outcome.INCONSISTENT, title="T", means="M", priority_actions=False, rules=["q"]
    )
    with pytest.raises(ModelError, match="a rule is expected"):
        RuleBook(
            key="b",
            title="B",
            in_force_from=date(2029, 1, 1),
            rules=[rule],
            outcomes=[outcome],
        )


def test_what_was_not_found_is_listed() -> None:
    """Days for comments on the draft and the second branch of monitoring have no rule."""
    assert any("how long it may comment" in each for each in BOOK.unseen)
    assert any("not effective" in each for each in BOOK.unseen)
    assert not any("factual" in rule.key for rule in BOOK.rules)


def test_the_rule_books_are_light_to_import() -> None:
    """Reading rules loads no network, no file format and no bank holidays."""
    heavy = "networkx holidays cattrs yaml click rich numpy send_framework.network"
    code = (
        "import sys, send_framework.frameworks as f; f.rule_books();"
        f"print([m for m in {heavy.split()!r} if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert shown.stdout == "[]\n"
