"""Each further count of a network on the smallest plan that has it."""

import pytest

from send_framework import Commitment, CommitmentKind, Dependency, Plan, Status
from send_framework.checks.quality import LogicCount, quality
from send_framework.checks.quality.logic import LOGIC
from tests.checks.cases import act, plan
from tests.checks.quality.cases import LOGIC_CASES, Case, done


def logic(asked: Plan, key: str) -> LogicCount:
    """Return one of the further counts of a plan."""
    return next(each for each in quality(asked).logic if each.key == key)


def name_of(case: Case) -> str:
    """Return what a case is called in the report of a run."""
    return case.key


def test_every_count_has_a_case() -> None:
    """None is left without a plan that has it."""
    assert {each.key for each in LOGIC_CASES} == {each.key for each in LOGIC}


@pytest.mark.parametrize("case", LOGIC_CASES, ids=name_of)
def test_the_smallest_plan_has_it(case: Case) -> None:
    """The count is the one worked by hand, and those concerned are named."""
    found = logic(case.has, case.key)
    assert found.count == case.found[0]
    assert found.activities == case.names
    assert tuple((link.predecessor, link.successor) for link in found.links) == case.links


@pytest.mark.parametrize("case", LOGIC_CASES, ids=name_of)
def test_its_neighbour_has_none(case: Case) -> None:
    """One thing differs, and nothing is counted."""
    found = logic(case.neighbour, case.key)
    assert (found.count, found.activities, found.links) == (0, (), ())


def test_two_loops_are_counted_as_two() -> None:
    """Loops are counted, and all their members named."""
    asked = plan(
        act("A", after="B"), act("B", after="A"), act("C", after="D"), act("D", after="C"),
        act("E", after="D"),
    )  # fmt: skip
    found = logic(asked, "loops")
    assert (found.count, found.activities) == (2, ("A", "B", "C", "D"))


def test_three_links_of_one_type_are_two_too_many() -> None:
    """All but the first of them are duplicates."""
    links = [Dependency(id="A", lag=lag) for lag in (0, 1, 2)]
    found = logic(plan(act("A", duration=5), act("B", after=links)), "duplicate-links")
    assert [link.lag for link in found.links] == [1, 2]


def test_dates_of_finished_work_bind_nothing() -> None:
    """Only open work can still be late."""
    finished = act("A", must_finish_by=None, status=Status.COMPLETE)
    assert logic(plan(finished), "no-later-dates").count == 0


def test_a_link_into_a_commitment_that_facts_contradict() -> None:
    """A contract that was renewed before the review it waited for is counted by its link."""
    early = Commitment(
        id="C", title="Renewal", kind=CommitmentKind.CONTRACT, after="A", actual="2024-06-04"
    )
    found = logic(plan(act("A", duration=5), commitments=[early]), "out-of-sequence")
    assert [(link.predecessor, link.successor) for link in found.links] == [("A", "C")]


def test_facts_in_order_are_no_count() -> None:
    """Done one after the other, as the link says."""
    asked = plan(done("A", "2024-06-04"), act("B", after="A", actual_start="2024-06-05"))
    assert logic(asked, "out-of-sequence").count == 0
