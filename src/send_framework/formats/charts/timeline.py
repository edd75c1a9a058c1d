"""The timeline chart: what is due by law and by custom, windows as spans, what happened."""

from collections.abc import Callable, Sequence

from matplotlib.figure import Figure

from send_framework.dates import day_words
from send_framework.formats.charts.looks import (
    BAR,
    ENDS,
    GROUND,
    INK,
    LATE,
    LATE_INK,
    LINE,
    PERIOD,
    REACHED,
    TODAY,
    WINDOW_BOX,
    Look,
)
from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.signs import (
    Sign,
    data_date_label,
    data_date_sign,
    diamond,
    finished,
    heading,
    labels,
    mark_words,
    nothing,
    ruled,
    sample,
    window_sign,
)
from send_framework.formats.charts.small_print import timeline_print
from send_framework.formats.charts.timeline_spots import packed
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import LINE_HEIGHT
from send_framework.formats.html.pictures.axis import Scale, placed, scale_for
from send_framework.formats.html.pictures.lanes import ROW, Spot
from send_framework.formats.html.pictures.timeline import (
    LANES,
    WIDTH,
    first_day,
    is_shown,
    lane_of,
)
from send_framework.formats.wording import counted
from send_framework.frameworks import Entry, EntryKind, State
from send_framework.model.window import Modality, Window

_SPAN, _SHORTEST = 14.0, 8.0
_BY_LAW, _BY_CUSTOM = Look(fill=INK, edge=INK), Look(fill="#ffffff", edge=INK, width=1.4)
_LATE_CUSTOM = Look(fill="#ffffff", edge=LATE.edge, width=2.0)
_BAND = Look(fill="#eeeeee")
_WHISKER = Look(edge=LINE, width=1.4)


def timeline_description(facts: PageFacts) -> str:
    """Return what is to be seen, in one sentence."""
    shown = _shown(facts)
    if not shown:
        return "The plan gives no dated inspection, event or window, so there is nothing to draw."
    overdue = sum(each.state is State.OVERDUE for each in shown)
    ahead = sum(each.state in (State.AHEAD, State.OPEN) for each in shown)
    words = counted(len(shown), "entry", "entries")
    left_out = len(facts.timeline.entries) - len(shown)
    first = day_words(first_day(facts))
    rest = f"; {left_out} more are undated or before {first}" if left_out else ""
    return f"{words}, {overdue} overdue, {ahead} to come{rest}."


def _shown(facts: PageFacts) -> tuple[Entry, ...]:
    first = first_day(facts)
    return tuple(each for each in facts.timeline.entries if is_shown(each, first))


def draw_timeline(facts: PageFacts, title: str) -> Figure:
    """Return the drawn timeline, from the inspection that the plan answers.

    Args:
        facts: What there is to tell of the plan.
        title: What stands above it.
    """
    sheet = Sheet(WIDTH)
    top = heading(sheet, title, facts.plan.title)
    shown = _shown(facts)
    said = timeline_print(facts, shown)
    if not shown:
        return nothing(sheet, top, timeline_description(facts), said)
    scale = _scale(facts, shown)
    lanes, bottom = _lanes(shown, scale, top + 2 * LINE_HEIGHT + 8)
    head, today = top + 2 * LINE_HEIGHT + 2, scale.end(facts.on)
    ruled(sheet, scale, head - LINE_HEIGHT, bottom)
    sheet.line(((today, top), (today, bottom)), TODAY)
    for height in (head, bottom + LINE_HEIGHT):
        mark_words(sheet, scale, height)
    for name, begin, _ in lanes:
        sheet.box(0, begin, WIDTH, LINE_HEIGHT + 4, _BAND)
        sheet.words(4, begin + LINE_HEIGHT - 3, name, bold=True)
    labels(sheet, placed([data_date_label(scale, facts.on)], 4, WIDTH - 4), top, top)
    for _, begin, found in lanes:
        for spot in found:
            _entry(sheet, spot, scale, begin + LINE_HEIGHT + 8 + ROW * (spot.row + 0.5))
    return finished(sheet, bottom + LINE_HEIGHT + 8, _signs(sheet), said)


def _scale(facts: PageFacts, shown: Sequence[Entry]) -> Scale:
    first = first_day(facts)
    days = [max(day, first) for each in shown for day in (each.first, each.last) if day]
    return scale_for([*days, facts.on], left=8, width=WIDTH - 16)


def _lanes(
    shown: Sequence[Entry], scale: Scale, top: float
) -> tuple[list[tuple[str, float, tuple[Spot, ...]]], float]:
    """Return each lane that has entries: its name, where it begins, its entries; and the end."""
    lanes: list[tuple[str, float, tuple[Spot, ...]]] = []
    for name in LANES:
        found = packed((each for each in shown if lane_of(each) == name), scale)
        if found:
            lanes.append((name, top, found))
            top += LINE_HEIGHT + 14 + ROW * (1 + max(each.row for each in found))
    return lanes, top


def _entry(sheet: Sheet, spot: Spot, scale: Scale, y: float) -> None:
    entry = spot.entry
    if entry.kind in (EntryKind.WINDOW, EntryKind.PERIOD):
        _span(sheet, spot, scale, y)
    else:
        _whisker(sheet, spot, y)
        if entry.kind is EntryKind.DEADLINE:
            _flag(sheet, spot.end, y + 8, entry)
        else:
            reached = entry.state is State.HAPPENED
            diamond(sheet, (spot.begin + spot.end) / 2, y, 6, REACHED if reached else BAR)
    if spot.words:
        colour = LATE_INK if entry.state is State.OVERDUE else INK
        inside = spot.begin < spot.text < spot.end
        # Plain letters even for what is overdue: strong ones are wider than the room kept for them.
        sheet.words(spot.text, y + 5, spot.words, colour=colour, ground="" if inside else GROUND)


def _span(sheet: Sheet, spot: Spot, scale: Scale, y: float) -> None:
    look = WINDOW_BOX if spot.entry.kind is EntryKind.WINDOW else PERIOD
    sheet.box(spot.begin, y - _SPAN / 2, max(spot.end - spot.begin, 3), _SPAN, look)
    what = spot.entry.what
    for name, end in what.ends() if isinstance(what, Window) else ():
        x = scale.middle(end.day)
        sheet.line(((x, y - _SPAN / 2 - 4), (x, y + _SPAN / 2 + 4)), ENDS[name])


def _whisker(sheet: Sheet, spot: Spot, y: float) -> None:
    """Draw the days among which an unknown day lies; nothing for a single day."""
    if spot.end - spot.begin < _SHORTEST:
        return
    sheet.line(((spot.begin, y), (spot.end, y)), _WHISKER)
    for x in (spot.begin, spot.end):
        sheet.line(((x, y - 4), (x, y + 4)), _WHISKER)


def _flag(sheet: Sheet, x: float, y: float, entry: Entry) -> None:
    """Draw a deadline: a flag on its day, its foot at `y`; custom's is hollow and forked."""
    late = entry.state is State.OVERDUE
    if entry.modality is Modality.STATUTORY:
        _by_law(sheet, x, y, LATE if late else _BY_LAW)
    else:
        _by_custom(sheet, x, y, _LATE_CUSTOM if late else _BY_CUSTOM)


def _by_law(sheet: Sheet, x: float, y: float, look: Look) -> None:
    sheet.shape(((x, y - 16), (x + 12, y - 11.5), (x, y - 7)), look)
    sheet.line(((x, y), (x, y - 16)), Look(edge=look.edge, width=1.6))


def _by_custom(sheet: Sheet, x: float, y: float, look: Look) -> None:
    corners = ((x, y - 16), (x + 13, y - 16), (x + 9, y - 11.5), (x + 13, y - 7), (x, y - 7))
    sheet.shape(corners, look)
    sheet.line(((x, y), (x, y - 16)), Look(edge=look.edge, width=1.6))


def _signs(sheet: Sheet) -> Sequence[Sign]:
    def moment(look: Look) -> Callable[[float, float], None]:
        return lambda x, y: diamond(sheet, x + 17, y, 6, look)

    def whisker(x: float, y: float) -> None:
        sheet.line(((x + 2, y), (x + 30, y)), _WHISKER)
        for end in (x + 2, x + 30):
            sheet.line(((end, y - 4), (end, y + 4)), _WHISKER)

    return (
        ((_BY_LAW,), lambda x, y: _by_law(sheet, x + 12, y + 8, _BY_LAW), "due by law"),
        ((_BY_CUSTOM,), lambda x, y: _by_custom(sheet, x + 12, y + 8, _BY_CUSTOM), "due by custom"),
        ((LATE,), lambda x, y: _by_law(sheet, x + 12, y + 8, LATE), "overdue by law"),
        ((_LATE_CUSTOM,), lambda x, y: _by_custom(sheet, x + 12, y + 8, _LATE_CUSTOM),
         "overdue by custom"),
        ((WINDOW_BOX,), window_sign(sheet), "a window: its earliest, expected and latest day"),
        ((PERIOD,), sample(sheet, PERIOD), "a period in force"),
        ((REACHED,), moment(REACHED), "its day has come"),
        ((BAR,), moment(BAR), "still to come"),
        ((_WHISKER,), whisker, "the days among which it lies"),
        data_date_sign(sheet),
    )  # fmt: skip
