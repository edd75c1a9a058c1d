"""How tests look at findings."""

from datetime import date

from send_framework import Plan
from send_framework.checks import Finding, Thresholds, check
from tests.checks.cases import ON


def found(
    plan: Plan, code: str, on: date = ON, thresholds: Thresholds | None = None
) -> list[Finding]:
    """Return the findings with this code."""
    return [each for each in check(plan, on=on, thresholds=thresholds) if each.code == code]


def only(plan: Plan, code: str, on: date = ON, thresholds: Thresholds | None = None) -> Finding:
    """Return the one finding with this code."""
    (finding,) = found(plan, code, on, thresholds)
    return finding
