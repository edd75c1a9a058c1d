"""Rules as a plan's owner has seen them: the rule book with the plan's own editions in it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from attrs import evolve

from send_framework.frameworks.edition import Edition
from send_framework.frameworks.official_dates import NO_BOOK
from send_framework.frameworks.registry import find_rule_book, rule_books
from send_framework.frameworks.rulebook import Rule, RuleBook
from send_framework.model.inspection import Inspection
from send_framework.model.plan import Plan
from send_framework.model.rule_override import RuleOverride
from send_framework.model.source import Confidence

OWN = "own"
"""Key of an edition that the plan's owner has given."""


def book_for(plan: Plan, inspection: Inspection, books: Iterable[RuleBook] = ()) -> RuleBook:
    """Return the rule book of an inspection with the plan's own rules in it.

    Args:
        plan: The plan, for its `rule_overrides`.
        inspection: The inspection, for its framework.
        books: Books of your own.

    Returns:
        An empty book where the framework has none.

    Example:
        >>> from send_framework import InspectionKind, RuleOverride, Source, Unit
        >>> inspection = Inspection(id="I1", kind=InspectionKind.FULL, framework="area_send_2023")
        >>> plan = Plan(title="Plan", inspections=[inspection], rule_overrides=[RuleOverride(
        ...     framework="area_send_2023", rule="plan-reply", says="We are answered in 20 days.",
        ...     amount=20, unit=Unit.WORKING_DAYS, sources=[Source(key="L", title="Letter")])])
        >>> book_for(plan, inspection).rule("plan-reply").editions[-1].counting
        '20 working days'
    """
    found = find_rule_book(inspection.framework, books)
    return NO_BOOK if found is None else with_overrides(found, plan.rule_overrides)


def books_for(plan: Plan, books: Iterable[RuleBook] = ()) -> tuple[RuleBook, ...]:
    """Return every rule book with the plan's own rules in it.

    Args:
        plan: The plan, for its `rule_overrides`.
        books: Books of your own.
    """
    return tuple(with_overrides(book, plan.rule_overrides) for book in rule_books(books))


def with_overrides(book: RuleBook, overrides: Sequence[RuleOverride]) -> RuleBook:
    """Return a rule book in which each rule says what its overrides say.

    An override of a rule that the book does not have changes nothing; a check tells of it.

    Args:
        book: The rule book.
        overrides: Those of a plan, for whichever book.
    """
    own = [each for each in overrides if each.framework == book.key]
    if not own:
        return book
    return evolve(book, rules=tuple(_overridden(rule, own) for rule in book.rules))


def _overridden(rule: Rule, overrides: Iterable[RuleOverride]) -> Rule:
    own = [each for each in overrides if each.rule == rule.key]
    given = [_edition(rule, each) for each in own]
    for edition in sorted(given, key=lambda each: each.in_force_from):
        rule = evolve(rule, editions=(*_before(rule.editions, edition), edition))
    return rule


def _before(editions: Iterable[Edition], own: Edition) -> Iterable[Edition]:
    """Return the editions that came before one's own, each ended the day before it."""
    eve = own.in_force_from - timedelta(days=1)
    for each in editions:
        if each.in_force_from < own.in_force_from:
            ended = each.in_force_to is not None and each.in_force_to < eve
            yield each if ended else evolve(each, in_force_to=eve)


def _edition(rule: Rule, override: RuleOverride) -> Edition:
    """Return an override as an edition; what it leaves open is that of the rule's last one."""
    last = rule.editions[-1]
    since = override.in_force_from or rule.editions[0].in_force_from
    return Edition(
        key=OWN if override.in_force_from is None else f"{OWN}-{override.in_force_from}",
        in_force_from=since,
        modality=override.modality or last.modality,
        says=override.says,
        amount=override.amount,
        unit=override.unit,
        counts_anchor_day=last.counts_anchor_day,
        value="" if override.unit else override.says,
        paragraph=override.paragraph,
        confidence=override.confidence or Confidence.SECONDARY,
        sources=override.sources,
        note=override.note,
        claims=override.claims,
    )
