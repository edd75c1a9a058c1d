"""Charts below the tables: the critical path as bars, a timeline as flags and spans."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.cells import cell_len, set_cell_size

from send_framework.cli.canvas import Canvas, key_of
from send_framework.cli.page import INDENT, Page
from send_framework.cli.terminal import in_plain_signs, visible
from send_framework.formats.wording import short_day
from send_framework.frameworks import Entry, EntryKind, Timeline
from send_framework.model.window import Modality, Window
from send_framework.network.kinds import ActivityKind
from send_framework.network.results import Schedule, ScheduledActivity

_GAP = 2
_LONGEST_ID, _DAY = 12, 11
_MOST = 40

_END_SIGNS = {"earliest": "├", "expected": "┼", "latest": "┤"}
_WINDOW_SIGNS = (
    ("░", "a window"),
    ("├", "its earliest"),
    ("┼", "its expected"),
    ("┤", "its latest day"),
)
_PATH_SIGNS = (
    ("█", "on the critical path"),
    ("▒", "near-critical"),
    ("─", "float"),
    ("◆", "a moment"),
    ("│", "data date"),
    *_WINDOW_SIGNS,
)
_TIME_SIGNS = (
    ("■", "due by law"),
    ("□", "due by custom"),
    ("◆", "inspection"),
    ("▒", "a period"),
    ("│", "data date"),
    *_WINDOW_SIGNS,
)


def show_path_chart(page: Page, schedule: Schedule, *, plain: bool) -> None:
    """Draw the critical path, and what is close to it, as bars.

    Args:
        page: Where to draw.
        schedule: The schedule; it has a critical path.
        plain: Whether to draw with signs of ASCII.
    """
    wanted = dict.fromkeys(schedule.critical_path)
    wanted |= dict.fromkeys(each for path in schedule.near_critical for each in path.activities)
    known = {each.id: each for each in schedule.activities}
    steps = [known[each] for each in wanted][:_MOST]
    names = [_cut(each.id, _LONGEST_ID) for each in steps]
    room = max(map(cell_len, names))
    canvas = _path_canvas(schedule, steps, page.terminal.width - INDENT - room - _DAY - 2 * _GAP)
    lines = [
        f"{_filled(name, room + _GAP)}{canvas.row(_bar(each, schedule)).ljust(canvas.columns)}"
        f"{short_day(each.early_finish):>{_DAY + _GAP}}"
        for name, each in zip(names, steps, strict=True)
    ]
    lines.insert(0, f"{'':{room + _GAP}}{canvas.months()}")
    lines += key_of(_PATH_SIGNS, lines, page.terminal.width - INDENT)
    _show(page, lines, plain=plain)


def _path_canvas(schedule: Schedule, steps: Iterable[ScheduledActivity], columns: int) -> Canvas:
    days = [schedule.on, *_ends(schedule.target)]
    for each in steps:
        days += [each.early_start, each.early_finish]
    return Canvas(first=min(days), last=max(days), columns=columns)


def _bar(each: ScheduledActivity, schedule: Schedule) -> Iterator[tuple[date, date, str]]:
    yield from _window(schedule.target)
    if each.late_finish and each.late_finish > each.early_finish:
        yield each.early_finish, each.late_finish, "─"
    is_moment = each.kind is not ActivityKind.ACTION and each.duration == 0
    if not is_moment:
        sign = "█" if each.id in schedule.critical_path else "▒"
        yield each.early_start, each.early_finish, sign
    yield schedule.on, schedule.on, "│"
    if is_moment:
        yield each.early_finish, each.early_finish, "◆"


def _ends(window: Window | None) -> list[date]:
    return [end.day for _, end in window.ends()] if window else []


def _window(window: Window | None) -> Iterator[tuple[date, date, str]]:
    """Yield a window as the span it is, with a sign for each of its ends."""
    if window is None:
        return
    days = _ends(window)
    yield days[0], days[-1], "░"
    for name, end in window.ends():
        yield end.day, end.day, _END_SIGNS[name]


def show_timeline_chart(page: Page, told: Timeline, *, plain: bool) -> None:
    """Draw what is due and expected as flags and spans, from the last inspection held.

    Args:
        page: Where to draw.
        told: The timeline.
        plain: Whether to draw with signs of ASCII.
    """
    entries = list(_drawn_entries(told))
    if not entries:
        return
    days = [day for each in entries for day in (each.first, each.last) if day]
    room = (page.terminal.width - INDENT) * 2 // 5
    canvas = Canvas(first=min(*days, told.on), last=max(*days, told.on), columns=room)
    rest = page.terminal.width - INDENT - room - _GAP
    lines = [
        f"{canvas.row(_signs(each, told.on)).ljust(room + _GAP)}{_cut(each.name, rest)}"
        for each in entries
    ]
    key = key_of(_TIME_SIGNS, [each[:room] for each in lines], page.terminal.width - INDENT)
    _show(page, [canvas.months(), *lines, *key], plain=plain)


_KINDS = (EntryKind.DEADLINE, EntryKind.WINDOW, EntryKind.PERIOD, EntryKind.INSPECTION)


def _drawn_entries(told: Timeline) -> Iterator[Entry]:
    """Yield what is due, expected or in force, and the inspections, since the last one began."""
    begins: dict[str, date] = {}
    for each in told.entries:
        if each.kind is EntryKind.INSPECTION and each.first:
            begins.setdefault(each.subject, each.first)
    since = max((day for day in begins.values() if day <= told.on), default=date.min)
    for each in told.entries:
        last = each.last or each.first
        if each.kind in _KINDS and last and last >= since:
            yield each


def _signs(each: Entry, on: date) -> Iterator[tuple[date, date, str]]:
    yield on, on, "│"
    first, last = each.first or each.last or on, each.last or each.first or on
    if isinstance(each.what, Window):
        yield from _window(each.what)
    elif each.kind is EntryKind.PERIOD:
        yield first, last, "▒"
    elif each.kind is EntryKind.DEADLINE:
        yield last, last, "■" if each.modality is Modality.STATUTORY else "□"
    else:
        yield last, last, "◆"


def _show(page: Page, lines: Iterable[str], *, plain: bool) -> None:
    fit = in_plain_signs if plain or page.terminal.plain else str
    page.heading("As a chart")
    page.drawn(map(fit, lines))


def _cut(words: str, room: int) -> str:
    """Return words that take so many cells at most."""
    plain = visible(words)
    return plain if cell_len(plain) <= room else f"{set_cell_size(plain, room - 3).rstrip()}..."


def _filled(words: str, room: int) -> str:
    return words + " " * (room - cell_len(words))
