"""The measures chart: each measure against its targets, one small panel beside another."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from matplotlib.figure import Figure

from send_framework.formats.charts.looks import (
    AXIS,
    BLUE,
    GREEN,
    GRID,
    GROUND,
    INK,
    LINE,
    PURPLE,
    SOFT,
    TARGET,
    VERMILLION,
    Look,
)
from send_framework.formats.charts.measure_panels import (
    WIDE,
    Panel,
    last_of,
    panel_of,
    points_of,
    populations_of,
)
from send_framework.formats.charts.measure_words import told_beside, told_figure
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.signs import Sign, finished, heading, nothing, stroke
from send_framework.formats.charts.small_print import measures_print, publishers_of
from send_framework.formats.charts.wrapping import evenly
from send_framework.formats.html.picture import LINE_HEIGHT, lines_of
from send_framework.formats.html.pictures.panels import dated, figure_words
from send_framework.model.measure import Measure, ObservationKind
from send_framework.model.plan import Plan

_IN_A_ROW, _BETWEEN, _ABOVE, _TITLE_LINES = 3, 20.0, 16.0, 3
_WIDTH = _IN_A_ROW * WIDE + (_IN_A_ROW + 1) * _BETWEEN / 2
_BOLD, _FINE, _FINE_LINE = 1.14, 11.5, 15.0

COLOURS = (BLUE, VERMILLION, GREEN, INK, PURPLE, LINE)
CORNERS: tuple[tuple[Point, ...], ...] = (
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
    shown = [each for each in plan.measures if dated(each)]
    said = measures_print(plan, shown)
    if not shown:
        return nothing(sheet, top, "No measure has a dated figure.", said)
    for place in range(0, len(shown), _IN_A_ROW):
        top = _row(sheet, shown[place : place + _IN_A_ROW], top) + _BETWEEN
    return finished(sheet, top - _BETWEEN / 2, _signs(sheet), said)


def _row(sheet: Sheet, row: Sequence[Measure], top: float) -> float:
    """Draw measures side by side, their plots at one height, and return where the last ends."""
    titles = [evenly(each.title, (WIDE - 8) / _BOLD, _TITLE_LINES) for each in row]
    begin = top + LINE_HEIGHT * (1 + max(map(len, titles))) + _ABOVE
    ends: list[float] = []
    for number, (measure, lines) in enumerate(zip(row, titles, strict=True)):
        left = _BETWEEN / 2 + (WIDE + _BETWEEN / 2) * number
        panel = panel_of(measure, left, begin)
        base = begin - _ABOVE - 4
        for place, line in enumerate(reversed(lines), 1):
            sheet.words(left + 4, base - LINE_HEIGHT * place, line, bold=True)
        sheet.words(left + 4, base, measure.unit, colour=SOFT, room=WIDE - 8)
        _frame(sheet, panel, left)
        _figures(sheet, panel)
        ends.append(_foot(sheet, panel, left))
    return max(ends)


def _frame(sheet: Sheet, panel: Panel, left: float) -> None:
    """Draw the scales: a line for each named figure, and the first and the last year."""
    scale, below = panel.scale, panel.bottom + LINE_HEIGHT
    for value in panel.ticks:
        y, words = panel.y(value), figure_words(value)
        sheet.line(((scale.left, y), (scale.right, y)), GRID)
        sheet.words(scale.left - 5, y + 5, words, colour=SOFT, anchor="right",
                    room=scale.left - left - 5)  # fmt: skip
    sheet.line(((scale.left, panel.top), (scale.left, panel.bottom)), AXIS)
    first, last = str(panel.first.year), str(panel.last.year)
    if last == first:
        sheet.words((scale.left + scale.right) / 2, below, first, colour=SOFT, anchor="center")
        return
    sheet.words(scale.left, below, first, colour=SOFT)
    sheet.words(scale.right, below, last, colour=SOFT, anchor="right")


def _figures(sheet: Sheet, panel: Panel) -> None:
    """Draw targets and figures; a line joins those of one population that were published."""
    for (left, y), (right, _) in panel.target_lines:
        sheet.line(((left, y), (right, y)), TARGET)
        if right < panel.scale.right:
            sheet.line(((right, y - 5), (right, y + 5)), TARGET)
    names = populations_of(panel.measure)
    for number, name in enumerate(names):
        for pair in pairwise(points_of(panel, name)):
            sheet.line(pair, Look(edge=_colour(number), width=1.2))
    for day, each in dated(panel.measure):
        number = names.index(each.population)
        _dot(sheet, panel.scale.middle(day), panel.y(each.value), number, each.kind)
    for told in told_beside(panel):
        x, y = told.begin
        sheet.words(x, y, told.words, bold=told.strong, colour=INK if told.strong else SOFT,
                    ground=GROUND if told.covers else "")  # fmt: skip


def _colour(number: int) -> str:
    return COLOURS[min(number, len(COLOURS) - 1)]


def _dot(sheet: Sheet, x: float, y: float, number: int, kind: ObservationKind) -> None:
    """Draw a figure: full where it was published, hollow where claimed, broken where forecast."""
    sheet.signs.add(kind.value)
    colour = _colour(number)
    fill = colour if kind is ObservationKind.PUBLISHED else GROUND
    dashes = (1.5, 1.5) if kind is ObservationKind.FORECAST else ()
    corners = CORNERS[min(number, len(CORNERS) - 1)]
    look = Look(fill=fill, edge=colour, width=1.4, dashes=dashes)
    sheet.shape([(x + dx, y + dy) for dx, dy in corners], look)


def _foot(sheet: Sheet, panel: Panel, left: float) -> float:
    """Name the populations, if there is more than one, and the sources; return where that ends."""
    names = populations_of(panel.measure)
    end = panel.bottom + LINE_HEIGHT + 6
    for number, name in enumerate(names if len(names) > 1 else ()):
        _dot(sheet, left + 12, end + 9, number, ObservationKind.PUBLISHED)
        _, last = last_of(panel.measure, name)
        words = f"{told_figure(last)} ({last.period}): {name or 'population not named'}"
        sheet.words(left + 24, end + 13, words, room=WIDE - 28)
        end += LINE_HEIGHT
    if len(names) == 1 and names[0]:
        sheet.words(left + 4, end + 13, names[0], room=WIDE - 8)
        end += LINE_HEIGHT
    measure = panel.measure
    said = publishers_of((measure, *measure.targets, *measure.observations))
    for line in lines_of(f"Source: {said or 'none given'}", WIDE - 8, 2, _FINE):
        end += _FINE_LINE
        sheet.words(left + 4, end, line, size=_FINE, colour=SOFT)
    return end + 6


def _signs(sheet: Sheet) -> Sequence[Sign]:
    def figure(kind: ObservationKind) -> Callable[[float, float], None]:
        return lambda x, y: _dot(sheet, x + 17, y, 0, kind)

    words = {
        ObservationKind.PUBLISHED: "published",
        ObservationKind.CLAIMED: "claimed in speech or letter",
        ObservationKind.FORECAST: "forecast",
    }
    figures = [((kind.value,), figure(kind), said) for kind, said in words.items()]
    return (*figures, ((TARGET,), stroke(sheet, TARGET), "target, up to its day"))
