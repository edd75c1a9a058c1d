"""The measures chart: each measure against its targets, one small panel beside another."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from matplotlib.figure import Figure

from send_framework.formats.charts.looks import (
    AXIS,
    BLUE,
    GREEN,
    GRID,
    INK,
    ORANGE,
    SKY,
    SOFT,
    TARGET,
    VERMILLION,
    Look,
)
from send_framework.formats.charts.measure_panels import (
    WIDE,
    Panel,
    figures_of,
    panel_of,
    populations_of,
    values_of,
)
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.signs import Sign, heading, key, stroke
from send_framework.formats.html.picture import LINE_HEIGHT, lines_of, width_of
from send_framework.model.measure import Measure, ObservationKind
from send_framework.model.plan import Plan

_IN_A_ROW, _BETWEEN, _HEAD = 3, 20.0, 3 * LINE_HEIGHT
_WIDTH = _IN_A_ROW * WIDE + (_IN_A_ROW + 1) * _BETWEEN / 2

_COLOURS = (BLUE, VERMILLION, GREEN, ORANGE, SKY, INK)
_CORNERS: tuple[tuple[Point, ...], ...] = (
    ((-4, -4), (4, -4), (4, 4), (-4, 4)),
    ((-5, 4), (5, 4), (0, -5)),
    ((0, -6), (6, 0), (0, 6), (-6, 0)),
    ((-5, -4), (5, -4), (0, 5)),
    ((-5, -2), (0, -6), (5, -2), (3, 4), (-3, 4)),
    (
        (-2, -6),
        (2, -6),
        (2, -2),
        (6, -2),
        (6, 2),
        (2, 2),
        (2, 6),
        (-2, 6),
        (-2, 2),
        (-6, 2),
        (-6, -2),
        (-2, -2),
    ),
)
"""A shape and a colour for each population of a measure; further ones share the last."""


def draw_measures(plan: Plan, title: str) -> Figure:
    """Return every measure that has a dated figure, with its targets, in plan order.

    Args:
        plan: The plan.
        title: What stands above them.
    """
    sheet = Sheet(_WIDTH)
    top = heading(sheet, title, plan.title)
    shown = [each for each in plan.measures if figures_of(each)]
    if not shown:
        sheet.words(8, top + 20, "No measure has a dated figure.", italic=True, colour=SOFT)
        return sheet.cut(top + 40)
    for place in range(0, len(shown), _IN_A_ROW):
        row = shown[place : place + _IN_A_ROW]
        ends = [_panel(sheet, each, _BETWEEN / 2 + (WIDE + _BETWEEN / 2) * number, top)
                for number, each in enumerate(row)]  # fmt: skip
        top = max(ends) + _BETWEEN
    return sheet.cut(key(sheet, top, _signs(sheet)))


def _panel(sheet: Sheet, measure: Measure, left: float, top: float) -> float:
    """Draw one measure, and return where its panel ends."""
    panel = panel_of(measure, left, top + _HEAD)
    lines = lines_of(measure.title, (WIDE - 8) / 1.14)
    for place, line in enumerate(lines, 2 - len(lines)):
        sheet.words(left + 4, top + LINE_HEIGHT * (place + 0.8), line, bold=True)
    _frame(sheet, panel, left)
    _targets(sheet, panel)
    _figures(sheet, panel)
    return _legend(sheet, panel, left)


def _frame(sheet: Sheet, panel: Panel, left: float) -> None:
    scale, below = panel.scale, panel.bottom + LINE_HEIGHT
    for value, words in values_of(panel).items():
        y = panel.y(value)
        sheet.line(((scale.left, y), (scale.right, y)), GRID)
        sheet.words(scale.left - 5, y + 5, words, colour=SOFT, anchor="right",
                    room=scale.left - left - 5)  # fmt: skip
    sheet.line(((scale.left, panel.top), (scale.left, panel.bottom)), AXIS)
    first, last = str(scale.first.year), str(scale.last.year)
    sheet.words(scale.left, below, first, colour=SOFT)
    if last != first:
        sheet.words(scale.right, below, last, colour=SOFT, anchor="right")
    middle = (scale.left + scale.right) / 2
    sheet.words(middle, below, panel.measure.unit, colour=SOFT, anchor="center", room=140)


def _targets(sheet: Sheet, panel: Panel) -> None:
    """Draw each target as a broken line up to its day; equal ones share their words."""
    scale, said = panel.scale, set[str]()
    for each in panel.measure.targets:
        by = each.by.latest() if each.by else None
        y, end = panel.y(each.value), scale.end(by) if by else scale.right
        sheet.line(((scale.left, y), (end, y)), TARGET)
        if by:
            sheet.line(((end, y - 5), (end, y + 5)), TARGET)
        words = f"target {each.value:,g}"
        if words not in said:
            said.add(words)
            x, base = _free(panel, y, width_of(words))
            sheet.words(x, base, words, colour=SOFT, ground=True)


def _free(panel: Panel, y: float, wide: float) -> Point:
    """Return where a target's words cover the fewest figures: at either side, above or below."""
    scale = panel.scale
    dots = [(scale.middle(day), panel.y(each.value)) for day, each in figures_of(panel.measure)]
    heights = [each for each in (y - 5, y + 15) if panel.top <= each <= panel.bottom] or [y - 5]
    places = [(x, at) for at in heights for x in (scale.left + 6, scale.right - wide - 4)]

    def covered(place: Point) -> int:
        left, base = place
        # A figure's own words stand at its side, as wide as a target's at most.
        return sum(left - wide < x < left + 2 * wide and base - 24 < at < base + 14
                   for x, at in dots)  # fmt: skip

    return min(places, key=covered)


def _figures(sheet: Sheet, panel: Panel) -> None:
    """Draw the figures; a line joins those of one population that were published."""
    figures, names = figures_of(panel.measure), populations_of(panel.measure)
    for number, name in enumerate(names):
        points = [
            (panel.scale.middle(day), panel.y(each.value))
            for day, each in figures
            if each.population == name and each.kind is ObservationKind.PUBLISHED
        ]
        for pair in pairwise(points):
            sheet.line(pair, Look(edge=_colour(number), width=1.2))
    for day, each in figures:
        number = names.index(each.population)
        _dot(sheet, panel.scale.middle(day), panel.y(each.value), number, each.kind)
    day, last = [pair for pair in figures if pair[1].population == names[0]][-1]
    x, y, words = panel.scale.middle(day), panel.y(last.value), f"{last.value:,g}"
    fits = x - 10 - width_of(words) > panel.scale.left
    sheet.words(x - 9 if fits else x + 9, max(y - 6, panel.top + 4), words, bold=True,
                anchor="right" if fits else "left", ground=True)  # fmt: skip


def _colour(number: int) -> str:
    return _COLOURS[min(number, len(_COLOURS) - 1)]


def _dot(sheet: Sheet, x: float, y: float, number: int, kind: ObservationKind) -> None:
    """Draw a figure: full where it was published, hollow where claimed, broken where forecast."""
    colour = _colour(number)
    fill = colour if kind is ObservationKind.PUBLISHED else "#ffffff"
    dashes = (1.5, 1.5) if kind is ObservationKind.FORECAST else ()
    corners = _CORNERS[min(number, len(_CORNERS) - 1)]
    look = Look(fill=fill, edge=colour, width=1.4, dashes=dashes)
    sheet.shape([(x + dx, y + dy) for dx, dy in corners], look)


def _legend(sheet: Sheet, panel: Panel, left: float) -> float:
    """Name the populations, if there is more than one, and return where that ends."""
    names = populations_of(panel.measure)
    end = panel.bottom + LINE_HEIGHT + 6
    if len(names) == 1:
        return end
    for number, name in enumerate(names):
        y = end + LINE_HEIGHT * (number + 0.75)
        _dot(sheet, left + 12, y - 4, number, ObservationKind.PUBLISHED)
        sheet.words(left + 24, y, name or "population not named", room=WIDE - 28)
    return end + LINE_HEIGHT * len(names)


def _signs(sheet: Sheet) -> Sequence[Sign]:
    def figure(kind: ObservationKind) -> Callable[[float, float], None]:
        return lambda x, y: _dot(sheet, x + 17, y, 0, kind)

    return (
        (figure(ObservationKind.PUBLISHED), "published"),
        (figure(ObservationKind.CLAIMED), "claimed in speech or letter"),
        (figure(ObservationKind.FORECAST), "forecast"),
        (stroke(sheet, TARGET), "target"),
    )
