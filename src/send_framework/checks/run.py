"""All checks on one plan, and what to say when one of them has no answer."""

from collections.abc import Iterable, Iterator
from datetime import date

from send_framework.checks import (
    abolished,
    coverage,
    doubt,
    duties,
    evidence,
    figures,
    framework,
    gates,
    keeping,
    order,
    ownership,
    progress,
    promises,
    readiness,
    rules,
)
from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Finding, Remark, Severity, in_reading_order
from send_framework.checks.reading import listed
from send_framework.checks.registry import CHECKS, Check, finds
from send_framework.checks.thresholds import Thresholds
from send_framework.dates import today
from send_framework.errors import SendFrameworkError
from send_framework.frameworks import RuleBook
from send_framework.model.plan import Plan

MODULES = (
    duties,
    framework,
    rules,
    readiness,
    coverage,
    promises,
    keeping,
    order,
    gates,
    ownership,
    abolished,
    progress,
    evidence,
    figures,
    doubt,
)
"""Where the checks are, in the order in which their findings are told when all else is equal."""


def check(
    plan: Plan,
    *,
    on: date | None = None,
    thresholds: Thresholds | None = None,
    books: Iterable[RuleBook] = (),
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a plan, or worth knowing, the weightiest first.

    Args:
        plan: The plan.
        on: The data date: what is known at the close of this day. The plan's own by default,
            else today.
        thresholds: From where on something counts.
        books: Rule books of your own, for a framework that the library does not have.

    Returns:
        Findings in reading order: the gravest severity first; within it the worst finding of
        each code before the second of any; then by what is put at risk and by size.

    Example:
        >>> from send_framework import Action, Plan, Recommendation, RecommendationKind
        >>> plan = Plan(
        ...     title="Plan", data_date=date(2024, 6, 7),
        ...     recommendations=[Recommendation(
        ...         id="PA1", kind=RecommendationKind.PRIORITY_ACTION, text="Plan together.")],
        ...     actions=[Action(id="S01", title="Learn from complaints")],
        ... )
        >>> for finding in check(plan)[:2]:
        ...     print(f"{finding.severity.value}: {finding.message}")
        error: No action answers priority action PA1.
        warning: The plan names no inspection that it answers.
    """
    context = Context(
        plan=plan,
        on=on or plan.data_date or today(),
        thresholds=thresholds or Thresholds(),
        books=tuple(books),
    )
    return findings_in(context)


def findings_in(context: Context) -> tuple[Finding, ...]:
    """Return the findings of every check in reading order.

    Args:
        context: The plan and the day.
    """
    found = [each for one in _in_order() for each in _found(one, context)]
    return in_reading_order((*found, *CHECKS["cannot-be-checked"].findings(context)))


def _in_order() -> Iterator[Check]:
    """Yield the checks of the modules, module by module."""
    for module in MODULES:
        for each in CHECKS.values():
            if each.look.__module__ == module.__name__:
                yield each


def _found(each: Check, context: Context) -> Iterator[Finding]:
    """Yield what one check finds; where it has no answer, keep the reason for the last check."""
    try:
        yield from each.findings(context)
    except SendFrameworkError as error:
        context.troubles.setdefault(str(error), []).append(each.code)


@finds(
    "cannot-be-checked",
    Severity.WARNING,
    Consequence.READINESS,
    title="Something in the plan keeps a check from answering",
    looks_at="Every check that had no answer, such as for a date in a year whose bank holidays "
    "are not known; one finding for each reason.",
    why="No finding would otherwise look like no problem.",
    advice="Correct the value that is named; most often a year is mistyped.",
)
def cannot_be_checked(context: Context) -> Iterator[Remark]:
    """Tell which checks had no answer, and why."""
    for reason, codes in context.troubles.items():
        yield Remark(
            subject="",
            message=f"{len(codes)} of {len(CHECKS)} checks cannot answer "
            f"({listed(tuple(codes))}): {reason.rstrip('.')}.",
        )
