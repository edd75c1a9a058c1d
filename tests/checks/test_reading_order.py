"""The order of findings: the first lines are what a director should read."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from send_framework.checks import Consequence, Finding, Severity
from send_framework.checks.finding import in_reading_order


def _finding(
    code: str,
    severity: Severity = Severity.ERROR,
    consequence: Consequence = Consequence.PROMISE,
    size: int | None = None,
    subject: str = "A",
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        consequence=consequence,
        subject=subject,
        message="Something.",
        advice="Do something.",
        working_days=size,
    )


FINDINGS = st.builds(
    _finding,
    code=st.sampled_from("abcdef"),
    severity=st.sampled_from(Severity),
    consequence=st.sampled_from(Consequence),
    size=st.none() | st.integers(-50, 50),
    subject=st.sampled_from("ABCD"),
)


def test_law_comes_before_promises_and_the_larger_before_the_smaller() -> None:
    """A missed statute, then the worst promise; the smaller promise waits."""
    small, large = _finding("p", size=2), _finding("p", size=20)
    law = _finding("d", consequence=Consequence.LAW, size=1)
    hint = _finding("h", severity=Severity.INFORMATION, consequence=Consequence.LAW)
    assert in_reading_order([hint, small, large, law]) == (law, large, small, hint)


def test_the_top_says_different_things() -> None:
    """Five unanswered recommendations do not push the broken promise off the first screen."""
    many = [_finding("u", consequence=Consequence.COVERAGE, subject=str(n)) for n in range(5)]
    promise = _finding("p", size=3)
    assert in_reading_order([*many, promise])[:2] == (many[0], promise)


def test_equals_keep_the_order_of_the_plan() -> None:
    """Nothing is shuffled without a reason."""
    same = [_finding("u", subject=subject) for subject in "CAB"]
    assert in_reading_order(same) == tuple(same)


@given(st.lists(FINDINGS, max_size=30))
def test_order_loses_nothing_and_repeats_nothing(findings: list[Finding]) -> None:
    """Every finding is there once, and ordering again changes nothing."""
    ordered = in_reading_order(findings)
    assert len(ordered) == len(set(ordered))
    assert set(ordered) == set(findings)
    assert in_reading_order(ordered) == ordered


@given(st.lists(FINDINGS, max_size=30))
def test_order_obeys_its_rule_pair_by_pair(findings: list[Finding]) -> None:
    """Severity never falls back; the first of a code is the worst of it; then weight decides."""
    ordered = in_reading_order(findings)
    firsts = {each.code: each for each in reversed(ordered)}
    for one, other in pairwise(ordered):
        assert one.severity.rank <= other.severity.rank
        repeats = [firsts[each.code] is not each for each in (one, other)]
        if one.severity is other.severity:
            assert repeats <= [repeats[1], repeats[1]]
            if repeats[0] == repeats[1]:
                assert one.consequence.rank <= other.consequence.rank
                if one.consequence is other.consequence:
                    assert abs(one.working_days or 0) >= abs(other.working_days or 0)
