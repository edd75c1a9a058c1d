"""The Gantt chart: every activity with its dates, its float and what it waits for."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen
from matplotlib.figure import Figure

from send_framework.dates import day_words
from send_framework.formats.charts.gantt_links import LinkEnd, way
from send_framework.formats.charts.looks import (
    BAR,
    CRITICAL,
    DONE,
    DRIVING,
    FLOAT,
    LINK,
    NEAR,
    REACHED,
    RULE,
    SOFT,
    TODAY,
    Look,
    assumed,
)
from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.signs import (
    Sign,
    arrow,
    arrowed,
    beyond,
    data_date_label,
    data_date_sign,
    diamond,
    heading,
    key,
    labels,
    promise,
    ruled,
    sample,
    stroke,
    window_band,
    window_sign,
)
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import LINE_HEIGHT, fitted, lines_of, width_of
from send_framework.formats.html.pictures.axis import (
    Label,
    Scale,
    placed,
    rows_of,
    window_ends,
)
from send_framework.formats.html.pictures.bars import ends_of
from send_framework.formats.html.pictures.gantt import NAMES, PLOT, gantt_scale
from send_framework.formats.html.pictures.gantt_words import (
    done_share,
    placed_in_time,
    promised_day,
)
from send_framework.formats.html.pictures.words import is_moment
from send_framework.formats.wording import ABSENCES
from send_framework.model.dependency import DependencyType
from send_framework.network.results import ScheduledActivity

MANY_ROWS = 60
"""From here on rows are low, names have one line, and only what drives is linked."""

_WIDTH = NAMES + PLOT + 20
_BAR, _DIAMOND, _THIN = 13.0, 7.0, 3.0
_SCREENFUL, _AGAIN = 40, LINE_HEIGHT + 4
_FROM_FINISH = (DependencyType.FINISH_TO_START, DependencyType.FINISH_TO_FINISH)
_TO_START = (DependencyType.FINISH_TO_START, DependencyType.START_TO_START)


@frozen(kw_only=True)
class _Layout:
    """Where the rows are, and where each day stands."""

    scale: Scale
    head: float
    row: float
    names: int
    places: dict[str, int]

    def top(self, wanted: str) -> float:
        """Return where a row begins."""
        place = self.places[wanted]
        return self.head + self.row * place + _AGAIN * (place // _SCREENFUL)

    def middle(self, wanted: str) -> float:
        """Return the middle of a row's bar."""
        return self.top(wanted) + self.row * (0.62 if self.names > 1 else 0.55)

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top(next(reversed(self.places))) + self.row

    @property
    def again(self) -> tuple[float, ...]:
        """Where the words of the scale stand once more, between two rows."""
        firsts = list(self.places)[_SCREENFUL::_SCREENFUL]
        return tuple(self.top(each) - 6 for each in firsts)


def draw_gantt(facts: PageFacts, title: str) -> Figure:
    """Return the drawn Gantt chart of a plan, in the plan's order.

    Args:
        facts: What there is to tell of the plan.
        title: What stands above it.
    """
    sheet = Sheet(_WIDTH)
    top = heading(sheet, title, facts.plan.title)
    ids = placed_in_time(facts)
    if not ids:
        sheet.words(8, top + 20, "The plan has no activities.", italic=True, colour=SOFT)
        return sheet.cut(top + 40)
    scale = gantt_scale(facts)
    named = placed(_labels(facts, scale), NAMES + 2, _WIDTH - 2)
    few = len(ids) <= MANY_ROWS
    layout = _Layout(
        scale=scale, head=top + LINE_HEIGHT * (rows_of(named) + 1) + 8, row=36 if few else 24,
        names=2 if few else 1, places={each: place for place, each in enumerate(ids)},
    )  # fmt: skip
    _ground(sheet, facts, layout)
    labels(sheet, named, top, layout.head)
    for each in ids:
        _name(sheet, facts, each, layout)
    _links(sheet, facts, layout, few=few)
    for each in ids:
        _row(sheet, facts, each, layout)
    return sheet.cut(key(sheet, layout.bottom + LINE_HEIGHT + 12, _signs(sheet)))


def _labels(facts: PageFacts, scale: Scale) -> Iterator[Label]:
    yield data_date_label(scale, facts.on)
    for name, day in window_ends(facts.target):
        yield Label(x=scale.middle(day), words=f"{name} {day_words(day)}")


def _ground(sheet: Sheet, facts: PageFacts, layout: _Layout) -> None:
    """Draw what lies under the rows; on a long chart the scale is said again and again."""
    scale, head, bottom = layout.scale, layout.head, layout.bottom
    window_band(sheet, scale, facts.target, head, bottom)
    heights = (head - 6, *layout.again, bottom + LINE_HEIGHT - 2)
    ruled(sheet, scale, head - LINE_HEIGHT, bottom, *heights)
    for wanted in layout.places:
        y = layout.top(wanted) + layout.row
        sheet.line(((0, y), (_WIDTH, y)), RULE)
    today = scale.end(facts.on)
    sheet.line(((today, head), (today, bottom)), TODAY)


def _name(sheet: Sheet, facts: PageFacts, wanted: str, layout: _Layout) -> None:
    """Write an activity's id and title, on as many lines as the row has."""
    named = fitted(wanted, NAMES / 2)
    beside = width_of(named) * 1.12 + 6
    first, *more = lines_of(facts.title_of(wanted), NAMES - beside - 14, layout.names) or ("",)
    y = layout.middle(wanted) + (-3 if more else 5)
    sheet.words(6, y, named, bold=True)
    sheet.words(6 + beside, y, first)
    for line in more:
        sheet.words(6 + beside, y + LINE_HEIGHT - 3, line)


def _links(sheet: Sheet, facts: PageFacts, layout: _Layout, *, few: bool) -> None:
    """Draw the links, what drives on top; of very many only what drives."""
    for place, link in sorted(enumerate(facts.schedule.links), key=lambda pair: pair[1].driving):
        # A link of cancelled work, which only passes it on, has no bar at one of its ends.
        both = link.predecessor in facts.dated and link.successor in facts.dated
        if not (both and (link.driving or few)):
            continue
        begin = _end(facts, link.predecessor, layout, right=link.type in _FROM_FINISH)
        end = _end(facts, link.successor, layout, right=link.type not in _TO_START)
        look = LINK if not link.driving else DRIVING if few else evolve(DRIVING, width=1.2)
        points = way(begin, end, place % 4 * 3.0, bar=_BAR, row=layout.row)
        arrowed(sheet, points, assumed(look) if link.assumed else look)


def _end(facts: PageFacts, wanted: str, layout: _Layout, *, right: bool) -> LinkEnd:
    left, end = _ends(facts.dated[wanted], layout.scale)
    return LinkEnd(x=end if right else left, y=layout.middle(wanted), right=right,
                   width=end - left)  # fmt: skip


def _ends(each: ScheduledActivity, scale: Scale) -> tuple[float, float]:
    left, right = ends_of(each, scale)
    size = _DIAMOND if is_moment(each) else 0.0
    return left - size, max(right + size, left + (0 if size else _THIN))


def _look(facts: PageFacts, each: ScheduledActivity) -> Look:
    look = BAR
    if not each.complete and (each.critical or each.on_critical_path):
        look = CRITICAL
    elif each.id in facts.near_critical and not each.complete:
        look = NEAR
    return assumed(look) if each.duration_assumed else look


def _row(sheet: Sheet, facts: PageFacts, wanted: str, layout: _Layout) -> None:
    """Draw one activity: its bar or diamond, its float, its promise; or why it has no dates."""
    scale, y = layout.scale, layout.middle(wanted)
    undated = facts.undated.get(wanted)
    if undated:
        words = f"No dates: {ABSENCES[undated.why]}"
        sheet.words(scale.left + 6, y + 5, words, italic=True, colour=SOFT, ground=True)
        return
    each = facts.dated[wanted]
    if each.early_finish < scale.first:
        beyond(sheet, scale.left + 8, y, left=True)
        words = f"{'done ' if each.complete else ''}{day_words(each.early_finish)}"
        sheet.words(scale.left + 14, y + 5, words, colour=SOFT)
    elif is_moment(each):
        look = REACHED if each.complete else _look(facts, each)
        diamond(sheet, scale.middle(each.early_finish), y, _DIAMOND, look)
    else:
        _span(sheet, facts, each, scale, y)
    due = promised_day(facts, wanted)
    if due and scale.holds(due):
        promise(sheet, scale.end(due), y - _BAR / 2)


def _span(sheet: Sheet, facts: PageFacts, each: ScheduledActivity, scale: Scale, y: float) -> None:
    left, right = _ends(each, scale)
    _float(sheet, each, scale, right, y)
    sheet.box(left, y - _BAR / 2, right - left, _BAR, _look(facts, each))
    done = done_share(facts, each.id)
    if done:
        sheet.box(left, y - 3, (right - left) * done, 6, DONE)
    if each.early_start < scale.first:
        beyond(sheet, left, y, left=True)
    if each.is_ongoing:
        beyond(sheet, right, y, left=False)
    if each.duration_assumed:
        roomy = right - left >= _ROOMY
        x = (left + right) / 2 if roomy else right + 7
        sheet.words(x, y + 5, "?", bold=True, anchor="center", ground=roomy)


_ROOMY = 20.0


def _float(sheet: Sheet, each: ScheduledActivity, scale: Scale, begin: float, y: float) -> None:
    """Draw float as a thin line up to the day that makes something late."""
    if each.late_finish is None or each.late_finish <= each.early_finish:
        return
    narrow = each.duration_assumed and begin - scale.begin(each.early_start) < _ROOMY
    begin, end = begin + (14 if narrow else 0), scale.end(each.late_finish)
    if end > begin:
        sheet.line(((begin, y), (end, y)), FLOAT)
        sheet.line(((end, y - 4), (end, y + 4)), FLOAT)


def _signs(sheet: Sheet) -> Sequence[Sign]:
    """Return what each sign means."""

    def going_on(x: float, y: float) -> None:
        sample(sheet, BAR, width=22)(x, y)
        beyond(sheet, x + 24, y, left=False)

    def part_done(x: float, y: float) -> None:
        sample(sheet, BAR)(x, y)
        sheet.box(x + 2, y - 3, 14, 6, DONE)

    def unknown(x: float, y: float) -> None:
        sample(sheet, assumed(BAR))(x, y)
        sheet.words(x + 16, y + 5, "?", bold=True, anchor="center")

    return (
        (sample(sheet, BAR), "work, from its start to its finish"),
        (part_done, "the part that is done"),
        (sample(sheet, CRITICAL), "critical"),
        (sample(sheet, NEAR), "near-critical"),
        (unknown, "length assumed: nobody published it"),
        (going_on, "goes on until the target"),
        (lambda x, y: diamond(sheet, x + 17, y, 7, BAR), "a moment: milestone, money or event"),
        (stroke(sheet, FLOAT), "float"),
        (lambda x, y: promise(sheet, x + 17, y + 3), "the day promised"),
        (arrow(sheet, DRIVING), "sets the date of what follows"),
        (arrow(sheet, LINK), "must come before, with time between"),
        data_date_sign(sheet),
        (window_sign(sheet), "the window: earliest, expected and latest day"),
    )
