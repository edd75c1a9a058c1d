"""How plans use the rule books: what one case for each code cannot show."""

import pytest

from tests.checks.cases import Case, act, plan
from tests.checks.cases_of_rule_books import MORE
from tests.checks.looking import found


@pytest.mark.parametrize("case", MORE, ids=lambda case: case.code)
def test_a_second_way_raises_it_too(case: Case) -> None:
    """Another plan that raises the code, and its neighbour that does not."""
    first = found(case.raises, case.code, case.on)[0]
    assert (first.subject, case.says in first.message) == (case.subject, True)
    assert found(case.neighbour, case.code, case.on) == []


def test_a_near_key_is_offered() -> None:
    """The advice names the rule that was probably meant."""
    (finding,) = found(plan(act(meets="priority-action-plan-mad")), "rule-unknown")
    assert finding.advice.startswith("Did you mean 'priority-action-plan-made'?")
    (finding,) = found(plan(act(meets="xyzzy")), "rule-unknown")
    assert finding.advice == "`send-framework rules` lists every key."
