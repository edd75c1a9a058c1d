"""The S-curve chart: by which day how large a share of the samples is done."""

from collections.abc import Iterator, Sequence

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
from send_framework.formats.html.pictures.axis import Scale, placed, rows_of
from send_framework.formats.html.pictures.curve import (
    curve_description,
    curve_labels,
    curve_scale,
    named_days,
)
from send_framework.network.risk.results import DayShare, RiskResult

_WIDTH, _LEFT, _HEIGHT = 960.0, 60.0, 300.0
_SHARES = (0.0, 0.1, 0.5, 0.8, 0.9, 1.0)
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
    _line(sheet, risk.window_curve, scale, begin, OTHER_CURVE)
    _line(sheet, risk.curve, scale, begin, CURVE)
    _points(sheet, risk, scale, begin)
    return finished(sheet, bottom + LINE_HEIGHT + 6, _signs(sheet, risk), said)


def _height(share: float, top: float) -> float:
    return top + _HEIGHT * (1 - share)


def _line(sheet: Sheet, curve: Sequence[DayShare], scale: Scale, top: float, look: Look) -> None:
    """Draw a cumulative curve: level from one day to the next, for between them nobody is done."""
    if not curve:
        return
    points: list[Point] = [(scale.left, _height(0, top))]
    for each in curve:
        x = scale.end(each.day)
        points += [(x, points[-1][1]), (x, _height(each.share, top))]
    sheet.line([*points, (scale.right, points[-1][1])], look)


def _points(sheet: Sheet, risk: RiskResult, scale: Scale, top: float) -> None:
    for name, share, day in named_days(risk.finish):
        x, y = scale.end(day), _height(share, top)
        words = f"{name} {day_words(day)}"
        fits = x - 12 - width_of(words) > scale.left
        corners = ((x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5))
        sheet.shape(corners, _POINT)
        sheet.words(x - 11 if fits else x + 11, y - 4, words, anchor="right" if fits else "left",
                    ground=GROUND)  # fmt: skip


def _signs(sheet: Sheet, risk: RiskResult) -> Iterator[Sign]:
    yield (CURVE,), stroke(sheet, CURVE), "share of the samples done by that day"
    words = "share of the inspections that have come by then"
    yield (OTHER_CURVE,), stroke(sheet, OTHER_CURVE), words
    yield (_SINGLE,), post(sheet, _SINGLE), "the single schedule's finish"
    if risk.target:
        yield (WINDOW,), window_sign(sheet), f"the window: {risk.target.name}"
