"""A result of a simulation made by hand: no sample is drawn for it."""

from datetime import date

from send_framework import Window, WindowEnd
from send_framework.network.kinds import Basis
from send_framework.network.risk.results import (
    ActionRisk,
    AgencyRisk,
    DayShare,
    EventRisk,
    Finishes,
    Input,
    LeadingPath,
    MilestoneRisk,
    Probability,
    ReadyChances,
    Remedy,
    RemedyGain,
    RiskResult,
    Sampling,
    Weakness,
)

ON = date(2024, 5, 31)
DAY = date(2024, 8, 23)
WINDOW = Window(
    id="monitoring", name="Monitoring inspection", scope="monitoring",
    earliest=WindowEnd(day=date(2024, 5, 20), reason="seen elsewhere"),
    expected=WindowEnd(day=date(2024, 9, 9), reason="planned for by the board"),
)  # fmt: skip
FINISHES = Finishes(
    p10=date(2024, 8, 20), p50=DAY, p80=date(2024, 9, 20), p90=None, scheduled=DAY, never=0.125
)
HALVED = RemedyGain(
    remedy=Remedy.HALVED, days_gained=12.25, p_ready_gain=0.25, p_ready_latest_gain=0.125
)
CERTAIN = RemedyGain(remedy=Remedy.CERTAIN, days_gained=3.5, p_ready_gain=0.5)
NOTHING = RemedyGain(remedy=Remedy.ON_TIME, days_gained=0.0, p_ready_gain=0.0)
STRATEGY = ActionRisk(
    id="B", title="Write the strategy", accountable=("NCC",), criticality=0.75, cruciality=0.5,
    sensitivity=0.25, mean_duration=32.5, deviation=4.25, assumed=True, days_gained=12.25,
    p_ready_gain=0.5, remedies=(CERTAIN, HALVED, NOTHING),
)  # fmt: skip
IDLE = ActionRisk(
    id="C", title="=Gather views", criticality=0.0, cruciality=-0.25, sensitivity=0.0,
    mean_duration=15.0, deviation=1.0, assumed=False,
)  # fmt: skip
RISK = RiskResult(
    title="Northshire SEND improvement plan",
    on=ON,
    on_given=True,
    basis=Basis.FORECAST,
    target=WINDOW,
    samples=4_000,
    seed=7,
    sampling=Sampling.LATIN_HYPERCUBE,
    blocks=10,
    p_ready=ReadyChances(
        earliest=Probability(value=0.0, standard_error=0.0),
        expected=Probability(value=0.625, standard_error=0.0075),
        window=Probability(value=0.5, standard_error=0.008),
    ),
    standard_error=0.008,
    converged=False,
    finish=FINISHES,
    mean_finish=-2.25,
    deviation=9.5,
    curve=(DayShare(day=date(2024, 8, 20), share=0.25), DayShare(day=DAY, share=0.375),
           DayShare(day=date(2024, 9, 20), share=0.875)),
    window_curve=(DayShare(day=date(2024, 9, 9), share=1.0),),
    actions=(STRATEGY, IDLE),
    agencies=(
        AgencyRisk(agency="NCC", criticality=0.75, sensitivity=0.25, activities=("B",)),
        AgencyRisk(agency="", criticality=0.125, sensitivity=0.0, activities=("X",)),
        AgencyRisk(agency="NICB", criticality=0.0, sensitivity=0.0, activities=()),
    ),
    leading=tuple(LeadingPath(activities=("A", f"B{n}"), share=(8 - n) / 36) for n in range(6)),
    events=(
        EventRisk(id="R1", title="Staff leave", is_approval=False, probability=0.25,
                  happened=0.26, days_lost=2.5, days_lost_if_happens=9.75, p_ready_loss=0.0625),
        EventRisk(id="B", title="Write the strategy", is_approval=True, probability=0.9,
                  happened=0.125, days_lost=1.5, days_lost_if_happens=12.0, p_ready_loss=0.03125),
    ),
    milestones=(
        MilestoneRisk(id="M", title="Board confirms", finish=FINISHES),
        MilestoneRisk(id="N", title="Never", finish=Finishes(
            p10=None, p50=None, p80=None, p90=None, scheduled=None)),
    ),
    inputs=(
        Input(of="B", what="duration", spread="triangular 15, 30, 60 working days", assumed=True,
              reason="default for an assumed duration"),
        Input(of="R1", what="risk", spread="happens with probability 0.25", assumed=False,
              reason="given in the plan"),
        Input(of="monitoring", what="window", spread="always 9 September 2024", assumed=True,
              reason="no observed days were given"),
    ),
    assumed_inputs=2,
    assumed_share=0.875,
    missing=("Z",),
    weaknesses=(Weakness(kind="open-end", sentence="Nothing waits for C.", activities=("C",)),),
    caveat="It knows only the uncertainty that is listed.",
    recommendations=(
        MilestoneRisk(id="PA1", title="Plan strategically together, with measurable systems.",
                      finish=FINISHES, missing=("PA1(b)", "Z")),
        MilestoneRisk(id="PA2", title="Act at once.", finish=FINISHES),
    ),
)  # fmt: skip
"""Half of the samples are ready; one in eight never is; the first end of the window has passed."""
