"""The ground of a measure's small picture: its days, its round figures, and who is counted."""

import math
from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen
from markupsafe import Markup

from send_framework.formats.html.picture import LINE_HEIGHT, lines_of, width_of, words_at
from send_framework.formats.html.pictures.axis import Scale, horizontal, scale_for, vertical
from send_framework.formats.html.pictures.clearing import Box, Line
from send_framework.model.measure import Measure, Observation

WIDTH, PLOT = 290.0, 110.0
"""Pixels of a panel, and of its figures from bottom to top."""

HEAD = 3 * LINE_HEIGHT + 12
"""Where the plot begins, below two lines of title and one for the unit."""

SHAPES = ("circle", "square", "triangle", "diamond", "pointer", "cross")
"""A shape for each population of a measure; further ones share the last."""

_NARROWEST, _RIGHT = 44.0, 12.0
_PERCENT = (0.0, 50.0, 100.0)
# What is smaller is drawn as nought; what is larger is beyond rounding, and of adding up.
_NOTHING, _BEYOND = 1e-12, 1e300
_STEPS, _MOST_STEPS, _HEADROOM = (1.0, 2.0, 2.5, 5.0, 10.0, 20.0), 4, 1.08


@frozen(kw_only=True)
class Panel:
    """Where the figures of one measure stand.

    Attributes:
        measure: The measure.
        scale: Where each day stands.
        ticks: The figures named at the side, from the lowest to the highest.
        first: The first day of which something is said.
        last: The last.
    """

    measure: Measure
    scale: Scale
    ticks: tuple[float, ...]
    first: date
    last: date

    @property
    def bottom(self) -> float:
        """Where the plot ends."""
        return HEAD + PLOT

    @property
    def plot(self) -> Box:
        """Where words about figures may stand."""
        return Box(left=self.scale.left + 2, top=HEAD - 10, right=WIDTH - 2, bottom=self.bottom + 3)

    def y(self, value: float) -> float:
        """Return where a figure stands."""
        low, high = self.ticks[0] / 2, self.ticks[-1] / 2
        return HEAD + PLOT * (1 - (value / 2 - low) / (high - low))

    def rules(self) -> tuple[Line, ...]:
        """Return the fine lines of the ground."""
        heights = map(self.y, self.ticks)
        return tuple(((self.scale.left, y), (self.scale.right, y)) for y in heights)


def figure_words(value: float) -> str:
    """Return a figure with all its digits.

    Example:
        >>> figure_words(1234567.0), figure_words(49.1), figure_words(-54.1)
        ('1,234,567', '49.1', '-54.1')
    """
    return f"{value:,.10g}"


def dated(measure: Measure) -> tuple[tuple[date, Observation], ...]:
    """Return the figures that have a day, the last of the time they speak of, in order."""
    found = [(day, each) for each in measure.observations if (day := _day(each))]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _day(said: Observation) -> date | None:
    return (said.period.latest() or said.period.earliest()) if said.period else None


def populations(measure: Measure) -> Mapping[str, str]:
    """Return a shape for each population; first of all that of figures without one."""
    named = [each.population for _, each in dated(measure)]
    names = dict.fromkeys(sorted(named, key=bool))
    return {name: SHAPES[min(place, len(SHAPES) - 1)] for place, name in enumerate(names)}


def panel_of(measure: Measure) -> Panel:
    """Return where a measure's figures and targets stand.

    Args:
        measure: A measure with a figure that has a day.
    """
    days = [day for day, _ in dated(measure)]
    days += [day for each in measure.targets if each.by and (day := each.by.latest())]
    figures = [each.value for _, each in dated(measure)]
    figures += [each.value for each in measure.targets]
    low, high = min(*figures, 0.0), max(*figures, 0.0)
    share = measure.unit == "%" and low == 0 and high <= _PERCENT[-1]
    ticks = _PERCENT if share else round_ticks(low, high)
    left = max(_NARROWEST, 10 + max(width_of(figure_words(each)) for each in ticks))
    scale = scale_for(days, left=left, width=WIDTH - left - _RIGHT)
    return Panel(measure=measure, scale=scale, ticks=ticks, first=min(days), last=max(days))


def round_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return round figures between which all others lie, with some air above the highest.

    Args:
        low: The lowest figure, nought or less.
        high: The highest, nought or more.

    Example:
        >>> round_ticks(0, 1241), round_ticks(-54.1, 0), round_ticks(0, 0)
        ((0.0, 500.0, 1000.0, 1500.0), (-60.0, -40.0, -20.0, 0.0), (0.0, 1.0))
    """
    if high - low < _NOTHING:
        return 0.0, 1.0
    if high - low > _BEYOND:
        return tuple(sorted({low, 0.0, high}))
    low, high = low * _HEADROOM, high * _HEADROOM
    size = 10.0 ** math.floor(math.log10((high - low) / _MOST_STEPS))
    sizes = (size * each for each in _STEPS)
    return next(ticks for step in sizes if len(ticks := _ticks(low, high, step)) <= _MOST_STEPS + 1)


def _ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    places = range(math.floor(low / step), math.ceil(high / step) + 1)
    return tuple(place * step for place in places)


def ground(panel: Panel) -> Iterator[Markup]:
    """Yield the title, the unit, the round figures at the side and the years below.

    Args:
        panel: The panel.
    """
    yield from _heading(panel.measure)
    scale, below = panel.scale, panel.bottom + LINE_HEIGHT
    for value in panel.ticks:
        yield horizontal(panel.y(value), scale.left, scale.right, "p-grid")
        yield words_at(scale.left - 6, panel.y(value) + 5, figure_words(value), "p-tick",
                       anchor="end")  # fmt: skip
    yield vertical(scale.left, HEAD, panel.bottom, "p-axis-line")
    first, last = str(panel.first.year), str(panel.last.year)
    yield words_at(scale.left, below, first, "p-tick")
    if first != last:
        yield words_at(scale.right, below, last, "p-tick", anchor="end")


def _heading(measure: Measure) -> Iterator[Markup]:
    # The estimate is of plain letters; strong ones are wider.
    lines = lines_of(measure.title, (WIDTH - 8) / 1.08)
    for place, line in enumerate(lines):
        yield words_at(4, LINE_HEIGHT * (place + 0.8), line, "p-strong")
    below = LINE_HEIGHT * (len(lines) + 0.8)
    yield words_at(4, below, measure.unit, "p-tick", room=WIDTH - 8)
