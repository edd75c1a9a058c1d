"""What the checks found, alike findings together: each kind says once what to do about it."""

from attrs import frozen

from send_framework.checks.finding import Consequence, Finding, Severity
from send_framework.checks.registry import CHECKS
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pieces import Tag, Words, linked, mentions

AT_ONCE = 5
"""So many alike findings are shown at once; the rest unfold."""

LOOKS = {Severity.ERROR: "bad", Severity.WARNING: "middling", Severity.INFORMATION: "plain"}
RISKS = {
    Consequence.LAW: "the law",
    Consequence.READINESS: "being ready",
    Consequence.COVERAGE: "an answer to inspectors",
    Consequence.PROMISE: "a promise",
    Consequence.ORDER: "the order of work",
    Consequence.OWNERSHIP: "somebody who acts",
    Consequence.PROGRESS: "knowing how far it is",
    Consequence.EVIDENCE: "showing a difference",
    Consequence.DOUBT: "sure facts",
}


@frozen(kw_only=True)
class FoundRow:
    """One finding.

    Attributes:
        message: What is wrong, its ids as links.
        advice: What would put it right, where that differs from its kind's.
        links: What else it speaks of.
        rule: The rule behind it, in words.
    """

    message: tuple[Words, ...]
    advice: str
    links: tuple[Words, ...]
    rule: str


@frozen(kw_only=True)
class FoundGroup:
    """Findings of one kind.

    Attributes:
        code: Its stable code.
        severity: How grave it is.
        tag: The same as a tag.
        consequence: What it puts at risk.
        risk: The same in words.
        title: What the check finds.
        why: Why that matters.
        advice: What would put it right.
        rows: The findings, in reading order.
    """

    code: str
    severity: Severity
    tag: Tag
    consequence: Consequence
    risk: str
    title: str
    why: str
    advice: str
    rows: tuple[FoundRow, ...]

    @property
    def first(self) -> tuple[FoundRow, ...]:
        """What is shown at once: of one more than that, all."""
        return self.rows if len(self.rows) <= AT_ONCE + 1 else self.rows[:AT_ONCE]

    @property
    def rest(self) -> tuple[FoundRow, ...]:
        """What unfolds."""
        return self.rows[len(self.first) :]


def found_groups(facts: PageFacts) -> tuple[FoundGroup, ...]:
    """Return the findings by kind, in reading order of each kind's first.

    Args:
        facts: What the page tells.
    """
    alike: dict[str, list[Finding]] = {}
    for each in facts.findings:
        alike.setdefault(each.code, []).append(each)
    return tuple(_group(facts, findings) for findings in alike.values())


def _group(facts: PageFacts, findings: list[Finding]) -> FoundGroup:
    first = findings[0]
    check = CHECKS[first.code]
    return FoundGroup(
        code=first.code,
        severity=first.severity,
        tag=Tag(first.severity.value, LOOKS[first.severity]),
        consequence=first.consequence,
        risk=RISKS[first.consequence],
        title=check.title,
        why=check.why,
        advice=check.advice,
        rows=tuple(_row(facts, each, check.advice) for each in findings),
    )


def _row(facts: PageFacts, finding: Finding, usual: str) -> FoundRow:
    named = tuple(dict.fromkeys(each for each in (finding.subject, *finding.related) if each))
    message = linked(facts, finding.message, named)
    told = {piece.text for piece in message}
    others = mentions(facts, tuple(each for each in named if each not in told))
    rule = finding.rule
    return FoundRow(
        message=message,
        advice="" if finding.advice == usual else finding.advice,
        links=tuple(each for each in others if each.href),
        rule=f"{rule.title}: {rule.counting} ({rule.edition})" if rule else "",
    )
