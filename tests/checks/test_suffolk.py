"""What the checks say of Suffolk's programme, as the sources left it."""

from pathlib import Path

import pytest

from send_framework.checks import Finding, check
from send_framework.formats.documents import load_plan

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "suffolk"

pytestmark = pytest.mark.source


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    """Return the findings of the plan as of 7 January 2026."""
    return check(load_plan(EXAMPLES / "plan-2026-01.yaml"))


def _subjects(findings: tuple[Finding, ...], code: str) -> set[str]:
    return {each.subject for each in findings if each.code == code}


def test_growth_that_its_own_figures_contradict(findings: tuple[Finding, ...]) -> None:
    """364 plans after 186 were published as 65 % more: told; 892 after 775 as 15.1 %: right."""
    assert _subjects(findings, "change-contradicts-figures") == {"M-PLANS-A-MONTH"}


def test_data_work_without_any_action(findings: tuple[Finding, ...]) -> None:
    """Using performance data, an area for improvement, has no action in any source."""
    assert _subjects(findings, "improvement-unanswered") == {"AFI1"}


def test_adulthood_and_complaints_without_a_date(findings: tuple[Finding, ...]) -> None:
    """Preparation for adulthood and learning from complaints have actions and no dates."""
    assert {"PA1(d)", "AFI2"} <= _subjects(findings, "recommendation-undated")


def test_the_gate_before_contracts_has_no_date(findings: tuple[Finding, ...]) -> None:
    """Services were to be evaluated before contracts are renewed; nobody said when that is."""
    assert _subjects(findings, "gate-undated") == {"C-RENEWAL"}


def test_the_approval_cannot_be_placed_before_the_statutory_day(
    findings: tuple[Finding, ...],
) -> None:
    """The plan was approved in spring 2024: whether by 29 April, no source says."""
    assert _subjects(findings, "statutory-deadline-missed") == set()
    assert _subjects(findings, "statutory-deadline-unproven") == {"E-PAP-APPROVED"}


def test_the_boards_end_while_their_work_goes_on(findings: tuple[Finding, ...]) -> None:
    """Both NHS boards gave way to one on 1 April 2026, and the successor is named."""
    changing = [each for each in findings if each.code == "owner-changes-during-work"]
    assert changing
    assert all("31 March 2026" in each.message for each in changing)


def test_the_first_five_lines_are_five_different_things(findings: tuple[Finding, ...]) -> None:
    """A director reads five points, the gravest first, and none of them twice."""
    first = findings[:5]
    assert len({each.code for each in first}) == 5
    ranks = [each.severity.rank for each in first]
    assert ranks == sorted(ranks)
