"""What a plan may say of its own doubt, and what it cannot mean."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Approval,
    Commitment,
    CommitmentKind,
    Correlation,
    Dependency,
    DependencyType,
    Distribution,
    Event,
    Milestone,
    Plan,
    Risk,
    Uncertain,
    Uncertainty,
)
from send_framework.errors import InvalidPlanError, ModelError
from send_framework.model.uncertainty import is_positive_semidefinite
from tests.model.examples import EXAMPLES, THREE

LEAD = Distribution(low=-3, likely=0, high=5)

RULES: list[tuple[type[Any], dict[str, Any], str, str]] = [
    (Uncertainty, {"spread": LEAD}, "spread", "0 or more working days are expected"),
    (Uncertainty, {"what": Uncertain.LAG}, "after", "but a lag has the id of its predecessor here"),
    (Uncertainty, {"after": "S02"}, "after", "but only a lag has the id of its predecessor"),
    (
        Uncertainty,
        {"link_type": DependencyType.START_TO_START},
        "link_type",
        "only a lag belongs to a link",
    ),
    (Approval, {"probability": 1.2}, "probability", "a probability from 0 to 1 is expected"),
    (Approval, {"probability": -0.1}, "probability", "a probability from 0 to 1 is expected"),
    (Approval, {"otherwise": LEAD}, "otherwise", "0 or more working days are expected"),
    (Risk, {"delay": LEAD}, "delay", "0 or more working days are expected"),
    (Risk, {"affects": ()}, "affects", "at least one activity is expected"),
    (Risk, {"probability": True}, "probability", "a finite number is expected"),
    (Correlation, {"of": ("S01", "S02")}, "of", "either an agency or activities are expected"),
    (Correlation, {"agency": None}, "of", "either an agency or activities are expected"),
    (Correlation, {"coefficient": None}, "matrix", "either a coefficient or a matrix"),
    (Correlation, {"coefficient": 1.5}, "coefficient", "0 to 1 is expected"),
    (Correlation, {"matrix": ((1,),)}, "matrix", "either a coefficient or a matrix"),
]


@pytest.mark.parametrize(("cls", "fields", "field", "words"), RULES)
def test_doubt_that_contradicts_itself_is_refused(
    cls: type[Any], fields: dict[str, Any], field: str, words: str
) -> None:
    """The message names the field and what would be right."""
    with pytest.raises(ModelError) as caught:
        cls(**EXAMPLES[cls] | fields)
    assert caught.value.field == field
    assert words in str(caught.value)


def test_a_lag_may_be_a_lead() -> None:
    """A link may let work begin before its predecessor is done: only days of work are counted."""
    said = Uncertainty(of="S02", what=Uncertain.LAG, after="S01", spread=LEAD)
    assert said.spread.low == -3


MATRICES: list[tuple[Any, str]] = [
    (((1, 0.5),), "a row and a column for each"),
    (((1, 0.5), (0.5,)), "a row and a column for each"),
    (((1, 0.5), (0.4, 1)), "the same on both sides"),
    (((0.9, 0.5), (0.5, 1)), "1 on the diagonal"),
    (((1, 1.5), (1.5, 1)), "1 on the diagonal"),
]


@pytest.mark.parametrize(("matrix", "words"), MATRICES)
def test_a_matrix_has_to_be_one_of_correlations(matrix: Any, words: str) -> None:  # noqa: ANN401 - a bad value
    """Square, symmetric, 1 on the diagonal, for activities that are named."""
    with pytest.raises(ModelError, match=words):
        Correlation(id="C1", of=["S01", "S02"], matrix=matrix)


def test_correlations_that_contradict_one_another_are_refused() -> None:
    """A and B out together, B and C too, A and C against each other: nobody's durations do that."""
    matrix = ((1, 0.9, -0.9), (0.9, 1, 0.9), (-0.9, 0.9, 1))
    with pytest.raises(ModelError, match="contradict one another"):
        Correlation(id="C1", of=["A", "B", "C"], matrix=matrix)


def test_what_moves_as_one_is_moved_alike_by_all_else() -> None:
    """A and B are one; C goes with A and against B: that cannot be."""
    assert not is_positive_semidefinite([[1, 1, 0.9], [1, 1, -0.9], [0.9, -0.9, 1]])
    assert is_positive_semidefinite([[1, 1, 0.9], [1, 1, 0.9], [0.9, 0.9, 1]])


def test_an_agency_has_no_matrix() -> None:
    """A matrix needs to say which row is whose."""
    with pytest.raises(ModelError, match="a matrix needs activities in `of`"):
        Correlation(id="C1", agency="SCC", matrix=((1,),))


@given(st.lists(st.lists(st.floats(-2, 2), min_size=3, max_size=3), min_size=3, max_size=3))
def test_every_matrix_of_products_is_positive_semidefinite(rows: list[list[float]]) -> None:
    """Of any rows, the matrix of their inner products: that is what such a matrix is."""
    products = [[sum(a * b for a, b in zip(x, y, strict=True)) for x in rows] for y in rows]
    assert is_positive_semidefinite(products)


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1))
def test_three_correlations_exist_together_as_their_determinant_says(
    a: float, b: float, c: float
) -> None:
    """Three within -1 and 1 contradict one another exactly where the determinant is below 0."""
    determinant = 1 + 2 * a * b * c - a * a - b * b - c * c
    if abs(determinant) > 1e-6:
        found = is_positive_semidefinite([[1, a, b], [a, 1, c], [b, c, 1]])
        assert found == (determinant > 0)


# --- in a plan ------------------------------------------------------------------------------------

COUNCIL = Agency(id="SCC", name="A council", kind=AgencyKind.LOCAL_AUTHORITY)


def plan(**parts: Any) -> Plan:  # noqa: ANN401 - any field
    """Return a plan with every kind of activity."""
    twice = [Dependency(id="S01"), Dependency(id="S01", type=DependencyType.START_TO_START)]
    return Plan(
        title="A plan",
        agencies=[COUNCIL],
        actions=[
            Action(id="S01", title="Agree", due="2024-06-28"),
            Action(id="S02", title="Build", after=["S01", "M1"]),
            Action(id="S03", title="Both", after=twice),
        ],
        milestones=[Milestone(id="M1", title="Board", due="2024-07-01")],
        commitments=[Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING)],
        events=[Event(id="E1", title="Stocktake")],
        **parts,
    )


def said(of: str, what: Uncertain = Uncertain.DURATION, **more: Any) -> Uncertainty:  # noqa: ANN401 - any field
    """Return a spread of one number."""
    return Uncertainty(of=of, what=what, spread=THREE, **more)


def risk(name: str, *affects: str) -> Risk:
    """Return a risk for these."""
    return Risk(id=name, title="It fails", probability=0.5, delay=THREE, affects=affects)


def test_a_plan_holds_every_kind_of_doubt() -> None:
    """Each number of each kind of activity, decisions, risks, correlations."""
    made = plan(
        uncertainties=[
            said("S01"),
            said("S01", Uncertain.PROMISE),
            said("M1", Uncertain.PROMISE),
            said("F1", Uncertain.START),
            said("E1", Uncertain.START),
            said("S02", Uncertain.LAG, after="S01"),
            said("S02", Uncertain.LAG, after="M1", link_type=DependencyType.FINISH_TO_START),
            said("S03", Uncertain.LAG, after="S01", link_type=DependencyType.START_TO_START),
            said("S03", Uncertain.LAG, after="S01", link_type=DependencyType.FINISH_TO_START),
        ],
        approvals=[Approval(of=each, probability=0.5) for each in ("S01", "M1", "F1")],
        risks=[risk("R1", "S01", "M1", "F1")],
        correlations=[
            Correlation(id="R1", of=["S01", "S02"], coefficient=0.5),
            Correlation(id="C2", agency="SCC", coefficient=0),
            Correlation(id="C3", of=["S02", "S03"], matrix=[[1, -0.5], [-0.5, 1]]),
        ],
    )
    assert len(made.uncertainties) == 9


PART = tuple[dict[str, Any], tuple[str | int, ...], str]
CONTRADICTIONS: list[PART] = [
    ({"uncertainties": [said("S09")]}, ("uncertainties", 0, "of"), "Did you mean"),
    (
        {"uncertainties": [said("M1")]},
        ("uncertainties", 0, "of"),
        "only an action has a duration; M1 is a milestone",
    ),
    (
        {"uncertainties": [said("E1", Uncertain.PROMISE)]},
        ("uncertainties", 0, "of"),
        "only an action or milestone has a promise; E1 is an event",
    ),
    (
        {"uncertainties": [said("E1", Uncertain.LAG, after="S01")]},
        ("uncertainties", 0, "of"),
        "events and meetings wait for nothing; E1 is an event",
    ),
    (
        {"uncertainties": [said("S02", Uncertain.PROMISE)]},
        ("uncertainties", 0, "of"),
        "S02 promises nothing: it has no due or forecast date",
    ),
    (
        {"uncertainties": [said("S02", Uncertain.LAG, after="S03")]},
        ("uncertainties", 0, "after"),
        "S02 has no link after it. Known: S01, M1.",
    ),
    (
        {"uncertainties": [said("S03", Uncertain.LAG, after="S01")]},
        ("uncertainties", 0, "link_type"),
        "which link is meant? S03 waits for S01 by FS or SS",
    ),
    (
        {
            "uncertainties": [
                said("S02", Uncertain.LAG, after="S01", link_type=DependencyType.FINISH_TO_FINISH)
            ]
        },
        ("uncertainties", 0, "link_type"),
        "S02 waits for S01 by FS",
    ),
    (
        {"uncertainties": [said("S01"), said("S01", Uncertain.START), said("S01")]},
        ("uncertainties", 2, "of"),
        "another spread is given for the same number",
    ),
    (
        {
            "uncertainties": [
                said("S02", Uncertain.LAG, after="S01"),
                said("S02", Uncertain.LAG, after="S01", link_type=DependencyType.FINISH_TO_START),
            ]
        },
        ("uncertainties", 1, "of"),
        "another spread is given for the same number",
    ),
    (
        {"approvals": [Approval(of="E1", probability=0.5)]},
        ("approvals", 0, "of"),
        "an action, milestone or commitment is expected; E1 is an event",
    ),
    (
        {"approvals": [Approval(of="S01", probability=0.5)] * 2},
        ("approvals", 1, "of"),
        "it needs an approval already",
    ),
    ({"risks": [risk("R1", "S01", "S09")]}, ("risks", 0, "affects", 1), "has that id"),
    ({"risks": [risk("R1", "E1")]}, ("risks", 0, "affects", 0), "E1 is an event"),
    ({"risks": [risk("R1", "S01"), risk("R1", "S02")]}, ("risks", 1, "id"), "taken by Risk R1"),
    (
        {"correlations": [Correlation(id="C1", agency="SC", coefficient=0.5)]},
        ("correlations", 0, "agency"),
        "Did you mean 'SCC'?",
    ),
    (
        {"correlations": [Correlation(id="C1", of=["S01", "F1"], coefficient=0.5)]},
        ("correlations", 0, "of", 1),
        "only an action has a duration; F1 is a commitment",
    ),
    (
        {"correlations": [Correlation(id="C1", agency="SCC", coefficient=0.5)] * 2},
        ("correlations", 1, "id"),
        "taken by Correlation C1",
    ),
]


@pytest.mark.parametrize(("parts", "path", "words"), CONTRADICTIONS)
def test_doubt_about_nothing_is_refused_with_its_place(
    parts: dict[str, Any], path: tuple[str | int, ...], words: str
) -> None:
    """A spread, decision or risk belongs to something in the plan that can have it."""
    with pytest.raises(InvalidPlanError) as caught:
        plan(**parts)
    (problem,) = caught.value.problems
    assert problem.path == path
    assert words in str(problem)
