"""Write the reference page of rules from the rule books.

Run ``python -m tests.frameworks.rules_page`` after a rule has changed.
"""

from collections.abc import Iterator
from pathlib import Path

from send_framework.dates import day_words
from send_framework.frameworks import (
    Edition,
    Gives,
    OutcomeRule,
    Revision,
    Rule,
    RuleBook,
    rule_books,
)
from send_framework.model.periods import PublicationHold
from send_framework.model.source import Fact, Source

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rules.md"
_HEAD = """\
# Rules

Every rule of every rule book, in our own words, with its editions, sources and confidence. This
page is written from the rule books; a test keeps it equal to them. How to read it:
{doc}`../explanation/frameworks`.

*Verified* was read in the original, *secondary* in the press or on another body's page,
*inferred* is arithmetic or a pattern from verified facts, *unverified* was not seen in a source:
do not quote it, and give your own source where you have one.
"""
_GIVES = {
    Gives.ANSWER: "an answer",
    Gives.ANCHOR: "a range for a date that nobody published",
    Gives.DEADLINE: "a deadline",
    Gives.WINDOW: "a window",
    Gives.WINDOW_END: "a further end of a window",
    Gives.SUSPENSION: "a time without inspections",
}


def page() -> str:
    """Return the whole page."""
    return "\n".join((_HEAD, *(line for book in rule_books() for line in _book(book))))


def _book(book: RuleBook) -> Iterator[str]:
    yield f"## {book.title}\n"
    until = f" to {day_words(book.in_force_to)}" if book.in_force_to else ""
    yield f"Key `{book.key}`, in force from {day_words(book.in_force_from)}{until}.\n"
    if book.outcomes:
        yield "### What each outcome requires\n"
        yield from map(_outcome, book.outcomes)
    for gives, title in (
        ((Gives.DEADLINE, Gives.WINDOW, Gives.WINDOW_END, Gives.ANCHOR), "Rules that count"),
        ((Gives.SUSPENSION,), "Suspensions"),
        ((Gives.ANSWER,), "Rules that answer"),
    ):
        rules = [rule for rule in book.rules if rule.gives in gives]
        if rules:
            yield f"### {title}\n"
        for rule in rules:
            yield from _rule(rule)
    if book.holds:
        yield "### Periods without reports\n"
        yield from map(_hold, book.holds)
        yield ""
    if book.revisions:
        yield "### How the text changed\n"
        yield from map(_revision, book.revisions)
        yield ""
    yield "### Looked for and not found\n"
    yield "No rule stands for these.\n"
    yield from (f"- {unseen}" for unseen in book.unseen)
    yield "\n### Sources\n"
    yield from map(_source, _sources(book))
    yield ""


def _outcome(outcome: OutcomeRule) -> str:
    plans = ", ".join(plan.value for plan in outcome.plans) or "none"
    rules = ", ".join(f"`{key}`" for key in outcome.rules) or "none"
    actions = "at least one" if outcome.priority_actions else "none"
    return (
        f"**{outcome.title}** (`{outcome.outcome.value}`). {outcome.means}\n\n"
        f"- plans: {plans}; areas for priority action: {actions}\n"
        f"- rules: {rules}\n"
        f"- {_evidence(outcome)}\n"
    )


def _rule(rule: Rule) -> Iterator[str]:
    yield f"#### `{rule.key}`\n"
    yield f"{rule.title}. Gives {_GIVES[rule.gives]}; {_scope(rule)}.\n"
    if rule.by:
        yield f"Who acts: {rule.by}.\n"
    if rule.anchors:
        way = "back from" if rule.before else "from"
        joined = " and from " if rule.spans_anchors else ", else from "
        yield f"Counts {way} {joined.join(each.title for each in rule.anchors)}.\n"
    if rule.later_of:
        yield f"The later of this and `{rule.later_of}` counts.\n"
    for edition in rule.editions:
        yield from _edition(edition)
    yield ""


def _scope(rule: Rule) -> str:
    """Say which inspections a rule applies to, with what they found."""
    if not rule.kinds:
        return "one child's or young person's plan"
    found = [*rule.outcomes, *rule.results, *rule.after]
    kinds = ", ".join(kind.value for kind in rule.kinds)
    return f"{kinds} inspections; {', '.join(each.value for each in found) or 'every outcome'}"


def _hold(hold: PublicationHold) -> str:
    days = f"{day_words(hold.first)} to {day_words(hold.last)}"
    return f"- {hold.name}, {days} ({_evidence(hold)}). {hold.note}"


def _edition(edition: Edition) -> Iterator[str]:
    until = f" to {day_words(edition.in_force_to)}" if edition.in_force_to else ""
    where = f", {edition.paragraph}" if edition.paragraph else ""
    counts = edition.gives_day
    count = f"**{edition.counting}**. {edition.says}" if counts else f"**{edition.says}**."
    yield (
        f"- Edition {edition.key}, from {day_words(edition.in_force_from)}{until}{where}, "
        f"{edition.modality.value}: {count}"
    )
    if edition.note:
        yield f"  {edition.note}"
    for claim in edition.claims:
        yield f"  Against it: {claim.says} ({_cited(claim.sources)})."
    if edition.seen_by:
        yield f"  Known by {day_words(edition.seen_by)}."
    yield f"  {_evidence(edition)[0].upper()}{_evidence(edition)[1:]}."


def _revision(revision: Revision) -> str:
    return f"- {revision.date}: {revision.says} ({_evidence(revision)})"


def _evidence(fact: Fact) -> str:
    sure = fact.confidence.value if fact.confidence else "unknown"
    return f"{sure}: {_cited(fact.sources)}"


def _cited(sources: tuple[Source, ...]) -> str:
    return ", ".join(f"`{source.key}`" for source in sources)


def _sources(book: RuleBook) -> list[Source]:
    facts: list[Fact] = [*book.outcomes, *book.revisions, *book.holds]
    facts += [edition for rule in book.rules for edition in rule.editions]
    found = {source for fact in facts for source in fact.sources}
    found |= {source for fact in facts for claim in fact.claims for source in claim.sources}
    return sorted(found, key=lambda source: source.key)


def _source(source: Source) -> str:
    published = f", {day_words(source.published)}" if source.published else ""
    note = f" {source.note}" if source.note else ""
    return f"- `{source.key}`: {source.title}{published}. {source.publisher}, {source.url}.{note}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
