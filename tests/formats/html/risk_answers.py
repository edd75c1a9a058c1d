"""A simulation's answer made by hand, for what a page shows of one."""

from datetime import date
from typing import Any

from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.risk.results import (
    DayShare,
    EventRisk,
    Finishes,
    Input,
    ReadyChances,
    RiskResult,
    Sampling,
    Weakness,
)


def simulated(schedule: Schedule, **parts: Any) -> RiskResult:  # noqa: ANN401 - any field of the answer
    """Return an answer of 1,000 samples of a schedule, with some parts as given."""
    days = [date(2024, 9, 2), date(2024, 9, 16), date(2024, 9, 30), date(2024, 10, 14)]
    made: dict[str, Any] = {
        "title": schedule.title,
        "on": schedule.on,
        "on_given": True,
        "basis": Basis.FORECAST,
        "target": schedule.target,
        "samples": 1000,
        "seed": 7,
        "sampling": Sampling.RANDOM,
        "blocks": 1,
        "p_ready": ReadyChances(),
        "standard_error": 0.004,
        "converged": None,
        "finish": Finishes(p10=days[0], p50=days[1], p80=days[2], p90=None, scheduled=days[0]),
        "mean_finish": 9.5,
        "deviation": 8.0,
        "curve": tuple(
            DayShare(day=day, share=share)
            for day, share in zip(days, (0.1, 0.5, 0.8, 1.0), strict=True)
        ),
        "window_curve": (DayShare(day=days[-1], share=1.0),),
        "actions": (),
        "agencies": (),
        "leading": (),
        "events": (
            EventRisk(
                id="R1", title="A vacancy stays open", is_approval=False, probability=0.25,
                happened=0.26, days_lost=2.5, days_lost_if_happens=9.6, p_ready_loss=0.05,
            ),
        ),
        "milestones": (),
        "inputs": (
            Input(
                of="S005", what="duration", spread="triangular 4, 8, 16 working days",
                assumed=True, reason="nobody published one",
            ),
        ),
        "assumed_inputs": 1,
        "assumed_share": 1.0,
        "missing": (),
        "weaknesses": (Weakness(kind="open-end", sentence="Nothing waits for 2 of them."),),
        "caveat": "It cannot say what people will do.",
    }  # fmt: skip
    return RiskResult(**(made | parts))
