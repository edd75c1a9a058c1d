"""What a simulation is given: every uncertain number of a plan, each with where it comes from.

`risk_inputs(solved)` reads the plan's own spreads, fills the gaps by `Defaults` and leaves out what
can no longer change; `listing` says all of it in words. Numbers of activities and links are the
engine's: places in `solved.placed` and `solved.dependencies`.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from send_framework.model.distribution import Distribution
from send_framework.model.uncertainty import Correlation, Uncertain
from send_framework.network.risk.defaults import DEFAULTS, Defaults
from send_framework.network.risk.draws import Draw, draws
from send_framework.network.risk.effects import Effects
from send_framework.network.solving import Solved

__all__ = [
    "DEFAULTS",
    "ApprovalInput",
    "CorrelationInput",
    "Defaults",
    "Draw",
    "EventInput",
    "RiskInputs",
    "risk_inputs",
]


@frozen(kw_only=True)
class ApprovalInput:
    """An approval that may be refused.

    Attributes:
        number: Number of the activity it allows.
        id: That activity's id.
        title: That activity's title.
        probability: How likely it is given.
        otherwise: Extra working days of the activity when it is refused at first (what is fixed
            by date moves as far); ``None``: it is then never done.
        stream: Names the random numbers; the delay's stream is this and ``" delay"``.
    """

    number: int
    id: str
    title: str
    probability: float
    otherwise: Distribution | None
    stream: str


@frozen(kw_only=True)
class EventInput:
    """A risk: it happens or not, once in each sample, with one delay for all it affects.

    Attributes:
        id: Its id.
        title: What may happen.
        probability: How likely.
        delay: Extra working days for each (what is fixed by date moves as far).
        numbers: Numbers of what it affects, without what it can no longer delay.
        stream: Names the random numbers; the delay's stream is this and ``" delay"``.
    """

    id: str
    title: str
    probability: float
    delay: Distribution
    numbers: tuple[int, ...]
    stream: str


@frozen(kw_only=True)
class CorrelationInput:
    """Durations that tend to be out together.

    Attributes:
        id: Its id.
        members: Places in `RiskInputs.draws`: durations, at least two, none in two correlations.
        coefficient: The correlation of each pair; ``None`` where a matrix says it.
        matrix: Rows in the order of `members`; empty with a coefficient.
    """

    id: str
    members: tuple[int, ...]
    coefficient: float | None
    matrix: tuple[tuple[float, ...], ...] = ()


@frozen(kw_only=True)
class RiskInputs:
    """Everything uncertain in what the target asks for.

    Attributes:
        draws: Every uncertain number: activities in their order, then lags.
        approvals: Decisions that may be refused.
        events: Risks.
        correlations: Which durations are out together.
    """

    draws: tuple[Draw, ...]
    approvals: tuple[ApprovalInput, ...]
    events: tuple[EventInput, ...]
    correlations: tuple[CorrelationInput, ...]


def risk_inputs(solved: Solved, *, defaults: Defaults = DEFAULTS) -> RiskInputs:
    """Return what is uncertain in a solved plan, as far as its target asks for it.

    Args:
        solved: The plan on one basis; its single schedule is what the spreads stand around.
        defaults: What is taken where the plan gives no spread.

    Example:
        >>> from datetime import date
        >>> from send_framework import Action, Confidence, Plan, WorkingCalendar
        >>> from send_framework.network.assumed import Settings
        >>> from send_framework.network.kinds import Basis
        >>> from send_framework.network.schedule import solve_plan
        >>> from send_framework.network.target import Yardstick
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="S01", title="Write it", duration=20, confidence=Confidence.VERIFIED)])
        >>> yardstick = Yardstick(target=None, on=date(2024, 6, 1), calendar=WorkingCalendar())
        >>> solved = solve_plan(plan, yardstick, Basis.NETWORK, Settings())
        >>> [only] = risk_inputs(solved).draws
        >>> only.of, only.spread.words, only.assumed, only.reason
        ('S01', 'triangular 18, 20, 25', True, 'default for a verified duration')
    """
    effects = Effects(solved=solved)
    found = tuple(draws(solved, defaults))
    return RiskInputs(
        draws=found,
        approvals=tuple(_approvals(solved, effects)),
        events=tuple(_events(solved, effects)),
        correlations=tuple(_correlations(solved, found)),
    )


def _approvals(solved: Solved, effects: Effects) -> Iterator[ApprovalInput]:
    for each in solved.plan.approvals:
        if effects.settled(each.of) is None:
            number = solved.numbers[each.of]
            yield ApprovalInput(
                number=number,
                id=each.of,
                title=solved.placed[number].title,
                probability=each.probability,
                otherwise=each.otherwise,
                stream=f"{each.of} approval",
            )


def _events(solved: Solved, effects: Effects) -> Iterator[EventInput]:
    for each in solved.plan.risks:
        alive = (name for name in each.affects if effects.settled(name) is None)
        numbers = tuple(solved.numbers[name] for name in alive)
        if numbers:
            yield EventInput(
                id=each.id,
                title=each.title,
                probability=each.probability,
                delay=each.delay,
                numbers=numbers,
                stream=f"{each.id} risk",
            )


def _correlations(solved: Solved, found: Sequence[Draw]) -> Iterator[CorrelationInput]:
    taken: set[int] = set()
    for each in solved.plan.correlations:
        members = [place for place in _members(solved, each, found) if place not in taken]
        if len(members) > 1:
            taken.update(members)
            yield CorrelationInput(
                id=each.id,
                members=tuple(members),
                coefficient=each.coefficient,
                matrix=_part(each, [found[place].of for place in members]),
            )


def _members(solved: Solved, said: Correlation, found: Sequence[Draw]) -> Iterator[int]:
    """Yield the places of the durations that it names or that its agency is accountable for."""
    for place, draw in enumerate(found):
        owners = solved.placed[draw.number].accountable
        if draw.what is Uncertain.DURATION and (draw.of in said.of or said.agency in owners):
            yield place


def _part(said: Correlation, names: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    """Return the rows and columns of its matrix that belong to these activities."""
    if not said.matrix:
        return ()
    rows = [said.of.index(name) for name in names]
    return tuple(tuple(said.matrix[i][j] for j in rows) for i in rows)
