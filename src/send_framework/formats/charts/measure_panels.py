"""What a panel of the measures chart shows of one measure, and where."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from send_framework.formats.html.pictures.axis import Scale, scale_for
from send_framework.formats.wording import counted
from send_framework.model.measure import Measure, Observation

WIDE, PLOT = 300.0, 120.0
"""Pixels of a panel, and of its figures from bottom to top."""

_LEFT, _RIGHT, _PERCENT = 62.0, 12.0, 100.0


@frozen(kw_only=True)
class Panel:
    """Where the figures of one measure stand.

    Attributes:
        measure: The measure.
        scale: Where each day stands.
        top: Where its plot begins.
        low: The lowest figure of the scale.
        high: The highest.
    """

    measure: Measure
    scale: Scale
    top: float
    low: float
    high: float

    @property
    def bottom(self) -> float:
        """Where its plot ends."""
        return self.top + PLOT

    def y(self, value: float) -> float:
        """Return where a figure stands."""
        return self.top + PLOT * (1 - (value - self.low) / (self.high - self.low))


def figures_of(measure: Measure) -> tuple[tuple[date, Observation], ...]:
    """Return the figures that have a day, the last of the time they speak of, in order."""
    found = [(day, each) for each in measure.observations if (day := _day(each))]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _day(said: Observation) -> date | None:
    return (said.period.latest() or said.period.earliest()) if said.period else None


def populations_of(measure: Measure) -> tuple[str, ...]:
    """Return who is counted, first of all the figures that do not say whom."""
    named = [each.population for _, each in figures_of(measure)]
    return tuple(dict.fromkeys(sorted(named, key=bool)))


def panel_of(measure: Measure, left: float, top: float) -> Panel:
    """Return where a measure's figures and targets stand.

    Args:
        measure: A measure with a figure that has a day.
        left: Where the panel begins.
        top: Where its plot begins.
    """
    days = [day for day, _ in figures_of(measure)]
    days += [day for each in measure.targets if each.by and (day := each.by.latest())]
    values = [each.value for _, each in figures_of(measure)]
    values += [each.value for each in measure.targets]
    low, high = min(*values, 0.0), max(*values, 0.0)
    if measure.unit == "%" and high <= _PERCENT:
        high = _PERCENT
    scale = scale_for(days, left=left + _LEFT, width=WIDE - _LEFT - _RIGHT)
    return Panel(measure=measure, scale=scale, top=top, low=low,
                 high=high if high > low else low + 1)  # fmt: skip


def measures_description(measures: Sequence[Measure]) -> str:
    """Return what is to be seen, in one sentence.

    Args:
        measures: All measures of a plan.

    Example:
        >>> measures_description([])
        'The plan names no measure.'
    """
    if not measures:
        return "The plan names no measure."
    aimed = sum(bool(each.targets) for each in measures)
    words = f"{counted(len(measures), 'measure')}, {aimed} with a target"
    left_out = sum(not figures_of(each) for each in measures)
    return f"{words}; {left_out} without a dated figure." if left_out else f"{words}."


def values_of(panel: Panel) -> Mapping[float, str]:
    """Return the figures that the scale of a panel names, with their words."""
    values = (panel.low, 0.0, panel.high)
    return {each: f"{each:,g}" for each in values}
