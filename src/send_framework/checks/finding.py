"""What a check says: a finding, how grave it is, and in which order findings are read."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from send_framework.model.source import Source
from send_framework.model.validation import many
from send_framework.model.window import RuleReference


class Severity(Enum):
    """How grave a finding is.

    Example:
        >>> Severity.WARNING.reaches(Severity.ERROR), Severity.ERROR.reaches(Severity.WARNING)
        (False, True)
    """

    ERROR = "error"
    """The law is broken, or the plan cannot come true as it stands."""
    WARNING = "warning"
    """Something is missing or doubtful that inspectors or a board will ask about."""
    INFORMATION = "information"
    """Worth knowing; a good plan may have many."""

    @cached_property
    def rank(self) -> int:
        """Its place in the order, the gravest first."""
        return list(Severity).index(self)

    def reaches(self, threshold: "Severity") -> bool:
        """Say whether it is at least as grave as a threshold.

        Args:
            threshold: The mildest severity that counts.
        """
        return self.rank <= threshold.rank


class Consequence(Enum):
    """What a finding puts at risk, the weightiest first."""

    LAW = "law"
    """A duty with a date, or a document the outcome requires."""
    READINESS = "readiness"
    """Being ready when inspectors return."""
    COVERAGE = "coverage"
    """An answer to everything inspectors asked for."""
    PROMISE = "promise"
    """A date the partnership has given."""
    ORDER = "order"
    """What has to come before what."""
    OWNERSHIP = "ownership"
    """Somebody who acts."""
    PROGRESS = "progress"
    """Knowing how far the work is."""
    EVIDENCE = "evidence"
    """Showing that it made a difference."""
    DOUBT = "doubt"
    """How sure the facts are."""

    @cached_property
    def rank(self) -> int:
        """Its place in the order, the weightiest first."""
        return list(Consequence).index(self)


@frozen(kw_only=True)
class Remark:
    """What one check noticed, before its code and severity are added.

    Attributes:
        subject: Id of what it is about; empty for the plan as a whole.
        message: What is wrong, in one plain sentence.
        advice: What would put it right; the check's own advice when empty.
        rule: The rule behind it.
        sources: Where the facts it rests on can be checked.
        related: Other ids it names.
        working_days: Its size, where it has one.
        day: The day it speaks of.
    """

    subject: str
    message: str
    advice: str = ""
    rule: RuleReference | None = None
    sources: tuple[Source, ...] = ()
    related: tuple[str, ...] = ()
    working_days: int | None = None
    day: date | None = None


@frozen(kw_only=True)
class Finding:
    """One thing that is wrong with a plan, or worth knowing about it.

    Attributes:
        code: Stable code, such as ``"action-undated"``; the reference page lists all of them.
        severity: How grave it is.
        consequence: What it puts at risk.
        subject: Id of what it is about; empty for the plan as a whole.
        message: What is wrong, in one plain sentence.
        advice: What would put it right.
        rule: The rule behind it, with its edition and anchor.
        sources: Where the facts it rests on can be checked.
        related: Other ids it names, such as the driving chain of a promise that cannot be kept.
        working_days: Its size, where it has one: always how many working days too late or long.
        day: The day it speaks of.

    Example:
        >>> Finding(
        ...     code="action-undated", severity=Severity.WARNING, consequence=Consequence.PROMISE,
        ...     subject="S24", message="S24 has no date.", advice="Give it a due date.",
        ... ).severity.value
        'warning'
    """

    code: str
    severity: Severity
    consequence: Consequence
    subject: str
    message: str
    advice: str
    rule: RuleReference | None = None
    sources: tuple[Source, ...] = field(default=(), converter=many)
    related: tuple[str, ...] = field(default=(), converter=many)
    working_days: int | None = None
    day: date | None = None


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings so that the first lines are what a director should read.

    The gravest severity comes first. Within it, the worst finding of every code precedes the
    second of any, so that the top says five different things and not one thing five times; then
    what is put at risk, in the order of [`Consequence`][]; then size, the largest first; then
    the order given, which is the plan's.

    Args:
        findings: In the order of the plan.

    Returns:
        The same findings, each once.
    """
    ranked = sorted(dict.fromkeys(findings), key=_weight)
    seen: set[str] = set()
    keys: list[tuple[int, bool]] = []
    for finding in ranked:
        keys.append((finding.severity.rank, finding.code in seen))
        seen.add(finding.code)
    return tuple(ranked[n] for n in sorted(range(len(ranked)), key=keys.__getitem__))


def _weight(finding: Finding) -> tuple[int, int, int]:
    return finding.severity.rank, finding.consequence.rank, -abs(finding.working_days or 0)
