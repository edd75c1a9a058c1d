"""The spread of a length that a scenario changes: it grows or shrinks in proportion.

A spread in the plan is in working days, so without this a simulation would go on drawing the old
length. What takes a third less is out by a third less; so are the library's own defaults.
"""

from attrs import evolve

from send_framework.model.distribution import Distribution
from send_framework.model.plan import Plan
from send_framework.model.uncertainty import Uncertain, Uncertainty
from send_framework.network.changes.moving import Reading
from send_framework.network.entries import entries

_IN_DAYS = ("low", "likely", "high", "p10", "p50", "p90")


def with_spread_in_proportion(old: Plan, new: Plan, name: str | None, reading: Reading) -> Plan:
    """Return the changed plan with the given spread of one action's length scaled.

    Where one of the two lengths is nothing or not known, the spread says nothing of the new one
    and goes.

    Args:
        old: The plan before.
        new: The plan after.
        name: The action's id.
        reading: How both are read.

    Raises:
        ModelError: The spread would leave what a plan has room for.
    """
    if not any(each.of == name and each.what is Uncertain.DURATION for each in new.uncertainties):
        return new
    before, after = _length(old, name, reading), _length(new, name, reading)
    kept: list[Uncertainty] = []
    for each in new.uncertainties:
        if each.of != name or each.what is not Uncertain.DURATION:
            kept.append(each)
        elif before and after:
            kept.append(evolve(each, spread=_scaled(each.spread, after / before)))
    return evolve(new, uncertainties=tuple(kept))


def _length(plan: Plan, name: str | None, reading: Reading) -> int:
    """Return the working days an action takes; of begun work, those that are left."""
    read = entries(plan, on=reading.on, basis=reading.basis, settings=reading.settings)
    entry = next(each for each in read if each.id == name)
    return entry.duration if entry.started is None else entry.remaining or 0


def _scaled(spread: Distribution, factor: float) -> Distribution:
    """Return a spread with all its days multiplied.

    Example:
        >>> _scaled(Distribution(low=10, likely=20, high=40), 0.5).words
        'triangular 5, 10, 20'
    """
    if factor == 1:
        return spread
    given = ((name, getattr(spread, name)) for name in _IN_DAYS)
    days = {name: value * factor for name, value in given if value is not None}
    return evolve(spread, values=tuple(value * factor for value in spread.values), **days)
