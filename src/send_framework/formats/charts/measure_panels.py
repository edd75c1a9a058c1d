"""What a panel of the measures chart shows of one measure, and where."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from send_framework.formats.html.pictures.axis import Scale, scale_for
from send_framework.formats.html.pictures.clearing import Line, Point
from send_framework.formats.html.pictures.panels import dated, round_ticks
from send_framework.formats.wording import counted
from send_framework.model.measure import Measure, Observation, ObservationKind

WIDE, PLOT = 300.0, 120.0
"""Pixels of a panel, and of its figures from bottom to top."""

_LEFT, _RIGHT = 62.0, 12.0
_PERCENT = (0.0, 50.0, 100.0)


@frozen(kw_only=True)
class Panel:
    """Where the figures of one measure stand.

    Attributes:
        measure: The measure.
        scale: Where each day stands.
        top: Where its plot begins.
        ticks: The round figures that the scale names, from the lowest to the highest.
        first: The first day of which something is said.
        last: The last.
    """

    measure: Measure
    scale: Scale
    top: float
    ticks: Sequence[float]
    first: date
    last: date

    @property
    def bottom(self) -> float:
        """Where its plot ends."""
        return self.top + PLOT

    @property
    def target_lines(self) -> Sequence[Line]:
        """The level line of each target, up to its day."""
        days = [each.by.latest() if each.by else None for each in self.measure.targets]
        ends = [self.scale.end(day) if day else self.scale.right for day in days]
        heights = [self.y(each.value) for each in self.measure.targets]
        return [((self.scale.left, y), (end, y)) for y, end in zip(heights, ends, strict=True)]

    def y(self, value: float) -> float:
        """Return where a figure stands."""
        # Halved, for the whole span of numbers is more than a number can be.
        low, high = self.ticks[0] / 2, self.ticks[-1] / 2
        return self.top + PLOT * (1 - (value / 2 - low) / (high - low))


def populations_of(measure: Measure) -> tuple[str, ...]:
    """Return who is counted, first of all the figures that do not say whom."""
    named = [each.population for _, each in dated(measure)]
    return tuple(dict.fromkeys(sorted(named, key=bool)))


def last_of(measure: Measure, population: str) -> tuple[date, Observation]:
    """Return the last figure of a population, with its day.

    Args:
        measure: The measure.
        population: Who is counted.
    """
    return [pair for pair in dated(measure) if pair[1].population == population][-1]


def points_of(panel: Panel, population: str) -> Sequence[Point]:
    """Return where the published figures of a population stand, in order: a line joins them.

    Args:
        panel: The panel.
        population: Who is counted.
    """
    return [
        (panel.scale.middle(day), panel.y(each.value))
        for day, each in dated(panel.measure)
        if each.population == population and each.kind is ObservationKind.PUBLISHED
    ]


def panel_of(measure: Measure, left: float, top: float) -> Panel:
    """Return where a measure's figures and targets stand.

    Args:
        measure: A measure with a figure that has a day.
        left: Where the panel begins.
        top: Where its plot begins.
    """
    days = [day for day, _ in dated(measure)]
    days += [day for each in measure.targets if each.by and (day := each.by.latest())]
    values = [each.value for _, each in dated(measure)]
    values += [each.value for each in measure.targets]
    low, high = min(*values, 0.0), max(*values, 0.0)
    share = measure.unit == "%" and low == 0 and high <= _PERCENT[-1]
    scale = scale_for(days, left=left + _LEFT, width=WIDE - _LEFT - _RIGHT)
    return Panel(measure=measure, scale=scale, top=top, first=min(days), last=max(days),
                 ticks=_PERCENT if share else round_ticks(low, high))  # fmt: skip


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
    left_out = sum(not dated(each) for each in measures)
    return f"{words}; {left_out} without a dated figure." if left_out else f"{words}."
