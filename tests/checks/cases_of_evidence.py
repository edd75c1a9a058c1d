"""Evidence, figures and doubt."""

from typing import Any

from send_framework import (
    Assumption,
    Claim,
    Commitment,
    CommitmentKind,
    Confidence,
    Direction,
    Evidence,
    EvidenceKind,
    Measure,
    MeasureKind,
    Observation,
    Share,
    Status,
    Target,
)
from tests.checks.cases import MINUTES, REPORT, Case, act, plan


def _measure(*observations: Observation, **fields: Any) -> Measure:  # noqa: ANN401
    given: dict[str, Any] = {"id": "M", "title": "Plans issued in a month", "unit": "plans"}
    return Measure(observations=observations, **{**given, **fields})


_GROWTH = (Observation(value=186, period="2024-11"), Observation(value=364, period="2025-11"))
_DONE: dict[str, Any] = {
    "status": Status.COMPLETE,
    "actual_start": "2024-06-03",
    "actual_finish": "2024-06-05",
}
_DELIVERED = Evidence(text="Posts filled")
_IMPACT = Evidence(text="Families say so", kind=EvidenceKind.IMPACT)

EVIDENCE = (
    Case(
        code="action-without-success-measure",
        raises=plan(act()),
        neighbour=plan(act(success_measures="60 posts filled")),
    ),
    Case(
        code="action-without-evidence",
        raises=plan(act()),
        neighbour=plan(act(evidence=[_DELIVERED])),
    ),
    Case(
        code="complete-without-evidence",
        raises=plan(act(**_DONE)),
        neighbour=plan(act(**_DONE, evidence=[_IMPACT])),
    ),
    Case(
        code="done-without-impact",
        raises=plan(act(**_DONE, evidence=[_DELIVERED])),
        neighbour=plan(act(**_DONE, evidence=[_DELIVERED, _IMPACT])),
    ),
    Case(
        code="measure-unobserved",
        raises=plan(measures=[_measure()]),
        neighbour=plan(measures=[_measure(*_GROWTH)]),
        subject="M",
    ),
    Case(
        code="measure-without-target",
        raises=plan(act(measures="M"), measures=[_measure()]),
        neighbour=plan(act(measures="M"), measures=[_measure(targets=[Target(value=9)])]),
        subject="M",
    ),
    Case(
        code="measure-without-baseline",
        raises=plan(measures=[_measure(*_GROWTH, targets=[Target(value=9)])]),
        neighbour=plan(
            measures=[_measure(Observation(value=3.8, is_baseline=True), targets=[Target(value=9)])]
        ),
        subject="M",
    ),
    Case(
        code="target-missed",
        raises=plan(
            measures=[
                _measure(
                    Observation(value=32, period="2024-05"),
                    better=Direction.UP,
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        neighbour=plan(
            measures=[
                _measure(
                    Observation(value=50, period="2024-05"),
                    better=Direction.UP,
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        subject="M",
        says="49.1 plans was aimed at by May 2024; May 2024 shows 32",
    ),
    Case(
        code="target-unreported",
        raises=plan(
            measures=[
                _measure(
                    Observation(value=32, period="2024-04"),
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        neighbour=plan(
            measures=[
                _measure(
                    Observation(value=32, period="2024-05"),
                    targets=[Target(value=49.1, by="2024-05")],
                )
            ]
        ),
        subject="M",
        says="no figure has been published since 31 May 2024",
    ),
)


FIGURES = (
    Case(
        code="figures-contradict",
        raises=plan(
            measures=[
                _measure(
                    Observation(value=3.8, period="2023"), Observation(value=3.9, period="2023")
                )
            ]
        ),
        neighbour=plan(
            measures=[
                _measure(
                    Observation(value=3.8, period="2023-11"), Observation(value=3.9, period="2023")
                )
            ]
        ),
        subject="M",
        says="2023: 3.8 and 3.9",
    ),
    Case(
        code="flow-with-stock",
        raises=plan(measures=[_measure(Observation(value=60, counts=MeasureKind.STOCK))]),
        neighbour=plan(measures=[_measure(Observation(value=60, counts=MeasureKind.FLOW))]),
        subject="M",
        says="60 (no period) is a stock, the measure counts a flow",
    ),
    Case(
        code="change-contradicts-figures",
        raises=plan(
            measures=[_measure(*_GROWTH, claims=[Claim(about="observations", says="up by 65 %")])]
        ),
        neighbour=plan(
            measures=[_measure(*_GROWTH, claims=[Claim(about="observations", says="+95.7%")])]
        ),
        subject="M",
        says="364 after 186 is +95.7 %",
    ),
    Case(
        code="sum-unexplained",
        raises=plan(
            commitments=[
                Commitment(
                    id="F",
                    title="A package",
                    kind=CommitmentKind.FUNDING,
                    amount=9_100_000,
                    shares=[Share(label="2024/25", amount=2_600_000)],
                )
            ]
        ),
        neighbour=plan(
            commitments=[
                Commitment(
                    id="F",
                    title="A package",
                    kind=CommitmentKind.FUNDING,
                    amount=2_600_000,
                    shares=[Share(label="2024/25", amount=2_600_000)],
                )
            ]
        ),
        subject="F",
        says="2,600,000 of 9,100,000 pounds; 6,500,000 are unexplained",
    ),
)


DOUBT = (
    Case(
        code="assumption-on-critical-path",
        raises=plan(
            act(duration=9),
            assumptions=[Assumption(id="X", reason="Boards take that.", fills=["A duration"])],
        ),
        neighbour=plan(act(duration=9)),
        says="the duration of A (9 working days) is assumed (X: Boards take that)",
    ),
    Case(
        code="sources-disagree",
        raises=plan(act(claims=[Claim(about="actual_finish", says="25 March")])),
        neighbour=plan(act()),
        says="actual finish of A: another source says '25 March'",
    ),
    Case(
        code="fact-unverified",
        raises=plan(act(confidence=Confidence.UNVERIFIED)),
        neighbour=plan(act(confidence=Confidence.SECONDARY)),
        says="A is unverified",
    ),
    Case(
        code="actions-unsourced",
        raises=plan(act("A", sources=[REPORT]), act("B")),
        neighbour=plan(act("A", sources=[REPORT]), act("B", sources=[MINUTES])),
        subject="",
        says="1 of 2 actions name no source: B",
    ),
)


RUN = (
    Case(
        code="cannot-be-checked",
        raises=plan(act(due="2190-01-01")),
        neighbour=plan(act(due="2090-01-02")),
        subject="",
        says="checks cannot answer",
    ),
)
