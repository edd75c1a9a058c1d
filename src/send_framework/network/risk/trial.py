"""What is simulated: a plan's network with everything uncertain in it, ready to be handed out.

A trial holds plain numbers and frozen objects only, so it can be pickled and sent to any worker;
with a block's number it says exactly what that block's samples are.
"""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from send_framework.network.engine.compiled import Compiled, IndexNetwork, InstantNetwork
from send_framework.network.engine.rows import for_samples
from send_framework.network.risk.inputs import RiskInputs
from send_framework.network.risk.reading import Reading, reading_of
from send_framework.network.risk.results import Sampling
from send_framework.network.risk.target_days import TargetDays
from send_framework.network.solving import Solved
from send_framework.working_days import begin_of

TICKS = 100
"""Units in a working day, where one calendar serves all: durations are drawn to a hundredth."""


@frozen(kw_only=True, eq=False)
class Trial:
    """A plan as a simulation needs it.

    Attributes:
        net: The network, in `unit`s of a working day.
        unit: 100 with one calendar, else 1.
        inputs: Everything uncertain.
        scope: Numbers of what is computed.
        subjects: Numbers of what is asked about: the scope without cancelled work, in order.
        reading: How the scope's finish is read.
        agencies: Each agency with the numbers of its work; the empty name has what nobody owns.
        target: The days inspectors may come; ``None`` without a target.
        target_numbers: Of each day of `target.days`, by which number work must be done.
        end_numbers: The same of each known end of the window.
        starts: Start numbers in the single schedule.
        at_starts: Where each begins there: in the index form numbers, else instants.
        lags: Of the links whose lags are drawn, the single schedule's.
        seed: Of the random numbers.
        sampling: How samples are spread.
    """

    net: Compiled
    unit: int
    inputs: RiskInputs
    scope: frozenset[int]
    subjects: tuple[int, ...]
    reading: Reading
    agencies: tuple[tuple[str, tuple[int, ...]], ...]
    target: TargetDays | None
    target_numbers: tuple[int, ...]
    end_numbers: tuple[tuple[str, int], ...]
    starts: tuple[int, ...]
    at_starts: tuple[int, ...]
    lags: dict[int, int]
    seed: int
    sampling: Sampling


def trial_of(
    solved: Solved,
    inputs: RiskInputs,
    target: TargetDays | None,
    *,
    seed: int,
    sampling: Sampling,
) -> Trial:
    """Return what is simulated.

    Args:
        solved: The single schedule.
        inputs: Everything uncertain in it.
        target: The days inspectors may come.
        seed: Of the random numbers.
        sampling: How samples are spread.
    """
    lags = {draw.link: draw.centre for draw in inputs.draws if draw.link is not None}
    net = for_samples(solved.network, TICKS, lags)
    unit = TICKS if isinstance(net, IndexNetwork) else 1
    subjects = _subjects(solved)
    days = () if target is None else target.days
    ends = () if target is None else target.ends
    preparation = 0 if target is None else target.preparation
    return Trial(
        net=net,
        unit=unit,
        inputs=inputs,
        scope=solved.scope,
        subjects=subjects,
        reading=reading_of(solved, subjects, unit, inputs),
        agencies=_agencies(solved, subjects),
        target=target,
        target_numbers=tuple(_number(solved, day, preparation) * unit for day in days),
        end_numbers=tuple((name, _number(solved, day, preparation) * unit) for name, day in ends),
        starts=tuple(at * unit for at in solved.result.early.start),
        at_starts=_at_starts(solved, net, unit),
        lags={link: lag * unit for link, lag in lags.items()},
        seed=seed,
        sampling=sampling,
    )


def _at_starts(solved: Solved, net: Compiled, unit: int) -> tuple[int, ...]:
    if isinstance(net, InstantNetwork):
        early = solved.result.early
        dated = early if isinstance(solved.network, InstantNetwork) else solved.result.days.early
        return tuple(dated.at_start)
    return tuple(at * unit for at in solved.result.early.start)


def _number(solved: Solved, day: date, preparation: int) -> int:
    """Return how many working days are over when work must be done for inspectors on a day."""
    return solved.result.days.network.plan_table.index(begin_of(day)) - preparation


def _subjects(solved: Solved) -> tuple[int, ...]:
    alive = (i for i in solved.network.sequence if i in solved.scope)
    return tuple(i for i in alive if not solved.placed[i].dropped)


def _agencies(solved: Solved, subjects: Sequence[int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found: dict[str, list[int]] = {}
    for i in subjects:
        for agency in solved.placed[i].accountable or ("",):
            found.setdefault(agency, []).append(i)
    return tuple((agency, tuple(numbers)) for agency, numbers in found.items())
