"""Results of simulations and comparisons, made up: pictures draw what they are given."""

from datetime import date, timedelta

from send_framework.network.changes.results import Comparison, Moved
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.risk.results import (
    ActionRisk,
    DayShare,
    Finishes,
    Probability,
    ReadyChances,
    Remedy,
    RemedyGain,
    RiskResult,
    Sampling,
)

FIRST = date(2024, 8, 1)
CURVE = tuple(
    DayShare(day=FIRST + timedelta(days=10 * place), share=place / 10) for place in range(1, 11)
)
"""Done at a steady pace: a tenth each ten days."""

FINISHES = Finishes(
    p10=CURVE[0].day, p50=CURVE[4].day, p80=CURVE[7].day, p90=CURVE[8].day, scheduled=FIRST
)
GAINS = {"B": 12.0, "D": 4.0, "A": -1.0}


def a_simulation(
    schedule: Schedule,
    *,
    curve: tuple[DayShare, ...] = CURVE,
    window_curve: tuple[DayShare, ...] = CURVE[3:6],
    finish: Finishes = FINISHES,
    gains: dict[str, float] | None = None,
) -> RiskResult:
    """Return a simulation with these results."""
    chance = Probability(value=0.34, standard_error=0.005)
    return RiskResult(
        title=schedule.title, on=schedule.on, on_given=True, basis=Basis.FORECAST,
        target=schedule.target, samples=10_000, seed=1, sampling=Sampling.RANDOM, blocks=10,
        p_ready=ReadyChances(earliest=chance, expected=chance, window=chance),
        standard_error=0.005, converged=None, finish=finish, mean_finish=3.0, deviation=2.0,
        curve=curve, window_curve=window_curve,
        actions=tuple(_action(*each) for each in (GAINS if gains is None else gains).items()),
        agencies=(), leading=(), events=(), milestones=(), inputs=(), assumed_inputs=0,
        assumed_share=0.0, missing=(), weaknesses=(), caveat="",
    )  # fmt: skip


def _action(wanted: str, gain: float) -> ActionRisk:
    remedies = tuple(
        RemedyGain(remedy=each, days_gained=gain / place, p_ready_gain=0.1)
        for place, each in enumerate(Remedy, 1)
    )
    return ActionRisk(
        id=wanted, title=f"Work {wanted}", criticality=0.5, cruciality=0.3, sensitivity=0.2,
        mean_duration=20.0, deviation=4.0, assumed=wanted == "B", days_gained=gain,
        p_ready_gain=0.1, remedies=remedies,
    )  # fmt: skip


def a_comparison(
    old: Schedule, new: Schedule, *, moved: tuple[Moved, ...] | None = None
) -> Comparison:
    """Return a comparison in which three activities moved."""
    if moved is None:
        moved = (
            a_move("B", 15, on_old_path=True),
            a_move("D", -5, on_new_path=True),
            a_move("M", 3, newly_late=True),
        )
    return Comparison(
        old=old, new=new, added=(), removed=(), changes=(), moved=moved, finish_moved=15,
        why=(), method="", old_float=(), new_float=(),
    )  # fmt: skip


def a_move(
    wanted: str, days: int, *, on_old_path: bool = False, on_new_path: bool = False,
    newly_late: bool = False,
) -> Moved:  # fmt: skip
    """Return one move by so many days."""
    new = FIRST + timedelta(days=days)
    return Moved(
        id=wanted, title=f"Work {wanted}", old_start=FIRST, new_start=new, old_finish=FIRST,
        new_finish=new, working_days=days, on_old_path=on_old_path, on_new_path=on_new_path,
        newly_late=newly_late,
    )  # fmt: skip
