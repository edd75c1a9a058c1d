"""How sure are the facts: assumptions that decide the date, and sources that disagree."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import cast

from attrs import fields

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import listed
from send_framework.checks.registry import finds
from send_framework.model.action import Dependency
from send_framework.model.plan import Plan
from send_framework.model.source import Confidence, Fact
from send_framework.network.results import Schedule, ScheduledActivity, ScheduledLink

EVIDENCE = ("sources", "confidence", "note", "claims")
"""What every fact carries about itself."""


@finds(
    "assumption-on-critical-path",
    Severity.WARNING,
    Consequence.DOUBT,
    title="An assumption decides the date",
    looks_at="Lengths, links and other values on the critical path, and on those tied with it, "
    "that nobody published.",
    why="The day by which everything is ready moves with it, and nobody has promised it.",
    advice="Ask the owner for the true value, and enter it in place of the assumption.",
)
def assumption_on_critical_path(context: Context) -> Iterator[Remark]:
    """Find what nobody published on the chains that decide the date, tied ones too."""
    first = context.schedule.critical_path
    tied = (each.id for each in context.schedule.activities if each.on_critical_path)
    leading = _leading(context.schedule)
    for each in dict.fromkeys((*first, *tied)):
        path = "the critical path" if each in first else "a tied critical path"
        for what, value, fact in _assumed(context, context.scheduled[each], leading.get(each, ())):
            yield Remark(
                subject=each,
                message=f"On {path}, {what} of {each}{value} is assumed"
                f"{_reason(context.plan, fact)}.",
                related=(fact,) if fact in context.activities else (),
            )


def _leading(schedule: Schedule) -> dict[str, list[ScheduledLink]]:
    """Return the links that set the dates of what lies on a critical path, by successor."""
    tied = {each.id for each in schedule.activities if each.on_critical_path}
    found: dict[str, list[ScheduledLink]] = {}
    for link in schedule.links:
        if link.driving and link.assumed and {link.predecessor, link.successor} <= tied:
            found.setdefault(link.successor, []).append(link)
    return found


def _assumed(
    context: Context, place: ScheduledActivity, links: Iterable[ScheduledLink]
) -> Iterator[tuple[str, str, str]]:
    """Yield what is assumed about an activity and about the links that lead to it."""
    for name in place.assumed:
        value = f" ({place.duration} working days)" if name == "duration" else ""
        words = "what remains" if name == "remaining" else f"the {name.replace('_', ' ')}"
        yield words, value, f"{place.id} {name}"
    for link in links:
        for before, after in pairwise((link.predecessor, *link.through, link.successor)):
            fact = f"{after} after {before}"
            to = "" if after == place.id else f" to {after}"
            if context.plan.assumed(fact):
                yield f"the link from {before}{to}", "", fact


def _reason(plan: Plan, fact: str) -> str:
    found = plan.assumed(fact)
    return f" ({found.id}: {found.reason.rstrip('.')})" if found else ", as nothing gives it"


@finds(
    "sources-disagree",
    Severity.INFORMATION,
    Consequence.DOUBT,
    title="Sources disagree",
    looks_at="Every claim that stands beside a fact, wherever in the plan.",
    why="Both are kept: an answer that depends on the fact may change with it.",
    advice="Find out which is right; keep the other as a claim.",
)
def sources_disagree(context: Context) -> Iterator[Remark]:
    """Find facts beside which another source says something else."""
    for subject, fact in facts_of(context.plan):
        for claim in fact.claims:
            yield Remark(
                subject=subject,
                message=f"{claim.about.replace('_', ' ')} of {subject or 'the plan'}: another "
                f"source says {claim.says!r}.",
                sources=claim.sources,
            )


@finds(
    "fact-unverified",
    Severity.INFORMATION,
    Consequence.DOUBT,
    title="Facts that nobody has verified",
    looks_at="Every fact marked as unverified or assumed.",
    why="An assumption must never look like a published fact.",
    advice="Look for the original, and enter it as a source.",
)
def fact_unverified(context: Context) -> Iterator[Remark]:
    """Find facts that rest on nobody's word."""
    for subject, fact in facts_of(context.plan):
        if fact.confidence in (Confidence.UNVERIFIED, Confidence.ASSUMED):
            yield Remark(
                subject=subject,
                message=f"{_what(subject, fact)} is {fact.confidence.value}.",
                sources=fact.sources,
            )


def _what(subject: str, fact: Fact) -> str:
    """Name a fact: by its id, or as a part of what it belongs to."""
    if isinstance(fact, Plan):
        return "The plan"
    if getattr(fact, "id", "") == subject and not isinstance(fact, Dependency):
        return subject
    kind = "".join(f" {c.lower()}" if c.isupper() else c for c in type(fact).__name__).strip()
    return f"A {kind} of {subject or 'the plan'}"


@finds(
    "actions-unsourced",
    Severity.INFORMATION,
    Consequence.DOUBT,
    title="Actions without a source",
    looks_at="Actions without a source, in a plan where other actions have one.",
    why="Where the rest can be checked, what cannot be stands out.",
    advice="Enter where each can be read, as `sources`.",
)
def actions_unsourced(context: Context) -> Iterator[Remark]:
    """Find that some actions can be checked and others cannot."""
    bare = tuple(each.id for each in context.actions if not each.sources)
    if bare and len(bare) < len(context.actions):
        yield Remark(
            subject="",
            message=f"{len(bare)} of {len(context.actions)} actions name no source: "
            f"{listed(bare)}.",
            related=bare,
        )


def facts_of(plan: Plan) -> Iterator[tuple[str, Fact]]:
    """Yield every fact of a plan with the id of the object it belongs to.

    Args:
        plan: The plan.
    """
    yield from _facts("", plan)


def _facts(owner: str, each: Fact) -> Iterator[tuple[str, Fact]]:
    # A link bears the id of what it waits for, and belongs to the work that waits.
    own = "" if isinstance(each, Dependency) else str(getattr(each, "id", ""))
    yield own or owner, each
    for part in _parts(type(each)):
        for fact in _inside(getattr(each, part)):
            yield from _facts(own or owner, fact)


def _inside(value: object) -> Iterator[Fact]:
    """Yield the facts that a field holds: itself, or what is in a tuple, however deep."""
    if isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            yield from _inside(member)
    elif isinstance(value, Fact):
        yield value


_PARTS: dict[type[Fact], tuple[str, ...]] = {}


def _parts(kind: type[Fact]) -> tuple[str, ...]:
    """Return the fields of a class of facts but those that say how sure it is; each asked once."""
    if kind not in _PARTS:
        _PARTS[kind] = tuple(part.name for part in fields(kind) if part.name not in EVIDENCE)
    return _PARTS[kind]
