"""The Gantt chart: every activity with its dates, its float and what it waits for."""

from collections.abc import Iterator, Sequence

from attrs import evolve
from matplotlib.figure import Figure

from send_framework.dates import day_words
from send_framework.formats.charts.gantt_links import LinkEnd, way
from send_framework.formats.charts.gantt_rows import (
    AGAIN,
    NAMES,
    PLOT,
    WIDTH,
    Rows,
    rows_of,
    write_name,
)
from send_framework.formats.charts.looks import (
    BAR,
    CRITICAL,
    DONE,
    DRIVING,
    ENDS,
    FLOAT,
    GROUND,
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
    BEYOND_EDGE,
    MOMENT,
    PROMISED,
    Sign,
    arrow,
    arrowed,
    beyond,
    data_date_label,
    data_date_sign,
    diamond,
    finished,
    heading,
    labels,
    mark_words,
    nothing,
    promise,
    ruled,
    sample,
    window_band,
    window_sign,
)
from send_framework.formats.charts.small_print import schedule_print
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import LINE_HEIGHT
from send_framework.formats.html.pictures.axis import Label, Scale, placed, window_ends
from send_framework.formats.html.pictures.axis import rows_of as lines_taken
from send_framework.formats.html.pictures.bars import ends_of
from send_framework.formats.html.pictures.gantt import gantt_scale
from send_framework.formats.html.pictures.gantt_words import (
    done_share,
    placed_in_time,
    promised_day,
)
from send_framework.formats.html.pictures.words import is_moment
from send_framework.formats.wording import ABSENCES
from send_framework.model.dependency import DependencyType
from send_framework.network.results import ScheduledActivity

_BAR, _DIAMOND, _THIN = 13.0, 7.0, 3.0
_BELOW = 5.0
"""How far below the middle of a bar its float runs, so that no link runs along it."""

_AGAIN = Look(fill="#f0f0f0")
_FROM_FINISH = (DependencyType.FINISH_TO_START, DependencyType.FINISH_TO_FINISH)
_TO_START = (DependencyType.FINISH_TO_START, DependencyType.START_TO_START)


def draw_gantt(facts: PageFacts, title: str) -> Figure:
    """Return the drawn Gantt chart of a plan, in the plan's order.

    Args:
        facts: What there is to tell of the plan.
        title: What stands above it.
    """
    sheet = Sheet(WIDTH)
    top, said = heading(sheet, title, facts.plan.title), schedule_print(facts)
    ids = placed_in_time(facts)
    if not ids:
        return nothing(sheet, top, "The plan has no activities.", said)
    scale = evolve(gantt_scale(facts), left=NAMES, width=PLOT)
    named = placed(_labels(facts, scale), NAMES + 2, WIDTH - 2)
    rows = rows_of(facts, ids, scale, top + LINE_HEIGHT * (lines_taken(named) + 1) + 8)
    _ground(sheet, facts, rows)
    labels(sheet, named, top, rows.head)
    for each in ids:
        write_name(sheet, each, rows)
    _links(sheet, facts, rows)
    for height in (rows.head - 6, rows.bottom + LINE_HEIGHT - 2):
        mark_words(sheet, scale, height)
    for begin in rows.again:
        mark_words(sheet, scale, begin + AGAIN - 6, _AGAIN.fill)
    for each in ids:
        _row(sheet, facts, each, rows)
    return finished(sheet, rows.bottom + LINE_HEIGHT + 6, _signs(sheet), said)


def _labels(facts: PageFacts, scale: Scale) -> Iterator[Label]:
    yield data_date_label(scale, facts.on)
    for name, day in window_ends(facts.target):
        yield Label(x=scale.middle(day), words=f"{name} {day_words(day)}")


def _ground(sheet: Sheet, facts: PageFacts, rows: Rows) -> None:
    """Draw what lies under the rows; on a long chart the scale is said again and again."""
    scale, head, bottom = rows.scale, rows.head, rows.bottom
    window_band(sheet, scale, facts.target, head, bottom)
    ruled(sheet, scale, head - LINE_HEIGHT, bottom)
    for row in rows.of.values():
        sheet.line(((0, row.bottom), (WIDTH, row.bottom)), RULE)
    today = scale.end(facts.on)
    sheet.line(((today, head), (today, bottom)), TODAY)
    for top in rows.again:
        sheet.box(0, top, WIDTH, AGAIN, _AGAIN)


def _links(sheet: Sheet, facts: PageFacts, rows: Rows) -> None:
    """Draw the links, what drives on top; of very many only what drives."""
    for place, link in sorted(enumerate(facts.schedule.links), key=lambda pair: pair[1].driving):
        # A link of cancelled work, which only passes it on, has no bar at one of its ends.
        both = link.predecessor in facts.dated and link.successor in facts.dated
        if not (both and (link.driving or rows.few)):
            continue
        begin = _end(facts, link.predecessor, rows, right=link.type in _FROM_FINISH)
        end = _end(facts, link.successor, rows, right=link.type not in _TO_START)
        look = LINK if not link.driving else DRIVING if rows.few else _DRIVING_MANY
        points = way(begin, end, place % 4 * 3.0, bar=_BAR)
        arrowed(sheet, points, assumed(look) if link.assumed else look)


_DRIVING_MANY = evolve(DRIVING, width=1.2)


def _end(facts: PageFacts, wanted: str, rows: Rows, *, right: bool) -> LinkEnd:
    each, row = facts.dated[wanted], rows.of[wanted]
    left, end = _ends(each, rows.scale)
    return LinkEnd(x=end if right else left, y=row.middle, right=right, width=end - left,
                   row=(row.top, row.bottom), is_moment=is_moment(each))  # fmt: skip


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


def _row(sheet: Sheet, facts: PageFacts, wanted: str, rows: Rows) -> None:
    """Draw one activity: its bar or diamond, its float, its promise; or why it has no dates."""
    scale, y = rows.scale, rows.of[wanted].middle
    undated = facts.undated.get(wanted)
    if undated:
        words = f"No dates: {ABSENCES[undated.why]}"
        sheet.words(scale.left + 6, y + 5, words, italic=True, colour=SOFT, ground=GROUND)
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
        sheet.words(x, y + 5, "?", bold=True, anchor="center", ground=GROUND if roomy else "")


_ROOMY = 20.0


def _float(sheet: Sheet, each: ScheduledActivity, scale: Scale, begin: float, y: float) -> None:
    """Draw float as a thin line up to the day that makes something late."""
    if each.late_finish is None or each.late_finish <= each.early_finish:
        return
    narrow = each.duration_assumed and begin - scale.begin(each.early_start) < _ROOMY
    begin, end = begin + (14 if narrow else 0), scale.end(each.late_finish)
    if end > begin:
        low = y + _BELOW
        sheet.line(((begin, low), (end, low)), FLOAT)
        sheet.line(((end, low - 4), (end, low + 4)), FLOAT)


def _signs(sheet: Sheet) -> Sequence[Sign]:
    """Return what each sign means."""

    def going_on(x: float, y: float) -> None:
        sample(sheet, BAR, width=22)(x, y)
        beyond(sheet, x + 24, y, left=False)

    def part_done(x: float, y: float) -> None:
        sample(sheet, BAR)(x, y)
        sheet.box(x + 2, y - 3, 14, 6, DONE)

    def float_line(x: float, y: float) -> None:
        sheet.line(((x + 2, y), (x + 30, y)), FLOAT)
        sheet.line(((x + 30, y - 4), (x + 30, y + 4)), FLOAT)

    def unknown(x: float, y: float) -> None:
        sample(sheet, assumed(BAR))(x, y)
        sheet.words(x + 16, y + 5, "?", bold=True, anchor="center")

    drives = (DRIVING, _DRIVING_MANY, assumed(DRIVING), assumed(_DRIVING_MANY))
    return (
        ((BAR,), sample(sheet, BAR), "work, from its start to its finish"),
        ((DONE,), part_done, "the part that is done"),
        ((CRITICAL, assumed(CRITICAL)), sample(sheet, CRITICAL), "critical"),
        ((NEAR, assumed(NEAR)), sample(sheet, NEAR), "near-critical"),
        ((assumed(BAR), assumed(CRITICAL), assumed(NEAR)), unknown,
         "length assumed: nobody published it"),
        ((BEYOND_EDGE,), going_on, "goes on beyond the edge, or until the target"),
        ((MOMENT,), lambda x, y: diamond(sheet, x + 17, y, 7, BAR),
         "a moment: milestone, money or event"),
        ((FLOAT,), float_line, "float"),
        ((PROMISED,), lambda x, y: promise(sheet, x + 17, y + 3), "the day promised"),
        (drives, arrow(sheet, DRIVING), "sets the date of what follows"),
        ((LINK, assumed(LINK)), arrow(sheet, LINK), "must come before, with time between"),
        ((assumed(LINK), *drives[2:]), arrow(sheet, assumed(LINK)), "a link that nobody published"),
        data_date_sign(sheet),
        (tuple(ENDS.values()), window_sign(sheet), "the window: earliest, expected and latest day"),
    )  # fmt: skip
