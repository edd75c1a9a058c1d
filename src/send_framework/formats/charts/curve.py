"""The S-curve chart: by which day how large a share of the samples is done."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from matplotlib.figure import Figure

from send_framework.dates import day_words
from send_framework.formats.charts.looks import (
    BLUE,
    CURVE,
    GRID,
    GROUND,
    INK,
    OTHER_CURVE,
    SOFT,
    WINDOW,
    Look,
)
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.signs import (
    Sign,
    finished,
    heading,
    labels,
    mark_words,
    nothing,
    post,
    ruled,
    stroke,
    window_band,
    window_sign,
)
from send_framework.formats.charts.small_print import risk_print
from send_framework.formats.html.picture import LINE_HEIGHT, width_of
from send_framework.formats.html.pictures.axis import Scale, placed, rows_of, window_ends
from send_framework.formats.html.pictures.clearing import (
    Box,
    base_line,
    beside,
    clearest,
    dot_box,
)
from send_framework.formats.html.pictures.curve import (
    curve_description,
    curve_labels,
    curve_scale,
    named_days,
)
from send_framework.network.risk.results import DayShare, RiskResult

_WIDTH, _LEFT, _HEIGHT = 960.0, 60.0, 300.0
_SHARES = (0.0, 0.1, 0.5, 0.8, 0.9, 1.0)
Curves: TypeAlias = Sequence[Sequence[Point]]
_SINGLE = Look(edge=INK, width=1.2, dashes=(1.5, 2.0))
_POINT = Look(fill="#ffffff", edge=BLUE, width=2.0)


def draw_curve(risk: RiskResult, title: str) -> Figure:
    """Return the drawn S-curve with its P10, P50, P80 and P90, and the window's own curve.

    Args:
        risk: The simulation.
        title: What stands above it.
    """
    sheet = Sheet(_WIDTH)
    top = heading(sheet, title, risk.title)
    said = risk_print(risk)
    if not risk.curve:
        return nothing(sheet, top, curve_description(risk), said)
    scale = curve_scale(risk)
    named = placed(curve_labels(risk, scale), _LEFT, _WIDTH - 4)
    begin = top + LINE_HEIGHT * rows_of(named) + 10
    bottom = begin + _HEIGHT
    window_band(sheet, scale, risk.target, begin, bottom)
    ruled(sheet, scale, begin, bottom)
    mark_words(sheet, scale, bottom + LINE_HEIGHT)
    for share in _SHARES:
        y = _height(share, begin)
        sheet.line(((scale.left, y), (scale.right, y)), GRID)
        sheet.words(_LEFT - 6, y + 5, f"{share:.0%}", colour=SOFT, anchor="right")
    labels(sheet, named, top, begin)
    if risk.finish.scheduled:
        x = scale.end(risk.finish.scheduled)
        sheet.line(((x, begin), (x, bottom)), _SINGLE)
    drawn = ((risk.window_curve, OTHER_CURVE), (risk.curve, CURVE))
    curves = [(_steps(each, scale, begin), look) for each, look in drawn if each]
    for curve, look in curves:
        sheet.line(curve, look)
    _points(sheet, risk, scale, begin, [curve for curve, _ in curves])
    return finished(sheet, bottom + LINE_HEIGHT + 6, _signs(sheet, risk), said)


def _height(share: float, top: float) -> float:
    return top + _HEIGHT * (1 - share)


def _steps(curve: Sequence[DayShare], scale: Scale, top: float) -> list[Point]:
    """Return a cumulative curve: level from one day to the next, where nobody is done."""
    points: list[Point] = [(scale.left, _height(0, top))]
    for each in curve:
        x = scale.end(each.day)
        points += [(x, points[-1][1]), (x, _height(each.share, top))]
    return [*points, (scale.right, points[-1][1])]


def _points(sheet: Sheet, risk: RiskResult, scale: Scale, top: float, curves: Curves) -> None:
    """Draw the named days on the curve, their words clear of all curves where there is room."""
    lines = [pair for curve in curves for pair in pairwise(curve)]
    plot = Box(left=scale.left, top=top, right=scale.right, bottom=top + _HEIGHT)
    ends = [scale.middle(day) for _, day in window_ends(risk.target)]
    single = [scale.end(risk.finish.scheduled)] if risk.finish.scheduled else []
    fine = [((each, top), (each, top + _HEIGHT)) for each in (*ends, *single)]
    boxes = [dot_box(scale.end(day), _height(share, top))
             for _, share, day in named_days(risk.finish)]  # fmt: skip
    for name, share, day in named_days(risk.finish):
        x, y = scale.end(day), _height(share, top)
        words = f"{name} {day_words(day)}"
        place = clearest(beside(x, y, width_of(words)), plot, boxes, lines, fine)
        boxes.append(place)
        corners = ((x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5))
        sheet.shape(corners, _POINT)
        within = ends and ends[0] < (place.left + place.right) / 2 < ends[-1]
        sheet.words(*base_line(place), words, ground=WINDOW.fill if within else GROUND)


def _signs(sheet: Sheet, risk: RiskResult) -> Iterator[Sign]:
    yield (CURVE,), stroke(sheet, CURVE), "share of the samples done by that day"
    words = "share of the inspections that have come by then"
    yield (OTHER_CURVE,), stroke(sheet, OTHER_CURVE), words
    yield (_SINGLE,), post(sheet, _SINGLE), "the single schedule's finish"
    if risk.target:
        yield (WINDOW,), window_sign(sheet), f"the window: {risk.target.name}"
