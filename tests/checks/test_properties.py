"""A check answers for every plan that the model allows, however odd."""

from datetime import date

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from send_framework import Plan
from send_framework.checks import CHECKS, check
from send_framework.checks.doubt import facts_of
from tests.strategies import plans

# Whole plans are slow to draw; only the first question needs as many as the profile asks for.
few = settings(max_examples=20)

DAYS = st.none() | st.dates(date(2015, 1, 1), date(2035, 1, 1)) | st.dates()


@given(plans(), DAYS)
def test_every_valid_plan_is_answered(plan: Plan, on: date | None) -> None:
    """No plan and no day ends in a traceback; every finding is whole and about the plan."""
    # An announced inspection's window bears the name of its scope.
    known = {"", "monitoring", "reinspection", *_ids(plan)}
    for finding in check(plan, on=on):
        assert finding.subject in known or finding.rule is not None, finding
        assert finding.code in CHECKS
        assert finding.message.strip().endswith(".")
        assert finding.advice


def _ids(plan: Plan) -> set[str]:
    found = {each.id for each in plan.activities()}
    names = ("agencies", "inspections", "reviews", "measures", "windows", "risks", "correlations")
    for name in names:
        found |= {each.id for each in getattr(plan, name)}
    found |= {part.id for each in plan.recommendations for part in each.parts}
    found |= {each.id for each in plan.recommendations}
    return found | {each.id for each in plan.baselines}


@few
@given(plans(), DAYS)
def test_the_same_plan_gives_the_same_findings(plan: Plan, on: date | None) -> None:
    """Nothing depends on chance, on the clock or on an earlier run."""
    assert check(plan, on=on or date(2024, 6, 7)) == check(plan, on=on or date(2024, 6, 7))


@few
@given(plans())
def test_adding_a_source_nobody_cites_changes_no_finding(plan: Plan) -> None:
    """The register is where sources are listed; findings follow from what cites them."""
    on = date(2024, 6, 7)
    assert check(plan, on=on) == check(evolve(plan, register=()), on=on)


@few
@given(plans())
def test_every_claim_is_told(plan: Plan) -> None:
    """However deep a disagreement lies, it is found: one finding for each different one."""
    claims = [(owner, claim) for owner, fact in facts_of(plan) for claim in fact.claims]
    told = [each for each in check(plan, on=date(2024, 6, 7)) if each.code == "sources-disagree"]
    assert len(told) <= len(claims)
    for owner, claim in claims:
        assert any(each.subject == owner and repr(claim.says) in each.message for each in told)
