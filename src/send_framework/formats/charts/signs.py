"""The signs that charts share, the title above them and the key below."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from matplotlib.figure import Figure

from send_framework.dates import day_words
from send_framework.formats.charts.looks import (
    BEYOND,
    ENDS,
    GRID,
    GROUND,
    LEAD,
    PROMISE,
    SOFT,
    TODAY,
    WINDOW,
    WINDOW_BOX,
    Look,
)
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.small_print import paper
from send_framework.formats.html.picture import LINE_HEIGHT, lines_of, shortened, width_of
from send_framework.formats.html.pictures.axis import (
    Label,
    Placed,
    Scale,
    marks,
    window_ends,
)
from send_framework.model.window import Window

Sign: TypeAlias = tuple[Sequence[Look | str], Callable[[float, float], None], str]
"""Any of what it explains, what draws it at a place (left, middle), and what it means."""

MOMENT, PROMISED, BEYOND_EDGE = "moment", "promise", "beyond"
"""Signs that are no look of their own."""

SIGN = 34.0
"""Pixels of a sign in the key."""

_MARGIN, _BETWEEN = 8.0, 22.0
_TITLE, _FINE, _FINE_LINES, _LONGEST = 17.0, 12.0, 12, 400


def heading(sheet: Sheet, title: str, of: str) -> float:
    """Write the title of a chart and of its plan, and return where the chart may begin."""
    lines = lines_of(f"{title}: {of}" if of else title, sheet.width - 24, size=_TITLE * 1.14)
    for place, line in enumerate(lines):
        sheet.words(_MARGIN, 22 + 22 * place, line, bold=True, size=_TITLE)
    return 22.0 * len(lines) + 14


def finished(sheet: Sheet, top: float, signs: Iterable[Sign], said: Iterable[str]) -> Figure:
    """Explain what was drawn, say what it rests on, and return the sheet, cut where that ends.

    Args:
        sheet: The sheet.
        top: Where the drawing ends.
        signs: What each sign means; of what was not drawn none is explained.
        said: The small print, a sentence each.
    """
    known = set(sheet.signs)
    bottom = _key(sheet, top, [each for each in signs if known.intersection(each[0])])
    return sheet.cut(_small_print(sheet, bottom, [*said]) + _MARGIN)


def nothing(sheet: Sheet, top: float, words: str, said: Iterable[str]) -> Figure:
    """Say why nothing is drawn, and what that rests on, and return the sheet."""
    lines = lines_of(words, sheet.width - 2 * _MARGIN, 3)
    for place, line in enumerate(lines):
        sheet.words(_MARGIN, top + 20 + LINE_HEIGHT * place, line, italic=True, colour=SOFT)
    return finished(sheet, top + 2 + LINE_HEIGHT * len(lines), (), said)


def _key(sheet: Sheet, top: float, signs: Iterable[Sign]) -> float:
    """Draw what each sign means, one after another, and return where that ends."""
    x, y = _MARGIN, top + 18
    for _, draw, words in signs:
        width = SIGN + 6 + width_of(words)
        if x + width > sheet.width - _MARGIN and x > _MARGIN:
            x, y = _MARGIN, y + LINE_HEIGHT + 8
        draw(x, y)
        sheet.words(x + SIGN + 6, y + 5, words, room=sheet.width - 2 * _MARGIN - SIGN)
        x += width + _BETWEEN
    return y + 14 if x > _MARGIN else top


def _small_print(sheet: Sheet, top: float, said: Iterable[str]) -> float:
    """Write sentences one after another, and return where they end."""
    size = paper(sheet.width, top + 4 * _FINE)
    whole = " ".join(shortened(each, _LONGEST) for each in (*said, size) if each)
    lines = lines_of(whole, sheet.width - 2 * _MARGIN, _FINE_LINES, _FINE)
    for place, line in enumerate(lines, 1):
        sheet.words(_MARGIN, top + 6 + (_FINE + 4) * place, line, colour=SOFT, size=_FINE)
    return top + 6 + (_FINE + 4) * len(lines)


def sample(sheet: Sheet, *looks: Look, width: float = 28) -> Callable[[float, float], None]:
    """Return what draws these looks as a small box, one over another."""

    def draw(x: float, y: float) -> None:
        for look in looks:
            sheet.box(x + 2, y - 7, width, 14, look)

    return draw


def stroke(sheet: Sheet, look: Look) -> Callable[[float, float], None]:
    """Return what draws a look as a short line."""
    return lambda x, y: sheet.line(((x + 2, y), (x + 32, y)), look)


def post(sheet: Sheet, look: Look) -> Callable[[float, float], None]:
    """Return what draws a look as a short upright line."""
    return lambda x, y: sheet.line(((x + 17, y - 9), (x + 17, y + 9)), look)


def arrow(sheet: Sheet, look: Look) -> Callable[[float, float], None]:
    """Return what draws a look as a short arrow."""
    return lambda x, y: arrowed(sheet, ((x + 2, y), (x + 32, y)), look)


def window_sign(sheet: Sheet) -> Callable[[float, float], None]:
    """Return what draws a window with its three ends."""

    def draw(x: float, y: float) -> None:
        sheet.box(x + 3, y - 7, 28, 14, WINDOW_BOX)
        for place, look in zip((3, 17, 31), ENDS.values(), strict=True):
            sheet.line(((x + place, y - 9), (x + place, y + 9)), look)

    return draw


def data_date_sign(sheet: Sheet) -> Sign:
    """Return the sign of the data date with its words."""
    return (TODAY,), post(sheet, TODAY), "data date: what is known at its close"


def diamond(sheet: Sheet, x: float, y: float, size: float, look: Look) -> None:
    """Draw a moment: a milestone, a meeting, an event."""
    sheet.signs.add(MOMENT)
    sheet.shape(((x, y - size), (x + size, y), (x, y + size), (x - size, y)), look)


def promise(sheet: Sheet, x: float, y: float) -> None:
    """Draw a promised day: a triangle that points down to the bar's top at `y`."""
    sheet.signs.add(PROMISED)
    sheet.shape(((x - 5, y - 7), (x + 5, y - 7), (x, y + 1)), PROMISE)


def beyond(sheet: Sheet, x: float, y: float, *, left: bool) -> None:
    """Draw an arrow head at an edge: it goes on there."""
    sheet.signs.add(BEYOND_EDGE)
    sheet.shape(((x, y - 6), (x - 7 if left else x + 7, y), (x, y + 6)), BEYOND)


def arrowed(sheet: Sheet, points: Sequence[Point], look: Look) -> None:
    """Draw a line of upright and level parts that ends in an arrow head."""
    sheet.line(points, look)
    head(sheet, points[-2], points[-1], look)


def head(sheet: Sheet, before: Point, tip: Point, look: Look) -> None:
    """Draw an arrow head whose tip looks away from the point before it."""
    (x, y), size = tip, 7.0 if look.width > 1 else 6.0
    fill = Look(fill=look.edge)
    if abs(tip[0] - before[0]) >= abs(tip[1] - before[1]):
        back = x - size if tip[0] >= before[0] else x + size
        sheet.shape(((back, y - size / 2), tip, (back, y + size / 2)), fill)
    else:
        back = y - size if tip[1] >= before[1] else y + size
        sheet.shape(((x - size / 2, back), tip, (x + size / 2, back)), fill)


# --- the scale of days --------------------------------------------------------------------------


def ruled(sheet: Sheet, scale: Scale, top: float, bottom: float) -> None:
    """Draw a fine line at each mark of a scale."""
    for day, _ in marks(scale):
        sheet.line(((scale.begin(day), top), (scale.begin(day), bottom)), GRID)


def mark_words(sheet: Sheet, scale: Scale, height: float, ground: str = GROUND) -> None:
    """Write the words of a scale's marks at a height, above lines that would cross them."""
    for day, words in marks(scale):
        x = scale.begin(day) + 3
        if x + width_of(words) <= scale.right:
            sheet.words(x, height, words, colour=SOFT, ground=ground)


def window_band(
    sheet: Sheet, scale: Scale, window: Window | None, top: float, bottom: float
) -> None:
    """Draw a window as the span it is, with a line for each of its ends."""
    ends = window_ends(window)
    if not ends:
        return
    left, right = scale.begin(ends[0][1]), scale.end(ends[-1][1])
    sheet.box(left, top, max(right - left, 1), bottom - top, WINDOW)
    for name, day in ends:
        if scale.holds(day):
            x = scale.middle(day)
            sheet.line(((x, top), (x, bottom)), ENDS[name])


def data_date_label(scale: Scale, on: date) -> Label:
    """Return the words of the data date."""
    return Label(x=scale.end(on), words=f"data date {day_words(on)}")


def labels(sheet: Sheet, found: Iterable[Placed], top: float, down_to: float) -> None:
    """Write labels on their lines, with a lead from each down to what it names."""
    for each in found:
        x = each.label.x
        sheet.line(((x, top + LINE_HEIGHT * each.row + 2), (x, down_to)), LEAD)
    for each in found:
        y = top + LINE_HEIGHT * (each.row + 0.75)
        sheet.words(each.left, y, each.label.words, ground=GROUND)
