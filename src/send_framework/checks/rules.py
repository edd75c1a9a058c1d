"""How a plan uses the rule books: rules it names, replaces or rests on; its visits and terms."""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import happened, listed
from send_framework.checks.registry import finds
from send_framework.dates import ApproximateDate, day_words
from send_framework.errors import RuleError
from send_framework.frameworks import find_rules, rule_book
from send_framework.frameworks.anchors import FIELDWORK
from send_framework.frameworks.overrides import OWN
from send_framework.model.inspection import EventKind, Inspection, InspectionKind
from send_framework.model.source import Confidence
from send_framework.model.window import Modality, add_months

_MOST_VISITS = 3
_WITHIN_MONTHS = 12


@finds(
    "rule-unknown",
    Severity.WARNING,
    Consequence.LAW,
    title="A rule that no rule book has",
    looks_at="`meets` of work, `rule` of measures, and `rule_overrides`: whether any rule book has "
    "that key.",
    why="What names no rule is compared with none: the deadline stays unmet, the measure measures "
    "nothing, the override changes nothing.",
    advice="Use a key of the page of rules; `send-framework rules` lists them.",
)
def rule_unknown(context: Context) -> Iterator[Remark]:
    """Find keys that name no rule."""
    plan = context.plan
    named = [(each.id, each.meets) for each in context.work if each.meets]
    named += [(each.id, each.rule) for each in plan.measures if each.rule]
    named += [("", f"{each.framework}/{each.rule}") for each in plan.rule_overrides]
    for subject, key in named:
        try:
            find_rules(key, context.books)
        except RuleError as error:
            hint, who = str(error).partition(". ")[2], subject or "An override"
            yield Remark(
                subject=subject,
                message=f"{who} names {key}, which is no rule of any rule book.",
                advice=f"{hint} `send-framework rules` lists every key.".lstrip(),
            )


@finds(
    "rule-overridden",
    Severity.INFORMATION,
    Consequence.DOUBT,
    title="A rule that the plan has replaced",
    looks_at="`rule_overrides` of rules that a rule book has.",
    why="Every date that follows counts by the plan's own rule; whoever compares plans must know.",
    advice="Keep its source at hand; take it out when the rule book has caught up.",
)
def rule_overridden(context: Context) -> Iterator[Remark]:
    """Tell of rules that the plan gives itself."""
    for each in context.plan.rule_overrides:
        try:
            ((book, rule),) = find_rules(f"{each.framework}/{each.rule}", context.books)
        except RuleError:
            continue
        last = rule.editions[-1]
        law = ", which is law," if last.modality is Modality.STATUTORY else ""
        yield Remark(
            subject="",
            message=f"{rule.title}: the plan says {each.says.rstrip('.')!r}, where "
            f"{book.key}/{rule.key}{law} says {last.says.rstrip('.')!r}.",
            sources=each.sources,
        )


@finds(
    "rule-not-seen",
    Severity.INFORMATION,
    Consequence.LAW,
    title="A deadline by a rule that nobody has seen",
    looks_at="Deadlines that the partnership has to meet and whose edition was read in no source.",
    why="Since June 2025 the 35 and 70 working days are those of the text before: the changed one "
    "could not be read.",
    advice="Give what your letter says under `rule_overrides`, with the letter as its source.",
)
def rule_not_seen(context: Context) -> Iterator[Remark]:
    """Find deadlines that rest on an unverified edition."""
    if context.book is None or context.answered is None:
        return
    for each in context.rule_dates:
        rule = each.rule
        if rule is None or rule.edition.startswith(OWN):
            continue
        found = context.book.rule(rule.rule)
        edition = next(one for one in found.editions if one.key == rule.edition)
        if found.met_by and edition.confidence is Confidence.UNVERIFIED:
            yield Remark(
                subject=context.answered.id,
                message=f"{each.name}: edition {edition.key} of {rule.rule} was seen in no source.",
                rule=rule,
                sources=each.sources,
            )


@finds(
    "visits-above-usual",
    Severity.INFORMATION,
    Consequence.READINESS,
    title="More monitoring visits in a year than usual",
    looks_at="Monitoring inspections and monitoring visits of children's social care in any 12 "
    "months, held or announced, since July 2025.",
    why="The handbook speaks of usually no more than 3 over both frameworks in any 12 months; the "
    "same leaders receive them.",
    advice="Ask the inspectorates how the visits fit together.",
)
def visits_above_usual(context: Context) -> Iterator[Remark]:
    """Find the first twelve months with more visits than the handbook says."""
    (edition,) = rule_book("area_send_2023").rule("visits-cap").editions
    days = sorted(day for day in _visits(context) if day >= edition.in_force_from)
    for number, first in enumerate(days):
        year = [day for day in days[number:] if day < add_months(first, _WITHIN_MONTHS)]
        if len(year) > _MOST_VISITS:
            yield Remark(
                subject="",
                message=f"{len(year)} monitoring visits lie in the 12 months from "
                f"{day_words(first)}: {listed(tuple(map(day_words, year)))}.",
                sources=edition.sources,
                day=first,
            )
            return


def _visits(context: Context) -> Iterator[date]:
    """Yield the first day of each monitoring visit of both frameworks."""
    for inspection in context.plan.inspections:
        if inspection.kind is InspectionKind.MONITORING and (day := _first(inspection)):
            yield day
    for event in context.plan.events:
        day = event.date.earliest() if event.date else None
        if event.kind is EventKind.SOCIAL_CARE_MONITORING and day:
            yield day


def _first(inspection: Inspection) -> date | None:
    """Return the first day of a visit, by the first of its dates that is known."""
    dates: list[ApproximateDate | None] = [getattr(inspection, name) for name in FIELDWORK.fields]
    return next((day for said in dates if said and (day := said.earliest())), None)


@finds(
    "visit-outside-term",
    Severity.WARNING,
    Consequence.READINESS,
    title="An inspection announced outside term",
    looks_at="Inspections still to come with a first day on site, against the plan's `terms`, from "
    "the first of them to the last.",
    why="Inspectors come in school time: of 91 visits none began in August. A day outside term is "
    "most often mistyped, in the visit or in the terms.",
    advice="Correct the day, or the terms.",
)
def visit_outside_term(context: Context) -> Iterator[Remark]:
    """Find visits announced for days on which schools are closed."""
    terms = context.plan.terms
    if not terms:
        return
    first, last = min(each.first for each in terms), max(each.last for each in terms)
    for inspection in context.plan.inspections:
        said = inspection.on_site_start
        day = said.earliest() if said and said.is_day else None
        if day is None or happened(said, context.on) or not first <= day <= last:
            continue
        if not any(term.first <= day <= term.last for term in terms):
            yield Remark(
                subject=inspection.id,
                message=f"{inspection.id} is announced for {day_words(day)}, outside every term.",
                day=day,
            )
