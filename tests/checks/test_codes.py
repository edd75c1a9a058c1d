"""Every code: the smallest plan that raises it, and a neighbour that does not."""

import pytest

from send_framework.checks import CHECKS
from tests.checks import (
    cases_of_bodies,
    cases_of_evidence,
    cases_of_rule_books,
    cases_of_rules,
    cases_of_work,
)
from tests.checks.cases import Case
from tests.checks.looking import found

CASES: tuple[Case, ...] = (
    *cases_of_rules.FRAMEWORK,
    *cases_of_rules.DUTIES,
    *cases_of_rule_books.RULE_BOOKS,
    *cases_of_rules.READINESS,
    *cases_of_rules.COVERAGE,
    *cases_of_rules.OWNERSHIP,
    *cases_of_bodies.BODIES,
    *cases_of_work.PROMISES,
    *cases_of_work.KEEPING,
    *cases_of_work.ORDER,
    *cases_of_work.GATES,
    *cases_of_work.PROGRESS,
    *cases_of_evidence.EVIDENCE,
    *cases_of_evidence.FIGURES,
    *cases_of_evidence.DOUBT,
    *cases_of_evidence.RUN,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_smallest_plan_raises_it(case: Case) -> None:
    """The smallest plan raises the code, about the right subject, in the right words."""
    first = next(iter(found(case.raises, case.code, case.on)), None)
    assert first is not None
    assert first.subject == case.subject
    assert case.says in first.message
    if case.size is not None:
        assert first.working_days == case.size


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_neighbour_does_not(case: Case) -> None:
    """A plan that differs in one thing does not raise it."""
    assert found(case.neighbour, case.code, case.on) == []


def test_every_code_has_a_case() -> None:
    """No check is without a plan that raises it."""
    assert sorted(case.code for case in CASES) == sorted(CHECKS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_every_finding_is_a_sentence_with_advice(case: Case) -> None:
    """A finding is one plain sentence that ends with a full stop, and says what to do."""
    for finding in found(case.raises, case.code, case.on):
        assert finding.message.endswith(".")
        assert ".." not in finding.message.replace("...", "")
        assert "None" not in finding.message
        assert finding.advice.endswith((".", ").")) or "`" in finding.advice
        assert (finding.severity, finding.consequence) == (
            CHECKS[case.code].severity,
            CHECKS[case.code].consequence,
        )
