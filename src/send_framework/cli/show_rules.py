"""How rules print: the books with their rules, or rules with all their editions."""

from collections.abc import Sequence

from send_framework.cli.page import Page
from send_framework.cli.wording import BINDING, counted
from send_framework.dates import day_words
from send_framework.frameworks import Edition, Rule, RuleBook
from send_framework.model.source import Confidence

SURE = {
    Confidence.VERIFIED: "read in the original",
    Confidence.SECONDARY: "from a secondary source",
    Confidence.INFERRED: "inferred",
    Confidence.UNVERIFIED: "NOT SEEN in any source: give your own under rule_overrides",
    Confidence.ASSUMED: "assumed",
}


def show_books(page: Page, books: Sequence[RuleBook]) -> None:
    """Print every rule book with the keys and titles of its rules.

    Args:
        page: Where to print.
        books: The books.
    """
    for book in books:
        until = f" to {day_words(book.in_force_to)}" if book.in_force_to else ""
        page.heading(f"{book.title} ({book.key})")
        page.line(
            f"From {day_words(book.in_force_from)}{until}; {counted(len(book.rules), 'rule')}.",
            indent=2,
        )
        page.table(("key", "rule"), [(rule.key, _title(rule)) for rule in book.rules])


def _title(rule: Rule) -> str:
    """Return a rule's title, and whether it, or its newest text alone, was seen in no source."""
    *before, last = (each.confidence is Confidence.UNVERIFIED for each in rule.editions)
    if not last:
        return rule.title
    since = f"text since {day_words(rule.editions[-1].in_force_from)} not seen"
    return f"{rule.title} ({'not seen' if all(before) else since} in any source)"


def show_rules(page: Page, found: Sequence[tuple[RuleBook, Rule]]) -> None:
    """Print rules, each with its editions, sources and doubts.

    Args:
        page: Where to print.
        found: The rules, each with its book.
    """
    for book, rule in found:
        page.heading(f"{rule.title} ({book.key}/{rule.key})")
        if rule.by:
            page.line(f"Who acts: {rule.by}", indent=2)
        if rule.anchors:
            way = "back from" if rule.before else "from"
            joined = " and " if rule.spans_anchors else ", else "
            titles = joined.join(each.title for each in rule.anchors)
            page.line(f"Counts {way} {titles}", indent=2)
        for edition in rule.editions:
            _edition(page, edition)


def _edition(page: Page, each: Edition) -> None:
    until = f" to {day_words(each.in_force_to)}" if each.in_force_to else ""
    where = f", {each.paragraph}" if each.paragraph else ""
    page.line(
        (f"Edition {each.key}", "bold"),
        f", from {day_words(each.in_force_from)}{until}{where}: {BINDING[each.modality]}",
        indent=2,
    )
    counting = f"{each.counting}. " if each.gives_day else ""
    page.line(f"{counting}{each.says}", indent=4)
    if each.note:
        page.line(each.note, indent=4, style="dim")
    for claim in each.claims:
        page.line(f"Against it: {claim.says}", indent=4)
    page.line(f"How sure: {SURE[each.confidence or Confidence.UNVERIFIED]}", indent=4)
    for source in each.sources:
        page.line(f"Source: {source}", indent=4)
