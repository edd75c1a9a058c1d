"""Every input of a simulation in words: what was given, what was assumed, what has no effect."""

from collections.abc import Iterator
from functools import cache

from send_framework.model.dependency import LagUnit
from send_framework.model.distribution import Distribution, Shape
from send_framework.model.plan import Plan
from send_framework.model.uncertainty import Approval, Correlation, Risk, Uncertain, Uncertainty
from send_framework.model.window import Unit
from send_framework.network.risk.draws import Draw, given_reason, number_name
from send_framework.network.risk.effects import Effects
from send_framework.network.risk.inputs import RiskInputs
from send_framework.network.risk.results import Input
from send_framework.network.solving import Solved

_LATER = (Uncertain.START, Uncertain.PROMISE)


def listed_inputs(solved: Solved, inputs: RiskInputs) -> tuple[Input, ...]:
    """Return all that is uncertain in words, and what the plan gives without effect.

    Args:
        solved: The plan on one basis.
        inputs: What is uncertain in it.
    """
    plan, effects = solved.plan, Effects(solved=solved)
    sizes = {each.id: len(each.members) for each in inputs.correlations}
    return (
        *(_draw(draw, _unit(solved, draw)) for draw in inputs.draws),
        *(_approval(each, effects) for each in plan.approvals),
        *(_risk(each, effects) for each in plan.risks),
        *(_correlation(each, sizes.get(each.id, 0)) for each in plan.correlations),
        *_silent(plan, effects),
    )


def _unit(solved: Solved, draw: Draw) -> Unit:
    if draw.link is None:
        return Unit.WORKING_DAYS
    in_civil_days = solved.dependencies[draw.link][1].lag_unit is LagUnit.CALENDAR_DAYS
    return Unit.CALENDAR_DAYS if in_civil_days else Unit.WORKING_DAYS


def _draw(draw: Draw, unit: Unit) -> Input:
    later = " later" if draw.what in _LATER else ""
    return Input(
        of=draw.of,
        what=draw.name,
        spread=_words(draw.spread, f"{_counted(unit)}{later}", negative=draw.least is None),
        assumed=draw.assumed,
        reason=draw.reason,
    )


def _approval(said: Approval, effects: Effects) -> Input:
    late = said.otherwise
    otherwise = "never" if late is None else _words(late, "working days later")
    spread = f"given with probability {said.probability:g}, otherwise {otherwise}"
    return _given(said, (said.of, "approval", spread), effects.settled(said.of))


def _risk(said: Risk, effects: Effects) -> Input:
    alive = [name for name in said.affects if effects.settled(name) is None]
    named = ", ".join(alive or said.affects)
    more = _words(said.delay, f"working days more for {named}")
    spread = f"happens with probability {said.probability:g}: {more}"
    why = None if alive else "nothing that it affects can change any more"
    return _given(said, (said.id, "risk", spread), why)


def _correlation(said: Correlation, count: int) -> Input:
    how = "a matrix" if said.coefficient is None else f"{said.coefficient:g} between each two"
    whose = f"agency {said.agency}" if said.agency is not None else ", ".join(said.of)
    why = None if count else "fewer than two uncertain durations are left to it"
    return _given(said, (said.id, "correlation", f"{how}, durations of {whose}"), why)


def _silent(plan: Plan, effects: Effects) -> Iterator[Input]:
    for each in plan.uncertainties:
        why = effects.without_effect(each)
        if why is not None:
            yield _given(each, (each.of, number_name(each), each.spread.words), why)


def _words(spread: Distribution, counted: str, *, negative: bool = False) -> str:
    """Return a spread in words: the ends that give it its percentiles, and where it is cut off."""
    fit, lowest = _fit(spread)
    notes = [fit] if fit else []
    if lowest is not None and lowest < 0 and not negative:
        notes.append("below 0 counts as 0")
    noted = f" ({'; '.join(notes)})" if notes else ""
    return f"{spread.words} {counted}{noted}"


def _fit(spread: Distribution) -> tuple[str, float | None]:
    """Return the fitted ends in words, if any had to be fitted, and the lowest value."""
    if spread.p10 is None or spread.shape is Shape.LOGNORMAL:
        return "", spread.low
    # Only percentiles need numpy before anything is sampled.
    from send_framework.network.risk.distributions import fitted

    fit = fitted(spread)
    return fit.words, fit.low


def _given(
    said: Approval | Risk | Correlation | Uncertainty, named: tuple[str, str, str], why: str | None
) -> Input:
    """Return what the plan gives, and why it has no effect, if so."""
    of, what, spread = named
    return Input(
        of=of,
        what=what,
        spread=spread,
        assumed=False,
        reason=given_reason(said) + ("" if why is None else f"; has no effect: {why}"),
        has_effect=why is None,
    )


@cache
def _counted(unit: Unit) -> str:
    return unit.words(2).split(" ", 1)[1]
